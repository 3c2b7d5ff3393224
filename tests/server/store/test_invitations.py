"""Invitations in the store, on SQLite and PostgreSQL alike."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from server.store import invitations
from server.store.invitations import Invitation
from tests.builders.stores import NOW, opened

LATER = NOW.replace(year=2031)
WAY = Invitation("w1", "b1", "viewer", "raad", NOW, expires_at=LATER)


async def test_an_invitation_is_found_by_the_hash_of_its_secret(url):
    async with opened(url, "b1") as database:
        async with database.write() as connection:
            await invitations.create(connection, WAY, secret_hash="s")
        async with database.read() as connection:
            assert await invitations.by_secret(connection, "s") == WAY
            assert await invitations.by_secret(connection, "other") is None


async def test_an_invitation_with_a_code_is_found_by_both_keys(url):
    way = replace(WAY, has_code=True)
    async with opened(url, "b1") as database:
        async with database.write() as connection:
            await invitations.create(connection, way, secret_hash="s", code_hash="c")
        async with database.read() as connection:
            assert await invitations.by_code(connection, "c") == way
            assert await invitations.by_secret(connection, "s") == way
            assert await invitations.by_code(connection, "s") is None


@pytest.mark.parametrize("second", [("s", "d"), ("t", "c")])
async def test_no_two_invitations_share_a_key(url, second):
    async with opened(url, "b1") as database, database.write() as connection:
        await invitations.create(connection, WAY, secret_hash="s", code_hash="c")
        other, (secret, code) = replace(WAY, id="w2"), second
        with pytest.raises(IntegrityError):
            await invitations.create(connection, other, secret_hash=secret, code_hash=code)
        await connection.rollback()


async def test_withdrawing_keeps_the_moment_of_the_first_time(url):
    async with opened(url, "b1") as database:
        async with database.write() as connection:
            await invitations.create(connection, WAY, secret_hash="s")
            assert await invitations.revoke(connection, "b1", "w1", NOW)
            assert await invitations.revoke(connection, "b1", "w1", LATER)
        async with database.read() as connection:
            assert (await invitations.by_secret(connection, "s")).revoked_at == NOW


async def test_an_invitation_of_another_board_is_not_withdrawn(url):
    async with opened(url, "b1", "b2") as database, database.write() as connection:
        await invitations.create(connection, WAY, secret_hash="s")
        assert not await invitations.revoke(connection, "b2", "w1", NOW)
        assert (await invitations.by_secret(connection, "s")).revoked_at is None


async def test_withdrawn_ones_are_listed_but_not_counted(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await invitations.create(connection, WAY, secret_hash="s")
        await invitations.create(connection, replace(WAY, id="w2"), secret_hash="t")
        await invitations.revoke(connection, "b1", "w1", NOW)
        assert [one.id for one in await invitations.of_board(connection, "b1")] == ["w1", "w2"]
        assert await invitations.count(connection, "b1") == 1


async def test_all_with_a_label_are_withdrawn_and_no_others(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await invitations.create(connection, WAY, secret_hash="s")
        other = replace(WAY, id="w2", label="")
        await invitations.create(connection, other, secret_hash="t")
        await invitations.retire_labelled(connection, "b1", "raad", LATER)
        moments = [one.revoked_at for one in await invitations.of_board(connection, "b1")]
        assert moments == [LATER, None]


async def test_what_was_withdrawn_before_is_forgotten(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await invitations.create(connection, WAY, secret_hash="s")
        await invitations.retire_labelled(connection, "b1", "raad", NOW)
        await invitations.create(connection, replace(WAY, id="w2"), secret_hash="t")
        await invitations.retire_labelled(connection, "b1", "raad", LATER)
        assert [one.id for one in await invitations.of_board(connection, "b1")] == ["w2"]
