"""The writer: commits together what came together, and says the truth when a commit fails."""

import asyncio
import tempfile
from pathlib import Path

import pytest

from server.store.database import migrate
from server.store.writer import Overtaken, StoreAway
from tests.builders.stores import DEADLINE_SECONDS, an_append, opened, rows, run, writing_to
from tests.builders.trouble import breaking_line, small_disk

MANY = 50


async def numbers(database):
    return [seq for (seq,) in await rows(database, "SELECT seq FROM updates ORDER BY seq")]


async def back(writer):
    """Wait until the store takes writes again."""
    heard = asyncio.Event()
    writer.on_back(heard.set)
    async with asyncio.timeout(DEADLINE_SECONDS):
        while writer.away:
            await heard.wait()


async def test_appends_are_durable_in_the_order_in_which_they_came(url):
    async with opened(url, "b1") as database, writing_to(database) as writer:
        seqs = [writer.append(an_append(bytes([n]))) for n in range(MANY)]
        assert await asyncio.gather(*seqs) == list(range(1, MANY + 1))
        found = await rows(database, "SELECT payload FROM updates ORDER BY seq")
        assert found == [(bytes([n]),) for n in range(MANY)]


async def test_what_came_during_a_commit_goes_together_into_the_next(url):
    async with opened(url, "b1", "b2") as database, writing_to(database) as writer:
        first = writer.append(an_append())
        await asyncio.sleep(0)  # the first commit begins, alone
        rest = [writer.append(an_append(board=board)) for board in ("b1", "b2") * MANY]
        await asyncio.gather(first, *rest)
        found = await rows(database, "SELECT at, count(*) FROM updates GROUP BY at ORDER BY at")
        assert [count for _, count in found] == [1, 2 * MANY]


async def test_closing_writes_what_was_given_before(url):
    async with opened(url, "b1") as database:
        async with writing_to(database) as writer:
            seq = writer.append(an_append())
        assert seq.result() == 1


async def test_a_closed_writer_takes_nothing(url):
    async with opened(url, "b1") as database:
        async with writing_to(database) as writer:
            pass
        with pytest.raises(StoreAway):
            await writer.append(an_append())


async def test_an_append_of_another_epoch_is_overtaken_and_so_is_what_follows(url):
    async with opened(url, "b1") as database, writing_to(database) as writer:
        old, new = writer.append(an_append(epoch=2)), writer.append(an_append())
        with pytest.raises(Overtaken):
            await old
        with pytest.raises(Overtaken):
            await new
        with pytest.raises(StoreAway):
            await writer.append(an_append())
        assert await numbers(database) == []


async def test_after_a_failure_a_board_waits_until_its_room_resumes(url):
    async with opened(url, "b1", "b2") as database, writing_to(database) as writer:
        with pytest.raises(Overtaken):
            await writer.append(an_append(epoch=2))
        assert await writer.append(an_append(board="b2")) == 1
        writer.resume("b1")
        assert await writer.append(an_append()) == 1


async def test_who_gave_up_waiting_does_not_disturb_the_others(url):
    async with opened(url, "b1") as database, writing_to(database) as writer:
        gone, stays = writer.append(an_append()), writer.append(an_append())
        gone.cancel()
        assert await stays == 2


async def test_a_full_disk_loses_nothing_and_freed_takes_writes_again(tmp_path):
    with small_disk(tmp_path) as disk:
        url = f"sqlite+aiosqlite:///{disk.folder / 'tafelkleed.db'}"
        await migrate(url)
        async with opened(url, "b1") as database, writing_to(database) as writer:
            assert await writer.append(an_append(bytes(1000))) == 1
            disk.fill()
            with pytest.raises(StoreAway):
                await writer.append(an_append(bytes(500_000)))
            assert writer.away
            with pytest.raises(StoreAway):
                await writer.append(an_append())
            disk.free()
            await back(writer)
            writer.resume("b1")
            assert await writer.append(an_append(bytes(500_000))) == 2
            assert await numbers(database) == [1, 2]


async def test_a_locked_file_is_waited_for_and_written_to_again(sqlite_url):
    async with opened(f"{sqlite_url}?timeout=0.05", "b1") as database, writing_to(database) as w:
        async with database.write():
            with pytest.raises(StoreAway):
                await w.append(an_append())
        await back(w)
        w.resume("b1")
        assert await w.append(an_append()) == 1


async def test_a_database_that_goes_and_comes_back_is_written_to_again(postgres, postgres_url):
    async with opened(postgres_url, "b1") as database, writing_to(database) as writer:
        assert await writer.append(an_append()) == 1
        postgres.stop()
        try:
            with pytest.raises(StoreAway):
                await writer.append(an_append())
        finally:
            postgres.start()
        await back(writer)
        writer.resume("b1")
        assert await writer.append(an_append()) == 2
        assert await numbers(database) == [1, 2]


@pytest.fixture
def short_folder():
    """A folder whose sockets have short enough names."""
    with tempfile.TemporaryDirectory(prefix="line-", dir="/tmp") as folder:
        yield Path(folder)


async def test_a_commit_that_came_through_unheard_is_not_written_twice(postgres_url, short_folder):
    async with (
        breaking_line(postgres_url, short_folder) as (url, line),
        opened(url, "b1") as database,
        writing_to(database) as writer,
    ):
        await writer.append(an_append(b"a"))
        line.break_at_commit("after")
        assert await writer.append(an_append(b"b")) == 2
        await back(writer)
        assert await writer.append(an_append(b"c")) == 3
        assert await numbers(database) == [1, 2, 3]


async def test_a_commit_that_did_not_come_through_fails(postgres_url, short_folder):
    async with (
        breaking_line(postgres_url, short_folder) as (url, line),
        opened(url, "b1") as database,
        writing_to(database) as writer,
    ):
        await writer.append(an_append(b"a"))
        line.break_at_commit("before")
        with pytest.raises(StoreAway):
            await writer.append(an_append(b"b"))
        assert await numbers(database) == [1]
        writer.resume("b1")
        assert await writer.append(an_append(b"b")) == 2


async def test_a_store_that_is_away_at_the_end_does_not_keep_the_writer_from_ending(sqlite_url):
    async with opened(f"{sqlite_url}?timeout=0.05", "b1") as database, database.write():
        async with asyncio.timeout(DEADLINE_SECONDS), writing_to(database) as writer:
            with pytest.raises(StoreAway):
                await writer.append(an_append())
        assert writer.away


async def test_a_board_that_is_gone_fails_alone(url):
    async with opened(url, "b1", "b2") as database, writing_to(database) as writer:
        await run(database, "DELETE FROM boards WHERE id = 'b1'")
        gone, stays = writer.append(an_append()), writer.append(an_append(board="b2"))
        assert await stays == 1
        with pytest.raises(Overtaken):
            await gone
