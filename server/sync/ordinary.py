"""The update that nearly all are, judged without ceremony: one value of one register (GA13).

`Ordinary.admit` answers what the gate would answer, or nothing at all: then the gate itself
looks. It knows the two forms in which browsers write, looks at every byte of them, and refuses
nothing.
"""

import re
from typing import NamedTuple

from server.sync.codec import uint
from server.sync.index import Entry, Index, Runs
from server.sync.plain import plain_end
from server.sync.ranges import Range
from server.sync.shape import Shape
from server.sync.update import Change, Part
from server.sync.values import Bounds

CLIENT = rb"([\x80-\xff]{0,7}[\x00-\x7f])"
CLOCK = rb"([\x80-\xff]{0,3}[\x00-\x7f])"
# one section with one item; its flags, its place, and the count of its values, which is one
REWRITE = rb"\x01\x01" + CLIENT + CLOCK + rb"\xa8" + CLIENT + CLOCK + rb"\x01"
FIRST = rb"\x01\x01" + CLIENT + CLOCK + rb"\x28\x01(%b)([\x01-\x7f])([!-~]+)\x01"
NO_DELETES = b"\x00"


class Pen(NamedTuple):
    """A client id that somebody writes under, and its items."""

    client: int
    participant: str
    runs: Runs


class Ordinary:
    """Judges ordinary updates under client ids that are bound already."""

    def __init__(self, shape: Shape, index: Index, within: Bounds) -> None:
        self._shape = shape
        self._index = index
        self._within = within
        self._roots = {bytes((len(name),)) + name.encode(): name for name in shape.roots}
        roots = b"|".join(map(re.escape, self._roots))
        self._match_first = re.compile(FIRST % roots).match
        self._match_rewrite = re.compile(REWRITE).match
        self._pens: dict[bytes, Pen] = {}

    def learn(self, client: int, participant: str) -> None:
        """Know from now who writes under a client id; that never changes (GA7)."""
        packed = uint(client)
        if packed not in self._pens:
            self._pens[packed] = Pen(client, participant, self._index.runs[client])

    def admit(self, update: bytes, participant: str) -> Change | None:
        """Take an update in; None if it is not an ordinary one."""
        try:
            found = self._match_rewrite(update)
            if found:
                return self._rewrite(update, found, participant)
            found = self._match_first(update)
            return self._first(update, found, participant) if found else None
        except IndexError:
            # it breaks off
            return None

    def _first(self, update: bytes, found: re.Match[bytes], participant: str) -> Change | None:
        """The first value that a register ever had."""
        client, clock, packed_root, size, packed_key = found.groups()
        pen = self._pen(client, clock, participant)
        if pen is None or size[0] != len(packed_key):
            return None
        end = plain_end(update, found.end(), self._within)
        place = (self._roots[packed_root], packed_key.decode())
        if update[end:] != NO_DELETES or place in self._index.registers:
            return None
        entry = Entry(*place)
        if not entry.finds_place(self._shape):
            return None
        self._index.registers[place] = entry
        self._index.objects += entry.birth
        entry.live = 1
        return Change([_write(pen, entry, update[2 + len(client) + len(clock) : end])], {}, update)

    def _rewrite(self, update: bytes, found: re.Match[bytes], participant: str) -> Change | None:
        """A value over the last one that a register had, which goes."""
        client, clock, packed_former, packed_at = found.groups()
        pen, former = self._pen(client, clock, participant), self._pens.get(packed_former)
        if pen is None or former is None:
            return None
        item = _item(packed_at)
        entry = former.runs.entry_at(item[0]) if item[0] < former.runs.next else None
        end = plain_end(update, found.end(), self._within)
        if (
            entry is None
            or entry.last != (former.client, item[0])
            or update[end:] != b"\x01%b\x01%b\x01" % (packed_former, packed_at)
            or not self._index.undeleted(former.client, [item])
        ):
            return None
        self._index.delete(former.client, *item)
        packed = update[2 + len(client) + len(clock) : end]
        return Change([_write(pen, entry, packed)], {former.client: [item]}, update)

    def _pen(self, packed_client: bytes, packed_clock: bytes, participant: str) -> Pen | None:
        """Whose client id this is, if the participant's, and if the clock is its next."""
        pen = self._pens.get(packed_client)
        if pen is None or pen.participant != participant or packed_clock != uint(pen.runs.next):
            return None
        return pen


def _item(packed_clock: bytes) -> Range:
    """The one clock in a varint; one that was padded lies beyond every item."""
    if len(packed_clock) > 1 and not packed_clock[-1]:
        return (1 << 62, 0)
    clock = 0
    for byte in reversed(packed_clock):
        clock = clock << 7 | byte & 127
    return (clock, clock + 1)


def _write(pen: Pen, entry: Entry, packed: bytes) -> Part:
    clock = pen.runs.next
    pen.runs.append(1, entry)
    entry.count += 1
    entry.last = (pen.client, clock)
    return Part(pen.client, clock, clock + 1, 1, packed)
