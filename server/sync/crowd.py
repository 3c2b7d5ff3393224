"""The peers of a room, and who of them is told what."""

from collections.abc import Iterable, Iterator, Sequence

from server.sync.effects import Broadcast, Effect, PeerId, Send
from server.sync.limits import Limits
from server.sync.passes import Pass
from server.sync.peer import Peer
from server.sync.rate import Budget


class Crowd:
    """The peers by id. The tuples are made anew only when somebody comes, goes or lags."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._peers: dict[PeerId, Peer] = {}
        self._budgets: dict[str, Budget] = {}
        self.near: tuple[PeerId, ...] = ()
        """Who keeps up: they hear of presence."""
        self.synced: tuple[PeerId, ...] = ()
        """Who keeps up and has a first state: they hear of changes."""
        self.owed: set[PeerId] = set()
        """Who waits for an acknowledgement."""
        self.waiting: set[PeerId] = set()
        """Who waits for a state or a difference."""

    def __len__(self) -> int:
        return len(self._peers)

    def __iter__(self) -> Iterator[Peer]:
        return (peer for peer in self._peers.values() if not peer.closed)

    @property
    def is_full(self) -> bool:
        """Whether nobody else may come in."""
        return len(self._peers) >= self._limits.peers

    def get(self, peer: PeerId) -> Peer | None:
        """The peer, if it is here and was not sent away."""
        found = self._peers.get(peer)
        return None if found is None or found.closed else found

    def those(self, peers: Iterable[PeerId]) -> list[Peer]:
        """The peers of these that are here."""
        return [peer for peer in map(self.get, peers) if peer]

    def add(self, peer: PeerId, who: Pass, *, synced: bool = False) -> Peer:
        """Take in one more; peers of one participant share what they may write (LI2)."""
        writes = self._budgets.setdefault(who.participant, Budget(self._limits.updates_per_second))
        added = Peer(peer, who, writes, Budget(self._limits.presence_per_second))
        added.synced = synced
        self._peers[peer] = added
        self.regroup()
        return added

    def remove(self, peer: PeerId) -> None:
        """Forget one; forgetting twice does no harm."""
        if self._peers.pop(peer, None):
            self.owed.discard(peer)
            self.waiting.discard(peer)
            self.regroup()

    def regroup(self) -> None:
        """Work out anew who is told what."""
        near = [peer for peer in self._peers.values() if peer.keeps_up]
        self.near = tuple(peer.id for peer in near)
        self.synced = tuple(peer.id for peer in near if peer.synced)

    def tell(self, message: bytes, peers: Sequence[PeerId] | None = None) -> list[Effect]:
        """Give a message of our own protocol to `peers`, or all, as far as they speak it (ME4)."""
        found = self.those(self._peers if peers is None else peers)
        to = tuple(peer.id for peer in found if peer.who.speaks)
        if len(to) == 1:
            return [Send(to[0], message)]
        return [Broadcast(to, message)] if to else []
