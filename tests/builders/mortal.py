"""A server that can be killed in the middle of anything and started again on the same data."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

STARTING_SECONDS = 30


@dataclass
class Mortal:
    """A server in a process of its own, open to everyone on this machine."""

    data: Path
    process: Process
    port: int

    async def kill(self) -> None:
        """Let it die at once, as when the power fails."""
        self.process.kill()
        await self.process.wait()

    async def start_again(self) -> None:
        """Start on the data that the last one left, on another port."""
        self.process, self.port = await _start(self.data)


@asynccontextmanager
async def mortal_server(folder: Path) -> AsyncIterator[Mortal]:
    """Serve every board to everyone on a free port of this machine, as fast as they write."""
    data = folder / "tafelkleed.db"
    served = Mortal(data, *await _start(data))
    try:
        yield served
    finally:
        if served.process.returncode is None:
            served.process.terminate()
            await served.process.wait()


async def _start(data: Path) -> tuple[Process, int]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server.cli", "serve"),
        *("--open", "--port", "0", "--data", str(data)),
        stdout=PIPE,
        stderr=DEVNULL,
        cwd=Path(__file__).parents[2],
        env={
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "TAFELKLEED_LIMIT_UPDATES_PER_SECOND": "0",
        },
    )
    assert process.stdout
    async with asyncio.timeout(STARTING_SECONDS):
        line = (await process.stdout.readline()).decode()
    return process, int(line.rsplit(":", 1)[1].strip().rstrip("/"))
