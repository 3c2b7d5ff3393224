"""Both drawings: well formed, harmless, with a text alternative, the same each time."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from board.analysis.compare import compare
from board.analysis.structure import Source, structure
from board.model import Actor, Board, Theme
from board.render.alluvial import alluvial_svg
from board.render.balance import balance_svg
from board.render.cloth import cloth_svg
from board.render.coverage import coverage_svg
from board.render.fabric import structure_svg
from board.render.ghost import ghost_svg
from board.render.growth import growth_svg
from board.render.matrix import matrix_svg
from tests.builders.boards import boards, cloth, example
from tests.builders.fabrics import fabrics

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    '<script>alert("x")</script>',
    "a & b ]]> <",
    "\x00\x07 \u200b\ufffe",
    "\u202eabc\u202c",
    "=1+1",
    "x" * 300,
)


def drawn_structure(board: Board, language: str = "nl") -> str:
    return structure_svg(structure(board, Source(taken_at="2025-01-10")), language)


def drawn_ghost(board: Board, language: str = "nl") -> str:
    found = structure(board, Source(taken_at="2025-01-10"))
    return ghost_svg(board, board, compare(found, found), language)


def drawn_alluvial(board: Board, language: str = "nl") -> str:
    found = structure(board, Source(taken_at="2025-01-10"))
    return alluvial_svg(found, found, language)


def of_structure(draw):
    """Give how a picture that is drawn from one structure is drawn from a board."""
    return lambda board, language="nl": draw(
        structure(board, Source(taken_at="2025-01-10")), language
    )


def drawn_growth(board: Board, language: str = "nl") -> str:
    found = structure(board, Source(taken_at="2025-01-10"))
    return growth_svg([found, found, found], language)


#: Those that show everything that lies on the cloth.
WHOLE = {"cloth": cloth_svg, "structure": drawn_structure}
DRAWINGS = {**WHOLE, "ghost": drawn_ghost, "alluvial": drawn_alluvial, "growth": drawn_growth}
DRAWINGS |= {
    "coverage": of_structure(coverage_svg),
    "balance": of_structure(balance_svg),
    "matrix": of_structure(matrix_svg),
}


def words(svg: str) -> list[str]:
    return ["".join(found.itertext()) for found in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
@settings(max_examples=25)
@given(board=boards())
def test_any_board_gives_a_well_formed_drawing(draw, board):
    assert ET.fromstring(draw(board)).tag == f"{SVG}svg"


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
@settings(max_examples=25)
@given(board=fabrics())
def test_the_same_board_gives_the_same_text(draw, board):
    assert draw(board) == draw(board)


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_people_becomes_markup(draw, text):
    board = cloth(slips=("i1",), schakels=("a1",), ties=[("t", "a1"), ("a1", "i1")])
    board = replace(board, theme=Theme(text), actors={"a1": Actor("a1", text)})
    tags = {found.tag.removeprefix(SVG) for found in ET.fromstring(draw(board)).iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "path", "line", "text"}


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
def test_title_and_description_stand_first(draw):
    first = [found.tag for found in ET.fromstring(draw(example().board))][:2]
    assert first == [f"{SVG}title", f"{SVG}desc"]


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)
def test_nothing_is_fetched_from_elsewhere(draw):
    svg = draw(example().board)
    assert re.findall(r"href|url\(|@import|on\w+=", svg) == []


@pytest.mark.parametrize("draw", WHOLE.values(), ids=WHOLE)
def test_both_languages_are_drawn(draw):
    assert "professional" in words(draw(example().board, "en"))
    assert "professioneel" in words(draw(example().board, "nl"))


@pytest.mark.parametrize("draw", WHOLE.values(), ids=WHOLE)
def test_every_ingredient_and_schakel_is_named(draw):
    board = example().board
    said = " ".join(words(draw(board))).replace("- ", "")
    labels = [i.text for i in board.ingredients.values()]
    labels += [a.label for a in board.actors.values() if a.on_cloth]
    missing = [label for label in labels if not all(w in said for w in label.split())]
    assert missing == []
