"""A board's log: what is appended to it, and what a keeper of logs must be able to say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Append:
    """One row for a board's log: an update, who wrote it, and client ids used for the first time.

    `epoch` is the one its room was loaded in.
    """

    board: str
    epoch: int
    update: bytes
    participants: tuple[str, ...] = ()
    bindings: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """How far a board's log goes: the last seq of its epoch."""

    epoch: int
    seq: int


# per append its seq, or None where the log is not the one its room was loaded from
Outcomes = tuple[int | None, ...]


class LogFault(Exception):  # noqa: N818
    """A batch failed. `outcomes` is None if surely nothing of it was written.

    Otherwise the commit itself failed: the whole batch is in the log, as in `outcomes`, or
    nothing of it, and only `Log.holds` can tell.
    """

    def __init__(self, reason: str, outcomes: Outcomes | None = None) -> None:
        super().__init__(reason)
        self.outcomes = outcomes


class Log(Protocol):
    """The logs of all boards on a connection of their own; one call at a time.

    A call that cannot be answered raises `LogFault`; the next one connects anew.
    """

    async def write(self, batch: Sequence[Append], at: datetime) -> Outcomes:
        """Write all rows, heads and bindings in one transaction."""

    async def holds(self, batch: Sequence[Append], outcomes: Outcomes) -> bool:
        """Say whether a batch whose commit failed is in the log after all."""

    async def probe(self, board: str, at: datetime) -> None:
        """Write and commit something without meaning, to see whether that goes."""

    async def close(self) -> None:
        """Let go of the connection."""


def number(batch: Sequence[Append], heads: Mapping[str, Head], fits: Sequence[bool]) -> Outcomes:
    """Give each append that fits the next seq of its board.

    After one that does not fit, none of its board does: it may build on what is not there.
    """
    last = {board: head.seq for board, head in heads.items()}
    outcomes: list[int | None] = []
    for append, fit in zip(batch, fits, strict=True):
        if not fit:
            last.pop(append.board, None)
        if append.board in last:
            last[append.board] += 1
        outcomes.append(last.get(append.board))
    return tuple(outcomes)


def written(batch: Sequence[Append], outcomes: Outcomes) -> Iterator[tuple[Append, int]]:
    """Give the appends that fitted, each with its seq."""
    for append, seq in zip(batch, outcomes, strict=True):
        if seq is not None:
            yield append, seq


def rows(batch: Sequence[Append], outcomes: Outcomes, at: object) -> list[dict[str, object]]:
    """Give the rows of the table `updates`."""
    return [
        {
            "board": append.board,
            "epoch": append.epoch,
            "seq": seq,
            "payload": append.update,
            "participants": " ".join(append.participants),
            "at": at,
        }
        for append, seq in written(batch, outcomes)
    ]


def new_heads(batch: Sequence[Append], outcomes: Outcomes) -> dict[str, int]:
    """Give the last seq of each board that got one."""
    return {append.board: seq for append, seq in written(batch, outcomes)}
