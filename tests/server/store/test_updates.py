"""Reading logs and folding them into checkpoints, on SQLite and on PostgreSQL."""

import asyncio

import pytest
from pycrdt import Doc

from board.document import read
from board.snapshot import content, content_hash
from server.store import updates
from server.store.fold import fold
from server.store.updates import (
    HoleInLog,
    Quarantined,
    UnknownBoard,
    compact,
    load,
)
from tests.builders.stores import NOW, Pen, an_append, logging_to, opened, rows, run, writing_to

SLIPS = 12


def doc_of(stored):
    doc = Doc()
    for payload in stored.doc_updates:
        doc.apply_update(payload)
    return doc


def hash_of(doc):
    return content_hash(content(read(doc).board))


async def written(database, pen, numbers, board="b1"):
    """Let a pen write slips into a board's log, and give them."""
    slips = tuple(pen.slip(n) for n in numbers)
    async with logging_to(database) as log:
        await log.write([an_append(s, board, bindings={pen.client: "ann"}) for s in slips], NOW)
    return slips


async def test_a_log_reads_back_in_order_with_its_bindings(url):
    async with opened(url, "b1", "b2") as database:
        slips = await written(database, Pen(7), range(SLIPS))
        await written(database, Pen(8), range(3), board="b2")
        stored = await load(database, "b1")
    assert (stored.epoch, stored.head, stored.checkpoint) == (1, SLIPS, None)
    assert stored.bindings == {7: "ann"}
    assert stored.doc_updates == slips


async def test_an_empty_log_reads_back_as_nothing(url):
    async with opened(url, "b1") as database:
        assert (await load(database, "b1")).doc_updates == ()


async def test_a_board_that_is_not_there_is_unknown(url):
    async with opened(url) as database:
        with pytest.raises(UnknownBoard):
            await load(database, "b1")


@pytest.mark.parametrize("missing", [1, 5, SLIPS])
async def test_a_log_with_a_hole_is_not_loaded(url, missing):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        await run(database, "DELETE FROM updates WHERE seq = :seq", seq=missing)
        with pytest.raises(HoleInLog):
            await load(database, "b1")


async def test_a_log_without_its_checkpoint_has_a_hole(url):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        await compact(database, "b1", NOW)
        await run(database, "DELETE FROM checkpoints")
        with pytest.raises(HoleInLog):
            await load(database, "b1")


async def test_rows_of_an_earlier_epoch_are_not_read(url):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        await run(database, "UPDATE boards SET epoch = 2, head = 0")
        assert (await load(database, "b1")).doc_updates == ()


async def test_a_board_in_quarantine_stays_shut_until_it_is_released(url):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        await updates.quarantine(database, "b1", "a hole")
        with pytest.raises(Quarantined, match="a hole"):
            await load(database, "b1")
        await updates.release(database, "b1")
        assert (await load(database, "b1")).head == SLIPS


async def test_a_folded_log_says_the_same(url):
    async with opened(url, "b1") as database:
        pen = Pen()
        await written(database, pen, range(SLIPS))
        folded = await compact(database, "b1", NOW)
        stored = await load(database, "b1")
    assert stored.updates == ()
    assert stored.checkpoint == folded
    assert folded.seq == stored.head == SLIPS
    assert folded.hash == hash_of(pen.doc) == hash_of(doc_of(stored))
    assert doc_of(stored).get_state() == pen.doc.get_state() == folded.state_vector


async def test_folding_removes_the_rows_it_was_made_of_and_no_others(url):
    async with opened(url, "b1", "b2") as database:
        await written(database, Pen(), range(SLIPS))
        await written(database, Pen(), range(3), board="b2")
        await compact(database, "b1", NOW)
        found = await rows(database, "SELECT board, count(*) FROM updates GROUP BY board")
        assert found == [("b2", 3)]


async def test_a_folded_log_grows_on_and_folds_again(url):
    async with opened(url, "b1") as database:
        pen = Pen()
        for part in (range(4), range(4, 8), range(8, SLIPS)):
            await written(database, pen, part)
            await compact(database, "b1", NOW)
        stored = await load(database, "b1")
        assert stored.checkpoint.seq == SLIPS
        assert hash_of(doc_of(stored)) == hash_of(pen.doc)


async def test_folding_a_log_without_rows_changes_nothing(url):
    async with opened(url, "b1") as database:
        assert await compact(database, "b1", NOW) is None
        assert await rows(database, "SELECT * FROM checkpoints") == []


async def test_rows_that_come_while_a_log_is_folded_stay(url):
    async with opened(url, "b1") as database, writing_to(database) as writer:
        pen = Pen()

        async def write() -> None:
            for number in range(200):
                await writer.append(an_append(pen.slip(number)))

        async def fold_all_the_time() -> None:
            while not writing.done():
                await compact(database, "b1", NOW)

        writing = asyncio.create_task(write())
        await asyncio.gather(writing, fold_all_the_time())
        stored = await load(database, "b1")
        assert stored.head == 200
        assert stored.checkpoint is not None
        assert hash_of(doc_of(stored)) == hash_of(pen.doc)


async def test_of_two_who_fold_at_once_one_does_it(url):
    async with opened(url, "b1") as database:
        pen = Pen()
        await written(database, pen, range(SLIPS))
        await asyncio.gather(*(compact(database, "b1", NOW) for _ in range(3)))
        stored = await load(database, "b1")
        assert stored.checkpoint.seq == SLIPS
        assert hash_of(doc_of(stored)) == hash_of(pen.doc)


async def test_a_board_that_was_renewed_meanwhile_is_not_replaced(url):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        stored = await load(database, "b1")
        folded = fold(stored.doc_updates, stored.head)
        await run(database, "UPDATE boards SET epoch = 2, head = 0")
        assert not await updates.replace(database, "b1", stored, folded, NOW)
        assert await rows(database, "SELECT * FROM checkpoints") == []
