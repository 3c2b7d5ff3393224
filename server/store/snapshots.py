"""The snapshots of the store: frozen moments, each with its content and full state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

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
)


async def create(connection: AsyncConnection, snapshot: Snapshot, frozen: Frozen) -> None:
    """Keep a snapshot."""
    values = {column.name: getattr(snapshot, column.name) for column in COLUMNS}
    await connection.execute(
        insert(snapshots).values(content=frozen.content, state=frozen.state, **values)
    )


async def find(connection: AsyncConnection, snapshot: str) -> Snapshot | None:
    """Give one snapshot, or None."""
    query = select(*COLUMNS).where(snapshots.c.id == snapshot)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _snapshot(row)


async def of_board(connection: AsyncConnection, board: str) -> list[Snapshot]:
    """Give the snapshots of a board, oldest first."""
    query = select(*COLUMNS).where(snapshots.c.board == board)
    rows = await connection.execute(query.order_by(snapshots.c.taken_at, snapshots.c.id))
    return [_snapshot(row) for row in rows]


async def content(connection: AsyncConnection, snapshot: str) -> str:
    """Give the canonical JSON of a snapshot that must be there."""
    query = select(snapshots.c.content).where(snapshots.c.id == snapshot)
    text: str = (await connection.execute(query)).scalar_one()
    return text


async def count(connection: AsyncConnection, board: str) -> int:
    """Give how many snapshots a board has."""
    query = select(func.count()).where(snapshots.c.board == board)
    return (await connection.execute(query)).scalar_one()


async def change(connection: AsyncConnection, snapshot: str, changes: Mapping[str, str]) -> None:
    """Write title or note of one snapshot."""
    if not changes:
        return
    await connection.execute(update(snapshots).where(snapshots.c.id == snapshot).values(**changes))


async def remove(connection: AsyncConnection, snapshot: str) -> None:
    """Throw a snapshot away."""
    await connection.execute(delete(snapshots).where(snapshots.c.id == snapshot))


def _snapshot(row: Row[*tuple[Any, ...]]) -> Snapshot:
    return Snapshot(*row)
