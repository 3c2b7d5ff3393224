"""An update laid into the index on trial: what is new in it, where that belongs, what it changes.

`lay` puts it in as far as it joins on; then `keep` makes that last, or `undo` takes all of it
back. One of the two must follow, before anything else happens to the index.
"""

from collections.abc import Iterator
from typing import NamedTuple

from server.sync.index import Entry, Index, Runs
from server.sync.ranges import Range, Ranges
from server.sync.refusal import Refusal
from server.sync.update import (
    DELETED,
    GC,
    SKIP,
    Change,
    Id,
    Parsed,
    Part,
    Struct,
    beyond,
    part_from,
)

WAITS = Entry("", "")
"""Stands for the register of an item that is not there yet."""


class Most(NamedTuple):
    """Under how many client ids, and in how many ranges, an update may bring something new."""

    parts: int
    ranges: int


class Waiting:
    """The new structs of one client id, and how many of them have found their place."""

    __slots__ = ("client", "placed", "structs")

    def __init__(self, client: int, structs: list[Struct]) -> None:
        self.client = client
        self.structs = structs
        self.placed = 0


class Trial:
    """One update on its way through the gate."""

    __slots__ = (
        "_before",
        "_begun",
        "_former",
        "_implied",
        "_index",
        "_placed",
        "_waiting",
        "deletes",
        "gone",
        "made",
        "parts",
        "weight",
        "work",
    )

    def __init__(self, index: Index) -> None:
        self._index = index
        self._begun: dict[int, int] = {}
        self._before: dict[Entry, tuple[int, int, Id | None]] = {}
        self._former: list[tuple[int, int, int]] = []
        self._implied: dict[int, list[Range]] = {}
        self._placed = 0
        self._waiting: list[Waiting] = []
        self.parts: list[Part] = []
        """What is new, per client id."""
        self.deletes: dict[int, list[Range]] = {}
        """What is newly deleted by the words of the update."""
        self.made: dict[tuple[str, str], Entry] = {}
        """Registers that did not exist."""
        self.gone: list[tuple[int, int, int]] = []
        """Ranges that are deleted by now and were not before."""
        self.weight = 0
        """How many items that are."""
        self.work = 0
        """Among how many items the new ones must be sorted."""

    def lay(self, parsed: Parsed, most: Most) -> None:
        """Lay an update into the index; `Refusal` where it does not join on (GA3-GA5).

        New structs under several client ids are gone through again and again until each has
        found the one it joins on to; hence `most`.
        """
        self._take_parts(parsed)
        if len(self.parts) > most.parts:
            raise Refusal("too_many")
        self._place_all()
        self._take_deletes(parsed, most.ranges)
        self._check_former()
        self._note_gone()

    @property
    def change(self) -> Change:
        """What is new of the update."""
        return Change(self.parts, self.deletes)

    def undo(self) -> None:
        """Take everything back."""
        for entry, (count, live, last) in self._before.items():
            entry.count, entry.live, entry.last = count, live, last
        for client, clock in self._begun.items():
            runs = self._index.runs[client]
            runs.cut(clock)
            if not runs.next:
                del self._index.runs[client]

    def keep(self) -> None:
        """Make everything last."""
        index = self._index
        for client, start, end in self.gone:
            index.delete(client, start, end)
        if self.made:
            index.registers.update(self.made)
        for entry, (_, live, _) in self._before.items():
            if entry.birth:
                index.objects += (entry.live > 0) - (live > 0)

    def emptied(self) -> set[tuple[str, str]]:
        """The things of which this takes away a register's last live value."""
        return {
            (entry.root, entry.thing)
            for entry, (_, live, _) in self._before.items()
            if entry.live <= 0 < live
        }

    def _take_parts(self, parsed: Parsed) -> None:
        runs = self._index.runs
        for client, structs in parsed.sections.items():
            known = runs[client].next if client in runs else 0
            new = beyond(structs, known)
            if new:
                if new[0].clock > known:
                    raise Refusal("gap")
                self.parts.append(part_from(parsed.data, client, new, known))
                self._waiting.append(Waiting(client, new))

    def _place_all(self) -> None:
        """Place the structs of all parts, each after what it joins on to, wherever that stands."""
        waiting = self._waiting
        placed = -1
        while waiting:
            if placed == self._placed:
                raise Refusal("gap")
            placed = self._placed
            waiting = [those for those in waiting if not self._place(those)]

    def _place(self, those: Waiting) -> bool:
        """Lay structs at the end of their client's; False where one joins on to nothing yet."""
        client = those.client
        runs = self._index.runs.get(client)
        if runs is None:
            runs = self._index.runs[client] = Runs()
        if not those.placed:
            self._begun[client] = runs.next
        for struct in those.structs[those.placed :] if those.placed else those.structs:
            entry = self._register_of(struct)
            if entry is WAITS:
                return False
            runs.append(struct.length, entry)
            if entry is not None:
                self._note(client, struct, entry)
            those.placed += 1
            self._placed += 1
        return True

    def _register_of(self, struct: Struct) -> Entry | None:
        """The register in which a run lies; None for a garbage-collected one."""
        if struct.origin is not None:
            client, clock = struct.origin
            runs = self._index.runs.get(client)
            if runs is None or clock >= runs.next:
                return WAITS
            entry = runs.entry_at(clock)
            if entry is None:
                raise Refusal("origin")
            return entry
        if struct.kind == GC:
            return None
        if struct.kind == SKIP:
            raise Refusal("gap")
        place = (struct.root, struct.key)
        entry = self._index.registers.get(place) or self.made.get(place)
        if entry is None:
            entry = self.made[place] = Entry(*place)
        return entry

    def _note(self, client: int, struct: Struct, entry: Entry) -> None:
        """Note what one run does to its register."""
        if entry not in self._before:
            self._before[entry] = (entry.count, entry.live, entry.last)
        origin, start, length = struct.origin, struct.clock, struct.length
        if origin != entry.last:
            self.work += entry.count
        entry.last = (client, start + length - 1)
        entry.count += length
        entry.live += length
        if origin is not None:
            self._imply(origin[0], (origin[1], origin[1] + 1))
        if struct.kind == DELETED:
            self._imply(client, (start, start + length))
        elif length > 1:
            self._former.append((client, start, start + length))

    def _imply(self, client: int, items: Range) -> None:
        """Note that these items cannot be live any more, whether or not the update says so."""
        ranges = self._implied.get(client)
        if ranges is None:
            self._implied[client] = [items]
        else:
            ranges.append(items)

    def _take_deletes(self, parsed: Parsed, most: int) -> None:
        index = self._index
        for client, ranges in parsed.deletes.items():
            if ranges and ranges[-1][1] > index.clock(client):
                raise Refusal("gap")
            new = index.undeleted(client, ranges)
            if new:
                self.deletes[client] = new
                most -= len(new)
        if most < 0:
            raise Refusal("too_many")

    def _check_former(self) -> None:
        """Several values in one run are former values: all of them are deleted (UP5)."""
        for client, start, end in self._former:
            if Ranges(self.deletes.get(client, ())).missing(start, end):
                raise Refusal("content")

    def _note_gone(self) -> None:
        """Work out what is gone by now, and what that takes from the registers."""
        said = self.deletes
        for client, ranges in said.items():
            for each in ranges:
                self._lose(client, *each)
        for client, ranges in self._implied.items():
            spoken = said.get(client, ())
            unsaid = [each for each in ranges if each not in spoken]
            for each in self._lone(client, unsaid) if unsaid else ():
                self._lose(client, *each)

    def _lose(self, client: int, start: int, end: int) -> None:
        self.gone.append((client, start, end))
        self.weight += end - start
        for entry, count in self._index.runs[client].overlaps(start, end):
            if entry is not None:
                if entry not in self._before:
                    self._before[entry] = (entry.count, entry.live, entry.last)
                entry.live -= count

    def _lone(self, client: int, ranges: list[Range]) -> Iterator[Range]:
        """What of these ranges is deleted neither before nor by the words of the update."""
        seen = Ranges(self.deletes.get(client, ()))
        for start, end in ranges:
            for lone in self._index.undeleted(client, [(start, end)]):
                for left, right in seen.missing(*lone):
                    seen.add(left, right)
                    yield left, right
