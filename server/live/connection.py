"""One peer at one board, also while the board's room is still being built."""

from collections.abc import Callable, Sequence

from server.live.outbox import Transport
from server.live.runner import Runner
from server.live.turns import Source
from server.sync import messages
from server.sync.effects import PeerId
from server.sync.passes import Pass

TRY_AGAIN = 1013
TOO_MUCH = "Het kleed is nog niet open; probeer het zo meteen weer."
ASKS_ALL = messages.step1(b"\x00")
MOST_KEPT_BYTES = 4 * 1024 * 1024
AT_ONCE = 1_000


class Connection:
    """One peer at one board. It holds on to its own runner: a late word reaches no newer one."""

    __slots__ = ("_before", "_peer", "_runner")

    def __init__(self, peer: PeerId, before: "Waiting | Runner") -> None:
        self._peer = peer
        self._runner: Runner | None = before if isinstance(before, Runner) else None
        self._before = before if isinstance(before, Waiting) else None

    def enter(self, runner: Runner) -> None:
        """Come into the room, which hears what was said before it stood."""
        before, self._before = self._before, None
        if before is None:
            return
        self._runner = runner
        runner.join(self._peer, before.pass_, before.transport, told=before.told)
        for message in before.kept:
            runner.receive(self._peer, message)

    def turn_away(self, code: int, reason: str) -> None:
        """There will be no room to come into."""
        before, self._before = self._before, None
        if before:
            before.transport.close(code, reason)

    def receive(self, data: bytes) -> None:
        """Take in one binary message."""
        if self._runner:
            self._runner.receive(self._peer, data)
        elif self._before and not self._before.hear(data):
            self.turn_away(TRY_AGAIN, TOO_MUCH)

    def ask(self, source: Source) -> None:
        """Have `source` heard: in a turn of the room, or at once while there is no room."""
        if self._runner:
            self._runner.ask(source)
        else:
            while source.hear(AT_ONCE):
                continue

    def drained(self) -> None:
        """The socket took in what it was given: it may have more."""
        if self._runner:
            self._runner.drained(self._peer)

    def leave(self) -> None:
        """The socket is gone; saying so twice does no harm."""
        self._before = None
        if self._runner:
            self._runner.leave(self._peer)


class Waiting:
    """What a peer says until its room stands.

    If it asks for everything it is told what is stored, `first`, at once.
    """

    def __init__(
        self,
        pass_: Pass,
        transport: Transport,
        first: Sequence[bytes],
        on_told: Callable[[], None],
    ) -> None:
        self.pass_ = pass_
        self.transport = transport
        self.told = False
        self.kept: list[bytes] = []
        self._kept_bytes = 0
        self._first = first
        self._on_told = on_told

    def hear(self, data: bytes) -> bool:
        """Answer or keep a message; False where that becomes too much."""
        if data == ASKS_ALL and self._first and not self.told:
            self.told = True
            for message in self._first:
                for piece in messages.in_parts(message) if self.pass_.speaks else (message,):
                    self.transport.send(piece)
            self._on_told()
            return True
        self.kept.append(data)
        self._kept_bytes += len(data)
        return self._kept_bytes <= MOST_KEPT_BYTES
