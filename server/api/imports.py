"""A file becomes a board: a canonical export, the neutral format, or tables (CSV, XLSX)."""

import json
from collections.abc import Iterable
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Query, Response
from starlette.requests import Request

from board.export.xlsx import MEDIA_TYPE as XLSX
from board.faults import ContentError, Fault
from board.neutral import Loaded, load
from board.sheet.grid import is_sheet
from board.sheet.read import read_sheet
from server.api.boards import CreationKey, Made, founded, new_record, opened, refuse_making
from server.api.doors import ForAnyone
from server.api.house import InHouse
from server.api.language import language_of
from server.api.wire import Title
from server.errors import AppError, Refusal

router = APIRouter()
SHOWN_FAULTS = 100
_BINARY = {"schema": {"type": "string", "format": "binary"}}
#: What the body may be, and how a file without a name would be called.
MEDIA = {"text/csv": "tabel.csv", "application/zip": "tabellen.zip", XLSX: "tabellen.xlsx"}
FILE_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {}}, **dict.fromkeys(MEDIA, _BINARY)},
    }
}


@router.post("/api/import", status_code=201, dependencies=[ForAnyone], openapi_extra=FILE_BODY)
async def import_file(
    request: Request,
    response: Response,
    house: InHouse,
    title: Annotated[Title, Query()] = "",
    creation_key: CreationKey = "",
) -> Made:
    """Make a board from a file that is the body; a file that is not right makes nothing."""
    refuse_making(house, request, creation_key)
    name = MEDIA.get(request.headers.get("content-type", "").partition(";")[0].strip(), "")
    loaded = await to_thread.run_sync(parsed, await request.body(), name, language_of(request))
    record = new_record(house, title or loaded.board.theme.text)
    return await opened(house, request, response, await founded(house, record, loaded.board))


def parsed(body: bytes, name: str = "", language: str = "nl") -> Loaded:
    """Give what a file holds, or refuse it with the places that are wrong."""
    try:
        if is_sheet(body, name):
            return read_sheet(body, name, language)
        data: Any = json.loads(body, parse_constant=_no_number)
        return load(data)
    except ContentError as error:
        raise AppError(Refusal.INVALID_FILE, faults=_shown(error.faults)) from error
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        raise _unreadable(place, "not valid JSON") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _unreadable("", "not valid JSON in UTF-8") from error


def _no_number(name: str) -> None:
    raise ValueError(name)


def _unreadable(path: str, message: str) -> AppError:
    return AppError(Refusal.INVALID_FILE, faults=[{"path": path, "message": message}])


def _shown(faults: Iterable[Fault]) -> list[dict[str, str]]:
    places = [{"path": fault.path, "message": fault.what} for fault in faults]
    return places[:SHOWN_FAULTS]
