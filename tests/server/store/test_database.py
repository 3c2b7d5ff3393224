"""Opening a database: how it is set, what a reader sees, and that migrations are the tables."""

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from server.store.database import MIGRATIONS, migrate, open_database
from server.store.tables import metadata
from tests.builders.stores import opened, rows, run


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_migrations_make_the_tables_that_the_code_knows(url):
    async with opened(url) as database, database.write() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(url):
    async with opened(url, "b1") as database:
        await migrate(url)
        assert await rows(database, "SELECT id FROM boards") == [("b1",)]


async def test_migrating_makes_the_folder_and_the_file(tmp_path):
    file = tmp_path / "new" / "tafelkleed.db"
    await migrate(f"sqlite+aiosqlite:///{file}")
    assert file.exists()


async def test_a_migration_that_fails_leaves_nothing_behind(tmp_path):
    url = f"sqlite+aiosqlite:///{tmp_path / 'tafelkleed.db'}"
    async with opened(url) as database:
        await run(database, "CREATE TABLE snapshots (id TEXT)")
        with pytest.raises(Exception, match="snapshots already exists"):
            await migrate(url)
        assert await rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'") == [
            ("snapshots",)
        ]


def test_the_migrations_are_one_line():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
async def test_an_sqlite_file_is_opened_for_safety(sqlite_url, pragma, value):
    async with opened(sqlite_url) as database:
        assert await rows(database, f"PRAGMA {pragma}") == [(value,)]


async def test_a_reader_sees_one_moment(url):
    async with opened(url, "b1") as database, database.read() as reader:
        titles = text("SELECT title FROM boards")
        before = (await reader.execute(titles)).scalars().all()
        await run(database, "UPDATE boards SET title = 'later'")
        assert (await reader.execute(titles)).scalars().all() == before


async def test_two_who_read_and_then_write_come_one_after_the_other(url):
    """A transaction that begins as reader would fail here when the other writes first."""

    async def count_up() -> None:
        async with database.write() as connection:
            query = text("SELECT keep_days FROM boards WHERE id = 'b1' FOR UPDATE")
            if "sqlite" in url:
                query = text("SELECT keep_days FROM boards WHERE id = 'b1'")
            days = (await connection.execute(query)).scalar_one()
            await connection.execute(text("UPDATE boards SET keep_days = :n"), {"n": days + 1})

    async with opened(url, "b1") as database:
        await asyncio.gather(*(count_up() for _ in range(4)))
        assert await rows(database, "SELECT keep_days FROM boards") == [(94,)]


async def test_what_is_written_is_rolled_back_when_the_writer_fails(url):
    async def empty_and_stumble() -> None:
        async with database.write() as connection:
            await connection.execute(text("DELETE FROM boards"))
            raise ZeroDivisionError

    async with opened(url, "b1") as database:
        with pytest.raises(ZeroDivisionError):
            await empty_and_stumble()
        assert await rows(database, "SELECT id FROM boards") == [("b1",)]


async def test_opening_touches_nothing(tmp_path):
    file = tmp_path / "tafelkleed.db"
    await open_database(f"sqlite+aiosqlite:///{file}").close()
    assert not file.exists()
