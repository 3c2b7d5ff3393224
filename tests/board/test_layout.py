"""Where slips and schakels come to lie when nobody has put them anywhere."""

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.geometry import Outline
from board.layout import CONNECTOR_RADIUS, laid_out, ring_spots
from board.schema import Shape
from tests.builders.boards import boards, cloth, example

LONG = Outline(Shape.RECTANGLE, 2400, 1200)
ROUND = Outline(Shape.ROUND, 1800, 1800)


@given(board=boards())
def test_after_laying_out_everything_on_the_cloth_has_a_place(board):
    laid = laid_out(board)
    assert all(slip.at is not None for slip in laid.ingredients.values())
    assert all(actor.at is not None for actor in laid.actors.values() if actor.on_cloth)


@given(board=boards())
def test_laying_out_moves_nothing_that_has_a_place(board):
    laid = laid_out(board)
    for name in ("ingredients", "actors"):
        for key, before in getattr(board, name).items():
            assert before.at in (None, getattr(laid, name)[key].at)


@given(board=boards())
def test_laying_out_twice_is_laying_out_once(board):
    assert laid_out(laid_out(board)) == laid_out(board)


@given(board=boards())
def test_laying_out_changes_nothing_but_places(board):
    laid = laid_out(board)
    slips = {k: replace(i, at=board.ingredients[k].at) for k, i in laid.ingredients.items()}
    actors = {k: replace(a, at=board.actors[k].at) for k, a in laid.actors.items()}
    assert replace(laid, ingredients=slips, actors=actors) == board


def test_slips_lie_before_their_own_seat():
    board = laid_out(cloth(slips=["i1", "i2", "i3"]))
    assert [slip.at for slip in board.ingredients.values()] == [
        (1200, 1140), (974, 1140), (1426, 1140)
    ]  # fmt: skip


@pytest.mark.parametrize("outline", [LONG, ROUND])
@pytest.mark.parametrize("number", range(1, 19))
def test_schakels_on_one_ring_do_not_touch(outline, number):
    spots = ring_spots(outline, {f"a{n}": (n * 100, n * 37 % 500) for n in range(number)})
    gaps = [hypot(a - c, b - d) for (a, b), (c, d) in combinations(spots.values(), 2)]
    assert min(gaps, default=1000) >= 2 * CONNECTOR_RADIUS


def test_a_schakel_lies_on_the_side_of_its_ingredients():
    spots = ring_spots(LONG, {"left": (60, 600), "right": (2340, 600), "top": (1200, 60)})
    assert spots["left"][0] < 1000
    assert spots["right"][0] > 1400
    assert spots["top"][1] < 500


@given(number=st.integers(0, 200))
def test_any_number_of_schakels_gets_as_many_places(number):
    spots = ring_spots(LONG, {f"a{n}": (n, n) for n in range(number)})
    assert len(spots) == number


def test_the_slips_and_schakels_of_the_worked_example_lie_apart():
    board = example().board
    slips = [slip.at for slip in board.ingredients.values()]
    schakels = [actor.at for actor in board.actors.values() if actor.on_cloth]
    apart = [hypot(a - c, b - d) for a, b in schakels for c, d in slips]
    assert min(apart) > CONNECTOR_RADIUS + 30
