"""`/sync/{board}` straight on uvicorn's transport, for uvicorn's `ws=`.

Frames are read by the complete parser of `websockets`; what goes out is written as ready
frames. Between the network and the room nothing waits in a queue of ours.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import unquote

from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.protocols.utils import get_local_addr, get_remote_addr, is_ssl
from uvicorn.server import ServerState
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import OPEN
from websockets.server import ServerProtocol

from server.live.door import Admit, Refused, chosen, come_in
from server.live.frames import Frames
from server.live.hub import Connection, Hub
from server.live.inflow import Inflow, Unread
from server.sync.passes import Pass

PATH = "/sync/"
MALFORMED, OURS = 4400, 1011
TEXT = "Hier gaan alleen bytes."
FAILED = "Er ging bij ons iets mis."
GOODBYE_SECONDS = 5.0
DEAF_FACTOR = 2
MOST_UNREAD_BYTES = 256 * 1024
logger = logging.getLogger("uvicorn.error")
frames = Frames()


def socket_protocol(hub: Hub, admit: Admit, budget_bytes: int) -> Callable[..., asyncio.Protocol]:
    """Give what uvicorn calls for each upgraded connection."""

    def make(config: Config, server_state: ServerState, **_: object) -> asyncio.Protocol:
        return Socket(hub, admit, budget_bytes, config, server_state)

    return make


class Socket(asyncio.Protocol):
    """One peer's websocket, from its handshake to its end; a `Transport` for the hub."""

    def __init__(
        self, hub: Hub, admit: Admit, budget_bytes: int, config: Config, state: ServerState
    ) -> None:
        self._hub = hub
        self._admit = admit
        self._budget = budget_bytes
        self._config = config
        # uvicorn calls `shutdown` on each of these when it stops, and waits until they are gone
        self._others = state.connections
        self._loop = asyncio.get_running_loop()
        self._parser = ServerProtocol(max_size=config.ws_max_size, logger=logger)
        self._transport: asyncio.Transport = cast("asyncio.Transport", None)
        self._connection: Connection | None = None
        self._inflow = Inflow(config.ws_max_size)
        self._unread = Unread(self._inflow)
        self._is_agreed = False
        """Whether the handshake is behind us; before that everything is for the parser."""
        self._parts: list[bytes] = []
        self._heard_at = 0.0
        self._is_open = False
        """Whether messages may go: from the handshake until either side closes."""
        self._is_deaf = False
        self._is_lost = False
        self._timer: asyncio.TimerHandle | None = None

    # what asyncio and uvicorn call

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A connection that wants to be a websocket is ours from now."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(self._budget, self._budget // 2)
        self._others.add(self)  # type: ignore[arg-type]

    def data_received(self, data: bytes) -> None:
        """Bytes came from the network."""
        self._heard_at = self._loop.time()
        if not self._is_agreed:
            self._parse(data)
            return
        waits_already = bool(self._unread)
        self._unread.add(data)
        if self._connection is None:
            self.hear(len(data))
        elif not waits_already:
            self._connection.ask(self)
        self._mind_ears()

    def connection_lost(self, _: Exception | None) -> None:
        """The connection is over, however it ended."""
        self._others.discard(self)
        self._is_lost = True
        if self._timer:
            self._timer.cancel()
        if self._connection and not self._unread:
            self._connection.leave()

    def resume_writing(self) -> None:
        """The transport let go of most of what it held."""
        self._mind_ears()
        if self._connection:
            self._connection.drained()

    def shutdown(self) -> None:
        """The server stops: everyone is told and all that came is stored before sockets close."""
        self._hub.drain_soon()

    # what the hub calls

    def hear(self, most: int) -> bool:
        """Take in up to `most` pieces of what came; say whether there is more."""
        for _ in range(most):
            piece = self._unread.take()
            if piece is None:
                break
            is_message, data = piece
            if not is_message:
                self._parse(data)
            elif self._connection and self._is_open:
                self._connection.receive(data)
        self._mind_ears()
        if self._is_lost and self._connection and not self._unread:
            self._connection.leave()
        return bool(self._unread)

    @property
    def unsent(self) -> int:
        """Give the bytes that the socket has not yet taken."""
        return self._transport.get_write_buffer_size()

    def send(self, message: bytes) -> None:
        """Write a message as one frame."""
        if self._is_open and not self._is_lost:
            self._transport.write(frames.of(message))

    def close(self, code: int, reason: str) -> None:
        """Close the socket, behind what was sent before."""
        if self._is_open and not self._is_lost:
            self._parser.send_close(code, reason)
            self._write_out()
            self._set_timer(GOODBYE_SECONDS, self._transport.abort)

    def abort(self, code: int, reason: str) -> None:
        """Close the socket and drop what it has not taken."""
        self._parser.fail(code, reason)
        self._is_open = False
        self._transport.abort()

    # the handshake

    def _take_request(self, request: Request) -> None:
        response = self._parser.accept(request)
        path = request.path.partition("?")[0]
        if response.status_code == 101 and path.startswith(PATH):
            # nothing may come before the door has answered
            self._transport.pause_reading()
            self._hub.spawn(self._open(request, response), "open")
            return
        if response.status_code == 101:
            response = self._parser.reject(404, "Hier is geen socket.\n")
        self._parser.send_response(response)

    async def _open(self, request: Request, response: Response) -> None:
        try:
            await self._answer(request, response)
        finally:
            # turned away, or something went wrong at the door: nobody is left waiting before it
            if self._connection is None:
                self._transport.close()

    async def _answer(self, request: Request, response: Response) -> None:
        scope = self._scope(request)
        admitted = await self._ask_door(scope)
        if self._transport.is_closing():
            return
        if subprotocol := chosen(scope["subprotocols"]):
            response.headers["Sec-WebSocket-Protocol"] = subprotocol
        self._parser.send_response(response)
        self._write_out()
        self._is_agreed = True
        self._heard_at = self._loop.time()
        self._keep_alive()
        joined = await come_in(self._hub, scope["path_params"]["board"], admitted, self)
        if isinstance(joined, Refused):
            self.close(joined.code, joined.reason)
        elif self._transport.is_closing():
            joined.leave()
            return
        else:
            self._connection = joined
        self._transport.resume_reading()

    async def _ask_door(self, scope: Scope) -> Pass | Refused:
        """Ask who this is, with what trusted proxies say of where it came from."""
        answer: Pass | Refused = Refused(OURS, FAILED)

        async def ask(scope: Scope, _: Receive, __: Send) -> None:
            nonlocal answer
            answer = await self._admit(HTTPConnection(scope))

        proxied = ProxyHeadersMiddleware(
            cast("Any", ask), trusted_hosts=self._config.forwarded_allow_ips or ""
        )
        await proxied(cast("Any", scope), cast("Any", None), cast("Any", None))
        return answer

    def _scope(self, request: Request) -> Scope:
        path, _, query = request.path.partition("?")
        headers = request.headers
        offered = ",".join(headers.get_all("Sec-WebSocket-Protocol")).split(",")
        return {
            "type": "websocket",
            "path": unquote(path),
            "raw_path": path.encode("ascii"),
            "query_string": query.encode("ascii"),
            "root_path": "",
            "scheme": "wss" if is_ssl(self._transport) else "ws",
            "client": get_remote_addr(self._transport),
            "server": get_local_addr(self._transport),
            "headers": [
                (name.lower().encode("ascii"), value.encode("latin-1"))
                for name, value in headers.raw_items()
            ],
            "subprotocols": [name.strip() for name in offered if name.strip()],
            "path_params": {"board": unquote(path).removeprefix(PATH)},
            "app": self._config.app,
        }

    # frames

    def _parse(self, data: bytes) -> None:
        self._parser.receive_data(data)
        for happened in self._parser.events_received():
            if isinstance(happened, Frame):
                self._take_frame(happened)
            else:
                self._take_request(cast("Request", happened))
        self._inflow.in_parts = bool(self._parts)
        self._write_out()

    def _take_frame(self, frame: Frame) -> None:
        if frame.opcode is Opcode.BINARY or frame.opcode is Opcode.CONT:
            self._take_part(bytes(frame.data), is_last=frame.fin)
        elif frame.opcode is Opcode.TEXT:
            self._leave()
            self.close(MALFORMED, TEXT)

    def _take_part(self, data: bytes, *, is_last: bool) -> None:
        if self._parts or not is_last:
            self._parts.append(data)
            if not is_last:
                return
            data = b"".join(self._parts)
            self._parts = []
        if self._connection:
            self._connection.receive(data)

    def _leave(self) -> None:
        if self._connection:
            self._connection.leave()
            self._connection = None

    def _write_out(self) -> None:
        """Write what the parser wants to say: the handshake, pongs, closing; and end after it."""
        for data in self._parser.data_to_send():
            # what was sent before a connection was lost is still heard out, but not answered
            if self._is_lost:
                continue
            if data:
                self._transport.write(data)
            else:
                self._transport.close()
        self._is_open = self._parser.state is OPEN
        self._mind_ears()

    def _mind_ears(self) -> None:
        """Listen, unless it asks without taking the answers, or says more than we take in."""
        is_too_much = (
            self.unsent > DEAF_FACTOR * self._budget or self._unread.size > MOST_UNREAD_BYTES
        )
        if is_too_much == self._is_deaf or self._is_lost:
            return
        self._is_deaf = is_too_much
        if is_too_much:
            self._transport.pause_reading()
        else:
            self._transport.resume_reading()

    # is it still there?

    def _keep_alive(self) -> None:
        every, within = self._config.ws_ping_interval, self._config.ws_ping_timeout
        if not every or not self._is_open:
            return
        silent = self._loop.time() - self._heard_at
        if within and silent > within:
            self.abort(OURS, "")
            return
        if silent >= every / 2:
            self._parser.send_ping(b"")
            self._write_out()
        self._set_timer(every, self._keep_alive)

    def _set_timer(self, seconds: float, act: Callable[[], None]) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self._loop.call_later(seconds, act)
