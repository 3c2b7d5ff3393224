"""Measures against their definitions, counted by hand on random boards."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.analysis.graph import fabric
from board.analysis.measures import bridged_pairs, measured, ratio
from board.analysis.structure import Source, structure
from board.model import Actor, Ingredient, Story, Tie, tie_between
from board.schema import Basis, Sphere
from tests.builders.boards import cloth
from tests.builders.fabrics import PAIRS, carried, counted, fabrics, reached, shuffled


def totals(board):
    return structure(board, Source(taken_at="2025-01-15"))["totals"]


def factual(board, ingredient):
    ties = [t for t in board.ties.values() if t.basis is Basis.FACTUAL and ingredient in t.ends]
    return {end for tie in ties for end in tie.ends} & counted(board)


@given(fabrics())
def test_coverage_is_what_the_walk_reaches_of_all(board):
    whole = len(board.ingredients)
    expected = round(len(carried(board)) / whole, 4) if whole else None
    assert totals(board)["coverage"] == expected


@given(fabrics())
def test_carriers_are_the_reachable_actors_tied_to_it(board):
    found = measured(board, fabric(board)).carriers
    near = reached(board)
    assert {k: set(v) for k, v in found.items()} == {
        key: factual(board, key) & near for key in board.ingredients
    }


@given(fabrics())
def test_every_ingredient_is_in_exactly_one_state(board):
    found = totals(board)
    apart = [*found["loose"], *found["expected_only"], *found["hanging"]]
    assert len(apart) + found["reachable"] == len(board.ingredients) == found["ingredients"]


@given(fabrics())
def test_what_is_touched_has_a_factual_tie_to_an_actor_that_counts(board):
    assert totals(board)["touched"] == sum(bool(factual(board, k)) for k in board.ingredients)


@given(fabrics())
def test_a_loose_ingredient_has_no_tie_to_an_actor_that_counts(board):
    ends = {end for t in board.ties.values() if counted(board) & set(t.ends) for end in t.ends}
    assert set(totals(board)["loose"]) == board.ingredients.keys() - ends


@given(fabrics())
def test_vulnerability_is_the_share_with_one_carrier(board):
    near = carried(board)
    single = sum(len(factual(board, key) & reached(board)) == 1 for key in near)
    assert totals(board)["vulnerability"] == (round(single / len(near), 4) if near else None)


@given(fabrics())
def test_coverage_per_seat_adds_up(board):
    seats = totals(board)["coverage_per_seat"].values()
    whole = len(carried(board)), len(board.ingredients)
    assert (sum(one for one, _ in seats), sum(all_ for _, all_ in seats)) == whole


@given(st.lists(st.sampled_from(["s1", "s2", "s3"])))
def test_bridged_pairs_are_the_pairs_from_different_seats(seats):
    assert bridged_pairs(seats) == sum(one != other for one, other in combinations(seats, 2))
    per_seat = Counter(seats).values()
    assert bridged_pairs(seats) == comb(len(seats), 2) - sum(comb(n, 2) for n in per_seat)


@given(fabrics(), st.sampled_from(PAIRS))
def test_a_factual_tie_more_never_lowers_coverage(board, pair):
    there = {"t", *board.actors, *board.ingredients}
    key, ends = tie_between(*pair)
    more = {key: Tie(key, ends)} if there.issuperset(ends) else {}
    before, after = (totals(b) for b in (board, replace(board, ties=dict(board.ties) | more)))
    assert after["reachable"] >= before["reachable"]


@given(fabrics(), st.data())
def test_order_never_matters(board, data):
    source = Source(taken_at="2025-01-15")
    assert structure(shuffled(board, data.draw), source) == structure(board, source)


@given(fabrics())
def test_a_contested_actor_counts_as_little_as_an_absent_one(board):
    contested = {key for key, actor in board.actors.items() if actor.contested}
    left = {key: a for key, a in board.actors.items() if key not in contested}
    assert totals(replace(board, actors=left)) == totals(board)


def test_nothing_of_nothing_is_none():
    assert ratio(0, 0) is None


def test_an_empty_board_has_no_ratios():
    found = totals(cloth())
    ratios = (
        *("coverage", "vulnerability", "mean_carriers", "factual_share"),
        "facilitator_dependence",
    )
    assert {name: found[name] for name in ratios} == dict.fromkeys(ratios)


def test_only_expected_ties_cover_nothing():
    board = cloth(slips=("i1",), schakels=("a1",))
    ties = {
        key: Tie(key, ends, Basis.EXPECTED)
        for key, ends in (tie_between("t", "a1"), tie_between("a1", "i1"))
    }
    found = totals(replace(board, ties=ties))
    assert (found["coverage"], found["expected_only"]) == (0.0, ["i1"])


@pytest.mark.parametrize(
    ("spheres", "only_local", "only_professional", "both"),
    [
        (("local",), 1, [], 0),
        (("professional",), 0, ["i1"], 0),
        (("local", "professional"), 0, [], 1),
        (("both",), 0, [], 1),
        (("professional", "unknown"), 0, [], 0),
        (("professional", "professional"), 0, ["i1"], 0),
    ],
)
def test_spheres_of_carriers_decide_how_an_ingredient_is_carried(
    spheres, only_local, only_professional, both
):
    actors = {f"a{n}": Actor(f"a{n}", "", sphere=Sphere(s)) for n, s in enumerate(spheres)}
    ties = [pair for key in actors for pair in (("t", key), (key, "i1"))]
    board = cloth(slips=("i1",), schakels=actors, ties=ties)
    reach = totals(replace(board, actors=actors))["sphere_reach"]
    assert (reach["only_local"], reach["only_professional"], reach["both"]) == (
        only_local,
        only_professional,
        both,
    )


def test_the_facilitator_counts_as_the_lead_whatever_the_sphere():
    board = cloth(slips=("i1",), schakels=("a1",), ties=[("t", "a1"), ("a1", "i1")])
    seats = {"s1": replace(board.seats["s1"], host=True, actor="a1")}
    assert totals(board)["facilitator_dependence"] == 0.0
    assert totals(replace(board, seats=seats))["facilitator_dependence"] == 1.0


def test_a_story_counts_when_it_has_words_or_inspiration():
    board = cloth(slips=("i1",), schakels=("a1", "a2", "a3"))
    stories = {
        "a1": Story("a1", "kom kijken"),
        "a2": Story("a2", "", ("i1",)),
        "a3": Story("a3", " "),
    }
    assert totals(replace(board, stories=stories))["contacts_ready"]["with_story"] == 2


def test_rings_count_by_steps_from_the_theme():
    board = cloth(
        slips=("i1", "i2"),
        schakels=("a1", "a2"),
        ties=[("t", "a1"), ("a1", "a2"), ("a1", "i1"), ("a2", "i2")],
    )
    assert totals(board)["rings"] == {
        "1": {"actors": 1, "ingredients": 0},
        "2": {"actors": 1, "ingredients": 1},
        "3": {"actors": 0, "ingredients": 1},
    }


def test_an_ingredient_on_a_seat_counts_there():
    board = cloth(slips=("i1",), seats=("s1", "s2"))
    board = replace(board, ingredients={"i1": Ingredient("i1", "", "s2")})
    assert totals(board)["coverage_per_seat"] == {"s1": [0, 0], "s2": [0, 1]}
