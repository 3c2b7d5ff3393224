"""Every input that is known to break something meets a room in a confined child process.

GA1, ME2, RM4: it is refused with the right code, the process lives, nothing is changed, stored
or told to others, and the others go on. R and F numbers name the reproducers.
"""

import json
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from tests.builders import updates as u
from tests.hostile.corpus import CASES, nested
from tests.project.repository import ROOT

HANG_SECONDS = 0.25
MOST_MEBIBYTES = 64


def run_victim(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.hostile.victim", *arguments]
    return subprocess.run(
        command, cwd=ROOT, input=given, capture_output=True, text=True, timeout=120, check=False
    )


@cache
def results() -> dict[str, dict[str, Any]]:
    """What one child process says of all cases; a case without a line is where it died."""
    rows = map(json.loads, run_victim().stdout.splitlines())
    return {row["case"]: row for row in rows}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_and_does_no_harm(name):
    """GA1, ME2, RM4"""
    case, result = CASES[name], results().get(name)
    assert result is not None, "the process died"
    assert result["outcome"] == case.outcome
    assert bool(result["persisted"]) == case.admits
    assert result["changed"] == case.admits
    assert result["overheard"] == 0
    assert result["bystander"]
    assert result["mebibytes"] < MOST_MEBIBYTES
    assert result["seconds"] < HANG_SECONDS


def test_after_all_of_it_the_board_reloads_to_what_it_was():
    """GA2"""
    assert results()["reload"]["equal"]


def test_the_same_bytes_given_straight_to_pycrdt_kill_the_process():
    """The reason for the gate, and the proof that a death here would be seen (R5)."""
    update = u.update(u.section(7, 0, nested(50_000)))
    assert run_victim("--bare", given=update.hex()).returncode < 0
