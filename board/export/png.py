"""The drawings as PNG, made without a browser and with the font that comes along."""

from importlib.resources import as_file, files

import resvg_py

from board.export.moment import Moment
from board.export.svg import export_cloth_svg, export_svg
from board.render.drawing import FONT

WIDTH = 2400


def export_png(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the position structure."""
    return drawn(export_svg(moment, names=names, language=language).decode())


def export_cloth_png(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the cloth."""
    return drawn(export_cloth_svg(moment, names=names, language=language).decode())


def drawn(svg: str, width: int = WIDTH) -> bytes:
    """Give a drawing as PNG of this width in pixels; signs the font lacks come from the system."""
    with as_file(files("board.render") / "fonts") as fonts:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            font_files=[str(path) for path in sorted(fonts.glob("*.ttf"))],
            font_family=FONT,
            sans_serif_family=FONT,
        )
