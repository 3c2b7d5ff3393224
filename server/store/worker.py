"""A thread of one's own that does work for the loop, one piece after the other."""

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

Given = TypeVar("Given")
Work = Callable[[], Any]


class Worker:
    """Does work in one thread; half the cost per piece of the standard library's executor."""

    def __init__(self, name: str) -> None:
        self._waiting: SimpleQueue[tuple[Work, asyncio.Future[Any]] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    async def do(self, work: Callable[[], Given]) -> Given:
        """Have `work` done in the thread, which begins with the first piece."""
        if not self._thread.is_alive():
            self._thread.start()
        done: asyncio.Future[Given] = asyncio.get_running_loop().create_future()
        self._waiting.put((work, done))
        return await done

    def stop(self) -> None:
        """End the thread when it has done everything."""
        if self._thread.is_alive():
            self._waiting.put(None)
            self._thread.join()

    def _run(self) -> None:
        while given := self._waiting.get():
            work, done = given
            loop = done.get_loop()
            try:
                result = work()
            except Exception as fault:  # noqa: BLE001 - whoever waits for it hears of it
                loop.call_soon_threadsafe(_fail, done, fault)
            else:
                loop.call_soon_threadsafe(_finish, done, result)


def _finish(done: asyncio.Future[Any], result: object) -> None:
    if not done.done():
        done.set_result(result)


def _fail(done: asyncio.Future[Any], fault: Exception) -> None:
    if not done.done():
        done.set_exception(fault)
