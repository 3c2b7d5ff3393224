"""What people decided over several boards: who is the same, and whose names may be seen."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.analysis.identity import Ref, Same
from server.store.tables import agreements, verdicts


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two actors are the same, by which participant; the lesser of both comes first."""

    one: Ref
    other: Ref
    same: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Agreement:
    """The word of a board's facilitator that its names may be seen in a union."""

    board: str
    by: str
    at: datetime


async def between(connection: AsyncConnection, boards: Collection[str]) -> list[Verdict]:
    """Give what was decided about actors of these boards."""
    query = select(verdicts).where(verdicts.c.board.in_(boards), verdicts.c.other_board.in_(boards))
    order = (verdicts.c.board, verdicts.c.actor, verdicts.c.other_board, verdicts.c.other_actor)
    rows = await connection.execute(query.order_by(*order))
    return [
        Verdict(Ref(row.board, row.actor), Ref(row.other_board, row.other_actor), *row[4:])
        for row in rows
    ]


async def decide(connection: AsyncConnection, verdict: Verdict) -> None:
    """Keep what was decided about two actors, in place of what was decided before."""
    pair = ordered(verdict.one, verdict.other)
    await forget(connection, pair)
    values = {"same": verdict.same, "by": verdict.by, "at": verdict.at}
    await connection.execute(insert(verdicts).values(**_columns(pair), **values))


async def forget(connection: AsyncConnection, pair: Same) -> None:
    """Leave it open again whether two actors are the same."""
    named = _columns(ordered(*pair)).items()
    this = and_(*(verdicts.c[name] == value for name, value in named))
    await connection.execute(delete(verdicts).where(this))


async def agreed(connection: AsyncConnection, boards: Collection[str]) -> dict[str, Agreement]:
    """Give for each of these boards whose names may be seen who said so."""
    query = select(agreements).where(agreements.c.board.in_(boards))
    return {row.board: Agreement(*row) for row in await connection.execute(query)}


async def agree(connection: AsyncConnection, agreement: Agreement) -> None:
    """Let a board's names be seen."""
    await withdraw(connection, agreement.board)
    values = {"board": agreement.board, "by": agreement.by, "at": agreement.at}
    await connection.execute(insert(agreements).values(**values))


async def withdraw(connection: AsyncConnection, board: str) -> None:
    """Let a board's names be covered again."""
    await connection.execute(delete(agreements).where(agreements.c.board == board))


def ordered(one: Ref, other: Ref) -> Same:
    """Give a pair so that there is one way only to write it."""
    first, second = sorted((one, other))
    return first, second


def _columns(pair: Same) -> dict[str, str]:
    one, other = pair
    return {
        "board": one.board,
        "actor": one.id,
        "other_board": other.board,
        "other_actor": other.id,
    }
