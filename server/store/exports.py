"""The log of exports: which files left a board, when, with or without names, and by whom."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.tables import exports


@dataclass(frozen=True, slots=True)
class Export:
    """One file that left a board."""

    id: str
    board: str
    snapshot: str
    participant: str
    format: str
    names: bool
    at: datetime


COLUMNS = (
    exports.c.id,
    exports.c.board,
    exports.c.snapshot,
    exports.c.participant,
    exports.c.format,
    exports.c.names,
    exports.c.at,
)


async def note(connection: AsyncConnection, export: Export) -> None:
    """Note that a file leaves."""
    values = {column.name: getattr(export, column.name) for column in COLUMNS}
    await connection.execute(insert(exports).values(values))


async def of_board(connection: AsyncConnection, board: str, most: int) -> list[Export]:
    """Give the last files that left a board, newest first."""
    query = select(*COLUMNS).where(exports.c.board == board)
    latest = query.order_by(exports.c.at.desc(), exports.c.id).limit(most)
    return [Export(*row) for row in await connection.execute(latest)]
