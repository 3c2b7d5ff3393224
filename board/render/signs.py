"""Small signs that say in shape what colour may not say alone."""

from board.render.drawing import element
from board.render.palette import INK, PAPER
from board.schema import Concreteness, Sphere

#: The seats' signs in a box of 24 by 24, the same as on the screen; from the ninth on filled.
SEATS = (
    "M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z",
    "M3 3h18v18h-18z",
    "M12 0.5l11.5 11.5l-11.5 11.5l-11.5-11.5z",
    "M6.5 2.5h11l5.5 9.5l-5.5 9.5h-11l-5.5-9.5z",
    "M12 0.5l11.5 20.5h-23z",
    "M2.5 2.5h19v10c0 6-5 9-9.5 11c-4.5-2-9.5-5-9.5-11z",
    "M12 1l11 8.2l-4.2 13.3h-13.6l-4.2-13.3z",
    "M1.5 12a10.5 10.5 0 0 1 21 0v9.5h-21z",
)
OUTLINES = {
    Concreteness.NAMED: None,
    Concreteness.ROLE: "9 5",
    Concreteness.CATEGORY: "2 5",
}


def seat_sign(index: int, x: float, y: float, size: float, ink: str) -> str:
    """Draw the sign of the seat that comes `index`th around the table, its middle at (x, y)."""
    scale = size / 24
    return element(
        "path",
        d=SEATS[index % len(SEATS)],
        transform=f"translate({x - size / 2:.2f} {y - size / 2:.2f}) scale({scale:.4f})",
        fill=ink if index // len(SEATS) % 2 else "none",
        stroke=ink,
        stroke_width=2 / scale if scale > 1 else 2.4,
        stroke_linejoin="round",
    )


def sphere_sign(sphere: Sphere, x: float, y: float, size: float) -> str:
    """Draw where an actor is at home: disc local, square professional, half of each, or open."""
    half = size / 2
    ground = element("circle", cx=x, cy=y, r=half + 4, fill=PAPER)
    if sphere is Sphere.UNKNOWN:
        open_ = element("circle", cx=x, cy=y, r=half - 1, fill="none", stroke=INK, stroke_width=2)
        return ground + open_
    disc = element("circle", cx=x, cy=y, r=half, fill=INK)
    square = element("rect", x=x - half, y=y - half, width=size, height=size, fill=INK)
    if sphere is Sphere.LOCAL:
        return ground + disc
    if sphere is Sphere.PROFESSIONAL:
        return ground + square
    left = f"M{x - 1.5:.2f} {y - half:.2f}A{half} {half} 0 0 0 {x - 1.5:.2f} {y + half:.2f}Z"
    right = element("rect", x=x + 1.5, y=y - half, width=half - 1.5, height=size, fill=INK)
    return ground + element("path", d=left, fill=INK) + right
