"""Reading a board's log and folding its beginning into a checkpoint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store import past
from server.store.database import Database
from server.store.fold import Checkpoint, Folding, fold_in_thread
from server.store.tables import boards, checkpoints, clients, updates


class UnknownBoard(Exception):  # noqa: N818
    """There is no board of this id."""


class Quarantined(Exception):  # noqa: N818
    """The board could not be loaded before; its log is kept as it is until someone looks."""


class HoleInLog(Exception):  # noqa: N818
    """Rows of a log are missing: what is there must not be taken for the whole."""


@dataclass(frozen=True, slots=True)
class Stored:
    """All that a board's log holds at one moment; `updates` follow the checkpoint, in order."""

    epoch: int
    head: int
    checkpoint: Checkpoint | None
    updates: tuple[bytes, ...]
    bindings: Mapping[int, str]
    session: str

    @property
    def doc_updates(self) -> tuple[bytes, ...]:
        """Give everything to apply to an empty document, in order."""
        return (self.checkpoint.state, *self.updates) if self.checkpoint else self.updates


async def load(database: Database, board: str) -> Stored:
    """Read a board's log, all of it of one moment; raises what is wrong with it."""
    async with database.read() as connection:
        record = await _record(connection, board)
        checkpoint = await _checkpoint(connection, board, record.epoch)
        rows = await _rows(connection, board, record.epoch, checkpoint.seq if checkpoint else 0)
        bindings = await _bindings(connection, board)
    first = checkpoint.seq + 1 if checkpoint else 1
    if [row.seq for row in rows] != list(range(first, record.head + 1)):
        raise HoleInLog(f"{board}: rows {first} to {record.head} are not all there")
    payloads = tuple(row.payload for row in rows)
    return Stored(record.epoch, record.head, checkpoint, payloads, bindings, record.session)


async def begin(database: Database, board: str, now: datetime) -> None:
    """Make an empty board, if there is none of this id."""
    async with database.write() as connection:
        known = await connection.execute(select(boards.c.id).where(boards.c.id == board))
        if known.one_or_none() is None:
            new = insert(boards).values(id=board, title=board, created_at=now, used_at=now)
            await connection.execute(new)


async def quarantine(database: Database, board: str, reason: str) -> None:
    """Have the board stay shut, its log untouched, until `release`."""
    async with database.write() as connection:
        await connection.execute(
            update(boards).where(boards.c.id == board).values(quarantined=reason)
        )


async def release(database: Database, board: str) -> None:
    """Let a board be loaded again."""
    async with database.write() as connection:
        await connection.execute(
            update(boards).where(boards.c.id == board).values(quarantined=None)
        )


async def compact(
    database: Database, board: str, now: datetime, folding: Folding = fold_in_thread
) -> Checkpoint | None:
    """Fold a board's log into a checkpoint; None if there was nothing to fold.

    The fold is read back and compared before it replaces anything (`NotTheSame`), and replaces
    only the rows it was made of, which are put aside as the board's past: what came meanwhile
    stays.
    """
    stored = await load(database, board)
    if not stored.updates:
        return None
    folded = await folding(stored.doc_updates, stored.head)
    if not await replace(database, board, stored, folded, now):
        return None
    await past.trim(database, board, stored.epoch, folding=folding)
    return folded


async def replace(
    database: Database, board: str, stored: Stored, folded: Checkpoint, now: datetime
) -> bool:
    """Put a fold in the place of what it was made of, unless that is no longer what is there."""
    async with database.write() as connection:
        if not await _unchanged(connection, board, stored):
            return False
        await _replace(connection, board, stored.epoch, folded, now)
    return True


async def _record(connection: AsyncConnection, board: str) -> Row[*tuple[Any, ...]]:
    query = select(boards.c.epoch, boards.c.head, boards.c.session, boards.c.quarantined)
    record = (await connection.execute(query.where(boards.c.id == board))).one_or_none()
    if record is None:
        raise UnknownBoard(board)
    if record.quarantined is not None:
        raise Quarantined(record.quarantined)
    return record


async def _checkpoint(connection: AsyncConnection, board: str, epoch: int) -> Checkpoint | None:
    query = select(
        checkpoints.c.seq, checkpoints.c.state, checkpoints.c.state_vector, checkpoints.c.hash
    ).where(checkpoints.c.board == board, checkpoints.c.epoch == epoch)
    row = (await connection.execute(query)).one_or_none()
    return row and Checkpoint(*row)


async def _rows(
    connection: AsyncConnection, board: str, epoch: int, after: int
) -> Sequence[Row[*tuple[Any, ...]]]:
    query = (
        select(updates.c.seq, updates.c.payload)
        .where(updates.c.board == board, updates.c.epoch == epoch, updates.c.seq > after)
        .order_by(updates.c.seq)
    )
    return (await connection.execute(query)).all()


async def _bindings(connection: AsyncConnection, board: str) -> dict[int, str]:
    query = select(clients.c.client, clients.c.participant).where(clients.c.board == board)
    return {row.client: row.participant for row in await connection.execute(query)}


async def _unchanged(connection: AsyncConnection, board: str, stored: Stored) -> bool:
    """Say, under the board's lock, whether epoch and checkpoint are what was folded."""
    query = select(boards.c.epoch).where(boards.c.id == board).with_for_update()
    epoch = (await connection.execute(query)).scalar_one_or_none()
    if epoch != stored.epoch:
        return False
    return await _checkpoint(connection, board, epoch) == stored.checkpoint


async def put_checkpoint(
    connection: AsyncConnection, board: str, epoch: int, folded: Checkpoint, now: datetime
) -> None:
    """Let `folded` be the board's checkpoint, in place of the one before."""
    await connection.execute(delete(checkpoints).where(checkpoints.c.board == board))
    await connection.execute(
        insert(checkpoints).values(
            board=board,
            epoch=epoch,
            seq=folded.seq,
            state=folded.state,
            state_vector=folded.state_vector,
            hash=folded.hash,
            at=now,
        )
    )


async def _replace(
    connection: AsyncConnection, board: str, epoch: int, folded: Checkpoint, now: datetime
) -> None:
    await past.keep(connection, board, epoch, folded.seq)
    await put_checkpoint(connection, board, epoch, folded, now)
    await connection.execute(
        delete(updates).where(
            updates.c.board == board, updates.c.epoch == epoch, updates.c.seq <= folded.seq
        )
    )
