"""An update laid beside the index: what is new in it, where that belongs, what it would change.

Drawing up a draft changes nothing; `commit` does, once the gate has agreed.
"""

from collections.abc import Iterator

from server.sync.index import Entry, Index, Runs
from server.sync.ranges import Range, Ranges
from server.sync.refusal import Refusal
from server.sync.update import (
    ANY,
    DELETED,
    GC,
    SKIP,
    Change,
    Id,
    Parsed,
    Part,
    Struct,
    part_from,
)

WAITS = Entry("", "")
"""Stands for the register of an item that is not there yet."""


class Touch:
    """What a draft does to one register."""

    __slots__ = ("count", "last", "live")

    def __init__(self, last: Id | None) -> None:
        self.count = 0
        self.live = 0
        self.last = last


class Draft:
    """`change` is what is new; `work` counts the items it must be sorted among.

    `gone` are the ranges that are deleted after it and were not before.
    """

    __slots__ = ("_index", "change", "gone", "implied", "made", "tails", "touched", "work")

    def __init__(self, index: Index) -> None:
        self._index = index
        self.change = Change()
        self.tails: dict[int, Runs] = {}
        self.made: dict[tuple[str, str], Entry] = {}
        self.touched: dict[Entry, Touch] = {}
        self.implied: dict[int, list[Range]] = {}
        self.gone: list[tuple[int, int, int]] = []
        self.work = 0

    def touch(self, entry: Entry) -> Touch:
        """What this draft does to `entry` so far."""
        touch = self.touched.get(entry)
        if touch is None:
            touch = self.touched[entry] = Touch(entry.last)
        return touch

    def clock(self, client: int) -> int:
        """The next clock of `client` after this draft."""
        tail = self.tails.get(client)
        return tail.next if tail else self._index.clock(client)

    def entry_at(self, item: Id) -> Entry | None:
        """The register of an item, `WAITS` if the item is not there (yet)."""
        client, clock = item
        runs = self.tails.get(client)
        if runs is None or clock < runs.base:
            runs = self._index.runs.get(client)
        if runs is None or clock >= runs.next:
            return WAITS
        return runs.entry_at(clock)

    def register(self, root: str, key: str) -> Entry:
        """The register under a key, made if need be."""
        place = (root, key)
        entry = self._index.registers.get(place) or self.made.get(place)
        if entry is None:
            entry = self.made[place] = Entry(root, key)
        return entry

    def place_run(self, client: int, structs: list[Struct], at: int) -> int:
        """Lay structs at the end of their client's, from the `at`-th on; gives how far it came.

        It stops at the first struct that joins on to an item that is not there (yet).
        """
        tail = self.tails.get(client)
        if tail is None:
            tail = self.tails[client] = Runs(structs[0].clock)
        for struct in structs[at:]:
            entry = self._register_of(struct)
            if entry is WAITS:
                break
            tail.append(struct.length, entry)
            if entry is not None:
                self._note(client, struct, entry)
            at += 1
        return at

    def _register_of(self, struct: Struct) -> Entry | None:
        if struct.kind == GC:
            return None
        if struct.origin is None:
            return self.register(struct.root, struct.key)
        entry = self.entry_at(struct.origin)
        if entry is None:
            raise Refusal("origin")
        return entry

    def _note(self, client: int, struct: Struct, entry: Entry) -> None:
        touch = self.touch(entry)
        origin, start = struct.origin, struct.clock
        end = start + struct.length
        if origin != touch.last:
            self.work += entry.count + touch.count
        touch.last = (client, end - 1)
        touch.count += struct.length
        touch.live += struct.length
        if origin is not None:
            self._imply(origin[0], (origin[1], origin[1] + 1))
        if struct.kind == DELETED:
            self._imply(client, (start, end))

    def _imply(self, client: int, items: Range) -> None:
        """Note that these items cannot be live after this draft, whether or not it says so."""
        ranges = self.implied.get(client)
        if ranges is None:
            self.implied[client] = [items]
        else:
            ranges.append(items)

    def note_gone(self) -> None:
        """Work out `gone`, and what that takes from the registers."""
        said = self.change.deletes
        gone = [(client, *each) for client, ranges in said.items() for each in ranges]
        for client, ranges in self.implied.items():
            unsaid = [each for each in ranges if each not in said.get(client, ())]
            gone += ((client, *each) for each in self._lone(client, unsaid))
        for client, start, end in gone:
            for entry, count in self.runs_of(client, start, end):
                if entry is not None:
                    self.touch(entry).live -= count
        self.gone = gone

    def _lone(self, client: int, ranges: list[Range]) -> Iterator[Range]:
        """What of these ranges is deleted neither before nor by the words of this draft."""
        if not ranges:
            return
        seen = Ranges(self.change.deletes.get(client, ()))
        for start, end in ranges:
            for lone in self._index.undeleted(client, start, end):
                for left, right in seen.missing(*lone):
                    seen.add(left, right)
                    yield left, right

    def runs_of(self, client: int, start: int, end: int) -> Iterator[tuple[Entry | None, int]]:
        """The registers of a range, in the index and in this draft."""
        tail = self.tails.get(client)
        base = tail.base if tail else end
        if start < base:
            yield from self._index.runs[client].overlaps(start, min(end, base))
        if tail and end > base:
            yield from tail.overlaps(max(start, base), end)


def draw(index: Index, parsed: Parsed) -> Draft:
    """Lay an update beside the index; `Refusal` where it does not join on (GA3-GA6)."""
    draft = Draft(index)
    draft.change.parts = _new_parts(index, parsed)
    _place_all(draft)
    draft.change.deletes = _new_deletes(index, draft, parsed)
    _check_runs(draft)
    draft.note_gone()
    return draft


def _new_parts(index: Index, parsed: Parsed) -> list[Part]:
    parts = []
    for client, structs in parsed.sections.items():
        known = index.clock(client)
        part = part_from(parsed.data, client, structs, known)
        if part is None:
            continue
        if part.clock > known or any(struct.kind == SKIP for struct in part.structs):
            raise Refusal("gap")
        parts.append(part)
    return parts


def _place_all(draft: Draft) -> None:
    """Place the structs of all parts, each after what it joins on to, wherever that stands."""
    waiting = [(part.client, part.structs, 0) for part in draft.change.parts]
    while waiting:
        still = []
        moved = False
        for client, structs, at in waiting:
            placed = draft.place_run(client, structs, at)
            moved = moved or placed > at
            if placed < len(structs):
                still.append((client, structs, placed))
        if still and not moved:
            raise Refusal("gap")
        waiting = still


def _new_deletes(index: Index, draft: Draft, parsed: Parsed) -> dict[int, list[Range]]:
    deletes = {}
    for client, ranges in parsed.deletes.items():
        if ranges and ranges[-1][1] > draft.clock(client):
            raise Refusal("gap")
        new = [lone for start, end in ranges for lone in index.undeleted(client, start, end)]
        if new:
            deletes[client] = new
    return deletes


def _check_runs(draft: Draft) -> None:
    """Several values in one run are former values of one register: all of them are deleted."""
    for part in draft.change.parts:
        for struct in part.structs:
            if struct.length > 1 and struct.kind == ANY:
                said = Ranges(draft.change.deletes.get(part.client, ()))
                if said.missing(struct.clock, struct.clock + struct.length):
                    raise Refusal("content")


def commit(index: Index, draft: Draft) -> None:
    """Make the draft part of the index."""
    for client, tail in draft.tails.items():
        runs = index.runs.get(client)
        if runs is None:
            index.runs[client] = tail
        else:
            runs.extend(tail)
    for client, start, end in draft.gone:
        deleted = index.deleted.get(client)
        if deleted is None:
            deleted = index.deleted[client] = Ranges()
        deleted.add(start, end)
    index.registers.update(draft.made)
    for entry, touch in draft.touched.items():
        was = entry.live > 0
        entry.count += touch.count
        entry.live += touch.live
        entry.last = touch.last
        if entry.birth:
            index.objects += (entry.live > 0) - was
