"""The one writer of all logs: each commit takes everything that gathered meanwhile.

A commit that fails is not repeated. Whoever waits for it hears whether its rows are in the
log; until the store takes writes again every further append is turned away at once.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from server.log import event
from server.metrics import COMMIT_ROWS, COMMIT_SECONDS
from server.store.database import SQLITE, Database
from server.store.log import Append, Log, LogFault, Outcomes
from server.store.postgres_log import PostgresLog
from server.store.sqlite_log import SqliteLog

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0
# a commit that took 1 ms lets 3 ms pass before the next, if that comes at once; rooms hold
# what they have until then, and one turn of the loop serves them all
LONGEST_BREATH, BREATH_PER_COST = 0.006, 3.0
MOST_ROWS = 2_000
logger = logging.getLogger(__name__)


class StoreAway(Exception):  # noqa: N818
    """The store takes no writes now; nothing of this append is in it."""


class Overtaken(Exception):  # noqa: N818
    """The log is not the one the room was loaded from: the board was renewed, or is gone."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    append: Append
    seq: asyncio.Future[int]


class Writer:
    """Takes appends of all boards and commits them together, in order of arrival.

    After an append of a board failed, its later ones fail too, until `resume`: a log must not
    hold what builds on something it does not hold.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._log = open_log(database)
        self._clock = clock
        self._queue: list[_Waiting] = []
        self._failed: set[str] = set()
        self._wake = asyncio.Event()
        self._closing = asyncio.Event()
        self._away = False
        self._pause = FIRST_PAUSE
        self._cost = 0.0
        self._free_at = 0.0
        self._on_back: Callable[[], None] = lambda: None

    @property
    def away(self) -> bool:
        """Say whether the store takes no writes now."""
        return self._away

    @property
    def free_at(self) -> float:
        """Give the time, of the steady clock, from which an append need not wait for another."""
        return self._free_at

    @property
    def waiting(self) -> list[int]:
        """Give the sizes of the updates that wait to be committed."""
        return [len(one.append.update) for one in self._queue]

    def on_back(self, tell: Callable[[], None]) -> None:
        """Have `tell` called each time the store takes writes again."""
        self._on_back = tell

    def append(self, append: Append) -> asyncio.Future[int]:
        """Give the seq under which the append is durable, once it is.

        Fails with `StoreAway` or `Overtaken`; then nothing of it is in the log.
        """
        seq: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        if self._away or self._closing.is_set() or append.board in self._failed:
            self._failed.add(append.board)
            seq.set_exception(StoreAway())
        else:
            self._queue.append(_Waiting(append, seq))
            self._wake.set()
        return seq

    def resume(self, board: str) -> None:
        """Take appends of a board again: its room knows what failed and starts from there."""
        self._failed.discard(board)

    async def run(self) -> None:
        """Write until `close`, and then what was given before it. Runs once, as a task."""
        try:
            while self._queue or not self._closing.is_set():
                await self._wake.wait()
                self._wake.clear()
                while self._queue:
                    await self._breathe()
                    batch, self._queue = self._queue[:MOST_ROWS], self._queue[MOST_ROWS:]
                    await self._write(batch)
        finally:
            self._closing.set()
            self._fail(self._queue)
            await self._log.close()

    def close(self) -> None:
        """Let `run` end when all that was given before this is written."""
        self._closing.set()
        self._wake.set()

    async def _breathe(self) -> None:
        """Let more gather when one commit follows on the other: many small ones cost the most."""
        rest = self._free_at - monotonic()
        if rest > 0:
            await asyncio.sleep(rest)

    @property
    def _breath(self) -> float:
        return min(LONGEST_BREATH, BREATH_PER_COST * self._cost)

    async def _write(self, batch: list[_Waiting]) -> None:
        began = monotonic()
        self._free_at = began + self._cost + self._breath
        try:
            outcomes = await self._log.write([w.append for w in batch], self._clock())
        except LogFault as fault:
            event(logger, "store_away", level=logging.ERROR, reason=str(fault))
            self._away = True
            await self._recover(batch, fault.outcomes)
        else:
            self._pause = FIRST_PAUSE
            now = monotonic()
            self._cost = now - began
            COMMIT_SECONDS.observe(self._cost)
            COMMIT_ROWS.inc(len(batch))
            self._free_at = now + self._breath
            self._settle(batch, outcomes)

    async def _recover(self, batch: list[_Waiting], outcomes: Outcomes | None) -> None:
        if outcomes is None:
            self._fail(batch)
        self._fail(self._queue)
        self._queue = []
        if outcomes is not None:
            await self._when_there(lambda: self._tell_truth(batch, outcomes))
        await self._when_there(lambda: self._log.probe(batch[0].append.board, self._clock()))
        if self._closing.is_set():
            # whether it is in the log nobody knows any more; told to be lost it is sent again
            self._fail(batch)
        else:
            event(logger, "store_back")
            self._away = False
            self._on_back()

    async def _tell_truth(self, batch: list[_Waiting], outcomes: Outcomes) -> None:
        if await self._log.holds([w.append for w in batch], outcomes):
            self._settle(batch, outcomes)
        else:
            self._fail(batch)

    async def _when_there(self, ask: Callable[[], Awaitable[None]]) -> None:
        """Ask the store until it answers, ever more seldom."""
        while not self._closing.is_set():
            try:
                await ask()
            except LogFault as fault:
                event(logger, "store_still_away", level=logging.WARNING, reason=str(fault))
                await self._rest()
            else:
                return

    async def _rest(self) -> None:
        pause, self._pause = self._pause, min(2 * self._pause, LONGEST_PAUSE)
        try:
            async with asyncio.timeout(pause):
                await self._closing.wait()
        except TimeoutError:
            return

    def _settle(self, batch: list[_Waiting], outcomes: Outcomes) -> None:
        for one, seq in zip(batch, outcomes, strict=True):
            if seq is None:
                self._refuse(one, Overtaken())
            elif not one.seq.done():
                one.seq.set_result(seq)

    def _fail(self, waiting: list[_Waiting]) -> None:
        for one in waiting:
            self._refuse(one, StoreAway())

    def _refuse(self, one: _Waiting, reason: Exception) -> None:
        self._failed.add(one.append.board)
        if not one.seq.done():
            one.seq.set_exception(reason)


def open_log(database: Database) -> Log:
    """Give the logs of a database, in the way that is fastest for its kind."""
    if database.url.get_backend_name() == SQLITE:
        return SqliteLog(database.url)
    return PostgresLog(database)
