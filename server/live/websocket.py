"""`/sync/{board}` over ASGI: the way in under any server.

Under uvicorn `socket` does the same with less between us and the network.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.live.door import SUBPROTOCOL, Admit, Refused, chosen, come_in
from server.live.hub import Connection, Hub

MALFORMED = 4400
TEXT = "Hier gaan alleen bytes."

__all__ = ["SUBPROTOCOL", "Admit", "AsgiTransport", "Refused", "endpoint"]


def endpoint(hub: Hub, admit: Admit) -> Callable[[WebSocket], Awaitable[None]]:
    """Give the handler for `app.add_websocket_route("/sync/{board}", …)`."""

    async def serve(websocket: WebSocket) -> None:
        admitted = await admit(websocket)
        await websocket.accept(subprotocol=chosen(websocket.scope.get("subprotocols", [])))
        transport = AsgiTransport(websocket)
        joined = await come_in(hub, websocket.path_params["board"], admitted, transport)
        if isinstance(joined, Refused):
            await websocket.close(joined.code, joined.reason)
            return
        transport.on_drained = joined.drained
        sending = hub.spawn(transport.pump(), "send")
        try:
            await _receive(websocket, joined, transport)
        finally:
            joined.leave()
            sending.cancel()
            await asyncio.wait([sending])

    return serve


async def _receive(
    websocket: WebSocket, connection: Connection, transport: "AsgiTransport"
) -> None:
    while True:
        message: Message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            return
        data = message.get("bytes")
        if data is None:
            connection.leave()
            transport.close(MALFORMED, TEXT)
        else:
            connection.receive(data)


class AsgiTransport:
    """A peer's socket behind ASGI: messages wait here until `send` takes them, one by one."""

    def __init__(self, websocket: WebSocket) -> None:
        self.on_drained: Callable[[], None] = lambda: None
        self._websocket = websocket
        self._waiting: deque[bytes] = deque()
        self._unsent = 0
        self._end: Refused | None = None
        self._wake = asyncio.Event()

    @property
    def unsent(self) -> int:
        """Give the bytes that the socket has not yet taken."""
        return self._unsent

    def send(self, message: bytes) -> None:
        """Keep a message until the socket takes it."""
        if self._end is None:
            self._waiting.append(message)
            self._unsent += len(message)
            self._wake.set()

    def close(self, code: int, reason: str) -> None:
        """Close the socket, behind what was sent before."""
        self._end = self._end or Refused(code, reason)
        self._wake.set()

    def abort(self, code: int, reason: str) -> None:
        """Close the socket and drop what it has not taken."""
        self._waiting.clear()
        self.close(code, reason)

    async def pump(self) -> None:
        """Give the socket what waits, until it is closed."""
        try:
            while self._end is None or self._waiting:
                await self._wake.wait()
                self._wake.clear()
                await self._send_waiting()
            await self._websocket.close(self._end.code, self._end.reason)
        except (WebSocketDisconnect, RuntimeError):
            # the other side left while we spoke: `receive` hears of it too
            return

    async def _send_waiting(self) -> None:
        while self._waiting:
            message = self._waiting.popleft()
            await self._websocket.send_bytes(message)
            self._unsent -= len(message)
            self.on_drained()
