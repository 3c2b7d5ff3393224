"""The drawings as SVG: the position structure, and the cloth itself."""

from board.export.cover import shown
from board.export.moment import Moment
from board.render.cloth import cloth_svg
from board.render.fabric import structure_svg


def export_svg(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the position structure."""
    moment = shown(moment, names=names, language=language)
    return structure_svg(moment.structure, language).encode()


def export_cloth_svg(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the cloth."""
    moment = shown(moment, names=names, language=language)
    return cloth_svg(moment.board, language, moment.source).encode()
