"""What a room asks of the shell around it, as plain values in the order they must happen."""

from collections.abc import Mapping
from typing import NamedTuple

PeerId = int


class Send(NamedTuple):
    """Give one ready message to one peer; `droppable` marks presence, first to go."""

    peer: PeerId
    message: bytes
    droppable: bool = False


class Broadcast(NamedTuple):
    """Give one ready message to all `peers`: encode the frame once."""

    peers: tuple[PeerId, ...]
    message: bytes
    droppable: bool = False


class Persist(NamedTuple):
    """Make `update` durable, then call `Room.stored(batch)`, or `Room.unstored(batch)`.

    `participants` wrote it; `bindings` are client ids used for the first time.
    """

    batch: int
    update: bytes
    participants: tuple[str, ...]
    bindings: Mapping[int, str]


class Close(NamedTuple):
    """Close one peer's socket with a code of SPEC.md and a reason for people."""

    peer: PeerId
    code: int
    reason: str


class Reset(NamedTuple):
    """Drop this room and build it again from the store: its document can no longer be trusted.

    Close every peer so that it comes back (1012), load the board with `Loaded.careful`, and keep
    `case`, the update that did it, for whoever mends the gate.
    """

    reason: str
    case: bytes = b""


Effect = Send | Broadcast | Persist | Close | Reset
