"""How the fabric grew: a few counts over a series of snapshots."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from board.render.drawing import Style, element, number, text
from board.render.page import MARGIN, WIDE, Json, Telling, page, theme_of
from board.render.palette import ACCENT, HAIR, INK, PAPER, PENS, SOFT
from board.schema import Pen
from board.wording import Wording, wording

TOP = 70.0
HIGH = 560.0
LEFT = MARGIN + 60
RIGHT = WIDE - MARGIN - 400
APART = 30.0
_LINES: Final[Mapping[str, Style]] = {
    "ingredients": {"stroke": SOFT, "stroke_width": 2.5},
    "reachable": {"stroke": INK, "stroke_width": 6},
    "single_carried": {"stroke": PENS[Pen.BRICK], "stroke_width": 4, "stroke_dasharray": "14 8"},
    "cloth_actors": {"stroke": ACCENT, "stroke_width": 4, "stroke_dasharray": "3 7"},
}
Place = tuple[float, float]


def growth_svg(series: Sequence[Json], language: str = "nl") -> str:
    """Give the picture of a series of position structures of one cloth, oldest first."""
    words, latest = wording(language), series[-1]
    theme = theme_of(words, latest)
    top = _step(max(one["totals"][name] for one in series for name in _LINES)) * 5
    told = Telling(
        words["picture"]["growth_title"].format(theme=theme),
        words["picture"]["growth_desc"].format(theme=theme, count=len(series))
        + f" {'; '.join(_said(words, series, name) for name in _LINES)}.",
    )
    content = [*_grid(top), *_dates(series), *_drawn(words, series, top)]
    return page(words, latest, told, TOP + HIGH + 40, content)


def _said(words: Wording, series: Sequence[Json], name: str) -> str:
    numbers = ", ".join(str(one["totals"][name]) for one in series)
    return f"{words['measures'][name]['label']}: {numbers}"


def _step(most: int) -> int:
    """Give a round fifth of the height that holds this number."""
    steps = (size * int(10**power) for power in range(9) for size in (1, 2, 5))
    return next(step for step in steps if step * 5 >= most)


def _grid(top: int) -> Iterator[str]:
    for value in range(0, top + 1, top // 5):
        y = TOP + HIGH * (1 - value / top)
        yield element("line", x1=LEFT, y1=y, x2=RIGHT, y2=y, stroke=HAIR, stroke_width=1.5)
        yield text(str(value), LEFT - 14, y + 6, font_size=18, fill=SOFT, text_anchor="end")


def _x(index: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * ((index + 0.5) / count if count < 3 else index / (count - 1))


def _dates(series: Sequence[Json]) -> Iterator[str]:
    """Write the days below, not more of them than there is room for."""
    every = 1 + len(series) // 9
    for index, one in enumerate(series):
        if index % every == 0 or index == len(series) - 1:
            day = str(one["source"]["taken_at"] or index + 1)[:10]
            x = _x(index, len(series))
            yield text(day, x, TOP + HIGH + 36, font_size=18, fill=SOFT, text_anchor="middle")


def _drawn(words: Wording, series: Sequence[Json], top: int) -> Iterator[str]:
    """Draw each line with its points, and its name at the end, one under the other."""
    ends: list[tuple[float, str, str]] = []
    for name, style in _LINES.items():
        places = [
            (_x(n, len(series)), TOP + HIGH * (1 - one["totals"][name] / top))
            for n, one in enumerate(series)
        ]
        yield from _line(places, style)
        label = words["measures"][name]["label"]
        ends.append((places[-1][1], name, f"{series[-1]['totals'][name]} {label}"))
    y = 0.0
    for wanted, name, said in sorted(ends):
        y = max(wanted, y + APART)
        sample: dict[str, Any] = {"x1": RIGHT + 24, "x2": RIGHT + 74, "y1": y, "y2": y}
        yield element("line", **sample, **_LINES[name])
        yield text(said, RIGHT + 86, y + 7, font_size=21, fill=INK)


def _line(places: Sequence[Place], style: Style) -> Iterator[str]:
    way = " ".join(f"{number(x)} {number(y)}" for x, y in places)
    yield element("path", d=f"M{way}", fill="none", stroke_linejoin="round", **style)
    for x, y in places:
        yield element("circle", cx=x, cy=y, r=7, fill=PAPER, stroke=style["stroke"], stroke_width=3)
