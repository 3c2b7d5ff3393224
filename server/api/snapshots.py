"""Snapshots: frozen moments of a board, read by all who may, made by its facilitators."""

from datetime import datetime
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter
from pydantic import StringConstraints
from starlette.responses import Response

from board.render.fabric import structure_svg
from server.access.secret import new_id
from server.api.doors import Leads, ReadsSnapshots
from server.api.headers import FILE_POLICY
from server.api.house import House, InHouse
from server.api.moments import cast, moment
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
    """A snapshot in a list."""

    id: str
    title: str
    note: str
    taken_at: datetime
    hash: str
    phase: str


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
    board = caller.board.id
    await _refuse_too_many(house, board)
    session = await house.hub.session(board)
    cut = await house.hub.read(board)
    made = await to_thread.run_sync(cast, cut.board, cut.state)
    now = house.clock()
    snapshot = Snapshot(
        id=new_id(),
        board=board,
        title=asked.title,
        note="",
        phase=session.phase,
        taken_at=now,
        taken_by=caller.participant.id,
        epoch=cut.epoch,
        seq=cut.seq,
        hash=made.hash,
    )
    async with house.database.write() as connection:
        await snapshots.create(connection, snapshot, made.frozen)
        await boards.touch(connection, board, now)
    return _taken(snapshot)


@router.get(ONE)
async def one(snapshot: str, caller: ReadsSnapshots, house: InHouse) -> Opened:
    """Give a snapshot with its position structure."""
    found, text = await found_with_content(house, caller.board.id, snapshot)
    made = await moment(house.structures, found, text)
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
    found, text = await found_with_content(house, caller.board.id, snapshot)
    made = await moment(house.structures, found, text)
    drawing = await to_thread.run_sync(structure_svg, made.structure, lang)
    headers = {"Content-Security-Policy": FILE_POLICY}
    return Response(drawing, media_type="image/svg+xml", headers=headers)


@router.patch(ONE)
async def change(snapshot: str, asked: SnapshotChange, caller: Leads, house: InHouse) -> Taken:
    """Give a snapshot another title or note."""
    async with house.database.write() as connection:
        _of_this_board(await snapshots.find(connection, snapshot), caller.board.id)
        await snapshots.change(connection, snapshot, changes_of(asked))
        changed = await snapshots.find(connection, snapshot)
    return _taken(_of_this_board(changed, caller.board.id))


@router.delete(ONE, status_code=204)
async def remove(snapshot: str, caller: Leads, house: InHouse) -> None:
    """Throw a snapshot away for good."""
    async with house.database.write() as connection:
        _of_this_board(await snapshots.find(connection, snapshot), caller.board.id)
        await snapshots.remove(connection, snapshot)


async def found_with_content(house: House, board: str, snapshot: str) -> tuple[Snapshot, str]:
    """Give a snapshot of a board with its canonical content, or refuse."""
    async with house.database.read() as connection:
        found = _of_this_board(await snapshots.find(connection, snapshot), board)
        return found, await snapshots.content(connection, snapshot)


async def _refuse_too_many(house: House, board: str) -> None:
    limit = house.settings.limit_snapshots_per_board
    async with house.database.read() as connection:
        if await snapshots.count(connection, board) >= limit:
            raise AppError(Refusal.TOO_MANY_SNAPSHOTS, words={"limit": limit})


def _of_this_board(found: Snapshot | None, board: str) -> Snapshot:
    if found is None or found.board != board:
        raise AppError(Refusal.UNKNOWN_SNAPSHOT)
    return found


def _taken(snapshot: Snapshot) -> Taken:
    return Taken(
        id=snapshot.id,
        title=snapshot.title,
        note=snapshot.note,
        taken_at=snapshot.taken_at,
        hash=snapshot.hash,
        phase=snapshot.phase,
    )
