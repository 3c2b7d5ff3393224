"""What must never stand in a tracked file."""

import re

import pytest

from tests.project.repository import ROOT, tracked

SELF = {"tests/project/test_tracked.py"}
RULES = {
    "the address of a package registry": re.compile(
        r'"resolved": "http|(index-url|find-links)[ =]'
        r'|https?://[^" ]+\.(whl|tgz|deb)\b|^registry *='
    ),
    "a path of one machine": re.compile(r"(^|[^A-Za-z0-9_.])/(work|root|farm|home)/[a-z.]", re.M),
    "a folder outside the project": re.compile(r"\.\./shared"),
    "an unfinished place": re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError"),
    "a test that does not run": re.compile(
        r"pytest\.(mark\.)?(skip|xfail)|\b(it|test|describe)\.(skip|todo|only)\("
    ),
}
SUFFIXES = {
    ".py", ".ts", ".js", ".mjs", ".cjs", ".svelte", ".css", ".html", ".md", ".json", ".toml",
    ".yml", ".yaml", ".lock", ".ini", ".sh", "",
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_no_tracked_file_holds(rule):
    found = []
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if path.suffix in SUFFIXES and name not in SELF and name != "LICENSE":
            text = path.read_text(errors="replace")
            found += [f"{name}: {match.group(0)!r}" for match in RULES[rule].finditer(text)]
    assert found == []


def test_no_tracked_file_but_a_font_is_larger_than_600_kilobytes():
    """A font that reports embed may take a megabyte: without it emoji would be empty boxes."""
    limits = {".ttf": 1024}
    assert [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.stat().st_size > limits.get(path.suffix, 600) * 1024
    ] == []
