"""The session of a board: step, clock and silence, which the facilitator decides for everyone.

A `Session` is a value; `change` makes the next one. It is kept as JSON with the board and
pushed to all peers.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from board.schema import Phase, Silence


class WrongMoment(Exception):  # noqa: N818
    """The clock is not in the state that the command is for."""


class Door(StrEnum):
    """Whether the room code lets newcomers in."""

    OPEN = "open"
    SHUT = "shut"


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
class Session:
    """What holds for everyone at the table; `turned`: the slips lie open."""

    phase: Phase = Phase.THEME
    silence: Silence = Silence.BLANK
    turned: bool = False
    door: Door = Door.OPEN
    names_covered: bool = False
    writing: bool = True
    clock: Clock = Clock()


@dataclass(frozen=True, slots=True)
class Arrange:
    """Set what is given, leave the rest."""

    phase: Phase | None = None
    silence: Silence | None = None
    turned: bool | None = None
    door: Door | None = None
    names_covered: bool | None = None
    writing: bool | None = None


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


Command = Arrange | StartClock | AddTime | PauseClock | ResumeClock | StopClock

# once people walk and read, the slips lie open: there is no going on with them blank
FACE_DOWN = (Phase.THEME, Phase.RIM)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone at the board, as the others see them."""

    id: str
    name: str
    seat: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """All that message 81 tells but who is here: the session, everyone, and which board."""

    board: str
    title: str
    session: Session
    people: tuple[Person, ...]
    epoch: int = 1

    def person(self, participant: str) -> Person | None:
        """Give one of the people."""
        return next((one for one in self.people if one.id == participant), None)


def change(session: Session, command: Command, now: datetime) -> Session:
    """Give the session after `command`; `WrongMoment` where the clock does not allow it."""
    if isinstance(command, Arrange):
        return _arranged(session, command)
    return replace(session, clock=_clock(session.clock, command, now))


def to_text(session: Session) -> str:
    """Give the session as JSON to keep."""
    return json.dumps(asdict(session), default=datetime.isoformat)


def from_text(text: str) -> Session:
    """Give the session that was kept; `{}` is that of a new board."""
    kept = json.loads(text)
    clock = kept.get("clock", {})
    ends_at = clock.get("ends_at")
    blank = Session()
    return Session(
        phase=Phase(kept.get("phase", blank.phase)),
        silence=Silence(kept.get("silence", blank.silence)),
        turned=kept.get("turned", blank.turned),
        door=Door(kept.get("door", blank.door)),
        names_covered=kept.get("names_covered", blank.names_covered),
        writing=kept.get("writing", blank.writing),
        clock=Clock(
            total=clock.get("total", 0.0),
            left=clock.get("left", 0.0),
            ends_at=datetime.fromisoformat(ends_at) if ends_at else None,
        ),
    )


def to_json(gathering: Gathering, here: Collection[str], now: datetime) -> dict[str, object]:
    """Give what everyone sees alike at `now`; `here` are the participants with a socket."""
    session = gathering.session
    clock = session.clock
    return {
        "phase": session.phase.value,
        "silence": session.silence.value,
        "turned": session.turned,
        "door": session.door.value,
        "namesCovered": session.names_covered,
        "writing": session.writing,
        "clock": {
            "state": clock.state(now).value,
            "total": clock.total,
            "left": clock.seconds_left(now),
            "endsAt": clock.ends_at and clock.ends_at.isoformat(),
        },
        "now": now.isoformat(),
        "people": [{**asdict(one), "here": one.id in here} for one in gathering.people],
        "board": {"id": gathering.board, "title": gathering.title, "epoch": gathering.epoch},
    }


def for_each(shared: dict[str, object], people: Iterable[Person]) -> Iterator[str]:
    """Give the JSON text for each of `people`: what all see, and who they are themselves."""
    # the shared part is long where many are at the table: it is written out once
    text = json.dumps(shared, ensure_ascii=False, separators=(",", ":"))[:-1]
    for you in people:
        yield f'{text},"you":{json.dumps(asdict(you), ensure_ascii=False)}}}'


def for_one(shared: dict[str, object], you: Person) -> dict[str, object]:
    """Give what all see, and who one of them is."""
    return {**shared, "you": asdict(you)}


def _arranged(session: Session, wish: Arrange) -> Session:
    given = {name: value for name, value in asdict(wish).items() if value is not None}
    after = replace(session, **given)
    went_on = session.phase in FACE_DOWN and after.phase not in FACE_DOWN
    return replace(after, turned=True) if went_on and wish.turned is None else after


def _clock(clock: Clock, command: Command, now: datetime) -> Clock:
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
