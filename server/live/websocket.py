"""`/sync/{board}`: the ASGI websocket through which peers come in."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.live.hub import Connection, Draining, Hub
from server.store.updates import Quarantined, UnknownBoard
from server.store.writer import StoreAway
from server.sync.passes import Pass

SUBPROTOCOL = "tafelkleed.1"
MALFORMED, GONE = 4400, 4404
OURS, RESTART, TRY_AGAIN = 1011, 1012, 1013
TEXT = "Hier gaan alleen bytes."


@dataclass(frozen=True, slots=True)
class Refused:
    """A peer may not come in; its socket is closed with `code` (4401, 4403, 4404) and `reason`."""

    code: int
    reason: str


# says who a peer is, by cookie or ticket, role and origin; `board` is in the path parameters
Admit = Callable[[HTTPConnection], Awaitable[Pass | Refused]]

CLOSED_DOORS: dict[type[Exception], Refused] = {
    UnknownBoard: Refused(GONE, "Dit kleed is er niet (meer)."),
    Quarantined: Refused(OURS, "Dit kleed kan nu niet geopend worden."),
    StoreAway: Refused(TRY_AGAIN, "De opslag is even weg."),
    Draining: Refused(RESTART, "De server start opnieuw."),
}


def endpoint(hub: Hub, admit: Admit) -> Callable[[WebSocket], Awaitable[None]]:
    """Give the handler for `app.add_websocket_route("/sync/{board}", …)`."""

    async def serve(websocket: WebSocket) -> None:
        admitted = await admit(websocket)
        await websocket.accept(subprotocol=chosen(websocket.scope.get("subprotocols", [])))
        if isinstance(admitted, Refused):
            await websocket.close(admitted.code, admitted.reason)
            return
        transport = AsgiTransport(websocket)
        try:
            connection = await hub.join(websocket.path_params["board"], admitted, transport)
        except tuple(CLOSED_DOORS) as closed:
            refused = CLOSED_DOORS[type(closed)]
            await websocket.close(refused.code, refused.reason)
            return
        transport.on_drained = connection.drained
        sending = hub.spawn(transport.pump(), "send")
        try:
            await _receive(websocket, connection, transport)
        finally:
            connection.leave()
            sending.cancel()
            await asyncio.wait([sending])

    return serve


def chosen(offered: list[str]) -> str | None:
    """Give the subprotocol to answer with: ours, or else the first that a client insists on."""
    return SUBPROTOCOL if SUBPROTOCOL in offered else next(iter(offered), None)


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
