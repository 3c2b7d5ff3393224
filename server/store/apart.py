"""Folding in a process of its own, so that the loop and its interpreter stay free.

Bytes go in and bytes come out; the process reads no file and no setting. It may crash or hang
over what it is given: then the log stays as it is, and nothing else notices.
"""

import asyncio
import os
import signal
import struct
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator, Sequence

from server.store.fold import Checkpoint, NotTheSame, fold

LONGEST_SECONDS = 300.0
NICENESS = 10
_SIZE = struct.Struct("!Q")


class Apart:
    """Folds in a process, which is ended when it takes longer than `seconds`."""

    def __init__(self, seconds: float = LONGEST_SECONDS) -> None:
        self._seconds = seconds

    async def fold(self, doc_updates: Sequence[bytes], head: int) -> Checkpoint:
        """Do what `fold` does; `NotTheSame` too if the process crashes or hangs."""
        given = await asyncio.to_thread(packed, [str(head).encode(), *doc_updates])
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", __name__, stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        try:
            async with asyncio.timeout(self._seconds):
                said, reason = await process.communicate(given)
        except TimeoutError:
            raise NotTheSame(f"folding up to {head} took too long") from None
        finally:
            await _end(process)
        if process.returncode:
            raise NotTheSame(f"folding ended with {process.returncode}: {_last_line(reason)}")
        state, state_vector, content_hash = unpacked(said)
        return Checkpoint(head, state, state_vector, content_hash.decode())


def packed(parts: Sequence[bytes]) -> bytes:
    """Give parts as one: how many, then each behind its size."""
    sized = (piece for part in parts for piece in (_SIZE.pack(len(part)), part))
    return b"".join((_SIZE.pack(len(parts)), *sized))


def unpacked(data: bytes) -> list[bytes]:
    """Give the parts again; `NotTheSame` if they are not all there."""
    parts = list(_parts(data))
    if len(data) < _SIZE.size or len(parts) != _SIZE.unpack_from(data)[0]:
        raise NotTheSame("what came from the other process breaks off")
    return parts


def _parts(data: bytes) -> Iterator[bytes]:
    at = _SIZE.size
    while at + _SIZE.size <= len(data):
        start = at + _SIZE.size
        at = start + _SIZE.unpack_from(data, at)[0]
        if at <= len(data):
            yield data[start:at]


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.kill()
        await process.wait()


def _last_line(said: bytes) -> str:
    return (said.decode(errors="replace").splitlines() or [""])[-1]


def main() -> None:
    """Fold what comes in, and write out what came of it."""
    # typed at the terminal it is meant for the server, which ends this process when it stops
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        head, *doc_updates = unpacked(sys.stdin.buffer.read())
        folded = fold(doc_updates, int(head))
    except NotTheSame as fault:
        sys.exit(str(fault))
    parts = [folded.state, folded.state_vector, folded.hash.encode()]
    sys.stdout.buffer.write(packed(parts))


if __name__ == "__main__":
    main()
