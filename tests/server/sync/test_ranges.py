"""Sets of clocks as ranges, against plain sets of numbers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from server.sync.ranges import Ranges, united

RANGES = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda r: (r[0], r[0] + r[1]))
LISTS = st.lists(RANGES, max_size=12)


def clocks(ranges):
    return {clock for start, end in ranges for clock in range(start, end)}


def filled(ranges):
    out = Ranges()
    for start, end in ranges:
        out.add(start, end)
    return out


@given(ranges=LISTS)
def test_united_ranges_hold_the_same_clocks_in_order_and_apart(ranges):
    out = united(ranges)
    assert clocks(out) == clocks(ranges)
    assert all(left[1] < right[0] for left, right in pairwise(out))


@given(ranges=LISTS)
def test_a_set_holds_what_was_added(ranges):
    assert list(filled(ranges)) == united(ranges)


@given(ranges=LISTS, asked=RANGES)
def test_what_is_missing_is_what_was_asked_without_what_is_there(ranges, asked):
    missing = filled(ranges).missing(*asked)
    assert clocks(missing) == clocks([asked]) - clocks(ranges)
    assert missing == united(missing)


@given(ranges=LISTS, asked=LISTS.map(united))
def test_what_is_new_is_what_was_given_without_what_is_there(ranges, asked):
    new = filled(ranges).new_of(asked)
    assert clocks(new) == clocks(asked) - clocks(ranges)
    assert new == sorted(new)
