"""The quick way to write a batch in SQLite: two statements for all rows instead of two for each.

With every statement a thread lets go of the interpreter, and a busy loop is slow to give it back.
"""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache

from server.store.log import Append, Head, Outcomes, new_heads, number, rows
from server.store.tables import boards, updates

MOST_KNOWN = 10_000
COLUMNS = ("board", "epoch", "seq", "payload", "participants", "at")
# only where the head still is what we think: another process may have renewed the board
MOVE_HEADS = (
    f"UPDATE {boards.name} SET head = given.column4, used_at = ? "  # noqa: S608 - names of ours
    "FROM (VALUES {}) AS given WHERE {}.id = given.column1 "
    "AND epoch = given.column2 AND head = given.column3"
)
WRITE_ROWS = (
    f"INSERT INTO {updates.name} ({', '.join(COLUMNS)}) "  # noqa: S608 - names of ours
    "SELECT * FROM (VALUES {}) WHERE column1 IS NOT NULL"
)


class KnownHeads:
    """Where logs end, as far as they were written here."""

    def __init__(self) -> None:
        self._heads: dict[str, Head] = {}

    def forget(self) -> None:
        """Take nothing for granted any more."""
        self._heads.clear()

    def learn(self, batch: Sequence[Append], outcomes: Outcomes) -> None:
        """Note what was committed."""
        if len(self._heads) > MOST_KNOWN:
            self.forget()
        epochs = {append.board: append.epoch for append in batch}
        for board, seq in new_heads(batch, outcomes).items():
            self._heads[board] = Head(epochs[board], seq)

    def write(
        self, connection: sqlite3.Connection, batch: Sequence[Append], at: str
    ) -> Outcomes | None:
        """Write a batch in the open transaction.

        None if that is not a matter of course; the transaction must then be begun anew.
        """
        heads = self._heads
        for append in batch:
            head = heads.get(append.board)
            if append.bindings or head is None or head.epoch != append.epoch:
                return None
        outcomes = number(batch, heads, [True] * len(batch))
        after = new_heads(batch, outcomes)
        moves = [(board, heads[board].epoch, heads[board].seq, seq) for board, seq in after.items()]
        values = tuple(value for move in moves for value in move)
        size = _size(len(moves))
        moved = connection.execute(_move_heads(size), (at, *_padded(values, 4 * size)))
        if moved.rowcount != len(moves):
            return None
        _insert(connection, rows(batch, outcomes, at))
        return outcomes


def _insert(connection: sqlite3.Connection, given: Sequence[dict[str, object]]) -> None:
    values = tuple(row[column] for row in given for column in COLUMNS)
    size = _size(len(given))
    connection.execute(_write_rows(size), _padded(values, len(COLUMNS) * size))


def _size(count: int) -> int:
    """Give the power of two that holds `count`: so few statements exist that all stay prepared."""
    return 1 << (count - 1).bit_length()


def _padded(values: tuple[object, ...], size: int) -> tuple[object, ...]:
    return values + (None,) * (size - len(values))


@lru_cache
def _move_heads(size: int) -> str:
    return MOVE_HEADS.format(", ".join(["(?, ?, ?, ?)"] * size), boards.name)


@lru_cache
def _write_rows(size: int) -> str:
    return WRITE_ROWS.format(", ".join(["(?, ?, ?, ?, ?, ?)"] * size))
