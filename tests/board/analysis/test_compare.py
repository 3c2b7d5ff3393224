"""Two snapshots compared: nothing against itself, mirrored when swapped, each change told."""

from dataclasses import replace

import pytest
from hypothesis import given

from board.analysis.compare import compare, is_same, move
from board.analysis.structure import Source, structure
from board.model import Involvement, Tie, tie_between
from board.schema import POSITION_ORDER, Basis, Position
from tests.builders.boards import cloth
from tests.builders.fabrics import fabrics

TIED = (("t", "a1"), ("a1", "i1"))


def frozen(board):
    return structure(board, Source(taken_at="2025-01-15"))


def between(one, other):
    return compare(frozen(one), frozen(other))


def holding(board, **positions):
    made = {
        f"{actor}:{position}": Involvement(actor, Position(position))
        for actor, held in positions.items()
        for position in held
    }
    return replace(board, involvements=made)


@given(fabrics())
def test_a_snapshot_against_itself_shows_no_change(board):
    assert is_same(between(board, board))


@given(fabrics(), fabrics())
def test_swapping_the_two_swaps_what_came_and_what_went(one, other):
    there, back = between(one, other), between(other, one)
    for part in ("ingredients", "actors", "ties"):
        assert there[part]["added"] == back[part]["removed"]
        assert [c["id"] for c in there[part]["changed"]] == [c["id"] for c in back[part]["changed"]]
    assert there["reachable"]["gained"] == back["reachable"]["lost"]
    assert there["single"]["became"] == back["single"]["no_longer"]
    assert there["positions"]["gained"] == back["positions"]["lost"]
    assert there["sole_reach"] == {k: pair[::-1] for k, pair in back["sole_reach"].items()}
    assert there["inmost"]["counts"]["inward"] == back["inmost"]["counts"]["outward"]
    assert there["inmost"]["counts"]["new"] == back["inmost"]["counts"]["gone"]
    assert there["findings"]["new"] == back["findings"]["settled"]


@given(fabrics(), fabrics())
def test_every_actor_of_either_is_once_in_the_matrix(one, other):
    found = between(one, other)
    everyone = frozen(one)["actors"].keys() | frozen(other)["actors"].keys()
    assert sum(sum(row.values()) for row in found["inmost"]["matrix"].values()) == len(everyone)
    assert sum(found["inmost"]["counts"].values()) == len(everyone)


@given(fabrics(), fabrics())
def test_is_same_sees_every_difference_of_fabric(one, other):
    same = is_same(between(one, other))
    plain = [
        {k: v for k, v in frozen(b).items() if k in ("actors", "ingredients", "ties")}
        for b in (one, other)
    ]
    assert not (same and plain[0]["ties"] != plain[1]["ties"])
    assert same or plain[0] != plain[1]


def test_a_text_that_changed_is_told_from_and_to():
    board = cloth(slips=("i1",))
    slip = replace(board.ingredients["i1"], text="nieuw")
    found = between(board, replace(board, ingredients={"i1": slip}))
    assert found["ingredients"]["changed"] == [{"id": "i1", "text": ["ingrediënt i1", "nieuw"]}]


def test_a_tie_that_became_a_fact_is_a_change_of_basis():
    key, ends = tie_between("t", "a1")
    board = cloth(schakels=("a1",))
    before = replace(board, ties={key: Tie(key, ends, Basis.EXPECTED)})
    found = between(before, replace(board, ties={key: Tie(key, ends)}))
    assert found["ties"]["changed"] == [{"id": key, "basis": ["expected", "factual"]}]


def test_a_second_carrier_ends_a_single_thread():
    before = cloth(slips=("i1",), schakels=("a1", "a2"), ties=[*TIED, ("t", "a2")])
    after = cloth(slips=("i1",), schakels=("a1", "a2"), ties=[*TIED, ("t", "a2"), ("a2", "i1")])
    found = between(before, after)
    assert found["single"] == {"became": [], "no_longer": ["i1"]}
    assert found["sole_reach"] == {"a1": [1, 0]}
    assert found["reach"] == {"a2": [0, 1]}
    assert found["totals"]["vulnerability"] == [1.0, 0.0]


def test_what_gained_a_way_to_the_theme_is_told():
    found = between(
        cloth(slips=("i1",), schakels=("a1",), ties=[("a1", "i1")]),
        cloth(slips=("i1",), schakels=("a1",), ties=TIED),
    )
    assert found["reachable"] == {"gained": ["i1"], "lost": []}
    assert [f["rule"] for f in found["findings"]["settled"]] == ["hanging_actor", "seat_uncovered"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("user", "partner", "inward"),
        ("initiator", "connector", "outward"),
        ("supplier", "user", "same"),
        ("none", "user", "inward"),
        ("partner", "none", "outward"),
        ("absent", "user", "new"),
        ("absent", "none", "new"),
        ("user", "absent", "gone"),
        ("none", "none", "same"),
    ],
)
def test_a_move_is_named_by_the_order_towards_the_core(before, after, expected):
    assert move(before, after, POSITION_ORDER) == expected


def test_not_yet_known_and_known_without_position_are_told_apart():
    before = cloth(schakels=("a1",))
    after = holding(cloth(schakels=("a1", "a2")), a1=("user",), a2=("partner",))
    found = between(before, after)["inmost"]
    assert found["moves"] == {"a1": ["none", "user"], "a2": ["absent", "partner"]}
    assert (found["matrix"]["none"]["user"], found["matrix"]["absent"]["partner"]) == (1, 1)
    assert found["counts"] == {"inward": 1, "outward": 0, "same": 0, "new": 1, "gone": 0}


def test_positions_gained_and_lost_are_told_one_by_one():
    board = cloth(schakels=("a1",))
    found = between(
        holding(board, a1=("user", "partner")), holding(board, a1=("user", "connector"))
    )
    assert found["positions"] == {
        "gained": [{"actor": "a1", "position": "connector"}],
        "lost": [{"actor": "a1", "position": "partner"}],
    }
