"""The snapshots of the store: frozen moments, each with its content and full state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from server.store.tables import snapshots


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One frozen moment, without what lay on the cloth."""

    id: str
    board: str
    title: str
    note: str
    phase: str
    taken_at: datetime
    taken_by: str | None
    epoch: int
    seq: int
    hash: str
    analysis: str = "{}"
    totals: str | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """What lay on the cloth: canonical JSON, and the state of the document to restore from."""

    content: str
    state: bytes


COLUMNS = (
    snapshots.c.id,
    snapshots.c.board,
    snapshots.c.title,
    snapshots.c.note,
    snapshots.c.phase,
    snapshots.c.taken_at,
    snapshots.c.taken_by,
    snapshots.c.epoch,
    snapshots.c.seq,
    snapshots.c.hash,
    snapshots.c.analysis,
    snapshots.c.totals,
)


_THERE = snapshots.c.removed_at.is_(None)


async def create(connection: AsyncConnection, snapshot: Snapshot, frozen: Frozen) -> None:
    """Keep a snapshot."""
    values = {column.name: getattr(snapshot, column.name) for column in COLUMNS}
    await connection.execute(
        insert(snapshots).values(content=frozen.content, state=frozen.state, **values)
    )


async def find(connection: AsyncConnection, snapshot: str) -> Snapshot | None:
    """Give one snapshot, or None; one that was thrown away is not there."""
    query = select(*COLUMNS).where(snapshots.c.id == snapshot, _THERE)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _snapshot(row)


async def of_board(connection: AsyncConnection, board: str) -> list[Snapshot]:
    """Give the snapshots of a board, oldest first."""
    query = select(*COLUMNS).where(snapshots.c.board == board, _THERE)
    rows = await connection.execute(query.order_by(snapshots.c.taken_at, snapshots.c.id))
    return [_snapshot(row) for row in rows]


async def before(connection: AsyncConnection, snapshot: Snapshot, most: int) -> list[str]:
    """Give the content of up to `most` snapshots of the same board just before, oldest first."""
    earlier = snapshots.c.taken_at < snapshot.taken_at
    return await _contents(connection, snapshot.board, most, earlier)


async def last_contents(connection: AsyncConnection, board: str, most: int) -> list[str]:
    """Give the content of the last `most` snapshots of a board, oldest first."""
    return await _contents(connection, board, most)


async def _contents(
    connection: AsyncConnection, board: str, most: int, *only: ColumnElement[bool]
) -> list[str]:
    query = select(snapshots.c.content).where(snapshots.c.board == board, _THERE, *only)
    latest = query.order_by(snapshots.c.taken_at.desc(), snapshots.c.id).limit(most)
    return list((await connection.execute(latest)).scalars())[::-1]


async def content(connection: AsyncConnection, snapshot: str) -> str:
    """Give the canonical JSON of a snapshot that must be there."""
    query = select(snapshots.c.content).where(snapshots.c.id == snapshot)
    text: str = (await connection.execute(query)).scalar_one()
    return text


async def count(connection: AsyncConnection, board: str) -> int:
    """Give how many snapshots a board has."""
    query = select(func.count()).where(snapshots.c.board == board, _THERE)
    return (await connection.execute(query)).scalar_one()


async def change(connection: AsyncConnection, snapshot: str, changes: Mapping[str, str]) -> None:
    """Write title or note of one snapshot."""
    if not changes:
        return
    await connection.execute(update(snapshots).where(snapshots.c.id == snapshot).values(**changes))


async def remove(connection: AsyncConnection, snapshot: str, now: datetime) -> None:
    """Throw a snapshot away; until it is purged it can be had back."""
    await connection.execute(
        update(snapshots).where(snapshots.c.id == snapshot, _THERE).values(removed_at=now)
    )


async def restore(connection: AsyncConnection, board: str, snapshot: str) -> bool:
    """Have back what was thrown away; say whether the board had it."""
    done = await connection.execute(
        update(snapshots)
        .where(snapshots.c.board == board, snapshots.c.id == snapshot)
        .values(removed_at=None)
    )
    return done.rowcount == 1


async def purge(connection: AsyncConnection, until: datetime) -> int:
    """Erase what was thrown away before a moment; give how many that were."""
    done = await connection.execute(delete(snapshots).where(snapshots.c.removed_at < until))
    return done.rowcount


def _snapshot(row: Row[*tuple[Any, ...]]) -> Snapshot:
    return Snapshot(*row)
