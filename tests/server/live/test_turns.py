"""Turns: nobody who says much keeps the others waiting."""

import asyncio
from time import monotonic

from server.live.turns import AT_ONCE, SHARE_SECONDS, Speakers, Turns
from tests.builders.guests import Guest, running_hub
from tests.builders.stores import opened


class Talker:
    """Somebody with so many pieces to say."""

    def __init__(self, name: str, pieces: int, heard: list[str]) -> None:
        self.name = name
        self.pieces = pieces
        self.all_heard = heard

    def hear(self, most: int) -> bool:
        said = min(most, self.pieces)
        self.pieces -= said
        self.all_heard += [self.name] * said
        return self.pieces > 0


class Endless:
    """Somebody who never stops."""

    def hear(self, most: int) -> bool:
        return True


def work_for(seconds: float) -> None:
    until = monotonic() + seconds
    while monotonic() < until:
        continue


def test_who_has_little_to_say_does_not_wait_for_who_has_much():
    heard: list[str] = []
    speakers = Speakers()
    speakers.add(Talker("much", 10 * AT_ONCE, heard))
    speakers.add(Talker("little", 1, heard))
    speakers.hear()
    assert heard.index("little") == AT_ONCE
    assert (heard.count("much"), bool(speakers)) == (10 * AT_ONCE, False)


def test_listening_ends_though_somebody_never_stops():
    speakers = Speakers()
    speakers.add(Endless())
    speakers.hear()
    assert speakers


def test_everybody_is_heard_out_however_much_they_say():
    heard: list[str] = []
    speakers = Speakers()
    speakers.add(Talker("a", 10 * AT_ONCE, heard))
    speakers.add(Talker("b", 1, heard))
    speakers.hear_out()
    assert (len(heard), bool(speakers)) == (10 * AT_ONCE + 1, False)


async def test_who_still_speaks_to_a_room_that_is_over_is_heard_out(sqlite_url):
    """Its answer to our goodbye may be in it, for which the socket waits."""
    heard: list[str] = []
    async with opened(sqlite_url) as database, running_hub(database) as hub:
        ann = await Guest(1).join(hub)
        await hub.shut("b1", 1012, "weg")
        ann.connection.ask(Talker("ann", 3, heard))
        assert heard == ["ann"] * 3


async def test_rooms_act_in_the_order_in_which_they_asked():
    turns, acted = Turns(), []
    for name in "abc":
        turns.ask(lambda name=name: acted.append(name))
    await asyncio.sleep(0)
    assert acted == ["a", "b", "c"]


async def test_when_many_rooms_have_much_to_do_the_network_has_its_turn_in_between():
    turns, acted = Turns(), []

    def act() -> None:
        work_for(SHARE_SECONDS / 3)
        acted.append("room")

    for _ in range(9):
        turns.ask(act)
    asyncio.get_running_loop().call_soon(acted.append, "network")
    while acted.count("room") < 9:  # noqa: ASYNC110 - one turn of the loop
        await asyncio.sleep(0)
    assert 0 < acted.index("network") <= 4


async def test_a_room_that_fails_in_its_turn_takes_nobody_elses():
    turns, acted, faults = Turns(), [], []
    asyncio.get_running_loop().set_exception_handler(lambda _, fault: faults.append(fault))
    turns.ask(lambda: 1 / 0)
    turns.ask(lambda: acted.append("b"))
    while not acted:  # noqa: ASYNC110 - one turn of the loop
        await asyncio.sleep(0)
    assert [type(fault["exception"]) for fault in faults] == [ZeroDivisionError]
