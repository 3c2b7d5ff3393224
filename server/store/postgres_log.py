"""The logs in PostgreSQL: asyncpg on a connection of its own."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import asyncpg
from sqlalchemy.dialects.postgresql.asyncpg import dialect
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import ClauseElement

from server.store import statements
from server.store.database import Database
from server.store.log import Append, Head, LogFault, Outcomes, new_heads, number, rows, written

Given = TypeVar("Given")
DIALECT: Dialect = dialect()  # type: ignore[no-untyped-call]
FAULTS = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    SQLAlchemyError,
    OSError,
    TimeoutError,
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement as PostgreSQL takes it, and the order of its parameters."""

    text: str
    names: tuple[str, ...]

    def fill(self, values: Mapping[str, object]) -> list[object]:
        """Give the values in the order of the parameters."""
        return [values[name] for name in self.names]


def _compiled(statement: ClauseElement) -> Compiled:
    compiled = statement.compile(dialect=DIALECT)
    return Compiled(str(compiled), tuple(getattr(compiled, "positiontup", ())))


LOCK_HEADS = _compiled(statements.LOCK_HEADS)
WRITE_ROW = _compiled(statements.WRITE_ROW)
WRITE_HEAD = _compiled(statements.WRITE_HEAD)
READ_ROW = _compiled(statements.READ_ROW)
READ_BINDING = _compiled(statements.READ_BINDING)
WRITE_BINDING = _compiled(statements.WRITE_BINDING)
TOUCH = _compiled(statements.TOUCH)


class PostgresLog:
    """See `Log`. The connection is taken from the database's pool and kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: AsyncConnection | None = None

    async def write(self, batch: Sequence[Append], at: datetime) -> Outcomes:
        """Write all rows, heads and bindings in one transaction."""
        return await self._do(lambda connection: _write(connection, batch, at))

    async def holds(self, batch: Sequence[Append], outcomes: Outcomes) -> bool:
        """Say whether a batch whose commit failed is in the log after all."""
        return await self._do(lambda connection: _holds(connection, batch, outcomes))

    async def probe(self, board: str, at: datetime) -> None:
        """Write and commit something without meaning, to see whether that goes."""
        await self._do(lambda connection: _execute(connection, TOUCH, {"board": board, "at": at}))

    async def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def _do(self, work: Callable[[asyncpg.Connection], Awaitable[Given]]) -> Given:
        try:
            return await work(await self._connected())
        except LogFault:
            await self._disconnect()
            raise
        except FAULTS as error:
            await self._disconnect()
            raise LogFault(f"{type(error).__name__}: {error}") from error

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None:
            connection = await self._database.engine.connect()
            self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        return (await self._connection.get_raw_connection()).driver_connection

    async def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            # not back into the pool: the transaction on it may still be open
            await connection.invalidate()
            await connection.close()


async def _write(connection: asyncpg.Connection, batch: Sequence[Append], at: datetime) -> Outcomes:
    await connection.execute("BEGIN")
    heads = await _heads(connection, {append.board for append in batch})
    fits = [await _fits(connection, append, heads.get(append.board)) for append in batch]
    outcomes = number(batch, heads, fits)
    await _execute_many(connection, WRITE_ROW, rows(batch, outcomes, at))
    after = new_heads(batch, outcomes)
    await _execute_many(
        connection,
        WRITE_HEAD,
        [{"board": board, "seq": seq, "at": at} for board, seq in after.items()],
    )
    try:
        await connection.execute("COMMIT")
    except FAULTS as error:
        raise LogFault(f"{type(error).__name__}: {error}", outcomes) from error
    return outcomes


async def _heads(connection: asyncpg.Connection, boards: Iterable[str]) -> dict[str, Head]:
    found = await connection.fetch(LOCK_HEADS.text, list(boards))
    return {board: Head(epoch, seq) for board, epoch, seq in found}


async def _fits(connection: asyncpg.Connection, append: Append, head: Head | None) -> bool:
    if head is None or head.epoch != append.epoch:
        return False
    for client, participant in append.bindings.items():
        given = {"board": append.board, "client": client, "participant": participant}
        known = await connection.fetchval(READ_BINDING.text, *READ_BINDING.fill(given))
        if known is None:
            await _execute(connection, WRITE_BINDING, given)
        elif known != participant:
            return False
    return True


async def _holds(
    connection: asyncpg.Connection, batch: Sequence[Append], outcomes: Outcomes
) -> bool:
    await connection.execute("BEGIN")
    # under the lock: the failed transaction, if it still runs somewhere, is over after this
    await _heads(connection, {append.board for append in batch})
    held = False
    for append, seq in written(batch, outcomes):
        given = {"board": append.board, "epoch": append.epoch, "seq": seq}
        payload = await connection.fetchval(READ_ROW.text, *READ_ROW.fill(given))
        held = held or payload == append.update
    await connection.execute("ROLLBACK")
    return held


async def _execute(
    connection: asyncpg.Connection, statement: Compiled, values: Mapping[str, object]
) -> None:
    await connection.execute(statement.text, *statement.fill(values))


async def _execute_many(
    connection: asyncpg.Connection, statement: Compiled, many: Sequence[Mapping[str, object]]
) -> None:
    await connection.executemany(statement.text, [statement.fill(values) for values in many])
