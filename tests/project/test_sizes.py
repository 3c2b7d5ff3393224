"""Small rooms: no function, no file grows past what one reads in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.repository import PACKAGES, ROOT, frontend_files, python_files

FILE_LIMIT = 400
FUNCTION_LIMIT = 40


def functions(path: Path) -> Iterator[tuple[str, int]]:
    source = path.read_text()
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            excused = "# long:" in lines[node.lineno - 1]
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if not excused:
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", length


@pytest.mark.parametrize("path", python_files(*PACKAGES), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_python_function_is_longer_than_forty_lines(path):
    assert [name for name, length in functions(path) if length > FUNCTION_LIMIT] == []


def test_no_source_file_is_longer_than_four_hundred_lines():
    files = python_files(*PACKAGES, "migrations") + frontend_files(".ts", ".svelte", ".css")
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files
        if (lines := len(path.read_text().splitlines())) > FILE_LIMIT
    }
    assert long == {}
