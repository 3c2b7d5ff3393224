"""Tests stand where their subject stands."""

import ast
from pathlib import Path

from tests.project.repository import PACKAGES, ROOT, module_name, python_files


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_every_test_folder_mirrors_a_package():
    folders = {p.parent.relative_to(ROOT / "tests") for p in python_files("tests")}
    mirrored = [f for f in folders if f.parts and f.parts[0] in PACKAGES]
    assert [str(f) for f in mirrored if not (ROOT / f).is_dir()] == []


def test_every_module_is_imported_by_some_test_or_by_a_tested_module():
    """A module nobody's test reaches, directly or through one step, is not tested at all."""
    direct = set().union(*(imported(p) for p in python_files("tests")))
    modules = {module_name(p): p for p in python_files(*PACKAGES)}
    reached = {name for name in modules if name in direct}
    reached |= {name for near in list(reached) for name in imported(modules[near])}
    silent = [n for n, p in modules.items() if n not in reached and p.stem != "__init__"]
    assert silent == []
