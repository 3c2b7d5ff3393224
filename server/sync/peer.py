"""One connection as its room sees it."""

from collections import deque
from collections.abc import Mapping

from server.sync.effects import PeerId
from server.sync.passes import Pass
from server.sync.rate import Budget


class Peer:
    """A connection: who it is, what it was told, and what it is still owed."""

    __slots__ = (
        "_owed",
        "asks",
        "awaited",
        "behind",
        "closed",
        "drained",
        "id",
        "lagged_at",
        "received",
        "refused",
        "shows",
        "since",
        "synced",
        "who",
        "writes",
    )

    def __init__(self, peer_id: PeerId, who: Pass, writes: Budget, shows: Budget) -> None:
        self.id = peer_id
        self.who = who
        self.writes = writes
        self.shows = shows
        self.closed = False
        self.synced = False
        """Whether it was given a first state, and hears of changes since."""
        self.awaited = True
        """Whether a step 1 of ours is out that it has not answered."""
        self.behind = False
        """Whether a change of its was refused while nothing could be stored."""
        self.asks: Mapping[int, int] | None = None
        """The state vector of a step 1 of its that is not answered yet."""
        self.since: Mapping[int, int] | None = None
        """What it had when it began to lag; None if it keeps up."""
        self.lagged_at = 0
        """How many batches had been told by then."""
        self.drained = False
        """Whether it waits for the one difference that makes it keep up again."""
        self.refused = 0
        """How many updates in a row came above the rate."""
        self.received = 0
        """How many updates it sent on this connection, counted from 1 (ST1)."""
        self._owed: deque[tuple[int, int]] = deque()

    @property
    def keeps_up(self) -> bool:
        """Whether it can be told what is new."""
        return self.since is None and not self.closed

    @property
    def is_owed(self) -> bool:
        """Whether an acknowledgement is still to come."""
        return bool(self._owed)

    def owe(self, batch: int) -> None:
        """The update received last will be durable when `batch` is."""
        if not self._owed or self._owed[-1][0] != batch:
            self._owed.append((batch, self.received))

    def settle(self, batch: int) -> bool:
        """`batch` is durable; gives whether that settles more of this peer's updates."""
        owed = len(self._owed)
        while self._owed and self._owed[0][0] <= batch:
            self._owed.popleft()
        return len(self._owed) < owed

    @property
    def settled(self) -> int:
        """How many of its updates, from the first on, are durable or were refused (ST2)."""
        return self._owed[0][1] - 1 if self._owed else self.received
