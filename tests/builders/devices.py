"""Devices at a real server with the code of the page, each with its own cookie."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from tests.builders.node import bundle

ANSWER_SECONDS = 30
LINE_LIMIT = 16 * 1024 * 1024
State = dict[str, Any]


class Refused(Exception):  # noqa: N818  an answer, not a fault
    """The server refused; holds the problem as the page got it."""

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(problem["code"])
        self.problem = problem


@dataclass
class Tables:
    """The program in which the devices run."""

    process: Process

    async def tell(self, device: str, do: str, name: str = "", *args: Any) -> Any:
        """Let a device do something; give what came of it, or raise `Refused`."""
        assert self.process.stdin
        assert self.process.stdout
        command = {"device": device, "do": do, "name": name, "args": args}
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        async with asyncio.timeout(ANSWER_SECONDS):
            answer = json.loads(await self.process.stdout.readline())
        if "problem" in answer:
            raise Refused(answer["problem"])
        return answer["value"]

    async def until(self, device: str, holds: Callable[[State], bool]) -> State:
        """Wait until a claim about a device's table holds and give its state."""
        state: State = {}
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                while not holds(state := await self.tell(device, "state")):
                    await self.tell("nobody", "api", "heldBoards")
        except TimeoutError:
            raise AssertionError(f"it never held: {state}") from None
        return state


@dataclass
class Party:
    """A board with a facilitator, and participants with their seats, all at its table."""

    tables: Tables
    board: str
    links: dict[str, str]

    async def come(self, device: str, role: str, seat: str | None = None) -> None:
        """Come in by the link of a role and sit down."""
        secret = self.links[role].partition("#")[2]
        await self.tables.tell(device, "api", "join", {"secret": secret, "name": device})
        await self.tables.tell(device, "open", self.board)
        if seat:
            await self.tables.tell(device, "table", "changeMe", {"seat": seat})
            await self.tables.until(device, lambda state: state["me"]["seat"] == seat)


@asynccontextmanager
async def party(address: str) -> AsyncIterator[Party]:
    """Make a board at a real server, with its facilitator at the table."""
    program = await asyncio.to_thread(bundle, "devices")
    process = await asyncio.create_subprocess_exec(
        "node", str(program), address, stdin=PIPE, stdout=PIPE, limit=LINE_LIMIT
    )
    try:
        tables = Tables(process)
        wish = {"theme": "Vrolijk groot worden", "seats": 3}
        made = await tables.tell("regie", "api", "createBoard", wish)
        await tables.tell("regie", "open", made["board"]["id"])
        yield Party(tables, made["board"]["id"], made["links"])
    finally:
        process.kill()
        await process.wait()
