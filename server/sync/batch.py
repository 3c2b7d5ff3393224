"""What is flushed in one go: changes on their way from the gate to the document and the store."""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from server.sync.effects import PeerId, Persist
from server.sync.update import Change, merged

MOST_AT_ONCE = 512
"""How many changes one flush applies, so that none lasts long."""


class Pending(NamedTuple):
    """An admitted change, who sent it, and the client ids it uses for the first time."""

    change: Change
    peer: PeerId
    participant: str
    bound: tuple[int, ...]
    size: int


class Batch(NamedTuple):
    """Changes as one update; of client ids from the clocks `starts` up to `ends`."""

    number: int
    update: bytes
    authors: frozenset[PeerId]
    participants: tuple[str, ...]
    bindings: Mapping[int, str]
    ends: Mapping[int, int]
    starts: Mapping[int, int]
    deletes: bool

    @property
    def persist(self) -> Persist:
        """The request to make it durable."""
        return Persist(self.number, self.update, self.participants, self.bindings)


def batched(number: int, pending: Sequence[Pending]) -> Batch:
    """Make one batch of what is pending, in order."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    bindings: dict[int, str] = {}
    changes, deletes = [], False
    for change, _, participant, bound, _ in pending:
        changes.append(change)
        for part in change.parts:
            starts.setdefault(part.client, part.clock)
            ends[part.client] = part.end
        for client in bound:
            bindings[client] = participant
        deletes = deletes or bool(change.deletes)
    return Batch(
        number=number,
        update=merged(changes),
        authors=frozenset([item.peer for item in pending]),
        participants=tuple(sorted({item.participant for item in pending})),
        bindings=bindings,
        ends=ends,
        starts=starts,
        deletes=deletes,
    )


class Queue:
    """Admitted changes that wait for a flush, numbered by the batch they will be in."""

    def __init__(self, most: int = MOST_AT_ONCE) -> None:
        self._most = most
        self._pending: deque[Pending] = deque()
        self._next = 1
        self.size = 0
        """Bytes of what waits."""

    def __bool__(self) -> bool:
        return bool(self._pending)

    @property
    def due(self) -> int:
        """The batch in which the last of what waits will be."""
        return self._next + max(0, len(self._pending) - 1) // self._most

    def put(self, pending: Pending) -> int:
        """Add a change; gives the batch in which it will be."""
        self._pending.append(pending)
        self.size += pending.size
        return self.due

    def take(self) -> Batch:
        """The next batch: the first `most` of what waits."""
        if len(self._pending) <= self._most:
            taken = list(self._pending)
            self._pending.clear()
        else:
            taken = [self._pending.popleft() for _ in range(self._most)]
        self.size -= sum(pending.size for pending in taken)
        number, self._next = self._next, self._next + 1
        return batched(number, taken)
