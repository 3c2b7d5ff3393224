"""State vectors: which clock comes next per client id (SV1-SV3)."""

import re
from collections.abc import Mapping

from server.sync.codec import UINT_LIMIT, ProtocolError, Reader, uint

_NUMBERS = re.compile(rb"[\x80-\xff]*[\x00-\x7f]", re.DOTALL).findall


def parse(data: bytes) -> dict[int, int]:
    """The clocks in a state vector."""
    reader = Reader(data)
    count = reader.uint()
    if 2 * count > reader.end - reader.at:
        raise ProtocolError("a count points past the end")
    vector: dict[int, int] = {}
    for _ in range(count):
        client = reader.uint()
        if client in vector or client >= UINT_LIMIT:
            raise ProtocolError("a client id occurs twice or is above 2^53")
        vector[client] = reader.uint()
    reader.finish()
    return vector


def packed(vector: Mapping[int, int]) -> bytes:
    """A state vector as bytes, client ids downwards."""
    out = [uint(len(vector))]
    out += (uint(client) + uint(vector[client]) for client in sorted(vector, reverse=True))
    return b"".join(out)


def common(vector: Mapping[int, int], known: Mapping[int, int]) -> dict[int, int]:
    """What of `vector` we know of: no other client ids, and no clock beyond ours."""
    clocks = {client: min(clock, known.get(client, 0)) for client, clock in vector.items()}
    return {client: clock for client, clock in clocks.items() if clock}


def packed_clocks(vector: Mapping[int, int]) -> dict[bytes, bytes]:
    """The entries of a state vector, each half packed."""
    return {uint(client): uint(clock) for client, clock in vector.items()}


def clocks_in(data: bytes) -> dict[bytes, bytes]:
    """The entries of a state vector that we trust, halves left packed: ten times as fast."""
    numbers = _NUMBERS(data)
    return dict(zip(numbers[1::2], numbers[2::2], strict=True))
