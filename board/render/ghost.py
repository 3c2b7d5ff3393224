"""The cloth as it lies now, with the earlier one as a ghost behind it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import dist
from typing import Any

from board.analysis.structure import Source
from board.layout import CONNECTOR_RADIUS
from board.model import Board
from board.render.cloth import (
    MARGIN,
    draw_circle,
    draw_paper,
    draw_rim,
    draw_seat,
    draw_slip,
    draw_theme,
)
from board.render.drawing import Style, element, number, picture
from board.render.legend import Item, flow, foot
from board.render.palette import LINEN, PAPER, SOFT
from board.render.scene import THEME_RADIUS, Circle, Cloth, Line, Slip, cloth_of, frame, lines
from board.render.states import (
    REMOVED,
    SAME,
    frames,
    mark,
    state_items,
    states_of,
    tie_style,
)

FADED = 0.6
MOVED = 40.0
Json = Mapping[str, Any]
Place = tuple[float, float]
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_WAY: Style = {"stroke": SOFT, "stroke_width": 2.5, "stroke_dasharray": "1 7"}
_OLD: Style = {"fill": "none", "stroke": SOFT, "stroke_width": 2.5, "stroke_dasharray": "4 6"}


@dataclass(frozen=True, slots=True)
class _Both:
    """Two cloths of one board, and the state of every slip, schakel and tie by its id."""

    before: Cloth
    now: Cloth
    slips: Mapping[str, str]
    circles: Mapping[str, str]
    ties: Mapping[str, str]


def ghost_svg(earlier: Board, later: Board, comparison: Json, language: str = "nl") -> str:
    """Give the picture of two snapshots of a cloth; `comparison` is theirs (analysis.compare).

    What is new, gone or changed has a sign and a line of its own; what stayed is faded. What
    was moved has a dotted way from where it lay.
    """
    both = _both(earlier, later, comparison, language)
    words = both.now.words
    edges = zip(frame(both.before), frame(both.now), strict=True)
    left, top, right, bottom = (
        choose(pair) for choose, pair in zip((min, min, max, max), edges, strict=True)
    )
    wide = right - left + 2 * MARGIN
    sides = (MARGIN, wide - MARGIN)
    way = Item(element("line", x1=0, y1=0, x2=64, y2=0, **_WAY), 64, words["picture"]["moved"])
    legend, low = flow([*state_items(words), way], sides, bottom - top + 2 * MARGIN + 24)
    high = low + 2 * MARGIN
    shift = f"translate({number(MARGIN - left)} {number(MARGIN - top)})"
    return picture(
        wide,
        high,
        words["picture"]["ghost_title"].format(theme=both.now.theme),
        _description(both),
        [
            element("rect", width=wide, height=high, fill=LINEN),
            element("g", _drawn(both), transform=shift),
            legend,
            foot(words, both.now.theme, Source(**comparison["to"]), sides, high - MARGIN),
        ],
    )


def _both(earlier: Board, later: Board, comparison: Json, language: str) -> _Both:
    before = cloth_of(earlier, language, comparison["from"]["taken_at"])
    now = cloth_of(later, language, comparison["to"]["taken_at"])
    return _Both(
        before,
        now,
        states_of(comparison["ingredients"], {**before.slips, **now.slips}),
        _on_cloth(before, now, states_of(comparison["actors"], {**before.circles, **now.circles})),
        states_of(comparison["ties"], {**before.board.ties, **now.board.ties}),
    )


def _on_cloth(before: Cloth, now: Cloth, states: dict[str, str]) -> dict[str, str]:
    """Give the states of schakels; one that was taken off the cloth is gone from the picture."""
    off = before.circles.keys() - now.circles.keys()
    return states | dict.fromkeys(off, REMOVED)


def _description(both: _Both) -> str:
    parts = {"slips": both.slips, "actors": both.circles, "ties": both.ties}
    counts = {
        f"{name}_{state}": sum(found == state for found in states.values())
        for name, states in parts.items()
        for state in ("added", "removed", "changed")
    }
    return both.now.words["picture"]["ghost_desc"].format(theme=both.now.theme, **counts)


def _drawn(both: _Both) -> Iterator[str]:
    now = both.now
    order = {seat: index for index, seat in enumerate(now.seats)}
    yield from draw_paper(now.outline)
    yield from (draw_rim(now.rims[seat]) for seat in now.seats)
    yield from _ways(both)
    yield from _ties(both)
    yield from (draw_seat(now, index, seat) for seat, index in order.items())
    yield from _slips(both, order)
    yield from _circles(both)
    yield draw_theme(now)
    yield from _tie_marks(both)


def _ways(both: _Both) -> Iterator[str]:
    """Draw where things lay that lie elsewhere now."""
    before, now = _middles(both.before), _middles(both.now)
    for key in sorted(before.keys() & now.keys()):
        (x1, y1), (x2, y2) = before[key], now[key]
        if dist(before[key], now[key]) > MOVED:
            yield element("line", x1=x1, y1=y1, x2=x2, y2=y2, **_WAY)
            if key in both.before.circles:
                yield element("circle", cx=x1, cy=y1, r=CONNECTOR_RADIUS, **_OLD)
            else:
                yield _box(both.before.slips[key], _OLD)


def _middles(cloth: Cloth) -> dict[str, Place]:
    slips = {key: slip.middle for key, slip in cloth.slips.items()}
    return slips | {key: circle.at for key, circle in cloth.circles.items()}


def _ties(both: _Both) -> Iterator[str]:
    """Draw the ties, those that stayed first."""
    for line in _lines(both):
        _, (x1, y1), (x2, y2), _ = line
        yield element("line", x1=x1, y1=y1, x2=x2, y2=y2, **tie_style(_state(both, line)))


def _tie_marks(both: _Both) -> Iterator[str]:
    """Draw the sign of each tie where it runs free, as near to its middle as can be."""
    discs = [(circle.at, CONNECTOR_RADIUS + 30) for circle in _drawn_circles(both).values()]
    discs.append((both.now.outline.centre, THEME_RADIUS + 20))
    for line in _lines(both):
        _, (x1, y1), (x2, y2), _ = line
        spots = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in _SHARES]
        free = (spot for spot in spots if all(dist(spot, at) > reach for at, reach in discs))
        yield mark(_state(both, line), *next(free, spots[0]), 22)


def _drawn_circles(both: _Both) -> Mapping[str, Circle]:
    return {**both.before.circles, **both.now.circles}


def _lines(both: _Both) -> list[Line]:
    gone = [line for line in lines(both.before) if line[0].id not in both.now.board.ties]
    return sorted([*gone, *lines(both.now)], key=lambda line: _state(both, line) != SAME)


def _state(both: _Both, line: Line) -> str:
    tie = line[0]
    return REMOVED if tie.id not in both.now.board.ties else both.ties[tie.id]


def _slips(both: _Both, order: Mapping[str, int]) -> Iterator[str]:
    for key, state in sorted(both.slips.items(), key=lambda pair: pair[1] != SAME):
        slip = both.now.slips.get(key) or both.before.slips[key]
        sign = draw_slip(slip, order.get(slip.ingredient.seat, 0))
        _, top, right, _ = slip.box
        yield _box(slip, {"fill": PAPER})
        yield _faded(sign, state)
        yield from (_box(slip, style) for style in frames(state))
        yield mark(state, right + 10, top - 6)


def _box(slip: Slip, style: Style) -> str:
    left, top, right, bottom = slip.box
    return element(
        "rect",
        x=left - 10,
        y=top - 8,
        width=right - left + 20,
        height=bottom - top + 16,
        rx=6,
        **style,
    )


def _circles(both: _Both) -> Iterator[str]:
    reach = CONNECTOR_RADIUS + 9
    circles = _drawn_circles(both)
    for key, state in sorted(both.circles.items(), key=lambda pair: pair[1] != SAME):
        circle = circles[key]
        x, y = circle.at
        yield element("circle", cx=x, cy=y, r=CONNECTOR_RADIUS, fill=PAPER)
        yield _faded(draw_circle(circle), state)
        yield from (element("circle", cx=x, cy=y, r=reach, **style) for style in frames(state))
        yield mark(state, x + reach * 0.71, y - reach * 0.71, 36)


def _faded(drawn: str | Iterable[str], state: str) -> str:
    return element("g", drawn, opacity=FADED if state in (SAME, REMOVED) else None)
