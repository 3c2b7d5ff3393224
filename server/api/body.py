"""No request may be larger than its route allows; one that is gets refused, not read."""

import re

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.api.language import language_of
from server.api.problems import TOO_LARGE, problem, too_big
from server.settings import Settings

IMPORT_PATH = "/api/import"
PHOTO_PATH = re.compile(r"/api/boards/[^/]+/underlay")


class BodyLimit:
    """Refuses bodies that say they are too large, and stops reading those that turn out so."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through within its bounds."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit(scope["path"])
        if _announced(scope) > limit:
            await problem(too_big(limit), language_of(Request(scope)))(scope, receive, send)
            return
        left = limit

        async def receive_bounded() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                # the one kind of exception that survives the framework's reading of a body
                raise HTTPException(TOO_LARGE, detail=str(limit))
            return message

        await self._app(scope, receive_bounded, send)

    def _limit(self, path: str) -> int:
        if path == IMPORT_PATH or PHOTO_PATH.fullmatch(path):
            return self._settings.limit_import_bytes
        return self._settings.limit_body_bytes


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0
