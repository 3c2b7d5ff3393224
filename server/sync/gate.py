"""The gate: nothing of a client reaches the document before it was judged here (GA1-GA13)."""

from collections.abc import Mapping
from typing import NamedTuple

from server.sync.index import Index
from server.sync.limits import Limits
from server.sync.ordinary import Ordinary
from server.sync.owners import Owners
from server.sync.passes import Pass
from server.sync.refusal import Refusal
from server.sync.shape import Shape
from server.sync.trial import Most, Trial
from server.sync.update import CLOCK_LIMIT, Change, Reading, parse
from server.sync.values import UNBOUNDED, bounds

STRUCTS_READ = 5
"""How many times `Limits.structs` are read, since what is known comes along again."""
SECTIONS = 5_000
RANGES = 100_000
MOST = Most(parts=64, ranges=20_000)
WORK = 200_000
"""How many items one update may be sorted among; each costs some 50 ns natively."""
FEW = 5
"""So many things may always be deleted at once, however small the board."""
SMALL = 128
"""Bytes of a struct that still counts as a move on a full board."""
STORED = Reading(UNBOUNDED, CLOCK_LIMIT, CLOCK_LIMIT, CLOCK_LIMIT)
ALL = Most(CLOCK_LIMIT, CLOCK_LIMIT)


class Admission(NamedTuple):
    """What an admitted update brings (nothing, if all was known) and what it cost to judge."""

    change: Change
    bound: tuple[int, ...] = ()
    work: int = 0


class Gate:
    """Judges updates against the index and, once one is admitted, makes it part of the index."""

    def __init__(self, shape: Shape, limits: Limits, owners: Owners) -> None:
        self._shape = shape
        self._limits = limits
        self._owners = owners
        self._index = Index()
        self._reading = Reading(bounds(limits), STRUCTS_READ * limits.structs, SECTIONS, RANGES)
        self._ordinary = Ordinary(shape, self._index, self._reading.within)
        self._short = min(limits.structs, limits.update_bytes)
        """So short that an update cannot bring too much."""
        self.full = False
        """Whether the board has no room for more (LI3)."""

    def admit(self, update: bytes, who: Pass) -> Admission:
        """Judge one update; `ProtocolError` if it is none, `Refusal` if it may not in."""
        if who.may_write and not self.full and len(update) <= self._short:
            change = self._ordinary.admit(update, who.participant)
            if change is not None:
                return Admission(change)
        return self.judge(update, who)

    def judge(self, update: bytes, who: Pass) -> Admission:
        """Do what `admit` does, with every update in the same way."""
        parsed = parse(update, self._reading)
        trial = Trial(self._index)
        try:
            trial.lay(parsed, MOST)
            is_new = trial.parts or trial.deletes
            new_ids = self._check(trial, who, len(update)) if is_new else ()
        except Refusal:
            trial.undo()
            if who.may_write:
                raise
            raise Refusal("forbidden") from None
        trial.keep()
        if new_ids:
            self._owners.bind(new_ids, who.participant)
        for part in trial.parts:
            self._ordinary.learn(part.client, who.participant)
        return Admission(trial.change, new_ids, trial.work)

    def load(self, update: bytes) -> None:
        """Take a stored update into the index; it was judged before it was stored."""
        trial = Trial(self._index)
        trial.lay(parse(update, STORED), ALL)
        for entry in trial.made.values():
            entry.finds_place(self._shape)
        trial.keep()

    def _check(self, trial: Trial, who: Pass, size: int) -> tuple[int, ...]:
        """Judge what is new; gives the client ids that are used for the first time."""
        if not who.may_write:
            raise Refusal("forbidden")
        new_ids = self._check_ids(trial, who)
        for entry in trial.made.values():
            if not entry.finds_place(self._shape):
                raise Refusal("key")
        if trial.work > WORK:
            raise Refusal("too_many")
        if self.full or size > self._short:
            self._check_sizes(trial)
        if trial.weight > FEW and not who.facilitator:
            self._check_deletes(trial)
        return new_ids

    def _check_ids(self, trial: Trial, who: Pass) -> tuple[int, ...]:
        """New structs stand under client ids of this participant, or that nobody had (GA7)."""
        new = []
        for part in trial.parts:
            owner = self._owners.writer(part.client)
            if owner == who.participant:
                continue
            if owner or part.clock or not self._owners.may_take(part.client, who.participant):
                raise Refusal("foreign")
            new.append(part.client)
        if new and self._owners.count(who.participant) + len(new) > self._limits.client_ids:
            raise Refusal("too_many")
        return tuple(new)

    @property
    def clocks(self) -> Mapping[int, int]:
        """The state vector that the document must have."""
        return self._index.clocks()

    def _check_sizes(self, trial: Trial) -> None:
        """Bound what comes in at once (GA10), and on a full board what makes it grow (LI3)."""
        count = sum(part.runs for part in trial.parts)
        size = sum(len(part.packed) for part in trial.parts)
        if count > self._limits.structs or size > self._limits.update_bytes:
            raise Refusal("too_many")
        if self.full and (trial.made or size > SMALL * count):
            raise Refusal("board_full")

    def _check_deletes(self, trial: Trial) -> None:
        """Taking away many things at once is for the facilitator (GA11)."""
        share = int(self._limits.delete_share * self._index.objects)
        if len(trial.emptied()) > max(FEW, min(self._limits.delete_objects, share)):
            raise Refusal("erases_too_much")
