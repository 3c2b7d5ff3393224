"""The cloth as a picture: paper, rims, slips, schakels and ties, every text upright."""

from collections.abc import Iterator

from board.analysis.structure import Source
from board.geometry import Outline, rim_point
from board.layout import CONNECTOR_RADIUS
from board.model import Board
from board.render.drawing import Style, block, element, haloed, number, picture
from board.render.ink import stroke_path
from board.render.legend import concreteness_items, flow, foot, line_items, sphere_items
from board.render.lettering import fitted, width
from board.render.palette import ACCENT, DASHES, HAIR, INK, LINE, LINEN, PAPER, PENS
from board.render.scene import (
    GAP,
    SIGN,
    THEME_RADIUS,
    Circle,
    Cloth,
    Line,
    Slip,
    cloth_of,
    frame,
    lines,
)
from board.render.signs import OUTLINES, seat_sign, sphere_sign
from board.rim import RIM_DEPTH, Rim, around
from board.schema import Basis, Shape

MARGIN = 56.0
_BOLD: Style = {"fill": INK, "font_weight": "700"}
_MIDDLE: Style = {**_BOLD, "text_anchor": "middle"}
_EDGE: Style = {"fill": PAPER, "stroke": HAIR, "stroke_width": 3}
_HEM: Style = {"fill": "none", "stroke": HAIR, "stroke_width": 2, "stroke_dasharray": "10 8"}


def cloth_svg(
    board: Board, language: str = "nl", source: Source | None = None, *, ground: str = LINEN
) -> str:
    """Give the picture of a board, a unit for a millimetre; the same board, the same text.

    What has no place yet gets one by `board.layout`. `source` stands at the foot and says on
    which date positions count. `ground` is the colour of the table.
    """
    cloth = cloth_of(board, language, source.taken_at if source else None)
    left, top, right, bottom = frame(cloth)
    wide = right - left + 2 * MARGIN
    sides = (MARGIN, wide - MARGIN)
    items = (*sphere_items(cloth.words), *concreteness_items(cloth.words), *line_items(cloth.words))
    legend, low = flow(items, sides, bottom - top + 2 * MARGIN + 24)
    high = low + 2 * MARGIN
    shift = f"translate({number(MARGIN - left)} {number(MARGIN - top)})"
    return picture(
        wide,
        high,
        cloth.words["picture"]["cloth_title"].format(theme=cloth.theme),
        _description(cloth),
        [
            element("rect", width=wide, height=high, fill=ground),
            element("g", _drawn(cloth), transform=shift),
            legend,
            foot(cloth.words, cloth.theme, source, sides, high - MARGIN),
        ],
    )


def _description(cloth: Cloth) -> str:
    return cloth.words["picture"]["cloth_desc"].format(
        theme=cloth.theme,
        ingredients=len(cloth.slips),
        seats=len(cloth.seats),
        actors=len(cloth.circles),
        ties=len(lines(cloth)),
    )


def _drawn(cloth: Cloth) -> Iterator[str]:
    order = {seat: index for index, seat in enumerate(cloth.seats)}
    yield from draw_paper(cloth.outline)
    yield from (draw_rim(cloth.rims[seat]) for seat in cloth.seats)
    yield from (stroke_path(stroke) for _, stroke in sorted(cloth.board.strokes.items()))
    yield from map(draw_tie, lines(cloth))
    yield from (draw_seat(cloth, index, seat) for seat, index in order.items())
    yield from (draw_slip(slip, order[slip.ingredient.seat]) for slip in cloth.slips.values())
    yield from map(draw_circle, cloth.circles.values())
    yield draw_theme(cloth)


def draw_paper(outline: Outline) -> Iterator[str]:
    """Draw cloth, creases and hem."""
    wide, high = outline.width, outline.height
    if outline.shape is Shape.ROUND:
        for inset, style in ((0, _EDGE), (14, _HEM)):
            rx, ry = wide / 2 - inset, high / 2 - inset
            yield element("ellipse", cx=wide / 2, cy=high / 2, rx=rx, ry=ry, **style)
        return
    yield element("rect", width=wide, height=high, rx=8, **_EDGE)
    folds = "".join(f"M{number(wide * n / 4)} 2V{number(high - 2)}" for n in (1, 2, 3))
    creases = f"{folds}M2 {number(high / 2)}H{number(wide - 2)}"
    yield element("path", d=creases, fill="none", stroke=LINEN, stroke_width=3)
    yield element("rect", x=14, y=14, width=wide - 28, height=high - 28, **_HEM)


def draw_rim(rim: Rim) -> str:
    """Draw the line between a seat's rim and the open field."""
    span = rim.length / around(rim.outline) * 360
    angles = (rim.angle + span * (n / 24 - 0.5) for n in range(25))
    places = (rim_point(rim.outline, angle, RIM_DEPTH) for angle in angles)
    path = " ".join(f"{number(x)} {number(y)}" for x, y in places)
    return element("path", d=f"M{path}", fill="none", stroke=HAIR, stroke_width=2.5)


def draw_tie(line: Line) -> str:
    """Draw a tie: a fine line to an ingredient, a stronger one between schakels and theme."""
    tie, (x1, y1), (x2, y2), strong = line
    style: Style = {
        "stroke": INK if strong else LINE,
        "stroke_width": 3.2 if strong else 2.4,
        "stroke_dasharray": DASHES[tie.basis],
        "stroke_linecap": None if tie.basis is Basis.FACTUAL else "round",
    }
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **style)


def draw_seat(cloth: Cloth, index: int, key: str) -> str:
    """Draw a seat's sign and label outside the cloth, at the middle of its rim."""
    rim = cloth.rims[key]
    x, y = rim_point(cloth.outline, rim.angle, -58)
    lettering = fitted(cloth.board.seats[key].label or key, (26, 22), 190, most=2, bold=True)
    half = (40 + max(width(line, lettering.size, bold=True) for line in lettering.lines)) / 2
    edge_x, _ = rim_point(cloth.outline, rim.angle)
    x += (x - edge_x) / 58 * (half - 28)  # beside the cloth it stands clear of the edge
    sign = seat_sign(index, x - half + 15, y, 30, INK)
    return element("g", [sign, block(lettering, x - half + 40, y, _BOLD)])


def draw_slip(slip: Slip, seat: int) -> str:
    """Draw a slip on a patch of paper, so that lines pass under it."""
    ink = PENS[slip.ingredient.pen]
    left, top, right, bottom = slip.box
    _, middle = slip.middle
    wide, high = right - left + 14, bottom - top + 10
    ground = element("rect", x=left - 7, y=top - 5, width=wide, height=high, fill=PAPER)
    sign = seat_sign(seat, left + SIGN / 2, middle, SIGN, ink)
    return element(
        "g", [ground, sign, block(slip.lettering, left + SIGN + GAP, middle, {"fill": ink})]
    )


def draw_circle(circle: Circle) -> str:
    """Draw a schakel: outline for how concrete, sign for its sphere, positions below."""
    actor, (x, y) = circle.actor, circle.at
    outline = element(
        "circle",
        cx=x,
        cy=y,
        r=CONNECTOR_RADIUS,
        fill=PAPER,
        stroke=INK,
        stroke_width=2 if actor.contested else 3.5,
        stroke_dasharray="3 12" if actor.contested else OUTLINES[actor.concreteness],
    )
    name = block(fitted(actor.label, (22, 19, 16), 128, bold=True), x, y, _MIDDLE)
    sign = sphere_sign(actor.sphere, x, y - CONNECTOR_RADIUS, 18)
    under = haloed(" · ".join(circle.positions), x, y + CONNECTOR_RADIUS + 22, 18)
    return element("g", [outline, sign, name, under], opacity=0.6 if actor.contested else None)


def draw_theme(cloth: Cloth) -> str:
    """Draw the theme; one that was let go has a broken outline."""
    x, y = cloth.outline.centre
    broken = "16 10" if cloth.board.theme.released else None
    ring: Style = {"cx": x, "cy": y, "stroke": ACCENT}
    outer = element(
        "circle", r=THEME_RADIUS, fill=PAPER, stroke_width=6, stroke_dasharray=broken, **ring
    )
    inner = element("circle", r=THEME_RADIUS - 10, fill="none", stroke_width=1.5, **ring)
    words = block(fitted(cloth.theme, (44, 36, 28, 22), 188, bold=True), x, y, _MIDDLE)
    return element("g", [outer, inner, words])
