"""What readers that take nothing, or little, cost the others and the server.

    python bench/stuck.py                 ten minutes: 98 good peers, two bad ones
    python bench/stuck.py --seconds 30

One reader takes nothing in and comes back each time it is sent away; one takes 20 KiB a second.
Prints the good peers' latencies without and with them, and how the server's memory grew.
"""

import argparse
import json
import os
import socket
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

import compare

# moves alone: what is overwritten goes, so that ten minutes do not fill the board
LOAD = "load --peers 98 --rate 30 --strokes 0 --seconds {seconds}"
STEP1 = bytes((0x82, 0x84, 0, 0, 0, 0, 0, 0, 1, 0))
CHUNK, PAUSE_SECONDS = 2048, 0.1


class Reader(threading.Thread):
    """A peer that asks for everything and then reads `chunk` bytes ten times a second."""

    def __init__(self, port: int, chunk: int) -> None:
        super().__init__(daemon=True)
        self.port = port
        self.chunk = chunk
        self.times_in = 0
        self.over = threading.Event()

    def run(self) -> None:
        """Be there until it is over."""
        while not self.over.is_set():
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port)) as near:
                self._sit(near)

    def _sit(self, near: socket.socket) -> None:
        near.sendall(
            b"GET /sync/room0 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n"
        )
        near.recv(CHUNK)
        near.sendall(STEP1)
        self.times_in += 1
        while not self.over.wait(PAUSE_SECONDS):
            if self.chunk:
                near.recv(self.chunk)
            # a server that gave up on us shows in an error, once something is sent
            near.sendall(bytes((0x8A, 0x80, 0, 0, 0, 0)))


def megabytes(pid: int) -> float:
    """Give what a process holds in memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def run(seconds: int, chunks: list[int], folder: Path) -> dict[str, object]:
    """Give what the good peers saw with these readers beside them."""
    with compare.running("ours", folder / f"{len(chunks)}") as (port, pid):
        readers = [Reader(port, chunk) for chunk in chunks]
        for reader in readers:
            reader.start()
        row = compare.generate("ours", LOAD.format(seconds=seconds), port, pid, "room")
        at_end = megabytes(pid)
        for reader in readers:
            reader.over.set()
    figures = {name: row[name] for name in ("p50_ms", "p99_ms", "lost", "cpu_s_per_million")}
    return {**figures, "server_mb": round(at_end), "came_in": [r.times_in for r in readers]}


def main() -> None:
    """Run without and with bad readers, and print both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=600)
    seconds = parser.parse_args().seconds
    compare.install()
    with tempfile.TemporaryDirectory() as folder:
        for name, chunks in (("alone", []), ("with a stuck and a slow reader", [0, CHUNK])):
            print(json.dumps({"readers": name, **run(seconds, chunks, Path(folder))}), flush=True)


if __name__ == "__main__":
    main()
