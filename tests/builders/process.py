"""The program as its own process, as people start it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DEADLINE = 30
ADDRESS = re.compile(r"Tafelkleed is at (http://\S+)")


@dataclass
class Program:
    """A running server; `said` is what it printed so far, up to the line that was waited for."""

    process: subprocess.Popen[str]
    address: str
    said: str
    log: Path

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to stop; give exit code and standard error."""
        self.process.send_signal(number)
        self.process.wait(timeout=DEADLINE)
        assert self.process.stdout
        self.said += self.process.stdout.read()
        return self.process.returncode, self.log.read_text()


@contextmanager
def program(
    folder: Path, *arguments: str, module: str = "server.cli", **settings: str
) -> Iterator[Program]:
    """Run `tafelkleed` with a free port until it has said its address, and end it after."""
    command = [sys.executable, "-m", module, *arguments, "--port", "0", "--data", str(folder)]
    log = folder / "log.txt"
    with log.open("w") as errors:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **settings},
        )
    try:
        yield _started(process, log)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _started(process: subprocess.Popen[str], log: Path) -> Program:
    said = ""
    assert process.stdout
    for line in process.stdout:
        said += line
        if found := ADDRESS.search(line):
            return Program(process, found[1], said, log)
    raise AssertionError(f"it did not start: {log.read_text()}")
