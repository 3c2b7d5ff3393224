"""What the command line does with boards in the store, whether or not a server runs beside it.

All of it is safe beside a running server: a snapshot is made of the durable log in one read, an
import makes a new board, an invitation is one new row; nothing is folded or rewritten here.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

from pycrdt import Doc, Map

from board.document import read
from board.export.moment import Moment
from board.model import Board
from server.access.secret import new_id
from server.api.foundation import Founded, Way, Wish, first_update, found, invite
from server.api.moments import Back, cast, moment_before, readings_of
from server.errors import AppError, Refusal
from server.live import session
from server.live.inflight import is_in_use
from server.settings import Settings
from server.store import boards, erasing, invitations, ledger, snapshots, updates
from server.store.boards import BoardRecord
from server.store.database import Database, migrate, open_database
from server.store.snapshots import Snapshot

Document = Doc[Map[Any]]


@asynccontextmanager
async def store(settings: Settings) -> AsyncIterator[Database]:
    """Open the store of the settings, its tables up to date."""
    await migrate(settings.store_url)
    database = open_database(settings.store_url)
    try:
        yield database
    finally:
        await database.close()


async def all_boards(settings: Settings) -> list[BoardRecord]:
    """Give every board, last used first."""
    async with store(settings) as database, database.read() as connection:
        return await boards.all_boards(connection)


async def all_snapshots(settings: Settings, board: str) -> list[Snapshot]:
    """Give the snapshots of a board, oldest first."""
    async with store(settings) as database, database.read() as connection:
        if await boards.find(connection, board) is None:
            raise AppError(Refusal.UNKNOWN_BOARD)
        return await snapshots.of_board(connection, board)


async def new_invitation(settings: Settings, board: str, wish: Wish, now: datetime) -> Way:
    """Make a way into a board."""
    async with store(settings) as database, database.write() as connection:
        if await boards.find(connection, board) is None:
            raise AppError(Refusal.UNKNOWN_BOARD)
        limit = settings.limit_invitations_per_board
        if await invitations.count(connection, board) >= limit:
            raise AppError(Refusal.TOO_MANY_INVITATIONS, words={"limit": limit})
        return await invite(connection, board, wish, now)


async def new_board(settings: Settings, content: Board, title: str, now: datetime) -> Founded:
    """Make a board with what lies on it, and a way in for each role."""
    record = BoardRecord(
        id=new_id(),
        title=title,
        purpose="",
        keep_days=settings.keep_days,
        created_at=now,
        used_at=now,
    )
    async with store(settings) as database, database.write() as connection:
        return await found(connection, record, first_update(content))


async def new_snapshot(settings: Settings, board: str, title: str, now: datetime) -> Snapshot:
    """Freeze what durably lies on a board."""
    async with store(settings) as database:
        log = await updates.load(database, board)
        async with database.read() as connection:
            record = await boards.find(connection, board)
        doc = document(log.doc_updates)
        made = cast(read(doc).board, doc.get_update())
        snapshot = Snapshot(
            id=new_id(),
            board=board,
            title=title,
            note="",
            phase=session.from_text(log.session).phase,
            taken_at=now,
            taken_by=None,
            epoch=log.epoch,
            seq=log.head,
            hash=made.hash,
            analysis=record.analysis if record else "{}",
            totals=made.totals,
        )
        async with database.write() as connection:
            await snapshots.create(connection, snapshot, made.frozen)
    return snapshot


async def without_person(settings: Settings, board: str, wish: erasing.Wish, now: datetime) -> int:
    """Erase a person from a board that no running server has; give its new epoch."""
    if is_in_use(settings.inflight_file):
        raise AppError(Refusal.SERVER_RUNS)
    note = partial(ledger.note, settings.ledger_file)
    async with store(settings) as database:
        try:
            epoch = 0
            for each, asked in await erasing.wishes(database, board, wish):
                noted = note if each == board else erasing.unnoted
                epoch = await erasing.erase(database, each, asked, now, noted)
            return epoch
        except erasing.NoName:
            raise AppError(Refusal.NOBODY) from None


async def moment(settings: Settings, snapshot: str, back: Back) -> Moment:
    """Give a snapshot with all that an export needs, and what it is to look back at."""
    async with store(settings) as database, database.read() as connection:
        found = await snapshots.find(connection, snapshot)
        if found is None:
            raise AppError(Refusal.UNKNOWN_SNAPSHOT)
        readings = await readings_of(connection, found, back, settings.zone)
    return moment_before(back.looks_back, readings)


def document(doc_updates: Sequence[bytes]) -> Document:
    """Give the document that a log tells, from its beginning."""
    doc: Document = Doc()
    for update in doc_updates:
        doc.apply_update(update)
    return doc
