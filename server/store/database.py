"""The database behind the store: SQLite in a file or PostgreSQL, and its migrations."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
SQLITE = "sqlite"
# how long one waits for a lock another holds; `?timeout=` in the address says otherwise
BUSY_SECONDS = 10.0
# FULL lost nothing in simulated power cuts, NORMAL did; secure_delete because erasing is a promise
PRAGMAS: Mapping[str, str | int] = MappingProxyType(
    {
        "journal_mode": "WAL",
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "secure_delete": "ON",
    }
)
# parameters hold names of people and hashes of secrets, and errors end up in logs
POOL: Mapping[str, Any] = MappingProxyType(
    {"pool_size": 5, "max_overflow": 10, "hide_parameters": True}
)
WAITS: Mapping[str, int] = MappingProxyType({"timeout": 10, "command_timeout": 30})


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. Everything but the writer's log reads and writes through it."""

    url: URL
    engine: AsyncEngine

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection whose reads all see one moment, and which must not write."""
        async with self.engine.connect() as connection:
            await connection.execution_options(**_reading(self.url))
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection in a transaction that is committed at the end, or rolled back."""
        async with self.engine.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def open_database(url: str) -> Database:
    """Open the database at an SQLAlchemy address; the first use connects.

    `sqlite+aiosqlite:///FILE` or `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`.
    """
    address = make_url(url)
    if address.get_backend_name() != SQLITE:
        engine = create_async_engine(address, pool_pre_ping=True, connect_args=dict(WAITS), **POOL)
        return Database(address, engine)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    waits = {"timeout": busy_seconds(address)}
    engine = create_async_engine(address, connect_args=waits, **POOL)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return Database(address, engine)


def busy_seconds(url: URL) -> float:
    """Give how long a connection to an SQLite file waits for a lock."""
    return float(str(url.query.get("timeout", BUSY_SECONDS)))


async def migrate(url: str) -> None:
    """Bring the tables of the database at `url` up to date."""
    await in_transaction(url, _upgrade)


async def in_transaction(url: str, work: Callable[[Connection], None]) -> None:
    """Open the database at `url`, do `work` in one transaction, and close it again."""
    database = open_database(url)
    try:
        async with database.write() as connection:
            await connection.run_sync(work)
    finally:
        await database.close()


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _reading(url: URL) -> dict[str, object]:
    if url.get_backend_name() == SQLITE:
        return {"sqlite_begin": "BEGIN"}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # the driver must not begin transactions of its own: `_begin` does
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # IMMEDIATE: who reads first and writes then would fail when another writes in between
    begin = connection.get_execution_options().get("sqlite_begin", "BEGIN IMMEDIATE")
    connection.exec_driver_sql(str(begin))
