"""SPEC.md is law: each numbered rule is cited by a test, each close code is written down."""

import re

from tests.project.repository import ROOT, python_files

SPEC = ROOT / "server/sync/SPEC.md"
RULE = re.compile(r"^\s*[-*]?\s*\*\*([A-Z]{2}\d+)\*\*", re.M)


def test_every_rule_of_the_specification_is_cited_by_a_test():
    rules = set(RULE.findall(SPEC.read_text()))
    tests = "\n".join(path.read_text() for path in python_files("tests"))
    cited = {rule for rule in rules if re.search(rf"\b{rule}\b", tests)}
    assert rules
    assert sorted(rules - cited) == []


def test_every_close_code_in_the_code_stands_in_the_specification():
    code = "\n".join(path.read_text() for path in python_files("server"))
    used = set(re.findall(r"\b(44\d\d|10[01]\d)\b(?=.*(?:\bclose|CLOSE|code))", code, re.I))
    assert sorted(number for number in used if number not in SPEC.read_text()) == []
