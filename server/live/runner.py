"""Runs one room: gives it what comes in, carries out what it asks, and keeps its pace.

There is no task in here: everything happens in calls from sockets, timers and the writer.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from functools import partial
from time import monotonic

from server.live.gathering import Gathering
from server.live.outbox import Transport
from server.live.pace import LONGEST_SECONDS, Pace
from server.live.peers import Budget, Peers
from server.live.tail import Tail
from server.live.telling import Throttle, as_it_stands, messages
from server.live.turns import Source, Speakers, Turns
from server.log import event, failure
from server.metrics import COALESCED
from server.store.log import Append
from server.store.writer import Overtaken, StoreAway, Writer
from server.sync.effects import Broadcast, Close, Effect, PeerId, Persist, Reset, Send
from server.sync.passes import Pass
from server.sync.room import Room

OURS, RESTART, REVOKED = 1011, 1012, 4401
REMOVED = "Je bent van dit kleed af gehaald."
FAILED = "Er ging bij ons iets mis."
RELOADED = "Het kleed wordt opnieuw geladen."
logger = logging.getLogger(__name__)


class State(StrEnum):
    """In which part of its life a room is."""

    LOADING = "loading"
    LIVE = "live"
    DEGRADED = "degraded"
    DRAINING = "draining"
    CLOSED = "closed"


class News(Enum):
    """What a runner tells the hub."""

    STORED = "something more is stored"
    EMPTY = "nobody is here and everything is stored"
    STRANGER = "somebody came who is not among the people"
    ENDED = "it is over; load the board again"
    DISTRUSTED = "it is over; load the board again, with care"


@dataclass(frozen=True, slots=True)
class StoredState:
    """A document of which everything is durable, up to `seq`."""

    state: bytes
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What a runner stands on; `tell` is how it reaches the hub.

    `open`: everyone may be here, also who is not among the people of the board.
    """

    writer: Writer
    clock: Callable[[], datetime]
    budget: Budget
    turns: Turns
    open: bool
    tell: Callable[["Runner", News], None]


class Runner:
    """One room among its sockets, from loading to closing; a new load makes a new runner."""

    def __init__(self, room: Room, tail: Tail, gathering: Gathering, ground: Ground) -> None:
        self.room = room
        self.tail = tail
        self.board = gathering.board
        self.case: Reset | None = None
        self._gathering = gathering
        self._gathered = 0
        self._ground = ground
        self._loop = asyncio.get_running_loop()
        self._pace = Pace()
        self._peers = Peers(
            ground.budget, on_spent=self._spent, on_free=self._free, on_lost=self._lost
        )
        self._telling = Throttle(self._tell_everyone)
        self._unsettled: set[asyncio.Future[int]] = set()
        self._readers: list[asyncio.Future[StoredState]] = []
        self._speakers = Speakers()
        self._timer: asyncio.Handle | None = None
        self._is_turn_set = False
        self._draining = False
        self._closed = False

    @property
    def state(self) -> State:
        """Give in which part of its life the room is."""
        if self._closed:
            return State.CLOSED
        if self._draining:
            return State.DRAINING
        return State.DEGRADED if self.room.degraded else State.LIVE

    @property
    def peers(self) -> int:
        """Give how many sockets are here."""
        return len(self._peers)

    @property
    def unsent(self) -> int:
        """Give how many bytes the sockets here have not taken."""
        return self._peers.unsent

    @property
    def here(self) -> frozenset[str]:
        """Give the participants who have a socket here."""
        return self._peers.participants

    @property
    def is_idle(self) -> bool:
        """Say whether nobody is here and everything is stored."""
        return not self._peers and not self._unsettled and self.room.idle

    # what comes in

    def join(self, peer: PeerId, pass_: Pass, transport: Transport, *, told: bool = False) -> None:
        """Let a peer in; one that was `told` what is stored hears only what is new."""
        self._peers.add(peer, pass_, transport)
        self._do(partial(self.room.join, peer, as_it_stands(pass_, self._gathering), told=told))
        if peer in self._peers:
            self._tell_session([(peer, pass_)])
            self._telling.ask()
        if self._is_stranger(pass_):
            self._ground.tell(self, News.STRANGER)

    def receive(self, peer: PeerId, data: bytes) -> None:
        """Give the room a message; one of a peer that is gone is nothing."""
        if peer in self._peers and not self._draining:
            self._do(partial(self.room.receive, peer, data, monotonic()))

    def ask(self, source: Source) -> None:
        """Hear `source` in the next turn; it asks once, until it was heard to the end."""
        self._speakers.add(source)
        if self._closed:
            self._speakers.hear_out()
        self._set_turn()

    def drained(self, peer: PeerId) -> None:
        """A peer's socket took what it was given."""
        self._peers.drained(peer)

    def leave(self, peer: PeerId) -> None:
        """Forget a peer whose socket is gone; saying so twice does no harm."""
        if self._peers.remove(peer):
            self._lost(peer)

    def gathered(self, gathering: Gathering, number: int) -> None:
        """People or session changed: give each peer its new pass, and tell everyone.

        What was read before what is known already, by its `number`, is no news.
        """
        if number < self._gathered or self._closed:
            return
        self._gathered = number
        self._gathering = gathering
        self.close_peers(self._is_stranger, REVOKED, REMOVED)
        for peer, pass_ in self._peers:
            self._do(partial(self.room.change_pass, peer, as_it_stands(pass_, gathering)))
        self._telling.act()

    def close_peers(self, is_meant: Callable[[Pass], bool], code: int, reason: str) -> None:
        """Close the sockets of those who came with such a pass."""
        for peer, pass_ in self._peers:
            if is_meant(pass_):
                self._peers.close(peer, code, reason)

    def read(self) -> asyncio.Future[StoredState]:
        """Give the document at the next moment at which all of it is durable."""
        reader: asyncio.Future[StoredState] = self._loop.create_future()
        self._readers.append(reader)
        self._answer_readers()
        return reader

    def store_back(self) -> None:
        """The store takes writes again: ask the room for what it holds."""
        if self.room.degraded and not self._unsettled and not self._closed:
            self._ground.writer.resume(self.board)
            self._do(self.room.retry)

    # the end

    async def finish(self, words: str, seconds: float) -> None:
        """Take nothing more in, store what is held, and say when to come back, spread out."""
        self._draining = True
        for number, (peer, _) in enumerate(self._peers):
            after = {"after": seconds * number / len(self._peers)}
            self._do(partial(self.room.notice, "restart", words, [peer], **after))
        while self.room.wants_flush or self._unsettled:
            self._flush()
            await self.settled()

    def close(self, code: int, reason: str) -> None:
        """Close every socket and end."""
        self._closed = True
        self._telling.stop()
        if self._timer:
            self._timer.cancel()
        for peer, _ in self._peers:
            self._peers.close(peer, code, reason)
        # nothing of it counts any more, but a goodbye may be in it
        self._speakers.hear_out()
        self._refuse_readers()

    async def settled(self) -> None:
        """Wait until the writer holds nothing of this room any more."""
        if self._unsettled:
            await asyncio.wait(self._unsettled)

    def _end(self, news: News, code: int, reason: str) -> None:
        if not self._closed:
            self.close(code, reason)
            self._ground.tell(self, news)

    # carrying out

    def _do(self, step: Callable[[], Iterable[Effect]]) -> None:
        """Take one step of the room and do what it asks; our own mistakes end the room."""
        if self._closed:
            return
        try:
            for effect in step():
                self._carry_out(effect)
        except Exception:  # noqa: BLE001 - the room may have gone half of its way
            failure(logger, "room_failed", board=self.board)
            self._end(News.DISTRUSTED, OURS, FAILED)
        else:
            self._set_turn()

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Broadcast(peers, message, False):
                self._peers.send_all(peers, message)
            case Broadcast(peers, message, True):
                for peer in peers:
                    self._peers.offer(peer, message)
            case Send(peer, message, droppable):
                give = self._peers.offer if droppable else self._peers.send
                give(peer, message)
            case Persist():
                self._persist(effect)
            case Close(peer, code, reason):
                self._peers.close(peer, code, reason)
            case Reset(reason):
                self.case = effect
                event(logger, "room_reset", level=logging.ERROR, board=self.board, reason=reason)
                self._end(News.DISTRUSTED, RESTART, RELOADED)

    def _persist(self, asked: Persist) -> None:
        seq = self._ground.writer.append(
            Append(self.board, self.tail.epoch, asked.update, asked.participants, asked.bindings)
        )
        self._unsettled.add(seq)
        seq.add_done_callback(partial(self._settle, asked))

    def _settle(self, asked: Persist, seq: asyncio.Future[int]) -> None:
        self._unsettled.discard(seq)
        try:
            self._stored(asked, seq.result())
        except StoreAway:
            self._unstored(asked)
        except Overtaken:
            self._end(News.ENDED, RESTART, RELOADED)

    def _stored(self, asked: Persist, seq: int) -> None:
        began = monotonic()
        self.tail.grow(seq, len(asked.update))
        self._do(partial(self.room.stored, asked.batch))
        self._pace.cost(monotonic() - began)
        self._answer_readers()
        self._ground.tell(self, News.STORED)
        self._look_around()

    def _unstored(self, asked: Persist) -> None:
        self._do(partial(self.room.unstored, asked.batch, "store_away"))
        self._answer_readers()
        if not self._ground.writer.away:
            self._loop.call_soon(self.store_back)

    def _spent(self, peer: PeerId) -> None:
        COALESCED.inc()
        self._do(partial(self.room.lagging, peer))

    def _free(self, peer: PeerId) -> None:
        self._do(partial(self.room.drained, peer))

    def _lost(self, peer: PeerId) -> None:
        self._do(partial(self.room.leave, peer))
        if not self._closed:
            self._telling.ask()
        self._look_around()

    def _is_stranger(self, pass_: Pass) -> bool:
        return not self._ground.open and self._gathering.person(pass_.participant) is None

    def _look_around(self) -> None:
        if self.is_idle and not self._closed:
            self._ground.tell(self, News.EMPTY)

    # turns: listening and flushing

    def _set_turn(self, *, at_once: bool = False) -> None:
        """Set the time of the next turn, if there is something to do in it.

        What peers say waits for it too: it could not be applied before, and read all at once it
        costs a part of what it costs piece by piece.
        """
        if self._is_turn_set or self._closed or not (self._may_hear or self.room.wants_flush):
            return
        self._is_turn_set = True
        now = monotonic()
        # before the writer is free, waiting gathers more for one flush and costs no time; but
        # presence does not wait for a slow store
        due = max(self._pace.due(), min(self._ground.writer.free_at, now + LONGEST_SECONDS))
        if at_once or due <= now:
            self._ground.turns.ask(self._turn)
        else:
            self._timer = self._loop.call_later(due - now, self._ground.turns.ask, self._turn)

    def _turn(self) -> None:
        try:
            if self._may_hear:
                self._speakers.hear()
            self._flush()
        finally:
            self._is_turn_set = False
            self._set_turn(at_once=self._may_hear)

    @property
    def _may_hear(self) -> bool:
        # what is not heard yet waits in the sockets, and then at those who send it
        return bool(self._speakers) and not self.room.is_behind

    def _flush(self) -> None:
        began = monotonic()
        self._pace.began(began)
        self._do(self.room.flush)
        self._pace.cost(monotonic() - began)

    # telling and reading

    def _tell_everyone(self) -> None:
        self._tell_session(self._peers)

    def _tell_session(self, peers: Iterable[tuple[PeerId, Pass]]) -> None:
        now = self._ground.clock()
        for peer, text in messages(self._gathering, peers, self.here, now):
            self._do(partial(self.room.tell_session, text, [peer]))

    def _answer_readers(self) -> None:
        if self.room.degraded or self._closed:
            self._refuse_readers()
        elif self._readers and self.room.durable:
            stored = StoredState(self.room.doc.get_update(), self.tail.epoch, self.tail.seq)
            for reader in self._take_readers():
                reader.set_result(stored)

    def _refuse_readers(self) -> None:
        for reader in self._take_readers():
            reader.set_exception(StoreAway())

    def _take_readers(self) -> list[asyncio.Future[StoredState]]:
        waiting, self._readers = self._readers, []
        return [reader for reader in waiting if not reader.done()]
