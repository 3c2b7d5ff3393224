"""How full a board is: guessed from what is stored, measured now and then (LI3)."""

WARN_SHARE = 0.8
MEASURE_SHARE = 0.01
DELETE_WEIGHT = 1_024
"""Bytes that a batch with deletes counts towards the next measuring, on a full board."""


class Growth:
    """The size of a board against its limit."""

    def __init__(self, limit: int, size: int) -> None:
        self._limit = limit
        self._size = size
        self._unmeasured = size
        self._warned = False

    @property
    def is_full(self) -> bool:
        """Whether there is no room for more."""
        return self._size >= self._limit

    @property
    def _is_filling(self) -> bool:
        return self._size >= WARN_SHARE * self._limit

    @property
    def wants_measuring(self) -> bool:
        """Whether the guess matters, and is old enough that measuring pays."""
        return self._is_filling and self._unmeasured >= MEASURE_SHARE * self._limit

    def add(self, size: int, *, deletes: bool) -> None:
        """Note that an update of `size` bytes was stored."""
        self._size += size
        self._unmeasured += size + DELETE_WEIGHT * deletes

    def measured(self, size: int) -> None:
        """Note the true size."""
        self._size = size
        self._unmeasured = 0

    def should_warn(self) -> bool:
        """Whether people should hear now, once, that the board fills up."""
        warn = self._is_filling and not self._warned
        self._warned = self._is_filling
        return warn
