"""The drawings as SVG: the position structure, the cloth itself, and pictures of numbers."""

import json
from collections.abc import Callable, Mapping

from board.analysis.compare import compare
from board.export.cover import shown
from board.export.moment import Moment, account
from board.render.alluvial import alluvial_svg
from board.render.balance import balance_svg
from board.render.cloth import cloth_svg
from board.render.coverage import coverage_svg
from board.render.drawing import element, escape
from board.render.fabric import structure_svg
from board.render.ghost import ghost_svg
from board.render.growth import growth_svg
from board.render.matrix import matrix_svg


def export_svg(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the position structure."""
    moment = shown(moment, names=names, language=language)
    return _signed(structure_svg(moment.structure, language), moment, names=names)


def export_cloth_svg(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the picture of the cloth."""
    moment = shown(moment, names=names, language=language)
    return _signed(cloth_svg(moment.board, language, moment.source), moment, names=names)


def export_picture(
    name: str, moment: Moment, *, names: bool = False, language: str = "nl"
) -> bytes:
    """Give one of `PICTURES`."""
    moment = shown(moment, names=names, language=language)
    return _signed(PICTURES[name](moment, language), moment, names=names)


def changes_svg(moment: Moment, language: str) -> str:
    """Draw the earlier cloth as a ghost; without an earlier one nothing changed."""
    then = moment.earlier or moment
    found = moment.comparison or compare(then.structure, moment.structure)
    return ghost_svg(then.board, moment.board, found, language)


def moves_svg(moment: Moment, language: str) -> str:
    """Draw how positions moved since the earlier moment."""
    then = moment.earlier or moment
    return alluvial_svg(then.structure, moment.structure, language)


def growing_svg(moment: Moment, language: str) -> str:
    """Draw how the fabric grew over the past of a moment, up to itself."""
    return growth_svg([one.structure for one in (*moment.past, moment)], language)


PICTURES: Mapping[str, Callable[[Moment, str], str]] = {
    "ghost": changes_svg,
    "alluvial": moves_svg,
    "coverage": lambda moment, language: coverage_svg(moment.structure, language),
    "balance": lambda moment, language: balance_svg(moment.structure, language),
    "matrix": lambda moment, language: matrix_svg(moment.structure, language),
    "growth": growing_svg,
}


def _signed(svg: str, moment: Moment, *, names: bool) -> bytes:
    """Give the drawing with its account as metadata, after title and description."""
    about = json.dumps(account(moment, names=names), ensure_ascii=False)
    before, after = svg.split("</desc>", 1)
    return f"{before}</desc>{element('metadata', escape(about))}{after}".encode()
