"""Where peers are while their board's room is being built out of what the store holds (RM13)."""

import asyncio
from typing import Any

from server.live.connection import Connection, Waiting
from server.live.outbox import Transport
from server.live.runner import Runner
from server.store.updates import Stored
from server.sync import messages
from server.sync.effects import PeerId
from server.sync.passes import Pass

MOST_ROWS = 2_000
LEAST_BYTES = 64 * 1024
FIRST_SECONDS = 0.02
NOTHING = b"\x00\x00"


class Foyer:
    """Those who came to one board before its room stands."""

    def __init__(self) -> None:
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._told = asyncio.Event()
        self._first: tuple[bytes, ...] = ()
        self._connections: list[Connection] = []
        self._coming = 0

    async def enter(
        self, load: "asyncio.Task[Runner]", peer: PeerId, pass_: Pass, transport: Transport
    ) -> Connection | None:
        """Let a peer wait here; None if the load is over, well or badly, before it could."""
        self._coming += 1
        either: list[asyncio.Future[Any]] = [load, self._opened]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if load.done():
            return None
        connection = Connection(peer, Waiting(pass_, transport, self._first, self._told.set))
        self._connections.append(connection)
        return connection

    async def open(self, stored: Stored) -> None:
        """Tell what is stored to who asks; lasts until the first one was told, but not long.

        Building a room keeps the interpreter busy, and who comes first would wait for that.
        """
        self._first = first_state(stored)
        if not self._first:
            return
        self._opened.set_result(None)
        if self._coming:
            try:
                async with asyncio.timeout(FIRST_SECONDS):
                    await self._told.wait()
            except TimeoutError:
                return

    def empty_into(self, runner: Runner) -> None:
        """Let everyone into the room."""
        for connection in self._connections:
            connection.enter(runner)

    def turn_away(self, code: int, reason: str) -> None:
        """Send everyone away: there will be no room."""
        for connection in self._connections:
            connection.turn_away(code, reason)


def first_state(stored: Stored) -> tuple[bytes, ...]:
    """Give what is stored as messages: changes in their order, and a step 2 that says it is all.

    Nothing where the room stands as soon, and where it is in so many pieces that one difference
    is better.
    """
    if len(stored.updates) > MOST_ROWS or sum(map(len, stored.doc_updates)) < LEAST_BYTES:
        return ()
    changes = map(messages.update, stored.doc_updates)
    return (*changes, messages.step2(NOTHING))
