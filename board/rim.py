"""The rims around the cloth: each seat's stretch to write on, and the places in its rows.

The frontend has the same rules in `cloth/rim.ts`, so that a slip laid here and a slip written in
the browser stand in the same rows; `tests/golden/geometry.json` holds both to the same results.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice
from math import cos, floor, pi, radians, sin

from board.geometry import Outline, Place, Stretch, facing, rim_point, stretches
from board.schema import Shape

Spot = tuple[int, int]

PITCH = 226.0
ROW = 100.0
FIRST_ROW = 60.0
ROWS_INSIDE = 2
RIM_DEPTH = FIRST_ROW + (ROWS_INSIDE - 1) * ROW + ROW / 2
REACH = 1600.0
CORNER = 30.0


@dataclass(frozen=True, slots=True)
class Rim:
    """A seat's stretch to write on: the angle of its middle, its length in millimetres."""

    outline: Outline
    facing: float
    angle: float
    length: float


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


def whole(place: Place) -> Spot:
    """Give a place in whole millimetres; a half goes up."""
    return floor(place[0] + 0.5), floor(place[1] + 0.5)


def around(outline: Outline) -> float:
    """Give the length of the rim; of an oval, about."""
    if outline.shape is Shape.ROUND:
        return pi * (outline.width + outline.height) / 2
    return outline.perimeter


def _side_middle(outline: Outline, side: float) -> float:
    return side / 90 * (outline.width + outline.height) / 2 / outline.perimeter * 360


def _degrees(outline: Outline, millimetres: float) -> float:
    return millimetres / around(outline) * 360


def _spread(length: float, number: int) -> list[float]:
    return [(index - (number - 1) / 2) * (length / number) for index in range(number)]


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
    for row in count():
        inside = row < ROWS_INSIDE
        depth = FIRST_ROW + (row * ROW if inside else (ROWS_INSIDE - 1 - row) * ROW)
        pitch = PITCH / _narrowing(rim.outline, depth)
        most = max(1, floor(rim.length / pitch))
        number = most - 1 if row % 2 and most > 1 else most
        shifts = _spread(number * pitch, number)
        for right in sorted(shifts, key=lambda shift: (abs(shift), shift)):
            yield _on_rim(rim, right, depth)


def _narrowing(outline: Outline, depth: float) -> float:
    """Give how much shorter a row at some depth of a round cloth is than its edge."""
    if outline.shape is Shape.ROUND:
        return max(0.1, 1 - depth / (min(outline.width, outline.height) / 2))
    return 1.0


def _on_rim(rim: Rim, right: float, depth: float) -> Spot:
    if rim.outline.shape is Shape.ROUND:
        return whole(rim_point(rim.outline, rim.angle - _degrees(rim.outline, right), depth))
    x, y = rim_point(rim.outline, rim.angle)
    side = radians(rim.facing)
    return whole(
        (x + right * cos(side) + depth * sin(side), y + right * sin(side) - depth * cos(side))
    )
