"""All running boards: one room per board, however many arrive; and every task there is."""

import asyncio
import itertools
import logging
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from server.live import folding
from server.live.connection import Connection
from server.live.folding import Folder
from server.live.foyer import Foyer
from server.live.gathering import Person, for_one, to_json
from server.live.inflight import InFlight
from server.live.later import Later
from server.live.loading import Care, Cut, build_room, came_by, cut_of, gather, load_cut
from server.live.options import Options, Status
from server.live.outbox import Transport
from server.live.peers import Budget
from server.live.runner import FAILED, OURS, REMOVED, RESTART, REVOKED, Ground, News, Runner, State
from server.live.session import Command, Session, change, from_text, settled, to_text
from server.live.tail import Tail
from server.live.turns import Turns
from server.log import event
from server.metrics import LOAD_SECONDS, REVOKE_SECONDS
from server.store import cases, sessions, updates
from server.store.database import Database
from server.store.writer import StoreAway, Writer
from server.sync.passes import Pass
from server.sync.room import LoadError, Room

WITHDRAWN = "De uitnodiging is ingetrokken."
RESTARTS = "De server start opnieuw; je komt vanzelf terug."
SPREAD_SECONDS = 5.0
ARRIVAL_SECONDS = 1.0
DRAIN_SECONDS, GOODBYE_SECONDS = 10.0, 1.0
LONGEST_NAME = 64
LOAD = "load"
logger = logging.getLogger(__name__)

__all__ = ["Connection", "Cut", "Draining", "Hub", "Options", "Status"]


class Draining(Exception):  # noqa: N818
    """The server is about to stop and takes nobody in."""


class Hub:
    """Joins peers to boards, reads boards, and changes their sessions.

    `clock` gives the time with its zone. Whatever needs a board raises `UnknownBoard`,
    `Quarantined`, `StoreAway` or `Draining` where that is so.
    """

    def __init__(
        self, database: Database, writer: Writer, options: Options, clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._writer = writer
        self._options = options
        self._clock = clock
        self._runners: dict[str, Runner] = {}
        self._loads: dict[str, asyncio.Task[Runner]] = {}
        self._foyers: dict[str, Foyer] = {}
        self._ending: dict[str, Runner] = {}
        self._distrusted: set[str] = set()
        self._inflight = InFlight()
        self._folder = Folder(database, clock)
        self._unloads, self._folds = Later(), Later()
        self._turns = Turns()
        self._gatherings = itertools.count(1)
        self._peer_ids = itertools.count(1)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._writing: asyncio.Task[None] | None = None
        self._draining = False
        self._drain: asyncio.Task[None] | None = None

    async def start(self, inflight: Path | None = None, *, after_crash: bool = False) -> None:
        """Start the writer; `inflight` is the file in which a crash leaves what it was at."""
        left = self._inflight.open(inflight) if inflight else ()
        if after_crash:
            for board in await cases.settle(self._database, left, self._clock()):
                event(logger, "quarantined", level=logging.ERROR, board=board, reason="crash")
        self._writer.on_back(self._store_back)
        self._writing = self.spawn(self._writer.run(), "writer")
        self._writing.add_done_callback(_stop_without_writer)

    def spawn(self, work: Coroutine[Any, Any, Any], name: str) -> "asyncio.Task[Any]":
        """Start a task; what goes wrong in it is logged."""
        task = asyncio.create_task(work, name=name)  # noqa: TID251 - here and nowhere else
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    async def join(self, board: str, pass_: Pass, transport: Transport) -> Connection:
        """Let a peer in at a board, which is loaded if it is not running."""
        peer = next(self._peer_ids)
        if board not in self._runners and not self._draining:
            load = self._loading(board)
            waiting = await self._foyers[board].enter(load, peer, pass_, transport)
            if waiting:
                return waiting
            await load
        runner = await self._running(board)
        runner.join(peer, pass_, transport)
        return Connection(peer, runner)

    async def read(self, board: str) -> Cut:
        """Give what durably lies on a board, all of it of one moment."""
        runner = self._runners.get(board)
        if runner is None and board not in self._loads:
            with self._inflight.reading(board):
                return await load_cut(self._database, board)
        stored = await (await self._running(board)).read()
        with self._inflight.reading(board):
            return await cut_of(stored)

    async def session(self, board: str) -> Session:
        """Give a board's session."""
        return settled((await gather(self._database, board)).session, self._clock())

    async def session_json(self, board: str, participant: str) -> dict[str, object]:
        """Give a board's session as message 81 shows it to one participant."""
        gathering = await gather(self._database, board)
        runner = self._runners.get(board)
        here = runner.here if runner else frozenset()
        you = gathering.person(participant) or Person(participant, "", None, "")
        return for_one(gathering, to_json(gathering, here, self._clock()), you)

    async def change_session(self, board: str, command: Command) -> Session:
        """Change a board's session for everyone; `WrongMoment` where the clock forbids it."""

        def after(text: str) -> str:
            return to_text(change(from_text(text), command, self._clock()))

        text = await sessions.change(self._database, board, after)
        await self.refresh(board)
        return from_text(text)

    async def refresh(self, board: str) -> None:
        """People or session changed in the store: tell everyone, and change their passes."""
        if board in self._loads:
            await asyncio.wait([self._loads[board]])
        if runner := self._runners.get(board):
            number = next(self._gatherings)
            runner.gathered(await gather(self._database, board), number)

    async def close_participant(self, participant: str) -> None:
        """Close every socket of a participant who was removed (4401)."""
        with REVOKE_SECONDS.time():
            self._close(frozenset({participant}), REMOVED)

    async def close_invitation(self, invitation: str) -> None:
        """Close the sockets of all who came by an invitation that was withdrawn (4401)."""
        with REVOKE_SECONDS.time():
            self._close(await came_by(self._database, invitation), WITHDRAWN)

    async def shut(self, board: str, code: int, reason: str) -> None:
        """Store what a running board holds, and close all its sockets with a code."""
        if load := self._loads.get(board):
            await asyncio.wait([load])
        if runner := self._runners.get(board):
            self._forget(runner)
            self._folds.drop(board)
            await runner.finish(reason, 0.0)
            runner.close(code, reason)

    def status(self) -> Status:
        """Say how the live part is doing."""
        rooms = Counter(runner.state.value for runner in self._runners.values())
        rooms[State.LOADING.value] = len(self._loads)
        peers = sum(runner.peers for runner in self._runners.values())
        unsent = sum(runner.unsent for runner in self._runners.values())
        waiting = self._writer.waiting
        return Status(dict(rooms), peers, self._writer.away, len(waiting), sum(waiting), unsent)

    def drain_soon(self) -> "asyncio.Task[None]":
        """Begin to drain, if that has not begun."""
        if self._drain is None:
            self._draining = True
            self._drain = self.spawn(self._drain_all(), "drain")
        return self._drain

    async def drain(self) -> None:
        """Let nobody in, store what is held, tell everyone to come back (1012), and stop."""
        await asyncio.wait([self.drain_soon()])

    async def _drain_all(self) -> None:
        self._unloads.drop_all()
        self._folds.drop_all()
        runners = list(self._runners.values())
        try:
            async with asyncio.timeout(DRAIN_SECONDS):
                await asyncio.gather(*(r.finish(RESTARTS, SPREAD_SECONDS) for r in runners))
        except TimeoutError:
            event(logger, "drain_too_slow", level=logging.ERROR, rooms=len(runners))
        for runner in runners:
            runner.close(RESTART, RESTARTS)
        self._runners.clear()
        self._writer.close()
        if self._writing:
            await asyncio.wait([self._writing])
        await self._end_tasks()

    async def _end_tasks(self) -> None:
        others = self._tasks - {asyncio.current_task()}
        if others:
            # the sockets' tasks still have goodbyes to send
            _, others = await asyncio.wait(others, timeout=GOODBYE_SECONDS)
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others)

    # one room per board

    async def _running(self, board: str) -> Runner:
        """Give the runner of a board; however many ask, it is loaded once."""
        while True:
            if self._draining:
                raise Draining
            runner = self._runners.get(board)
            if runner:
                return runner
            load = self._loading(board)
            # who gives up waiting must not stop the load for the others
            runner = await asyncio.shield(load)
            if runner.state is not State.CLOSED:
                return runner

    def _loading(self, board: str) -> "asyncio.Task[Runner]":
        """Give the load of a board, which begins if there is none."""
        load = self._loads.get(board)
        if load is None:
            foyer = self._foyers[board] = Foyer()
            load = self._loads[board] = self.spawn(self._load_for(board, foyer), LOAD)
        return load

    async def _load_for(self, board: str, foyer: Foyer) -> Runner:
        """Load a board for those in the foyer, who then go in or are turned away."""
        try:
            runner = await self._load(board, foyer)
        except BaseException:
            code, reason = (RESTART, RESTARTS) if self._draining else (OURS, FAILED)
            foyer.turn_away(code, reason)
            raise
        finally:
            del self._loads[board], self._foyers[board]
        foyer.empty_into(runner)
        return runner

    async def _load(self, board: str, foyer: Foyer) -> Runner:
        try:
            if former := self._ending.get(board):
                # what it had on its way to the log must be there before the log is read
                await former.settled()
            stored = await self._read_or_make(board)
            gathering = await gather(self._database, board)
            await foyer.open(stored)
            with LOAD_SECONDS.time():
                room, tail = await self._build(board, stored)
        except (SQLAlchemyError, OSError) as error:
            raise StoreAway from error
        if self._draining:
            raise Draining
        self._writer.resume(board)
        options = self._options
        ground = Ground(
            self._writer, self._clock, self._budget(), self._turns, options.open, self._heard
        )
        runner = self._runners[board] = Runner(room, tail, gathering, ground)
        self._distrusted.discard(board)
        # whoever it was loaded for gets the time to come in, or may have given up
        self._unload_later(runner, least=ARRIVAL_SECONDS)
        return runner

    async def _read_or_make(self, board: str) -> updates.Stored:
        try:
            return await self._read(board)
        except updates.UnknownBoard:
            if not self._options.open:
                raise
            await self._make(board)
            return await self._read(board)

    async def _read(self, board: str) -> updates.Stored:
        try:
            return await updates.load(self._database, board)
        except updates.HoleInLog as fault:
            raise await self._quarantine(board, fault) from fault

    async def _build(self, board: str, stored: updates.Stored) -> tuple[Room, Tail]:
        try:
            poisons = await cases.poisons(self._database, board)
            care = Care(board in self._distrusted, poisons, self._inflight.watching(board))
            with self._inflight.reading(board):
                return await build_room(stored, self._options.limits, care)
        except LoadError as fault:
            raise await self._quarantine(board, fault) from fault

    async def _quarantine(self, board: str, fault: Exception) -> updates.Quarantined:
        event(logger, "quarantined", level=logging.ERROR, board=board, reason=str(fault))
        await updates.quarantine(self._database, board, str(fault))
        return updates.Quarantined(str(fault))

    async def _make(self, board: str) -> None:
        if not 0 < len(board) <= LONGEST_NAME or not board.isprintable():
            raise updates.UnknownBoard(board)
        await updates.begin(self._database, board, self._clock())

    def _budget(self) -> Budget:
        return Budget(self._options.outbox_bytes, self._options.stalled_seconds)

    def _heard(self, runner: Runner, news: News) -> None:
        match news:
            case News.STORED:
                self._stored(runner)
            case News.EMPTY:
                self._unload_later(runner)
            case News.STRANGER:
                self.spawn(self.refresh(runner.board), "refresh")
            case News.ENDED:
                self._forget(runner)
            case News.DISTRUSTED:
                self._distrusted.add(runner.board)
                self._forget(runner)
                if runner.case:
                    case = cases.of_reset(runner.board, runner.case)
                    self.spawn(cases.keep(self._database, case, self._clock()), "case")

    def _forget(self, runner: Runner) -> None:
        if self._runners.get(runner.board) is runner:
            del self._runners[runner.board]
            self._ending[runner.board] = runner
            self.spawn(self._see_out(runner), "end")

    async def _see_out(self, runner: Runner) -> None:
        await runner.settled()
        if self._ending.get(runner.board) is runner:
            del self._ending[runner.board]

    def _unload_later(self, runner: Runner, least: float = 0.0) -> None:
        if not self._draining:
            seconds = max(least, self._options.grace_seconds)
            self._unloads.set(runner.board, seconds, lambda: self._unload(runner))

    def _unload(self, runner: Runner) -> None:
        if runner.is_idle and self._runners.get(runner.board) is runner:
            del self._runners[runner.board]
            self._folds.drop(runner.board)
            runner.close(RESTART, RESTARTS)
            if folding.is_left_behind(runner.tail):
                self._fold(runner)

    def _stored(self, runner: Runner) -> None:
        if folding.is_overlong(runner.tail):
            self._fold(runner)
        elif folding.is_long(runner.tail):
            self._folds.set(runner.board, folding.QUIET_SECONDS, lambda: self._fold(runner))

    def _fold(self, runner: Runner) -> None:
        if not runner.tail.is_folding:
            self.spawn(self._folder.fold(runner.board, runner.tail), "fold")

    # people and store

    def _close(self, people: frozenset[str], reason: str) -> None:
        for runner in tuple(self._runners.values()):
            runner.close_peers(lambda pass_: pass_.participant in people, REVOKED, reason)

    def _store_back(self) -> None:
        for runner in tuple(self._runners.values()):
            runner.store_back()

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        # a load's fault is told to everyone who waits for it
        if fault and task.get_name() != LOAD:
            logger.error("task_failed", exc_info=fault, extra={"fields": {"task": task.get_name()}})


def _stop_without_writer(writing: "asyncio.Task[None]") -> None:
    """Without its writer the server can only lie: better to be started again."""
    if not writing.cancelled() and writing.exception():
        raise SystemExit(1)
