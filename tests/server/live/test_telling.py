"""Who is told what of the session, and how often."""

import asyncio
import json
from dataclasses import replace

from server.live.gathering import Gathering, Person
from server.live.session import Session
from server.live.telling import APART_SECONDS, Throttle, as_it_stands, messages
from tests.builders.stores import NOW
from tests.builders.table import a_pass

ANN = Person("ann", "Annemarie", "s9", "participant")


def a_gathering(*people, **session):
    return Gathering("b1", "Wijk", Session(**session), people)


def test_a_pass_carries_the_present_name_and_seat():
    stands = as_it_stands(a_pass("ann", seat="s1"), a_gathering(ANN))
    assert (stands.name, stands.seat) == ("Annemarie", "s9")


def test_a_pass_of_somebody_unknown_stays_as_it_was():
    assert as_it_stands(a_pass("bob"), a_gathering(ANN)) == a_pass("bob")


def test_whose_writing_is_held_up_may_not_write_and_others_may():
    held = replace(a_gathering(), session=Session(paused=("ann",)))
    assert not as_it_stands(a_pass("ann"), held).may_write
    assert as_it_stands(a_pass("bob"), held).may_write


def test_while_writing_is_locked_only_the_facilitator_may():
    locked = a_gathering(writing=False)
    assert not as_it_stands(a_pass(), locked).may_write
    assert as_it_stands(a_pass(role="facilitator"), locked).may_write


def test_no_lock_and_no_unlocking_makes_a_viewer_write():
    for writing in (True, False):
        viewer = as_it_stands(a_pass(role="viewer"), a_gathering(writing=writing))
        assert not viewer.may_write


def test_only_who_speaks_our_protocol_is_told():
    peers = [(1, a_pass("ann")), (2, a_pass("bob", speaks=False))]
    told = messages(a_gathering(ANN), peers, frozenset(), NOW)
    assert [peer for peer, _ in told] == [1]


def test_each_is_told_who_they_are_also_when_not_among_the_people():
    peers = [(1, a_pass("ann")), (2, replace(a_pass("bob"), seat=None))]
    told = dict(messages(a_gathering(ANN), peers, frozenset({"ann"}), NOW))
    assert json.loads(told[1])["you"]["name"] == "Annemarie"
    bob = {"id": "bob", "name": "Bob", "seat": None, "role": "participant"}
    you = json.loads(told[2])["you"]
    assert {key: you[key] for key in bob} == bob
    assert json.loads(told[2])["people"][0]["here"] is True


class Done:
    """Counts what a throttle does, and when."""

    def __init__(self):
        self.times = []
        self.again = asyncio.Event()

    def __call__(self):
        self.times.append(asyncio.get_running_loop().time())
        self.again.set()

    async def wait(self):
        self.again.clear()
        await asyncio.wait_for(self.again.wait(), 5)


async def test_what_is_asked_often_is_done_at_once_and_then_once_more():
    done = Done()
    throttle = Throttle(done)
    for _ in range(2):
        for _ in range(100):
            throttle.ask()
        await done.wait()
    first, second = done.times
    assert second - first > 0.9 * APART_SECONDS


async def test_what_cannot_wait_is_done_now_and_not_again_soon():
    done = Done()
    throttle = Throttle(done)
    throttle.ask()
    throttle.act()
    assert len(done.times) == 1
    throttle.ask()
    await done.wait()
    assert len(done.times) == 2


async def test_what_is_asked_and_stopped_is_not_done():
    stopped, other = Done(), Done()
    throttle = Throttle(stopped)
    throttle.ask()
    throttle.stop()
    Throttle(other).ask()
    await other.wait()
    assert stopped.times == []
