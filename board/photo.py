"""A photo made bare: only what draws it is left, nothing of where, when and by what it was taken.

JPEG, PNG and WebP. Nothing is decoded here: the parts of the file are walked, the ones that draw
are kept, and what comes after the picture is cut off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

SIDE_LIMIT = 8000
PIXEL_LIMIT = 24_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"})
_WEBP_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH"})
_ALPHA_FLAG = 0x10
_APP0, _APP14, _APP15, _COMMENT = 0xE0, 0xEE, 0xEF, 0xFE
_START_OF_SCAN, _END = 0xDA, 0xD9
_NO_FRAME = frozenset({0xC4, 0xC8, 0xCC})


class PhotoError(ValueError):
    """A file is no picture of the three kinds, is broken, or has too many pixels."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file without anything that does not draw."""

    media_type: str
    width: int
    height: int
    data: bytes


def bare(data: bytes) -> Photo:
    """Give a picture without its metadata; raises `PhotoError`."""
    try:
        found = _walked(data)
    except (IndexError, ValueError) as error:
        raise PhotoError("broken") from error
    small = 0 < found.width <= SIDE_LIMIT and 0 < found.height <= SIDE_LIMIT
    if not small or found.width * found.height > PIXEL_LIMIT:
        raise PhotoError("too many pixels")
    return found


def _walked(data: bytes) -> Photo:
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(_PNG):
        return _png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    raise PhotoError("no picture")


def _jpeg(data: bytes) -> Photo:
    kept, size = [data[:2]], (0, 0)
    for kind, part in _segments(data):
        if 0xC0 <= kind <= 0xCF and kind not in _NO_FRAME:
            size = _number(part[7:9]), _number(part[5:7])
        if _draws(kind):
            kept.append(part)
    return Photo("image/jpeg", *size, b"".join(kept))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the segments of a JPEG with their kinds, a scan together with its data, to the end."""
    at = 2
    while data[at + 1] != _END:
        if data[at] != 0xFF:
            raise PhotoError("broken")
        kind, end = data[at + 1], at + 2 + _number(data[at + 2 : at + 4])
        if end - at < 4 or end > len(data):
            raise PhotoError("broken")
        if kind == _START_OF_SCAN:
            end = _end_of_scan(data, end)
        yield kind, data[at:end]
        at = end
    yield _END, data[at : at + 2]


def _end_of_scan(data: bytes, at: int) -> int:
    """Give where a scan's data ends: at a marker that neither escapes a byte nor restarts."""
    while True:
        at = data.index(b"\xff", at)
        following = data[at + 1]
        if following and not 0xD0 <= following <= 0xD7 and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2


def _draws(kind: int) -> bool:
    describes = _APP0 < kind <= _APP15 and kind != _APP14
    return not describes and kind != _COMMENT


def _png(data: bytes) -> Photo:
    kept, size, at, name = [_PNG], (0, 0), len(_PNG), b""
    while name != b"IEND":
        end = at + 12 + _number(data[at : at + 4])
        name = data[at + 4 : at + 8]
        if end > len(data) or len(name) < 4:
            raise PhotoError("broken")
        if name == b"IHDR":
            size = _number(data[at + 8 : at + 12]), _number(data[at + 12 : at + 16])
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        at = end
    return Photo("image/png", *size, b"".join(kept))


def _webp(data: bytes) -> Photo:
    chunks = [(name, body) for name, body in _chunks(data) if name in _WEBP_KEPT]
    if not {b"VP8 ", b"VP8L"} & {name for name, _ in chunks}:
        raise PhotoError("nothing is drawn")
    size = next(chain.from_iterable(_webp_size(*chunk) for chunk in chunks), (0, 0))
    parts = [_chunk(name, _unflagged(name, body)) for name, body in chunks]
    return Photo("image/webp", *size, _chunk(b"RIFF", b"WEBP" + b"".join(parts)))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise PhotoError("broken")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _webp_size(name: bytes, body: bytes) -> Iterator[tuple[int, int]]:
    little = int.from_bytes
    if name == b"VP8X" and len(body) >= 10:
        yield little(body[4:7], "little") + 1, little(body[7:10], "little") + 1
    elif name == b"VP8L" and len(body) >= 5:
        bits = little(body[1:5], "little")
        yield (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif name == b"VP8 " and len(body) >= 10:
        yield little(body[6:8], "little") & 0x3FFF, little(body[8:10], "little") & 0x3FFF


def _unflagged(name: bytes, body: bytes) -> bytes:
    """Say in the header of an extended WebP that of all extras only transparency is left."""
    return bytes([body[0] & _ALPHA_FLAG]) + body[1:] if name == b"VP8X" and body else body


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "big")
