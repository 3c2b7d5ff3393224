"""The cloth at true size: one unit is one millimetre, over as many sheets as it takes."""

from collections.abc import Iterator
from math import ceil
from string import ascii_uppercase
from typing import Any
from xml.etree import ElementTree as ET

from board.export.cover import shown
from board.export.csv import keywords
from board.export.moment import Moment, account
from board.export.setting import pdf
from board.render.cloth import cloth_svg
from board.render.drawing import described
from board.wording import wording

#: Sheets lying, width and height in millimetres.
PAPERS = {"a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}
MARGIN = 10
WHITE = "#FFFFFF"


def export_poster(
    paper: str, moment: Moment, *, names: bool = False, language: str = "nl"
) -> bytes:
    """Give the cloth as PDF over sheets of `paper`, each with cut marks and its place."""
    moment, words = shown(moment, names=names, language=language), wording(language)["report"]
    cloth = cloth_svg(moment.board, language, moment.source, ground=WHITE)
    wide, high = size_of(cloth)
    tile = (PAPERS[paper][0] - 2 * MARGIN, PAPERS[paper][1] - 2 * MARGIN)
    about = account(moment, names=names)
    title = words["title"].format(theme=about["theme"] or words["cloth"])
    told = about | {
        "title": title,
        "keywords": keywords(about, wording(language)),
        "language": language,
        "alt": described(cloth),
        "margin": MARGIN,
        "tile": tile,
        "size": (wide, high),
        "sheets": list(_sheets((wide, high), tile, words["sheet"])),
    }
    return pdf("poster.typ", told, {"cloth": cloth}, moment.source.taken_at)


def size_of(svg: str) -> tuple[float, float]:
    """Give width and height of a drawing."""
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    return float(root.attrib["width"]), float(root.attrib["height"])


def _sheets(
    size: tuple[float, float], tile: tuple[int, int], name: str
) -> Iterator[dict[str, Any]]:
    """Give each sheet its place on the cloth and its name, row by row: A1, A2 … B1."""
    columns, rows = ceil(size[0] / tile[0]), ceil(size[1] / tile[1])
    for row in range(rows):
        for column in range(columns):
            letter = ascii_uppercase[row % 26] * (row // 26 + 1)
            said = name.format(row=letter, column=column + 1, rows=rows, columns=columns)
            yield {"x": column * tile[0], "y": row * tile[1], "name": said}
