"""When a room flushes: at once after a quiet time, then at a pace that follows its cost."""

LONGEST_SECONDS = 0.016
REST_PER_COST = 4.0
WEIGHT = 0.2


class Pace:
    """Keeps flushes so far apart that they take at most a fifth of the time.

    A small room stays fast, a large one gathers more per flush; nobody waits over 16 ms.
    """

    __slots__ = ("_average", "_last")

    def __init__(self) -> None:
        self._average = 0.0
        self._last = float("-inf")

    def due(self) -> float:
        """Give the time from which the next flush may be."""
        return self._last + min(LONGEST_SECONDS, REST_PER_COST * self._average)

    def began(self, now: float) -> None:
        """A flush begins."""
        self._last = now

    def cost(self, seconds: float) -> None:
        """A flush, with telling everyone, took this long."""
        self._average += WEIGHT * (seconds - self._average)
