"""Folding the tail of a board's log into its checkpoint: when, and one board at a time."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from server.live.tail import Tail
from server.log import event, failure
from server.store.apart import Apart
from server.store.database import Database
from server.store.fold import NotTheSame
from server.store.updates import HoleInLog, UnknownBoard, compact

KIB = 1024
ROWS, SIZE = 500, 512 * KIB
ROWS_WHEN_EMPTY = 50
PATIENCE = 32
QUIET_SECONDS = 5.0
logger = logging.getLogger(__name__)


def is_long(tail: Tail) -> bool:
    """Say whether a board in use should be folded as soon as it is quiet.

    Folding costs as much as the board is big, so a big board's tail may grow longer.
    """
    return tail.rows > ROWS or tail.size > max(SIZE, tail.checkpoint_size)


def is_overlong(tail: Tail) -> bool:
    """Say whether a board should be folded even while people are busy at it."""
    return tail.rows > PATIENCE * ROWS or tail.size > PATIENCE * max(SIZE, tail.checkpoint_size)


def is_left_behind(tail: Tail) -> bool:
    """Say whether a board that nobody is at should be folded."""
    return tail.rows > ROWS_WHEN_EMPTY


class Folder:
    """Folds boards, one after the other, in a process beside this one."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._apart = Apart()
        self._one_at_a_time = asyncio.Lock()

    async def fold(self, board: str, tail: Tail) -> None:
        """Fold a board's log as far as it goes by now; a fault leaves it as it is."""
        if tail.is_folding:
            return
        tail.is_folding = True
        try:
            async with self._one_at_a_time:
                size = tail.size
                folding = self._apart.fold
                folded = await compact(self._database, board, self._clock(), folding)
        except (SQLAlchemyError, OSError, UnknownBoard) as error:
            event(logger, "not_folded", board=board, reason=type(error).__name__)
        except (NotTheSame, HoleInLog):
            # the long log is right, and is what will be loaded: not tried again until then
            failure(logger, "fold_failed", board=board)
            return
        else:
            if folded:
                tail.fold(folded.seq, size, len(folded.state))
        tail.is_folding = False
