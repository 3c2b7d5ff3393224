"""The one writer of all logs: each commit takes everything that gathered meanwhile."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from server.store.database import Database


class StoreAway(Exception):  # noqa: N818
    """The store does not take writes now: nothing of this append is in it."""


class StaleEpoch(Exception):  # noqa: N818
    """The board was renewed meanwhile, or is gone: this append belongs to what is no more."""


@dataclass(frozen=True, slots=True)
class Append:
    """One row for a board's log: an update, who wrote it, and client ids that are used first."""

    board: str
    epoch: int
    update: bytes
    participants: tuple[str, ...]
    bindings: Mapping[int, str]


class Writer:
    """Takes appends of all boards and commits them together, in order of arrival."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        raise NotImplementedError

    def append(self, append: Append) -> asyncio.Future[int]:
        """Give the seq under which the append is durable, once it is."""
        raise NotImplementedError

    async def run(self) -> None:
        """Write until `close`; the hub runs this as a task."""
        raise NotImplementedError
