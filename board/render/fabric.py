"""The position structure as a picture: rings around the theme."""

from collections.abc import Mapping
from typing import Any

from board.render.drawing import element, picture
from board.wording import wording


def structure_svg(structure: Mapping[str, Any], language: str = "nl") -> str:
    """Give the picture of a position structure; deterministic, readable in black and white."""
    words, totals = wording(language)["picture"], structure["totals"]
    theme = structure["theme"]["text"] or words["unnamed"]
    desc = words["structure_desc"].format(
        theme=theme,
        reachable=totals["reachable"],
        ingredients=totals["ingredients"],
        single=totals["single_carried"],
        hanging=len(totals["hanging"]),
        expected=len(totals["expected_only"]),
        loose=len(totals["loose"]),
    )
    title = words["structure_title"].format(theme=theme)
    return picture(1200, 1200, title, desc, [element("circle", cx=600, cy=600, r=80)])
