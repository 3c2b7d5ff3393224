"""What the settings say about live boards, and how these are doing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.sync.limits import Limits


@dataclass(frozen=True, slots=True)
class Options:
    """What the settings say about live boards; `open`: any board name, made at its first use."""

    limits: Limits = field(default_factory=Limits)
    grace_seconds: float = 60.0
    outbox_bytes: int = 1024 * 1024
    stalled_seconds: float = 20.0
    open: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """How the live part is doing: rooms by state, and whether the store takes writes."""

    rooms: Mapping[str, int]
    peers: int
    store_away: bool
    waiting_rows: int = 0
    waiting_bytes: int = 0
    outbox_bytes: int = 0
