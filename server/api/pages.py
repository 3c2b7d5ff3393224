"""The built frontend: hashed assets to keep for ever, and one page for every page route."""

from html import escape
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from server.api.doors import ForAnyone
from server.api.language import language_of, texts
from server.errors import AppError, Refusal

INDEX = "index.html"
KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
NO_PAGES = ("api/", "sync/", "health/", "assets/")


def pages(folder: Path) -> APIRouter:
    """Give the routes that serve the frontend built into `folder`."""
    router = APIRouter()
    files = StaticFiles(directory=folder, check_dir=False)

    @router.get("/{path:path}", dependencies=[ForAnyone], include_in_schema=False)
    @router.head("/{path:path}", dependencies=[ForAnyone], include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        """Give a file of the frontend, or the page that shows every page route."""
        response = await _file(files, path or INDEX, request)
        if response is None and _is_page(path):
            response = await _file(files, INDEX, request) or _missing(request)
        if response is None:
            raise AppError(Refusal.UNKNOWN_ROUTE)
        is_hashed = path.startswith("assets/")
        response.headers["Cache-Control"] = KEPT if is_hashed else ASKED_AGAIN
        return response

    return router


async def _file(files: StaticFiles, path: str, request: Request) -> Response | None:
    try:
        return await files.get_response(path, request.scope)
    except HTTPException:
        return None


def _is_page(path: str) -> bool:
    """Say whether a path is one that people see in the address bar: no file, no API."""
    return not path.startswith(NO_PAGES) and "." not in path


def _missing(request: Request) -> Response:
    """Give the page that says how to build the pages."""
    language = language_of(request)
    title, detail = texts(language).MISSING_FRONTEND
    body = (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        f"<title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(detail)}</p>"
        "<pre>make frontend/dist/index.html</pre></html>"
    )
    return HTMLResponse(body, status_code=503)
