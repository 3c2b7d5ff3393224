"""How positions moved between two snapshots: one thread per actor, from where to where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from board.analysis.compare import ABSENT, MOVES, PLACES, move, place
from board.render.drawing import Style, element, number, text
from board.render.legend import Item
from board.render.lettering import shortened
from board.render.page import MARGIN, WIDE, Json, Telling, page, theme_of
from board.render.palette import ACCENT, HAIR, INK, LINE, PAPER, PENS, SOFT
from board.schema import Pen
from board.wording import Wording, wording

SIDE = 250.0
NAME = 250.0
TOP = 130.0
GAP = 30.0
PITCH = 28.0
NAMED = 80
_LINES: Final[Mapping[str, Style]] = {
    "same": {"stroke": LINE, "stroke_width": 2.5},
    "inward": {"stroke": INK, "stroke_width": 7},
    "outward": {"stroke": PENS[Pen.BRICK], "stroke_width": 5, "stroke_dasharray": "16 8"},
    "new": {"stroke": ACCENT, "stroke_width": 6, "stroke_dasharray": "6 6"},
    "gone": {"stroke": SOFT, "stroke_width": 3, "stroke_dasharray": "18 6 3 6"},
}


@dataclass(frozen=True, slots=True)
class _Thread:
    """One actor's way, and the heights at which it begins and ends."""

    label: str
    way: tuple[str, str]
    kind: str
    ends: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Both columns: per side the top and the height of each row, and the lowest point."""

    tops: tuple[Mapping[str, float], Mapping[str, float]]
    counts: tuple[Mapping[str, int], Mapping[str, int]]
    pitch: float
    low: float


def alluvial_svg(earlier: Json, later: Json, language: str = "nl") -> str:
    """Give the picture of everybody's inmost position, then and now, from two structures.

    Not known and known without a position are rows of their own. Each kind of move has its own
    line, so that it can be read in black and white.
    """
    words = wording(language)
    threads, rows = _threads(earlier, later)
    theme = theme_of(words, later)
    told = Telling(
        words["picture"]["alluvial_title"].format(theme=theme),
        _description(words, theme, threads),
        list(_legend(words)),
    )
    content = [*_heads(words, earlier, later), *_places(words, rows), *_drawn(threads)]
    return page(words, later, told, rows.low, content)


def _threads(earlier: Json, later: Json) -> tuple[list[_Thread], _Rows]:
    keys = sorted(earlier["actors"].keys() | later["actors"].keys())
    ways = {key: (place(earlier, key), place(later, key)) for key in keys}
    rows = _rows(list(ways.values()))
    starts = _heights(rows, 0, ways)
    ends = _heights(rows, 1, ways)
    order = later["method"]["position_order"]
    return [
        _Thread(
            str((later["actors"].get(key) or earlier["actors"][key])["label"]) or key,
            way,
            move(*way, order),
            (starts[key], ends[key]),
        )
        for key, way in ways.items()
    ], rows


def _rows(ways: Sequence[tuple[str, str]]) -> _Rows:
    pitch = PITCH if len(ways) <= NAMED else max(4.0, PITCH * NAMED / len(ways))
    tops: list[dict[str, float]] = []
    counts: list[dict[str, int]] = []
    lows = []
    for side in (0, 1):
        counts.append({name: sum(way[side] == name for way in ways) for name in PLACES})
        y, found = TOP, {}
        for name in PLACES:
            found[name] = y
            y += max(counts[side][name], 1) * pitch + GAP
        tops.append(found)
        lows.append(y)
    return _Rows((tops[0], tops[1]), (counts[0], counts[1]), pitch, max(lows))


def _heights(rows: _Rows, side: int, ways: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    """Give where each thread touches one side: in the order of where it goes or comes from."""
    order = sorted(ways, key=lambda key: (PLACES.index(ways[key][1 - side]), key))
    taken = dict.fromkeys(PLACES, 0)
    found = {}
    for key in order:
        name = ways[key][side]
        found[key] = rows.tops[side][name] + (taken[name] + 0.5) * rows.pitch
        taken[name] += 1
    return found


def _legend(words: Wording) -> Iterator[Item]:
    for kind in MOVES:
        line = element("line", x1=0, y1=0, x2=84, y2=0, **_LINES[kind])
        yield Item(line, 84, words["differences"][kind])


def _heads(words: Wording, earlier: Json, later: Json) -> Iterator[str]:
    for structure, x, anchor, word in (
        (earlier, MARGIN, "start", words["columns"]["was"]),
        (later, WIDE - MARGIN, "end", words["columns"]["is"]),
    ):
        style: Style = {"text_anchor": anchor, "fill": INK}
        taken = str(structure["source"]["taken_at"] or "")[:10]
        yield text(word, x, 64, font_size=30, font_weight="700", **style)
        yield text(taken, x, 96, font_size=20, **style)


def _places(words: Wording, rows: _Rows) -> Iterator[str]:
    """Draw the rows: a bar as high as its threads, its name and how many there are."""
    for side, x in ((0, MARGIN + SIDE), (1, WIDE - MARGIN - SIDE)):
        anchor = "end" if side == 0 else "start"
        beside = x - 16 if side == 0 else x + 16
        for name in PLACES:
            count = rows.counts[side][name]
            high = max(count, 1) * rows.pitch
            y = rows.tops[side][name]
            bar: Style = {"fill": INK if count else PAPER, "stroke": INK if count else HAIR}
            yield element("rect", x=x - 5, y=y, width=10, height=high, stroke_width=2, **bar)
            word = words["differences"]["gone"] if (side, name) == (1, ABSENT) else ""
            said = f"{word or words['positions'][name]} · {count}"
            yield text(
                shortened(said, 21, SIDE, bold=True),
                beside,
                y + high / 2 + 7,
                font_size=21,
                font_weight="700" if count else "400",
                fill=INK if count else SOFT,
                text_anchor=anchor,
            )


def _drawn(threads: Sequence[_Thread]) -> Iterator[str]:
    """Draw the threads, those that moved last, with names at both ends while there is room."""
    named = len(threads) <= NAMED
    room = NAME if named else 12
    left, right = MARGIN + SIDE + 12 + room, WIDE - MARGIN - SIDE - 12 - room
    third = (right - left) / 2.4
    for thread in sorted(threads, key=lambda thread: (thread.kind != "same", thread.label)):
        start, end = thread.ends
        bend = (
            f"M{number(left)} {number(start)}C{number(left + third)} {number(start)} "
            f"{number(right - third)} {number(end)} {number(right)} {number(end)}"
        )
        yield element("path", d=bend, fill="none", stroke=PAPER, stroke_width=10)
        yield element("path", d=bend, fill="none", **_LINES[thread.kind])
    for thread in threads if named else ():
        for x, y, anchor in (
            (left - 10, thread.ends[0], "end"),
            (right + 10, thread.ends[1], "start"),
        ):
            said = shortened(thread.label, 18, NAME - 16)
            yield text(said, x, y + 6, font_size=18, fill=INK, text_anchor=anchor)


def _description(words: Wording, theme: str, threads: Sequence[_Thread]) -> str:
    counts = {kind: sum(thread.kind == kind for thread in threads) for kind in MOVES}
    positions = words["positions"]
    moved = "; ".join(
        f"{thread.label}: {positions[thread.way[0]]} → {positions[thread.way[1]]}"
        for thread in threads
        if thread.way[0] != thread.way[1]
    )
    said = words["picture"]["alluvial_desc"].format(theme=theme, **counts)
    return f"{said} {moved}." if moved else said
