"""One board's meeting of peers, without input or output: events in, effects out (RM1-RM13)."""

from collections.abc import Mapping, Sequence
from typing import Any

from pycrdt import Doc

from server.sync import messages, vectors
from server.sync.batch import MOST_AT_ONCE, Batch, Pending, Queue
from server.sync.codec import MALFORMED, ProtocolError
from server.sync.crowd import Crowd
from server.sync.effects import Broadcast, Close, Effect, PeerId, Persist, Reset, Send
from server.sync.growth import Growth
from server.sync.limits import Limits
from server.sync.loaded import Loaded, LoadError, open_board
from server.sync.owners import Owners
from server.sync.passes import Pass
from server.sync.peer import Peer
from server.sync.presence import Presence
from server.sync.refusal import NEWS, WORDS, Refusal
from server.sync.replica import ReplicaFault
from server.sync.shape import Shape

__all__ = [
    "Broadcast",
    "Close",
    "Effect",
    "Limits",
    "LoadError",
    "Loaded",
    "Pass",
    "PeerId",
    "Persist",
    "Reset",
    "Room",
    "Send",
    "Shape",
]

TRY_AGAIN = 1013
FULL = "Het is vol aan deze tafel."
MESSAGE_SHARE = 2
"""How often `Limits.update_bytes` a message may be long: it may repeat what is known."""
BYTES_PER_TOKEN = 16 * 1024
WORK_PER_TOKEN = 2_000
TOKENS_PER_ID = 20
PATIENCE = 600
"""How many updates above the rate, in a row, are answered before the peer is sent away."""
PASSING = frozenset({"rate", "busy"})


class Room:
    """The peers around one document. Every method says, in order, what the caller must do."""

    def __init__(self, shape: Shape, limits: Limits, loaded: Loaded) -> None:
        """Build document and index; `LoadError` if the stored updates cannot be read."""
        self._limits = limits
        owners = Owners(loaded.bindings)
        self._gate, self._replica = open_board(shape, limits, loaded, owners)
        self._growth = Growth(limits.board_bytes, sum(map(len, loaded.doc_updates)))
        self._gate.full = self._growth.is_full
        self._presence = Presence(limits.presence_bytes, owners)
        self._crowd = Crowd(limits)
        self._queue = Queue(1 if loaded.careful else MOST_AT_ONCE)
        self._batch: Batch | None = None
        self._told = 0
        self._degraded = False
        self._broken = False

    @property
    def doc(self) -> Doc[Any]:
        """The document, only for reading; see `durable`."""
        return self._replica.doc

    @property
    def durable(self) -> bool:
        """Whether everything in `doc` is stored."""
        return self._batch is None and not self._broken

    @property
    def wants_flush(self) -> bool:
        """Whether `flush` would do something now."""
        return not self._broken and (self._presence.has_news or self._may_begin)

    @property
    def _may_begin(self) -> bool:
        return bool(self._queue) and self._batch is None

    @property
    def is_behind(self) -> bool:
        """Whether so much waits to be stored that hearing more would come to refusing it."""
        return self._queue.size > self._limits.pending_bytes // 2 and not self._degraded

    @property
    def idle(self) -> bool:
        """Whether nobody is here and everything is stored."""
        return not self._crowd and not self._queue and self._batch is None

    @property
    def degraded(self) -> bool:
        """Whether the last batch could not be stored; see `unstored`."""
        return self._degraded

    def join(self, peer: PeerId, pass_: Pass, *, told: bool = False) -> list[Effect]:
        """Let a peer in: our step 1 and everybody's presence go to it (RM1).

        `told`: it was given all that this room was built of, and nothing came since (RM13).
        """
        if self._broken or self._crowd.is_full:
            return [Close(peer, TRY_AGAIN, FULL)]
        self._crowd.add(peer, pass_, synced=told)
        effects: list[Effect] = [Send(peer, self._step1())]
        effects += self._show_presence(peer, self._presence.everybody())
        if self._degraded:
            effects += self.notice("degraded", WORDS["degraded"], [peer])
        return effects

    def leave(self, peer: PeerId) -> list[Effect]:
        """Forget a peer; that it is gone is told with the next flush (RM2)."""
        self._crowd.remove(peer)
        self._presence.leave(peer)
        return []

    def change_pass(self, peer: PeerId, pass_: Pass) -> list[Effect]:
        """Somebody took another seat or name, or may now write, or no longer (RM3)."""
        found = self._crowd.get(peer)
        if found:
            found.who = pass_
        return []

    def receive(self, peer: PeerId, data: bytes, now: float) -> list[Effect]:
        """Take in one message; `now` is any steady clock in seconds, for the rate limits.

        Bytes that do not decode close their peer and change nothing else (RM4).
        """
        found = self._crowd.get(peer)
        if found is None or self._broken:
            return []
        try:
            message = messages.decode(data, MESSAGE_SHARE * self._limits.update_bytes)
            return self._take(found, message, now)
        except ProtocolError as fault:
            return self._send_away(found, fault.code, fault.reason)
        except ReplicaFault as fault:
            return self._break(fault)

    def _take(self, peer: Peer, message: messages.Message, now: float) -> list[Effect]:
        match message:
            case messages.Update():
                return self._take_update(peer, message, now)
            case messages.Awareness(states):
                if peer.shows.allows(now):
                    peer.shows.spend(1)
                    self._presence.take(peer.id, peer.who, states)
                return []
            case messages.Step1(vector):
                return self._take_step1(peer, vector, now)
            case messages.QueryAwareness():
                if not peer.shows.allows(now):
                    return []
                peer.shows.spend(1)
                return self._show_presence(peer.id, self._presence.everybody())

    def _take_update(self, peer: Peer, message: messages.Update, now: float) -> list[Effect]:
        peer.received += 1
        peer.awaited = peer.awaited and not message.answers
        try:
            self._check_moment(peer, now)
            peer.writes.spend(1 + len(message.update) / BYTES_PER_TOKEN)
            admission = self._gate.admit(message.update, peer.who)
        except Refusal as refusal:
            return self._refuse(peer, refusal, message)
        peer.refused = 0
        change, bound, work = admission
        if bound or work:
            peer.writes.spend(work / WORK_PER_TOKEN + TOKENS_PER_ID * len(bound))
        if not change.brings_nothing:
            size = len(message.update)
            pending = Pending(change, peer.id, peer.who.participant, bound, size)
            due = self._queue.put(pending)
        elif self._queue:
            due = self._queue.due
        elif self._batch:
            due = self._batch.number
        else:
            return self._acknowledge(peer)
        peer.owe(due)
        self._crowd.owed.add(peer.id)
        return []

    def _check_moment(self, peer: Peer, now: float) -> None:
        """Refuse what would be welcome at another moment (LI2, RM11)."""
        if self._degraded:
            peer.behind = True
            raise Refusal("degraded")
        if not peer.writes.allows(now):
            peer.refused += 1
            raise Refusal("rate")
        if self._queue.size > self._limits.pending_bytes:
            raise Refusal("busy")

    def _refuse(self, peer: Peer, refusal: Refusal, message: messages.Update) -> list[Effect]:
        """Say so with the update's number, and ask again for what was refused only for now."""
        if peer.refused > PATIENCE:
            return self._send_away(peer, TRY_AGAIN, WORDS["rate"])
        effects = self._say_refused(peer, refusal)
        again = refusal.code in PASSING or (refusal.code == "gap" and not message.answers)
        if again and not peer.awaited:
            peer.awaited = True
            effects.append(Send(peer.id, self._step1()))
        return effects + ([] if peer.is_owed else self._acknowledge(peer))

    def _say_refused(self, peer: Peer, refusal: Refusal) -> list[Effect]:
        if peer.who.speaks:
            return self.notice(refusal.code, refusal.words, [peer.id], update=peer.received)
        if refusal.code in PASSING or refusal.code == "gap":
            return []
        return [Send(peer.id, messages.denied(refusal.words))]

    def _take_step1(self, peer: Peer, vector: bytes, now: float) -> list[Effect]:
        """Answer with what the peer lacks, once all that we have is durable (RM5)."""
        asks = vectors.common(vectors.parse(vector), self._replica.vector)
        if asks and not peer.writes.allows(now):
            return self._send_away(peer, TRY_AGAIN, WORDS["rate"])
        peer.writes.spend(1)
        peer.asks = asks
        return self._answer(peer)

    def flush(self) -> list[Effect]:
        """Apply what waits, give it to the store, and tell the newest presence (RM6)."""
        effects: list[Effect] = []
        if self._broken:
            return effects
        if self._presence.has_news:
            news = messages.awareness(self._presence.news())
            effects.append(Broadcast(self._crowd.near, news, droppable=True))
        if self._may_begin:
            effects += self._begin(self._queue.take())
        return effects

    def _begin(self, batch: Batch) -> list[Effect]:
        try:
            self._replica.apply(batch.update, batch.ends)
        except ReplicaFault as fault:
            return self._break(fault, batch)
        self._batch = batch
        return [batch.persist]

    def stored(self, batch: int) -> list[Effect]:
        """`batch` is durable: tell everybody, acknowledge, answer who waited (RM7)."""
        done = self._batch
        if done is None or done.number != batch:
            return []
        self._batch = None
        effects = self._tell(done) + self._settle(batch) + self._recover()
        try:
            for peer in self._crowd.those(self._crowd.waiting):
                effects += self._answer(peer)
            self._measure(done)
        except ReplicaFault as fault:
            return effects + self._break(fault)
        if self._growth.should_warn():
            effects += self.notice("board_filling", NEWS["board_filling"])
        return effects

    def unstored(self, batch: int, reason: str) -> list[Effect]:
        """`batch` could not be stored: keep it, refuse new writes until `retry` succeeds (RM11)."""
        if self._batch is None or self._batch.number != batch or self._degraded:
            return []
        self._degraded = True
        return self.notice("degraded", WORDS["degraded"], reason=reason)

    def retry(self) -> list[Effect]:
        """Ask again for the batch that could not be stored, after the head was read back."""
        return [self._batch.persist] if self._batch and self._degraded else []

    def lagging(self, peer: PeerId) -> list[Effect]:
        """The peer's byte budget is spent: it skips flushes until `drained` (RM10)."""
        found = self._crowd.get(peer)
        if found and found.since is None:
            found.since = self._durable_vector()
            found.lagged_at = self._told
            self._crowd.regroup()
        return []

    def drained(self, peer: PeerId) -> list[Effect]:
        """The peer can take bytes again: it gets one difference for all that it skipped (RM10)."""
        found = self._crowd.get(peer)
        if found is None or found.since is None or self._broken:
            return []
        found.drained = True
        try:
            return self._answer(found)
        except ReplicaFault as fault:
            return self._break(fault)

    def tell_session(self, payload: str, peers: Sequence[PeerId] | None = None) -> list[Effect]:
        """Give the session's JSON to `peers`, or to all, as far as they speak our protocol."""
        return self._crowd.tell(messages.session(payload), peers)

    def notice(
        self,
        code: str,
        words: str,
        peers: Sequence[PeerId] | None = None,
        **fields: object,
    ) -> list[Effect]:
        """Give a notice to `peers`, or to all, as far as they speak our protocol."""
        return self._crowd.tell(messages.notice(code, words, fields), peers)

    def _answer(self, peer: Peer) -> list[Effect]:
        """Give a peer what it asked for or skipped, unless it or the store is not ready."""
        if self._batch or (peer.since is not None and not peer.drained):
            self._crowd.waiting.add(peer.id)
            return []
        self._crowd.waiting.discard(peer.id)
        effects: list[Effect] = []
        if peer.asks is not None:
            state = self._replica.since(peer.asks)
            peer.writes.spend(len(state) / BYTES_PER_TOKEN if peer.asks else 0)
            effects += self._give(peer, messages.step2(state))
            peer.synced = True
        elif peer.synced and peer.since is not None and peer.lagged_at != self._told:
            effects += self._give(peer, messages.update(self._replica.since(peer.since)))
        if peer.drained:
            effects += self._show_presence(peer.id, self._presence.everything())
        peer.asks, peer.since, peer.drained = None, None, False
        self._crowd.regroup()
        return effects

    def _give(self, peer: Peer, state: bytes) -> list[Effect]:
        pieces = messages.in_parts(state) if peer.who.speaks else (state,)
        return [Send(peer.id, piece) for piece in pieces]

    def _step1(self) -> bytes:
        return messages.step1(vectors.packed(self._durable_vector()))

    def _durable_vector(self) -> Mapping[int, int]:
        """What is durable of the document; a batch on its way is left out."""
        vector = dict(self._replica.vector)
        if self._batch:
            vector.update(self._batch.starts)
        return {client: clock for client, clock in vector.items() if clock}

    def _tell(self, batch: Batch) -> list[Effect]:
        """Show a batch to all who have a state, but not to a lone author."""
        self._told += 1
        readers = self._crowd.synced
        if len(batch.authors) == 1:
            readers = tuple(peer for peer in readers if peer not in batch.authors)
        return [Broadcast(readers, messages.update(batch.update))] if readers else []

    def _settle(self, batch: int) -> list[Effect]:
        effects: list[Effect] = []
        for peer in self._crowd.those(self._crowd.owed):
            if peer.settle(batch):
                effects += self._acknowledge(peer)
            if not peer.is_owed:
                self._crowd.owed.discard(peer.id)
        return effects

    def _acknowledge(self, peer: Peer) -> list[Effect]:
        return [Send(peer.id, messages.stored(peer.settled))] if peer.who.speaks else []

    def _recover(self) -> list[Effect]:
        """The store is back: say so, and ask again for what was refused meanwhile (RM11)."""
        if not self._degraded:
            return []
        self._degraded = False
        effects = self.notice("stored_again", NEWS["stored_again"])
        for peer in self._crowd:
            if peer.behind:
                peer.behind, peer.awaited = False, True
                effects.append(Send(peer.id, self._step1()))
        return effects

    def _show_presence(self, peer: PeerId, states: bytes | None) -> list[Effect]:
        return [Send(peer, messages.awareness(states), droppable=True)] if states else []

    def _measure(self, batch: Batch) -> None:
        self._growth.add(len(batch.update), deletes=batch.deletes)
        if self._growth.wants_measuring:
            self._growth.measured(len(self._replica.whole()))
        self._gate.full = self._growth.is_full

    def _send_away(self, peer: Peer, code: int, reason: str) -> list[Effect]:
        peer.closed = True
        self._crowd.regroup()
        return [Close(peer.id, code, reason)]

    def _break(self, fault: ReplicaFault, batch: Batch | None = None) -> list[Effect]:
        """The document cannot be trusted any more; a lone author does not come back (RM9)."""
        self._broken = True
        authors = batch.authors if batch else frozenset()
        effects: list[Effect] = []
        if len(authors) == 1:
            effects += [Close(peer, MALFORMED, WORDS["content"]) for peer in authors]
        return [*effects, Reset(str(fault), batch.update if batch else b"")]
