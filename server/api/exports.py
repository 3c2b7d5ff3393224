"""A snapshot as a file, in every format the domain can write."""

from functools import partial

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from board.export.formats import FORMATS, Format
from server.access.roles import Right, may
from server.api.doors import ReadsSnapshots
from server.api.headers import FILE_POLICY
from server.api.house import InHouse
from server.api.moments import moment
from server.api.snapshots import ONE
from server.api.wire import Language
from server.errors import AppError, Refusal
from server.store.snapshots import Snapshot

router = APIRouter()


@router.get(ONE + "/export/{format_name}")
async def export(
    snapshot: str,
    format_name: str,
    caller: ReadsSnapshots,
    house: InHouse,
    *,
    names: bool = False,
    lang: Language = "nl",
) -> Response:
    """Give a snapshot as a file; only a facilitator gets one with the names of people."""
    if names and not may(caller.role, Right.EXPORT_NAMES):
        raise AppError(Refusal.FORBIDDEN)
    wanted = FORMATS.get(format_name)
    if wanted is None:
        raise AppError(Refusal.UNKNOWN_FORMAT, words={"formats": ", ".join(FORMATS)})
    found, made = await moment(house, caller.board.id, snapshot)
    body = await to_thread.run_sync(partial(wanted.write, made, names=names, language=lang))
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(found, wanted)}"',
        "Content-Security-Policy": FILE_POLICY,
    }
    return Response(body, media_type=wanted.media_type, headers=headers)


def file_name(snapshot: Snapshot, wanted: Format) -> str:
    """Give a name for the file, made of the moment alone: titles may hold names of people."""
    return f"tafelkleed-{snapshot.taken_at:%Y-%m-%d-%H%M}{wanted.suffix}"
