"""The rim: angles, sides and stretches."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.geometry import Outline, corners, facing, rim_point, stretches
from board.schema import Shape
from tests.builders.geometry import text

GOLDEN = Path(__file__).parents[1] / "golden/geometry.json"
LONG = Outline(Shape.RECTANGLE, 2400, 1200)
ROUND = Outline(Shape.ROUND, 1800, 1800)
ANGLES = st.floats(-1000, 1000)


def test_the_shared_results_are_what_the_code_gives():
    assert GOLDEN.read_text() == text()


@pytest.mark.parametrize(
    ("angle", "point"),
    [(0, (1200, 1200)), (90, (0, 600)), (180, (1200, 0)), (270, (2400, 600)), (72, (0, 960))],
)
def test_the_rim_is_walked_clockwise_from_the_middle_of_the_bottom(angle, point):
    assert rim_point(LONG, angle) == pytest.approx(point)


@pytest.mark.parametrize(
    ("angle", "point"), [(0, (900, 1800)), (90, (0, 900)), (180, (900, 0)), (270, (1800, 900))]
)
def test_a_round_cloth_is_walked_the_same_way(angle, point):
    assert rim_point(ROUND, angle) == pytest.approx(point)


@pytest.mark.parametrize("outline", [LONG, ROUND])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_inward_from_the_middle_of_a_side_is_towards_the_centre(outline, angle):
    edge, inner = rim_point(outline, angle), rim_point(outline, angle, 100)
    centre = outline.centre
    before = abs(edge[0] - centre[0]) + abs(edge[1] - centre[1])
    after = abs(inner[0] - centre[0]) + abs(inner[1] - centre[1])
    assert after == pytest.approx(before - 100)


def test_a_corner_counts_as_the_side_after_it():
    assert [facing(LONG, corner) for corner in corners(LONG)] == [90, 180, 270, 0]


@given(angle=ANGLES)
def test_every_place_on_a_rectangle_lies_on_its_rim(angle):
    x, y = rim_point(LONG, angle)
    assert min(abs(x), abs(x - 2400), abs(y), abs(y - 1200)) < 1e-6
    assert -1e-6 <= x <= 2400 + 1e-6
    assert -1e-6 <= y <= 1200 + 1e-6


@given(angle=ANGLES, step=st.floats(0, 20))
def test_equal_angles_walk_equal_stretches_of_a_straight_side(angle, step):
    if facing(LONG, angle) == facing(LONG, angle + step):
        (x, y), (u, v) = rim_point(LONG, angle), rim_point(LONG, angle + step)
        assert abs(x - u) + abs(y - v) == pytest.approx(step / 360 * 7200, abs=1e-6)


@given(angles=st.dictionaries(st.sampled_from("abcdefgh"), ANGLES, min_size=1))
def test_the_stretches_cover_the_whole_rim_once(angles):
    spans = sorted(stretches(angles).values())
    assert sum(end - start for start, end in spans) == pytest.approx(360)
    assert all(a[1] == pytest.approx(b[0]) for a, b in pairwise(spans))


def test_no_seats_have_no_stretches():
    assert stretches({}) == {}
