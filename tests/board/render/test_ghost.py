"""Two snapshots in one picture: four states by sign and line, where things lay, in words too."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given, settings

from board.analysis.compare import compare
from board.analysis.structure import Source, structure
from board.model import Actor, Ingredient
from board.render.drawing import described
from board.render.ghost import ghost_svg
from board.render.states import ADDED, CHANGED, REMOVED, SAME, STATES, frames, states_of, tie_style
from tests.builders.boards import boards, cloth, example

SOURCE = Source(taken_at="2025-01-10")


def ghost(earlier, later, language="nl"):
    both = [structure(board, SOURCE) for board in (earlier, later)]
    return ghost_svg(earlier, later, compare(*both), language)


def test_the_description_counts_what_came_and_went():
    before = cloth(slips=("i1", "i2"), schakels=("a1",), ties=[("t", "a1"), ("a1", "i1")])
    after = cloth(slips=("i1", "i3"), schakels=("a1", "a2"), ties=[("t", "a1"), ("a1", "i3")])
    said = described(ghost(before, after))
    assert "Ingrediënten: 1 erbij, 1 weg, 0 veranderd" in said
    assert "Schakels: 1 erbij, 0 weg" in said
    assert "Verbindingen: 1 erbij, 1 weg" in said


def test_what_is_gone_is_still_named():
    before = replace(cloth(), ingredients={"i1": Ingredient("i1", "zwembad", "s1")})
    assert ">zwembad<" in ghost(before, cloth())


def test_what_was_moved_shows_where_it_lay():
    def lying(at):
        return replace(cloth(), ingredients={"i1": Ingredient("i1", "bal", "s1", at=at)})

    still, moved = (ghost(lying((600, 400)), lying(at)) for at in ((600, 400), (900, 400)))
    assert moved.count('stroke-dasharray="4 6"') == still.count('stroke-dasharray="4 6"') + 1


@settings(max_examples=60)
@given(earlier=boards(), later=boards())
def test_any_two_snapshots_give_a_well_formed_picture(earlier, later):
    ET.fromstring(ghost(earlier, later))


def test_who_sits_at_the_table_without_lying_on_the_cloth_is_not_drawn():
    after = cloth(actors={"a1": Actor("a1", "Anna", on_cloth=False)})
    assert ">Anna<" not in ghost(cloth(), after)


def test_a_schakel_that_was_taken_off_the_cloth_is_gone():
    def lying(on_cloth):
        return cloth(actors={"a1": Actor("a1", "Anna", on_cloth=on_cloth)})

    assert "Schakels: 0 erbij, 1 weg" in described(
        ghost(lying(on_cloth=True), lying(on_cloth=False))
    )


def test_a_cloth_beside_itself_has_no_signs_of_change():
    board = example().board
    svg = ghost(board, board)
    assert "0 erbij, 0 weg, 0 veranderd" in described(svg)
    marks = 3  # those of the legend
    assert svg.count("scale(0.8667)") == marks


def test_no_two_states_share_a_line_or_a_frame():
    lines = {
        (s, str(tie_style(s).get("stroke_dasharray")), tie_style(s)["stroke_width"]) for s in STATES
    }
    assert len({line[1:] for line in lines}) == len(STATES)
    drawn = {
        str([{k: v for k, v in f.items() if k != "stroke"} for f in frames(s)]) for s in STATES
    }
    assert len(drawn) == len(STATES)


def test_a_change_that_is_not_drawn_is_no_change_of_the_picture():
    changes = {"added": ["b"], "removed": ["c"]}
    changes["changed"] = [{"id": "a", "story": [False, True]}, {"id": "d", "label": ["x", "y"]}]
    assert states_of(changes, "abcd") == {"a": SAME, "b": ADDED, "c": REMOVED, "d": CHANGED}
