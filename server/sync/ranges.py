"""Sets of clocks as ranges `(start, end)`, the end not included."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

Range = tuple[int, int]


def united(ranges: Iterable[Range]) -> list[Range]:
    """The same clocks in order, with ranges that touch made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


class Ranges:
    """A growing set of clocks."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Sequence[Range] = ()) -> None:
        """Begin with ranges that are in order and do not overlap."""
        self._starts: list[int] = [start for start, _ in ranges]
        self._ends: list[int] = [end for _, end in ranges]

    def missing(self, start: int, end: int) -> list[Range]:
        """What of `[start, end)` is not in the set."""
        starts, ends = self._starts, self._ends
        at = bisect_right(ends, start)
        out: list[Range] = []
        while start < end:
            if at == len(starts) or starts[at] >= end:
                out.append((start, end))
                break
            if start < starts[at]:
                out.append((start, starts[at]))
            start = ends[at]
            at += 1
        return out

    def new_of(self, ranges: Iterable[Range]) -> list[Range]:
        """What of these ranges, which are in order, is not in the set."""
        starts, ends, at = self._starts, self._ends, 0
        out: list[Range] = []
        for start, end in ranges:
            at = bisect_right(ends, start, at)
            if at == len(starts) or start < starts[at] or end > ends[at]:
                out += self.missing(start, end)
        return out

    def add(self, start: int, end: int) -> None:
        """Put `[start, end)` into the set."""
        starts, ends = self._starts, self._ends
        first = bisect_left(ends, start)
        last = bisect_right(starts, end)
        if first < last:
            start = min(start, starts[first])
            end = max(end, ends[last - 1])
        starts[first:last] = [start]
        ends[first:last] = [end]

    def __iter__(self) -> Iterator[Range]:
        return zip(self._starts, self._ends, strict=True)
