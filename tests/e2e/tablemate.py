"""The table mate without a browser: an unmodified y-websocket client under Node."""

import asyncio
import json
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("tablemate.mjs")
PATIENCE = 20


class TableMate:
    """A Node process that keeps the document and does as it is told."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    @classmethod
    async def arrive(cls, address: str, board: str, ticket: str) -> "TableMate":
        """Connect with a single-use ticket and wait for the first state."""
        process = await asyncio.create_subprocess_exec(
            *("node", str(SCRIPT), address.replace("http", "ws", 1), board, ticket),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        mate = cls(process)
        assert await mate.hear() == {"synced": True}
        return mate

    async def tell(self, **command: Any) -> Any:
        """Give one command and its answer."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        return await self.hear()

    async def hear(self) -> Any:
        """Give the next answer."""
        assert self.process.stdout
        async with asyncio.timeout(PATIENCE):
            return json.loads(await self.process.stdout.readline())

    async def write_slip(self, *, key: str, seat: str, text: str, at: tuple[int, int]) -> None:
        """Lay a slip on a rim, register by register, as any Yjs client can."""
        await self.tell(set=["ingredients", key, {"seat": seat, "pen": "moss"}])
        await self.tell(set=["ingredients", f"{key}.text", text])
        await self.tell(set=["ingredients", f"{key}.at", list(at)])

    async def leave(self) -> None:
        """Leave the table."""
        await self.tell(leave=True)
        await self.process.wait()
