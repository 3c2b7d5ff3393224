"""What kills the process behind a gate that fails: it is back at once, and only its board shut.

The gate is taken out (see `ungated`), so that what it keeps out reaches the document.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from server.store import cases
from server.store.database import open_database
from server.sync import messages
from tests.builders import updates as u
from tests.builders.process import Program, program
from tests.builders.stores import Pen
from tests.hostile.corpus import crowd, nested

BACK_SECONDS = 5
WATCHDOG_SECONDS = 2
DEADLINE_SECONDS = 60
KILLERS = {
    "a value that is 50,000 deep": lambda: u.update(u.section(7, 0, nested(50_000))),
    "60,000 writers of one register": lambda: crowd(60_000),
}


@contextmanager
def ungated(folder: Path) -> Iterator[Program]:
    settings = {
        "TAFELKLEED_WATCHDOG_SECONDS": str(WATCHDOG_SECONDS),
        "TAFELKLEED_LIMIT_UPDATE_BYTES": str(64 * 1024 * 1024),
        "TAFELKLEED_LIMIT_UPDATES_PER_SECOND": "0",
    }
    with program(folder, "serve", "--open", module="tests.crash.ungated", **settings) as running:
        yield running


def at(running: Program, board: str) -> connect:
    address = running.address.replace("http", "ws", 1)
    return connect(f"{address}/sync/{board}", subprotocols=["tafelkleed.1"], proxy=None)


async def write(socket: ClientConnection, update: bytes) -> None:
    """Send an update and wait until it is said to be stored."""
    await socket.send(messages.update(update))
    async for data in socket:
        if data[0] == messages.STORED:
            return
    raise ConnectionError("the socket was closed first")


async def survives(running: Program, board: str, update: bytes) -> bool:
    """Whether the server is still there after an update."""
    try:
        async with at(running, board) as socket:
            await write(socket, update)
    except (ConnectionClosed, ConnectionError, InvalidHandshake, OSError) as fault:
        sent = getattr(fault, "rcvd", None)
        return sent is not None and 4400 <= sent.code < 4500
    return True


async def is_back(running: Program, board: str, update: bytes) -> None:
    """Keep trying, as a browser does, until something is stored."""
    async with asyncio.timeout(BACK_SECONDS):
        while not await survives(running, board, update):
            continue


async def poison_and_look(running: Program, poison: bytes, url: str) -> list[str]:
    pen = Pen(1)
    assert await survives(running, "other", pen.slip(1))
    kills = 0
    while kills < cases.STRIKES and not await survives(running, "sick", poison):
        kills += 1
        began = time.monotonic()
        await is_back(running, "other", pen.slip(1 + kills))
        assert time.monotonic() - began < BACK_SECONDS
    assert kills, "it did not kill"
    database = open_database(url)
    try:
        return [case.fingerprint for case in await cases.of_board(database, "sick")]
    finally:
        await database.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", KILLERS)
async def test_a_killer_takes_the_process_down_and_is_known_from_then_on(name, tmp_path):
    with ungated(tmp_path) as running:
        url = f"sqlite+aiosqlite:///{tmp_path / 'tafelkleed.db'}"
        async with asyncio.timeout(DEADLINE_SECONDS):
            known = await poison_and_look(running, KILLERS[name](), url)
        assert len(set(known)) == 1
        # the next time it is turned away, and the server does not die of it
        assert await survives(running, "sick", KILLERS[name]())
        assert await survives(running, "other", Pen(9).slip(1))
