"""Whom several boards share: a column for each board, a row for each actor on two or more."""

from collections.abc import Iterator

from board.render.drawing import Style, element, text
from board.render.legend import Item
from board.render.lettering import shortened
from board.render.page import MARGIN, NAMES, ROW, WIDE, Json, Telling, head, page
from board.render.palette import HAIR, INK, PAPER, SOFT
from board.wording import wording

_TOP = 190.0
_DOT = 13.0


def shared_svg(union: Json, language: str = "nl") -> str:
    """Give the picture of what boards share, from a union of them."""
    words = wording(language)["picture"]
    boards = sorted(union["boards"])
    columns = {name: _column(index, len(boards)) for index, name in enumerate(boards)}
    themes = [union["boards"][name]["theme"]["text"] or words["unnamed"] for name in boards]
    rows = [union["actors"][key] for key in union["shared"]]
    low = _TOP + max(1, len(rows)) * ROW
    told = Telling(
        words["shared_title"].format(themes=" · ".join(themes)),
        words["shared_desc"].format(
            themes=", ".join(themes), shared=len(rows), bridges=len(union["bridges"])
        ),
        [
            Item(_sign(12, 0, tied=True), 24, words["shared_tied"]),
            Item(_sign(12, 0, tied=False), 24, words["shared_lies"]),
        ],
    )
    content = [head(words["shared_head"], 72)]
    for name, theme in zip(boards, themes, strict=True):
        content += _heading(union["boards"][name], theme, columns[name], WIDE / len(boards) / 1.6)
    for index, actor in enumerate(rows):
        content += _row(union, actor, _TOP + index * ROW, columns)
    if not rows:
        content.append(text(words["shared_none"], MARGIN, _TOP + 20, font_size=21, fill=SOFT))
    of = {"theme": {"text": " · ".join(themes)}, "source": _source(union)}
    return page(wording(language), of, told, low, content)


def _column(index: int, count: int) -> float:
    room = WIDE - 2 * MARGIN - NAMES
    return MARGIN + NAMES + (index + 0.5) * room / count


def _source(union: Json) -> dict[str, object]:
    """Give the moment of the boards, which were read together; hash and snapshot are of no one."""
    moments = [board["source"]["taken_at"] for board in union["boards"].values()]
    return {"taken_at": max((one for one in moments if one), default=None)}


def _heading(board: Json, theme: str, x: float, room: float) -> Iterator[str]:
    style: Style = {"text_anchor": "middle", "fill": INK}
    size = 21.0
    said = shortened(theme, size, min(room, (WIDE - 2 * MARGIN - NAMES)))
    yield text(said, x, 122, font_size=size, font_weight="700", **style)
    alone, both = (_percent(board[name]) for name in ("coverage_alone", "coverage"))
    reach = alone if alone == both else f"{alone} → {both}"
    yield text(reach, x, 150, font_size=19, text_anchor="middle", fill=SOFT)


def _row(union: Json, actor: Json, y: float, columns: dict[str, float]) -> Iterator[str]:
    middle = y + ROW / 2 - 6
    yield text(
        shortened(actor["label"], 21, NAMES - 40), MARGIN, middle + 7, font_size=21, fill=INK
    )
    places = [columns[name] for name in actor["boards"]]
    line: Style = {"x1": min(places), "x2": max(places), "y1": middle, "y2": middle}
    yield element("line", stroke=INK, stroke_width=2, **line)
    for name in actor["boards"]:
        tied = union["boards"][name]["theme"]["id"] in actor["themes"]
        yield _sign(columns[name], middle, tied=tied)
    rule: Style = {"x1": MARGIN, "x2": WIDE - MARGIN, "y1": y + ROW - 6, "y2": y + ROW - 6}
    yield element("line", stroke=HAIR, stroke_width=1.5, **rule)


def _sign(x: float, y: float, *, tied: bool) -> str:
    """Draw a disc for who is tied to the theme of a board, a ring for who only lies there."""
    ink: Style = {"stroke": INK, "stroke_width": 2.5, "fill": INK if tied else PAPER}
    return element("circle", cx=x, cy=y, r=_DOT, **ink)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{round(share * 100)}%"
