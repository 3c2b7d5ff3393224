"""Reading and writing the wire's bytes: strict, exact, and never allocating what is not there.

`Reader` walks over bytes and raises `ProtocolError` (CO1-CO4) where they break off or
contradict themselves. The functions below it write what it reads.
"""

MALFORMED = 4400
TOO_BIG = 4413
UINT_BYTES = 8
UINT_LIMIT = 2**53


class ProtocolError(Exception):
    """The peer sent what nobody can accept: its socket is closed with `code` and `reason`."""

    def __init__(self, reason: str, code: int = MALFORMED) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Reader:
    """A place in `data` that moves on with everything that is read."""

    __slots__ = ("at", "data", "end")

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at
        self.end = len(data)

    def byte(self) -> int:
        """One byte."""
        at = self.at
        try:
            value = self.data[at]
        except IndexError:
            raise ProtocolError("the message breaks off") from None
        self.at = at + 1
        return value

    def uint(self) -> int:
        """A varint of at most eight bytes and 2^53 (CO1)."""
        at = self.at
        try:
            value = self.data[at]
        except IndexError:
            raise ProtocolError("the message breaks off") from None
        if value > 127:
            return self._long_uint()
        self.at = at + 1
        return value

    def _long_uint(self) -> int:
        value = 0
        shift = 0
        for byte in self.data[self.at : self.at + UINT_BYTES]:
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                self.at += shift // 7
                if value > UINT_LIMIT:
                    raise ProtocolError("a number is above 2^53")
                return value
        raise ProtocolError("a number breaks off" if shift < 56 else "a number is too long")

    def skip(self, size: int) -> int:
        """Step over `size` bytes and give where they begin; they must be there (CO2)."""
        at = self.at
        if size > self.end - at:
            raise ProtocolError("a length points past the end")
        self.at = at + size
        return at

    def take(self) -> bytes:
        """Bytes with their length before them."""
        size = self.uint()
        at = self.at
        end = at + size
        if end > self.end:
            raise ProtocolError("a length points past the end")
        self.at = end
        return self.data[at:end]

    def text(self) -> str:
        """Text in UTF-8 with its length in bytes before it; half surrogates are refused (CO3)."""
        taken = self.take()
        try:
            return taken.decode()
        except UnicodeDecodeError:
            raise ProtocolError("a text is not UTF-8") from None

    def finish(self) -> None:
        """Nothing may follow (CO4)."""
        if self.at != self.end:
            raise ProtocolError("something follows the message")


def uint(value: int) -> bytes:
    """A number as varint."""
    if value < 128:
        return bytes((value,))
    if value < 16384:
        return bytes((value & 127 | 128, value >> 7))
    out = bytearray()
    while value > 127:
        out.append(128 | (value & 127))
        value >>= 7
    out.append(value)
    return bytes(out)


def sized(data: bytes) -> bytes:
    """Bytes with their length before them."""
    return uint(len(data)) + data


def text(value: str) -> bytes:
    """Text as UTF-8 with its length in bytes before it."""
    return sized(value.encode())
