"""How to read a drawing, and where it comes from: rows of signs with their words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from board.analysis.structure import Source
from board.render.drawing import Style, element, text
from board.render.lettering import shortened, width
from board.render.palette import DASHES, INK, LINE, PAPER, SOFT
from board.render.signs import OUTLINES, seat_sign, sphere_sign
from board.schema import Basis, Sphere
from board.wording import Wording

SIZE = 21.0
FOOT = 17.0
ROW = 44.0
AFTER_SIGN = 10.0
BETWEEN = 40.0
LONGEST = 420.0
Sides = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Item:
    """A sign, drawn rightward from (0, 0), with its words; `threaded` to the item before it."""

    sign: str
    wide: float
    words: str
    threaded: bool = False


def flow(items: Iterable[Item], sides: Sides, y: float) -> tuple[str, float]:
    """Draw items side by side in rows from y on; give the drawing and the last row's y."""
    drawn, x = [], sides[0]
    for item in items:
        words = shortened(item.words, SIZE, LONGEST)
        wide = item.wide + AFTER_SIGN + width(words, SIZE)
        if x > sides[0] and x + wide > sides[1]:
            x, y = sides[0], y + ROW
        if item.threaded:
            drawn.append(_line(x - BETWEEN + 8, x - 4, y, {"stroke": INK, "stroke_width": 5}))
        drawn.append(element("g", item.sign, transform=f"translate({x:.2f} {y:.2f})"))
        drawn.append(
            text(words, x + item.wide + AFTER_SIGN, y + SIZE * 0.34, font_size=SIZE, fill=INK)
        )
        x += wide + BETWEEN
    return element("g", drawn), y


def foot(words: Wording, theme: str, source: Source | None, sides: Sides, y: float) -> str:
    """Draw theme, date and fingerprint to the left and the attribution to the right."""
    taken = ((source and source.taken_at) or "")[:16].replace("T", " ")
    mark = ((source and source.hash) or "")[:19]
    room = sides[1] - sides[0] - width(words["attribution"], FOOT) - 60
    origin = " · ".join(part for part in (taken, mark) if part)
    about = shortened(theme, FOOT, max(0, room - width(f" · {origin}", FOOT)))
    style: Style = {"font_size": FOOT, "fill": SOFT}
    said = " · ".join(part for part in (about, origin) if part)
    left = text(said, sides[0], y, **style)
    return element("g", [left, text(words["attribution"], sides[1], y, text_anchor="end", **style)])


def fabric_items(words: Wording) -> Iterator[Item]:
    """Give what is drawn in a position structure."""
    yield from sphere_items(words)
    yield from concreteness_items(words)
    thick: Style = {"stroke": INK, "stroke_width": 5}
    yield Item(_line(0, 64, 0, thick), 64, words["picture"]["single"])
    for basis, word in ((Basis.FACTUAL, "more_ways"), (Basis.EXPECTED, "expected")):
        yield Item(_line(0, 64, 0, _tie_style(basis)), 64, words["picture"][word])
    yield Item(badge("3", 15, 0), 30, words["picture"]["sole"])


def seat_items(labels: Mapping[int, str]) -> Iterator[Item]:
    """Give the signs of the seats, by their order around the table."""
    for index, label in labels.items():
        yield Item(seat_sign(index, 10, 0, 20, INK), 20, label)


def sphere_items(words: Wording) -> Iterator[Item]:
    """Give the signs of the spheres."""
    for sphere in Sphere:
        yield Item(sphere_sign(sphere, 9, 0, 18), 18, words["picture"][sphere])


def concreteness_items(words: Wording) -> Iterator[Item]:
    """Give the outlines that say how concrete an actor is."""
    for concreteness, dashes in OUTLINES.items():
        ring: Style = {"r": 13, "fill": PAPER, "stroke": INK, "stroke_width": 3}
        sign = element("circle", cx=13, cy=0, stroke_dasharray=dashes, **ring)
        yield Item(sign, 26, words["concreteness"][concreteness])


def line_items(words: Wording) -> Iterator[Item]:
    """Give the lines with what they are grounded on."""
    for basis in Basis:
        yield Item(_line(0, 64, 0, _tie_style(basis)), 64, words["bases"][basis])


def badge(words: str, x: float, y: float) -> str:
    """Draw a number on a dark disc."""
    disc = element("circle", cx=x, cy=y, r=15, fill=INK, stroke=PAPER, stroke_width=3)
    style: Style = {"fill": PAPER, "font_weight": "700", "text_anchor": "middle"}
    return disc + text(words, x, y + 5.5, font_size=16, **style)


def _tie_style(basis: Basis) -> Style:
    round_ends = None if basis is Basis.FACTUAL else "round"
    return {
        "stroke": LINE,
        "stroke_width": 3,
        "stroke_dasharray": DASHES[basis],
        "stroke_linecap": round_ends,
    }


def _line(x1: float, x2: float, y: float, style: Style) -> str:
    return element("line", x1=x1, y1=y, x2=x2, y2=y, **style)
