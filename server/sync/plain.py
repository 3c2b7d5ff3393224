"""The quick way over a plain value of the kinds and sizes that people make (VA1-VA5).

What is anything else is left to `values`: the end is then `NOWHERE`.
"""

import struct
from math import isfinite

from server.sync.values import DEPTH, FIELDS, Bounds, is_plain_name

NOWHERE = 1 << 62
"""Behind the end of everything."""
INTEGER_BYTES = 6
"""So long that it is surely below 2^53."""
_SINGLE = struct.Struct(">f").unpack_from
_DOUBLE = struct.Struct(">d").unpack_from
BYTES, ARRAY, OBJECT, TEXT, DOUBLE, SINGLE, INTEGER = 116, 117, 118, 119, 123, 124, 125
SIZED, MANY = (TEXT, BYTES), (OBJECT, ARRAY)
BARE = frozenset({120, 121, 126, 127})


def plain_end(data: bytes, at: int, within: Bounds, depth: int = 1) -> int:
    """Where the value ends that begins at `at`; `IndexError` if there is none.

    It may lie behind the end of `data`, and is no value then.
    """
    tag = data[at]
    at += 1
    if tag in SIZED:
        return _sized_end(data, at, tag, within)
    if tag == INTEGER:
        return _integer_end(data, at)
    if tag in BARE:
        return at
    if tag in MANY:
        return _many_end(data, at, tag, within, depth + 1)
    return _float_end(data, at, tag)


def _sized_end(data: bytes, at: int, tag: int, within: Bounds) -> int:
    size = data[at]
    at += 1
    if size > 127:
        if data[at] > 127:
            return NOWHERE
        size = size & 127 | data[at] << 7
        at += 1
    end = at + size
    if tag == BYTES:
        return end if size <= within.numbers else NOWHERE
    return end if size <= within.characters and data[at:end].isascii() else NOWHERE


def _integer_end(data: bytes, at: int) -> int:
    most = at + INTEGER_BYTES
    while data[at] > 127:
        at += 1
    return at + 1 if at < most else NOWHERE


def _float_end(data: bytes, at: int, tag: int) -> int:
    if tag not in (DOUBLE, SINGLE):
        return NOWHERE
    size, unpack = (8, _DOUBLE) if tag == DOUBLE else (4, _SINGLE)
    if at + size > len(data) or not isfinite(unpack(data, at)[0]):
        return NOWHERE
    return at + size


def _many_end(data: bytes, at: int, tag: int, within: Bounds, depth: int) -> int:
    count = data[at]
    at += 1
    if (depth > DEPTH and count) or count > FIELDS:
        return NOWHERE
    for _ in range(count):
        if tag == OBJECT:
            end = at + 1 + data[at]
            if not is_plain_name(data[at + 1 : end]):
                return NOWHERE
            at = end
        at = plain_end(data, at, within, depth)
    return at
