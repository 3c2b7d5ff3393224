"""The participants of the store: one per board, device and role."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from server.store.tables import participants


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at a board by one device, in one role.

    Who has `waits_since` stands before the door; `returns`: says to have been in before.
    """

    id: str
    board: str
    device_hash: str
    role: str
    name: str
    seat: str | None
    invitation: str | None
    joined_at: datetime
    removed_at: datetime | None = None
    waits_since: datetime | None = None
    returns: bool = False


COLUMNS = (
    participants.c.id,
    participants.c.board,
    participants.c.device_hash,
    participants.c.role,
    participants.c.name,
    participants.c.seat,
    participants.c.invitation,
    participants.c.joined_at,
    participants.c.removed_at,
    participants.c.waits_since,
    participants.c.returns,
)


async def join(connection: AsyncConnection, new: Participant) -> Participant:
    """Admit `new`, or let in again who was already there by this device in this role.

    Whoever comes back keeps id and seat, and their name unless `new` brings another.
    """
    row = (await connection.execute(_query(_same_place(new)))).one_or_none()
    if row is None:
        values = {column.name: getattr(new, column.name) for column in COLUMNS}
        await connection.execute(insert(participants).values(values))
        return new
    known = Participant(*row)
    changes = {
        "name": new.name or known.name,
        "invitation": new.invitation,
        "removed_at": None,
        "waits_since": new.waits_since,
        "returns": new.returns,
    }
    await change(connection, known.id, changes)
    return await get(connection, known.id)


async def get(connection: AsyncConnection, participant: str) -> Participant:
    """Give a participant that must be there."""
    row = (await connection.execute(_query(participants.c.id == participant))).one()
    return Participant(*row)


async def find(connection: AsyncConnection, participant: str) -> Participant | None:
    """Give a participant, also one who was removed, or None."""
    row = (await connection.execute(_query(participants.c.id == participant))).one_or_none()
    return None if row is None else Participant(*row)


async def at_board(connection: AsyncConnection, board: str, device_hash: str) -> list[Participant]:
    """Give whom a device is at one board, those who were removed too."""
    query = _query(participants.c.board == board, participants.c.device_hash == device_hash)
    return [Participant(*row) for row in await connection.execute(query)]


async def of_device(connection: AsyncConnection, device_hash: str) -> list[Participant]:
    """Give whom a device is, at all boards, as far as not removed."""
    return await _present(connection, participants.c.device_hash == device_hash)


async def of_board(connection: AsyncConnection, board: str) -> list[Participant]:
    """Give everyone at a board as far as not removed, in order of arrival."""
    return await _present(connection, participants.c.board == board)


async def waiting_at(connection: AsyncConnection, board: str) -> list[Participant]:
    """Give who waits before the door of a board, in order of arrival."""
    waits = participants.c.waits_since.is_not(None)
    query = _query(participants.c.board == board, waits, participants.c.removed_at.is_(None))
    rows = await connection.execute(query.order_by(participants.c.waits_since, participants.c.id))
    return [Participant(*row) for row in rows]


async def admit(connection: AsyncConnection, board: str, participant: str | None) -> int:
    """Let in who waits before the door of a board, or all of them; give how many."""
    waits = participants.c.waits_since.is_not(None)
    whom = waits if participant is None else and_(waits, participants.c.id == participant)
    done = await connection.execute(
        update(participants)
        .where(participants.c.board == board, whom)
        .values(waits_since=None, returns=False)
    )
    return done.rowcount


async def hand_over(connection: AsyncConnection, newcomer: Participant, known: Participant) -> None:
    """Let a newcomer's device sit where `known` sat; that one's own device loses its place."""
    await connection.execute(delete(participants).where(participants.c.id == newcomer.id))
    await change(connection, known.id, {"device_hash": newcomer.device_hash})


async def keep_without_invitation(connection: AsyncConnection, participant: str) -> None:
    """Let a participant stay, whatever becomes of the invitation they came by."""
    await change(connection, participant, {"invitation": None})


async def remove_by_invitation(connection: AsyncConnection, invitation: str, now: datetime) -> None:
    """Put out everyone who came by an invitation; their seats are free."""
    await connection.execute(
        update(participants)
        .where(participants.c.invitation == invitation, participants.c.removed_at.is_(None))
        .values(removed_at=now, seat=None)
    )


async def change(
    connection: AsyncConnection, participant: str, changes: Mapping[str, object]
) -> None:
    """Write some columns of one participant."""
    if changes:
        await connection.execute(
            update(participants).where(participants.c.id == participant).values(**changes)
        )


def _same_place(new: Participant) -> ColumnElement[bool]:
    return and_(
        participants.c.board == new.board,
        participants.c.device_hash == new.device_hash,
        participants.c.role == new.role,
    )


async def _present(
    connection: AsyncConnection, condition: ColumnElement[bool]
) -> list[Participant]:
    inside = (participants.c.removed_at.is_(None), participants.c.waits_since.is_(None))
    query = _query(condition, *inside)
    rows = await connection.execute(query.order_by(participants.c.joined_at, participants.c.id))
    return [Participant(*row) for row in rows]


def _query(*conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(*COLUMNS).where(*conditions)
