"""The outline of the cloth and its rim: from a seat's angle to a place, in millimetres.

Origin top left, y down. The rim is walked clockwise as seen on screen, beginning at the middle
of the bottom edge: bottom, left, top, right. An angle is a share of that walk: 360 degrees go
round once, so equal angles give equal stretches of rim, on a rectangle too. The frontend has the
same functions; `tests/golden/geometry.json` holds both to the same results.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from board.schema import Shape

Place = tuple[float, float]
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """Shape, width and height of a cloth; a round one that is not as wide as high is an oval."""

    shape: Shape
    width: float
    height: float

    @property
    def centre(self) -> Place:
        """The middle of the cloth."""
        return self.width / 2, self.height / 2

    @property
    def perimeter(self) -> float:
        """The length of a rectangle's rim."""
        return 2 * (self.width + self.height)


def corners(outline: Outline) -> tuple[float, ...]:
    """Give the angles of the corners: bottom left, top left, top right, bottom right; or none."""
    if outline.shape is Shape.ROUND:
        return ()
    width, height = outline.width, outline.height
    walked = (width / 2, width / 2 + height, width * 1.5 + height, width * 1.5 + height * 2)
    return tuple(mm / outline.perimeter * 360 for mm in walked)


def facing(outline: Outline, angle: float) -> float:
    """Give how far one has to turn the cloth, anticlockwise, to have this place in front of one.

    On a rectangle everybody at one side faces the same way: 0 bottom, 90 left, 180 top,
    270 right; a corner counts as the side after it. On a round cloth it is the angle itself.
    """
    turned = angle % 360
    if outline.shape is Shape.ROUND:
        return turned
    return sum(corner <= turned for corner in corners(outline)) % 4 * 90.0


def rim_point(outline: Outline, angle: float, depth: float = 0) -> Place:
    """Give the place on the rim at `angle`, or `depth` inward from it (outward if negative)."""
    side = radians(facing(outline, angle))
    x, y = _on_rim(outline, angle % 360)
    return x + depth * sin(side), y - depth * cos(side)


def stretches(angles: Mapping[str, float]) -> dict[str, Stretch]:
    """Give each seat its stretch of rim: from halfway to the one before to halfway to the next.

    From and to in degrees, clockwise, `from` below `to`; a seat alone has the whole rim.
    """
    order = sorted((angle % 360, seat) for seat, angle in angles.items())
    if not order:
        return {}
    first, last = order[0], order[-1]
    around = [(last[0] - 360, ""), *order, (first[0] + 360, "")]
    halfway = [(a[0] + b[0]) / 2 for a, b in pairwise(around)]
    return {seat: span for (_, seat), span in zip(order, pairwise(halfway), strict=True)}


def _on_rim(outline: Outline, angle: float) -> Place:
    width, height = outline.width, outline.height
    if outline.shape is Shape.ROUND:
        turn = radians(angle)
        return width / 2 * (1 - sin(turn)), height / 2 * (1 + cos(turn))
    walked = angle / 360 * outline.perimeter
    beyond = [walked - corner / 360 * outline.perimeter for corner in corners(outline)]
    if beyond[3] >= 0:
        return width - beyond[3], height
    if beyond[2] >= 0:
        return width, beyond[2]
    if beyond[1] >= 0:
        return beyond[1], 0.0
    if beyond[0] >= 0:
        return 0.0, height - beyond[0]
    return width / 2 - walked, height
