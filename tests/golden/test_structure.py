"""The worked example: computed by hand, confirmed by brute force, equal to four decimals."""

import json
from pathlib import Path

import pytest

from board.analysis.structure import Source, structure
from board.neutral import load

HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "vrolijk-groot-worden.expected.json").read_text())
PER_ACTOR = {
    "reach": "reach",
    "sole_reach": "sole_reach",
    "seats_linked": "seats",
    "bridged_pairs": "bridged_pairs",
}


def example_structure():
    loaded = load(json.loads((HERE / "vrolijk-groot-worden.json").read_text()))
    return structure(loaded.board, Source(taken_at=loaded.taken_at))


def said(found: dict, key: str) -> object:
    """Give what the structure says about `key` of the expected file, in that file's shape."""
    if key in PER_ACTOR:
        cloth = ((k, a) for k, a in found["actors"].items() if a["on_cloth"])
        return {actor: measures[PER_ACTOR[key]] for actor, measures in cloth}
    if key == "findings":
        rules: dict[str, list[str]] = {}
        for finding in found["findings"]:
            rules.setdefault(finding["rule"], []).extend(finding["subjects"])
        return rules
    return found["convergence"] if key == "convergence" else found["totals"][key]


@pytest.mark.parametrize("key", EXPECTED)
def test_the_structure_says_what_was_computed_by_hand(key):
    assert said(example_structure(), key) == EXPECTED[key]
