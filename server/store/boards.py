"""The boards of the store: who they are, not what lies on them (that is the log)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.tables import boards, clients, updates


@dataclass(frozen=True, slots=True)
class BoardRecord:
    """One board as the store knows it.

    With a `parent` it came of another board: invited for `parent_actor` there, or as the own cloth
    of `parent_participant`.
    """

    id: str
    title: str
    purpose: str
    keep_days: int
    created_at: datetime
    used_at: datetime
    analysis: str = "{}"
    epoch: int = 1
    has_pin: bool = False
    parent: str | None = None
    parent_actor: str | None = None
    parent_participant: str | None = None


@dataclass(frozen=True, slots=True)
class FirstUpdate:
    """What lies on a board from its birth: one update, the Yjs client id it was written under."""

    payload: bytes
    client: int
    author: str


COLUMNS = (
    boards.c.id,
    boards.c.title,
    boards.c.purpose,
    boards.c.keep_days,
    boards.c.created_at,
    boards.c.used_at,
    boards.c.analysis,
    boards.c.epoch,
    boards.c.pin_hash != "",
    boards.c.parent,
    boards.c.parent_actor,
    boards.c.parent_participant,
)


async def create(
    connection: AsyncConnection, board: BoardRecord, first: FirstUpdate, session: str = "{}"
) -> None:
    """Make a board with its first row in the log; both or, with the transaction, neither."""
    await connection.execute(
        insert(boards).values(
            id=board.id,
            title=board.title,
            purpose=board.purpose,
            keep_days=board.keep_days,
            created_at=board.created_at,
            used_at=board.used_at,
            head=1,
            session=session,
            parent=board.parent,
            parent_actor=board.parent_actor,
            parent_participant=board.parent_participant,
        )
    )
    await connection.execute(
        insert(updates).values(
            board=board.id,
            epoch=1,
            seq=1,
            payload=first.payload,
            participants=first.author,
            at=board.created_at,
        )
    )
    await connection.execute(
        insert(clients).values(board=board.id, client=first.client, participant=first.author)
    )


async def find(connection: AsyncConnection, board: str) -> BoardRecord | None:
    """Give one board, or None."""
    row = (await connection.execute(select(*COLUMNS).where(boards.c.id == board))).one_or_none()
    return None if row is None else BoardRecord(*row)


async def all_boards(connection: AsyncConnection) -> list[BoardRecord]:
    """Give every board, last used first."""
    rows = await connection.execute(select(*COLUMNS).order_by(boards.c.used_at.desc()))
    return [BoardRecord(*row) for row in rows]


async def erase(connection: AsyncConnection, board: BoardRecord) -> bool:
    """Take a board away with all that belongs to it, unless it was used since; say whether.

    People's own cloths beside it go too; boards that were invited stay, with nothing above them.
    """
    done = await connection.execute(
        delete(boards).where(boards.c.id == board.id, boards.c.used_at == board.used_at)
    )
    if done.rowcount == 0:
        return False
    below = boards.c.parent == board.id
    await connection.execute(delete(boards).where(below, boards.c.parent_participant.is_not(None)))
    await connection.execute(update(boards).where(below).values(parent=None, parent_actor=None))
    return True


async def children(connection: AsyncConnection, board: str) -> list[BoardRecord]:
    """Give the boards that came of a board, oldest first."""
    query = select(*COLUMNS).where(boards.c.parent == board)
    rows = await connection.execute(query.order_by(boards.c.created_at, boards.c.id))
    return [BoardRecord(*row) for row in rows]


async def own_cloth(
    connection: AsyncConnection, board: str, participant: str
) -> BoardRecord | None:
    """Give the cloth that somebody at a board has for themselves, or None."""
    mine = (boards.c.parent == board, boards.c.parent_participant == participant)
    row = (await connection.execute(select(*COLUMNS).where(*mine))).one_or_none()
    return None if row is None else BoardRecord(*row)


async def pin_hash(connection: AsyncConnection, board: str) -> str:
    """Give the hash of a board's PIN; empty when it has none."""
    found = await connection.execute(select(boards.c.pin_hash).where(boards.c.id == board))
    return found.scalar_one_or_none() or ""


async def lock(connection: AsyncConnection, board: str) -> None:
    """Hold others back who would change this board's people, until the transaction ends."""
    await connection.execute(select(boards.c.id).where(boards.c.id == board).with_for_update())


async def change(connection: AsyncConnection, board: str, changes: Mapping[str, str | int]) -> None:
    """Write title, purpose, days of keeping or PIN of one board."""
    if changes:
        await connection.execute(update(boards).where(boards.c.id == board).values(**changes))


async def touch(connection: AsyncConnection, board: str, now: datetime) -> None:
    """Note that a board was used, from which its time of keeping is counted.

    Whoever writes on their own cloth uses the one that it lies beside.
    """
    own = boards.alias()
    beside = select(own.c.parent).where(own.c.id == board, own.c.parent_participant.is_not(None))
    used = or_(boards.c.id == board, boards.c.id == beside.scalar_subquery())
    await connection.execute(update(boards).where(used).values(used_at=now))
