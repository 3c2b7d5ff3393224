"""What boards share, in a picture: a row for each shared actor, and the words say the same."""

from board.analysis.identity import Ref
from board.analysis.union import Member
from board.analysis.united import united_structure
from board.render.drawing import described
from board.render.shared import shared_svg
from tests.builders.boards import cloth

ONE = cloth(slips=("i1",), schakels=("a1", "a2"), ties=(("t", "a1"), ("a1", "i1")))
OTHER = cloth(slips=("i2",), schakels=("b1",), ties=(("b1", "i2"),))
MEMBERS = [Member("x", ONE), Member("y", OTHER)]


def test_a_shared_actor_is_full_where_it_is_tied_to_the_theme_and_open_where_not():
    united = united_structure(MEMBERS, [(Ref("x", "a1"), Ref("y", "b1"))])
    svg = shared_svg(united)
    assert "Een rij per gedeelde betrokkene: 1." in described(svg)
    assert "schakel a1" in svg
    assert "schakel a2" not in svg
    rows = svg.split("schakel a1")[1].split("Zo lees")[0]
    assert 'fill="#1B1B1B"' in rows
    assert 'fill="#FFFDF7"' in rows
    assert "0% → 100%" in svg


def test_boards_that_share_nobody_say_so():
    svg = shared_svg(united_structure(MEMBERS), "en")
    assert "The cloths share nobody yet." in svg
