"""Updates that broke something, kept for whoever mends it and so that they do it only once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.database import Database
from server.store.tables import boards, cases
from server.store.updates import quarantine
from server.sync.effects import Reset
from server.sync.replica import fingerprint

CRASH, RESET = "crash", "reset"
STRIKES, MEMORY = 3, timedelta(hours=1)
MOST_PER_BOARD = 20
MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Blame:
    """What a process was at when it died: applying `update` (its fingerprint), or reading."""

    board: str
    update: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One update that broke something; the bytes are there if they were at hand."""

    board: str
    kind: str
    fingerprint: str
    reason: str
    payload: bytes | None = None


def of_reset(board: str, reset: Reset) -> Case:
    """Give the case of a room whose document could no longer be trusted."""
    known = fingerprint(reset.case) if reset.case else ""
    return Case(board, RESET, known, reset.reason, reset.case)


async def keep(database: Database, case: Case, at: datetime) -> None:
    """Keep a case; of a board only the newest are kept."""
    async with database.write() as connection:
        if await _is_known(connection, case.board):
            await _keep(connection, case, at)


async def settle(database: Database, blames: Sequence[Blame], at: datetime) -> list[str]:
    """Draw the conclusions from a crash; give the boards that are quarantined for it.

    A board that was the only one at hand, and being read, is: its log itself is deadly. Any other
    is at the third time within the hour; until then it is loaded with care and the update is known.
    """
    shut = []
    for blame in blames:
        reading = blame.update is None
        case = Case(blame.board, CRASH, blame.update or "", "the process died")
        await keep(database, case, at)
        if (reading and len(blames) == 1) or await _strikes(database, blame.board, at) >= STRIKES:
            await quarantine(database, blame.board, "the process died of it")
            shut.append(blame.board)
    return shut


async def poisons(database: Database, board: str) -> frozenset[str]:
    """Give the fingerprints of the updates that must not be applied to a board again."""
    query = select(cases.c.fingerprint).where(cases.c.board == board)
    async with database.read() as connection:
        return frozenset((await connection.execute(query)).scalars())


async def of_board(database: Database, board: str) -> list[Case]:
    """Give the cases of a board, oldest first."""
    columns = (cases.c.board, cases.c.kind, cases.c.fingerprint, cases.c.reason, cases.c.payload)
    query = select(*columns).where(cases.c.board == board).order_by(cases.c.id)
    async with database.read() as connection:
        return [Case(*row) for row in await connection.execute(query)]


async def _is_known(connection: AsyncConnection, board: str) -> bool:
    query = select(boards.c.id).where(boards.c.id == board)
    return (await connection.execute(query)).first() is not None


async def _keep(connection: AsyncConnection, case: Case, at: datetime) -> None:
    payload = case.payload if case.payload and len(case.payload) <= MOST_BYTES else None
    values = {
        "board": case.board,
        "kind": case.kind,
        "fingerprint": case.fingerprint,
        "reason": case.reason,
    }
    await connection.execute(insert(cases).values(payload=payload, at=at, **values))
    newest = (
        select(cases.c.id)
        .where(cases.c.board == case.board)
        .order_by(cases.c.id.desc())
        .limit(MOST_PER_BOARD)
    )
    old = cases.c.id.not_in(newest.scalar_subquery())
    await connection.execute(delete(cases).where(cases.c.board == case.board, old))


async def _strikes(database: Database, board: str, now: datetime) -> int:
    recent = (cases.c.board == board, cases.c.kind == CRASH, cases.c.at > now - MEMORY)
    async with database.read() as connection:
        count: int = (
            await connection.execute(select(func.count()).select_from(cases).where(*recent))
        ).scalar_one()
    return count
