"""A snapshot as a file, in every format the domain can write, and the log of what left."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Annotated
from zoneinfo import ZoneInfo

from anyio import to_process, to_thread
from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from board.export.formats import FORMATS, Format, LooksBack
from server.access.roles import Right, may
from server.access.secret import new_id
from server.api.doors import Caller, ForAnyone, Leads, ReadsSnapshots
from server.api.headers import FILE_POLICY
from server.api.house import House, InHouse
from server.api.moments import Back, Stored, known_snapshot, moment_before, readings_of
from server.api.snapshots import ONE
from server.api.wire import Language, Wire
from server.errors import AppError, Refusal
from server.store import exports, participants
from server.store.exports import Export
from server.store.snapshots import Snapshot

router = APIRouter()
LOGGED = 200
# from here on writing a file takes longer than starting a process to write it in
PROCESS_FROM_CHARACTERS = 150_000


class FormatHere(Wire):
    """A kind of file that can be asked for; its words stand in the wording."""

    name: str
    media_type: str
    suffix: str
    looks_back: LooksBack


class How(BaseModel):
    """What is asked of a file; `since` is the id of the snapshot from which changes are told."""

    names: bool = False
    lang: Language = "nl"
    since: str = Field("", max_length=64)


class Exported(Wire):
    """A file that left the board; `who` is empty for somebody who is not known any more."""

    who: str
    snapshot: str
    format: str
    names: bool
    at: datetime


@router.get("/api/formats", dependencies=[ForAnyone])
async def formats() -> list[FormatHere]:
    """Give the formats in which a snapshot can be had."""
    return [
        FormatHere(
            name=one.name,
            media_type=one.media_type,
            suffix=one.suffix,
            looks_back=one.looks_back,
        )
        for one in FORMATS.values()
    ]


@router.get(ONE + "/export/{format_name}")
async def export(
    snapshot: str,
    format_name: str,
    caller: ReadsSnapshots,
    house: InHouse,
    how: Annotated[How, Query()],
) -> Response:
    """Give a snapshot as a file; only a facilitator gets one with the names of people.

    Its kind decides whether it can tell what changed since an earlier one.
    """
    if how.names and not may(caller.role, Right.EXPORT_NAMES):
        raise AppError(Refusal.FORBIDDEN)
    wanted = FORMATS.get(format_name)
    if wanted is None:
        raise AppError(Refusal.UNKNOWN_FORMAT, words={"formats": ", ".join(FORMATS)})
    async with house.database.read() as connection:
        found = await known_snapshot(connection, caller.board.id, snapshot)
        back = Back(wanted.looks_back, how.since)
        read = await readings_of(connection, found, back, house.settings.zone)
    write = partial(written, read, format_name, names=how.names, language=how.lang)
    large = sum(len(one.text) for one in read) >= PROCESS_FROM_CHARACTERS
    body = await (to_process if large else to_thread).run_sync(write)
    await _note(house, caller, found, format_name, names=how.names)
    name = file_name(found, wanted, house.settings.zone)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": FILE_POLICY,
    }
    return Response(body, media_type=wanted.media_type, headers=headers)


@router.get("/api/boards/{board}/exports")
async def log_of_exports(caller: Leads, house: InHouse) -> list[Exported]:
    """Give the last files that left a board, newest first."""
    async with house.database.read() as connection:
        known = await exports.of_board(connection, caller.board.id, LOGGED)
        people = await participants.of_board(connection, caller.board.id)
    names = {one.id: one.name for one in people}
    return [
        Exported(
            who=names.get(one.participant, ""),
            snapshot=one.snapshot,
            format=one.format,
            names=one.names,
            at=one.at,
        )
        for one in known
    ]


def written(read: Sequence[Stored], format_name: str, *, names: bool, language: Language) -> bytes:
    """Write the last of these as a file; takes only what another process can be handed."""
    wanted = FORMATS[format_name]
    return wanted.write(moment_before(wanted.looks_back, read), names=names, language=language)


def file_name(snapshot: Snapshot, wanted: Format, zone: str) -> str:
    """Give a name for the file, made of the moment alone: titles may hold names of people."""
    taken_at = snapshot.taken_at.astimezone(ZoneInfo(zone))
    return f"tafelkleed-{taken_at:%Y-%m-%d-%H%M}{wanted.suffix}"


async def _note(
    house: House, caller: Caller, snapshot: Snapshot, format_name: str, *, names: bool
) -> None:
    left = Export(
        id=new_id(),
        board=caller.board.id,
        snapshot=snapshot.id,
        participant=caller.participant.id,
        format=format_name,
        names=names,
        at=house.clock(),
    )
    async with house.database.write() as connection:
        await exports.note(connection, left)
