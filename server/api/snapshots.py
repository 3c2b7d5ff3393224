"""Snapshots: frozen moments of a board, read by all who may, made by its facilitators."""

import json
from datetime import datetime
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter
from pydantic import StringConstraints
from starlette.responses import Response

from board.render.fabric import structure_svg
from server.access.secret import new_id
from server.api.doors import Caller, Leads, ReadsSnapshots
from server.api.headers import FILE_POLICY
from server.api.house import House, InHouse
from server.api.moments import cast, known_snapshot, moment
from server.api.wire import Language, Text, Title, Wire, changes_of
from server.errors import AppError, Refusal
from server.store import boards, snapshots
from server.store.snapshots import Snapshot

router = APIRouter()
PATH = "/api/boards/{board}/snapshots"
ONE = PATH + "/{snapshot}"


class NewSnapshot(Wire):
    """What a moment is called."""

    title: Annotated[Title, StringConstraints(min_length=1)]


class SnapshotChange(Wire):
    """What may change of a snapshot: how people call it and what they noted, never its content."""

    title: Annotated[Title, StringConstraints(min_length=1)] | None = None
    note: Text | None = None


class Taken(Wire):
    """A snapshot in a list; `counts` are None for one of before they were kept."""

    id: str
    title: str
    note: str
    taken_at: datetime
    hash: str
    phase: str
    counts: dict[str, int] | None


class Opened(Taken):
    """A snapshot with what follows from it; `picture` is where to find its drawing."""

    structure: dict[str, Any]
    picture: str


@router.get(PATH)
async def listed(caller: ReadsSnapshots, house: InHouse) -> list[Taken]:
    """Give the snapshots of a board, oldest first."""
    async with house.database.read() as connection:
        known = await snapshots.of_board(connection, caller.board.id)
    return [_taken(one) for one in known]


@router.post(PATH, status_code=201)
async def take(asked: NewSnapshot, caller: Leads, house: InHouse) -> Taken:
    """Freeze the board as it lies there now: one moment, all of it durable."""
    await _refuse_too_many(house, caller.board.id)
    return _taken(await frozen_now(house, caller, asked.title))


async def take_at_boundary(house: House, caller: Caller, title: str) -> None:
    """Freeze a board at the end of a step, unless nothing changed or there are too many already."""
    async with house.database.read() as connection:
        known = await snapshots.of_board(connection, caller.board.id)
    if len(known) < house.settings.limit_snapshots_per_board:
        await frozen_now(house, caller, title, unlike=known[-1].hash if known else "")


async def frozen_now(house: House, caller: Caller, title: str, *, unlike: str = "") -> Snapshot:
    """Give the board as it lies there, kept as a snapshot unless its hash is `unlike`."""
    board = caller.board.id
    session = await house.hub.session(board)
    cut = await house.hub.read(board)
    made = await to_thread.run_sync(cast, cut.board, cut.state)
    now = house.clock()
    snapshot = Snapshot(
        id=new_id(),
        board=board,
        title=title,
        note="",
        phase=session.phase,
        taken_at=now,
        taken_by=caller.participant.id,
        epoch=cut.epoch,
        seq=cut.seq,
        hash=made.hash,
        analysis=caller.board.analysis,
        totals=made.totals,
    )
    if snapshot.hash == unlike:
        return snapshot
    async with house.database.write() as connection:
        await snapshots.create(connection, snapshot, made.frozen)
        await boards.touch(connection, board, now)
    return snapshot


@router.get(ONE)
async def one(snapshot: str, caller: ReadsSnapshots, house: InHouse) -> Opened:
    """Give a snapshot with its position structure."""
    found, made = await moment(house, caller.board.id, snapshot)
    return Opened(
        **_taken(found).model_dump(),
        structure=dict(made.structure),
        picture=f"{ONE.format(board=found.board, snapshot=found.id)}/picture.svg",
    )


@router.get(ONE + "/picture.svg")
async def picture(
    snapshot: str, caller: ReadsSnapshots, house: InHouse, lang: Language = "nl"
) -> Response:
    """Give the drawing of a snapshot's position structure."""
    _, made = await moment(house, caller.board.id, snapshot)
    drawing = await to_thread.run_sync(structure_svg, made.structure, lang)
    headers = {"Content-Security-Policy": FILE_POLICY}
    return Response(drawing, media_type="image/svg+xml", headers=headers)


@router.patch(ONE)
async def change(snapshot: str, asked: SnapshotChange, caller: Leads, house: InHouse) -> Taken:
    """Give a snapshot another title or note."""
    async with house.database.write() as connection:
        await known_snapshot(connection, caller.board.id, snapshot)
        await snapshots.change(connection, snapshot, changes_of(asked))
        changed = await known_snapshot(connection, caller.board.id, snapshot)
    return _taken(changed)


@router.delete(ONE, status_code=204)
async def remove(snapshot: str, caller: Leads, house: InHouse) -> None:
    """Throw a snapshot away; for a week it can be restored, then it is erased."""
    async with house.database.write() as connection:
        await known_snapshot(connection, caller.board.id, snapshot)
        await snapshots.remove(connection, snapshot, house.clock())
    # what a later snapshot calls stale hangs on the ones before it
    house.structures.forget()


@router.post(ONE + "/restore")
async def restore(snapshot: str, caller: Leads, house: InHouse) -> Taken:
    """Have a snapshot back that was thrown away."""
    await _refuse_too_many(house, caller.board.id)
    async with house.database.write() as connection:
        if not await snapshots.restore(connection, caller.board.id, snapshot):
            raise AppError(Refusal.UNKNOWN_SNAPSHOT)
        found = await known_snapshot(connection, caller.board.id, snapshot)
    house.structures.forget()
    return _taken(found)


async def _refuse_too_many(house: House, board: str) -> None:
    limit = house.settings.limit_snapshots_per_board
    async with house.database.read() as connection:
        if await snapshots.count(connection, board) >= limit:
            raise AppError(Refusal.TOO_MANY_SNAPSHOTS, words={"limit": limit})


def _taken(snapshot: Snapshot) -> Taken:
    return Taken(
        id=snapshot.id,
        title=snapshot.title,
        note=snapshot.note,
        taken_at=snapshot.taken_at,
        hash=snapshot.hash,
        phase=snapshot.phase,
        counts=json.loads(snapshot.totals) if snapshot.totals else None,
    )
