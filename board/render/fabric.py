"""The position structure as a picture: rings around the theme, the ingredients as its rim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from board.analysis.structure import Source
from board.render.apart import Group, apart, groups
from board.render.drawing import LEADING, Style, block, element, haloed, number, picture
from board.render.legend import Item, badge, fabric_items, flow, foot, seat_items
from board.render.lettering import Lettering, fitted, width
from board.render.palette import ACCENT, DASHES, HAIR, INK, LINE, PAPER
from board.render.rings import ACTOR_RADIUS, Rings, emptiest, place, rings_of, stacked
from board.render.signs import OUTLINES, seat_sign, sphere_sign
from board.schema import Basis, Concreteness, Sphere
from board.wording import Wording, wording

MARGIN = 56.0
THEME_RADIUS = 92.0
LABEL = 290.0
NARROWEST = 1100.0
BESIDE = 32.0
SIZE = 19.0
Json = Mapping[str, Any]
Place = tuple[float, float]
_BOLD: Style = {"fill": INK, "font_weight": "700", "text_anchor": "middle"}


@dataclass(frozen=True, slots=True)
class Fabric:
    """A position structure ready to draw around (0, 0)."""

    structure: Json
    words: Wording
    rings: Rings
    places: Mapping[str, Place]
    seats: Mapping[str, int]

    @property
    def theme(self) -> str:
        """The theme's text, or what stands in its place."""
        return str(self.structure["theme"]["text"]) or self.words["picture"]["unnamed"]


@dataclass(frozen=True, slots=True)
class Label:
    """The text beside one ingredient of the rim; `side` is 1 to the right, -1 to the left."""

    key: str
    side: int
    lettering: Lettering
    y: float


def structure_svg(structure: Json, language: str = "nl") -> str:
    """Give the picture of a position structure; the same structure, the same text.

    Readable in black and white: a thread on which something hangs alone is thick, an expected
    one dashed, the sphere a sign. What has no way to the theme lies apart, below.
    """
    fabric = _fabric(structure, wording(language))
    labels = _labels(fabric)
    wide = max(NARROWEST, 2 * (fabric.rings.rim + BESIDE + _widest(labels) + MARGIN))
    sides = (MARGIN, wide - MARGIN)
    top = max([fabric.rings.rim, *(-label.y for label in labels)]) + 2 * MARGIN
    low = top + max([fabric.rings.rim, *(label.y for label in labels)]) + 2 * MARGIN
    below, low = apart(_groups(fabric), sides, low)
    legend, low = flow(_legend(fabric), sides, low + 8)
    high = low + 2 * MARGIN
    shift = f"translate({number(wide / 2)} {number(top)})"
    return picture(
        wide,
        high,
        fabric.words["picture"]["structure_title"].format(theme=fabric.theme),
        _description(fabric),
        [
            element("rect", width=wide, height=high, fill=PAPER),
            element("g", _drawn(fabric, labels), transform=shift),
            below,
            legend,
            foot(fabric.words, fabric.theme, Source(**structure["source"]), sides, high - MARGIN),
        ],
    )


def _fabric(structure: Json, words: Wording) -> Fabric:
    rings = rings_of(structure)
    actors, radii = structure["actors"], rings.radii
    places = {key: place(a, radii[actors[key]["distance"]]) for key, a in rings.actors.items()}
    places |= {key: place(angle, rings.rim) for key, angle in rings.ingredients.items()}
    places[structure["theme"]["id"]] = (0.0, 0.0)
    seats = sorted(structure["seats"].items(), key=lambda seat: (seat[1]["angle"] % 360, seat[0]))
    return Fabric(structure, words, rings, places, {key: n for n, (key, _) in enumerate(seats)})


def _legend(fabric: Fabric) -> list[Item]:
    labels = {
        index: fabric.structure["seats"][seat]["label"] or seat
        for seat, index in fabric.seats.items()
    }
    return [*fabric_items(fabric.words), *seat_items(labels)]


def _groups(fabric: Fabric) -> list[Group]:
    return groups(fabric.structure, fabric.words, fabric.seats, fabric.rings.ingredients)


def _description(fabric: Fabric) -> str:
    totals = fabric.structure["totals"]
    return fabric.words["picture"]["structure_desc"].format(
        theme=fabric.theme,
        reachable=totals["reachable"],
        ingredients=totals["ingredients"],
        single=totals["single_carried"],
        hanging=len(totals["hanging"]),
        expected=len(totals["expected_only"]),
        loose=len(totals["loose"]),
    )


def _labels(fabric: Fabric) -> list[Label]:
    """Give the labels of the rim, stacked to the left and to the right of it."""
    labels = []
    for side in (1, -1):
        keys = [k for k, at in fabric.places.items() if _is_beside(fabric, k, side)]
        keys.sort(key=lambda key: (round(fabric.places[key][1], 6), key))
        texts = [fabric.structure["ingredients"][key]["text"] for key in keys]
        letterings = [fitted(words, (SIZE,), LABEL, most=2) for words in texts]
        heights = [len(lettering.lines) * SIZE * LEADING + 8 for lettering in letterings]
        heads = stacked([fabric.places[key][1] * 1.04 for key in keys], heights)
        labels += [Label(k, side, w, y) for k, w, y in zip(keys, letterings, heads, strict=True)]
    return labels


def _widest(labels: Sequence[Label]) -> float:
    return max((width(line, SIZE) for one in labels for line in one.lettering.lines), default=0)


def _is_beside(fabric: Fabric, key: str, side: int) -> bool:
    return key in fabric.rings.ingredients and (fabric.places[key][0] >= 0) is (side > 0)


def _drawn(fabric: Fabric, labels: Sequence[Label]) -> Iterator[str]:
    yield from _rings(fabric)
    yield from _ties(fabric)
    yield from _steps(fabric)
    yield from (_leader(fabric, label) for label in labels)
    for key in fabric.rings.actors:
        yield _actor(fabric.words, fabric.structure["actors"][key], fabric.places[key])
    yield _theme(fabric)


def _rings(fabric: Fabric) -> Iterator[str]:
    """Draw the rings and the rim."""
    style: Style = {"fill": "none", "stroke": HAIR, "stroke_width": 2}
    yield element("circle", r=fabric.rings.rim, **style)
    for radius in fabric.rings.radii.values():
        yield element("circle", r=radius, stroke_dasharray="3 7", **style)


def _steps(fabric: Fabric) -> Iterator[str]:
    """Write on every ring how many steps it is from the theme, where there is room."""
    taken = [fabric.places[key] for key in fabric.rings.actors]
    for distance, radius in fabric.rings.radii.items():
        x, y = emptiest(radius, taken)
        word = fabric.words["picture"]["step" if distance == 1 else "steps"]
        yield haloed(word.format(count=distance), x, y + 5, 16)


def _ties(fabric: Fabric) -> Iterator[str]:
    """Draw the ties between what has a place, single threads last and thick."""
    ties = [t for t in fabric.structure["ties"] if fabric.places.keys() >= set(t["ends"])]
    for tie in sorted(ties, key=lambda tie: (tie["single"], tie["id"])):
        (x1, y1), (x2, y2) = (fabric.places[end] for end in tie["ends"])
        yield element(
            "line",
            x1=x1,
            y1=y1,
            x2=x2,
            y2=y2,
            stroke=INK if tie["single"] else LINE,
            stroke_width=5 if tie["single"] else 2,
            stroke_dasharray=DASHES[Basis(tie["basis"])],
            stroke_linecap="butt" if tie["basis"] == Basis.FACTUAL else "round",
        )


def _leader(fabric: Fabric, label: Label) -> str:
    """Draw an ingredient's sign on the rim, a hairline to its label, and the label."""
    ingredient = fabric.structure["ingredients"][label.key]
    x, y = fabric.places[label.key]
    out = max(abs(x), sqrt(max(0.0, fabric.rings.rim**2 - label.y**2)))
    head = label.side * (out + BESIDE)
    line = element(
        "line", x1=x, y1=y, x2=head - label.side * 8, y2=label.y, stroke=HAIR, stroke_width=1.5
    )
    ground = element("circle", cx=x, cy=y, r=14, fill=PAPER)
    sign = seat_sign(fabric.seats.get(ingredient["seat"], 0), x, y, 20, INK)
    anchor = "start" if label.side > 0 else "end"
    words = block(label.lettering, head, label.y, {"fill": INK, "text_anchor": anchor})
    return element("g", [line, ground, sign, words])


def _actor(words: Wording, actor: Json, at: Place) -> str:
    """Draw a schakel with its sphere, positions, and how much hangs on it alone."""
    x, y = at
    dashes = OUTLINES[Concreteness(actor["concreteness"])]
    circle = element(
        "circle",
        cx=x,
        cy=y,
        r=ACTOR_RADIUS,
        fill=PAPER,
        stroke=INK,
        stroke_width=3,
        stroke_dasharray=dashes,
    )
    name = block(fitted(actor["label"], (18, 16, 14), 106, bold=True), x, y, _BOLD)
    sign = sphere_sign(Sphere(actor["sphere"]), x, y - ACTOR_RADIUS, 15)
    held = " · ".join(words["positions"][p] for p in actor["positions"])
    return element(
        "g", [circle, name, sign, haloed(held, x, y + ACTOR_RADIUS + 17, 14), _badge(actor, at)]
    )


def _badge(actor: Json, at: Place) -> str:
    if not actor["sole_reach"]:
        return ""
    x, y = at[0] + ACTOR_RADIUS * 0.74, at[1] + ACTOR_RADIUS * 0.74
    return badge(str(actor["sole_reach"]), x, y)


def _theme(fabric: Fabric) -> str:
    broken = "14 9" if fabric.structure["theme"]["released"] else None
    outer = element(
        "circle", r=THEME_RADIUS, fill=PAPER, stroke=ACCENT, stroke_width=5, stroke_dasharray=broken
    )
    inner = element("circle", r=THEME_RADIUS - 8, fill="none", stroke=ACCENT, stroke_width=1.5)
    lettering = fitted(fabric.theme, (30, 25, 20, 17), 146, bold=True)
    return element("g", [outer, inner, block(lettering, 0, 0, _BOLD)])
