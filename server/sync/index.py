"""The shadow of a document: enough of it to judge an update without asking pycrdt (GA2).

Per client id the next clock, the register of each run of items, and what is deleted; per
register how many items it has had and how many of them may be live.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from server.sync.ranges import Range, Ranges
from server.sync.shape import Shape
from server.sync.update import Id


class Entry:
    """One register of one root: `thing` is whose it is, `birth` whether it makes that thing."""

    __slots__ = ("birth", "count", "key", "last", "live", "root", "thing")

    def __init__(self, root: str, key: str) -> None:
        self.root = root
        self.key = key
        self.thing = key
        self.birth = False
        self.count = 0
        self.live = 0
        self.last: Id | None = None

    def finds_place(self, shape: Shape) -> bool:
        """Find out whose this register is; False where `shape` knows no such register (GA8)."""
        pattern = shape.roots.get(self.root)
        match = pattern.fullmatch(self.key) if pattern else None
        if match is None:
            return False
        thing, register = match["object"], match["register"]
        self.thing = thing or ""
        self.birth = register is None
        return True


class Runs:
    """The items of one client id from 0 up to `next`, as runs of one register each.

    A run without register is a gap that was garbage-collected: nothing can join on to it.
    """

    __slots__ = ("entries", "next", "starts")

    def __init__(self) -> None:
        self.next = 0
        self.starts: list[int] = []
        self.entries: list[Entry | None] = []

    def append(self, length: int, entry: Entry | None) -> None:
        """Put `length` items of `entry` at the end."""
        if not self.entries or self.entries[-1] is not entry:
            self.starts.append(self.next)
            self.entries.append(entry)
        self.next += length

    def cut(self, clock: int) -> None:
        """Forget what lies from `clock` on."""
        keep = bisect_left(self.starts, clock)
        del self.starts[keep:], self.entries[keep:]
        self.next = clock

    def entry_at(self, clock: int) -> Entry | None:
        """The register of one item; the clock must lie within."""
        return self.entries[bisect_right(self.starts, clock) - 1]

    def overlaps(self, start: int, end: int) -> list[tuple[Entry | None, int]]:
        """The registers of `[start, end)` with how many of these clocks belong to each."""
        at = bisect_right(self.starts, start) - 1
        if end - start == 1:
            return [(self.entries[at], 1)]
        out = []
        while start < end:
            until = self.starts[at + 1] if at + 1 < len(self.starts) else self.next
            out.append((self.entries[at], min(until, end) - start))
            start = until
            at += 1
        return out


class Index:
    """What the gate knows of a document."""

    __slots__ = ("deleted", "objects", "registers", "runs")

    def __init__(self) -> None:
        self.runs: dict[int, Runs] = {}
        self.deleted: dict[int, Ranges] = {}
        self.registers: dict[tuple[str, str], Entry] = {}
        self.objects = 0

    def clock(self, client: int) -> int:
        """The clock that the next item of `client` must have."""
        runs = self.runs.get(client)
        return runs.next if runs else 0

    def clocks(self) -> Mapping[int, int]:
        """The state vector that the document must have."""
        return {client: runs.next for client, runs in self.runs.items()}

    def undeleted(self, client: int, ranges: list[Range]) -> list[Range]:
        """What of these ranges, which are in order, is not known to be deleted."""
        deleted = self.deleted.get(client)
        return deleted.new_of(ranges) if deleted else ranges

    def delete(self, client: int, start: int, end: int) -> None:
        """Note that these items are deleted."""
        deleted = self.deleted.get(client)
        if deleted is None:
            deleted = self.deleted[client] = Ranges()
        deleted.add(start, end)
