"""Each rule: its condition met once, and just not met."""

from dataclasses import replace

import pytest

from board.analysis.findings import RULES
from board.analysis.settings import Settings
from board.analysis.structure import Source, structure
from board.model import Contact, Convergence, Ingredient, Involvement, Story, Tie, tie_between
from board.schema import Basis, Concreteness, ContactStatus, ConvergenceState, Position, Sphere
from tests.builders.boards import cloth, example

TIED = (("t", "a1"), ("a1", "i1"))


PLAIN = Settings()


def hits(board, rule, settings=PLAIN, earlier=()):
    found = structure(board, Source(taken_at="2025-01-15"), settings, earlier)["findings"]
    return [(*f["subjects"], f["weight"]) for f in found if f["rule"] == rule]


def involved(*positions, **more):
    return {f"a1:{p}": Involvement("a1", p, **more) for p in positions}


def with_actor(board, **more):
    return replace(board, actors={"a1": replace(board.actors["a1"], **more)})


def with_contact(board, status=ContactStatus.PREPARED):
    return replace(board, contacts={"k1": Contact("k1", status=status, members=("a1",))})


def test_an_ingredient_without_a_tie_is_loose():
    assert hits(cloth(slips=("i1",)), "loose_ingredient") == [("i1", 1)]


def test_an_ingredient_with_wished_ties_only_is_an_expectation():
    key, ends = tie_between("a1", "i1")
    board = cloth(slips=("i1",), schakels=("a1",), ties=[("t", "a1")])
    board = replace(board, ties=dict(board.ties) | {key: Tie(key, ends, Basis.WISHED)})
    assert hits(board, "expected_only") == [("i1", 1)]
    assert hits(board, "loose_ingredient") == []


def test_an_actor_with_ingredients_and_no_way_to_the_theme_hangs():
    board = cloth(slips=("i1", "i2"), schakels=("a1",), ties=[("a1", "i1"), ("a1", "i2")])
    assert hits(board, "hanging_actor") == [("a1", 2)]


def test_an_actor_without_ingredients_does_not_hang():
    assert hits(cloth(schakels=("a1",)), "hanging_actor") == []


@pytest.mark.parametrize(("threshold", "found"), [(2, [("a1", 2)]), (3, [])])
def test_a_thread_is_thin_from_the_threshold_on(threshold, found):
    board = cloth(slips=("i1", "i2"), schakels=("a1",), ties=[*TIED, ("a1", "i2")])
    assert hits(board, "thin_thread", Settings(thin_thread=threshold)) == found


def test_what_only_professionals_carry_asks_for_the_local_community():
    board = cloth(slips=("i1",), schakels=("a1",), ties=TIED)
    assert hits(with_actor(board, sphere=Sphere.PROFESSIONAL), "only_professional") == [("i1", 1)]
    assert hits(with_actor(board, sphere=Sphere.BOTH), "only_professional") == []


@pytest.mark.parametrize("vague", [Concreteness.ROLE, Concreteness.CATEGORY])
def test_a_role_or_a_kind_can_be_more_concrete(vague):
    assert hits(with_actor(cloth(schakels=("a1",)), concreteness=vague), "vague_actor") == [
        ("a1", 1)
    ]


def test_an_actor_off_the_cloth_needs_no_contact():
    board = with_actor(cloth(schakels=("a1",)), on_cloth=False)
    assert hits(board, "no_contact") == []


def test_a_contact_without_a_story_asks_for_one():
    board = with_contact(cloth(slips=("i1",), schakels=("a1",)))
    told = replace(board, stories={"a1": Story("a1", "kom kijken")})
    assert hits(board, "no_story") == [("a1", 1)]
    assert hits(board, "no_contact") == []
    assert hits(told, "no_story") == []


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (ContactStatus.SPOKEN, [("a1", 1)]),
        (ContactStatus.FOLLOW_UP, [("a1", 1)]),
        (ContactStatus.INVITED, []),
    ],
)
def test_whoever_was_spoken_to_has_a_position(status, found):
    board = with_contact(cloth(schakels=("a1",)), status)
    assert hits(board, "no_position") == found
    settled = replace(board, involvements=involved(Position.USER))
    assert hits(settled, "no_position") == []


def test_a_position_that_nobody_holds_is_empty():
    board = replace(cloth(schakels=("a1",)), involvements=involved(Position.USER))
    assert [subject for subject, _ in hits(board, "empty_position")] == [
        "connector",
        "initiator",
        "partner",
        "supplier",
    ]


def test_a_position_unchanged_for_n_snapshots_is_stale():
    board = replace(cloth(schakels=("a1",)), involvements=involved(Position.USER, evidence="kwam"))
    seen = replace(board, involvements=involved(Position.USER, evidence="kwam weer"))
    settings = Settings(stale_after=2)
    assert hits(board, "stale_position", settings, [board, board]) == [("a1", "user", 1)]
    assert hits(board, "stale_position", settings, [board]) == []
    assert hits(seen, "stale_position", settings, [board, board]) == []


def test_a_seat_of_which_less_than_half_is_reached_is_walked_again():
    half = cloth(slips=("i1", "i2"), schakels=("a1",), ties=TIED)
    less = cloth(slips=("i1", "i2", "i3"), schakels=("a1",), ties=TIED)
    assert hits(half, "seat_uncovered") == []
    assert hits(less, "seat_uncovered") == [("s1", 2)]


def test_a_seat_without_ingredients_is_not_walked():
    assert hits(cloth(), "seat_uncovered") == []


@pytest.mark.parametrize(
    ("state", "seats", "found"),
    [
        (ConvergenceState.CONFIRMED, ("s1", "s2"), [("i1", "i2", 2)]),
        (ConvergenceState.SUGGESTED, ("s1", "s2"), []),
        (ConvergenceState.REJECTED, ("s1", "s2"), []),
        (ConvergenceState.CONFIRMED, ("s1", "s1"), []),
    ],
)
def test_a_confirmed_group_of_several_seats_without_carriers_is_a_finding(state, seats, found):
    slips = {f"i{n}": Ingredient(f"i{n}", "eten", seat) for n, seat in enumerate(seats, 1)}
    group = Convergence("g1", ("i1", "i2"), "eten", state)
    board = cloth(seats=("s1", "s2"), ingredients=slips, convergences={"g1": group})
    assert hits(board, "convergent_uncarried") == found


def test_a_carried_group_is_no_finding():
    slips = {"i1": Ingredient("i1", "eten", "s1"), "i2": Ingredient("i2", "eten", "s2")}
    group = Convergence("g1", ("i1", "i2"), "", ConvergenceState.CONFIRMED)
    board = cloth(seats=("s1", "s2"), schakels=("a1",), ties=TIED, ingredients=slips)
    board = replace(board, convergences={"g1": group})
    assert hits(board, "convergent_uncarried") == []


def test_findings_stand_in_the_order_of_the_methods_steps():
    rules = [f["rule"] for f in structure(example().board, Source())["findings"]]
    assert rules == sorted(rules, key=list(RULES).index)
