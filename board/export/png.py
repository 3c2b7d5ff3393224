"""The drawings as PNG, made without a browser and with the font that comes along."""

import json
import zlib
from importlib.resources import as_file, files

import resvg_py

from board.export.cover import shown
from board.export.moment import Moment, account
from board.export.svg import export_cloth_svg, export_svg
from board.render.drawing import FONT

WIDTH = 2400
_END = 12  # the last chunk of a PNG: length, IEND, checksum


def export_png(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the position structure."""
    return _signed(export_svg(moment, names=names, language=language), moment, names=names)


def export_cloth_png(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the cloth."""
    return _signed(export_cloth_svg(moment, names=names, language=language), moment, names=names)


def _signed(svg: bytes, moment: Moment, *, names: bool) -> bytes:
    """Give the drawing as PNG with its account as a text chunk (iTXt) before the end."""
    about = account(shown(moment, names=names, language="nl"), names=names)
    text = json.dumps(about, ensure_ascii=False).encode()
    body = b"iTXt" + b"Description\0\0\0\0\0" + text
    chunk = len(body[4:]).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)
    image = drawn(svg.decode())
    return image[:-_END] + chunk + image[-_END:]


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
