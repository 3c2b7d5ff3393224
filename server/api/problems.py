"""Refusals as problem details (RFC 9457), in words a person understands."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from server import log
from server.api.language import language_of, texts
from server.errors import AppError, Refusal
from server.live.clock import WrongMoment
from server.live.hub import Draining
from server.store.updates import HoleInLog, Quarantined, UnknownBoard
from server.store.writer import StoreAway

MEDIA_TYPE = "application/problem+json"
BY_STATUS = {
    400: Refusal.MALFORMED,
    404: Refusal.UNKNOWN_ROUTE,
    405: Refusal.WRONG_METHOD,
}
TOO_LARGE = 413
KIB = 1024
logger = logging.getLogger(__name__)
# what the live part and the store may raise on any route
FROM_BELOW: Mapping[type[Exception], Refusal] = {
    UnknownBoard: Refusal.UNKNOWN_BOARD,
    Quarantined: Refusal.BOARD_BROKEN,
    HoleInLog: Refusal.BOARD_BROKEN,
    StoreAway: Refusal.STORE_AWAY,
    Draining: Refusal.STORE_AWAY,
    WrongMoment: Refusal.WRONG_MOMENT,
}
# what a database that is away makes its drivers raise; a disk that is full too
STORE_TROUBLE = (OperationalError, InterfaceError, PoolTimeout, OSError)
Fault = Mapping[str, str]


def problem(error: AppError, language: str) -> Response:
    """Give the answer for a refusal."""
    refusal = error.refusal
    title, detail = _said(error, language)
    content: dict[str, object] = {
        "type": f"urn:tafelkleed:problem:{refusal.code}",
        "status": refusal.status,
        "code": refusal.code,
        "title": title,
        "detail": detail,
    }
    if error.faults:
        content["faults"] = [dict(fault) for fault in error.faults]
    headers = {**error.headers, "Content-Language": language}
    return JSONResponse(content, refusal.status, headers, MEDIA_TYPE)


def in_words(error: AppError, language: str) -> list[str]:
    """Give a refusal as lines of text, for a terminal."""
    title, detail = _said(error, language)
    places = [f"  {fault['path'] or '-'}: {fault['message']}" for fault in error.faults]
    return [f"{title}. {detail}", *places]


def faults_of(errors: Sequence[Any], language: str) -> list[Fault]:
    """Give what is wrong and where, from pydantic's errors; what was sent is not repeated."""
    return [{"path": _path(error["loc"]), "message": _message(error, language)} for error in errors]


def install(app: FastAPI) -> None:
    """Let every refusal, ours or the framework's, end in `problem`."""
    for kind, refusal in FROM_BELOW.items():
        app.add_exception_handler(kind, _translated(refusal))
    for trouble in STORE_TROUBLE:
        app.add_exception_handler(trouble, _store_away)

    @app.exception_handler(AppError)
    async def refused(request: Request, error: AppError) -> Response:
        return problem(error, language_of(request))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        language = language_of(request)
        faults = faults_of(error.errors(), language)
        return problem(AppError(Refusal.INVALID, faults=faults), language)

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        return problem(_ours(error), language_of(request))


def too_big(limit: int) -> AppError:
    """Give the refusal of what is larger than `limit` bytes."""
    return AppError(Refusal.TOO_BIG, words={"limit": f"{limit // KIB} KiB"})


def _ours(error: HTTPException) -> AppError:
    """Give the refusal that an exception of the framework, or of `BodyLimit`, means."""
    if error.status_code == TOO_LARGE:
        return too_big(int(error.detail))
    return AppError(BY_STATUS.get(error.status_code, Refusal.MALFORMED), headers=error.headers)


def _said(error: AppError, language: str) -> tuple[str, str]:
    title, detail = texts(language).REFUSALS[error.refusal]
    return title, detail.format_map(error.words)


async def _store_away(request: Request, error: Exception) -> Response:
    log.event(logger, "store_away", level=logging.WARNING, kind=type(error).__name__)
    return problem(AppError(Refusal.STORE_AWAY), language_of(request))


def _translated(refusal: Refusal) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, _: Exception) -> Response:
        return problem(AppError(refusal), language_of(request))

    return handler


def _path(location: Sequence[str | int]) -> str:
    """Give a place as people write it: `seats[2].label`; `body` and the like say nothing."""
    parts = list(location)
    if parts and parts[0] in {"body", "query", "path", "header"}:
        parts = parts[1:]
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return path.lstrip(".")


def _message(error: Mapping[str, Any], language: str) -> str:
    words = texts(language)
    template = words.FAULTS.get(error["type"], words.FAULT)
    return str(template.format_map(error.get("ctx", {})))
