"""Participants in the store, on SQLite and PostgreSQL alike."""

from dataclasses import replace

from server.store import participants
from server.store.participants import Participant
from tests.builders.stores import NOW, opened

LATER = NOW.replace(year=2031)
NOOR = Participant("p1", "b1", "tablet", "participant", "Noor", None, "w1", NOW)


async def test_who_joins_is_there(url):
    async with opened(url, "b1") as database, database.write() as connection:
        assert await participants.join(connection, NOOR) == NOOR
        assert await participants.of_board(connection, "b1") == [NOOR]
        assert await participants.find(connection, "p1") == NOOR


async def test_who_comes_back_by_the_same_device_is_the_same(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        await participants.change(connection, "p1", {"seat": "s1"})
        back = replace(NOOR, id="p2", name="", invitation="w2", joined_at=LATER)
        assert await participants.join(connection, back) == replace(
            NOOR, seat="s1", invitation="w2"
        )


async def test_who_comes_back_may_bring_another_name(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        again = await participants.join(connection, replace(NOOR, id="p2", name="Noortje"))
        assert (again.id, again.name) == ("p1", "Noortje")


async def test_another_role_of_the_same_device_is_another_participant(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        await participants.join(connection, replace(NOOR, id="p2", role="facilitator"))
        here = await participants.at_board(connection, "b1", "tablet")
        assert {one.id for one in here} == {"p1", "p2"}


async def test_who_was_removed_is_not_among_those_present(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        await participants.change(connection, "p1", {"removed_at": LATER})
        assert await participants.of_board(connection, "b1") == []
        assert await participants.of_device(connection, "tablet") == []
        (known,) = await participants.at_board(connection, "b1", "tablet")
        assert known.removed_at == LATER


async def test_who_was_removed_and_is_let_in_again_is_present(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        await participants.change(connection, "p1", {"removed_at": LATER})
        await participants.join(connection, NOOR)
        assert await participants.of_board(connection, "b1") == [
            await participants.get(connection, "p1")
        ]


async def test_with_an_invitation_go_those_who_came_by_it(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, replace(NOOR, seat="s1"))
        stays = replace(NOOR, id="p2", device_hash="phone", invitation="w2", seat="s2")
        await participants.join(connection, stays)
        await participants.remove_by_invitation(connection, "w1", LATER)
        assert await participants.of_board(connection, "b1") == [stays]
        gone = await participants.find(connection, "p1")
        assert (gone.seat, gone.removed_at) == (None, LATER)


async def test_who_may_stay_without_an_invitation_does_not_go_with_it(url):
    async with opened(url, "b1") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        await participants.keep_without_invitation(connection, "p1")
        await participants.remove_by_invitation(connection, "w1", LATER)
        assert [one.id for one in await participants.of_board(connection, "b1")] == ["p1"]


async def test_a_device_is_found_at_all_its_boards(url):
    async with opened(url, "b1", "b2") as database, database.write() as connection:
        await participants.join(connection, NOOR)
        await participants.join(connection, replace(NOOR, id="p2", board="b2"))
        here = await participants.of_device(connection, "tablet")
        assert [one.board for one in here] == ["b1", "b2"]
