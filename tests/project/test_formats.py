"""docs/formats.md tells every key that a file of ours holds."""

import json
import re

from board.analysis.compare import compare
from board.analysis.findings import RULES
from board.analysis.identity import Ref
from board.analysis.union import Member
from board.analysis.united import united_structure
from board.export.formats import FORMATS
from board.export.json import export_json
from board.export.node_link import export_node_link
from tests.builders.boards import cloth
from tests.builders.moments import example_moment, moment
from tests.project.repository import ROOT

FORMATS_TEXT = (ROOT / "docs/formats.md").read_text()
TOLD = set(re.findall(r"`([^`\s]+)`", FORMATS_TEXT))
#: What stands there as a key because people, seats or steps are called so.
_FREE = re.compile(r"[a-z]\d+([~:].*)?|(.*/.*)|\d+|t")


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def untold(value):
    positions = {"initiator", "partner", "connector", "supplier", "user"}
    return {k for k in keys(value) if not _FREE.fullmatch(k)} - TOLD - positions - {"a", "b"}


def test_the_position_structure_is_told():
    assert untold(example_moment().structure) == set()


def test_the_comparison_is_told():
    empty = moment(cloth(slips=("i01",))).structure
    assert untold(compare(empty, example_moment().structure)) == set()
    assert untold(compare(example_moment().structure, empty)) == set()


def test_the_union_is_told():
    frozen = example_moment()
    members = [Member(name, frozen.board, frozen.source) for name in "ab"]
    same = [(Ref("a", "a01"), Ref("b", "a01"))]
    assert untold(united_structure(members, same)) == set()


def test_the_exports_are_told():
    for write in (export_json, export_node_link):
        assert untold(json.loads(write(example_moment(), names=True))) == set()


def test_every_format_is_told():
    assert FORMATS.keys() - TOLD == set()


def test_every_rule_is_told():
    assert RULES.keys() - TOLD == set()


def test_a_key_that_nobody_told_would_be_found():
    assert untold({"totals": {"verzonnen": 1}}) == {"verzonnen"}
