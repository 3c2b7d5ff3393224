"""The contract of a log, kept by SQLite and by PostgreSQL alike."""

import asyncio

import pytest
from sqlalchemy import select

from server.store.log import Head, LogFault, number
from server.store.tables import updates
from tests.builders.stores import NOW, an_append, logging_to, opened, rows, run

BOTH = ("b1", "b2")


async def heads(database):
    return dict(await rows(database, "SELECT id, head FROM boards"))


async def test_the_rows_of_a_board_are_numbered_from_one(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        assert await log.write([an_append(b"a"), an_append(b"b")], NOW) == (1, 2)
        assert await log.write([an_append(b"c")], NOW) == (3,)
        query = "SELECT seq, payload FROM updates ORDER BY seq"
        assert await rows(database, query) == [(1, b"a"), (2, b"b"), (3, b"c")]


async def test_each_board_has_its_own_numbers(url):
    async with opened(url, *BOTH) as database, logging_to(database) as log:
        batch = [an_append(board=board) for board in ("b1", "b2", "b1")]
        assert await log.write(batch, NOW) == (1, 1, 2)


async def test_the_head_goes_with_the_rows(url):
    async with opened(url, *BOTH) as database, logging_to(database) as log:
        await log.write([an_append(), an_append()], NOW)
        assert await heads(database) == {"b1": 2, "b2": 0}


async def test_a_row_tells_who_wrote_it_and_when(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        await log.write([an_append(participants=("ann", "bob"))], NOW)
        async with database.read() as connection:
            found = (await connection.execute(select(updates))).one()
    assert (found.participants, found.at, found.epoch) == ("ann bob", NOW, 1)


async def test_a_board_is_in_use_since_its_last_row(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        later = NOW.replace(year=2031)
        await log.write([an_append()], later)
        assert str((await rows(database, "SELECT used_at FROM boards"))[0][0]).startswith("2031")


@pytest.mark.parametrize("lost", [an_append(epoch=2), an_append(board="nowhere")])
async def test_an_append_from_another_epoch_or_to_no_board_is_left_out_alone(url, lost):
    async with opened(url, *BOTH) as database, logging_to(database) as log:
        assert await log.write([lost, an_append(board="b2")], NOW) == (None, 1)
        assert await heads(database) == {"b1": 0, "b2": 1}


async def test_an_append_to_a_board_that_was_renewed_since_the_last_one_is_left_out_alone(url):
    async with opened(url, *BOTH) as database, logging_to(database) as log:
        await log.write([an_append(board=board) for board in BOTH], NOW)
        await run(database, "UPDATE boards SET epoch = 2 WHERE id = 'b1'")
        assert await log.write([an_append(), an_append(board="b2")], NOW) == (None, 2)
        assert await heads(database) == {"b1": 1, "b2": 2}


async def test_a_log_that_another_process_wrote_to_goes_on_from_there(url):
    async with (
        opened(url, "b1") as database,
        logging_to(database) as log,
        logging_to(database) as other,
    ):
        assert await log.write([an_append(b"a")], NOW) == (1,)
        assert await other.write([an_append(b"b")], NOW) == (2,)
        assert await log.write([an_append(b"c")], NOW) == (3,)
        query = "SELECT payload FROM updates ORDER BY seq"
        assert await rows(database, query) == [(b"a",), (b"b",), (b"c",)]


@pytest.mark.parametrize("count", [2, 3, 5, 64, 300])
async def test_a_batch_of_many_rows_reads_back_in_order(url, count):
    async with opened(url, *BOTH) as database, logging_to(database) as log:
        await log.write([an_append(board=board) for board in BOTH], NOW)
        batch = [an_append(b"%d" % n, board=BOTH[n % 2]) for n in range(count)]
        assert await log.write(batch, NOW) == tuple(2 + n // 2 for n in range(count))
        query = "SELECT payload FROM updates WHERE seq > 1 ORDER BY board, seq"
        evens, odds = range(0, count, 2), range(1, count, 2)
        assert await rows(database, query) == [(b"%d" % n,) for n in (*evens, *odds)]
        assert sum((await heads(database)).values()) == count + 2


def test_after_an_append_that_is_left_out_none_of_its_board_is_written():
    """What follows may build on it."""
    batch = [an_append(board=board) for board in ("b1", "b1", "b2")]
    heads = {"b1": Head(1, 5), "b2": Head(1, 5)}
    assert number(batch, heads, [False, True, True]) == (None, None, 6)


async def test_a_client_id_belongs_to_the_participant_who_used_it_first(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        assert await log.write([an_append(bindings={7: "ann"})], NOW) == (1,)
        assert await log.write([an_append(bindings={7: "bob"})], NOW) == (None,)
        assert await log.write([an_append(bindings={7: "ann"})], NOW) == (2,)
        query = "SELECT client, participant FROM clients"
        assert await rows(database, query) == [(7, "ann")]


async def test_the_same_client_id_may_be_used_at_two_boards(url):
    async with opened(url, *BOTH) as database, logging_to(database) as log:
        batch = [an_append(bindings={7: "ann"}), an_append(board="b2", bindings={7: "bob"})]
        assert await log.write(batch, NOW) == (1, 1)


async def test_the_largest_client_id_of_yjs_fits(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        assert await log.write([an_append(bindings={2**53 - 1: "ann"})], NOW) == (1,)


async def test_a_log_says_which_batch_it_holds(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        batch = [an_append(b"a"), an_append(b"b")]
        outcomes = await log.write(batch, NOW)
        assert await log.holds(batch, outcomes)
        assert not await log.holds([an_append(b"x"), an_append(b"y")], outcomes)
        assert not await log.holds([an_append(b"c")], (3,))


async def test_a_probe_writes_no_row(url):
    async with opened(url, "b1") as database, logging_to(database) as log:
        await log.probe("b1", NOW)
        assert await heads(database) == {"b1": 0}


async def test_a_log_goes_on_after_a_fault(url):
    """A batch that cannot be written is not written in part, and the next one can be."""
    async with opened(url, "b1") as database, logging_to(database) as log:
        await run(database, "DROP TABLE clients")
        with pytest.raises(LogFault) as fault:
            await log.write([an_append(bindings={1: "ann"})], NOW)
        assert fault.value.outcomes is None
        assert await log.write([an_append()], NOW) == (1,)


async def test_a_locked_sqlite_file_is_a_fault_and_not_for_ever(sqlite_url):
    async with opened(f"{sqlite_url}?timeout=0.05", "b1") as database, logging_to(database) as log:
        async with database.write():
            with pytest.raises(LogFault, match="locked"):
                await log.write([an_append()], NOW)
        assert await log.write([an_append()], NOW) == (1,)


async def test_an_sqlite_file_that_is_gone_is_not_made_anew(sqlite_url, tmp_path):
    async with opened(sqlite_url) as database, logging_to(database) as log:
        (tmp_path / "tafelkleed.db").rename(tmp_path / "elsewhere.db")
        with pytest.raises(LogFault):
            await log.write([an_append()], NOW)
        assert not (tmp_path / "tafelkleed.db").exists()


async def test_two_instances_on_one_postgres_never_give_a_number_twice(postgres_url):
    async with (
        opened(postgres_url, *BOTH) as database,
        logging_to(database) as one,
        logging_to(database) as other,
    ):
        batches = [[an_append(board=b) for b in order] for order in (BOTH, BOTH[::-1])]
        found = await asyncio.gather(
            *(log.write(batch, NOW) for log, batch in zip((one, other), batches, strict=True))
        )
        assert sorted(found) == [(1, 1), (2, 2)]
        assert await heads(database) == {"b1": 2, "b2": 2}
