"""One log line per request, and the last net under what we did wrong.

A line names the route as it was declared, never the address that was asked for: that may hold
anything, a secret too.
"""

import asyncio
import logging

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import log
from server.api.language import language_of
from server.api.problems import problem
from server.errors import AppError, Refusal

logger = logging.getLogger("server.http")
QUIET = ("/health/live", "/health/ready")


class Journal:
    """Logs each request of `app` and turns an exception into an answer without details."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, and write down what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        began = loop.time()
        status = 0

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        except Exception:  # noqa: BLE001  the one net under all requests: logged, then answered
            log.failure(logger, "request_failed", method=scope["method"], route=_route(scope))
            if status == 0:
                answer = problem(AppError(Refusal.OURS), language_of(Request(scope)))
                await answer(scope, receive, send_noted)
        _note(scope, status, loop.time() - began)


def _note(scope: Scope, status: int, seconds: float) -> None:
    route = _route(scope)
    level = logging.DEBUG if route in QUIET else logging.INFO
    milliseconds = round(seconds * 1000, 1)
    log.event(
        logger,
        "request",
        level=level,
        method=scope["method"],
        route=route,
        status=status,
        ms=milliseconds,
    )


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", "-")
