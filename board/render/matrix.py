"""Who takes part from which position, since when: actors by positions."""

from collections.abc import Iterator
from typing import Any, Final

from board.render.drawing import Style, element, text
from board.render.legend import Item
from board.render.lettering import shortened
from board.render.page import MARGIN, WIDE, Json, Telling, page, theme_of
from board.render.palette import HAIR, INK, PAPER, SOFT
from board.schema import Position
from board.wording import Wording, wording

NAMES = 360.0
TOP = 120.0
ROW = 46.0
_COLUMN: Final = (WIDE - 2 * MARGIN - NAMES) / len(Position)
_KINDS: Final = ("held", "wished", "ended")


def matrix_svg(structure: Json, language: str = "nl") -> str:
    """Give the picture of all positions, from a position structure; actors by their ids."""
    words = wording(language)
    theme, actors = theme_of(words, structure), sorted(structure["actors"].items())
    low = TOP + ROW * len(actors)
    told = Telling(
        words["picture"]["matrix_title"].format(theme=theme),
        words["picture"]["matrix_desc"].format(theme=theme, positions=_said(structure, words)),
        [Item(_sign(kind, 14, 0), 28, words["picture"][kind]) for kind in _KINDS],
    )
    content = [*_heads(words), *(r for n, (_, a) in enumerate(actors) for r in _row(words, a, n))]
    return page(words, structure, told, low, content)


def _said(structure: Json, words: Wording) -> str:
    return "; ".join(
        f"{words['positions'][position]}: "
        + (", ".join(structure["actors"][key]["label"] or key for key in keys) or "–")
        for position, keys in structure["positions"].items()
    )


def _heads(words: Wording) -> Iterator[str]:
    style: Style = {"font_size": 22, "font_weight": "700", "fill": INK}
    for index, position in enumerate(Position):
        yield text(words["positions"][position], _left(index), TOP - 40, **style)


def _left(index: int) -> float:
    return MARGIN + NAMES + index * _COLUMN


def _row(words: Wording, actor: Json, number: int) -> Iterator[str]:
    y = TOP + ROW * (number + 0.5)
    rule: Style = {"x1": MARGIN, "x2": WIDE - MARGIN, "y1": y - ROW / 2, "y2": y - ROW / 2}
    yield element("line", stroke=HAIR, stroke_width=1.5, **rule)
    yield text(shortened(actor["label"], 21, NAMES - 20), MARGIN, y + 7, font_size=21, fill=INK)
    for involvement in actor["involvements"]:
        x = _left(list(Position).index(Position(involvement["position"])))
        yield _sign(_kind(involvement), x + 14, y)
        yield text(_when(involvement, words), x + 40, y + 6, font_size=18, fill=SOFT)


def _kind(involvement: Json) -> str:
    if involvement["basis"] != "factual":
        return "wished"
    return "held" if involvement["active"] else "ended"


def _when(involvement: Json, words: Wording) -> str:
    since, until = (str(involvement[name] or "")[:10] for name in ("since", "until"))
    if until:
        return f"{words['columns']['until']} {until}"
    return f"{words['columns']['since']} {since}" if since else ""


def _sign(kind: str, x: float, y: float) -> str:
    shape: dict[str, Any] = {"cx": x, "cy": y, "r": 11}
    if kind == "held":
        return element("circle", **shape, fill=INK)
    dashes = "4 4" if kind == "wished" else None
    ring = element(
        "circle", **shape, fill=PAPER, stroke=INK, stroke_width=2.5, stroke_dasharray=dashes
    )
    cross = f"M{x - 7:.2f} {y + 7:.2f}L{x + 7:.2f} {y - 7:.2f}"
    line = element("path", d=cross, stroke=INK, stroke_width=2.5, fill="none")
    return ring + (line if kind == "ended" else "")
