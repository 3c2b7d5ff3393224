"""Where things come to lie when nobody has put them anywhere: seats, slips, schakels.

Same input, same places. The measures are those of `frontend/src/cloth/rim.ts`, so that a slip
laid here and a slip written in the browser stand in the same rows.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice, pairwise
from math import atan2, cos, floor, hypot, pi, radians, sin

from board.geometry import Outline, Place, Stretch, facing, rim_point, stretches
from board.model import Board
from board.schema import Shape

Spot = tuple[int, int]

PITCH = 226.0
ROW = 100.0
FIRST_ROW = 60.0
ROWS_INSIDE = 2
RIM_DEPTH = FIRST_ROW + (ROWS_INSIDE - 1) * ROW + ROW / 2
REACH = 1600.0
CORNER = 30.0
CONNECTOR_RADIUS = 78.0
CONNECTOR_PITCH = 2 * CONNECTOR_RADIUS + 26
RINGS = (1.0, 0.62, 1.3)


@dataclass(frozen=True, slots=True)
class Rim:
    """A seat's stretch to write on: the angle of its middle, its length in millimetres."""

    outline: Outline
    facing: float
    angle: float
    length: float


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


def seat_angles(outline: Outline, seats: int) -> list[float]:
    """Give the angles of a number of seats, clockwise: even, and on a rectangle off the corners.

    On a rectangle each next seat goes to the side where a seat then has most room.
    """
    if outline.shape is Shape.ROUND:
        return [round(360 / seats * seat, 4) for seat in range(seats)]
    sides = {0: outline.width, 180: outline.width, 90: outline.height, 270: outline.height}
    taken = dict.fromkeys(sides, 0)
    for _ in range(seats):
        taken[max(sides, key=lambda side: (sides[side] / (taken[side] + 1), -taken[side]))] += 1
    return sorted(
        round((_side_middle(outline, side) + _degrees(outline, shift)) % 360, 4)
        for side, number in taken.items()
        for shift in _spread(sides[side], number)
    )


def rims(outline: Outline, angles: Mapping[str, float]) -> dict[str, Rim]:
    """Give every seat its rim: at most an arm's reach, on a rectangle within its own side."""
    found = {}
    for seat, stretch in stretches(angles).items():
        own = angles[seat] % 360
        start, end = _clipped(outline, own, stretch)
        found[seat] = Rim(
            outline=outline,
            facing=facing(outline, own),
            angle=(start + end) / 2,
            length=(end - start) / 360 * around(outline),
        )
    return found


def rim_spots(rim: Rim, number: int) -> list[Spot]:
    """Give the first places on a rim: row by row, from the middle outward, at last on new rows."""
    return list(islice(_spots(rim), number))


def ring(outline: Outline) -> Place:
    """Give half the width and height of the ring on which schakels lie."""
    inner = RIM_DEPTH + CONNECTOR_RADIUS + 8
    x, y = max(outline.width / 2 - inner, 1.0), max(outline.height / 2 - inner, 1.0)
    return (x, y) if outline.shape is Shape.ROUND else (max(x - 60, y), y)


def ring_spots(outline: Outline, towards: Mapping[str, Place]) -> dict[str, Spot]:
    """Give each schakel a place on the ring, side by side in the order of where they look.

    When one ring is full, further ones lie inside and outside it.
    """
    looks = {key: _look(outline, place) for key, place in towards.items()}
    order = sorted(looks, key=lambda key: (looks[key], key))
    places = _ring_places(outline, len(order))
    shift = _best_shift([looks[key] for key in order], [look for look, _ in places])
    turned = places[shift:] + places[:shift]
    return {key: place for key, (_, place) in zip(order, turned, strict=True)}


def around(outline: Outline) -> float:
    """Give the length of the rim; of an oval, about."""
    if outline.shape is Shape.ROUND:
        return pi * (outline.width + outline.height) / 2
    return outline.perimeter


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


def _side_middle(outline: Outline, side: float) -> float:
    return side / 90 * (outline.width + outline.height) / 2 / outline.perimeter * 360


def _degrees(outline: Outline, millimetres: float) -> float:
    return millimetres / around(outline) * 360


def _spread(length: float, number: int) -> list[float]:
    return [((index + 0.5) / number - 0.5) * length for index in range(number)]


def _clipped(outline: Outline, own: float, stretch: Stretch) -> Stretch:
    reach = _degrees(outline, REACH / 2)
    least, most = max(stretch[0], own - reach), min(stretch[1], own + reach)
    if outline.shape is Shape.ROUND:
        margin = _degrees(outline, CORNER / 2)
        return least + margin, most - margin
    side, room = facing(outline, own), _degrees(outline, PITCH)
    half, cut = (outline.width / 2, CORNER) if side % 180 == 0 else (outline.height / 2, RIM_DEPTH)
    middle = _side_middle(outline, side) + (360 if side == 0 and own > 180 else 0)
    start = max(least, middle - _degrees(outline, half - cut))
    end = min(most, middle + _degrees(outline, half - cut))
    return (start, end) if end - start >= room else _at_least(room, own, start, end)


def _at_least(room: float, own: float, start: float, end: float) -> Stretch:
    if end <= start:
        return own - room / 2, own + room / 2
    return (end - room, end) if own - start < end - own else (start, start + room)


def _spots(rim: Rim) -> Iterator[Spot]:
    most = max(1, floor(rim.length / PITCH))
    for row in count():
        inside = row < ROWS_INSIDE
        depth = FIRST_ROW + (row * ROW if inside else (ROWS_INSIDE - 1 - row) * ROW)
        number = most - 1 if row % 2 and most > 1 else most
        shifts = _spread(number * PITCH, number)
        for right in sorted(shifts, key=lambda shift: (abs(shift), shift)):
            yield _on_rim(rim, right, depth)


def _on_rim(rim: Rim, right: float, depth: float) -> Spot:
    if rim.outline.shape is Shape.ROUND:
        return _whole(rim_point(rim.outline, rim.angle - _degrees(rim.outline, right), depth))
    x, y = rim_point(rim.outline, rim.angle)
    side = radians(rim.facing)
    return _whole(
        (x + right * cos(side) + depth * sin(side), y + right * sin(side) - depth * cos(side))
    )


def _whole(place: Place) -> Spot:
    return floor(place[0] + 0.5), floor(place[1] + 0.5)


def _look(outline: Outline, place: Place) -> float:
    (x, y), (rx, ry) = outline.centre, ring(outline)
    return atan2((x - place[0]) / rx, (place[1] - y) / ry) % (2 * pi)


def _ring_places(outline: Outline, number: int) -> list[tuple[float, Spot]]:
    """Give `number` places around the theme with the direction of each, in that order."""
    (x, y), (rx, ry) = outline.centre, ring(outline)
    room = [floor(_oval(rx * size, ry * size)[-1] / CONNECTOR_PITCH) or 1 for size in RINGS]
    used = next((n for n in range(1, len(RINGS)) if sum(room[:n]) >= number), len(RINGS))
    shares = _shares(number, room[:used])
    return sorted(
        (look, _whole((x - rx * size * sin(look), y + ry * size * cos(look))))
        for size, share in zip(RINGS, shares, strict=False)
        for look in _even_looks(rx * size, ry * size, share)
    )


def _shares(number: int, room: Sequence[int]) -> list[int]:
    ends = [round(number * sum(room[: index + 1]) / sum(room)) for index in range(len(room))]
    return [end - start for start, end in pairwise([0, *ends])]


def _oval(rx: float, ry: float) -> list[float]:
    """Give how far one has walked along an oval at each degree from the bottom."""
    points = [(rx * sin(radians(degree)), ry * cos(radians(degree))) for degree in range(361)]
    walked = [0.0]
    for (ax, ay), (bx, by) in pairwise(points):
        walked.append(walked[-1] + hypot(bx - ax, by - ay))
    return walked


def _even_looks(rx: float, ry: float, number: int) -> Iterator[float]:
    walked = _oval(rx, ry)
    for index in range(number):
        goal = walked[-1] * index / number
        degree = bisect_right(walked, goal) - 1
        step = (goal - walked[degree]) / (walked[degree + 1] - walked[degree])
        yield radians(degree + step)


def _best_shift(looks: Sequence[float], places: Sequence[float]) -> int:
    """Give by how many places to move on so that schakels lie nearest to where they look."""

    def astray(shift: int) -> float:
        turned = [*places[shift:], *places[:shift]]
        return sum(1 - cos(a - b) for a, b in zip(looks, turned, strict=True))

    return min(range(len(looks)), key=astray) if 0 < len(looks) <= 60 else 0
