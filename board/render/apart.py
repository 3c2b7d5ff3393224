"""What has no way to the theme: drawn apart, below the rings, group by group."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from board.render.drawing import element, text
from board.render.legend import Item, Sides, flow
from board.render.palette import INK, PAPER
from board.render.signs import OUTLINES, seat_sign
from board.schema import Concreteness
from board.wording import Wording

Json = Mapping[str, Any]
Group = tuple[str, list[Item]]
HEADING = 21.0


def apart(groups: Collection[Group], sides: Sides, y: float) -> tuple[str, float]:
    """Draw groups between `sides` from y on; give the drawing and where the next may begin."""
    drawn = []
    for heading, items in groups:
        drawn.append(text(heading, sides[0], y, font_size=HEADING, font_weight="700", fill=INK))
        beads, low = flow(items, sides, y + 38)
        drawn.append(beads)
        y = low + 60
    return element("g", drawn), y


def groups(
    structure: Json, words: Wording, seats: Mapping[str, int], rim: Collection[str]
) -> list[Group]:
    """Give per group that has members its heading and its beads; `rim` is drawn elsewhere."""
    actors, totals = structure["actors"], structure["totals"]
    drifting = [k for k, a in actors.items() if a["on_cloth"] and a["distance"] is None]
    found = {
        "hanging": [bead for key in drifting for bead in _string(structure, key, seats)],
        "expected_only": [
            _slip(structure, k, seats) for k in totals["expected_only"] if k not in rim
        ],
        "loose": [_slip(structure, k, seats) for k in totals["loose"]],
        "beside": [_actor(a, words) for a in actors.values() if _is_beside(a)],
    }
    return [(words["picture"][name], items) for name, items in found.items() if items]


def _is_beside(actor: Json) -> bool:
    return not actor["on_cloth"] and bool(actor["positions"])


def _string(structure: Json, key: str, seats: Mapping[str, int]) -> Iterator[Item]:
    """Give an actor and, on its thread, the ingredients tied to it."""
    actor = structure["actors"][key]
    yield Item(_circle(actor), 30, actor["label"])
    for ingredient in actor["ingredients"]:
        yield replace(_slip(structure, ingredient, seats), threaded=True)


def _slip(structure: Json, key: str, seats: Mapping[str, int]) -> Item:
    ingredient = structure["ingredients"][key]
    return Item(seat_sign(seats.get(ingredient["seat"], 0), 10, 0, 20, INK), 20, ingredient["text"])


def _actor(actor: Json, words: Wording) -> Item:
    held = " · ".join(words["positions"][p] for p in actor["positions"])
    return Item(_circle(actor), 30, f"{actor['label']} ({held})")


def _circle(actor: Json) -> str:
    return element(
        "circle",
        cx=15,
        cy=0,
        r=13,
        fill=PAPER,
        stroke=INK,
        stroke_width=2.5,
        stroke_dasharray=OUTLINES[Concreteness(actor["concreteness"])],
    )
