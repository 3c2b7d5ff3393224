"""Boards in the store, on SQLite and PostgreSQL alike."""

import pytest
from pycrdt import Doc
from sqlalchemy.exc import IntegrityError

from board.document import read
from board.edits import empty_board
from server.api.foundation import first_update
from server.store import boards, updates
from server.store.boards import BoardRecord
from tests.builders.stores import NOW, an_append, logging_to, opened, rows

LATER = NOW.replace(year=2031)


def record(board="b1", **more) -> BoardRecord:
    values = {
        "title": "Avond 1",
        "purpose": "voor de wijk",
        "keep_days": 30,
        "created_at": NOW,
        "used_at": NOW,
    }
    return BoardRecord(id=board, **{**values, **more})


async def made(database, *names):
    async with database.write() as connection:
        for name in names:
            await boards.create(connection, record(name), first_update(empty_board("Zorg", 3)))


async def test_a_board_is_found_as_it_was_made(url):
    async with opened(url) as database:
        await made(database, "b1")
        async with database.read() as connection:
            assert await boards.find(connection, "b1") == record("b1")
            assert await boards.find(connection, "b2") is None


async def test_what_a_board_is_born_with_is_the_first_row_of_its_log(url):
    async with opened(url) as database:
        await made(database, "b1")
        stored = await updates.load(database, "b1")
        doc = Doc()
        for update in stored.doc_updates:
            doc.apply_update(update)
        assert stored.head == 1
        assert read(doc).board == empty_board("Zorg", 3)


async def test_the_id_a_birth_was_written_under_is_nobody_elses(url):
    async with opened(url) as database:
        first = first_update(empty_board("Zorg", 3))
        async with database.write() as connection:
            await boards.create(connection, record(), first)
        stored = await updates.load(database, "b1")
        assert stored.bindings == {first.client: "server"}


async def test_a_board_is_made_once(url):
    async with opened(url) as database:
        await made(database, "b1")
        with pytest.raises(IntegrityError):
            await made(database, "b1")


async def test_boards_are_listed_last_used_first(url):
    async with opened(url) as database:
        await made(database, "b1", "b2")
        async with database.write() as connection:
            await boards.touch(connection, "b1", LATER)
        async with database.read() as connection:
            assert [one.id for one in await boards.all_boards(connection)] == ["b1", "b2"]


async def test_own_cloths_go_with_a_board_and_others_that_came_of_it_stay(url):
    async with opened(url) as database:
        await made(database, "b1")
        own = record("b2", parent="b1", parent_participant="p1")
        invited = record("b3", parent="b1", parent_actor="a1")
        async with database.write() as connection:
            for one in (own, invited):
                await boards.create(connection, one, first_update(empty_board("Zorg", 1)))
            assert await boards.own_cloth(connection, "b1", "p1") == own
            assert await boards.children(connection, "b1") == [own, invited]
            assert await boards.erase(connection, record("b1"))
            assert await boards.all_boards(connection) == [record("b3")]


async def test_using_ones_own_cloth_is_using_the_one_beside_it(url):
    async with opened(url) as database:
        await made(database, "b1")
        async with database.write() as connection:
            for one in (
                record("b2", parent="b1", parent_participant="p1"),
                record("b3", parent="b1", parent_actor="a1"),
            ):
                await boards.create(connection, one, first_update(empty_board("Zorg", 1)))
            await boards.touch(connection, "b3", LATER)
            assert (await boards.find(connection, "b1")).used_at == NOW
            await boards.touch(connection, "b2", LATER)
            assert (await boards.find(connection, "b1")).used_at == LATER


async def test_what_is_not_changed_stays(url):
    async with opened(url) as database:
        await made(database, "b1")
        async with database.write() as connection:
            await boards.change(connection, "b1", {"title": "Avond 2"})
            await boards.change(connection, "b1", {})
        async with database.read() as connection:
            assert await boards.find(connection, "b1") == record("b1", title="Avond 2")


async def test_a_board_is_erased_with_all_that_belongs_to_it(url):
    async with opened(url) as database:
        await made(database, "b1", "b2")
        async with database.write() as connection:
            assert await boards.erase(connection, record("b1"))
        assert await rows(database, "SELECT DISTINCT board FROM updates") == [("b2",)]
        assert await rows(database, "SELECT board FROM clients") == [("b2",)]


async def test_a_board_that_was_used_meanwhile_is_not_erased(url):
    async with opened(url) as database:
        await made(database, "b1")
        async with database.write() as connection:
            await boards.touch(connection, "b1", LATER)
            assert not await boards.erase(connection, record("b1"))
            assert await boards.find(connection, "b1") is not None


async def test_a_moment_is_the_same_whether_the_log_or_another_wrote_it(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        await log.write([an_append()], LATER)
        async with database.write() as connection:
            written = await boards.find(connection, "b1")
            assert written.used_at == LATER
            assert await boards.erase(connection, written)
