"""The one clock of the table: a value, and what each command makes of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum


class WrongMoment(Exception):  # noqa: N818
    """What is asked does not fit how things stand now."""


class ClockState(StrEnum):
    """What the clock does at a moment."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Clock:
    """A countdown of `total` seconds. While it runs `ends_at` is set, else `left` holds."""

    total: float = 0.0
    left: float = 0.0
    ends_at: datetime | None = None

    def state(self, now: datetime) -> ClockState:
        """Say what the clock does at `now`."""
        if self.ends_at is not None:
            return ClockState.RUNNING if now < self.ends_at else ClockState.ENDED
        return ClockState.PAUSED if self.total else ClockState.IDLE

    def seconds_left(self, now: datetime) -> float:
        """Give how long it still runs."""
        if self.ends_at is None:
            return self.left
        return max(0.0, (self.ends_at - now).total_seconds())


@dataclass(frozen=True, slots=True)
class StartClock:
    """Let the clock run for `seconds` from now, whatever it did."""

    seconds: float


@dataclass(frozen=True, slots=True)
class AddTime:
    """Give `seconds` more, running or not; an ended clock runs again."""

    seconds: float


@dataclass(frozen=True, slots=True)
class PauseClock:
    """Hold a running clock."""


@dataclass(frozen=True, slots=True)
class ResumeClock:
    """Let a held clock run on."""


@dataclass(frozen=True, slots=True)
class StopClock:
    """Put the clock away."""


ClockCommand = StartClock | AddTime | PauseClock | ResumeClock | StopClock


def wound(clock: Clock, command: ClockCommand, now: datetime) -> Clock:
    """Give the clock after `command`; `WrongMoment` where its state does not allow it."""
    state = clock.state(now)
    match command:
        case StartClock(seconds):
            return Clock(seconds, seconds, now + timedelta(seconds=seconds))
        case AddTime(seconds) if state is not ClockState.IDLE:
            return _longer(clock, seconds, now)
        case PauseClock() if state is ClockState.RUNNING:
            return replace(clock, left=clock.seconds_left(now), ends_at=None)
        case ResumeClock() if state is ClockState.PAUSED:
            return replace(clock, ends_at=now + timedelta(seconds=clock.left))
        case StopClock():
            return Clock()
    raise WrongMoment(f"{type(command).__name__} while {state}")


def _longer(clock: Clock, seconds: float, now: datetime) -> Clock:
    total = clock.total + seconds
    left = clock.seconds_left(now) + seconds
    return Clock(total, left, clock.ends_at and now + timedelta(seconds=left))
