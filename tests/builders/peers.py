"""Yjs clients in Node, of the stock kind and of ours, that do what a test tells them."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc

from board.document import read
from board.snapshot import content, content_hash
from tests.builders.node import bundle

ANSWER_SECONDS = 30
LINE_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True)
class State:
    """What a peer holds and sees, and whether it thinks that all of it is with the server.

    `page` is what the page makes of the document; `others` is the presence of the others.
    """

    settled: bool
    update: bytes
    page: dict[str, Any]
    others: list[dict[str, Any]]

    @property
    def content(self) -> dict[str, Any]:
        """What our own reader makes of the peer's document."""
        doc: Doc[Any] = Doc()
        doc.apply_update(self.update)
        return content(read(doc).board)

    @property
    def hash(self) -> str:
        return content_hash(self.content)


@dataclass
class Peers:
    """The program in which the clients run."""

    process: Process

    async def tell(self, peer: str, do: str, **more: Any) -> dict[str, Any]:
        """Let a peer do something and give its answer."""
        assert self.process.stdin
        assert self.process.stdout
        command = json.dumps({"peer": peer, "do": do, **more})
        self.process.stdin.write(command.encode() + b"\n")
        async with asyncio.timeout(ANSWER_SECONDS):
            answer: dict[str, Any] = json.loads(await self.process.stdout.readline())
        return answer

    async def until(self, peer: str, holds: Callable[[State], bool]) -> State:
        """Wait until a claim about a peer holds and give its state."""
        async with asyncio.timeout(ANSWER_SECONDS):
            while not holds(state := await self.state(peer)):
                await self.tell(peer, "wait")
        return state

    async def state(self, peer: str) -> State:
        """Give what a peer holds."""
        told = await self.tell(peer, "state")
        return State(
            told["settled"], bytes.fromhex(told["update"]), told["content"], told["others"]
        )


@asynccontextmanager
async def peers() -> AsyncIterator[Peers]:
    """Start the program of the clients."""
    program = await asyncio.to_thread(bundle, "peers")
    process = await asyncio.create_subprocess_exec(
        "node", str(program), stdin=PIPE, stdout=PIPE, limit=LINE_LIMIT
    )
    try:
        yield Peers(process)
    finally:
        process.kill()
        await process.wait()
