"""A bad network in between: it delays, cuts off, and lets nobody through for a while."""

import asyncio
import random
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

CHUNK = 2048


@dataclass
class BadNetwork:
    """Carries bytes between clients and a server on this machine, as well as `delay` allows."""

    upstream: int
    chance: random.Random
    delay: float = 0.0
    up: bool = True
    port: int = 0
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    _lines: list[StreamWriter] = field(default_factory=list)
    _carrying: list[asyncio.Task[None]] = field(default_factory=list)

    def cut(self, share: float) -> None:
        """Cut off some of the connections in the middle of whatever they were saying."""
        for line in list(self._lines):
            if self.chance.random() < share:
                line.transport.abort()

    async def end(self) -> None:
        """Cut off everybody and wait until nothing is on its way."""
        self.up = False
        self.cut(1.0)
        await asyncio.gather(*self._carrying)

    async def some_traffic(self, seconds: float) -> None:
        """Wait until something came through, but not longer than this."""
        self.moved.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.moved.wait(), seconds)

    async def carry(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Carry one connection until either side ends it."""
        task = asyncio.current_task()
        assert task
        self._carrying.append(task)
        try:
            if not self.up:
                return
            back, forth = await asyncio.open_connection("127.0.0.1", self.upstream)
            self._lines += [writer, forth]
            await asyncio.gather(self._pump(reader, forth), self._pump(back, writer))
        except OSError:
            pass
        finally:
            writer.transport.abort()

    async def _pump(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(CHUNK):
                await asyncio.sleep(self.delay * self.chance.random())
                writer.write(data)
                await writer.drain()
                self.moved.set()
        writer.transport.abort()


@asynccontextmanager
async def bad_network(upstream: int, chance: random.Random) -> AsyncIterator[BadNetwork]:
    """Stand between clients and a server on this machine."""
    network = BadNetwork(upstream, chance)
    server = await asyncio.start_server(network.carry, "127.0.0.1", 0)
    network.port = server.sockets[0].getsockname()[1]
    try:
        yield network
    finally:
        server.close()
        await network.end()
