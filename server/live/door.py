"""The door of a board's socket: who may come in, and with what words one is turned away."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from starlette.requests import HTTPConnection

from server.live.hub import Connection, Draining, Hub
from server.live.outbox import Transport
from server.store.updates import Quarantined, UnknownBoard
from server.store.writer import StoreAway
from server.sync.passes import Pass

SUBPROTOCOL = "tafelkleed.1"
GONE = 4404
OURS, RESTART, TRY_AGAIN = 1011, 1012, 1013


@dataclass(frozen=True, slots=True)
class Refused:
    """A peer may not come in; its socket is closed with `code` (4401, 4403, 4404) and `reason`."""

    code: int
    reason: str


# says who a peer is, by cookie or ticket, role and origin; `board` is in the path parameters
Admit = Callable[[HTTPConnection], Awaitable[Pass | Refused]]

SHUT: Mapping[type[Exception], Refused] = MappingProxyType(
    {
        UnknownBoard: Refused(GONE, "Dit kleed is er niet (meer)."),
        Quarantined: Refused(OURS, "Dit kleed kan nu niet geopend worden."),
        StoreAway: Refused(TRY_AGAIN, "De opslag is even weg."),
        Draining: Refused(RESTART, "De server start opnieuw."),
    }
)


async def come_in(
    hub: Hub, board: str, admitted: Pass | Refused, transport: Transport
) -> Connection | Refused:
    """Join whom the door admitted to a board, or say why that does not go now."""
    if isinstance(admitted, Refused):
        return admitted
    try:
        return await hub.join(board, admitted, transport)
    except tuple(SHUT) as shut:
        return SHUT[type(shut)]


def chosen(offered: list[str]) -> str | None:
    """Give the subprotocol to answer with: ours, or else the first that a client insists on."""
    return SUBPROTOCOL if SUBPROTOCOL in offered else next(iter(offered), None)
