"""One board's meeting of peers, without input or output: events in, effects out (RM1-RM12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pycrdt import Doc

from server.sync.effects import Broadcast, Close, Effect, PeerId, Persist, Reset, Send
from server.sync.limits import Limits
from server.sync.shape import Shape

__all__ = [
    "Broadcast",
    "Close",
    "Effect",
    "Limits",
    "Loaded",
    "Pass",
    "PeerId",
    "Persist",
    "Reset",
    "Room",
    "Send",
    "Shape",
]


@dataclass(frozen=True, slots=True)
class Pass:
    """Who a peer is and what it may do; `speaks` means it chose subprotocol `tafelkleed.1`."""

    participant: str
    name: str
    seat: str | None
    role: str
    may_write: bool
    speaks: bool
    facilitator: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store holds of a board: updates in their order, and whose each client id is.

    `careful` is set after a `Reset`: the room then applies one update at a time, so that a
    poisonous one is found.
    """

    doc_updates: Sequence[bytes] = ()
    bindings: Mapping[int, str] = field(default_factory=dict)
    careful: bool = False


class Room:
    """The peers around one document. Every method says, in order, what the caller must do."""

    def __init__(self, shape: Shape, limits: Limits, loaded: Loaded) -> None:
        """Build document and index; `LoadError` if the stored updates cannot be read."""
        raise NotImplementedError

    @property
    def doc(self) -> Doc:
        """The document, only for reading; see `durable`."""
        raise NotImplementedError

    @property
    def durable(self) -> bool:
        """Whether everything in `doc` is stored."""
        raise NotImplementedError

    @property
    def wants_flush(self) -> bool:
        """Whether `flush` would do something now."""
        raise NotImplementedError

    @property
    def idle(self) -> bool:
        """Whether nobody is here and everything is stored."""
        raise NotImplementedError

    @property
    def degraded(self) -> bool:
        """Whether the last batch could not be stored; see `unstored`."""
        raise NotImplementedError

    def join(self, peer: PeerId, pass_: Pass) -> list[Effect]:
        """Let a peer in: our step 1 and everybody's presence go to it."""
        raise NotImplementedError

    def leave(self, peer: PeerId) -> list[Effect]:
        """Forget a peer; its presence goes with the next flush."""
        raise NotImplementedError

    def receive(self, peer: PeerId, data: bytes, now: float) -> list[Effect]:
        """Take in one message; `now` is any steady clock in seconds, for the rate limits."""
        raise NotImplementedError

    def flush(self) -> list[Effect]:
        """Apply what is pending, give it to the store, and tell the newest presence."""
        raise NotImplementedError

    def stored(self, batch: int) -> list[Effect]:
        """`batch` is durable: tell everybody, acknowledge, answer who waited."""
        raise NotImplementedError

    def unstored(self, batch: int, reason: str) -> list[Effect]:
        """`batch` could not be stored: keep it, refuse new writes until `retry` succeeds."""
        raise NotImplementedError

    def retry(self) -> list[Effect]:
        """Ask again for the batch that could not be stored, after the head was read back."""
        raise NotImplementedError

    def lagging(self, peer: PeerId) -> list[Effect]:
        """The peer's byte budget is spent: it skips flushes until `drained`."""
        raise NotImplementedError

    def drained(self, peer: PeerId) -> list[Effect]:
        """The peer can take bytes again: it gets one difference for all that it skipped."""
        raise NotImplementedError

    def change_pass(self, peer: PeerId, pass_: Pass) -> list[Effect]:
        """Somebody took another seat or name, or may now write, or no longer."""
        raise NotImplementedError

    def tell_session(self, payload: str, peers: Sequence[PeerId] | None = None) -> list[Effect]:
        """Give the session's JSON to `peers`, or to all, as far as they speak our protocol."""
        raise NotImplementedError

    def notice(
        self,
        code: str,
        words: str,
        peers: Sequence[PeerId] | None = None,
        **fields: object,
    ) -> list[Effect]:
        """Give a notice to `peers`, or to all, as far as they speak our protocol."""
        raise NotImplementedError
