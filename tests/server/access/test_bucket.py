"""Guessing is slowed down, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from server.access.bucket import Buckets, Rate

RATE = Rate(size=3, per_second=0.5)


def emptied(buckets: Buckets, key: str, now: float = 0) -> Buckets:
    for _ in range(3):
        buckets.take(key, now)
    return buckets


def test_one_may_try_as_often_as_the_bucket_is_large():
    buckets = Buckets(RATE)
    for _ in range(3):
        assert buckets.wait("a", 0) == 0
        buckets.take("a", 0)
    assert buckets.wait("a", 0) > 0


def test_an_empty_bucket_says_how_long_to_wait_and_keeps_its_word():
    buckets = emptied(Buckets(RATE), "a")
    seconds = buckets.wait("a", 0)
    assert seconds == 2
    assert buckets.wait("a", seconds - 0.01) > 0
    assert buckets.wait("a", seconds) == 0


def test_one_who_guesses_does_not_hold_up_another():
    assert emptied(Buckets(RATE), "a").wait("b", 0) == 0


def test_a_bucket_never_holds_more_than_its_size():
    buckets = Buckets(RATE)
    buckets.take("a", 0)
    assert emptied(buckets, "a", now=10_000).wait("a", 10_000) > 0


def test_a_clock_that_runs_back_fills_nothing():
    buckets = emptied(Buckets(RATE), "a", now=100)
    assert buckets.wait("a", 50) == 2


def test_buckets_take_bounded_memory():
    buckets = Buckets(RATE, most=100)
    for number in range(1000):
        buckets.take(number, number)
    assert len(buckets) <= 100


def test_making_room_forgets_the_one_who_guessed_most_last():
    buckets = emptied(Buckets(RATE, most=10), "guesser")
    for number in range(15):
        buckets.take(number, 0)
    assert buckets.wait("guesser", 0) > 0


@given(tries=st.lists(st.floats(0, 100), max_size=60).map(sorted))
def test_in_any_stretch_of_time_no_more_pass_than_size_and_filling_allow(tries):
    buckets = Buckets(RATE)
    passed = []
    for moment in tries:
        if buckets.wait("a", moment) == 0:
            buckets.take("a", moment)
            passed.append(moment)
    for first in range(len(passed)):
        for last in range(first, len(passed)):
            stretch = passed[last] - passed[first]
            assert last - first + 1 <= RATE.size + stretch * RATE.per_second + 1e-6
