"""Every kind of value, and everything that is not of it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.schema import TEXT_LIMIT, Kind, Pen
from board.values import Gone, UnfitError, fit, too_long
from tests.builders.anything import anything


def unfit(kind: Kind, value: object) -> bool:
    try:
        fit(kind, value)
    except UnfitError:
        return True
    return False


@pytest.mark.parametrize("kind", Kind)
def test_null_is_always_allowed_and_stays_null(kind):
    assert fit(kind, None) is None


@given(kind=st.sampled_from(Kind), value=anything())
def test_a_value_fits_or_is_unfit_and_nothing_else(kind, value):
    unfit(kind, value)


@given(kind=st.sampled_from(Kind), value=anything())
def test_fitting_twice_is_fitting_once(kind, value):
    if kind is not Kind.GONE and not unfit(kind, value):
        fitted = fit(kind, value)
        assert fit(kind, fitted) == fitted


def test_a_text_comes_out_in_nfc():
    assert fit(Kind.TEXT, "cafe\u0301") == "café"


def test_a_half_surrogate_becomes_the_sign_for_a_lost_character():
    assert fit(Kind.TEXT, "a\ud83d") == "a\ufffd"


def test_two_halves_that_belong_together_become_one_character():
    assert fit(Kind.TEXT, "\ud83d\ude00") == "😀"


def test_a_text_over_the_limit_keeps_every_word():
    words = "x" * (TEXT_LIMIT + 1)
    assert fit(Kind.TEXT, words) == words
    assert too_long(words)


@pytest.mark.parametrize("value", ["a", "0" * 32, "k3j2h1"])
def test_an_id_is_of_small_letters_and_digits(value):
    assert fit(Kind.ID, value) == value


@pytest.mark.parametrize("value", ["", "A", "a b", "a\n", "é", "0" * 33, "a~b", 7, ["a"]])
def test_anything_else_is_no_id(value):
    assert unfit(Kind.ID, value)


def test_a_whole_number_and_its_float_are_the_same_number():
    assert fit(Kind.NUMBER, 90) == fit(Kind.NUMBER, 90.0)


def test_minus_zero_is_zero():
    assert math.copysign(1, fit(Kind.NUMBER, -0.0)) == 1


@pytest.mark.parametrize(
    "value", [math.nan, math.inf, -math.inf, 1e300, 10**400, 1_000_001, True, "1", [1]]
)
def test_what_is_not_a_number_within_the_limit_is_unfit(value):
    assert unfit(Kind.NUMBER, value)


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ([240.0, 1130.0], (240, 1130)),
        ([0.5, 1.5], (1, 2)),
        ([-0.5, -1.5], (0, -1)),
        ((1, 2), (1, 2)),
    ],
)
def test_a_point_is_in_whole_millimetres_and_a_half_goes_up(value, point):
    assert fit(Kind.POINT, value) == point


@pytest.mark.parametrize("value", [[1], [1, 2, 3], [1, None], [True, 2], {"x": 1}, "12", [1e9, 0]])
def test_what_is_not_two_numbers_is_no_point(value):
    assert unfit(Kind.POINT, value)


@pytest.mark.parametrize(
    "value",
    ["2025-01-10", "2024-02-29", "2025-01-10T15:30", "2025-01-10T15:30:00.000Z",
     "2025-01-10T15:30:00+01:00"],
)  # fmt: skip
def test_a_date_is_a_day_with_or_without_a_time(value):
    assert fit(Kind.DATE, value) == value


@pytest.mark.parametrize(
    "value",
    ["", "volgende week", "2025-02-30", "20250110", "2025-W01-1", "2025-01-10 15:30",
     "2025-01-10T25:00", "0000-01-01", "२०२५-01-10", 20250110],
)  # fmt: skip
def test_what_names_no_day_is_no_date(value):
    assert unfit(Kind.DATE, value)


def test_pens_keep_their_order_and_come_once():
    assert fit(Kind.PENS, ["blue", "black", "blue"]) == (Pen.BLUE, Pen.BLACK)


@pytest.mark.parametrize("value", ["blue", ["blue", "gold"], [["blue"]], ["blue"] * 100, {}])
def test_what_is_not_a_list_of_pens_is_unfit(value):
    assert unfit(Kind.PENS, value)


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ({"by": "s1", "when": "2025-01-10", "seen": ["a1~t"]}, {"a1~t"}),
        ({"by": "s1", "when": "2025-01-10"}, set()),
        ({}, set()),
        ({"seen": "a1~t"}, set()),
        ({"seen": [1, None, ["a"], "a1~t"]}, {"a1~t"}),
    ],
)
def test_any_object_is_a_soft_delete(value, seen):
    assert fit(Kind.GONE, value) == Gone(frozenset(seen))


@pytest.mark.parametrize("value", [True, 1, "gone", ["s1"]])
def test_what_is_not_an_object_deletes_nothing(value):
    assert unfit(Kind.GONE, value)


def test_bytes_come_out_as_bytes_in_whatever_form_they_were():
    assert fit(Kind.BYTES, bytearray(b"\x01")) == fit(Kind.BYTES, memoryview(b"\x01")) == b"\x01"
