"""Alembic's way in: on a connection that is handed over, or on the one of the settings."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from server.settings import Settings
from server.store.database import in_transaction
from server.store.tables import metadata


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


if given := context.config.attributes.get("connection"):
    run(given)
else:
    asyncio.run(in_transaction(Settings().store_url, run))
