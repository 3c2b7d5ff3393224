"""What is going on in native code at this moment, written where it outlives the process.

A crash in the document library leaves no time to say anything. What was noted before is still
in the file when the process is gone, and the next one knows which board to be careful with.
"""

import mmap
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from server.store.cases import Blame
from server.sync.replica import fingerprint

if sys.platform != "win32":
    import fcntl

SLOT_BYTES = 512
SLOTS = 64
APPLY, READ = b"apply", b"read"
EMPTY = 0


def is_in_use(file: Path) -> bool:
    """Say whether a running server has the file, and with it the boards beside it."""
    if sys.platform == "win32" or not file.exists():
        return False
    with file.open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


class InFlight:
    """A page of notes, of this process alone until `open` gives it a file.

    Noting costs about a microsecond: a memory map is written, no call is made. The first slot is
    the loop's, which applies one update at a time; the others are for what runs in threads.
    """

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, SLOTS * SLOT_BYTES)
        self._free = list(range(1, SLOTS))

    def open(self, file: Path) -> tuple[Blame, ...]:
        """Take the file in use; give what the process before left in it.

        Another process that has it keeps it, and this one goes without.
        """
        if sys.platform == "win32":
            return ()
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return ()
        os.ftruncate(handle, SLOTS * SLOT_BYTES)
        self._page = mmap.mmap(handle, SLOTS * SLOT_BYTES)
        # the map holds a copy of the handle and with it the lock
        os.close(handle)
        left = tuple(self._left())
        for slot in range(SLOTS):
            self._clear(slot)
        return left

    def close(self) -> None:
        """Let go of the file."""
        self._page.close()
        self._page = mmap.mmap(-1, SLOTS * SLOT_BYTES)

    def watching(self, board: str) -> Callable[[bytes], None]:
        """Give what is to be told each update before it is applied, and nothing after."""
        name = board.encode()

        def watch(update: bytes) -> None:
            if update:
                self._write(0, APPLY, fingerprint(update).encode(), name)
            else:
                self._clear(0)

        return watch

    @contextmanager
    def reading(self, board: str) -> Iterator[None]:
        """Note as long as it lasts that what is stored of a board is being read."""
        if not self._free:
            yield
            return
        slot = self._free.pop()
        self._write(slot, READ, b"-", board.encode())
        try:
            yield
        finally:
            self._clear(slot)
            self._free.append(slot)

    def _write(self, slot: int, *words: bytes) -> None:
        line = b" ".join(words) + b"\0"
        start = slot * SLOT_BYTES
        self._page[start : start + len(line)] = line

    def _clear(self, slot: int) -> None:
        self._page[slot * SLOT_BYTES] = EMPTY

    def _left(self) -> Iterator[Blame]:
        for slot in range(SLOTS):
            line = self._page[slot * SLOT_BYTES : (slot + 1) * SLOT_BYTES].split(b"\0")[0]
            words = line.split(b" ", 2)
            if len(words) == len(("kind", "update", "board")):
                kind, update, board = words
                yield Blame(board.decode(), update.decode() if kind == APPLY else None)
