"""The pace of flushes: at once after quiet, then in proportion to what they cost."""

from server.live.pace import LEAST_SECONDS, LONGEST_SECONDS, Pace


def paced(*costs):
    """A pace after flushes of these costs, the last of which began at 10."""
    pace = Pace()
    for cost in costs:
        pace.began(0.0)
        pace.cost(cost / 4)
        pace.cost(cost * 3 / 4)
    pace.began(10.0)
    return pace


def test_the_first_flush_is_due_at_once():
    assert Pace().due() <= 0


def test_after_a_quiet_time_a_flush_is_due_at_once():
    pace = paced(*[0.001] * 50)
    assert pace.due() < 11.0


def test_a_cheap_room_flushes_again_sooner_than_a_dear_one():
    cheap, dear = paced(*[0.0008] * 50), paced(*[0.002] * 50)
    assert 10.0 < cheap.due() < dear.due() < 10.0 + LONGEST_SECONDS


def test_flushes_take_a_seventh_of_the_time_at_most():
    assert abs(paced(*[0.001] * 50).due() - 10.006) < 0.0001


def test_a_room_whose_flushes_cost_nothing_still_lets_a_little_gather():
    assert paced(*[0.0] * 50).due() == 10.0 + LEAST_SECONDS


def test_nobody_waits_longer_than_the_longest_pause():
    pace = paced(*[5.0] * 50)
    assert pace.due() == 10.0 + LONGEST_SECONDS


def test_one_dear_flush_does_not_set_the_pace():
    pace = paced(*[0.0001] * 50, 0.002)
    assert pace.due() < 10.0 + LONGEST_SECONDS / 2
