"""Real trouble for a store: a disk that is full, a line that breaks in the middle of a commit."""

import asyncio
import os
import resource
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Literal

Moment = Literal["before", "after"]


class SmallDisk:
    """A folder on a disk of its own that can be filled to the last byte and freed again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        with self._filler.open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                return

    def free(self) -> None:
        self._filler.unlink()


class LimitedFiles:
    """A folder in which no file may grow: what is left where one may not mount a disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        # the write-ahead file of SQLite begins anew when it is empty: nothing fits in it now
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, self._before[1]))

    def free(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk | LimitedFiles]:
    """A disk of four megabytes, where that is allowed, and else files that cannot grow."""
    mounted = os.geteuid() == 0 and _mount(folder)
    disk = SmallDisk(folder) if mounted else LimitedFiles(folder)
    try:
        yield disk
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", folder], check=True)
        else:
            disk.free()


def _mount(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


class Line:
    """A line to PostgreSQL that breaks at the next commit, before or after it came through."""

    def __init__(self, folder: Path, server: Path) -> None:
        self.folder = folder
        self._server = server
        self._breaks: Moment | None = None

    def break_at_commit(self, moment: Moment) -> None:
        self._breaks = moment

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection there and back until one side ends it, or the line breaks."""
        try:
            there, back = await asyncio.open_unix_connection(self._server)
        except OSError:
            writer.close()
            return
        async with asyncio.TaskGroup() as group:
            group.create_task(self._answers(there, writer))
            group.create_task(self._questions(reader, back, writer))

    async def _questions(
        self,
        reader: asyncio.StreamReader,
        back: asyncio.StreamWriter,
        writer: asyncio.StreamWriter,
    ) -> None:
        while data := await _read(reader):
            moment = self._breaks if b"COMMIT" in data else None
            if moment:
                self._breaks = None
                writer.transport.abort()
            if moment != "before":
                back.write(data)
                await back.drain()
            if moment:
                break
        back.close()

    async def _answers(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await _read(there):
            writer.write(data)
        writer.close()


async def _read(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read(65536)
    except ConnectionError:
        return b""


@asynccontextmanager
async def breaking_line(url: str, folder: Path) -> AsyncIterator[tuple[str, Line]]:
    """A line to the PostgreSQL at `url`, and the address at its near end."""
    name = ".s.PGSQL.5432"
    server = url.split("host=")[1]
    line = Line(folder, Path(server) / name)
    listening = await asyncio.start_unix_server(line.carry, folder / name)
    async with listening:
        yield url.replace(server, str(folder)), line
