"""The session of a board: step, clock and silence, which the facilitator decides for everyone.

A `Session` is a value; `change` makes the next one. It is kept as JSON with the board and
pushed to all peers.
"""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import TypeAdapter

from board.schema import Phase, Silence
from server.live.clock import (
    AddTime,
    Clock,
    ClockCommand,
    PauseClock,
    ResumeClock,
    StartClock,
    StopClock,
    wound,
)
from server.live.leading import Entry, Leading, Led, Value, entry_of, led, logged, undone


class Door(StrEnum):
    """Whether newcomers come in, or wait until a facilitator admits them."""

    OPEN = "open"
    SHUT = "shut"


class Cloths(StrEnum):
    """Whether all write on the joint cloth, each on one of their own, or bring these together."""

    JOINT = "joint"
    OWN = "own"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Underlay:
    """Where a photo lies under the cloth: its middle and width in millimetres, turned clockwise.

    `ratio` is its height by its width; `fade` of 0 is as it is, of 1 not to be seen.
    """

    key: str
    ratio: float
    x: int
    y: int
    width: int
    angle: float = 0.0
    fade: float = 0.5


@dataclass(frozen=True, slots=True)
class Session:
    """What holds for everyone at the table.

    `turned`: the slips lie open; `turns_at`: when they will, while that is counted down.
    `ready`, `paused` and `free` hold participants: who is done writing, who may not write now,
    and for whom the locks of the step are lifted; `all_free` lifts them for everyone.
    """

    phase: Phase = Phase.THEME
    silence: Silence = Silence.BLANK
    turned: bool = False
    turns_at: datetime | None = None
    door: Door = Door.OPEN
    names_covered: bool = False
    writing: bool = True
    all_free: bool = False
    cloths: Cloths = Cloths.JOINT
    ready: tuple[str, ...] = ()
    paused: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    underlay: Underlay | None = None
    clock: Clock = field(default_factory=Clock)
    leading: Leading = field(default_factory=Leading)


@dataclass(frozen=True, slots=True)
class Arrange:
    """Set what is given, leave the rest; `by` is who did it, for the log."""

    phase: Phase | None = None
    silence: Silence | None = None
    turned: bool | None = None
    door: Door | None = None
    names_covered: bool | None = None
    writing: bool | None = None
    all_free: bool | None = None
    cloths: Cloths | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """Lay the slips open after `seconds`, so that everyone can count along."""

    seconds: float
    by: str = ""


@dataclass(frozen=True, slots=True)
class SetReady:
    """Somebody is done writing, or not after all."""

    participant: str
    ready: bool


@dataclass(frozen=True, slots=True)
class SetLocks:
    """Hold up one person's writing, or lift the locks of the step for them."""

    participant: str
    paused: bool | None = None
    free: bool | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """Keep that a facilitator did something that lies outside the session."""

    what: str
    subject: str
    by: str


@dataclass(frozen=True, slots=True)
class LayUnder:
    """Let a photo lie under the cloth, or none."""

    underlay: Underlay | None


@dataclass(frozen=True, slots=True)
class PutBack:
    """Put back one line of the log."""

    number: int
    by: str = ""


Command = Arrange | Turn | SetReady | SetLocks | LayUnder | PutBack | Log | Led | ClockCommand

# once people walk and read, the slips lie open: there is no going on with them blank
FACE_DOWN = (Phase.THEME, Phase.RIM)
SETTINGS = tuple(one.name for one in fields(Arrange) if one.name != "by")
KEPT = TypeAdapter(Session)
WISH = TypeAdapter(Arrange)


def change(session: Session, command: Command, now: datetime) -> Session:
    """Give the session after `command`; `WrongMoment` where it does not fit how things stand."""
    session = settled(session, now)
    match command:
        case Arrange():
            after = _arranged(session, command, now)
        case Turn(seconds):
            after = replace(session, turns_at=now + timedelta(seconds=seconds))
        case SetReady(participant, ready):
            after = replace(session, ready=_with(session.ready, participant, ready))
        case SetLocks():
            after = _locked(session, command)
        case LayUnder(underlay):
            after = replace(session, underlay=underlay)
        case PutBack(number, by):
            after = _put_back(session, number, by, now)
        case Log(what, subject, by):
            after = _logged(session, Entry(0, now, by, what, subject, None))
        case StartClock() | AddTime() | PauseClock() | ResumeClock() | StopClock():
            after = replace(session, clock=wound(session.clock, command, now))
        case _:
            after = replace(session, leading=led(session.leading, command, now))
    return after


def settled(session: Session, now: datetime) -> Session:
    """Give the session with what has come to pass by `now`: slips that were to turn, turned."""
    if session.turns_at is None or now < session.turns_at:
        return session
    return replace(session, turned=True, turns_at=None)


def to_text(session: Session) -> str:
    """Give the session as JSON to keep."""
    return KEPT.dump_json(session).decode()


def from_text(text: str) -> Session:
    """Give the session that was kept; `{}` is that of a new board."""
    return KEPT.validate_json(text)


def _arranged(session: Session, wish: Arrange, now: datetime) -> Session:
    given = {name: value for name in SETTINGS if (value := getattr(wish, name)) is not None}
    after = replace(session, **given)
    if session.phase in FACE_DOWN and after.phase not in FACE_DOWN and wish.turned is None:
        after = replace(after, turned=True)
    if wish.turned is not None or after.turned:
        after = replace(after, turns_at=None)
    if after.phase is not session.phase:
        after = replace(after, ready=(), leading=replace(after.leading, walk=None))
    return _noted(session, after, wish.by, now)


def _noted(before: Session, after: Session, by: str, now: datetime) -> Session:
    """Give the session with a line in the log for each setting that changed."""
    for what in SETTINGS:
        was, became = _plain(getattr(before, what)), _plain(getattr(after, what))
        if was != became:
            after = _logged(after, Entry(0, now, by, what, was, became))
    return after


def _logged(session: Session, entry: Entry) -> Session:
    return replace(session, leading=logged(session.leading, entry))


def _plain(value: object) -> Value:
    return value if isinstance(value, bool) else str(value)


def _put_back(session: Session, number: int, by: str, now: datetime) -> Session:
    entry = entry_of(session.leading, number)
    marked = replace(session, leading=undone(session.leading, number))
    if entry.what not in SETTINGS:
        return marked
    wish = WISH.validate_python({entry.what: entry.before, "by": by})
    return _arranged(marked, wish, now)


def _locked(session: Session, wish: SetLocks) -> Session:
    who = wish.participant
    if wish.paused is not None:
        session = replace(session, paused=_with(session.paused, who, wish.paused))
    if wish.free is not None:
        session = replace(session, free=_with(session.free, who, wish.free))
    return session


def _with(people: tuple[str, ...], who: str, among: bool) -> tuple[str, ...]:
    others = tuple(one for one in people if one != who)
    return (*others, who) if among else others
