"""Places in rings and labels in a stack."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.analysis.structure import Source, structure
from board.render.rings import ACTOR_RADIUS, place, rings_of, stacked
from tests.builders.fabrics import fabrics


@given(st.lists(st.tuples(st.integers(-500, 500), st.integers(10, 60)), max_size=20))
def test_no_label_lies_over_another(labels):
    wanted = [goal for goal, _ in sorted(labels)]
    heights = [height for _, height in sorted(labels)]
    middles = stacked(wanted, heights)
    for (one, first), (other, second) in pairwise(zip(middles, heights, strict=True)):
        assert other - one >= (first + second) / 2 - 1e-6


def test_labels_with_room_stay_where_they_are_wanted():
    assert stacked([0, 100, 250], [20, 20, 20]) == [0, 100, 250]


def test_labels_that_crowd_share_the_shift():
    assert stacked([0, 0], [20, 20]) == [-10, 10]


@given(fabrics())
def test_every_reachable_ingredient_and_actor_has_a_place(board):
    found = structure(board, Source())
    rings = rings_of(found)
    near = {key for key, actor in found["actors"].items() if actor["distance"] is not None}
    assert rings.actors.keys() == near
    states = {key: i["state"] for key, i in found["ingredients"].items()}
    assert rings.ingredients.keys() >= {k for k, s in states.items() if s in ("carried", "single")}


@given(fabrics())
def test_schakels_on_one_ring_do_not_overlap(board):
    found = structure(board, Source())
    rings = rings_of(found)
    for distance, radius in rings.radii.items():
        on_it = [k for k in rings.actors if found["actors"][k]["distance"] == distance]
        places = [place(rings.actors[key], radius) for key in on_it]
        apart = [hypot(a[0] - b[0], a[1] - b[1]) for a in places for b in places if a is not b]
        assert min(apart, default=999) >= 2 * ACTOR_RADIUS


def test_the_top_comes_first():
    assert place(0, 10) == pytest.approx((0, -10))
