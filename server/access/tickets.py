"""Single-use tickets: how a client without cookies is admitted to a socket, within seconds."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from server.access.secret import digest, new_secret

VALID_SECONDS = 30.0
PREFIX = "ticket."
Holder = TypeVar("Holder")


@dataclass(frozen=True, slots=True)
class _Ticket(Generic[Holder]):
    holder: Holder
    until: float


class Tickets(Generic[Holder]):
    """The tickets that were given out and not yet used; `now` is in seconds."""

    def __init__(self, *, most: int = 10_000) -> None:
        self._most = most
        self._open: dict[str, _Ticket[Holder]] = {}

    def give(self, holder: Holder, now: float) -> str:
        """Give a ticket that admits `holder` once, within thirty seconds."""
        self._forget(now)
        ticket = new_secret()
        self._open[digest(ticket)] = _Ticket(holder, now + VALID_SECONDS)
        return ticket

    def use(self, ticket: str, now: float) -> Holder | None:
        """Give whom a ticket admits, once; None for one that is unknown, used or too old."""
        found = self._open.pop(digest(ticket), None)
        return found.holder if found and now < found.until else None

    def __len__(self) -> int:
        return len(self._open)

    def _forget(self, now: float) -> None:
        """Drop what is too old, and the oldest when there are too many (order of giving)."""
        self._open = {key: ticket for key, ticket in self._open.items() if now < ticket.until}
        while len(self._open) >= self._most:
            del self._open[next(iter(self._open))]


def ticket_of(subprotocols: list[str]) -> str | None:
    """Give the ticket among the subprotocols a client offers (`ticket.<t>`)."""
    offered = (name for name in subprotocols if name.startswith(PREFIX))
    return next((name.removeprefix(PREFIX) for name in offered), None)
