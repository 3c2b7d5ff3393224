"""The shares of the store: who may read one snapshot without a seat, and until when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.tables import shares


@dataclass(frozen=True, slots=True)
class Share:
    """One way to read a snapshot; its secret is known only as a hash, and not to this value."""

    id: str
    board: str
    snapshot: str
    label: str
    names: bool
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None


COLUMNS = (
    shares.c.id,
    shares.c.board,
    shares.c.snapshot,
    shares.c.label,
    shares.c.names,
    shares.c.created_at,
    shares.c.expires_at,
    shares.c.revoked_at,
)


async def create(connection: AsyncConnection, share: Share, secret_hash: str) -> None:
    """Keep a new share under the hash of its secret."""
    values = {column.name: getattr(share, column.name) for column in COLUMNS}
    await connection.execute(insert(shares).values(secret_hash=secret_hash, **values))


async def by_secret(connection: AsyncConnection, secret_hash: str) -> Share | None:
    """Give the share whose secret has this hash, whether it still holds or not."""
    query = select(*COLUMNS).where(shares.c.secret_hash == secret_hash)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Share(*row)


async def of_board(connection: AsyncConnection, board: str) -> list[Share]:
    """Give all shares of a board, newest first."""
    query = select(*COLUMNS).where(shares.c.board == board)
    rows = await connection.execute(query.order_by(shares.c.created_at.desc(), shares.c.id))
    return [Share(*row) for row in rows]


async def revoke(connection: AsyncConnection, board: str, share: str, now: datetime) -> bool:
    """Withdraw a share; say whether the board had it."""
    done = await connection.execute(
        update(shares)
        .where(shares.c.board == board, shares.c.id == share)
        .values(revoked_at=func.coalesce(shares.c.revoked_at, now))
    )
    return done.rowcount == 1
