"""Yjs updates written by hand, also such as no client would send."""

import struct
from collections.abc import Mapping, Sequence

from server.sync.codec import sized, text, uint

GC, DELETED, JSON, BINARY, STRING, EMBED, FORMAT, TYPE, ANY, DOC, SKIP = range(11)
ORIGIN, RIGHT, KEY = 0x80, 0x40, 0x20
UNDEFINED = object()
Id = tuple[int, int]


def signed(value: int) -> bytes:
    """A whole number as lib0 writes it: six bits and a sign, then seven bits a byte."""
    size, sign = abs(value), 0x40 if value < 0 else 0
    out = bytearray([(0x80 if size > 63 else 0) | sign | (size & 63)])
    size >>= 6
    while size:
        out.append((0x80 if size > 127 else 0) | (size & 127))
        size >>= 7
    return bytes(out)


def packed(value: object) -> bytes:
    """One plain value with its tag."""
    if value is True or value is False:
        return b"\x78" if value else b"\x79"
    if value is None or value is UNDEFINED:
        return b"\x7f" if value else b"\x7e"
    return _PACKERS[type(value)](value)


_PACKERS = {
    int: lambda value: b"\x7d" + signed(value),
    float: lambda value: b"\x7b" + struct.pack(">d", value),
    str: lambda value: b"\x77" + text(value),
    bytes: lambda value: b"\x74" + sized(value),
    list: lambda value: b"\x75" + uint(len(value)) + b"".join(map(packed, value)),
    dict: lambda value: b"\x76" + uint(len(value)) + b"".join(map(_field, value.items())),
}


def _field(field: tuple[str, object]) -> bytes:
    return text(field[0]) + packed(field[1])


def content(*values: object) -> bytes:
    """Plain values as the content of one run."""
    return uint(len(values)) + b"".join(map(packed, values))


def item(root: str, key: str, *values: object) -> bytes:
    """The first value of a register."""
    return bytes([KEY | ANY]) + b"\x01" + text(root) + text(key) + content(*values)


def after(origin: Id, *values: object) -> bytes:
    """A value that follows another one in its register."""
    return bytes([ORIGIN | KEY | ANY]) + _id(origin) + content(*values)


def binary(root: str, key: str, value: bytes) -> bytes:
    """Bytes as the first value of a register."""
    return bytes([KEY | BINARY]) + b"\x01" + text(root) + text(key) + sized(value)


def deleted(root: str, key: str, count: int = 1) -> bytes:
    """Former values of a register that were deleted before anybody saw them."""
    return bytes([KEY | DELETED]) + b"\x01" + text(root) + text(key) + uint(count)


def deleted_after(origin: Id, count: int = 1) -> bytes:
    return bytes([ORIGIN | KEY | DELETED]) + _id(origin) + uint(count)


def gc(count: int) -> bytes:
    return bytes([GC]) + uint(count)


def skip(count: int) -> bytes:
    return bytes([SKIP]) + uint(count)


def section(client: int, clock: int, *structs: bytes) -> bytes:
    """The structs of one client id."""
    return uint(len(structs)) + uint(client) + uint(clock) + b"".join(structs)


def update(*sections: bytes, deletes: Mapping[int, Sequence[Id]] | None = None) -> bytes:
    """Sections and, per client id, the deleted ranges as (clock, length)."""
    out = [uint(len(sections)), *sections, uint(len(deletes or {}))]
    for client, ranges in (deletes or {}).items():
        out += (uint(client), uint(len(ranges)))
        out += (uint(clock) + uint(length) for clock, length in ranges)
    return b"".join(out)


def note(client: int, clock: int, key: str = "i1.text", value: object = "fiets") -> bytes:
    """An update that writes one register for the first time."""
    return update(section(client, clock, item("ingredients", key, value)))


def rewrite(client: int, clock: int, origin: Id, value: object = "fiets") -> bytes:
    """An update that writes over one value, as Yjs does it: the former one is deleted."""
    return update(
        section(client, clock, after(origin, value)), deletes={origin[0]: [(origin[1], 1)]}
    )


def wipe(client: int, *ranges: Id) -> bytes:
    """An update that only deletes."""
    return update(deletes={client: ranges})


def _id(item_id: Id) -> bytes:
    return uint(item_id[0]) + uint(item_id[1])
