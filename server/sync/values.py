"""Plain values as Yjs packs them: stepped over and judged, never built (VA1-VA5)."""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Final

from server.sync.codec import UINT_LIMIT, ProtocolError, Reader
from server.sync.limits import Limits
from server.sync.refusal import Refusal

DEPTH = 3
FIELDS = 32
FIELD_BYTES = 32
ELEMENTS = 1_000
NUMBER_BYTES = 5
"""What one number of a packed stroke takes at most."""
LAST_SHIFT = 6 + 7 * 7
_ABOVE_ASCII = bytes(range(128, 256))
_SINGLE = struct.Struct(">f").unpack_from
_DOUBLE = struct.Struct(">d").unpack_from


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long a text and how many numbers a run of bytes may be."""

    characters: int
    numbers: int


def bounds(limits: Limits) -> Bounds:
    """The bounds of values under these limits; a point is two numbers."""
    return Bounds(limits.text_characters, 2 * limits.stroke_points)


UNBOUNDED = Bounds(UINT_LIMIT, UINT_LIMIT)


def skip_value(reader: Reader, within: Bounds, depth: int = 1) -> None:
    """Step over one value; `Refusal` unless it is plain, shallow and within bounds."""
    skip = _SKIPS.get(reader.byte())
    if skip is None or depth > DEPTH:
        raise Refusal("value")
    skip(reader, within, depth)


def skip_bytes(reader: Reader, within: Bounds, _depth: int = 1) -> None:
    """Step over bytes: a stroke's packed numbers, each ending in a byte below 128 (VA4)."""
    size = reader.uint()
    at = reader.skip(size)
    if size > within.numbers:
        if size > NUMBER_BYTES * within.numbers:
            raise Refusal("value")
        if len(reader.data[at : at + size].translate(None, _ABOVE_ASCII)) > within.numbers:
            raise Refusal("value")


def _nothing(_reader: Reader, _within: Bounds, _depth: int) -> None:
    pass


def _integer(reader: Reader, _within: Bounds, _depth: int) -> None:
    """A signed varint: six bits and a sign, then seven bits a byte, below 2^53 (VA2)."""
    byte = reader.byte()
    size, shift = byte & 63, 6
    while byte > 127:
        byte = reader.byte()
        size |= (byte & 127) << shift
        shift += 7
        if size >= UINT_LIMIT or shift > LAST_SHIFT:
            raise Refusal("value")


def _single(reader: Reader, _within: Bounds, _depth: int) -> None:
    if not isfinite(_SINGLE(reader.data, reader.skip(4))[0]):
        raise Refusal("value")


def _double(reader: Reader, _within: Bounds, _depth: int) -> None:
    if not isfinite(_DOUBLE(reader.data, reader.skip(8))[0]):
        raise Refusal("value")


def _text(reader: Reader, within: Bounds, _depth: int) -> None:
    taken = reader.take()
    if not taken.isascii():
        _check_utf8(taken, within)
    elif len(taken) > within.characters:
        raise Refusal("value")


def _check_utf8(taken: bytes, within: Bounds) -> None:
    try:
        characters = len(taken.decode())
    except UnicodeDecodeError:
        raise ProtocolError("a text is not UTF-8") from None
    if characters > within.characters:
        raise Refusal("value")


def _array(reader: Reader, within: Bounds, depth: int) -> None:
    for _ in range(_count(reader, ELEMENTS)):
        skip_value(reader, within, depth + 1)


def _object(reader: Reader, within: Bounds, depth: int) -> None:
    for _ in range(_count(reader, FIELDS)):
        if not is_plain_name(reader.take()):
            raise Refusal("value")
        skip_value(reader, within, depth + 1)


@lru_cache(maxsize=256)
def is_plain_name(name: bytes) -> bool:
    """Whether a field's name is a short ASCII word and nothing that a browser would act on."""
    return (
        len(name) <= FIELD_BYTES
        and name.isascii()
        and name.decode().isidentifier()
        and not name.startswith(b"__")
    )


def _count(reader: Reader, most: int) -> int:
    count = reader.uint()
    if count > most:
        raise Refusal("value")
    return count


_SKIPS: Final[Mapping[int, Callable[[Reader, Bounds, int], None]]] = {
    127: _nothing,
    126: _nothing,
    125: _integer,
    124: _single,
    123: _double,
    121: _nothing,
    120: _nothing,
    119: _text,
    118: _object,
    117: _array,
    116: skip_bytes,
}
