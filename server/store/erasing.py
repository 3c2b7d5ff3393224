"""Erasing a person from a board: what lies on it, what lay on it, and what was frozen of it."""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Table, and_, delete, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from board.document import read
from board.erasing import SOMEBODY, Document, Rewrite, forgetting, rewritten
from board.snapshot import canonical, content, content_hash
from server.store.database import SQLITE, Database
from server.store.fold import Checkpoint, fold
from server.store.ledger import Erasure, erasures
from server.store.tables import (
    boards,
    cases,
    clients,
    finding_marks,
    invitations,
    participants,
    past,
    shares,
    snapshots,
    underlays,
    updates,
)
from server.store.updates import Stored, load, put_checkpoint
from server.sync.replica import Replica

OLD_PAGE = "-"
"""Stands for the participant of every client id of before: nobody writes under those any more."""
TRIES, PAUSE_SECONDS = 20, 0.1
SESSION = "session"
# where people wrote beside the cloth
WRITTEN: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (boards, ("title", "purpose", SESSION)),
    (invitations, ("label",)),
    (participants, ("name",)),
    (snapshots, ("title", "note")),
    (finding_marks, ("who",)),
    (shares, ("label",)),
)


Note = Callable[[Erasure], None]


class Changed(Exception):  # noqa: N818
    """Somebody wrote on the board meanwhile; nothing was erased."""


class NoName(Exception):  # noqa: N818
    """There is nobody of this id on the board, or they have no name."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to be erased: an actor on the cloth or a participant, and `also` by which names."""

    actor: str | None = None
    participant: str | None = None
    also: tuple[str, ...] = ()


async def erase(database: Database, board: str, wish: Wish, now: datetime, note: Note) -> int:
    """Erase a person from a board; give its new epoch.

    One transaction writes the cloth anew without a past, deletes the log, rewrites the snapshots
    and all other texts, and renews the epoch: whoever comes with an older copy drops it. Nobody
    may be writing on the board meanwhile (`Changed`). The ledger hears of it before: what is in it
    and was not done is done at the next start.
    """
    stored = await load(database, board)
    doc = Replica(stored.doc_updates).doc
    rewrite = forgetting([*await _names(database, board, doc, wish), *wish.also])
    fresh = await asyncio.to_thread(rewritten, doc, rewrite)
    folded = await asyncio.to_thread(fold, [fresh.get_update()], stored.head)
    erasure = Erasure(board, stored.epoch + 1, wish.actor, wish.participant)
    await asyncio.to_thread(note, erasure)
    async with database.write() as connection:
        await _check_unchanged(connection, board, stored)
        await _replace_log(connection, board, stored.epoch + 1, folded, now)
        await connection.execute(insert(clients).values(_owned(board, fresh.client_id)))
        await _rewrite_snapshots(connection, board, rewrite)
        await _rewrite_texts(connection, board, rewrite)
    await scrub(database)
    return stored.epoch + 1


async def wishes(database: Database, board: str, wish: Wish) -> list[tuple[str, Wish]]:
    """Give all that one wish asks: of the boards that came of this one, and last of this one.

    Below, a person has other ids: they are erased by the names under which they are known here.
    """
    stored = await load(database, board)
    doc = Replica(stored.doc_updates).doc
    names = (*await _names(database, board, doc, wish), *wish.also)
    below = await _below(database, board)
    return [*((child, Wish(also=names)) for child in below), (board, wish)]


def unnoted(_: Erasure) -> None:
    """Leave the ledger as it is: what it says of the board above is done below too."""


async def replay(database: Database, file: Path, now: datetime) -> list[str]:
    """Erase again who was erased from boards that came back from a backup; give these."""
    done = []
    for erasure in erasures(file):
        query = select(boards.c.epoch).where(boards.c.id == erasure.board)
        async with database.read() as connection:
            epoch = (await connection.execute(query)).scalar_one_or_none()
        if epoch is None or epoch >= erasure.epoch:
            continue
        wish = Wish(erasure.actor, erasure.participant)
        with suppress(NoName):
            for each, asked in await wishes(database, erasure.board, wish):
                await erase(database, each, asked, now, unnoted)
            done.append(erasure.board)
    return done


async def _below(database: Database, board: str) -> list[str]:
    found: list[str] = []
    above = [board]
    async with database.read() as connection:
        while above:
            query = select(boards.c.id).where(boards.c.parent.in_(above))
            above = list((await connection.execute(query)).scalars())
            found += above
    return found


async def scrub(database: Database) -> None:
    """Have nothing of what was deleted be left in the database's files."""
    if database.url.get_backend_name() == SQLITE:
        await _truncate_log(database)
        return
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        tables = "updates, past, underlays, checkpoints, snapshots, participants"
        await connection.execute(text(f"VACUUM FULL {tables}"))


async def _truncate_log(database: Database) -> None:
    # what was deleted is overwritten already; old pages are left in the write-ahead file
    for _ in range(TRIES):
        async with database.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            cursor = await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
            busy, *_ = await cursor.fetchone()
            await cursor.close()
        if not busy:
            return
        await asyncio.sleep(PAUSE_SECONDS)
    raise SQLAlchemyError("the write-ahead file could not be emptied")


async def _names(database: Database, board: str, doc: Document, wish: Wish) -> list[str]:
    found = []
    if wish.actor is not None:
        actor = read(doc).board.actors.get(wish.actor)
        found += [actor.label] if actor else []
    if wish.participant is not None:
        query = select(participants.c.name).where(
            participants.c.board == board, participants.c.id == wish.participant
        )
        async with database.read() as connection:
            found += (await connection.execute(query)).scalars()
    named = [name for name in found if name.strip() and name != SOMEBODY]
    if not named and not wish.also:
        raise NoName
    return named


async def _check_unchanged(connection: AsyncConnection, board: str, stored: Stored) -> None:
    query = select(boards.c.epoch, boards.c.head).where(boards.c.id == board).with_for_update()
    if (await connection.execute(query)).one() != (stored.epoch, stored.head):
        raise Changed


async def _replace_log(
    connection: AsyncConnection, board: str, epoch: int, folded: Checkpoint, now: datetime
) -> None:
    for table in (updates, past, cases, underlays):
        await connection.execute(delete(table).where(table.c.board == board))
    await put_checkpoint(connection, board, epoch, folded, now)
    await connection.execute(update(boards).where(boards.c.id == board).values(epoch=epoch))
    await connection.execute(
        update(clients).where(clients.c.board == board).values(participant=OLD_PAGE)
    )


def _owned(board: str, client: int) -> dict[str, object]:
    return {"board": board, "client": client, "participant": OLD_PAGE}


async def _rewrite_snapshots(connection: AsyncConnection, board: str, rewrite: Rewrite) -> None:
    query = select(snapshots.c.id, snapshots.c.state).where(snapshots.c.board == board)
    for snapshot, state in (await connection.execute(query)).all():
        values = await asyncio.to_thread(_frozen, state, rewrite)
        await connection.execute(
            update(snapshots).where(snapshots.c.id == snapshot).values(**values)
        )


def _frozen(state: bytes, rewrite: Rewrite) -> Mapping[str, object]:
    fresh = rewritten(Replica([state]).doc, rewrite)
    plain = content(read(fresh).board)
    return {
        "content": canonical(plain).decode(),
        "state": fresh.get_update(),
        "hash": content_hash(plain),
    }


async def _rewrite_texts(connection: AsyncConnection, board: str, rewrite: Rewrite) -> None:
    for table, names in WRITTEN:
        keys = [column.name for column in table.primary_key]
        columns = [table.c[name] for name in (*keys, *names)]
        found = await connection.execute(select(*columns).where(_belongs(table, board)))
        for row in found.mappings().all():
            anew = {name: _anew(name, row[name], rewrite) for name in names}
            changed = {name: said for name, said in anew.items() if said != row[name]}
            if changed:
                this_row = and_(*(table.c[key] == row[key] for key in keys))
                await connection.execute(update(table).where(this_row).values(**changed))


def _anew(column: str, said: str, rewrite: Rewrite) -> str:
    """Give a text rewritten; of a session, which is JSON, the texts in it.

    The photo that lay there may show the name; it was deleted, so nothing lies there.
    """
    if column != SESSION:
        return rewrite(said)
    told = {**json.loads(said), "underlay": None}
    return json.dumps(_inside(told, rewrite))


def _inside(value: object, rewrite: Rewrite) -> object:
    if isinstance(value, dict):
        return {key: _inside(inner, rewrite) for key, inner in value.items()}
    if isinstance(value, list):
        return [_inside(inner, rewrite) for inner in value]
    return rewrite(value) if isinstance(value, str) else value


def _belongs(table: Table, board: str) -> ColumnElement[bool]:
    if table is boards:
        return boards.c.id == board
    if table is finding_marks:
        own = select(snapshots.c.id).where(snapshots.c.board == board)
        return finding_marks.c.snapshot.in_(own)
    return table.c.board == board
