"""Frozen values: the board and everything that lies on it, as plain data.

A `Board` is the effective state: gone records are left out, contested actors are marked.
Mappings are keyed by id in ascending order. Points are (x, y) in whole millimetres, origin
top left, y down. Dates are ISO 8601 texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from board.schema import (
    PAIR_MARK,
    THEME_ID,
    ActorKind,
    Basis,
    Concreteness,
    ContactMode,
    ContactStatus,
    ConvergenceState,
    IngredientKind,
    Instrument,
    InvitationStatus,
    Pen,
    Position,
    Shape,
    Sphere,
)

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Theme:
    """The initiative or theme in the middle: exactly one per board."""

    text: str = ""
    brought_by: str | None = None
    released: str | None = None
    id: str = THEME_ID


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A name for the theme that somebody proposed."""

    id: str
    text: str
    by: str | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A stretch of the rim; `angle` in degrees clockwise, 0 at the bottom edge."""

    id: str
    angle: float = 0.0
    label: str = ""
    actor: str | None = None
    pens: tuple[Pen, ...] = ()
    host: bool = False


@dataclass(frozen=True, slots=True)
class Ingredient:
    """Something involved in the theme, written on one's own rim."""

    id: str
    text: str
    seat: str
    pen: Pen = Pen.BLACK
    at: Point | None = None
    kind: IngredientKind = IngredientKind.NONE
    actor: str | None = None
    turn: float | None = None
    late: bool = False
    second_of: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A concrete person, group or place; `on_cloth` draws it as a schakel circle."""

    id: str
    label: str
    kind: ActorKind = ActorKind.OTHER
    sphere: Sphere = Sphere.UNKNOWN
    concreteness: Concreteness = Concreteness.NAMED
    function: str = ""
    on_cloth: bool = True
    at: Point | None = None
    by: str | None = None
    same_as: str | None = None
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two things, undirected; `ends` in ascending order."""

    id: str
    ends: tuple[str, str]
    basis: Basis = Basis.FACTUAL
    evidence: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The story with which one actor is approached."""

    actor: str
    text: str
    inspired_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A prepared contact with one actor or a group."""

    id: str
    mode: ContactMode = ContactMode.INDIVIDUAL
    status: ContactStatus = ContactStatus.PREPARED
    members: tuple[str, ...] = ()
    who: str | None = None
    when: str | None = None
    shared: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Involvement:
    """An actor observed in a position, from `since` until `until`."""

    actor: str
    position: Position
    basis: Basis = Basis.FACTUAL
    evidence: str = ""
    since: str | None = None
    until: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An actor invited to take a wished position."""

    actor: str
    position: Position
    text: str = ""
    status: InvitationStatus = InvitationStatus.OPEN
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Convergence:
    """Ingredients of several seats that say the same, if people say so."""

    id: str
    ingredients: tuple[str, ...]
    label: str = ""
    state: ConvergenceState = ConvergenceState.SUGGESTED
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A request for a short clarification of one ingredient."""

    id: str
    on: str
    text: str = ""
    answer: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """Felt-tip ink: `points` are whole-number deltas in quarter millimetres, packed."""

    id: str
    seat: str
    points: bytes
    pen: Pen = Pen.BLACK
    width: float = 3.0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The effective state of one cloth."""

    theme: Theme = Theme()
    instrument: Instrument = Instrument.NETWORK
    size_mm: Point = (2400, 1200)
    shape: Shape = Shape.RECTANGLE
    theme_names: Mapping[str, ThemeName] = field(default_factory=dict)
    seats: Mapping[str, Seat] = field(default_factory=dict)
    ingredients: Mapping[str, Ingredient] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    ties: Mapping[str, Tie] = field(default_factory=dict)
    stories: Mapping[str, Story] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    involvements: Mapping[str, Involvement] = field(default_factory=dict)
    invitations: Mapping[str, Invitation] = field(default_factory=dict)
    convergences: Mapping[str, Convergence] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    strokes: Mapping[str, Stroke] = field(default_factory=dict)


def with_standard_theme(board: Board) -> Board:
    """Give the board with `t` for the theme's id, wherever it stands."""
    old = board.theme.id
    if old == THEME_ID:
        return board
    ties = [_renamed(tie, old) for tie in board.ties.values()]
    return replace(
        board,
        theme=replace(board.theme, id=THEME_ID),
        ties={tie.id: tie for tie in sorted(ties, key=lambda tie: tie.id)},
    )


def tie_between(one: str, other: str) -> tuple[str, tuple[str, str]]:
    """Give the id and the ends of the tie between two things, in whichever order they come."""
    lower, higher = sorted((one, other))
    return f"{lower}{PAIR_MARK}{higher}", (lower, higher)


def _renamed(tie: Tie, old: str) -> Tie:
    if old not in tie.ends:
        return tie
    one, other = (THEME_ID if end == old else end for end in tie.ends)
    tie_id, ends = tie_between(one, other)
    return replace(tie, id=tie_id, ends=ends)
