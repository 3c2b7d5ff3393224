"""Where things come to lie when nobody has put them anywhere: slips on rims, schakels on a ring.

Same input, same places. Slips stand in the rows of `board.rim`.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import atan2, cos, degrees, floor, hypot, pi, radians, sin

from board.geometry import Outline, Place
from board.model import Board
from board.rim import RIM_DEPTH, Rim, Spot, around, rim_spots, rims, whole
from board.schema import Shape

__all__ = ["CONNECTOR_RADIUS", "RIM_DEPTH", "Rim", "around", "laid_out", "rims", "ring"]

CONNECTOR_RADIUS = 78.0
CONNECTOR_PITCH = 2 * CONNECTOR_RADIUS + 26
#: The sizes of the rings for schakels: when the first is full, further in, then further out.
RINGS = (1.0, 0.62, 1.3)


def laid_out(board: Board) -> Board:
    """Give the board with a place for every ingredient and every schakel that has none.

    Ingredients lie in rows on the rim of their seat; schakels lie on the ring, each as near as
    can be to the ingredients that it is tied to.
    """
    outline = Outline(board.shape, *board.size_mm)
    spots = _on_rims(outline, board)
    slips = {key: replace(i, at=i.at or spots[key]) for key, i in board.ingredients.items()}
    board = replace(board, ingredients=slips)
    spots = ring_spots(outline, _towards(outline, board))
    actors = {key: replace(a, at=a.at or spots.get(key)) for key, a in board.actors.items()}
    return replace(board, actors=actors)


def ring(outline: Outline) -> Place:
    """Give half the width and height of the ring on which schakels lie."""
    inner = RIM_DEPTH + CONNECTOR_RADIUS + 8
    x, y = max(outline.width / 2 - inner, 1.0), max(outline.height / 2 - inner, 1.0)
    return (x, y) if outline.shape is Shape.ROUND else (max(x - 60, y), y)


def ring_spots(outline: Outline, towards: Mapping[str, Place]) -> dict[str, Spot]:
    """Give each schakel a place on the ring: evenly, in the order of where they look, and turned
    so that they lie as near as can be to it.

    When one ring is full, further ones lie inside and outside it.
    """
    walk = _walk(*ring(outline))
    shares = {key: _share(walk, _look(outline, place)) for key, place in towards.items()}
    order = sorted(shares, key=lambda key: (shares[key], key))
    slots = sorted(
        (index / number, size)
        for size, number in _rings(outline, len(order))
        for index in range(number)
    )
    turn = _middle_turn([shares[key] - slot for key, (slot, _) in zip(order, slots, strict=True)])
    return {
        key: _on_ring(outline, size, _look_after(walk, (slot + turn) % 1))
        for key, (slot, size) in zip(order, slots, strict=True)
    }


def _on_rims(outline: Outline, board: Board) -> dict[str, Spot]:
    slips: dict[str, list[str]] = {seat: [] for seat in board.seats}
    for key, ingredient in board.ingredients.items():
        if ingredient.at is None:
            slips[ingredient.seat].append(key)
    around_table = rims(outline, {key: seat.angle for key, seat in board.seats.items()})
    return {
        key: spot
        for seat, keys in slips.items()
        for key, spot in zip(keys, rim_spots(around_table[seat], len(keys)), strict=True)
    }


def _towards(outline: Outline, board: Board) -> dict[str, Place]:
    """Give each schakel without a place the middle of the ingredients that it is tied to."""
    near: dict[str, list[Spot]] = {
        key: [] for key, actor in board.actors.items() if actor.on_cloth and actor.at is None
    }
    for tie in board.ties.values():
        for actor, other in (tie.ends, tie.ends[::-1]):
            ingredient = board.ingredients.get(other)
            if actor in near and ingredient and ingredient.at:
                near[actor].append(ingredient.at)
    return {key: _middle(spots) if spots else outline.centre for key, spots in near.items()}


def _middle(spots: Sequence[Spot]) -> Place:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def _rings(outline: Outline, number: int) -> list[tuple[float, int]]:
    """Give the size of each ring that is needed, and how many schakels lie on it."""
    rx, ry = ring(outline)
    length = _walked(rx, ry)[-1]
    room = [floor(length * size / CONNECTOR_PITCH) or 1 for size in RINGS]
    used = next((n for n in range(1, len(RINGS)) if sum(room[:n]) >= number), len(RINGS))
    full = [0, *accumulate(room[:used])]
    ends = [round(number * end / full[-1]) for end in full]
    return [(size, end - start) for size, (start, end) in zip(RINGS, pairwise(ends), strict=False)]


def _on_ring(outline: Outline, size: float, look: float) -> Spot:
    (x, y), (rx, ry) = outline.centre, ring(outline)
    turn = radians(look)
    return whole((x - rx * size * sin(turn), y + ry * size * cos(turn)))


def _look(outline: Outline, place: Place) -> float:
    """Give where a place lies as seen from the theme: degrees on the ring, from the bottom."""
    (x, y), (rx, ry) = outline.centre, ring(outline)
    return degrees(atan2((x - place[0]) / rx, (place[1] - y) / ry)) % 360


def _walked(rx: float, ry: float) -> list[float]:
    """Give how far one has walked along an oval at each degree from the bottom."""
    points = [(rx * sin(radians(degree)), ry * cos(radians(degree))) for degree in range(361)]
    steps = (hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))
    return list(accumulate(steps, initial=0.0))


def _walk(rx: float, ry: float) -> list[float]:
    walked = _walked(rx, ry)
    return [distance / walked[-1] for distance in walked]


def _share(walk: Sequence[float], look: float) -> float:
    """Give the share of the way round at which one looks that way."""
    degree = min(int(look), 359)
    return walk[degree] + (look - degree) * (walk[degree + 1] - walk[degree])


def _look_after(walk: Sequence[float], share: float) -> float:
    """Give where one looks after a share of the way round: the reverse of `_share`."""
    degree = min(bisect_right(walk, share) - 1, 359)
    return degree + (share - walk[degree]) / (walk[degree + 1] - walk[degree])


def _middle_turn(turns: Sequence[float]) -> float:
    """Give the middle of shares of a turn, going round."""
    return atan2(
        sum(sin(2 * pi * turn) for turn in turns), sum(cos(2 * pi * turn) for turn in turns)
    ) / (2 * pi)
