"""Stores for tests: open databases, running writers, and pens that write real updates."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from pycrdt import Doc, Map
from sqlalchemy import text

from server.store import updates
from server.store.database import Database, open_database
from server.store.log import Append, Log
from server.store.writer import Writer, open_log

NOW = datetime(2025, 1, 10, 15, 30, tzinfo=UTC)
DEADLINE_SECONDS = 20


class Ticking:
    """A clock that is a second later each time it is asked."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Pen:
    """A client that writes registers and gives each change as an update."""

    def __init__(self, client: int = 1) -> None:
        self.doc: Doc[Any] = Doc(client_id=client)
        self.client = client

    def write(self, root: str, key: str, value: object) -> bytes:
        before = self.doc.get_state()
        self.doc.get(root, type=Map)[key] = value
        return self.doc.get_update(before)

    def slip(self, number: int, text: str = "fiets") -> bytes:
        """An ingredient with a text, in one update."""
        before = self.doc.get_state()
        slips = self.doc.get("ingredients", type=Map)
        slips[f"i{number}"] = {"seat": "s1", "pen": "blue"}
        slips[f"i{number}.text"] = text
        return self.doc.get_update(before)


def an_append(
    update: bytes = b"update",
    board: str = "b1",
    *,
    epoch: int = 1,
    participants: tuple[str, ...] = ("ann",),
    bindings: Mapping[int, str] | None = None,
) -> Append:
    return Append(board, epoch, update, participants, bindings or {})


@asynccontextmanager
async def opened(url: str, *boards: str) -> AsyncIterator[Database]:
    """An open database with empty boards."""
    database = open_database(url)
    try:
        for board in boards:
            await updates.begin(database, board, NOW)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def logging_to(database: Database) -> AsyncIterator[Log]:
    log = open_log(database)
    try:
        yield log
    finally:
        await log.close()


@asynccontextmanager
async def writing_to(database: Database) -> AsyncIterator[Writer]:
    """A running writer, which has written everything at the end."""
    writer = Writer(database, Ticking())
    running = asyncio.create_task(writer.run())
    try:
        yield writer
    finally:
        writer.close()
        await running


async def rows(database: Database, statement: str, **values: object) -> list[tuple[Any, ...]]:
    """What a statement finds."""
    async with database.read() as connection:
        return [tuple(row) for row in await connection.execute(text(statement), values)]


async def run(database: Database, statement: str, **values: object) -> None:
    """Run a statement that changes something."""
    async with database.write() as connection:
        await connection.execute(text(statement), values)
