"""A token bucket, to slow guessing down: pure, the moment is an argument in seconds."""

from collections.abc import Hashable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rate:
    """How much fits in a bucket, and how fast it fills again."""

    size: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Bucket:
    """What was in a bucket at a moment."""

    tokens: float
    at: float


def full(rate: Rate, now: float) -> Bucket:
    """Give a full bucket."""
    return Bucket(rate.size, now)


def filled(bucket: Bucket, rate: Rate, now: float) -> Bucket:
    """Give the bucket with what ran in since; a clock that runs back adds nothing."""
    passed = max(0.0, now - bucket.at)
    return Bucket(min(rate.size, bucket.tokens + passed * rate.per_second), now)


def taken(bucket: Bucket) -> Bucket:
    """Give the bucket with one token less; it may be in debt for less than one."""
    return replace(bucket, tokens=bucket.tokens - 1)


def wait(bucket: Bucket, rate: Rate) -> float:
    """Give the seconds until there is a token; 0 if there is one now."""
    return max(0.0, (1 - bucket.tokens) / rate.per_second)


class Buckets:
    """One bucket per key, in bounded memory: buckets that are full again are forgotten."""

    def __init__(self, rate: Rate, *, most: int = 10_000) -> None:
        self._rate = rate
        self._most = most
        self._buckets: dict[Hashable, Bucket] = {}

    def wait(self, key: Hashable, now: float) -> float:
        """Give the seconds until `key` may try again; 0 if it may now."""
        return wait(self._now(key, now), self._rate)

    def take(self, key: Hashable, now: float) -> None:
        """Note one try of `key`."""
        self._buckets[key] = taken(self._now(key, now))
        if len(self._buckets) > self._most:
            self._forget(now)

    def __len__(self) -> int:
        return len(self._buckets)

    def _now(self, key: Hashable, now: float) -> Bucket:
        return filled(self._buckets.get(key, full(self._rate, now)), self._rate, now)

    def _forget(self, now: float) -> None:
        """Drop the full ones; if that is not enough, the fuller half."""
        current = {key: filled(b, self._rate, now) for key, b in self._buckets.items()}
        emptiest = sorted(current.items(), key=lambda item: item[1].tokens)
        kept = [item for item in emptiest if item[1].tokens < self._rate.size]
        self._buckets = dict(kept[: self._most // 2])
