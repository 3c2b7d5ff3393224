"""The rows of a board's log, also those that were folded: what its past is looked at with.

Loading never reads them. A board's past is bounded: beyond that its oldest half becomes one row.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, false, func, insert, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.database import Database
from server.store.fold import Folding, fold_in_thread
from server.store.tables import boards, checkpoints, past, updates

MIB = 1024 * 1024
LIMIT_BYTES = 32 * MIB
PAGE_ROWS = 1000
_KEPT = (past.c.seq, past.c.payload, past.c.whole, past.c.at)


@dataclass(frozen=True, slots=True)
class Row:
    """One update of the past; `whole`: all there was by then, for no more is known of before."""

    seq: int
    payload: bytes
    whole: bool
    at: datetime


async def keep(connection: AsyncConnection, board: str, epoch: int, upto: int) -> None:
    """Put aside the rows that are about to be folded, before they and the old checkpoint go.

    Where nothing was put aside before, the old checkpoint is what the past begins with.
    """
    if not await _begun(connection, board, epoch):
        await connection.execute(insert(past).from_select(list(past.c.keys()), _base(board, epoch)))
    rows = select(
        updates.c.board,
        updates.c.epoch,
        updates.c.seq,
        updates.c.payload,
        false(),
        updates.c.at,
    ).where(updates.c.board == board, updates.c.epoch == epoch, updates.c.seq <= upto)
    await connection.execute(insert(past).from_select(list(past.c.keys()), rows))


async def trim(
    database: Database,
    board: str,
    epoch: int,
    limit: int = LIMIT_BYTES,
    *,
    folding: Folding = fold_in_thread,
) -> None:
    """Make one row of the oldest half of a past that has grown beyond its limit."""
    query = select(past.c.seq, func.length(past.c.payload)).where(*_of(board, epoch))
    async with database.read() as connection:
        sizes = (await connection.execute(query.order_by(past.c.seq))).all()
        total = sum(size for _, size in sizes)
        if total <= limit or len(sizes) < 2:
            return
        last = _half(sizes, total / 2)
        old = select(*_KEPT).where(*_of(board, epoch), past.c.seq <= last).order_by(past.c.seq)
        rows = [Row(*row) for row in await connection.execute(old)]
    folded = await folding([row.payload for row in rows], last)
    async with database.write() as connection:
        lock = select(boards.c.epoch).where(boards.c.id == board).with_for_update()
        if (await connection.execute(lock)).scalar_one_or_none() != epoch:
            return  # somebody was erased meanwhile, and stands in what was folded here
        await connection.execute(delete(past).where(*_of(board, epoch), past.c.seq <= last))
        await connection.execute(
            insert(past).values(
                board=board,
                epoch=epoch,
                seq=last,
                payload=folded.state,
                whole=True,
                at=rows[-1].at,
            )
        )


async def pages(database: Database, board: str) -> AsyncIterator[Sequence[Row]]:
    """Give all that is kept of a board's past, in order, in parts; up to what is stored by now.

    Each part is read by itself, so that who takes long to read holds nobody up. A board that was
    renewed meanwhile ends it.
    """
    async with database.read() as connection:
        epoch = await _epoch(connection, board)
        first = [] if epoch is None else await _first(connection, board, epoch)
    after = first[-1].seq if first else 0
    if first:
        yield first
    while epoch is not None:
        async with database.read() as connection:
            if await _epoch(connection, board) != epoch:
                return
            rows = await _page(connection, board, epoch, after)
        if not rows:
            return
        yield rows
        after = rows[-1].seq


async def _begun(connection: AsyncConnection, board: str, epoch: int) -> bool:
    query = select(past.c.seq).where(*_of(board, epoch)).limit(1)
    return (await connection.execute(query)).first() is not None


def _base(board: str, epoch: int) -> Select[*tuple[Any, ...]]:
    return select(
        checkpoints.c.board,
        checkpoints.c.epoch,
        checkpoints.c.seq,
        checkpoints.c.state,
        true(),
        checkpoints.c.at,
    ).where(checkpoints.c.board == board, checkpoints.c.epoch == epoch)


async def _epoch(connection: AsyncConnection, board: str) -> int | None:
    found = await connection.execute(select(boards.c.epoch).where(boards.c.id == board))
    return found.scalar_one_or_none()


async def _first(connection: AsyncConnection, board: str, epoch: int) -> list[Row]:
    """Give the checkpoint as the beginning of a past of which no row was put aside."""
    if await _begun(connection, board, epoch):
        return []
    found = (await connection.execute(_base(board, epoch))).first()
    return [Row(*found[2:])] if found else []


async def _page(connection: AsyncConnection, board: str, epoch: int, after: int) -> list[Row]:
    put_aside = select(*_KEPT).where(*_of(board, epoch), past.c.seq > after)
    found = await connection.execute(put_aside.order_by(past.c.seq).limit(PAGE_ROWS))
    rows = [Row(*row) for row in found]
    if rows:
        return rows
    log = select(updates.c.seq, updates.c.payload, false(), updates.c.at).where(
        updates.c.board == board, updates.c.epoch == epoch, updates.c.seq > after
    )
    found = await connection.execute(log.order_by(updates.c.seq).limit(PAGE_ROWS))
    return [Row(*row) for row in found]


def _of(board: str, epoch: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return past.c.board == board, past.c.epoch == epoch


def _half(sizes: Sequence[tuple[int, int]], half: float) -> int:
    """Give the seq by which half of all bytes is reached."""
    gone = 0
    for seq, size in sizes:
        gone += size
        if gone >= half:
            return seq
    return sizes[-1][0]
