"""How far each seat's ingredients are carried: one sign for each ingredient."""

from functools import partial

from board.analysis.measures import STATES
from board.render.drawing import Style, element
from board.render.legend import Item
from board.render.page import TALLIED, Json, Tally, Telling, head, page, tallies, theme_of
from board.render.palette import INK, PAPER
from board.render.signs import seat_sign
from board.wording import wording

_OPEN: Style = {"fill": PAPER, "stroke": INK, "stroke_width": 2}


def coverage_svg(structure: Json, language: str = "nl") -> str:
    """Give the picture of the coverage per seat, from a position structure."""
    words = wording(language)
    theme, totals = theme_of(words, structure), structure["totals"]
    seats = structure["seats"]
    around = sorted(seats, key=lambda key: (seats[key]["angle"] % 360, key))
    rows = [_row(structure, words["picture"]["of"], key, n) for n, key in enumerate(around)]
    drawn, low = tallies(rows, 110)
    said = "; ".join(f"{row.before}: {row.after}" for row in rows)
    told = Telling(
        words["picture"]["coverage_title"].format(theme=theme),
        words["picture"]["coverage_desc"].format(
            theme=theme, reachable=totals["reachable"], ingredients=totals["ingredients"]
        )
        + f" {said}.",
        [Item(state_sign(state, 12, 0, 24), 24, words["states"][state]) for state in STATES],
        TALLIED,
    )
    return page(words, structure, told, low, [head(words["picture"]["coverage_head"], 72), *drawn])


def state_sign(state: str, x: float, y: float, size: float) -> str:
    """Draw an ingredient's state: full, on one thread, or open in three ways."""
    half = size / 2
    box: Style = {"x": x - half, "y": y - half, "width": size, "height": size}
    if state == "carried":
        return element("rect", **box, fill=INK)
    if state == "single":
        thread = f"M{x:.2f} {y - half:.2f}V{y:.2f}"
        low = element("rect", **{**box, "y": y, "height": half}, fill=INK)
        return low + element("path", d=thread, stroke=INK, stroke_width=3, fill="none")
    if state == "loose":
        return element("circle", cx=x, cy=y, r=half - 1, **_OPEN)
    if state == "hanging":
        return element("rect", **box, **_OPEN, stroke_dasharray="5 4")
    peak = f"M{x:.2f} {y - half:.2f}L{x + half:.2f} {y + half:.2f}H{x - half:.2f}Z"
    return element("path", d=peak, **_OPEN)


def _row(structure: Json, of: str, key: str, index: int) -> Tally:
    states = [i["state"] for i in structure["ingredients"].values() if i["seat"] == key]
    reachable, whole = structure["totals"]["coverage_per_seat"][key]
    return Tally(
        structure["seats"][key]["label"] or key,
        [partial(state_sign, state) for state in sorted(states, key=STATES.index)],
        of.format(count=reachable, whole=whole),
        lambda x, y, size: seat_sign(index, x, y, size, INK),
    )
