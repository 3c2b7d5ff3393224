"""Boards that nobody used for as long as they were to be kept are erased, as people were told."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from server import log
from server.store import boards, snapshots
from server.store.database import Database

logger = logging.getLogger(__name__)
DAY_SECONDS = 24 * 3600
BIN_DAYS = 7
Clock = Callable[[], datetime]


async def sweep(database: Database, now: datetime) -> list[str]:
    """Erase the boards whose time is over, with all that belongs to them; give their ids.

    Somebody's own cloth lives as long as the one that it lies beside. Snapshots that were thrown
    away a week ago go too.
    """
    async with database.write() as connection:
        await snapshots.purge(connection, now - timedelta(days=BIN_DAYS))
    async with database.read() as connection:
        known = await boards.all_boards(connection)
    erased = []
    for board in known:
        is_own = board.parent_participant is not None
        if not is_own and board.used_at + timedelta(days=board.keep_days) <= now:
            async with database.write() as connection:
                if await boards.erase(connection, board):
                    erased.append(board.id)
                    log.event(logger, "board_erased", board=board.id)
    return erased


async def sweep_daily(database: Database, clock: Clock, end: asyncio.Event) -> None:
    """Sweep now and once a day until `end`; a store that is away is tried again tomorrow.

    It is not cancelled, so that no connection is left half open.
    """
    while not end.is_set():
        try:
            await sweep(database, clock())
        except (SQLAlchemyError, OSError) as error:
            kind = type(error).__name__
            log.event(logger, "sweep_failed", level=logging.WARNING, kind=kind)
        with suppress(TimeoutError):
            await asyncio.wait_for(end.wait(), DAY_SECONDS)
