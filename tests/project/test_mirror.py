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


def test_every_module_is_within_two_steps_of_a_test():
    """A module no test imports, nor what a test imports, nor what that imports, is not tested."""
    modules = {module_name(p): p for p in python_files(*PACKAGES)}
    reached = set().union(*(imported(p) for p in python_files("tests"))) & set(modules)
    for _ in range(2):
        reached |= {name for near in set(reached) for name in imported(modules[near])}
        reached &= set(modules)
    silent = [name for name, p in modules.items() if name not in reached and p.stem != "__init__"]
    assert silent == []
