"""Seats around the cloth, their rims, and the places in the rows."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.geometry import Outline
from board.rim import CORNER, REACH, ROW, rim_spots, rims, seat_angles
from board.schema import SEAT_LIMIT, Shape

LONG = Outline(Shape.RECTANGLE, 2400, 1200)
SQUARE = Outline(Shape.RECTANGLE, 1500, 1500)
ROUND = Outline(Shape.ROUND, 1800, 1800)


def table(outline: Outline, seats: int) -> dict[str, float]:
    return {f"s{n}": angle for n, angle in enumerate(seat_angles(outline, seats))}


@pytest.mark.parametrize(
    ("seats", "angles"),
    [
        (1, [0]),
        (2, [0, 180]),
        (3, [0, 90, 180]),
        (4, [0, 90, 180, 270]),
        (5, [30, 90, 180, 270, 330]),
        (6, [30, 90, 150, 210, 270, 330]),
    ],
)
def test_seats_go_to_the_side_with_most_room(seats, angles):
    assert seat_angles(LONG, seats) == angles


def test_seats_at_a_round_cloth_are_even():
    assert seat_angles(ROUND, 5) == [0, 72, 144, 216, 288]


@pytest.mark.parametrize("outline", [LONG, SQUARE, ROUND])
@pytest.mark.parametrize("seats", range(1, SEAT_LIMIT + 1))
def test_no_two_slips_of_a_full_table_lie_on_each_other(outline, seats):
    spots = [
        spot for rim in rims(outline, table(outline, seats)).values() for spot in rim_spots(rim, 3)
    ]
    assert min(hypot(a - c, b - d) for (a, b), (c, d) in combinations(spots, 2)) > ROW * 0.7


def test_the_first_slip_lies_before_its_writer():
    assert rim_spots(rims(LONG, {"s1": 0})["s1"], 1) == [(1200, 1140)]


def test_a_row_fills_from_the_middle_outward():
    spots = rim_spots(rims(LONG, {"s1": 0})["s1"], 5)
    assert [abs(x - 1200) for x, _ in spots] == [0, 226, 226, 452, 452]


def test_a_full_rim_grows_outward_beyond_the_edge():
    spots = rim_spots(rims(LONG, table(LONG, 6))["s0"], 100)
    assert max(y for _, y in spots) > LONG.height
    assert len(set(spots)) == 100


def test_no_rim_is_longer_than_an_arm_reaches():
    assert rims(LONG, {"s1": 0})["s1"].length == pytest.approx(REACH)


@pytest.mark.parametrize("seats", range(1, SEAT_LIMIT + 1))
def test_a_rim_of_a_rectangle_keeps_to_its_side(seats):
    for rim in rims(LONG, table(LONG, seats)).values():
        for x, y in rim_spots(rim, 1):
            assert CORNER < x < LONG.width - CORNER
            assert CORNER < y < LONG.height - CORNER


@given(
    angles=st.dictionaries(st.sampled_from("abcdef"), st.floats(-1000, 1000), min_size=1),
    outline=st.sampled_from([LONG, SQUARE, ROUND, Outline(Shape.RECTANGLE, 1, 1)]),
)
def test_every_seat_has_places_wherever_it_stands(angles, outline):
    for rim in rims(outline, angles).values():
        spots = rim_spots(rim, 9)
        assert all(isinstance(part, int) for spot in spots for part in spot)
        assert len(spots) == 9
