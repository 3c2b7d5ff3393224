"""The photo under a board: one at a time, under a key of its own so that it may be kept."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.tables import underlays


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is sent; another picture has another key."""

    key: str
    media_type: str
    data: bytes


async def put(connection: AsyncConnection, board: str, picture: Picture) -> None:
    """Let this picture be the one of a board."""
    await remove(connection, board)
    values = {"key": picture.key, "media_type": picture.media_type, "data": picture.data}
    await connection.execute(insert(underlays).values(board=board, **values))


async def find(connection: AsyncConnection, board: str, key: str) -> Picture | None:
    """Give the picture of a board, if it has this key."""
    query = select(underlays.c.key, underlays.c.media_type, underlays.c.data).where(
        underlays.c.board == board, underlays.c.key == key
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Picture(*row)


async def remove(connection: AsyncConnection, board: str) -> None:
    """Take the picture of a board away."""
    await connection.execute(delete(underlays).where(underlays.c.board == board))
