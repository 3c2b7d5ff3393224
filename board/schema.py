"""Names, kinds, limits and version of everything in the document.

The document is a handful of root maps whose keys are an id (the birth value, which changes only
where two seats become one) or `id.property` (a register of its own). This module is the one
source for the reader, the gate's shape, the generated TypeScript and the import.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

SCHEMA_VERSION = 1
CONTENT_SCHEMA = "tafelkleed/board/1"
THEME_ID = "t"
ID_PATTERN = r"[0-9a-z]{1,32}"
REGISTER_MARK = "."
PAIR_MARK = "~"
POSITION_MARK = ":"


class Position(StrEnum):
    """The five positions of involvement (book, chapter 6, instrument 1)."""

    INITIATOR = "initiator"
    PARTNER = "partner"
    CONNECTOR = "connector"
    SUPPLIER = "supplier"
    USER = "user"


class Sphere(StrEnum):
    """Where an actor is at home."""

    LOCAL = "local"
    PROFESSIONAL = "professional"
    BOTH = "both"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """On what ground a tie or an involvement is drawn."""

    FACTUAL = "factual"
    EXPECTED = "expected"
    WISHED = "wished"


class Concreteness(StrEnum):
    """How concrete an actor is: by name, by role, or only as a category."""

    NAMED = "named"
    ROLE = "role"
    CATEGORY = "category"


class ActorKind(StrEnum):
    """What sort of thing an actor is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    INITIATIVE = "initiative"
    OTHER = "other"


class IngredientKind(StrEnum):
    """What sort of thing an ingredient is; never asked during the brainstorm."""

    IDEA = "idea"
    THOUGHT = "thought"
    MEANS = "means"
    PERSON = "person"
    BUILDING = "building"
    SOFTWARE = "software"
    INSTITUTION = "institution"
    IMAGE = "image"
    SOURCE = "source"
    MATERIAL = "material"
    OTHER = "other"
    NONE = "none"


class ContactMode(StrEnum):
    """Whether a contact is made with one actor or with a group."""

    INDIVIDUAL = "individual"
    GROUP = "group"


class ContactStatus(StrEnum):
    """How far a contact has come."""

    PREPARED = "prepared"
    INVITED = "invited"
    SPOKEN = "spoken"
    DECLINED = "declined"
    FOLLOW_UP = "follow_up"


class InvitationStatus(StrEnum):
    """What became of an invitation to take another position."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class ConvergenceState(StrEnum):
    """What people decided about a suggested convergence."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Phase(StrEnum):
    """The steps of the method as the session knows them."""

    THEME = "theme"
    RIM = "rim"
    WALK = "walk"
    CONNECTORS = "connectors"
    CONTACTS = "contacts"
    POSITIONS = "positions"
    FREE = "free"


class Silence(StrEnum):
    """What others see of the writing in step 2a."""

    OPEN = "open"
    BLANK = "blank"
    STILL = "still"


class Instrument(StrEnum):
    """The instruments of chapter 6 of the book."""

    NETWORK = "network"
    THEME = "theme"
    ENVIRONMENT = "environment"
    CAPACITY = "capacity"
    PATTERN = "pattern"


class Shape(StrEnum):
    """The outline of the cloth."""

    RECTANGLE = "rectangle"
    ROUND = "round"


class Cloth(StrEnum):
    """The cloths one can choose: two long ones, a square and a round one."""

    RECTANGLE = "rectangle"
    LONG = "long"
    SQUARE = "square"
    ROUND = "round"


class Pen(StrEnum):
    """The felt-tip inks, each at least 4.5:1 on paper."""

    BLACK = "black"
    BLUE = "blue"
    BRICK = "brick"
    MOSS = "moss"
    AUBERGINE = "aubergine"
    OCHRE = "ochre"
    RASPBERRY = "raspberry"
    SLATE = "slate"


class Kind(StrEnum):
    """What a register or a field of a birth value may hold; every register may also be null."""

    TEXT = "text"
    ID = "id"
    NUMBER = "number"
    BOOLEAN = "boolean"
    POINT = "point"
    DATE = "date"
    PENS = "pens"
    GONE = "gone"
    BYTES = "bytes"
    INSTRUMENT = "Instrument"
    SHAPE = "Shape"
    PEN = "Pen"
    INGREDIENT_KIND = "IngredientKind"
    ACTOR_KIND = "ActorKind"
    SPHERE = "Sphere"
    CONCRETENESS = "Concreteness"
    BASIS = "Basis"
    CONTACT_MODE = "ContactMode"
    CONTACT_STATUS = "ContactStatus"
    INVITATION_STATUS = "InvitationStatus"
    CONVERGENCE_STATE = "ConvergenceState"


class Key(StrEnum):
    """How the keys of a root are made.

    FIXED: the register names themselves. SINGLE: `id` and `id.register`.
    TIE: `lower~higher`. POSITIONED: `actor:position`.
    """

    FIXED = "fixed"
    SINGLE = "single"
    TIE = "tie"
    POSITIONED = "positioned"


@dataclass(frozen=True, slots=True)
class Root:
    """One root map: how its keys are made and what stands under them.

    `birth` names the fields of the birth value (None: the root has no births), `registers`
    the properties, `joint` those under `id~other.property`.
    """

    key: Key
    birth: Mapping[str, Kind] | None = None
    registers: Mapping[str, Kind] = field(default_factory=dict)
    joint: Mapping[str, Kind] = field(default_factory=dict)


ROOTS: Mapping[str, Root] = MappingProxyType(
    {
        "meta": Root(
            Key.FIXED,
            registers={
                "schema": Kind.NUMBER,
                "instrument": Kind.INSTRUMENT,
                "size_mm": Kind.POINT,
                "shape": Kind.SHAPE,
            },
        ),
        "theme": Root(
            Key.FIXED,
            registers={"text": Kind.TEXT, "brought_by": Kind.ID, "released": Kind.DATE},
        ),
        "theme_names": Root(
            Key.SINGLE,
            birth={"by": Kind.ID, "text": Kind.TEXT},
            registers={"chosen": Kind.BOOLEAN, "gone": Kind.GONE},
        ),
        "seats": Root(
            Key.SINGLE,
            birth={},
            registers={
                "angle": Kind.NUMBER,
                "label": Kind.TEXT,
                "actor": Kind.ID,
                "pens": Kind.PENS,
                "host": Kind.BOOLEAN,
                "gone": Kind.GONE,
            },
        ),
        "ingredients": Root(
            Key.SINGLE,
            birth={"seat": Kind.ID, "pen": Kind.PEN},
            registers={
                "text": Kind.TEXT,
                "at": Kind.POINT,
                "kind": Kind.INGREDIENT_KIND,
                "actor": Kind.ID,
                "turn": Kind.NUMBER,
                "late": Kind.BOOLEAN,
                "second_of": Kind.ID,
                "gone": Kind.GONE,
            },
        ),
        "actors": Root(
            Key.SINGLE,
            birth={"by": Kind.ID},
            registers={
                "label": Kind.TEXT,
                "kind": Kind.ACTOR_KIND,
                "sphere": Kind.SPHERE,
                "concreteness": Kind.CONCRETENESS,
                "function": Kind.TEXT,
                "on_cloth": Kind.BOOLEAN,
                "at": Kind.POINT,
                "same_as": Kind.ID,
                "gone": Kind.GONE,
            },
        ),
        "ties": Root(
            Key.TIE,
            birth={"by": Kind.ID},
            registers={"basis": Kind.BASIS, "evidence": Kind.TEXT, "gone": Kind.GONE},
        ),
        "stories": Root(
            Key.SINGLE,
            registers={"text": Kind.TEXT},
            joint={"inspired": Kind.BOOLEAN},
        ),
        "contacts": Root(
            Key.SINGLE,
            birth={"by": Kind.ID},
            registers={
                "mode": Kind.CONTACT_MODE,
                "status": Kind.CONTACT_STATUS,
                "who": Kind.ID,
                "when": Kind.DATE,
                "shared": Kind.BOOLEAN,
                "gone": Kind.GONE,
            },
            joint={"member": Kind.BOOLEAN},
        ),
        "involvements": Root(
            Key.POSITIONED,
            birth={"by": Kind.ID, "since": Kind.DATE},
            registers={"basis": Kind.BASIS, "evidence": Kind.TEXT, "until": Kind.DATE},
        ),
        "invitations": Root(
            Key.POSITIONED,
            birth={"by": Kind.ID},
            registers={"text": Kind.TEXT, "status": Kind.INVITATION_STATUS},
        ),
        "convergences": Root(
            Key.SINGLE,
            birth={"by": Kind.ID},
            registers={"label": Kind.TEXT, "state": Kind.CONVERGENCE_STATE},
            joint={"member": Kind.BOOLEAN},
        ),
        "questions": Root(
            Key.SINGLE,
            birth={"on": Kind.ID, "by": Kind.ID},
            registers={"text": Kind.TEXT, "answer": Kind.TEXT, "gone": Kind.GONE},
        ),
        "strokes": Root(
            Key.SINGLE,
            birth={"seat": Kind.ID, "pen": Kind.PEN, "width": Kind.NUMBER, "points": Kind.BYTES},
            registers={"caption": Kind.TEXT},
        ),
    }
)

TEXT_LIMIT = 2000
STROKE_POINT_LIMIT = 600
SEAT_LIMIT = 16
NUMBER_LIMIT = 1_000_000
POSITION_ORDER: Mapping[Position, int] = MappingProxyType(
    {
        Position.INITIATOR: 0,
        Position.PARTNER: 1,
        Position.CONNECTOR: 2,
        Position.SUPPLIER: 3,
        Position.USER: 3,
    }
)
CLOTH_OUTLINES: Mapping[Cloth, tuple[Shape, tuple[int, int]]] = MappingProxyType(
    {
        Cloth.RECTANGLE: (Shape.RECTANGLE, (2400, 1200)),
        Cloth.LONG: (Shape.RECTANGLE, (3000, 1200)),
        Cloth.SQUARE: (Shape.RECTANGLE, (1800, 1800)),
        Cloth.ROUND: (Shape.ROUND, (1800, 1800)),
    }
)
