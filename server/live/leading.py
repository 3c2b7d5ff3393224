"""What a facilitator leads with: attention, a walk, the projector, the script and the log."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from board.schema import Phase
from server.live.clock import WrongMoment


class Grade(StrEnum):
    """How strongly attention is drawn: nobody moves, all look once, or all keep looking."""

    POINT = "point"
    FETCH = "fetch"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Attention:
    """To what everyone's attention is drawn; a new `number` is a new call."""

    number: int
    grade: Grade
    target: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Round:
    """A walk along `seats`, `seconds` at each; where it is follows from the time alone."""

    seats: tuple[str, ...]
    seconds: float
    began_at: datetime

    def place(self, now: datetime) -> int:
        """Give at which of the seats it is; past the last it is over."""
        gone = (now - self.began_at).total_seconds() / self.seconds
        return min(max(0, int(gone)), len(self.seats))

    def moved(self, by: int, now: datetime) -> "Round | None":
        """Give the walk some seats further, there from its beginning; None past the last."""
        place = max(0, self.place(now) + by)
        if place >= len(self.seats):
            return None
        return replace(self, began_at=now - timedelta(seconds=place * self.seconds))


class Stride(StrEnum):
    """Where a walk goes on to."""

    NEXT = "next"
    BACK = "back"
    STOP = "stop"


def walked(walk: Round | None, stride: Stride, now: datetime) -> Round | None:
    """Give the walk after a stride; `WrongMoment` when nobody walks."""
    if walk is None:
        raise WrongMoment("nobody walks")
    if stride is Stride.STOP:
        return None
    return walk.moved(1 if stride is Stride.NEXT else -1, now)


class Region(StrEnum):
    """Which part of the cloth the projector shows."""

    WHOLE = "whole"
    CENTRE = "centre"
    SEAT = "seat"
    CONNECTOR = "connector"


class Paper(StrEnum):
    """On what the projector shows the cloth."""

    PAPER = "paper"
    CHALKBOARD = "chalkboard"


@dataclass(frozen=True, slots=True)
class Projector:
    """What the projector shows; `code`: with the way in as a QR code in a corner."""

    region: Region = Region.WHOLE
    target: str | None = None
    paper: Paper = Paper.PAPER
    code: bool = False
    tour: Round | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What facilitators noted for one step; `minutes` of None: as the method plans it."""

    phase: Phase
    minutes: int | None = None
    note: str = ""


Value = str | bool | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a facilitator did: `what` became `after`, and was `before`; it can be put back."""

    number: int
    at: datetime
    by: str
    what: str
    before: Value
    after: Value
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Leading:
    """All of it together, as part of a session."""

    attention: Attention | None = None
    calls: int = 0
    walk: Round | None = None
    projector: Projector = field(default_factory=Projector)
    script: tuple[Plan, ...] = ()
    log: tuple[Entry, ...] = ()


LONGEST_LOG = 60


def called(leading: Leading, grade: Grade, target: str, now: datetime) -> Leading:
    """Give what leads after attention was drawn to something."""
    number = leading.calls + 1
    return replace(leading, calls=number, attention=Attention(number, grade, target, now))


def planned(leading: Leading, plan: Plan) -> Leading:
    """Give what leads with another plan for one step."""
    others = (one for one in leading.script if one.phase is not plan.phase)
    return replace(leading, script=(*others, plan))


def logged(leading: Leading, entry: Entry) -> Leading:
    """Give what leads with one more line in its log, of which the oldest are dropped."""
    number = leading.log[-1].number + 1 if leading.log else 1
    log = (*leading.log, replace(entry, number=number))
    return replace(leading, log=log[-LONGEST_LOG:])


def entry_of(leading: Leading, number: int) -> Entry:
    """Give a line of the log that can be put back; `WrongMoment` when there is none."""
    found = next((one for one in leading.log if one.number == number and not one.undone), None)
    if found is None:
        raise WrongMoment(f"no line {number} to put back")
    return found


def undone(leading: Leading, number: int) -> Leading:
    """Give what leads with one line of its log marked as put back."""
    marked = (replace(e, undone=True) if e.number == number else e for e in leading.log)
    return replace(leading, log=tuple(marked))


@dataclass(frozen=True, slots=True)
class Call:
    """Draw attention to something on the cloth."""

    grade: Grade
    target: str


@dataclass(frozen=True, slots=True)
class Release:
    """Let everyone look where they want again."""


@dataclass(frozen=True, slots=True)
class StartWalk:
    """Walk together along `seats`, `seconds` at each."""

    seats: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on with the walk, or stop it."""

    stride: Stride


@dataclass(frozen=True, slots=True)
class Project:
    """Let the projector show something else; a region ends its tour, the rest leaves it going."""

    region: Region | None = None
    target: str | None = None
    paper: Paper | None = None
    code: bool | None = None


@dataclass(frozen=True, slots=True)
class StartTour:
    """Let the projector go along `seats`."""

    seats: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class SetPlan:
    """Keep minutes and notes for one step."""

    plan: Plan


def projected(projector: Projector, wish: Project) -> Projector:
    """Give what the projector shows after a wish; what is left out stays as it was."""
    code = projector.code if wish.code is None else wish.code
    after = replace(projector, paper=wish.paper or projector.paper, code=code)
    if wish.region is None:
        return after
    return replace(after, region=wish.region, target=wish.target, tour=None)


Led = Call | Release | StartWalk | GoOn | Project | StartTour | SetPlan


def led(leading: Leading, command: Led, now: datetime) -> Leading:
    """Give what leads after `command`; `WrongMoment` where it does not fit how things stand."""
    match command:
        case Call(grade, target):
            after = called(leading, grade, target, now)
        case Release():
            after = replace(leading, attention=None)
        case StartWalk(seats, seconds):
            after = replace(leading, walk=Round(seats, seconds, now))
        case GoOn(stride):
            after = replace(leading, walk=walked(leading.walk, stride, now))
        case Project():
            after = replace(leading, projector=projected(leading.projector, command))
        case StartTour(seats, seconds):
            tour = Round(seats, seconds, now)
            after = replace(leading, projector=replace(leading.projector, tour=tour))
        case SetPlan(plan):
            after = planned(leading, plan)
    return after
