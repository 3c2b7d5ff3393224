"""Websocket frames that the server writes: whole, unmasked, binary (RFC 6455, section 5.2)."""

import struct

WHOLE_BINARY = 0x82
SHORT, LONG = 126, 127


def frame(message: bytes) -> bytes:
    """Give one message as a ready frame."""
    size = len(message)
    if size < SHORT:
        return bytes((WHOLE_BINARY, size)) + message
    if size < 65536:
        return struct.pack("!BBH", WHOLE_BINARY, SHORT, size) + message
    return struct.pack("!BBQ", WHOLE_BINARY, LONG, size) + message


class Frames:
    """Makes a frame once for a message that goes to many, one after the other."""

    __slots__ = ("_frame", "_message")

    def __init__(self) -> None:
        self._message = b""
        self._frame = frame(b"")

    def of(self, message: bytes) -> bytes:
        """Give the frame of a message."""
        if message is not self._message:
            self._message = message
            self._frame = frame(message)
        return self._frame
