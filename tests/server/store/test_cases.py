"""Updates that broke something are kept, and boards that do so again and again are shut."""

from datetime import timedelta

import pytest

from server.store import cases
from server.store.cases import Blame, Case
from server.store.updates import Quarantined, load
from tests.builders.stores import NOW, opened


async def test_a_case_is_kept_with_its_bytes_and_its_update_is_known(url):
    async with opened(url, "b1") as database:
        case = Case("b1", cases.RESET, "f" * 32, "the state vector", b"update")
        await cases.keep(database, case, NOW)
        assert await cases.of_board(database, "b1") == [case]
        assert await cases.poisons(database, "b1") == {"f" * 32}


async def test_of_a_board_only_the_newest_cases_are_kept_and_no_huge_ones(url):
    async with opened(url, "b1") as database:
        for number in range(cases.MOST_PER_BOARD + 5):
            case = Case("b1", cases.RESET, str(number), "", bytes(cases.MOST_BYTES + 1))
            await cases.keep(database, case, NOW)
        kept = await cases.of_board(database, "b1")
        assert [case.fingerprint for case in kept] == [str(n) for n in range(5, 25)]
        assert {case.payload for case in kept} == {None}


async def test_a_board_that_is_not_there_leaves_no_case(url):
    async with opened(url, "b1") as database:
        assert await cases.settle(database, [Blame("gone", "f")], NOW) == []


async def test_the_board_that_alone_was_being_read_is_shut_at_once(url):
    async with opened(url, "b1", "b2") as database:
        assert await cases.settle(database, [Blame("b1", None)], NOW) == ["b1"]
        with pytest.raises(Quarantined):
            await load(database, "b1")
        assert (await load(database, "b2")).head == 0


async def test_of_several_at_hand_none_is_shut_before_the_third_time(url):
    both = [Blame("b1", "f"), Blame("b2", None)]
    async with opened(url, "b1", "b2") as database:
        assert await cases.settle(database, both, NOW) == []
        assert await cases.settle(database, both[:1], NOW) == []
        assert await cases.settle(database, both[:1], NOW) == ["b1"]


async def test_crashes_of_another_hour_are_not_counted(url):
    async with opened(url, "b1") as database:
        for hours in range(0, 10, 2):
            at = NOW + timedelta(hours=hours)
            assert await cases.settle(database, [Blame("b1", "f")], at) == []
