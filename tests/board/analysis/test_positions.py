"""Who takes part from which position on a date."""

from dataclasses import replace

import pytest

from board.analysis.positions import active, held, inmost, position_totals
from board.analysis.settings import Settings
from board.model import Actor, Involvement
from board.schema import Basis, Position
from tests.builders.boards import cloth


def involvement(**more):
    return Involvement("a1", Position.PARTNER, **more)


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [
        (None, None, True),
        ("2025-01-10", None, True),
        ("2025-01-11", None, False),
        ("2025-01-01", "2025-01-10", False),
        ("2025-01-01", "2025-01-11", True),
    ],
)
def test_an_involvement_counts_from_its_first_day_until_its_last(since, until, counts):
    assert active(involvement(since=since, until=until), "2025-01-10T15:30:00+01:00") is counts


@pytest.mark.parametrize("basis", [Basis.EXPECTED, Basis.WISHED])
def test_what_is_wished_or_expected_is_never_observed(basis):
    assert not active(involvement(basis=basis), "2025-01-10")


def test_without_a_date_all_that_has_not_ended_counts():
    assert active(involvement(since="2999-01-01"), None)
    assert not active(involvement(until="2999-01-01"), None)


def test_a_contested_actor_holds_nothing():
    board = cloth(actors={"a1": Actor("a1", "", contested=True)})
    board = replace(board, involvements={"a1:partner": involvement()})
    assert held(board, None) == {}


def test_the_inmost_position_follows_the_order_that_was_set():
    both = (Position.PARTNER, Position.USER)
    turned = Settings(position_order={p: -n for n, p in enumerate(Position)})
    assert inmost(both, Settings()) is Position.PARTNER
    assert inmost(both, turned) is Position.USER


def test_among_equals_the_methods_order_decides():
    assert inmost((Position.SUPPLIER, Position.USER), Settings()) is Position.SUPPLIER


def test_nobody_is_counted_twice_among_the_inmost():
    found = position_totals({"a1": (Position.PARTNER, Position.USER), "a2": ()}, Settings())
    assert found["inmost"] == {
        **dict.fromkeys(map(str, Position), 0),
        "partner": 1,
        "none": 1,
    }
