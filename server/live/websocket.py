"""`/sync/{board}`: the ASGI websocket through which peers come in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket

from server.live.hub import Hub
from server.sync.room import Pass

SUBPROTOCOL = "tafelkleed.1"


@dataclass(frozen=True, slots=True)
class Refused:
    """A peer may not come in; its socket is closed with `code` (4401, 4403, 4404) and `reason`."""

    code: int
    reason: str


# says who a peer is, by cookie or ticket, role and origin; `board` is in the path parameters
Admit = Callable[[HTTPConnection], Awaitable[Pass | Refused]]


def endpoint(hub: Hub, admit: Admit) -> Callable[[WebSocket], Awaitable[None]]:
    """Give the handler for `app.add_websocket_route("/sync/{board}", …)`."""
    raise NotImplementedError
