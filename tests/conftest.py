"""The databases that tests run on: a SQLite file or a real PostgreSQL, migrated and empty."""

import asyncio
import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.store.database import migrate
from tests.builders.postgres import Postgres

TEMPLATE = "migrated"
numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL with a migrated database to copy."""
    server = Postgres()
    try:
        server.start()
        server.create(TEMPLATE)
        asyncio.run(migrate(server.url(TEMPLATE)))
        yield server
    finally:
        server.remove()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A migrated and empty SQLite database."""
    return f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'tafelkleed.db')}"


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A migrated and empty PostgreSQL database."""
    name = f"test{next(numbers)}"
    yield postgres.create(name, TEMPLATE)
    postgres.drop(name)


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """A migrated and empty database, once of each kind."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found
