"""Shared results of the geometry of the cloth, for Python and TypeScript alike.

`python -m tests.builders.geometry > tests/golden/geometry.json` writes them anew.
"""

import json
import sys

from board.geometry import Outline, corners, facing, rim_point, stretches
from board.rim import rim_spots, rims
from board.schema import Shape

OUTLINES = (
    Outline(Shape.RECTANGLE, 2400, 1200),
    Outline(Shape.RECTANGLE, 3000, 1200),
    Outline(Shape.RECTANGLE, 1500, 1500),
    Outline(Shape.ROUND, 1800, 1800),
)
ANGLES = (0, 12.5, 45, 72, 90, 117, 144, 180, 225, 270, 288, 315, 359, 360, -72, 450)
DEPTHS = (0, 60, -40)
SPOTS = 12
SEATINGS = (
    {"s1": 0},
    {"s1": 0, "s2": 180},
    {"s1": 0, "s2": 72, "s3": 144, "s4": 216, "s5": 288},
    {"s1": 350, "s2": 10, "s3": 370},
    {"s1": -90, "s2": 90, "s3": 91},
)


def vectors() -> dict[str, object]:
    """Give what every implementation must give, rounded to six decimals."""
    return {
        "about": "Results of board/geometry.py, shared with the frontend. Millimetres, degrees.",
        "outlines": [_outline(outline) for outline in OUTLINES],
        "stretches": [
            {"angles": seating, "stretches": _rounded(stretches(seating))} for seating in SEATINGS
        ],
        "rims": [_rims(outline, seating) for outline in OUTLINES for seating in SEATINGS],
    }


def text() -> str:
    """Give the vectors as the file holds them."""
    return json.dumps(vectors(), indent=1) + "\n"


def _outline(outline: Outline) -> dict[str, object]:
    return {
        "shape": str(outline.shape),
        "size": [outline.width, outline.height],
        "corners": _rounded(corners(outline)),
        "rim": [
            {
                "angle": angle,
                "depth": depth,
                "facing": _rounded(facing(outline, angle)),
                "point": _rounded(rim_point(outline, angle, depth)),
            }
            for angle in ANGLES
            for depth in DEPTHS
        ],
    }


def _rims(outline: Outline, seating: dict[str, float]) -> dict[str, object]:
    found = rims(outline, seating)
    return {
        "shape": str(outline.shape),
        "size": [outline.width, outline.height],
        "angles": seating,
        "rims": {
            seat: {
                "facing": _rounded(rim.facing),
                "angle": _rounded(rim.angle),
                "length": _rounded(rim.length),
                "spots": rim_spots(rim, SPOTS),
            }
            for seat, rim in found.items()
        },
    }


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return round(value, 6) + 0.0 if isinstance(value, float) else value


if __name__ == "__main__":
    sys.stdout.write(text())
