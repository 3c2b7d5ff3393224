"""The worked example: computed by hand, confirmed by brute force, equal to four decimals."""

import json
from pathlib import Path

import pytest

from board.analysis.structure import Source, structure
from board.neutral import load
from tests.builders.structures import said

HERE = Path(__file__).parent
EXPECTED = json.loads((HERE / "vrolijk-groot-worden.expected.json").read_text())


def example_structure():
    loaded = load(json.loads((HERE / "vrolijk-groot-worden.json").read_text()))
    return structure(loaded.board, Source(taken_at=loaded.taken_at))


@pytest.mark.parametrize("key", EXPECTED)
def test_the_structure_says_what_was_computed_by_hand(key):
    assert said(example_structure(), key) == EXPECTED[key]
