"""Snapshots as the domain sees them: frozen from a board, read back, made into a structure."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from anyio import to_thread

from board.analysis.structure import Source, structure
from board.export.moment import Moment
from board.model import Board
from board.snapshot import board_from_content, canonical, content, content_hash
from server.api.structures import Structure, Structures
from server.store.snapshots import Frozen, Snapshot


@dataclass(frozen=True, slots=True)
class Cast:
    """What a board becomes when it is frozen."""

    hash: str
    frozen: Frozen


def cast(board: Board, state: bytes) -> Cast:
    """Freeze a board: its canonical content with the hash, and the state to restore from."""
    plain = content(board)
    return Cast(content_hash(plain), Frozen(canonical(plain).decode(), state))


def source_of(snapshot: Snapshot) -> Source:
    """Give where a structure comes from."""
    return Source(
        board=snapshot.board,
        snapshot=snapshot.id,
        hash=snapshot.hash,
        taken_at=snapshot.taken_at.isoformat(),
    )


def moment_of(snapshot: Snapshot, text: str, known: Structure | None = None) -> Moment:
    """Give a snapshot with everything an export or picture needs."""
    plain: dict[str, Any] = json.loads(text)
    board = board_from_content(plain)
    source = source_of(snapshot)
    return Moment(
        board=board,
        structure=known or structure(board, source),
        content=plain,
        source=source,
        title=snapshot.title,
    )


async def moment(structures: Structures, snapshot: Snapshot, text: str) -> Moment:
    """Give `moment_of` without holding the loop up; the structure is kept for the next reader."""
    key = (snapshot.id, snapshot.hash)
    made = await to_thread.run_sync(partial(moment_of, snapshot, text, structures.get(key)))
    structures.keep(key, made.structure)
    return made


def live_moment(board_id: str, board: Board, now: datetime) -> Moment:
    """Give a board as it lies there now, which no snapshot has frozen."""
    plain = content(board)
    source = Source(
        board=board_id,
        snapshot=None,
        hash=content_hash(plain),
        taken_at=now.isoformat(),
    )
    return Moment(board, structure(board, source), plain, source)
