"""When a room flushes: at once after a quiet time, then at a pace that follows its cost."""

LONGEST_SECONDS = 0.016
# measured at 100 peers with 30 updates/s each: 4 takes a fifth more processor than 8 and answers
# in 5 instead of 10 ms at the 99th percentile; a small room is as fast with either
REST_PER_COST = 8.0
WEIGHT = 0.2


class Pace:
    """Keeps flushes so far apart that they take at most a ninth of the time.

    A small room stays fast, a large one gathers more per flush; nobody waits over 16 ms. What a
    flush costs is told in parts: applying and, once it is stored, telling everyone.
    """

    __slots__ = ("_average", "_last", "_spent")

    def __init__(self) -> None:
        self._average = 0.0
        self._spent = 0.0
        self._last = float("-inf")

    def due(self) -> float:
        """Give the time from which the next flush may be."""
        return self._last + min(LONGEST_SECONDS, REST_PER_COST * self._average)

    def began(self, now: float) -> None:
        """A flush begins; what the one before it cost is known by now."""
        self._average += WEIGHT * (self._spent - self._average)
        self._spent = 0.0
        self._last = now

    def cost(self, seconds: float) -> None:
        """A part of this flush took this long."""
        self._spent += seconds
