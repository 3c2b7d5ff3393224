"""Updates in the first Yjs format, read into structs and delete ranges (UP1-UP8).

Nothing here knows the document: `parse` says what an update holds and where its bytes lie,
`Change` is what is left of one after the gate, and `merged` packs changes into one update.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from server.sync.codec import UINT_LIMIT, ProtocolError, Reader, uint
from server.sync.ranges import Range, united
from server.sync.refusal import Refusal
from server.sync.values import UNBOUNDED, Bounds, skip_bytes, skip_value

GC, DELETED, BINARY, ANY, SKIP = 0, 1, 3, 8, 10
HAS_ORIGIN, HAS_RIGHT_ORIGIN, HAS_KEY, CONTENT = 0x80, 0x40, 0x20, 0x1F
KNOWN_FLAGS = HAS_ORIGIN | HAS_KEY | CONTENT
CLOCK_LIMIT = 2**31
Id = tuple[int, int]


class Struct:
    """One run of items under one client id: where it stands and what it says of its place.

    `origin` is the item to the left; without one, `root` and `key` are on the wire. The bytes
    lie from `start` up to `end`, the content of `length` items from `content`.
    """

    __slots__ = ("clock", "content", "end", "key", "kind", "length", "origin", "root", "start")

    def __init__(self, clock: int, kind: int, start: int) -> None:
        self.clock = clock
        self.kind = kind
        self.start = start
        self.origin: Id | None = None
        self.root = ""
        self.key = ""
        self.length = 1
        self.content = 0
        self.end = 0


class Parsed(NamedTuple):
    """Everything an update says: its bytes, the structs per client id, the deletes."""

    data: bytes
    sections: dict[int, list[Struct]]
    deletes: dict[int, list[Range]]


class Part(NamedTuple):
    """Structs of one client id, packed: `runs` of them, the clocks from `clock` up to `end`."""

    client: int
    clock: int
    end: int
    runs: int
    packed: bytes


class Change(NamedTuple):
    """What an update brings that was not there: structs, and ranges newly deleted.

    `whole` is the change as one update where it came as such, and empty where it did not.
    """

    parts: Sequence[Part] = ()
    deletes: Mapping[int, Sequence[Range]] = MappingProxyType({})
    whole: bytes = b""

    @property
    def brings_nothing(self) -> bool:
        """Whether everything was known."""
        return not (self.parts or self.deletes)


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of an update is read before it is refused."""

    within: Bounds
    structs: int
    sections: int
    ranges: int


def parse(data: bytes, reading: Reading) -> Parsed:
    """What `data` holds; `ProtocolError` where it is no update, `Refusal` where it is no cloth."""
    reader = Reader(data)
    sections = _sections(reader, reading)
    deletes = _deletes(reader, reading.ranges)
    reader.finish()
    return Parsed(data, sections, deletes)


def _sections(reader: Reader, reading: Reading) -> dict[int, list[Struct]]:
    sections: dict[int, list[Struct]] = {}
    left = reading.structs
    for _ in range(_bounded(reader, reading.sections)):
        count = _bounded(reader, left)
        left -= count
        client = _client(reader)
        if client in sections or not count:
            raise ProtocolError("a client id occurs twice or without structs")
        sections[client] = _structs(reader, reading.within, count)
    return sections


def _structs(reader: Reader, within: Bounds, count: int) -> list[Struct]:
    clock = reader.uint()
    structs = []
    for _ in range(count):
        struct = _struct(reader, within, clock)
        clock += struct.length
        structs.append(struct)
    if clock >= CLOCK_LIMIT:
        raise ProtocolError("a clock is above 2^31")
    return structs


def _struct(reader: Reader, within: Bounds, clock: int) -> Struct:
    start = reader.at
    info = reader.byte()
    kind = info & CONTENT
    struct = Struct(clock, kind, start)
    if kind in (GC, SKIP):
        if info != kind:
            raise ProtocolError("a run without content has a place")
        struct.length = _length(reader)
    else:
        read = _CONTENTS.get(kind)
        if read is None or info & HAS_RIGHT_ORIGIN:
            raise Refusal("content")
        _place(reader, info, struct)
        struct.content = reader.at
        read(reader, within, struct)
    struct.end = reader.at
    return struct


def _place(reader: Reader, info: int, struct: Struct) -> None:
    if info & HAS_ORIGIN:
        struct.origin = (_client(reader), reader.uint())
        return
    parent = reader.uint()
    if parent > 1:
        raise ProtocolError("a parent is neither a root nor an item")
    if not parent or not info & HAS_KEY:
        raise Refusal("content")
    struct.root = reader.text()
    struct.key = reader.text()


def _deleted(reader: Reader, _within: Bounds, struct: Struct) -> None:
    struct.length = _length(reader)


def _binary(reader: Reader, within: Bounds, _struct: Struct) -> None:
    skip_bytes(reader, within)


def _any(reader: Reader, within: Bounds, struct: Struct) -> None:
    struct.length = _length(reader)
    for _ in range(struct.length):
        skip_value(reader, within)


_CONTENTS: Final[Mapping[int, Callable[[Reader, Bounds, Struct], None]]] = {
    DELETED: _deleted,
    BINARY: _binary,
    ANY: _any,
}


def _deletes(reader: Reader, most: int) -> dict[int, list[Range]]:
    count = _bounded(reader, most)
    deletes: dict[int, list[Range]] = {}
    for _ in range(count):
        client = _client(reader)
        if client in deletes:
            raise ProtocolError("a client id occurs twice among the deletes")
        deletes[client] = _ranges(reader, most)
        most -= len(deletes[client])
    return deletes


def _ranges(reader: Reader, most: int) -> list[Range]:
    ranges: list[Range] = []
    last = 0
    for _ in range(_bounded(reader, most)):
        start = reader.uint()
        end = start + reader.uint()
        if not last <= start < end <= CLOCK_LIMIT:
            raise ProtocolError("delete ranges are empty or not in order")
        ranges.append((start, end))
        last = end
    return ranges


def _client(reader: Reader) -> int:
    client = reader.uint()
    if client >= UINT_LIMIT:
        raise ProtocolError("a client id is above 2^53")
    return client


def _length(reader: Reader) -> int:
    length = reader.uint()
    if not length:
        raise ProtocolError("a run of nothing")
    return length


def _bounded(reader: Reader, most: int) -> int:
    """A count of things that take two bytes or more each: they must be there, and not too many."""
    count = reader.uint()
    if 2 * count > reader.end - reader.at:
        raise ProtocolError("a count points past the end")
    if count > most:
        raise Refusal("too_many")
    return count


def beyond(structs: list[Struct], known: int) -> list[Struct]:
    """The structs that reach beyond clock `known`; the first may lie across it."""
    if structs[0].clock >= known:
        return structs
    return [struct for struct in structs if struct.clock + struct.length > known]


def part_from(data: bytes, client: int, structs: list[Struct], known: int) -> Part:
    """What `structs`, which reach beyond clock `known`, bring from there on.

    A run that lies across `known` is cut: its rest joins on to the item before it (UP6).
    """
    head, last = structs[0], structs[-1]
    if head.clock >= known:
        packed = data[head.start : last.end]
    else:
        packed = _cut(data, client, head, known) + data[head.end : last.end]
    return Part(client, head.clock, last.clock + last.length, len(structs), packed)


def _cut(data: bytes, client: int, run: Struct, known: int) -> bytes:
    count = known - run.clock
    run.clock, run.length = known, run.length - count
    if run.kind in (GC, SKIP):
        return bytes((run.kind,)) + uint(run.length)
    run.origin = (client, known - 1)
    place = bytes((HAS_ORIGIN | HAS_KEY | run.kind,)) + uint(client) + uint(known - 1)
    return place + uint(run.length) + _values_after(data, run, count)


def _values_after(data: bytes, run: Struct, count: int) -> bytes:
    if run.kind == DELETED:
        return b""
    reader = Reader(data, run.content)
    reader.uint()
    for _ in range(count):
        skip_value(reader, UNBOUNDED)
    return data[reader.at : run.end]


def merged(changes: Sequence[Change]) -> bytes:
    """One update that does what `changes` do one after the other (UP8)."""
    if len(changes) == 1 and changes[0].whole:
        return changes[0].whole
    parts: dict[int, list[Part]] = {}
    deletes: dict[int, list[Range]] = {}
    for change in changes:
        for part in change.parts:
            parts.setdefault(part.client, []).append(part)
        for client, ranges in change.deletes.items():
            deletes.setdefault(client, []).extend(ranges)
    return _packed_parts(parts) + packed_deletes(deletes)


def _packed_parts(parts: Mapping[int, Sequence[Part]]) -> bytes:
    out = [uint(len(parts))]
    for client in sorted(parts, reverse=True):
        own = parts[client]
        count = sum(part.runs for part in own)
        out += (uint(count), uint(client), uint(own[0].clock))
        out += (part.packed for part in own)
    return b"".join(out)


def packed_deletes(deletes: Mapping[int, Iterable[Range]]) -> bytes:
    """Delete ranges as the end of an update: client ids downwards, ranges upwards and joined."""
    out = [uint(len(deletes))]
    for client in sorted(deletes, reverse=True):
        ranges = united(deletes[client])
        out += (uint(client), uint(len(ranges)))
        out += (uint(start) + uint(end - start) for start, end in ranges)
    return b"".join(out)
