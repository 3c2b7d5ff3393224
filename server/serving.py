"""Running the app: a socket that is bound first, so that its address is known, then uvicorn."""

import gc
import signal
import socket
import sys
from dataclasses import dataclass
from typing import Any, cast

import uvicorn
from fastapi import FastAPI

from server.api.house import House
from server.live.socket import socket_protocol
from server.settings import KIB, Settings, is_loopback

BACKLOG = 2048
PING_SECONDS = 5
PONG_SECONDS = 10
STOP_SECONDS = 10
ANYWHERE = {"0.0.0.0", "::"}  # noqa: S104  compared with, not listened on
# an address for documentation (RFC 5737): asking the way there sends nothing
ELSEWHERE = ("192.0.2.1", 9)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens."""

    host: str
    port: int

    @property
    def here(self) -> str:
        """Give the address for a browser on this machine."""
        return self._address("localhost" if self.host in ANYWHERE else self.host)

    @property
    def nearby(self) -> str | None:
        """Give the address for other devices on this network, if they can reach us."""
        if is_loopback(self.host):
            return None
        return self._address(own_address() if self.host in ANYWHERE else self.host)

    def _address(self, host: str) -> str:
        name = f"[{host}]" if ":" in host else host
        return f"http://{name}:{self.port}"


def listen(host: str, port: int) -> tuple[socket.socket, Place]:
    """Bind a socket; `OSError` if the address is taken or not ours."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(BACKLOG)
    except OSError:
        bound.close()
        raise
    return bound, Place(host, bound.getsockname()[1])


def run(app: FastAPI, settings: Settings, bound: socket.socket) -> bool:
    """Serve until told to stop; give whether it began at all."""
    # what is there by now stays; looking through it again and again would hold everyone up
    gc.collect()
    gc.freeze()
    server = uvicorn.Server(configuration(app, settings))
    # uvicorn hands a signal on when it has stopped; stopping when told to is no failure
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    server.run(sockets=[bound])
    return server.started


def configuration(app: FastAPI, settings: Settings) -> uvicorn.Config:
    """Give how uvicorn is to serve the app."""
    house: House = app.state.house
    return uvicorn.Config(
        app,
        ws=cast("Any", socket_protocol(house.hub, app.state.admit, settings.limit_outbox_bytes)),
        loop="auto" if sys.platform == "win32" else "uvloop",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        # a message repeats the deletes that came before it, so it may be twice an update
        ws_max_size=2 * settings.limit_update_bytes + KIB,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PONG_SECONDS,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def own_address() -> str:
    """Give the address under which this machine is known on its network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
