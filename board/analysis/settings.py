"""The thresholds and the order of positions that an analysis goes by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from board.schema import POSITION_ORDER, Position


@dataclass(frozen=True, slots=True)
class Settings:
    """What a group may set for itself; every structure names the settings it was made with.

    `thin_thread`: from how many ingredients on one thread a second schakel is asked for.
    `seat_coverage`: the share of a seat's ingredients below which its rim is walked again.
    `stale_after`: after how many unchanged snapshots a position is asked for again.
    `position_order`: steps to the core, for drawing and for inward and outward only.
    """

    thin_thread: int = 3
    seat_coverage: float = 0.5
    stale_after: int = 3
    position_order: Mapping[Position, int] = field(default_factory=lambda: POSITION_ORDER)
