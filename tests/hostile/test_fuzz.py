"""Frames that are nearly right, by the tens of thousands, against live boards.

More by hand: `python -m tests.hostile.fuzz --frames 10000000`.
"""

import json
import subprocess
import sys

from tests.project.repository import ROOT

FRAMES = 50_000


def test_frames_that_are_nearly_right_break_nothing():
    """GA1, RM4, RM8: no crash, no hang, no reset, and all who should hold the same do."""
    command = [sys.executable, "-m", "tests.hostile.fuzz", "--frames", str(FRAMES), "--seed", "7"]
    run = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    outcomes = json.loads(run.stdout)["outcomes"]
    assert sum(outcomes.values()) == FRAMES
    assert outcomes["admitted"] > FRAMES / 4, "the fuzz is too wild to reach the document"
    refusals = {"4400", "content", "foreign", "forbidden", "gap", "key", "origin", "value"}
    assert refusals <= outcomes.keys(), "the fuzz is too tame"
