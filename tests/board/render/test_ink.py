"""Felt-tip ink: packed points as the browser packs them."""

from hypothesis import given
from hypothesis import strategies as st

from board.model import Stroke
from board.render.ink import covered, stroke_path, unpacked


def packed(points):
    """Pack points as frontend/src/model/ink.ts does."""
    out, (x, y) = bytearray(), (0, 0)
    for px, py in points:
        for step in (px - x, py - y):
            rest = -2 * step - 1 if step < 0 else 2 * step
            while rest > 127:
                out.append(rest % 128 + 128)
                rest //= 128
            out.append(rest)
        x, y = px, py
    return bytes(out)


@given(st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000)), max_size=30))
def test_points_come_back_in_millimetres(points):
    assert list(unpacked(packed(points))) == [(x / 4, y / 4) for x, y in points]


@given(st.binary(max_size=60))
def test_any_bytes_give_some_points_and_never_an_error(data):
    assert all(abs(x) < 1_100_000 and abs(y) < 1_100_000 for x, y in unpacked(data))


def test_a_stroke_without_points_draws_nothing():
    assert (stroke_path(Stroke("x", "s1", b"")), covered(Stroke("x", "s1", b""))) == ("", [])


def test_a_single_point_is_a_dot():
    assert 'd="M1 2 1 2"' in stroke_path(Stroke("x", "s1", packed([(4, 8)])))
