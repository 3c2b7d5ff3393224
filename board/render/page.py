"""What pictures of numbers share: ground, legend, foot, and rows of signs that one can count."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from board.analysis.structure import Source
from board.render.drawing import Style, element, picture, text
from board.render.legend import Item, flow, foot
from board.render.lettering import shortened
from board.render.palette import HAIR, INK, PAPER, SOFT
from board.wording import Wording

WIDE = 1600.0
MARGIN = 56.0
#: Rows to count in stand on a narrower page, so that their words can be read on paper.
TALLIED = 1200.0
NAMES = 400.0
ENDS = 130.0
PITCH = 34.0
ROW = 54.0
Json = Mapping[str, Any]
Sign = Callable[[float, float, float], str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a picture says of itself: its title, its text alternative, and how to read it."""

    title: str
    description: str
    items: Sequence[Item] = ()
    wide: float = WIDE


@dataclass(frozen=True, slots=True)
class Tally:
    """A row of signs, one for each thing that is counted, with words before and after it."""

    before: str
    signs: Sequence[Sign]
    after: str
    lead: Sign | None = None


def page(words: Wording, structure: Json, told: Telling, low: float, content: Iterable[str]) -> str:
    """Give a whole picture; `low` is where its content ends."""
    sides = (MARGIN, told.wide - MARGIN)
    legend, low = flow(told.items, sides, low + 40) if told.items else ("", low)
    high = low + 2 * MARGIN
    return picture(
        told.wide,
        high,
        told.title,
        told.description,
        [
            element("rect", width=told.wide, height=high, fill=PAPER),
            *content,
            legend,
            foot(
                words, theme_of(words, structure), Source(**structure["source"]), sides, high - 56
            ),
        ],
    )


def theme_of(words: Wording, structure: Json) -> str:
    """Give the theme's text, or what stands in its place."""
    return str(structure["theme"]["text"]) or words["picture"]["unnamed"]


def head(words: str, y: float) -> str:
    """Draw a heading."""
    return text(words, MARGIN, y, font_size=28, font_weight="700", fill=INK)


def tallies(rows: Sequence[Tally], top: float) -> tuple[list[str], float]:
    """Draw rows of signs from `top` on, smaller signs when there are very many; give the end."""
    room = TALLIED - 2 * MARGIN - NAMES - ENDS
    most = max((len(row.signs) for row in rows), default=0)
    pitch = PITCH if most <= 3 * room / PITCH else PITCH / 2
    across = int(room / pitch)
    drawn: list[str] = []
    y = top
    for row in rows:
        lines = max(1, ceil(len(row.signs) / across))
        drawn += _tally(row, y, pitch, across)
        y += max(ROW, lines * pitch + ROW - PITCH)
        rule: Style = {"x1": MARGIN, "x2": TALLIED - MARGIN, "y1": y - 6, "y2": y - 6}
        drawn.append(element("line", stroke=HAIR, stroke_width=1.5, **rule))
    return drawn, y


def _tally(row: Tally, y: float, pitch: float, across: int) -> Iterator[str]:
    middle = y + ROW / 2 - 6
    left = MARGIN
    if row.lead:
        yield row.lead(left + 14, middle, 26)
        left += 42
    said = shortened(row.before, 21, NAMES - 60)
    yield text(said, left, middle + 7, font_size=21, fill=INK)
    for index, sign in enumerate(row.signs):
        line, column = divmod(index, across)
        yield sign(MARGIN + NAMES + (column + 0.5) * pitch, middle + line * pitch, pitch * 0.68)
    after: Style = {"text_anchor": "end", "fill": SOFT, "font_size": 21}
    yield text(row.after, TALLIED - MARGIN, middle + 7, **after)
