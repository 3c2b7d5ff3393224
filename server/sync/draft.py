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

    def place(self, client: int, struct: Struct) -> bool:
        """Lay one run at the end of its client's; False if what it joins on to is not there."""
        entry = self._register_of(struct)
        if entry is WAITS:
            return False
        tail = self.tails.get(client)
        if tail is None:
            tail = self.tails[client] = Runs(struct.clock)
        tail.append(struct.length, entry)
        if entry is not None:
            self._note(client, struct, entry)
        return True

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
        if struct.origin != touch.last:
            self.work += entry.count + touch.count
        touch.last = (client, struct.clock + struct.length - 1)
        touch.count += struct.length
        touch.live += struct.length
        if struct.origin is not None:
            self.imply(struct.origin[0], struct.origin[1], struct.origin[1] + 1)
        if struct.kind == DELETED:
            self.imply(client, struct.clock, struct.clock + struct.length)

    def imply(self, client: int, start: int, end: int) -> None:
        """Note that these items cannot be live after this draft, whether or not it says so."""
        self.implied.setdefault(client, []).append((start, end))

    def deletions(self) -> Iterator[tuple[int, int, int]]:
        """Every range that is deleted by this draft and was not before."""
        for client in self.change.deletes.keys() | self.implied.keys():
            said = self.change.deletes.get(client, ())
            yield from ((client, start, end) for start, end in said)
            if client in self.implied:
                yield from self._unsaid(client, said)

    def _unsaid(self, client: int, said: list[Range] | tuple[()]) -> Iterator[tuple[int, int, int]]:
        seen = Ranges(said)
        for start, end in self.implied[client]:
            for lone in self._index.undeleted(client, start, end):
                for left, right in seen.missing(*lone):
                    seen.add(left, right)
                    yield client, left, right

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
    draft.gone = list(draft.deletions())
    for client, start, end in draft.gone:
        for entry, count in draft.runs_of(client, start, end):
            if entry is not None:
                draft.touch(entry).live -= count
    return draft


def _new_parts(index: Index, parsed: Parsed) -> list[Part]:
    parts = []
    for section in parsed.sections:
        known = index.clock(section.client)
        part = part_from(parsed.data, section, known)
        if part is None:
            continue
        if part.clock > known or any(struct.kind == SKIP for struct in part.structs):
            raise Refusal("gap")
        parts.append(part)
    return parts


def _place_all(draft: Draft) -> None:
    """Place the structs of all parts, each after what it joins on to, wherever that stands."""
    waiting = [(part.client, iter(part.structs)) for part in draft.change.parts]
    heads = [next(structs, None) for _, structs in waiting]
    moved = True
    while moved:
        moved = False
        for at, (client, structs) in enumerate(waiting):
            head = heads[at]
            while head is not None and draft.place(client, head):
                head = next(structs, None)
                moved = True
            heads[at] = head
    if any(heads):
        raise Refusal("gap")


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
            if struct.kind == ANY and struct.length > 1:
                said = Ranges(draft.change.deletes.get(part.client, ()))
                if said.missing(struct.clock, struct.clock + struct.length):
                    raise Refusal("content")


def commit(index: Index, draft: Draft) -> None:
    """Make the draft part of the index."""
    for client, tail in draft.tails.items():
        index.runs.setdefault(client, Runs()).extend(tail)
    for client, start, end in draft.gone:
        index.deleted.setdefault(client, Ranges()).add(start, end)
    index.registers.update(draft.made)
    for entry, touch in draft.touched.items():
        was = entry.live > 0
        entry.count += touch.count
        entry.live += touch.live
        entry.last = touch.last
        if entry.birth:
            index.objects += (entry.live > 0) - was
