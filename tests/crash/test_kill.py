"""Whatever was acknowledged before a kill -9 is there after it."""

import random

import pytest

from tests.crash.kill import run

CYCLES = 10


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_server_is_killed(url, tmp_path):
    outcome = run(tmp_path, url, CYCLES, random.Random(1))
    assert outcome.acknowledged > 0
    assert (outcome.lost, outcome.differing) == ([], [])
