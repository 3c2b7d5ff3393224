"""The drawings as SVG: the position structure, and the cloth itself."""

import json

from board.export.cover import shown
from board.export.moment import Moment, account
from board.render.cloth import cloth_svg
from board.render.drawing import element, escape
from board.render.fabric import structure_svg


def export_svg(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the position structure."""
    moment = shown(moment, names=names, language=language)
    return _signed(structure_svg(moment.structure, language), moment, names=names)


def export_cloth_svg(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the cloth."""
    moment = shown(moment, names=names, language=language)
    return _signed(cloth_svg(moment.board, language, moment.source), moment, names=names)


def _signed(svg: str, moment: Moment, *, names: bool) -> bytes:
    """Give the drawing with its account as metadata, after title and description."""
    about = json.dumps(account(moment, names=names), ensure_ascii=False)
    before, after = svg.split("</desc>", 1)
    return f"{before}</desc>{element('metadata', escape(about))}{after}".encode()
