"""What hangs in native code is ended; what waits or works, however long, is not."""

import subprocess
import sys
import time

from server.watchdog import FATAL
from tests.builders.process import DEADLINE

SECONDS = 0.2
STANDING_STILL = f"""
import asyncio, re, sys, time
from server.watchdog import Watchdog

async def stand_still():
    Watchdog({SECONDS}, lambda: None).start()
    print("watched", flush=True)
    {{doing}}
    print("went on", flush=True)

asyncio.run(stand_still())
"""


def standing_still(doing: str) -> subprocess.Popen[str]:
    """A process whose loop stands still while it does something."""
    process = subprocess.Popen(
        [sys.executable, "-c", STANDING_STILL.format(doing=doing)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "watched\n"
    return process


def work_longer_than_that() -> None:
    """Have the machine for oneself, as far as the watched process can tell."""
    began = time.process_time()
    while time.process_time() - began < 2 * SECONDS:
        continue


def test_what_runs_on_in_native_code_is_ended_and_says_where_it_stood():
    with standing_still("re.match('(a|a)+$', 'a' * 60 + 'b')") as process:
        _, said = process.communicate(timeout=DEADLINE)
    assert process.returncode == -FATAL
    assert "stand_still" in said


def test_waiting_while_the_machine_does_other_things_ends_nothing():
    with standing_still("sys.stdin.readline()") as process:
        work_longer_than_that()
        said, _ = process.communicate("go on\n", timeout=DEADLINE)
    assert (process.returncode, said) == (0, "went on\n")


def test_a_loop_that_has_much_to_do_ends_nothing():
    began = "began = time.process_time()"
    much = f"while time.process_time() - began < {5 * SECONDS}: pass"
    with standing_still(f"{began}\n    {much}") as process:
        said, _ = process.communicate(timeout=DEADLINE)
    assert (process.returncode, said) == (0, "went on\n")
