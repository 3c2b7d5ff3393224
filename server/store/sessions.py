"""The session of each board as it is kept: a text that the live part writes and reads."""

from collections.abc import Callable

from sqlalchemy import select, update

from server.store.database import Database
from server.store.tables import boards
from server.store.updates import UnknownBoard


async def change(database: Database, board: str, make: Callable[[str], str]) -> str:
    """Replace a board's session by what `make` makes of it, while nobody else does."""
    query = select(boards.c.session).where(boards.c.id == board).with_for_update()
    async with database.write() as connection:
        before = (await connection.execute(query)).scalar_one_or_none()
        if before is None:
            raise UnknownBoard(board)
        after = make(before)
        await connection.execute(update(boards).where(boards.c.id == board).values(session=after))
    return after
