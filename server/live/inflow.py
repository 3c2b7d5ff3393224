"""What comes from the network, cut into whole ordinary messages and everything else.

Nearly every frame is one whole binary message. Read here it takes a fifth of the parser's time;
whatever is anything else the parser gets, from the first to the last byte of the frame.
"""

import struct
from collections import deque
from collections.abc import Iterator

try:
    from websockets.speedups import apply_mask
except ImportError:  # no compiler was there when it was installed
    from websockets.utils import apply_mask

WHOLE_BINARY = 0x82
MASKED, SIZE = 0x80, 0x7F
SHORT, LONG = 126, 127
MASK_BYTES = 4
_SHORT_SIZE = struct.Struct("!H").unpack_from
_LONG_SIZE = struct.Struct("!Q").unpack_from


class Inflow:
    """Cuts a stream of frames; must see all of it, and from the first frame on."""

    __slots__ = ("_due", "_most", "_rest", "in_parts")

    def __init__(self, most: int) -> None:
        self._most = most
        self._rest = b""
        """The beginning of a head, held back until the rest of it comes."""
        self._due = 0
        """How many bytes are still to come of a frame of which the parser has the beginning."""
        self.in_parts = False
        """Whether the message that comes is in parts: the parser then gets every frame."""

    def cut(self, data: bytes) -> Iterator[tuple[bool, bytes]]:
        """Give what `data` adds, in order: messages (True), and bytes for the parser (False)."""
        if self._rest:
            data, self._rest = self._rest + data, b""
        at, end = 0, len(data)
        if self._due:
            at = min(end, self._due)
            self._due -= at
            yield False, data[:at]
        while at < end:
            head = _head(data, at, end)
            if head is None:
                self._rest = data[at:]
                return
            start, after = head
            if (
                after <= end
                and data[at] == WHOLE_BINARY
                and self._is_ordinary(data, at, start, after)
            ):
                yield True, apply_mask(data[start:after], data[start - MASK_BYTES : start])
            else:
                self._due = max(0, after - end)
                yield False, data[at:after]
            at = after

    def _is_ordinary(self, data: bytes, at: int, start: int, after: int) -> bool:
        return data[at + 1] >= MASKED and after - start <= self._most and not self.in_parts


class Unread:
    """What came from the network and was not taken in yet; it is cut as it is taken."""

    __slots__ = ("_cutting", "_inflow", "_waiting", "size")

    def __init__(self, inflow: Inflow) -> None:
        self._inflow = inflow
        self._waiting: deque[bytes] = deque()
        self._cutting: Iterator[tuple[bool, bytes]] | None = None
        self.size = 0
        """Bytes of which the cutting has not begun."""

    def __bool__(self) -> bool:
        return self._cutting is not None or bool(self._waiting)

    def add(self, data: bytes) -> None:
        """Keep what came, behind what came before."""
        self._waiting.append(data)
        self.size += len(data)

    def take(self) -> tuple[bool, bytes] | None:
        """Give the next piece, as `Inflow.cut` does; None where there is none."""
        while self:
            if self._cutting is None:
                data = self._waiting.popleft()
                self.size -= len(data)
                self._cutting = self._inflow.cut(data)
            piece = next(self._cutting, None)
            if piece is not None:
                return piece
            self._cutting = None
        return None


def _head(data: bytes, at: int, end: int) -> tuple[int, int] | None:
    """Give where the payload of the frame at `at` begins and ends; None while that is unknown."""
    start = at + 2
    if start > end:
        return None
    size = data[at + 1] & SIZE
    if size == SHORT:
        start += 2
        if start > end:
            return None
        (size,) = _SHORT_SIZE(data, start - 2)
    elif size == LONG:
        start += 8
        if start > end:
            return None
        (size,) = _LONG_SIZE(data, start - 8)
    if data[at + 1] & MASKED:
        start += MASK_BYTES
    return start, start + size
