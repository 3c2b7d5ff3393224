"""Snapshots in the store, on SQLite and PostgreSQL alike."""

from dataclasses import replace

from server.store import snapshots
from server.store.snapshots import Frozen, Snapshot
from tests.builders.stores import NOW, opened, rows

TAKEN = Snapshot("m1", "b1", "Avond 1", "", "rim", NOW, "p1", 1, 7, "sha256:0")
FROZEN = Frozen('{"theme":"café"}', b"\x00state")


async def test_a_snapshot_is_found_with_its_content(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await snapshots.create(connection, TAKEN, FROZEN)
        assert await snapshots.find(connection, "m1") == TAKEN
        assert await snapshots.content(connection, "m1") == FROZEN.content
        assert await snapshots.find(connection, "m2") is None


async def test_the_state_to_restore_from_is_kept_to_the_byte(url):
    async with opened(url, "b1") as database:
        async with database.write() as connection:
            await snapshots.create(connection, TAKEN, FROZEN)
        assert await rows(database, "SELECT state FROM snapshots") == [(FROZEN.state,)]


async def test_snapshots_are_listed_oldest_first(url):
    async with opened(url, "b1", "b2") as database, database.write() as connection:
        later = replace(TAKEN, id="m0", taken_at=NOW.replace(year=2031))
        elsewhere = replace(TAKEN, id="m2", board="b2")
        for one in (later, TAKEN, elsewhere):
            await snapshots.create(connection, one, FROZEN)
        assert await snapshots.of_board(connection, "b1") == [TAKEN, later]
        assert await snapshots.count(connection, "b1") == 2


async def test_title_and_note_change_alone(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await snapshots.create(connection, TAKEN, FROZEN)
        await snapshots.change(connection, "m1", {"note": "besproken"})
        await snapshots.change(connection, "m1", {})
        assert await snapshots.find(connection, "m1") == replace(TAKEN, note="besproken")


async def test_what_is_thrown_away_is_gone_until_it_is_restored(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await snapshots.create(connection, TAKEN, FROZEN)
        await snapshots.remove(connection, "m1", NOW)
        assert await snapshots.find(connection, "m1") is None
        assert await snapshots.of_board(connection, "b1") == []
        assert await snapshots.count(connection, "b1") == 0
        assert not await snapshots.restore(connection, "b2", "m1")
        assert await snapshots.restore(connection, "b1", "m1")
        assert await snapshots.find(connection, "m1") == TAKEN


async def test_what_was_thrown_away_long_ago_is_erased(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await snapshots.create(connection, TAKEN, FROZEN)
        await snapshots.remove(connection, "m1", NOW)
        assert await snapshots.purge(connection, NOW) == 0
        assert await snapshots.purge(connection, NOW.replace(year=2031)) == 1
        assert not await snapshots.restore(connection, "b1", "m1")


async def test_the_ones_before_are_given_oldest_first_and_no_more_than_asked(url):
    async with opened(url, "b1") as database, database.write() as connection:
        for n in range(4):
            one = replace(TAKEN, id=f"m{n}", taken_at=NOW.replace(hour=n))
            await snapshots.create(connection, one, Frozen(f"[{n}]", b""))
        third = await snapshots.find(connection, "m2")
        assert await snapshots.before(connection, third, 5) == ["[0]", "[1]"]
        assert await snapshots.last_contents(connection, "b1", 2) == ["[2]", "[3]"]
