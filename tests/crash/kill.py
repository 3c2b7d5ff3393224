"""Kills a server under load, again and again, and looks for words that were acknowledged.

`python -m tests.crash.kill --cycles 100 --database postgres` runs it by hand.
"""

import argparse
import asyncio
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pycrdt import Doc, Map
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from board.document import read
from board.snapshot import content, content_hash
from server.store.database import open_database
from server.store.updates import load
from server.sync import messages
from server.sync.codec import Reader
from tests.builders.postgres import Postgres
from tests.builders.process import program
from tests.builders.stores import Pen

BOARDS = ("b1", "b2", "b3")
WRITERS_PER_BOARD = 4
AHEAD = 20
DEADLINE_SECONDS = 60
# a machine that does much else may be slow to shake hands; that is no loss
PATIENT = {"proxy": None, "open_timeout": DEADLINE_SECONDS}
BROKEN_OFF = 1006
NOTHING = b"\x00"


@dataclass
class Word:
    """A slip that somebody wrote."""

    key: str
    text: str


@dataclass
class Told:
    """What the server said it keeps, per board."""

    kept: dict[str, list[Word]] = field(default_factory=lambda: {board: [] for board in BOARDS})
    more: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def count(self) -> int:
        return sum(map(len, self.kept.values()))


class WriterAtBoard:
    """A client that writes as fast as it is acknowledged, and remembers what was."""

    def __init__(self, board: str, client: int, told: Told) -> None:
        self.board = board
        self.pen = Pen(client)
        self.told = told
        self.sent: list[Word] = []
        self.acknowledged = 0
        self.notices: list[str] = []
        self.closed: int | None = None
        """With which code; 1006 is a socket that broke off."""
        self.room = asyncio.Semaphore(AHEAD)

    async def write_until_cut_off(self, address: str) -> None:
        # who never came in is cut off too
        with suppress(ConnectionClosed, OSError):
            async with self._at(address) as socket, asyncio.TaskGroup() as group:
                writing = group.create_task(self._write(socket))
                await self._hear(socket)
                writing.cancel()
            self.closed = socket.close_code

    async def come_back(self, address: str) -> None:
        """Give a server all that was written, as a client does after an absence."""
        async with self._at(address) as socket:
            await socket.send(messages.update(self.pen.doc.get_update()))
            while bytes(await socket.recv(decode=False))[0] != messages.STORED:
                pass

    def _at(self, address: str) -> connect:
        return connect(f"{address}/sync/{self.board}", subprotocols=["tafelkleed.1"], **PATIENT)

    async def _write(self, socket: ClientConnection) -> None:
        # what was said before the end is still to be heard
        with suppress(ConnectionClosed):
            while True:
                await self.room.acquire()
                number = self.pen.client * 100_000 + len(self.sent)
                word = Word(f"i{number}", f"woord {number}")
                self.sent.append(word)
                await socket.send(messages.update(self.pen.slip(number, word.text)))

    async def _hear(self, socket: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            async for data in socket:
                self._take(Reader(bytes(data)))

    def _take(self, reader: Reader) -> None:
        kind = reader.uint()
        if kind == messages.NOTICE:
            self.notices.append(json.loads(reader.text())["code"])
        elif kind == messages.STORED:
            self._note(reader.uint())

    def _note(self, stored: int) -> None:
        new = self.sent[self.acknowledged : stored]
        self.told.kept[self.board] += new
        self.told.more.set()
        self.acknowledged = stored
        for _ in new:
            self.room.release()


@dataclass
class End:
    """When, in words acknowledged, and how to end a server."""

    after: int
    now: Callable[[], object]


async def write_until(
    end: End, address: str, told: Told, first_client: int
) -> Sequence[WriterAtBoard]:
    """Let many write, and end the server in the middle of it."""
    clients = iter(range(first_client, first_client + WRITERS_PER_BOARD * len(BOARDS)))
    writers = [WriterAtBoard(b, next(clients), told) for b in BOARDS * WRITERS_PER_BOARD]
    before = told.count
    async with asyncio.timeout(DEADLINE_SECONDS), asyncio.TaskGroup() as group:
        for writer in writers:
            group.create_task(writer.write_until_cut_off(address))
        while told.count - before < end.after:
            told.more.clear()
            await told.more.wait()
        await asyncio.to_thread(end.now)
    return writers


async def lost(url: str, told: Told) -> list[str]:
    """Look in the store for everything that was acknowledged; give what is not there."""
    missing = []
    database = open_database(url)
    try:
        for board, words in told.kept.items():
            stored = await load(database, board)
            doc: Doc = Doc()
            for update in stored.doc_updates:
                doc.apply_update(update)
            slips = doc.get("ingredients", type=Map)
            missing += [f"{board}/{w.key}" for w in words if slips.get(f"{w.key}.text") != w.text]
    finally:
        await database.close()
    return missing


async def shown(address: str, board: str) -> str:
    """The content hash of a board as the running server shows it to a newcomer."""
    doc: Doc = Doc()
    async with connect(f"{address}/sync/{board}", max_size=None, **PATIENT) as socket:
        await socket.send(messages.step1(NOTHING))
        async with asyncio.timeout(DEADLINE_SECONDS):
            while True:
                reader = Reader(bytes(await socket.recv(decode=False)))
                if reader.uint() != messages.SYNC:
                    continue
                kind = reader.uint()
                if kind != messages.STEP1:
                    # a step 2 ends the first state; changes may come before it
                    doc.apply_update(reader.take())
                if kind == messages.STEP2:
                    return content_hash(content(read(doc).board))


async def kept(url: str, board: str) -> str:
    """The content hash of a board as its log says."""
    database = open_database(url)
    try:
        doc: Doc = Doc()
        for update in (await load(database, board)).doc_updates:
            doc.apply_update(update)
        return content_hash(content(read(doc).board))
    finally:
        await database.close()


@dataclass
class Outcome:
    """What came of it: all that was acknowledged, what was lost, and boards shown wrongly."""

    acknowledged: int
    lost: list[str]
    differing: list[str]


def run(folder: Path, url: str, cycles: int, chance: random.Random) -> Outcome:
    """Kill a server `cycles` times; after each time everything acknowledged must be there."""
    told, outcome = Told(), Outcome(0, [], [])
    settings = {"TAFELKLEED_DATABASE_URL": url, "TAFELKLEED_LIMIT_UPDATES_PER_SECOND": "0"}
    for cycle in range(cycles + 1):
        with program(folder, "serve", "--open", **settings) as served:
            address = served.address.replace("http", "ws", 1)
            told.more = asyncio.Event()
            if cycle:
                outcome.lost += asyncio.run(lost(url, told))
                for board in BOARDS:
                    if asyncio.run(shown(address, board)) != asyncio.run(kept(url, board)):
                        outcome.differing.append(board)
            if cycle < cycles:
                kill = End(chance.randint(0, 600), partial(_kill, served.process))
                writers = asyncio.run(write_until(kill, address, told, 1 + cycle * 100))
                assert {writer.closed for writer in writers} <= {None, BROKEN_OFF}
    outcome.acknowledged = told.count
    return outcome


def _kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


@contextmanager
def database_at(kind: str, folder: Path) -> Iterator[str]:
    """A new database of a kind."""
    if kind == "sqlite":
        yield f"sqlite+aiosqlite:///{folder / 'tafelkleed.db'}"
        return
    server = Postgres()
    try:
        server.start()
        yield server.create("crash")
    finally:
        server.remove()


def main() -> int:
    """Run by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cycles", type=int, default=100)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, database_at(asked.database, Path(name)) as url:
        outcome = run(Path(name), url, asked.cycles, random.Random(asked.seed))
    print(
        f"{asked.cycles} kills, {outcome.acknowledged} words acknowledged, "
        f"{len(outcome.lost)} lost, {len(outcome.differing)} boards shown wrongly"
    )
    return 1 if outcome.lost or outcome.differing else 0


if __name__ == "__main__":
    sys.exit(main())
