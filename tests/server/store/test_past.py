"""What was folded can still be looked back at, within bounds; who was erased is not in it."""

from datetime import timedelta

from pycrdt import Doc

from board.document import read
from server.store import past
from server.store.erasing import Wish, erase
from server.store.past import pages, trim
from server.store.updates import compact
from tests.builders.stores import NOW, Pen, an_append, logging_to, opened, rows, run

SLIPS = 12


async def written(database, pen, numbers, at=NOW):
    slips = [pen.slip(n) for n in numbers]
    async with logging_to(database) as log:
        await log.write([an_append(s, bindings={pen.client: "ann"}) for s in slips], at)
    return slips


async def looked_back(database):
    return [row async for page in pages(database, "b1") for row in page]


def slips_in(found):
    doc = Doc()
    for row in found:
        doc.apply_update(row.payload)
    return len(read(doc).board.ingredients)


async def test_rows_are_there_in_order_whether_folded_or_not(url):
    async with opened(url, "b1") as database:
        pen, later = Pen(), NOW + timedelta(minutes=3)
        first = await written(database, pen, range(4))
        await compact(database, "b1", NOW)
        second = await written(database, pen, range(4, 8), later)
        await compact(database, "b1", NOW)
        third = await written(database, pen, range(8, SLIPS), later)
        found = await looked_back(database)
    assert [row.payload for row in found] == [*first, *second, *third]
    assert [row.at for row in found] == [NOW] * 4 + [later] * 8
    assert not any(row.whole for row in found)


async def test_a_long_past_comes_in_parts(url, monkeypatch):
    monkeypatch.setattr(past, "PAGE_ROWS", 5)
    async with opened(url, "b1") as database:
        payloads = await written(database, Pen(), range(SLIPS))
        parts = [page async for page in pages(database, "b1")]
    assert [len(part) for part in parts] == [5, 5, 2]
    assert [row.payload for part in parts for row in part] == payloads


async def test_a_board_folded_before_anything_was_put_aside_begins_with_its_checkpoint(url):
    async with opened(url, "b1") as database:
        pen = Pen()
        await written(database, pen, range(4))
        await compact(database, "b1", NOW)
        await run(database, "DELETE FROM past")
        await written(database, pen, range(4, 6))
        before = await looked_back(database)
        await compact(database, "b1", NOW)
        after = await looked_back(database)
    assert before == after
    assert [row.whole for row in after] == [True, False, False]
    assert slips_in(after[:1]) == 4


async def test_a_past_beyond_its_limit_loses_its_oldest_steps_and_no_content(url):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        await compact(database, "b1", NOW)
        await trim(database, "b1", 1, limit=100)
        found = await looked_back(database)
    assert 2 < len(found) < SLIPS
    assert [row.whole for row in found] == [True] + [False] * (len(found) - 1)
    assert slips_in(found) == SLIPS


async def test_a_past_within_its_limit_stays(url):
    async with opened(url, "b1") as database:
        await written(database, Pen(), range(SLIPS))
        await compact(database, "b1", NOW)
        await trim(database, "b1", 1)
        assert len(await looked_back(database)) == SLIPS


async def test_after_an_erasure_the_past_begins_anew(url):
    async with opened(url, "b1") as database:
        pen = Pen()
        await written(database, pen, range(4))
        await compact(database, "b1", NOW)
        await erase(database, "b1", Wish(also=("fiets",)), NOW, lambda _: None)
        found = await looked_back(database)
        kept = await rows(database, "SELECT * FROM past")
    assert kept == []
    assert [row.whole for row in found] == [True]
    assert b"fiets" not in found[0].payload


async def test_a_board_that_is_not_there_has_no_past(url):
    async with opened(url) as database:
        assert await looked_back(database) == []
