"""A server that dies is started again; one that is told to stop, or cannot start, is not."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.builders.process import DEADLINE, Program, program

WITHIN_SECONDS = 5


def child_of(running: Program) -> int:
    """The process that really serves."""
    process = running.process.pid
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def health(running: Program, *, seconds: float = WITHIN_SECONDS) -> int:
    """What the server answers as soon as it answers at all; the socket waits meanwhile."""
    until = time.monotonic() + seconds
    while True:
        left = until - time.monotonic()
        assert left > 0, "it did not come back in time"
        try:
            return httpx.get(f"{running.address}/health/live", timeout=left).status_code
        except httpx.TransportError:
            continue


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_server_that_dies_is_back_within_five_seconds_at_the_same_address(tmp_path, number):
    with program(tmp_path, "serve") as running:
        assert health(running) == 200
        first = child_of(running)
        os.kill(first, number)
        assert health(running) == 200
        assert child_of(running) != first
        assert running.stop()[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_stop_reaches_the_server_and_is_no_failure(tmp_path, number):
    with program(tmp_path, "serve") as running:
        assert health(running) == 200
        code, log = running.stop(number)
        assert (code, log.count(" stopped")) == (0, 1)


def test_a_first_start_that_fails_is_not_tried_again(tmp_path):
    (tmp_path / "tafelkleed.db").write_text("no database at all, and quite long enough for one")
    process = subprocess.run(
        [sys.executable, "-m", "server.cli", "serve", "--port", "0", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )
    assert process.returncode == 3


def test_the_server_does_not_outlive_the_one_that_watches_over_it(tmp_path):
    with program(tmp_path, "serve") as running:
        assert health(running) == 200
        child = child_of(running)
        running.process.kill()
        running.process.wait()
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{running.address}/health/live", timeout=WITHIN_SECONDS)
        assert not Path(f"/proc/{child}/cmdline").exists() or is_dying(child)


def is_dying(process: int) -> bool:
    """Whether a process has ended but nobody has taken note of it yet."""
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] in "ZX"


def test_without_one_that_watches_the_process_itself_serves(tmp_path):
    with program(tmp_path, "serve", "--alone") as running:
        assert health(running) == 200
        task = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
        assert task.read_text() == ""
        assert running.stop()[0] == 0
