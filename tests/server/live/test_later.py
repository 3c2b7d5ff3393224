"""Things to do after a while."""

import asyncio

from server.live.later import Later


async def until_later(later, seconds=0.02):
    """Wait for what is set to be done after everything else."""
    done = asyncio.Event()
    later.set("the end", seconds, done.set)
    await asyncio.wait_for(done.wait(), 5)


async def test_what_is_set_is_done_once():
    later, done = Later(), asyncio.Event()
    later.set("b1", 0.01, done.set)
    await asyncio.wait_for(done.wait(), 5)
    assert len(later) == 0


async def test_asking_again_begins_the_while_anew():
    later, done = Later(), []
    later.set("b1", 0.001, lambda: done.append("first"))
    later.set("b1", 0.002, lambda: done.append("second"))
    await until_later(later)
    assert done == ["second"]


async def test_what_is_dropped_is_not_done():
    later, done = Later(), []
    later.set("b1", 0.001, lambda: done.append(1))
    later.set("b2", 0.001, lambda: done.append(2))
    later.drop("b1")
    later.drop("b3")
    await until_later(later)
    assert done == [2]


async def test_everything_can_be_dropped():
    later, done = Later(), []
    for name in "abc":
        later.set(name, 0.001, lambda: done.append(1))
    later.drop_all()
    await until_later(later)
    assert (done, len(later)) == ([], 0)
