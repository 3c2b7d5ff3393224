"""What became of a thing between two snapshots: four states by shape and line, colour besides."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from board.render.drawing import Style, element
from board.render.legend import Item
from board.render.palette import ACCENT, INK, LINE, PAPER, PENS
from board.schema import Pen
from board.wording import Wording

ADDED, REMOVED, CHANGED, SAME = "added", "removed", "changed", "same"
STATES: Final = (ADDED, REMOVED, CHANGED, SAME)
HALF = 15.0
_UNDRAWN: Final = {"id", "contact", "story", "evidence"}
_COLOURS: Final = {ADDED: ACCENT, REMOVED: PENS[Pen.BRICK], CHANGED: PENS[Pen.AUBERGINE]}
_GROUNDS: Final = {
    ADDED: "M0-15A15 15 0 1 1 0 15A15 15 0 1 1 0-15Z",
    REMOVED: "M0-18L18 0L0 18L-18 0Z",
    CHANGED: "M-14-14H14V14H-14Z",
}
_SIGNS: Final = {
    ADDED: "M-8 0H8M0-8V8",
    REMOVED: "M-8 0H8",
    CHANGED: "M-8 2C-5-6-2-6 0 0S5 6 8-2",
}
_FRAMES: Final[Mapping[str, tuple[Style, ...]]] = {
    ADDED: ({"stroke_width": 5},),
    REMOVED: ({"stroke_width": 3, "stroke_dasharray": "12 8"},),
    CHANGED: ({"stroke_width": 7}, {"stroke_width": 2.4, "stroke": PAPER}),
    SAME: (),
}
_TIES: Final[Mapping[str, Style]] = {
    ADDED: {"stroke_width": 6},
    REMOVED: {"stroke_width": 3, "stroke_dasharray": "2 10", "stroke_linecap": "round"},
    CHANGED: {"stroke_width": 5, "stroke_dasharray": "26 6 4 6"},
    SAME: {"stroke_width": 2, "stroke": LINE},
}


def states_of(changes: Mapping[str, Any], keys: Iterable[str]) -> dict[str, str]:
    """Give the state of each of these records; a change that is not drawn counts not."""
    moved = {c["id"]: CHANGED for c in changes["changed"] if c.keys() - _UNDRAWN}
    moved |= dict.fromkeys(changes["added"], ADDED) | dict.fromkeys(changes["removed"], REMOVED)
    return {key: moved.get(key, SAME) for key in keys}


def mark(state: str, x: float, y: float, size: float = 2 * HALF) -> str:
    """Draw the sign of a state, its middle at (x, y); what stayed the same has none."""
    if state == SAME:
        return ""
    at = f"translate({x:.2f} {y:.2f}) scale({size / (2 * HALF):.4f})"
    ground = element("path", d=_GROUNDS[state], fill=_COLOURS[state], stroke=PAPER, stroke_width=3)
    line: Style = {"fill": "none", "stroke": PAPER, "stroke_width": 4, "stroke_linecap": "round"}
    return element("g", [ground, element("path", d=_SIGNS[state], **line)], transform=at)


def frames(state: str) -> Iterator[Style]:
    """Give the lines around a thing in this state, the widest first."""
    for line in _FRAMES[state]:
        yield {"fill": "none", "stroke": colour(state), **line}


def tie_style(state: str) -> Style:
    """Give the line of a tie in this state."""
    return {"stroke": colour(state), **_TIES[state]}


def colour(state: str) -> str:
    """Give the colour that goes with a state and never says anything alone."""
    return _COLOURS.get(state, INK)


def state_items(words: Wording) -> Iterator[Item]:
    """Give what the signs and lines mean."""
    for state in STATES:
        line = element("line", x1=0, y1=0, x2=84, y2=0, **tie_style(state))
        yield Item(line + mark(state, 42, 0, 26), 84, words["states_between"][state])
