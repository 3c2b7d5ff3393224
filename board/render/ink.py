"""Felt-tip ink: packed points to a path."""

from collections.abc import Iterator

from board.model import Stroke
from board.render.drawing import element, number
from board.render.palette import PENS

_PER_MM = 4
_FAR = 1 << 22
Place = tuple[float, float]
Box = tuple[float, float, float, float]


def stroke_path(stroke: Stroke) -> str:
    """Draw one stroke; one without points draws nothing, one of a single point a dot."""
    points = list(unpacked(stroke.points))
    if not points:
        return ""
    points = points if len(points) > 1 else points * 2
    steps = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    return element(
        "path",
        d=f"M{steps}",
        fill="none",
        stroke=PENS[stroke.pen],
        stroke_width=stroke.width,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def unpacked(packed: bytes) -> Iterator[Place]:
    """Give the points in millimetres; what does not decode ends the stroke there.

    Signed varints, lowest seven bits first, zigzag, in quarter millimetres: x and y of the first
    point, then the steps from each to the next.
    """
    x = y = 0
    steps = _signed(packed)
    for dx, dy in zip(steps, steps, strict=False):
        x, y = x + dx, y + dy
        if max(abs(x), abs(y)) > _FAR:
            return
        yield x / _PER_MM, y / _PER_MM


def _signed(packed: bytes) -> Iterator[int]:
    rest = shift = 0
    for byte in packed:
        rest |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield -(rest + 1) // 2 if rest % 2 else rest // 2
            rest = shift = 0
        elif shift > 28:
            return


def covered(stroke: Stroke) -> list[Box]:
    """Give the box around a stroke, or none when it has no points."""
    points = list(unpacked(stroke.points))
    if not points:
        return []
    xs, ys = zip(*points, strict=True)
    return [(min(xs), min(ys), max(xs), max(ys))]
