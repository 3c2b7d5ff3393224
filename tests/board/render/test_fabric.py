"""The rings: single threads thick, what has no way to the theme apart."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from board.analysis.structure import Source, structure
from board.model import Ingredient
from board.render.fabric import structure_svg
from tests.builders.boards import cloth, example

SVG = "{http://www.w3.org/2000/svg}"


def svg(board):
    return ET.fromstring(structure_svg(structure(board, Source(taken_at="2025-01-10"))))


def rings(board):
    return svg(board).find(f"{SVG}g")


def words(found):
    return ["".join(text.itertext()) for text in found.iter(f"{SVG}text")]


def test_single_threads_are_thick():
    board = example().board
    single = [t for t in structure(board, Source())["ties"] if t["single"]]
    thick = [line for line in rings(board).iter(f"{SVG}line") if line.get("stroke-width") == "5"]
    assert len(thick) == len(single) == 21


def test_how_much_hangs_on_a_schakel_alone_stands_beside_it():
    board = cloth(
        slips=("i1", "i2"), schakels=("a1",), ties=[("t", "a1"), ("a1", "i1"), ("a1", "i2")]
    )
    assert "2" in words(rings(board))


def test_what_has_no_way_to_the_theme_lies_outside_the_rings():
    board = example().board
    inside, everywhere = words(rings(board)), words(svg(board))
    for text in ("woningcorporatie", "leegstaand schoolgebouw", "budget voor activiteiten"):
        assert text not in inside
        assert text in everywhere


def test_rings_say_how_far_they_are():
    assert {"1 stap", "2 stappen"} <= set(words(rings(example().board)))


def test_the_description_says_in_words_what_the_picture_shows():
    said = svg(example().board).find(f"{SVG}desc").text
    assert "21 van de 24" in said
    assert "14" in said


def test_an_empty_board_is_a_theme_alone():
    assert "Vrolijk" in words(rings(cloth()))


def test_long_texts_stay_within_their_room():
    slips = {f"i{n}": Ingredient(f"i{n}", "w" * 300, "s1") for n in range(9)}
    board = cloth(schakels=("a1",), ties=[("t", "a1"), *(("a1", key) for key in slips)])
    board = replace(board, ingredients=slips)
    longest = max(len(word) for word in words(rings(board)))
    assert longest < 60
