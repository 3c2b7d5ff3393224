"""A photo of a paper cloth under the board, to type over: one facilitator lays it, all see it.

It is no part of the cloth: no snapshot, export or report has it.
"""

from dataclasses import replace
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from board.photo import PIXEL_LIMIT, Photo, PhotoError, bare
from server.access.secret import new_id
from server.api.doors import Leads, SeesBoard
from server.api.headers import FILE_POLICY
from server.api.house import InHouse
from server.api.session import SessionJson, changed
from server.api.wire import Wire, changes_of
from server.errors import AppError, Refusal
from server.live.session import LayUnder, Underlay
from server.store import underlays
from server.store.underlays import Picture

router = APIRouter()
PATH = "/api/boards/{board}/underlay"
MEDIA = ("image/jpeg", "image/png", "image/webp")
_BINARY = {"schema": {"type": "string", "format": "binary"}}
PHOTO_BODY = {"requestBody": {"required": True, "content": dict.fromkeys(MEDIA, _BINARY)}}
KEPT = "private, max-age=31536000, immutable"
FARTHEST = 10_000
FADE = 0.5


class Place(Wire):
    """Where the photo lies: its middle and width in millimetres, turned clockwise, how faint."""

    x: Annotated[int, Field(ge=-FARTHEST, le=FARTHEST)] | None = None
    y: Annotated[int, Field(ge=-FARTHEST, le=FARTHEST)] | None = None
    width: Annotated[int, Field(ge=50, le=FARTHEST)] | None = None
    angle: Annotated[float, Field(ge=-180, le=180)] | None = None
    fade: Annotated[float, Field(ge=0, le=1)] | None = None


@router.put(PATH, openapi_extra=PHOTO_BODY)
async def lay(request: Request, caller: Leads, house: InHouse) -> SessionJson:
    """Lay a photo under the board, in the middle and as large as fits, in place of another."""
    photo = await to_thread.run_sync(_bare, await request.body())
    picture = Picture(new_id(), photo.media_type, photo.data)
    size = (await house.hub.read(caller.board.id)).board.size_mm
    async with house.database.write() as connection:
        await underlays.put(connection, caller.board.id, picture)
    return await changed(house, caller, LayUnder(fitted(photo, picture.key, size)))


@router.patch(PATH)
async def place(asked: Place, caller: Leads, house: InHouse) -> SessionJson:
    """Move, turn, scale or fade the photo."""
    lies = (await house.hub.session(caller.board.id)).underlay
    if lies is None:
        raise AppError(Refusal.UNKNOWN_PHOTO)
    return await changed(house, caller, LayUnder(replace(lies, **changes_of(asked))))


@router.delete(PATH)
async def take_away(caller: Leads, house: InHouse) -> SessionJson:
    """Take the photo away for good."""
    async with house.database.write() as connection:
        await underlays.remove(connection, caller.board.id)
    return await changed(house, caller, LayUnder(None))


@router.get(PATH + "/{key}")
async def picture(key: str, caller: SeesBoard, house: InHouse) -> Response:
    """Give the photo to whoever is at the board; under a key it never changes."""
    async with house.database.read() as connection:
        found = await underlays.find(connection, caller.board.id, key)
    if found is None:
        raise AppError(Refusal.UNKNOWN_PHOTO)
    headers = {"Cache-Control": KEPT, "Content-Security-Policy": FILE_POLICY}
    return Response(found.data, media_type=found.media_type, headers=headers)


def fitted(photo: Photo, key: str, size_mm: tuple[int, int]) -> Underlay:
    """Give a photo its place: in the middle of a cloth, as large as fits on it."""
    across, along = size_mm
    ratio = photo.height / photo.width
    width = max(50, round(min(across, along / ratio)))
    return Underlay(key, ratio, round(across / 2), round(along / 2), width, fade=FADE)


def _bare(data: bytes) -> Photo:
    try:
        return bare(data)
    except PhotoError as error:
        words = {"most": PIXEL_LIMIT // 1_000_000}
        raise AppError(Refusal.INVALID_PHOTO, words=words) from error
