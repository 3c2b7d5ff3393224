"""A running Tafelkleed that can fall over and get up at the same address."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from tests.builders.process import ADDRESS, DEADLINE

STARTING = 3 * DEADLINE
"""A machine that does much else takes its time to read the program in."""


class House:
    """The server as a process that can be stopped, killed and started again on the same data."""

    def __init__(self, data: Path, pages: Path | None = None) -> None:
        self.data = data
        self.pages = pages
        self.address = ""
        self.process: Process | None = None

    async def open(self) -> None:
        """Start the server and wait until it says its address: the one it had before, if any."""
        port = self.address.rsplit(":", 1)[-1] or "0"
        settings = {"PYTHONUNBUFFERED": "1", "TAFELKLEED_DATA": str(self.data)}
        if self.pages:
            settings["TAFELKLEED_FRONTEND"] = str(self.pages)
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "server.cli", "serve", "--port", port),
            env={**os.environ, **settings},
            stdout=PIPE,
            stderr=DEVNULL,
        )
        try:
            async with asyncio.timeout(STARTING):
                self.address = await _address(self.process)
        except BaseException:
            await self.shut(signal.SIGKILL)
            raise

    async def shut(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """Stop the server with `sign` and wait for its end."""
        if self.process and self.process.returncode is None:
            self.process.send_signal(sign)
            async with asyncio.timeout(DEADLINE):
                await self.process.wait()


async def _address(process: Process) -> str:
    assert process.stdout
    async for line in process.stdout:
        if found := ADDRESS.search(line.decode()):
            return found[1]
    raise AssertionError("the server stopped at its start")
