"""Opens and closes many boards, and counts what a server holds before and after.

`python -m tests.crash.soak --boards 10000` runs it by hand.
"""

import argparse
import asyncio
import gc
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from server.live.runner import Runner
from server.live.socket import Socket
from server.sync.room import Room
from tests.builders.served import STORED, Served, served, slip, told

AT_ONCE = 10
DEADLINE_SECONDS = 30
FILES = Path("/dev/fd")
STATM, PAGE_KIB = Path("/proc/self/statm"), 4


@dataclass(frozen=True)
class Held:
    """What lives in this process, in which both the server and its clients run."""

    rooms: int
    runners: int
    sockets: int
    tasks: int
    files: int
    kib: int = 0

    def without_memory(self) -> "Held":
        return replace(self, kib=0)


def held() -> Held:
    """Count."""
    gc.collect()
    kinds = [type(thing) for thing in gc.get_objects()]
    return Held(
        kinds.count(Room),
        kinds.count(Runner),
        kinds.count(Socket),
        len(asyncio.all_tasks()),
        len(list(FILES.iterdir())),
        int(STATM.read_text().split()[1]) * PAGE_KIB if STATM.exists() else 0,
    )


async def open_and_close(server: Served, boards: range) -> None:
    """Write something on each board and leave it, some at once."""
    for first in boards[::AT_ONCE]:
        some = range(first, min(first + AT_ONCE, boards.stop))
        await asyncio.gather(*(_visit(server, f"b{number}") for number in some))


async def _visit(server: Served, board: str) -> None:
    async with server.socket(board) as socket:
        await socket.send(slip())
        await told(socket, STORED)


async def settled(is_so: Callable[[Held], bool]) -> Held:
    """Give what is held once the boards have closed behind the last who left."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while not is_so(now := held()):  # noqa: ASYNC110 - no message tells of it
            await asyncio.sleep(0.1)
    return now


async def soak(folder: Path, boards: int) -> tuple[Held, Held]:
    """Open and close so many boards; give what was held before and after."""
    async with served(folder, open=True, limit_grace_seconds=0) as server:
        # the first few leave connections and caches that are meant to stay
        await open_and_close(server, range(3 * AT_ONCE))
        before = await settled(lambda now: now.rooms == now.runners == now.sockets == 0)
        await open_and_close(server, range(boards))
        same = before.without_memory()
        try:
            return before, await settled(lambda now: now.without_memory() == same)
        except TimeoutError:
            return before, held()


def main() -> int:
    """Run by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--boards", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        before, after = asyncio.run(soak(Path(name), asked.boards))
    print(f"{asked.boards} boards opened and closed\nbefore {before}\nafter  {after}")
    return 0 if before.without_memory() == after.without_memory() else 1


if __name__ == "__main__":
    sys.exit(main())
