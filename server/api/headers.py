"""What every answer tells the browser: load nothing from elsewhere, tell nobody, frame nothing."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?")
ALWAYS: Mapping[str, str] = MappingProxyType(
    {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": (
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
            "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
            "clipboard-write=(self), fullscreen=(self), screen-wake-lock=(self)"
        ),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)
# a picture or file of people's making, opened by itself, may do nothing at all
FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
YEAR_SECONDS = 365 * 24 * 3600


def page_policy(scheme: str, host: str) -> str:
    """Give the content security policy of our pages, as reached under `host`.

    The socket's address is named because not every browser counts it as `'self'`.
    """
    socket = "wss" if scheme == "https" else "ws"
    sockets = f" {socket}://{host}" if HOST.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'self'",
            f"connect-src 'self'{sockets}",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class SecurityHeaders:
    """Adds the headers to every answer of `app`; what an answer sets itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through and mend its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_mended(message: Message) -> None:
            if message["type"] == "http.response.start":
                _mend(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(scope, receive, send_mended)


def _mend(headers: MutableHeaders, scope: Scope) -> None:
    host = Headers(scope=scope).get("host", "")
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", page_policy(scope["scheme"], host))
    if scope["path"].startswith("/api/"):
        headers.setdefault("Cache-Control", "no-store")
    if scope["scheme"] == "https":
        headers.setdefault("Strict-Transport-Security", f"max-age={YEAR_SECONDS}")
