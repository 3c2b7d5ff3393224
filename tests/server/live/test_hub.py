"""The hub: one room per board, its life from loading to closing, and the people in it."""

import asyncio
from datetime import timedelta

import pytest

from board.schema import Phase
from server.live.clock import PauseClock, StartClock, WrongMoment
from server.live.hub import Draining
from server.live.session import Arrange
from server.store import updates
from server.store.database import migrate
from server.store.updates import Quarantined, UnknownBoard
from server.store.writer import StoreAway
from tests.builders.guests import Guest, content_of, running_hub, seat
from tests.builders.stores import (
    DEADLINE_SECONDS,
    NOW,
    Pen,
    an_append,
    logging_to,
    opened,
    rows,
    run,
)
from tests.builders.table import a_pass
from tests.builders.trouble import small_disk


async def until(holds):
    """Wait until something holds that no message tells of."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while not holds():  # noqa: ASYNC110 - there is nothing to wait on
            await asyncio.sleep(0.002)


def is_unloaded(hub):
    return not any(hub.status().rooms.values())


# meeting


async def test_what_one_guest_writes_reaches_the_other_and_is_stored(url):
    async with opened(url) as database, running_hub(database) as hub:
        ann, bob = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        ann.slip(1, "fiets")
        await ann.until_stored()
        await bob.until(lambda g: g.slips.get("i1.text") == "fiets")
        assert (await updates.load(database, "b1")).head == 1


async def test_nothing_is_shown_before_it_is_durable(sqlite_url):
    async with opened(f"{sqlite_url}?timeout=5") as database, running_hub(database) as hub:
        ann, bob = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        await bob.until(lambda g: g.changes)
        async with database.write():
            ann.slip(1)
            await asyncio.sleep(0.1)
            assert (ann.stored, bob.slips) == (0, {})
        await bob.until(lambda g: g.slips)


async def test_a_board_lies_there_again_after_a_restart(url):
    async with opened(url) as database:
        async with running_hub(database) as hub:
            ann = await Guest(1).join(hub)
            ann.slip(1)
            await ann.until_stored()
        async with running_hub(database) as hub:
            bob = await Guest(2).join(hub, pass_=a_pass("bob"))
            await bob.until(lambda g: "i1" in g.slips)


async def test_a_board_is_loaded_once_however_many_arrive(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        guests = await asyncio.gather(*(Guest(n).join(hub) for n in range(1, 21)))
        guests[0].slip(1)
        await asyncio.gather(*(guest.until(lambda g: g.slips) for guest in guests))
        assert hub.status().rooms["live"] == 1
        assert hub.status().peers == 20


async def test_who_gives_up_waiting_does_not_stop_the_load_for_the_others(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        hasty = asyncio.create_task(Guest(1).join(hub))
        patient = asyncio.create_task(Guest(2).join(hub))
        await asyncio.sleep(0)
        hasty.cancel()
        assert await patient


async def test_boards_do_not_hear_of_each_other(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        ann, bob = await Guest(1).join(hub, "b1"), await Guest(1).join(hub, "b2")
        ann.slip(1)
        bob.slip(2)
        await asyncio.gather(ann.until_stored(), bob.until_stored())
        assert {"i1", "i1.text"} == set(ann.slips)
        assert {"i2", "i2.text"} == set(bob.slips)


async def test_an_unknown_board_is_not_made_unless_the_server_is_open(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, open=False) as hub:
        with pytest.raises(UnknownBoard):
            await Guest().join(hub)


@pytest.mark.parametrize("name", ["x" * 65, "a\0b", ""])
async def test_an_open_server_makes_no_board_of_an_unfit_name(sqlite_url, name):
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        with pytest.raises(UnknownBoard):
            await Guest().join(hub, name)


async def test_a_late_word_of_an_old_socket_reaches_no_newer_room(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, grace_seconds=0) as hub:
        old = await Guest(1).join(hub)
        old.leave()
        await until(
            lambda: not hub.status().rooms["live"] if "live" in hub.status().rooms else True
        )
        new = await Guest(2).join(hub)
        old.slip(1)
        old.leave()
        new.slip(2)
        await new.until_stored()
        assert set(new.slips) == {"i2", "i2.text"}
        assert hub.status().peers == 1


# slow peers


async def test_a_peer_that_takes_nothing_gets_one_difference_when_it_does(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, outbox_bytes=500) as hub:
        ann, slow = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        await slow.until(lambda g: g.changes)
        slow.stuck = True
        for number in range(30):
            ann.slip(number, "x" * 100)
            await ann.until_stored()
        before = slow.changes
        assert before < 20
        slow.take()
        await slow.until(lambda g: len(g.slips) == 60)
        assert slow.changes == before + 1
        ann.slip(30)
        await slow.until(lambda g: "i30" in g.slips)


async def test_what_waits_for_a_peer_that_takes_nothing_is_bounded_and_holds_up_nobody(sqlite_url):
    """RM10: two hundred times the budget is written; one message may lie above it."""
    budget, long = 2_000, "x" * 1_900
    async with opened(sqlite_url) as database, running_hub(database, outbox_bytes=budget) as hub:
        ann, bob = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        stuck = await Guest(3).join(hub, pass_=a_pass("cor"))
        await stuck.until(lambda g: g.changes)
        stuck.stuck = True
        for number in range(200):
            ann.slip(number, long)
            await ann.until_stored()
            await bob.until(lambda g, number=number: f"i{number}" in g.slips)
        assert stuck.waiting < budget + 2 * len(long)
        assert stuck.closed is None


async def test_a_socket_that_takes_a_message_over_the_budget_at_once_is_not_forgotten(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, outbox_bytes=100) as hub:
        ann, bob = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        await bob.until(lambda g: g.changes)
        bob.stuck = True
        ann.slip(1, "x" * 500)
        await bob.until(lambda g: g.waiting)
        bob.take()
        ann.slip(2)
        await bob.until(lambda g: "i2" in g.slips)


async def test_a_peer_that_takes_nothing_for_too_long_is_let_go(sqlite_url):
    options = {"outbox_bytes": 100, "stalled_seconds": 0.05}
    async with opened(sqlite_url) as database, running_hub(database, **options) as hub:
        ann, stuck = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        stuck.stuck = True
        ann.slip(1, "x" * 500)
        await stuck.until(lambda g: g.closed == 1013)
        assert hub.status().peers == 1


async def test_a_slow_peer_that_takes_something_is_not_let_go(sqlite_url):
    options = {"outbox_bytes": 1500, "stalled_seconds": 0.3}
    async with opened(sqlite_url) as database, running_hub(database, **options) as hub:
        ann, slow = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
        slow.stuck = True
        ann.slip(1, "x" * 2000)
        await slow.until(lambda g: g.waiting > 2000)
        for _ in range(40):
            slow.waiting -= 5
            await asyncio.sleep(0.02)
        assert slow.closed is None
        await slow.until(lambda g: g.closed == 1013)


# life


async def test_an_empty_room_is_unloaded_after_a_while(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, grace_seconds=0.02) as hub:
        guest = await Guest().join(hub)
        guest.slip(1)
        await guest.until_stored()
        await asyncio.sleep(0.05)
        assert hub.status().rooms["live"] == 1
        guest.leave()
        await until(lambda: is_unloaded(hub))


async def test_a_room_is_not_unloaded_while_something_is_on_its_way_to_the_store(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, grace_seconds=0) as hub:
        guest = await Guest().join(hub)
        async with database.write():
            guest.slip(1)
            guest.leave()
            await asyncio.sleep(0.05)
            assert hub.status().rooms["live"] == 1
        await until(lambda: is_unloaded(hub))
        assert (await updates.load(database, "b1")).head == 1


async def test_a_board_that_was_much_written_on_is_folded_when_everyone_has_left(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, grace_seconds=0) as hub:
        guest = await Guest().join(hub)
        for number in range(60):
            guest.slip(number)
            await guest.until_stored()
        guest.leave()
        async with asyncio.timeout(DEADLINE_SECONDS):
            while await rows(database, "SELECT seq FROM updates"):
                pass
        folded = await rows(database, "SELECT state FROM checkpoints")
        assert content_of(folded[0][0]) == guest.slips


async def test_boards_come_and_go_without_leaving_anything(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, grace_seconds=0) as hub:
        tasks = len(asyncio.all_tasks())
        for number in range(200):
            guest = await Guest().join(hub, f"b{number}")
            guest.leave()
        await until(lambda: is_unloaded(hub))
        assert len(asyncio.all_tasks()) == tasks


async def test_a_board_with_a_hole_in_its_log_is_put_in_quarantine(url):
    async with opened(url, "b1") as database, running_hub(database) as hub:
        async with logging_to(database) as log:
            await log.write([an_append(Guest().pen.slip(n)) for n in range(3)], NOW)
        await run(database, "DELETE FROM updates WHERE seq = 2")
        for _ in range(2):
            with pytest.raises(Quarantined):
                await Guest().join(hub)
        assert len(await rows(database, "SELECT * FROM updates")) == 2


async def test_a_board_whose_log_cannot_be_read_is_put_in_quarantine(sqlite_url):
    async with opened(sqlite_url, "b1") as database, running_hub(database) as hub:
        async with logging_to(database) as log:
            await log.write([an_append(b"this is no update")], NOW)
        with pytest.raises(Quarantined):
            await Guest().join(hub)
        assert await rows(database, "SELECT payload FROM updates") == [(b"this is no update",)]


async def test_a_renewed_board_is_loaded_again(url):
    async with opened(url) as database, running_hub(database) as hub:
        ann = await Guest(1).join(hub)
        ann.slip(1)
        await ann.until_stored()
        await run(database, "UPDATE boards SET epoch = 2, head = 0")
        ann.slip(2)
        await ann.until(lambda g: g.closed)
        assert ann.stored == 1
        bob = await Guest(2).join(hub)
        bob.slip(3)
        await bob.until_stored()
        assert set(bob.slips) == {"i3", "i3.text"}


# the store away


async def test_while_the_disk_is_full_writing_is_refused_and_nothing_is_lost(tmp_path):
    with small_disk(tmp_path) as disk:
        url = f"sqlite+aiosqlite:///{disk.folder / 'tafelkleed.db'}"
        await migrate(url)
        async with opened(url) as database, running_hub(database) as hub:
            ann, bob = await Guest(1).join(hub), await Guest(2).join(hub, pass_=a_pass("bob"))
            ann.slip(1)
            await ann.until_stored()
            disk.fill()
            ann.slip(2, "x" * 1500)
            await ann.until(lambda g: "degraded" in g.codes())
            assert hub.status().store_away
            assert hub.status().rooms["degraded"] == 1
            bob.slip(3)
            await bob.until(lambda g: [n for n in g.notices if n["update"] == 1])
            assert ann.stored == 1
            disk.free()
            await ann.until_stored()
            await bob.until(lambda g: "i2" in g.slips)
            assert "i3" not in ann.slips
            assert hub.status().rooms["live"] == 1
            assert (await updates.load(database, "b1")).head == 2


async def test_a_database_that_goes_and_comes_back_is_written_to_again(postgres, postgres_url):
    async with opened(postgres_url) as database, running_hub(database) as hub:
        ann = await Guest(1).join(hub)
        ann.slip(1)
        await ann.until_stored()
        postgres.stop()
        try:
            ann.slip(2)
            await ann.until(lambda g: "degraded" in g.codes())
        finally:
            postgres.start()
        await ann.until_stored()
        ann.slip(3)
        await ann.until_stored()
        assert (await updates.load(database, "b1")).head == 3


async def test_reading_a_board_that_cannot_be_stored_now_is_refused(sqlite_url):
    """What is read is durable, or nothing."""
    async with opened(f"{sqlite_url}?timeout=0.05") as database, running_hub(database) as hub:
        guest = await Guest().join(hub)
        await guest.until(lambda g: g.changes)
        async with database.write():
            guest.slip(1)
            await guest.until(lambda g: "degraded" in g.codes())
            with pytest.raises(StoreAway):
                await hub.read("b1")
        await guest.until_stored()
        assert (await hub.read("b1")).seq == 1


# reading


async def test_a_board_reads_the_same_running_and_not(url):
    async with opened(url) as database, running_hub(database, grace_seconds=0) as hub:
        guest = await Guest().join(hub)
        for number in range(5):
            guest.slip(number)
        await guest.until_stored()
        running = await hub.read("b1")
        guest.leave()
        await until(lambda: is_unloaded(hub))
        resting = await hub.read("b1")
    assert running.board == resting.board
    assert (running.epoch, running.seq) == (resting.epoch, resting.seq)
    assert content_of(running.state) == content_of(resting.state) == guest.slips


async def test_reading_while_others_write_gives_one_durable_moment(sqlite_url):
    """What is read is exactly what the log says up to that moment."""
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        guest = await Guest().join(hub)
        for number in range(40):
            guest.slip(number)
            durable = guest.stored
            cut = await hub.read("b1")
            log = "SELECT payload FROM updates WHERE seq <= :seq ORDER BY seq"
            replayed = Pen()
            for (payload,) in await rows(database, log, seq=cut.seq):
                replayed.doc.apply_update(payload)
            assert content_of(cut.state) == content_of(replayed.doc.get_update())
            assert len(cut.board.ingredients) >= durable
        await guest.until_stored()


async def test_a_board_that_is_not_there_cannot_be_read(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database, open=False) as hub:
        with pytest.raises(UnknownBoard):
            await hub.read("b1")


# people and session


async def test_a_change_of_the_session_is_told_to_everyone_and_kept(url):
    async with opened(url, "b1") as database:
        async with running_hub(database) as hub:
            ann = await Guest(1).join(hub)
            await hub.change_session("b1", Arrange(phase=Phase.WALK))
            await ann.until(lambda g: g.sessions and g.sessions[-1]["phase"] == "walk")
            assert ann.sessions[-1]["turned"] is True
        async with running_hub(database) as hub:
            assert (await hub.session("b1")).phase is Phase.WALK


async def test_a_clock_that_runs_still_runs_after_a_restart(url):
    async with opened(url, "b1") as database:
        async with running_hub(database) as hub:
            started = await hub.change_session("b1", StartClock(300))
        async with running_hub(database) as hub:
            clock = (await hub.session("b1")).clock
            assert clock == started.clock
            assert clock.ends_at > NOW + timedelta(seconds=300)


async def test_a_command_at_the_wrong_moment_changes_nothing(url):
    async with opened(url, "b1") as database, running_hub(database) as hub:
        with pytest.raises(WrongMoment):
            await hub.change_session("b1", PauseClock())
        assert (await hub.session_json("b1", "ann"))["clock"]["state"] == "idle"


async def test_no_change_of_the_session_is_lost_when_several_come_at_once(url):
    async with opened(url, "b1") as database, running_hub(database) as hub:
        ann = await Guest(1).join(hub)
        await asyncio.gather(
            hub.change_session("b1", Arrange(phase=Phase.RIM)),
            hub.change_session("b1", Arrange(names_covered=True)),
            hub.change_session("b1", StartClock(60)),
        )
        told = ann.sessions[-1]
        assert (told["phase"], told["namesCovered"]) == ("rim", True)
        assert told["clock"]["state"] == "running"


async def test_while_writing_is_locked_only_a_facilitator_writes(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        ann = await Guest(1).join(hub)
        lead = await Guest(2).join(hub, pass_=a_pass("lead", role="facilitator"))
        await hub.change_session("b1", Arrange(writing=False))
        ann.slip(1)
        await ann.until(lambda g: "forbidden" in g.codes())
        lead.slip(2)
        await lead.until_stored()
        late = await Guest(3).join(hub)
        late.slip(3)
        await late.until(lambda g: "forbidden" in g.codes())
        await hub.change_session("b1", Arrange(writing=True))
        late.slip(4)
        await late.until(lambda g: g.stored == 2)
        assert "i1" not in late.slips


async def test_everyone_hears_who_is_here(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        await seat(database, "ann", "bob")
        async with running_hub(database, open=False) as hub:
            ann = await Guest(1).join(hub, pass_=a_pass("ann"))

            def here(guest):
                return {p["id"] for p in guest.sessions[-1]["people"] if p["here"]}

            assert here(ann) == {"ann"}
            bob = await Guest(2).join(hub, pass_=a_pass("bob"))
            await ann.until(lambda g: here(g) == {"ann", "bob"})
            bob.leave()
            await ann.until(lambda g: here(g) == {"ann"})
            you = {"id": "ann", "name": "Ann", "seat": "s1", "role": "participant"}
            you |= {"ready": False, "paused": False, "free": False}
            assert ann.sessions[-1]["you"] == you


async def test_many_who_come_at_once_are_told_of_in_a_few_messages(sqlite_url):
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        first = await Guest(1).join(hub)
        for number in range(2, 40):
            await Guest(number).join(hub)
        await asyncio.sleep(0.3)
        assert len(first.sessions) <= 5


async def test_a_new_name_and_seat_are_told_and_stamped_at_once(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        await seat(database, "ann")
        async with running_hub(database, open=False) as hub:
            ann = await Guest(1).join(hub, pass_=a_pass("ann"))
            await run(database, "UPDATE participants SET name = 'Annemarie', seat = 's2'")
            await hub.refresh("b1")
            you = ann.sessions[-1]["you"]
            assert (you["name"], you["seat"]) == ("Annemarie", "s2")


async def test_who_is_removed_is_out_at_once_and_the_others_stay(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        await seat(database, "ann", "bob")
        async with running_hub(database, open=False) as hub:
            ann = await Guest(1).join(hub, pass_=a_pass("ann"))
            twin = await Guest(2).join(hub, pass_=a_pass("ann"))
            bob = await Guest(3).join(hub, pass_=a_pass("bob"))
            await hub.close_participant("ann")
            assert (ann.closed, twin.closed, bob.closed) == (4401, 4401, None)


async def test_all_who_came_by_a_withdrawn_invitation_are_out_at_once(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        await seat(database, "ann", "bob", invitation="v1")
        await seat(database, "cas", invitation="v2")
        async with running_hub(database, open=False) as hub:
            guests = [
                await Guest(n).join(hub, pass_=a_pass(name))
                for n, name in enumerate(("ann", "bob", "cas"), 1)
            ]
            await hub.close_invitation("v1")
            assert [guest.closed for guest in guests] == [4401, 4401, None]


async def test_who_was_removed_between_the_door_and_the_table_is_out_too(sqlite_url):
    async with opened(sqlite_url, "b1") as database:
        await seat(database, "ann")
        async with running_hub(database, open=False) as hub:
            await Guest(1).join(hub, pass_=a_pass("ann"))
            late = await Guest(2).join(hub, pass_=a_pass("gone"))
            await late.until(lambda g: g.closed == 4401)


# the end


async def test_stopping_stores_what_is_held_and_tells_everyone_to_come_back(url):
    async with opened(url) as database:
        async with running_hub(database) as hub:
            ann, bob = await Guest(1).join(hub), await Guest(2).join(hub)
            for number in range(20):
                ann.slip(number)
            await hub.drain()
            assert ann.stored == 20
            assert (ann.closed, bob.closed) == (1012, 1012)
            told = [guest.notices[-1] for guest in (ann, bob)]
            assert [notice["code"] for notice in told] == ["restart", "restart"]
            assert told[0]["after"] != told[1]["after"]
            with pytest.raises(Draining):
                await Guest(3).join(hub)
        assert (await updates.load(database, "b1")).head >= 1


async def test_stopping_does_not_wait_for_a_store_that_is_away(sqlite_url):
    async with opened(f"{sqlite_url}?timeout=0.05") as database, running_hub(database) as hub:
        ann = await Guest(1).join(hub)
        await ann.until(lambda g: g.changes)
        async with asyncio.timeout(DEADLINE_SECONDS), database.write():
            ann.slip(1)
            await ann.until(lambda g: "degraded" in g.codes())
            await hub.drain()
        assert (ann.stored, ann.closed) == (0, 1012)
