"""When a room flushes: at once after a quiet time, then at a pace that follows its cost."""

LONGEST_SECONDS = 0.016
# a small room's flush costs next to nothing while it is warm, but each one wakes writer and
# network; nobody sees 3 ms, and a tenth less processor is used
LEAST_SECONDS = 0.003
# measured at 100 peers with 30 updates/s each: half of it takes a fifth more processor, and
# answers in half the time at the 99th percentile
REST_PER_COST = 6.0
WEIGHT = 0.2


class Pace:
    """Keeps flushes so far apart that they take at most a seventh of the time.

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
        rest = max(LEAST_SECONDS, REST_PER_COST * self._average)
        return self._last + min(LONGEST_SECONDS, rest)

    def began(self, now: float) -> None:
        """A flush begins; what the one before it cost is known by now."""
        self._average += WEIGHT * (self._spent - self._average)
        self._spent = 0.0
        self._last = now

    def cost(self, seconds: float) -> None:
        """A part of this flush took this long."""
        self._spent += seconds
