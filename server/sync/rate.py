"""A budget that fills again with time, and may be overdrawn once (LI2)."""

BURST_SECONDS = 5


class Budget:
    """So much per second, saved up for at most five seconds; `per_second` 0 means no bound."""

    __slots__ = ("_at", "_left", "_most", "_per_second")

    def __init__(self, per_second: float) -> None:
        self._per_second = per_second
        self._most = per_second * BURST_SECONDS
        self._left = self._most
        self._at = 0.0

    def allows(self, now: float) -> bool:
        """Whether something is left; what it will cost need not be known yet."""
        if not self._per_second:
            return True
        self._left = min(self._most, self._left + max(0.0, now - self._at) * self._per_second)
        self._at = now
        return self._left >= 1

    def spend(self, cost: float) -> None:
        """Take `cost`, also where it is more than is left: then it takes longer to fill."""
        self._left -= cost
