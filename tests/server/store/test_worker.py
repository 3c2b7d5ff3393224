"""A thread that does work for the loop."""

import asyncio
import threading

import pytest

from server.store.worker import Worker


@pytest.fixture
def worker():
    working = Worker("test")
    yield working
    working.stop()


async def test_work_is_done_in_the_thread_and_its_result_given(worker):
    name = await worker.do(lambda: threading.current_thread().name)
    assert name == "test"


async def test_work_is_done_in_the_order_in_which_it_came(worker):
    done = []
    await asyncio.gather(*(worker.do(lambda n=n: done.append(n)) for n in range(50)))
    assert done == list(range(50))


async def test_whoever_waits_hears_what_went_wrong_and_the_thread_goes_on(worker):
    with pytest.raises(ZeroDivisionError):
        await worker.do(lambda: 1 / 0)
    assert await worker.do(lambda: 7) == 7


async def test_who_gave_up_waiting_does_not_hold_up_the_thread(worker):
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        go_on.wait(5)

    waiting = asyncio.create_task(worker.do(slow))
    await asyncio.to_thread(begun.wait, 5)
    waiting.cancel()
    go_on.set()
    assert await worker.do(lambda: 7) == 7


async def test_stopping_does_first_what_was_given(worker):
    given = asyncio.create_task(worker.do(lambda: 7))
    await asyncio.sleep(0)
    worker.stop()
    assert await given == 7


def test_a_worker_that_never_worked_stops():
    Worker("test").stop()
