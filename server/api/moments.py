"""Snapshots as the domain sees them: frozen from a board, read back, made into a structure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from anyio import to_thread
from sqlalchemy.ext.asyncio import AsyncConnection

from board.analysis.settings import Settings
from board.analysis.structure import Source, structure
from board.export.formats import LooksBack
from board.export.moment import Moment, since
from board.model import Board
from board.snapshot import board_from_content, canonical, content, content_hash
from server.api.house import House
from server.api.structures import Structure
from server.api.thresholds import settings_of
from server.errors import AppError, Refusal
from server.store import snapshots
from server.store.boards import BoardRecord
from server.store.snapshots import Frozen, Snapshot

COUNTED = ("ingredients", "cloth_actors", "ties_factual", "reachable", "single_carried")


@dataclass(frozen=True, slots=True)
class Cast:
    """What a board becomes when it is frozen; `totals` are its main counts as JSON."""

    hash: str
    frozen: Frozen
    totals: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A snapshot with its content and that of the ones just before it, oldest first.

    `zone` is the one in which it has its date.
    """

    snapshot: Snapshot
    text: str
    earlier: Sequence[str] = ()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Back:
    """What a file is to look back at; `since` is the snapshot that was chosen, if any."""

    looks_back: LooksBack = ""
    since: str = ""


def cast(board: Board, state: bytes) -> Cast:
    """Freeze a board: its content with the hash and counts, and the state to restore from."""
    plain = content(board)
    counts = main_counts(structure(board, Source()))
    return Cast(content_hash(plain), Frozen(canonical(plain).decode(), state), json.dumps(counts))


def main_counts(made: Structure) -> dict[str, int]:
    """Give the counts that a list of snapshots shows."""
    return {name: made["totals"][name] for name in COUNTED}


def source_of(snapshot: Snapshot, zone: str) -> Source:
    """Give where a structure comes from, with its moment as the clocks in `zone` had it."""
    return Source(
        board=snapshot.board,
        snapshot=snapshot.id,
        hash=snapshot.hash,
        taken_at=snapshot.taken_at.astimezone(ZoneInfo(zone)).isoformat(),
    )


def moment_of(stored: Stored, known: Structure | None = None) -> Moment:
    """Give a snapshot with everything an export or picture needs."""
    snapshot = stored.snapshot
    plain: dict[str, Any] = json.loads(stored.text)
    board = board_from_content(plain)
    source = source_of(snapshot, stored.zone)
    return Moment(
        board=board,
        structure=known
        or structure(board, source, settings_of(snapshot.analysis), boards_of(stored.earlier)),
        content=plain,
        source=source,
        title=snapshot.title,
    )


def boards_of(contents: Sequence[str]) -> list[Board]:
    """Give the boards that were frozen as these contents."""
    return [board_from_content(json.loads(text)) for text in contents]


def moment_before(looks_back: LooksBack, readings: Sequence[Stored]) -> Moment:
    """Give the last of these moments, compared with the one before it or with all its past."""
    *before, made = map(moment_of, readings)
    if looks_back == "past":
        return replace(made, past=tuple(before))
    return since(before[-1], made) if before else made


async def readings_of(
    connection: AsyncConnection, snapshot: Snapshot, wanted: Back, zone: str
) -> list[Stored]:
    """Read a snapshot after those that it is seen with, oldest first.

    An earlier one that must be there and was not chosen is the one just before, if there is one.
    """
    known = await snapshots.of_board(connection, snapshot.board)
    before = [one for one in known if one.taken_at < snapshot.taken_at]
    if wanted.looks_back == "past":
        chosen = before
    elif wanted.since:
        chosen = [await known_snapshot(connection, snapshot.board, wanted.since)]
    else:
        chosen = before[-1:] if wanted.looks_back == "earlier" else []
    return [await stored(connection, one, zone) for one in (*chosen, snapshot)]


async def stored(connection: AsyncConnection, snapshot: Snapshot, zone: str) -> Stored:
    """Read what a snapshot froze, with as many earlier ones as its thresholds look back at."""
    text = await snapshots.content(connection, snapshot.id)
    most = settings_of(snapshot.analysis).stale_after
    return Stored(snapshot, text, await snapshots.before(connection, snapshot, most), zone)


async def moment(house: House, board: str, snapshot: str) -> tuple[Snapshot, Moment]:
    """Give a snapshot of a board with all that follows from it, or refuse.

    Computed beside the loop; the structure is kept for the next reader.
    """
    async with house.database.read() as connection:
        found = await known_snapshot(connection, board, snapshot)
        read = await stored(connection, found, house.settings.zone)
    key = (found.id, found.hash)
    made = await to_thread.run_sync(partial(moment_of, read, house.structures.get(key)))
    house.structures.keep(key, made.structure)
    return found, made


async def known_snapshot(connection: AsyncConnection, board: str, snapshot: str) -> Snapshot:
    """Give a snapshot of this board, or refuse."""
    found = await snapshots.find(connection, snapshot)
    if found is None or found.board != board:
        raise AppError(Refusal.UNKNOWN_SNAPSHOT)
    return found


async def present(house: House, record: BoardRecord) -> Moment:
    """Give the board as it lies there now, which no snapshot has frozen, as a moment."""
    cut = await house.hub.read(record.id)
    settings = settings_of(record.analysis)
    async with house.database.read() as connection:
        last = await snapshots.last_contents(connection, record.id, settings.stale_after)
    now = house.clock().astimezone(ZoneInfo(house.settings.zone))
    return await to_thread.run_sync(
        partial(present_moment, record.id, cut.board, now, settings=settings, earlier=last)
    )


def present_moment(
    board_id: str, board: Board, now: datetime, *, settings: Settings, earlier: Sequence[str]
) -> Moment:
    """Give a board with its structure at `now`; `earlier` are contents, oldest first."""
    plain: Mapping[str, Any] = content(board)
    source = Source(board_id, None, content_hash(plain), now.isoformat())
    made = structure(board, source, settings, boards_of(earlier))
    return Moment(board, made, plain, source)
