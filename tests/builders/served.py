"""The app on a real port, for tests that need real sockets."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from pycrdt import Doc, Map
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.access.cookie import COOKIE
from server.app import build
from server.serving import configuration, listen
from server.settings import Settings
from server.sync import messages
from tests.builders.house import Board, Clock, board_of, pages

DEADLINE = 10
STORED = 80


@dataclass(frozen=True)
class Served:
    """A server that listens."""

    address: str
    clock: Clock
    devices: list[httpx.AsyncClient] = field(default_factory=list)

    def device(self) -> httpx.AsyncClient:
        device = httpx.AsyncClient(base_url=self.address, trust_env=False)
        self.devices.append(device)
        return device

    async def board(self, device: httpx.AsyncClient, **wishes: Any) -> Board:
        asked = {"theme": "Vrolijk groot worden", **wishes}
        return board_of(await device.post("/api/boards", json=asked))

    def socket(
        self,
        name: str,
        device: httpx.AsyncClient | None = None,
        *,
        origin: str | None = "ours",
        protocols: tuple[str, ...] = ("tafelkleed.1",),
    ) -> connect:
        """Give the way to a board's socket, from our own page unless told otherwise."""
        token = device.cookies.get(COOKIE) if device else None
        return connect(
            self.address.replace("http", "ws", 1) + f"/sync/{name}",
            additional_headers={"Cookie": f"{COOKIE}={token}"} if token else {},
            origin=self.address if origin == "ours" else origin,
            subprotocols=list(protocols) or None,
            open_timeout=DEADLINE,
            proxy=None,
        )


@asynccontextmanager
async def served(
    folder: Path, *, sockets: str | None = None, **wishes: Any
) -> AsyncIterator[Served]:
    """Serve the app on a free port of this machine; `sockets` names another way to serve them."""
    clock = Clock()
    settings = Settings(data=folder / "data", frontend=pages(folder), **wishes)
    bound, place = listen("127.0.0.1", 0)
    config = configuration(build(settings, clock), settings)
    config.ws = sockets or config.ws
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[bound]))
    guests = Served(f"http://127.0.0.1:{place.port}", clock)
    try:
        yield guests
    finally:
        for device in guests.devices:
            await device.aclose()
        server.should_exit = True
        await running


async def told(socket: ClientConnection, kind: int) -> bytes:
    """Give the next message of a kind, without its kind."""
    async with asyncio.timeout(DEADLINE):
        async for data in socket:
            assert isinstance(data, bytes)
            if data[0] == kind:
                return data[1:]
    raise AssertionError("the socket closed first")


async def session(socket: ClientConnection) -> dict[str, Any]:
    """Give the next session that is pushed."""
    return payload(await told(socket, 81))


async def close_code(socket: ClientConnection) -> int | None:
    """Give with which code the server closes a socket."""
    async with asyncio.timeout(DEADLINE):
        try:
            while True:
                await socket.recv()
        except ConnectionClosed:
            return socket.close_code


def slip(text: str = "fiets") -> bytes:
    """Give the message by which a client writes a slip on the rim of seat s1."""
    doc: Doc[Map[object]] = Doc()
    with doc.transaction():
        root = doc.get("ingredients", type=Map)
        root["i1"] = {"seat": "s1", "pen": "blue"}
        root["i1.text"] = text
    return messages.update(doc.get_update())


def payload(message: bytes) -> dict[str, Any]:
    """Give the JSON of a message of ours, which has its length before it."""
    return json.loads(message[message.index(b"{") :])
