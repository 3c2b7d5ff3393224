"""Websocket frames as a client sends them, also such as none should send."""

import os
import struct

CONT, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
FIN = 0x80


def masked(opcode: int, data: bytes = b"", *, fin: bool = True, first: int = 0) -> bytes:
    """A frame as a client sends it; `first` adds bits to the first byte."""
    key = os.urandom(4)
    size = len(data)
    head = bytes([(FIN if fin else 0) | opcode | first])
    if size < 126:
        head += bytes([0x80 | size])
    elif size < 65536:
        head += struct.pack("!BH", 0x80 | 126, size)
    else:
        head += struct.pack("!BQ", 0x80 | 127, size)
    return head + key + bytes(byte ^ key[i % 4] for i, byte in enumerate(data))


def unmasked(opcode: int, data: bytes = b"") -> bytes:
    return bytes([FIN | opcode, len(data)]) + data
