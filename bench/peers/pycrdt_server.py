"""pycrdt-websocket with its SQLite store.

Usage: python pycrdt_server.py PORT DATABASE
"""

import sys
from contextlib import suppress

import anyio
import uvicorn
from pycrdt import Doc
from pycrdt.store import SQLiteYStore, YDocNotFound
from pycrdt.websocket import ASGIServer, WebsocketServer, YRoom


class Store(SQLiteYStore):
    """The store in the file named on the command line."""

    db_path = sys.argv[2]


class StoredRooms(WebsocketServer):
    """Rooms that are read from the store; opening is guarded, since the stock one races."""

    def __init__(self):
        super().__init__(auto_clean_rooms=False)
        self.opening = anyio.Lock()

    async def get_room(self, name):
        async with self.opening:
            if name not in self.rooms:
                store, doc = Store(path=name), Doc()
                await self._task_group.start(store.start)
                with suppress(YDocNotFound):
                    await store.apply_updates(doc)
                self.rooms[name] = YRoom(ready=True, ystore=store, ydoc=doc, log=self.log)
            await self.start_room(self.rooms[name])
            return self.rooms[name]


class App:
    """The ASGI application around the rooms."""

    async def __call__(self, scope, receive, send):
        if scope["type"] == "websocket":
            await self.inner(scope, receive, send)
        elif scope["type"] == "lifespan":
            await receive()
            rooms = StoredRooms()
            self.inner = ASGIServer(rooms)
            async with rooms:
                await send({"type": "lifespan.startup.complete"})
                await receive()
            await send({"type": "lifespan.shutdown.complete"})


if __name__ == "__main__":
    uvicorn.run(App(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
