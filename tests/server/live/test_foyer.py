"""The foyer: what a peer gets, and what becomes of its words, before its room stands (RM13)."""

import asyncio
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pycrdt import Doc, Map
from sqlalchemy import select

from server.live.foyer import LEAST_BYTES, first_state
from server.store import tables, updates
from server.store.updates import Quarantined, Stored
from server.sync import messages
from tests.builders.guests import Guest, running_hub
from tests.builders.stores import NOW, Pen, an_append, logging_to, opened
from tests.builders.table import a_pass

SLIPS = 60
LONG = "kleed " * 300
NOBODY = 9


@asynccontextmanager
async def laid(url, *, folded=False):
    """A hub at a board that is not running, with so much on it that building its room takes."""
    async with opened(url, "b1") as database:
        pen = Pen(NOBODY)
        async with logging_to(database) as log:
            bindings = {NOBODY: "nobody"}
            for number in range(SLIPS):
                append = an_append(pen.slip(number, LONG), bindings=bindings)
                await log.write([append], NOW)
        if folded:
            await updates.compact(database, "b1", NOW)
        async with running_hub(database) as hub:
            yield hub, database


@pytest.mark.parametrize("folded", [False, True])
async def test_who_asks_for_everything_is_told_before_the_room_stands(sqlite_url, folded):
    async with laid(sqlite_url, folded=folded) as (hub, _):
        ann = await Guest(1).join(hub)
        assert "i59.text" in ann.slips
        assert hub.status().rooms == {"loading": 1}
        assert ann.changes == (1 if folded else SLIPS) + 1


async def test_who_was_told_early_hears_what_comes_later_and_nothing_twice(sqlite_url):
    async with laid(sqlite_url) as (hub, _):
        ann, bob = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        told = ann.changes
        bob.slip(100)
        await bob.until_stored()
        await ann.until(lambda g: "i100" in g.slips)
        assert ann.changes == told + 1


async def test_what_is_written_before_the_room_stands_is_stored(sqlite_url):
    async with laid(sqlite_url) as (hub, database):
        ann = await Guest(1).join(hub)
        ann.slip(100)
        ann.slip(101)
        assert ann.stored == 0
        await ann.until_stored()
        assert (await updates.load(database, "b1")).head > SLIPS


async def test_who_has_something_already_gets_the_difference_from_the_room(sqlite_url):
    async with laid(sqlite_url) as (hub, _):
        ann = Guest(1)
        ann.pen.slip(7)
        ann.connection = await hub.join("b1", a_pass(), ann)
        ann.connection.receive(messages.step1(ann.pen.doc.get_state()))
        await ann.until(lambda g: "i59.text" in g.slips)
        assert ann.changes == 1


async def test_who_leaves_before_the_room_stands_is_not_in_it(sqlite_url):
    async with laid(sqlite_url) as (hub, _):
        ann = await Guest(1).join(hub)
        ann.leave()
        bob = await Guest(2).join(hub, pass_=a_pass("bob"))
        bob.slip(100)
        await bob.until_stored()
        assert hub.status().peers == 1


async def test_who_says_too_much_before_the_room_stands_is_to_come_back(sqlite_url):
    async with laid(sqlite_url) as (hub, _):
        ann = await Guest(1).join(hub)
        for _ in range(70):
            ann.write(bytes(64 * 1024))
        assert ann.closed == 1013


async def test_those_in_the_foyer_are_sent_away_when_the_board_cannot_be_read(sqlite_url):
    async with laid(sqlite_url) as (hub, database):
        async with database.write() as connection:
            await connection.execute(
                tables.updates.update().where(tables.updates.c.seq == 5).values(payload=nested())
            )
        ann = await Guest(1).join(hub)
        await ann.until(lambda g: g.closed)
        assert ann.closed == 1011
        with pytest.raises(Quarantined):
            await Guest(2).join(hub)
        async with database.read() as connection:
            count = len((await connection.execute(select(tables.updates.c.seq))).all())
        assert count == SLIPS


async def test_fifty_who_come_at_once_are_all_told_early(sqlite_url):
    async with laid(sqlite_url) as (hub, _):
        guests = [Guest(number) for number in range(1, 51)]
        await asyncio.gather(*(guest.join(hub) for guest in guests))
        assert all("i59.text" in guest.slips for guest in guests)
        await guests[0].until(lambda g: g.sessions)
        assert hub.status().peers == 50


def nested() -> bytes:
    """An update with a map in a map: no board of ours holds one."""
    doc: Doc[Any] = Doc()
    doc.get("ingredients", type=Map)["i1"] = Map({"text": "fiets"})
    return doc.get_update()


def stored(*doc_updates):
    return Stored(1, len(doc_updates), None, doc_updates, {}, "{}")


def test_a_small_board_is_told_by_its_room():
    assert first_state(stored(bytes(LEAST_BYTES - 1))) == ()


def test_a_board_in_very_many_pieces_is_told_by_its_room():
    assert first_state(stored(*[bytes(100)] * 2_001)) == ()


def test_what_is_stored_is_told_in_order_and_then_that_it_is_all():
    big = bytes(LEAST_BYTES)
    assert first_state(stored(big, b"x")) == (
        messages.update(big),
        messages.update(b"x"),
        messages.step2(b"\x00\x00"),
    )
