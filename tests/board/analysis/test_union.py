"""Several boards as one: one board is itself, actors join only when people say so."""

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.analysis.identity import Ref, UnknownActorError, classes, find, invited
from board.analysis.structure import Source, structure
from board.analysis.union import ROOT, Member, sole_counts, union
from board.analysis.united import united_structure
from board.model import Theme
from tests.builders.boards import cloth
from tests.builders.fabrics import ACTORS, fabrics

SAME = st.lists(
    st.tuples(
        st.builds(Ref, st.sampled_from(["a", "b"]), st.sampled_from(ACTORS)),
        st.builds(Ref, st.sampled_from(["a", "b"]), st.sampled_from(ACTORS)),
    ),
    max_size=4,
)


def unprefixed(value):
    """Give a part of a union of board `a` alone with the keys of that board."""
    if isinstance(value, dict):
        return {unprefixed(key): unprefixed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [unprefixed(item) for item in value]
    return value.removeprefix("a/") if isinstance(value, str) else value


@given(fabrics())
def test_a_union_of_one_board_equals_that_board(board):
    alone = structure(board, Source())
    found = unprefixed(united_structure([Member("a", board)]))
    for name, value in found["totals"].items():
        assert alone["totals"][name] == value
    for key, actor in found["actors"].items():
        measures = ("distance", "reach", "sole_reach", "sole", "seats", "bridged_pairs")
        assert {m: actor[m] for m in measures} == {m: alone["actors"][key][m] for m in measures}
    for key, ingredient in found["ingredients"].items():
        same = ("carriers", "distance", "state", "seat", "text")
        assert {m: ingredient[m] for m in same} == {m: alone["ingredients"][key][m] for m in same}


@given(fabrics(), fabrics(), SAME)
def test_a_union_never_covers_less_than_its_boards(one, other, same):
    found = united_structure([Member("a", one), Member("b", other)], same)
    for board in found["boards"].values():
        assert (board["coverage"] or 0) >= (board["coverage_alone"] or 0)


@given(fabrics(), fabrics(), SAME, st.randoms())
def test_the_order_of_boards_and_pairs_never_matters(one, other, same, chance):
    mixed = [pair if chance.random() < 0.5 else pair[::-1] for pair in same]
    chance.shuffle(mixed)
    members = [Member("a", one), Member("b", other)]
    assert united_structure(members, same) == united_structure(members[::-1], mixed)


@given(fabrics(), fabrics(), SAME)
def test_dominators_from_the_root_are_those_of_networkx(one, other, same):
    found = union([Member("a", one), Member("b", other)], same)
    graph = nx.DiGraph(list(found.arcs))
    expected = {k: v for k, v in nx.immediate_dominators(graph, ROOT).items() if k != ROOT}
    assert dict(found.flow.dominator) == expected


@given(fabrics(), fabrics(), SAME)
def test_counting_what_hangs_alone_gives_the_length_of_the_lists(one, other, same):
    members = [Member("a", one), Member("b", other)]
    lists = united_structure(members, same)["actors"]
    counts = sole_counts(union(members, same))
    assert counts == {key: actor["sole_reach"] for key, actor in lists.items()}


def two():
    """Give a board where a1 hangs with i1, and one where the same schakel reaches its theme."""
    here = cloth(slips=("i1",), schakels=("a1",), ties=[("a1", "i1")])
    there = cloth(schakels=("b1",), ties=[("t", "b1")])
    return [Member("a", here), Member("b", replace(there, theme=Theme("ander")))]


SHARED = [(Ref("a", "a1"), Ref("b", "b1"))]


def test_boards_that_share_nobody_stay_apart():
    found = united_structure(two())
    assert (found["shared"], found["findings"], found["totals"]["hanging"]) == ([], [], ["a/i1"])


def test_what_hangs_here_is_reachable_there_and_the_way_is_told():
    found = united_structure(two(), SHARED)
    assert found["shared"] == ["a/a1"]
    assert found["ingredients"]["a/i1"]["via"] == ["b/t", "a/a1", "a/i1"]
    assert found["findings"] == [
        {
            "rule": "hanging_via_union",
            "subjects": ["a/i1"],
            "weight": 2,
            "path": ["b/t", "a/a1", "a/i1"],
        }
    ]


def test_taking_the_same_as_back_undoes_it():
    assert united_structure(two(), []) == united_structure(two())


def test_an_actor_tied_to_two_themes_is_a_bridge():
    board = cloth(schakels=("a1",), ties=[("t", "a1")])
    found = united_structure(
        [Member("a", board), Member("b", board)], [(Ref("a", "a1"), Ref("b", "a1"))]
    )
    assert found["bridges"] == ["a/a1"]
    assert found["overlap"] == [{"boards": ["a", "b"], "shared": ["a/a1"], "share": 1.0}]


def test_a_schakel_leads_by_its_own_cloth_to_what_hangs_on_the_cloth_it_came_from():
    boards = {"a": cloth(slips=("i1",), schakels=("a1",), ties=[("a1", "i1")]), "b": cloth()}
    linked, same = invited(boards, {"b": Ref("a", "a1")})
    found = united_structure([Member(name, board) for name, board in linked.items()], same)
    assert found["shared"] == ["a/a1"]
    assert found["ingredients"]["a/i1"]["via"] == ["b/t", "a/a1", "a/i1"]


@pytest.mark.parametrize("ref", [Ref("a", "gone"), Ref("elsewhere", "a1")])
def test_a_schakel_that_is_not_there_any_more_joins_nothing(ref):
    boards = {"a": cloth(schakels=("a1",)), "b": cloth()}
    assert invited(boards, {"b": ref}) == (boards, [])


def test_every_board_keeps_its_snapshot():
    source = Source("b1", "p1", "sha256:0", "2025-01-10")
    found = united_structure([Member("a", cloth(), source)])
    assert found["boards"]["a"]["source"]["snapshot"] == "p1"


def test_the_least_reference_stands_for_its_class():
    a, b, c = Ref("a", "1"), Ref("b", "1"), Ref("c", "1")
    assert classes([(c, b), (b, a)]) == {b: a, c: a}


def test_an_actor_is_found_by_id_when_only_one_board_has_it():
    boards = {"a": cloth(schakels=("a1", "x")), "b": cloth(schakels=("b1", "x"))}
    assert find("b1", boards) == Ref("b", "b1")
    assert find("b/x", boards) == Ref("b", "x")


@pytest.mark.parametrize("text", ["x", "nobody", "c/x", "a/b1"])
def test_an_actor_that_is_on_none_or_several_boards_is_refused(text):
    boards = {"a": cloth(schakels=("a1", "x")), "b": cloth(schakels=("b1", "x"))}
    with pytest.raises(UnknownActorError):
        find(text, boards)
