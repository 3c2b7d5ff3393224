"""A running server for tests: the real app on a real SQLite file, with devices that visit it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from server.app import build
from server.settings import Settings
from tests.builders.boards import EXAMPLE

NEUTRAL = json.loads(EXAMPLE.read_text())
ADDRESS = "http://kleed.test"
PAGES = {
    "index.html": "<!doctype html><title>Tafelkleed</title>",
    "assets/app-1a2b.js": "1;\n" * 999,
}


@dataclass
class Clock:
    """A clock that stands still until told otherwise."""

    now: datetime = datetime(2025, 1, 10, 15, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass(frozen=True)
class Board:
    """A board that was made, with the keys to it by role."""

    id: str
    secrets: dict[str, str]

    @property
    def url(self) -> str:
        return f"/api/boards/{self.id}"


@dataclass(frozen=True)
class RunningHouse:
    """The app in its lifespan; every device has its own cookies."""

    app: FastAPI
    clock: Clock
    devices: list[httpx.AsyncClient] = field(default_factory=list)

    def device(self, address: str = "10.0.0.1", **headers: str) -> httpx.AsyncClient:
        """Give a device that was never here."""
        transport = httpx.ASGITransport(self.app, client=(address, 1234))
        device = httpx.AsyncClient(transport=transport, base_url=ADDRESS, headers=headers)
        self.devices.append(device)
        return device

    async def board(self, device: httpx.AsyncClient | None = None, **wishes: Any) -> Board:
        """Give a new board, made by `device` or by one nobody uses further."""
        asked = {"theme": "Vrolijk groot worden", **wishes}
        answer = await (device or self.device()).post("/api/boards", json=asked)
        assert answer.status_code == 201, answer.text
        return board_of(answer)

    async def joined(self, board: Board, role: str, **wishes: Any) -> httpx.AsyncClient:
        """Give a device that sits at a board in a role."""
        device = self.device()
        asked = {"secret": board.secrets[role], **wishes}
        answer = await device.post("/api/join", json=asked)
        assert answer.status_code == 200, answer.text
        return device


async def imported(device: httpx.AsyncClient, data: Any = NEUTRAL) -> Board:
    """Give a board that a device made from a file, by default the worked example."""
    answer = await device.post("/api/import", json=data)
    assert answer.status_code == 201, answer.text
    return board_of(answer)


def board_of(answer: httpx.Response) -> Board:
    """Give the board that an answer says was made."""
    made = answer.json()
    secrets = {role: link.split("#")[1] for role, link in made["links"].items()}
    return Board(made["board"]["id"], secrets)


@asynccontextmanager
async def house(
    folder: Path, clock: Clock | None = None, **wishes: Any
) -> AsyncIterator[RunningHouse]:
    """Run the app on a fresh SQLite file in `folder`, or on the one that is there."""
    clock = clock or Clock()
    settings = Settings(data=folder / "data", frontend=pages(folder), **wishes)
    app = build(settings, clock)
    async with app.router.lifespan_context(app):
        running = RunningHouse(app, clock)
        try:
            yield running
        finally:
            for device in running.devices:
                await device.aclose()


def pages(folder: Path) -> Path:
    """Give a folder with a small built frontend."""
    root = folder / "dist"
    for name, text in PAGES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def problem(answer: httpx.Response) -> str:
    """Give the code of a refusal, after a look at whether it is a proper one."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    said = answer.json()
    assert said["status"] == answer.status_code
    assert said["title"]
    assert said["detail"]
    return f"{answer.status_code} {said['code']}"
