"""The gate: nothing of a client reaches the document before it was judged here (GA1-GA12)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from server.sync.draft import Draft, commit, draw
from server.sync.index import Entry, Index
from server.sync.limits import Limits
from server.sync.passes import Pass
from server.sync.refusal import Refusal
from server.sync.shape import Shape
from server.sync.update import CLOCK_LIMIT, Change, Parsed, Reading, parse
from server.sync.values import UNBOUNDED, bounds

STRUCTS_READ = 5
"""How many times `Limits.structs` are read, since what is known comes along again."""
SECTIONS = 64
RANGES = 100_000
WORK = 200_000
"""How many items one update may be sorted among; each costs some 50 ns natively."""
FEW = 5
"""So many things may always be deleted at once, however small the board."""
SMALL = 128
"""Bytes of a struct that still counts as a move on a full board."""
STORED = Reading(UNBOUNDED, CLOCK_LIMIT, CLOCK_LIMIT, CLOCK_LIMIT)


class Admission(NamedTuple):
    """What an admitted update brings (nothing, if all was known) and what it cost to judge."""

    change: Change
    bound: tuple[int, ...] = ()
    work: int = 0


class Gate:
    """Judges updates against the index and, once one is admitted, makes it part of the index."""

    def __init__(
        self, shape: Shape, limits: Limits, index: Index, bindings: Mapping[int, str]
    ) -> None:
        self._shape = shape
        self._limits = limits
        self._index = index
        self._bindings = dict(bindings)
        self._ids: dict[str, int] = {}
        for participant in self._bindings.values():
            self._ids[participant] = self._ids.get(participant, 0) + 1
        self._reading = Reading(bounds(limits), STRUCTS_READ * limits.structs, SECTIONS, RANGES)
        self.full = False
        """Whether the board has no room for more (LI3)."""

    def admit(self, update: bytes, who: Pass) -> Admission:
        """Judge one update; `ProtocolError` if it is none, `Refusal` if it may not in."""
        parsed = parse(update, self._reading)
        if not who.may_write:
            return self._look(parsed)
        draft = draw(self._index, parsed)
        if not draft.change:
            return Admission(draft.change)
        new_ids = self._check_ids(draft, who)
        self._check_registers(draft.made.values())
        self._check_sizes(draft)
        if not who.facilitator:
            self._check_deletes(draft)
        commit(self._index, draft)
        self._bind(new_ids, who.participant)
        return Admission(draft.change, new_ids, draft.work)

    def load(self, update: bytes) -> None:
        """Take a stored update into the index; it was judged before it was stored."""
        draft = draw(self._index, parse(update, STORED))
        for entry in draft.made.values():
            self._describe(entry)
        commit(self._index, draft)

    def _look(self, parsed: Parsed) -> Admission:
        """Who may not write may still repeat what is known (GA9)."""
        try:
            change = draw(self._index, parsed).change
        except Refusal:
            raise Refusal("forbidden") from None
        if change:
            raise Refusal("forbidden")
        return Admission(change)

    def _check_ids(self, draft: Draft, who: Pass) -> tuple[int, ...]:
        """New structs stand under client ids of this participant, or that nobody had (GA7)."""
        new = []
        for part in draft.change.parts:
            owner = self._bindings.get(part.client)
            if owner is None and not part.clock:
                new.append(part.client)
            elif owner != who.participant:
                raise Refusal("foreign")
        if new and self._ids.get(who.participant, 0) + len(new) > self._limits.client_ids:
            raise Refusal("too_many")
        return tuple(new)

    def _bind(self, clients: tuple[int, ...], participant: str) -> None:
        if clients:
            self._bindings.update(dict.fromkeys(clients, participant))
            self._ids[participant] = self._ids.get(participant, 0) + len(clients)

    def _check_registers(self, made: Iterable[Entry]) -> None:
        for entry in made:
            if not self._describe(entry):
                raise Refusal("key")

    def _describe(self, entry: Entry) -> bool:
        """Say whose a register is; False if the shape knows no such register (GA8)."""
        pattern = self._shape.roots.get(entry.root)
        match = pattern.fullmatch(entry.key) if pattern else None
        if match is None:
            return False
        entry.thing = match["object"] or ""
        entry.birth = match["register"] is None
        return True

    def _check_sizes(self, draft: Draft) -> None:
        count = size = 0
        for part in draft.change.parts:
            count += len(part.structs)
            size += len(part.packed)
        if count > self._limits.structs or draft.work > WORK or size > self._limits.update_bytes:
            raise Refusal("too_many")
        if self.full and (draft.made or size > SMALL * count):
            raise Refusal("board_full")

    def _check_deletes(self, draft: Draft) -> None:
        """Taking away many things at once is for the facilitator (GA11)."""
        emptied = {
            (entry.root, entry.thing)
            for entry, touch in draft.touched.items()
            if touch.live < 0 < entry.live and entry.live + touch.live <= 0
        }
        share = int(self._limits.delete_share * self._index.objects)
        if len(emptied) > max(FEW, min(self._limits.delete_objects, share)):
            raise Refusal("erases_too_much")
