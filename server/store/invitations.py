"""The invitations of the store: which links and codes open which board, in which role."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from server.store.tables import invitations


@dataclass(frozen=True, slots=True)
class Invitation:
    """One way in; its secret and its code are known only as hashes, and not to this value."""

    id: str
    board: str
    role: str
    label: str
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    has_code: bool = False


COLUMNS = (
    invitations.c.id,
    invitations.c.board,
    invitations.c.role,
    invitations.c.label,
    invitations.c.created_at,
    invitations.c.expires_at,
    invitations.c.revoked_at,
    invitations.c.code_hash.is_not(None),
)


async def create(
    connection: AsyncConnection,
    invitation: Invitation,
    *,
    secret_hash: str,
    code_hash: str | None = None,
) -> None:
    """Keep a new invitation under the hashes of its secret and, if it has one, its code."""
    await connection.execute(
        insert(invitations).values(
            id=invitation.id,
            board=invitation.board,
            role=invitation.role,
            label=invitation.label,
            created_at=invitation.created_at,
            expires_at=invitation.expires_at,
            secret_hash=secret_hash,
            code_hash=code_hash,
        )
    )


async def by_secret(connection: AsyncConnection, secret_hash: str) -> Invitation | None:
    """Give the invitation whose secret has this hash, whether it still holds or not."""
    return await _one(connection, invitations.c.secret_hash == secret_hash)


async def by_code(connection: AsyncConnection, code_hash: str) -> Invitation | None:
    """Give the invitation whose code has this hash, whether it still holds or not."""
    return await _one(connection, invitations.c.code_hash == code_hash)


async def find(connection: AsyncConnection, invitation: str) -> Invitation | None:
    """Give an invitation by its id, or None."""
    return await _one(connection, invitations.c.id == invitation)


async def of_board(connection: AsyncConnection, board: str) -> list[Invitation]:
    """Give all invitations of a board, oldest first."""
    query = select(*COLUMNS).where(invitations.c.board == board)
    rows = await connection.execute(query.order_by(invitations.c.created_at, invitations.c.id))
    return [_invitation(row) for row in rows]


async def count(connection: AsyncConnection, board: str) -> int:
    """Give how many invitations a board has that were not revoked."""
    query = select(func.count()).where(
        invitations.c.board == board, invitations.c.revoked_at.is_(None)
    )
    return (await connection.execute(query)).scalar_one()


async def revoke(connection: AsyncConnection, board: str, invitation: str, now: datetime) -> bool:
    """Withdraw an invitation; say whether the board had it."""
    done = await connection.execute(
        update(invitations)
        .where(invitations.c.board == board, invitations.c.id == invitation)
        .values(revoked_at=func.coalesce(invitations.c.revoked_at, now))
    )
    return done.rowcount == 1


async def retire_labelled(
    connection: AsyncConnection, board: str, label: str, now: datetime
) -> None:
    """Withdraw what carries a label at a board; forget what was withdrawn there before."""
    labelled = and_(invitations.c.board == board, invitations.c.label == label)
    await connection.execute(
        delete(invitations).where(labelled, invitations.c.revoked_at.is_not(None))
    )
    await connection.execute(update(invitations).where(labelled).values(revoked_at=now))


async def _one(connection: AsyncConnection, condition: ColumnElement[bool]) -> Invitation | None:
    row = (await connection.execute(select(*COLUMNS).where(condition))).one_or_none()
    return None if row is None else _invitation(row)


def _invitation(row: Row[*tuple[Any, ...]]) -> Invitation:
    return Invitation(*row)
