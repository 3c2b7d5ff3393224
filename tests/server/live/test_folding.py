"""When a log is folded, and that a fold which does not go leaves everything as it was."""

import asyncio

import pytest

from server.live.folding import PATIENCE, ROWS, SIZE, Folder, is_left_behind, is_long, is_overlong
from server.live.tail import Tail
from server.store import updates
from tests.builders.stores import NOW, Pen, an_append, logging_to, opened, rows, run

TEN_MIB = 10 * 1024 * 1024


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (Tail(1, 1, rows=ROWS, size=SIZE), False),
        (Tail(1, 1, rows=ROWS + 1, size=1), True),
        (Tail(1, 1, rows=1, size=SIZE + 1), True),
        (Tail(1, 1, rows=1, size=SIZE + 1, checkpoint_size=TEN_MIB), False),
        (Tail(1, 1, rows=1, size=TEN_MIB + 1, checkpoint_size=TEN_MIB), True),
    ],
)
def test_a_tail_is_long_by_rows_or_by_bytes_beyond_what_the_board_holds(tail, expected):
    assert is_long(tail) is expected


def test_a_tail_that_grows_for_very_long_is_not_left_until_it_is_quiet():
    assert not is_overlong(Tail(1, 1, rows=ROWS + 1))
    assert is_overlong(Tail(1, 1, rows=PATIENCE * ROWS + 1))


def test_a_board_that_was_hardly_touched_is_left_as_it_is():
    assert not is_left_behind(Tail(1, 1, rows=3))
    assert is_left_behind(Tail(1, 1, rows=300))


def test_a_tail_knows_what_a_fold_left_of_it():
    tail = Tail(1, 0)
    for seq in range(1, 11):
        tail.grow(seq, 100)
    tail.fold(seq=7, size=700, checkpoint_size=500)
    assert tail == Tail(1, 10, rows=3, size=300, checkpoint_size=500)


async def filled(database, slips=20):
    pen = Pen()
    async with logging_to(database) as log:
        await log.write([an_append(pen.slip(n)) for n in range(slips)], NOW)
    return Tail(1, slips, rows=slips, size=1000)


async def test_a_fold_shortens_the_tail(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        tail = await filled(database)
        await Folder(database, lambda: NOW).fold("b1", tail)
        assert (tail.rows, tail.size, tail.is_folding) == (0, 0, False)
        assert (await updates.load(database, "b1")).updates == ()


async def test_two_folds_of_one_board_do_not_overlap(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        tail, folder = await filled(database), Folder(database, lambda: NOW)
        await asyncio.gather(*(folder.fold("b1", tail) for _ in range(3)))
        assert tail.rows == 0


async def test_a_log_that_cannot_be_folded_stays_as_it_is_and_is_left_alone(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        tail = await filled(database)
        async with logging_to(database) as log:
            await log.write([an_append(bytes.fromhex("01013701000000"))], NOW)
        await Folder(database, lambda: NOW).fold("b1", tail)
        assert tail.is_folding
        assert len(await rows(database, "SELECT * FROM updates")) == 21


async def test_a_board_that_went_away_meanwhile_is_no_fault(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        tail = await filled(database)
        await run(database, "DELETE FROM boards")
        await Folder(database, lambda: NOW).fold("b1", tail)
        assert not tail.is_folding
