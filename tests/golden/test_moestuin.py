"""An own example, worked out in moestuin/by-hand.md: two moments, their difference, a union."""

import json
from pathlib import Path

import pytest

from board.analysis.compare import compare
from board.analysis.identity import Ref
from board.analysis.structure import Source, structure
from board.analysis.union import Member
from board.analysis.united import united_structure
from board.neutral import load
from tests.builders.structures import said

HERE = Path(__file__).parent / "moestuin"
EXPECTED = json.loads((HERE / "expected.json").read_text())


def loaded(name):
    return load(json.loads((HERE / f"{name}.json").read_text()))


def structured(name):
    found = loaded(name)
    return structure(found.board, Source(taken_at=found.taken_at))


def compared():
    return compare(structured("lente"), structured("zomer"))


def united():
    members = [Member(name, loaded(name).board) for name in ("zomer", "schoolplein")]
    return united_structure(members, [(Ref("schoolplein", "b1"), Ref("zomer", "a1"))])


@pytest.mark.parametrize(("name", "key"), [(n, k) for n in ("lente", "zomer") for k in EXPECTED[n]])
def test_each_moment_measures_what_was_computed_by_hand(name, key):
    assert said(structured(name), key) == EXPECTED[name][key]


@pytest.mark.parametrize("part", EXPECTED["comparison"])
def test_what_changed_is_what_was_computed_by_hand(part):
    assert compared()[part] == EXPECTED["comparison"][part]


def test_who_moved_is_who_moved_by_hand():
    inmost = compared()["inmost"]
    assert (inmost["moves"], inmost["counts"]) == (EXPECTED["moves"], EXPECTED["counts"])


@pytest.mark.parametrize("part", EXPECTED["union"])
def test_the_union_is_what_was_computed_by_hand(part):
    assert united()[part] == EXPECTED["union"][part]


def test_each_board_covers_alone_and_united_what_was_computed_by_hand():
    boards = united()["boards"]
    found = {name: [board["coverage_alone"], board["coverage"]] for name, board in boards.items()}
    assert found == EXPECTED["coverages"]


def test_every_actor_in_the_union_measures_what_was_computed_by_hand():
    actors = united()["actors"]
    plain = {k: {name: a[name] for name in EXPECTED["united"][k]} for k, a in actors.items()}
    assert plain == EXPECTED["united"]
