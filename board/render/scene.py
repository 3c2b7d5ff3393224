"""A board ready to draw: everything has a place, every slip its lettering and its box."""

from collections.abc import Mapping
from dataclasses import dataclass

from board.analysis.positions import held
from board.geometry import Outline
from board.layout import CONNECTOR_RADIUS, laid_out
from board.model import Actor, Board, Ingredient, Tie
from board.render.drawing import LEADING
from board.render.ink import covered
from board.render.lettering import Lettering, fitted, width
from board.rim import Rim, rims
from board.wording import Wording, wording

THEME_RADIUS = 120.0
SIGN = 22.0
GAP = 8.0
EDGE = 34.0
BESIDE = 250.0
BEYOND = 96.0

Place = tuple[float, float]
Box = tuple[float, float, float, float]
Line = tuple[Tie, Place, Place, bool]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: its lettering, and its box without the air around it."""

    ingredient: Ingredient
    lettering: Lettering
    box: Box

    @property
    def middle(self) -> Place:
        """The middle of the box."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2


@dataclass(frozen=True, slots=True)
class Circle:
    """A schakel: its place and the names of its positions."""

    actor: Actor
    at: Place
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cloth:
    """All that is drawn of a board; `seats` in the order in which they stand around it."""

    board: Board
    words: Wording
    outline: Outline
    seats: tuple[str, ...]
    rims: Mapping[str, Rim]
    slips: Mapping[str, Slip]
    circles: Mapping[str, Circle]

    @property
    def theme(self) -> str:
        """The theme's text, or what stands in its place."""
        return self.board.theme.text or self.words["picture"]["unnamed"]


def cloth_of(board: Board, language: str, date: str | None) -> Cloth:
    """Give everything a place; positions are those active on `date`."""
    board, words = laid_out(board), wording(language)
    outline = Outline(board.shape, *board.size_mm)
    angles = {key: seat.angle for key, seat in board.seats.items()}
    positions = held(board, date)
    return Cloth(
        board=board,
        words=words,
        outline=outline,
        seats=tuple(sorted(angles, key=lambda key: (angles[key] % 360, key))),
        rims=rims(outline, angles),
        slips={key: _slip(i, i.at, outline) for key, i in board.ingredients.items() if i.at},
        circles={
            key: Circle(a, a.at, tuple(words["positions"][p] for p in positions.get(key, ())))
            for key, a in board.actors.items()
            if a.on_cloth and a.at
        },
    )


def lines(cloth: Cloth) -> list[Line]:
    """Give every tie with the places of its ends and whether it stays among schakels and theme.

    Those to ingredients come first, so that they lie below.
    """
    slips = {key: slip.middle for key, slip in cloth.slips.items()}
    places = slips | {key: circle.at for key, circle in cloth.circles.items()}
    places[cloth.board.theme.id] = cloth.outline.centre
    drawn = [
        (tie, places[tie.ends[0]], places[tie.ends[1]], slips.keys().isdisjoint(tie.ends))
        for _, tie in sorted(cloth.board.ties.items())
        if places.keys() >= set(tie.ends)
    ]
    return sorted(drawn, key=lambda line: line[3])


def frame(cloth: Cloth) -> Box:
    """Give the box around all that lies on the table and the names beside it."""
    wide, high = cloth.outline.width, cloth.outline.height
    boxes = [
        (-BESIDE, -BEYOND, wide + BESIDE, high + BEYOND),
        *(slip.box for slip in cloth.slips.values()),
        *(_around(circle.at, CONNECTOR_RADIUS + 40) for circle in cloth.circles.values()),
        *(box for stroke in cloth.board.strokes.values() for box in covered(stroke)),
    ]
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _slip(ingredient: Ingredient, at: Place, outline: Outline) -> Slip:
    lettering = fitted(ingredient.text, (22, 18), 172)
    wide = SIGN + GAP + max(width(line, lettering.size) for line in lettering.lines)
    high = max(SIGN, len(lettering.lines) * lettering.size * LEADING)
    x, y = at
    if 0 <= x <= outline.width:  # beside the edge but on the cloth: drawn within the hem
        x = min(max(x, wide / 2 + EDGE), outline.width - wide / 2 - EDGE)
    return Slip(ingredient, lettering, (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))


def _around(at: Place, radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius
