"""The sockets of one room: their ways out, and the passes they came with."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from server.live.outbox import Outbox, Transport
from server.sync.effects import PeerId
from server.sync.passes import Pass

TRY_AGAIN = 1013
STALLED = "Dit apparaat neemt niets meer aan."


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may wait for one peer, and for how long it may take in nothing at all."""

    outbox_bytes: int = 1024 * 1024
    stalled_seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Here:
    """One peer: its way out, and the pass it came with (a lock may make it less)."""

    outbox: Outbox
    came_with: Pass


class Peers:
    """Who has a socket at a room.

    `on_spent` hears whose budget is spent, `on_free` whose has room again, `on_lost` who is out.
    """

    def __init__(
        self,
        budget: Budget,
        *,
        on_spent: Callable[[PeerId], None],
        on_free: Callable[[PeerId], None],
        on_lost: Callable[[PeerId], None],
    ) -> None:
        self._budget = budget
        self._on_spent = on_spent
        self._on_free = on_free
        self._on_lost = on_lost
        self._loop = asyncio.get_running_loop()
        self._here: dict[PeerId, Here] = {}

    def __len__(self) -> int:
        return len(self._here)

    @property
    def unsent(self) -> int:
        """Give how many bytes wait for all of them together."""
        return sum(here.outbox.transport.unsent for here in self._here.values())

    def __contains__(self, peer: PeerId) -> bool:
        return peer in self._here

    def __iter__(self) -> Iterator[tuple[PeerId, Pass]]:
        """Go over a copy: who is told something may be gone after it."""
        return iter([(peer, here.came_with) for peer, here in self._here.items()])

    @property
    def participants(self) -> frozenset[str]:
        """Give the participants who have a socket here."""
        return frozenset(here.came_with.participant for here in self._here.values())

    def add(self, peer: PeerId, pass_: Pass, transport: Transport) -> None:
        """Let a peer in."""
        self._here[peer] = Here(Outbox(transport, self._budget.outbox_bytes), pass_)

    def remove(self, peer: PeerId) -> bool:
        """Forget a peer; say whether it was here."""
        return self._here.pop(peer, None) is not None

    def close(self, peer: PeerId, code: int, reason: str) -> None:
        """Close a peer's socket and forget it."""
        here = self._here.pop(peer, None)
        if here:
            here.outbox.transport.close(code, reason)
            self._on_lost(peer)

    def send(self, peer: PeerId, message: bytes) -> None:
        """Give a peer a message."""
        here = self._here.get(peer)
        if here and here.outbox.send(message):
            # not at once: the room may be in the middle of saying what else it wants
            self._loop.call_soon(self._look, peer)

    def send_all(self, peers: Iterable[PeerId], message: bytes) -> None:
        """Give a message to many."""
        for peer in peers:
            here = self._here.get(peer)
            if here and here.outbox.send(message):
                self._loop.call_soon(self._look, peer)

    def offer(self, peer: PeerId, message: bytes) -> None:
        """Give a peer a message that may be left out if too much is waiting."""
        here = self._here.get(peer)
        if here:
            here.outbox.offer(message)

    def drained(self, peer: PeerId) -> None:
        """A peer's socket took something in."""
        here = self._here.get(peer)
        if here and here.outbox.recovers():
            self._on_free(peer)

    def _look(self, peer: PeerId) -> None:
        here = self._here.get(peer)
        # the socket may have taken everything meanwhile, and would not say so again
        if here and here.outbox.is_spent_indeed():
            self._watch(peer, here.outbox.taken)
            self._on_spent(peer)

    def _watch(self, peer: PeerId, taken: int) -> None:
        self._loop.call_later(self._budget.stalled_seconds, self._check, peer, taken)

    def _check(self, peer: PeerId, taken_before: int) -> None:
        self.drained(peer)
        here = self._here.get(peer)
        if here is None or not here.outbox.spent:
            return
        if here.outbox.taken > taken_before:
            self._watch(peer, here.outbox.taken)
        else:
            del self._here[peer]
            here.outbox.transport.abort(TRY_AGAIN, STALLED)
            self._on_lost(peer)
