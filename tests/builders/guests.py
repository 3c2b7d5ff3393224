"""Guests at a running hub: peers without a network, whose socket a test can let hang."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from pycrdt import Doc, Map

from server.live.hub import Connection, Hub, Options
from server.store import participants
from server.store.database import Database
from server.store.participants import Participant
from server.store.writer import Writer
from server.sync import messages
from server.sync.codec import Reader
from server.sync.passes import Pass
from tests.builders.stores import DEADLINE_SECONDS, NOW, Pen, Ticking
from tests.builders.table import NOTHING, a_pass

ANSWERS, CHANGES = 1, 2


class Guest:
    """A peer and its socket in one; `stuck` makes the socket take nothing in."""

    def __init__(self, client: int = 1) -> None:
        self.pen = Pen(client)
        self.sent = 0
        self.stored = 0
        self.notices: list[dict[str, Any]] = []
        self.sessions: list[dict[str, Any]] = []
        self.changes = 0
        self.presence = 0
        self.closed: int | None = None
        self.stuck = False
        self.waiting = 0
        self.connection: Connection | None = None
        self._moved = asyncio.Event()

    # what a hub needs of a socket

    @property
    def unsent(self) -> int:
        return self.waiting

    def send(self, message: bytes) -> None:
        if self.stuck:
            self.waiting += len(message)
        self._hear(Reader(message))
        self._moved.set()

    def close(self, code: int, reason: str) -> None:
        assert reason
        self.closed = self.closed or code
        self._moved.set()

    abort = close

    # what a guest does

    async def join(self, hub: Hub, board: str = "b1", pass_: Pass | None = None) -> "Guest":
        self.connection = await hub.join(board, pass_ or a_pass(), self)
        self.connection.receive(messages.step1(NOTHING))
        return self

    def write(self, update: bytes) -> None:
        assert self.connection
        self.sent += 1
        self.connection.receive(messages.update(update))

    def slip(self, number: int, text: str = "fiets") -> None:
        self.write(self.pen.slip(number, text))

    def take(self) -> None:
        """Take in everything that hung."""
        assert self.connection
        self.stuck, self.waiting = False, 0
        self.connection.drained()

    def leave(self) -> None:
        assert self.connection
        self.connection.leave()

    async def until(self, holds: Callable[["Guest"], bool]) -> None:
        """Wait until something holds of what was heard."""
        async with asyncio.timeout(DEADLINE_SECONDS):
            while not holds(self):
                self._moved.clear()
                await self._moved.wait()

    async def until_stored(self) -> None:
        """Wait until all that was sent is durable."""
        await self.until(lambda g: g.stored == g.sent)

    @property
    def slips(self) -> dict[str, Any]:
        """The ingredients as this guest knows them."""
        return self.pen.doc.get("ingredients", type=Map).to_py() or {}

    def codes(self) -> list[str]:
        return [notice["code"] for notice in self.notices]

    def _hear(self, reader: Reader) -> None:
        match reader.uint():
            case messages.SYNC:
                if reader.uint() in (ANSWERS, CHANGES):
                    self.changes += 1
                    self.pen.doc.apply_update(reader.take())
            case messages.AWARENESS:
                self.presence += 1
            case messages.STORED:
                self.stored = reader.uint()
            case messages.SESSION:
                self.sessions.append(json.loads(reader.text()))
            case messages.NOTICE:
                self.notices.append(json.loads(reader.text()))


@asynccontextmanager
async def running_hub(database: Database, **options: Any) -> AsyncIterator[Hub]:
    """A hub that lets everyone in everywhere, unless told otherwise."""
    clock = Ticking()
    hub = Hub(database, Writer(database, clock), Options(**{"open": True, **options}), clock)
    await hub.start()
    try:
        yield hub
    finally:
        await hub.drain()


async def seat(database: Database, *names: str, board: str = "b1", invitation: str = "v1") -> None:
    """Let people belong to a board."""
    async with database.write() as connection:
        for name in names:
            new = Participant(
                id=name,
                board=board,
                device_hash=f"device of {name}",
                role="participant",
                name=name.title(),
                seat="s1",
                invitation=invitation,
                joined_at=NOW,
            )
            await participants.join(connection, new)


def content_of(state: bytes) -> dict[str, Any]:
    """The ingredients in a stored state."""
    doc: Doc[Any] = Doc()
    doc.apply_update(state)
    return doc.get("ingredients", type=Map).to_py() or {}
