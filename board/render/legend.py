"""How to read a drawing, and where it comes from: the rows at its foot."""

from collections.abc import Iterable

from board.analysis.structure import Source
from board.render.drawing import Style, element, text
from board.render.lettering import shortened, width
from board.render.palette import DASHES, INK, PAPER, SOFT
from board.render.signs import OUTLINES, sphere_sign
from board.schema import Basis, Sphere
from board.wording import Wording

SIZE = 22.0
Item = tuple[str, float, str]


def sphere_items(words: Wording) -> Iterable[Item]:
    """Give the signs of the spheres with their words."""
    for sphere in Sphere:
        yield sphere_sign(sphere, 9, 0, 18), 18, words["picture"][sphere]


def concreteness_items(words: Wording) -> Iterable[Item]:
    """Give the outlines that say how concrete an actor is."""
    for concreteness, dashes in OUTLINES.items():
        ring: Style = {"r": 13, "fill": PAPER, "stroke": INK, "stroke_width": 3}
        sign = element("circle", cx=13, cy=0, stroke_dasharray=dashes, **ring)
        yield sign, 26, words["concreteness"][concreteness]


def line_items(words: Wording) -> Iterable[Item]:
    """Give the lines with what they are grounded on."""
    for basis in Basis:
        yield (
            element(
                "line",
                x1=0,
                y1=0,
                x2=64,
                y2=0,
                stroke=SOFT,
                stroke_width=3,
                stroke_dasharray=DASHES[basis],
                stroke_linecap=None if basis is Basis.FACTUAL else "round",
            ),
            64,
            words["bases"][basis],
        )


def row(items: Iterable[Item], x: float, y: float, size: float = SIZE) -> str:
    """Draw signs with their words side by side, each sign in the middle of the line."""
    drawn = []
    for sign, wide, words in items:
        drawn.append(element("g", sign, transform=f"translate({x:.2f} {y:.2f})"))
        drawn.append(text(words, x + wide + 10, y + size * 0.34, font_size=size, fill=INK))
        x += wide + 10 + width(words, size) + 44
    return element("g", drawn)


def foot(
    words: Wording, theme: str, source: Source | None, sides: tuple[float, float], y: float
) -> str:
    """Draw theme, date and fingerprint to the left and the attribution to the right."""
    taken = ((source and source.taken_at) or "")[:16].replace("T", " ")
    mark = ((source and source.hash) or "")[:19]
    room = sides[1] - sides[0] - width(words["attribution"], SIZE) - 60
    said = shortened(" · ".join(part for part in (theme, taken, mark) if part), SIZE, room)
    return element(
        "g",
        [
            text(said, sides[0], y, font_size=SIZE, fill=SOFT),
            text(words["attribution"], sides[1], y, font_size=SIZE, fill=SOFT, text_anchor="end"),
        ],
    )
