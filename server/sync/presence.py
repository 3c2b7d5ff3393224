"""Who is here and what they are doing: the newest state per connection, never stored (PR1-PR8)."""

import json
from collections.abc import Iterable

from server.sync import doing
from server.sync.codec import UINT_LIMIT, ProtocolError, Reader, text, uint
from server.sync.effects import PeerId
from server.sync.owners import Owners
from server.sync.passes import Pass

ENTRIES = 1_000
CLOCK_LIMIT = 2**31
LEFT_REMEMBERED = 1_000
NULL = text("null")
UNSHOWN = -1
"""The clock of a presence id that was bound and showed nothing yet."""


class State:
    """What is shown under one presence id, ready to send; `peer` is None after it left."""

    __slots__ = ("clock", "packed", "peer")

    def __init__(self) -> None:
        self.peer: PeerId | None = None
        self.clock = UNSHOWN
        self.packed = NULL


class Presence:
    """The states by presence id, and which of them the others have not heard of yet."""

    def __init__(self, most_bytes: int, owners: Owners) -> None:
        self._most_bytes = most_bytes
        self._owners = owners
        self._states: dict[int, State] = {}
        self._ids: dict[PeerId, int] = {}
        self._news: dict[int, None] = {}

    @property
    def has_news(self) -> bool:
        """Whether `news` would say something."""
        return bool(self._news)

    def take(self, peer: PeerId, who: Pass, states: bytes) -> None:
        """Note what `peer` shows of itself; what it repeats of others is passed over (PR3)."""
        for presence_id, clock, entry in _entries(states):
            own = self._ids.get(peer)
            if own is None and entry != NULL:
                own = self._claim(peer, who, presence_id, clock)
            if presence_id == own:
                self._show(self._states[own], own, clock, self._stamped(entry, who))

    def leave(self, peer: PeerId) -> None:
        """Note that a peer is gone; its presence id stays its participant's."""
        own = self._ids.pop(peer, None)
        if own is not None:
            state = self._states[own]
            state.peer = None
            if state.packed != NULL:
                self._show(state, own, state.clock, NULL)
            self._forget()

    def news(self) -> bytes:
        """The newest states that were not told yet, one per peer, and mark them as told."""
        ids, self._news = self._news, {}
        return self._pack(ids)

    def everybody(self) -> bytes | None:
        """The states of all who show something; None if nobody does."""
        ids = [own for own, state in self._states.items() if state.packed != NULL]
        return self._pack(ids) if ids else None

    def everything(self) -> bytes | None:
        """The states of all, and who left, for a peer that missed some of it."""
        ids = [own for own, state in self._states.items() if state.clock != UNSHOWN]
        return self._pack(ids) if ids else None

    def _claim(self, peer: PeerId, who: Pass, presence_id: int, clock: int) -> int | None:
        """Bind a connection to its presence id, unless that is another's (PR4)."""
        if not self._owners.may_take(presence_id, who.participant):
            return None
        state = self._states.get(presence_id)
        if state is None:
            state = self._states[presence_id] = State()
            self._owners.show(presence_id, who.participant)
        elif clock < state.clock:
            return None
        elif state.peer is not None:
            if clock == state.clock:
                return None
            del self._ids[state.peer]
        state.peer = peer
        self._ids[peer] = presence_id
        return presence_id

    def _show(self, state: State, own: int, clock: int, packed: bytes | None) -> None:
        known = NULL not in (state.packed, packed)
        if packed is None or clock < state.clock or (clock == state.clock and known):
            return
        state.clock = clock
        state.packed = packed
        self._news[own] = None

    def _stamped(self, entry: bytes, who: Pass) -> bytes | None:
        """The state with our word on who it is; None where it is too large (PR2, PR5)."""
        if len(entry) > self._most_bytes:
            return None
        try:
            state = doing.parse(Reader(entry).text())
        except ValueError as fault:
            raise ProtocolError("a presence is not JSON") from fault
        if state is None:
            return NULL
        seen = {"id": who.participant, "name": who.name, "seat": who.seat, "role": who.role}
        return text(json.dumps({"user": seen, **state}, ensure_ascii=False, separators=(",", ":")))

    def _pack(self, ids: Iterable[int]) -> bytes:
        out = [b""]
        for own in ids:
            state = self._states.get(own)
            if state is not None:
                out += (uint(own), uint(state.clock), state.packed)
        out[0] = uint(len(out) // 3)
        return b"".join(out)

    def _forget(self) -> None:
        """Keep the ids of those who left within bounds, the latest longest."""
        left = [own for own, state in self._states.items() if state.peer is None]
        for own in left[: max(0, len(left) - LEFT_REMEMBERED)]:
            if own not in self._news:
                del self._states[own]
                self._owners.forget(own)


def _entries(states: bytes) -> list[tuple[int, int, bytes]]:
    """The entries of an awareness message: presence id, clock, and the state as sized text."""
    reader = Reader(states)
    count = reader.uint()
    if count > ENTRIES:
        raise ProtocolError("too many presences in one message")
    entries = [_entry(reader) for _ in range(count)]
    reader.finish()
    return entries


def _entry(reader: Reader) -> tuple[int, int, bytes]:
    presence_id, clock = reader.uint(), reader.uint()
    if presence_id >= UINT_LIMIT or clock >= CLOCK_LIMIT:
        raise ProtocolError("a presence id or clock is too high")
    start = reader.at
    reader.skip(reader.uint())
    return presence_id, clock, reader.data[start : reader.at]
