"""Who a peer is."""

from dataclasses import dataclass


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
