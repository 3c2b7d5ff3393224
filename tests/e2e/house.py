"""A running Tafelkleed on a free port, and a browser: real parts for a whole evening."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.builders.browser import CHROMIUM, FLAGS

PATIENCE = 30


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class House:
    """The server as a process that can be stopped, killed and started again on the same data."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: asyncio.subprocess.Process | None = None

    async def open(self) -> None:
        """Start the server and wait until it answers."""
        environment = {**os.environ, "TAFELKLEED_DATA": str(self.data)}
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "server.cli", "serve", "--port", str(self.port)),
            env=environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(PATIENCE):
            while not await self._answers():
                assert self.process.returncode is None, "the server stopped at its start"
                await asyncio.sleep(0.05)

    async def shut(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """Stop the server with `sign` and wait for its end."""
        if self.process and self.process.returncode is None:
            self.process.send_signal(sign)
            async with asyncio.timeout(PATIENCE):
                await self.process.wait()

    async def _answers(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        await writer.wait_closed()
        return True


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Give Debian's Chromium, started for this test alone."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()
