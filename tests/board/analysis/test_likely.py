"""Who may be the same on two boards: alike names, most alike first, until people decide."""

from board.analysis.identity import Ref
from board.analysis.likely import candidates
from board.model import Actor
from tests.builders.boards import cloth


def labelled(**labels):
    return cloth(actors={key: Actor(key, label) for key, label in labels.items()})


def found(boards, decided=()):
    return [(str(c.one), str(c.other), c.level) for c in candidates(boards, decided)]


def test_alike_names_on_two_boards_are_suggested_most_alike_first():
    one = labelled(a1="Rijwielhandelaar", a2="de buurtsuper", a3="Noor")
    other = labelled(b1="rijwiel-handelaar", b2="buurtsuper Jansen", b3="Piet")
    assert found({"x": one, "y": other}) == [
        ("x/a1", "y/b1", "equal"),
        ("x/a2", "y/b2", "resembles"),
    ]


def test_two_of_one_board_are_never_suggested():
    assert found({"x": labelled(a1="Noor", a2="Noor"), "y": labelled()}) == []


def test_what_was_decided_is_not_suggested_again():
    boards = {"x": labelled(a1="Noor"), "y": labelled(b1="Noor")}
    assert found(boards, {(Ref("x", "a1"), Ref("y", "b1"))}) == []


def test_who_is_not_on_the_cloth_is_not_suggested():
    aside = cloth(actors={"b1": Actor("b1", "Noor", on_cloth=False)})
    assert found({"x": labelled(a1="Noor"), "y": aside}) == []
