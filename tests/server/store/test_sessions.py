"""The kept session: changed by one at a time."""

import asyncio

import pytest

from server.store import sessions
from server.store.updates import UnknownBoard
from tests.builders.stores import opened, rows


async def test_a_session_is_replaced_by_what_is_made_of_it(url):
    async with opened(url, "b1", "b2") as database:
        assert await sessions.change(database, "b1", lambda before: before + " ") == "{} "
        found = await rows(database, "SELECT id, session FROM boards ORDER BY id")
        assert found == [("b1", "{} "), ("b2", "{}")]


async def test_no_change_of_a_session_is_lost_when_several_come_at_once(url):
    async with opened(url, "b1") as database:
        letters = "abcdef"
        await asyncio.gather(
            *(sessions.change(database, "b1", lambda before, x=x: before + x) for x in letters)
        )
        found = (await rows(database, "SELECT session FROM boards"))[0][0]
        assert sorted(found.removeprefix("{}")) == list(letters)


async def test_a_board_that_is_not_there_has_no_session(url):
    async with opened(url) as database:
        with pytest.raises(UnknownBoard):
            await sessions.change(database, "b1", str)
