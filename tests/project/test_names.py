"""A file is named after its main noun or its one function."""

from tests.project.repository import PACKAGES, ROOT, frontend_files, python_files

EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "service", "misc"}


def test_no_file_hides_behind_an_empty_word():
    files = python_files(*PACKAGES, "tests", "bench") + frontend_files(".ts", ".svelte")
    found = [
        str(path.relative_to(ROOT))
        for path in files
        if set(path.stem.replace(".", "_").lower().split("_")) & EMPTY_WORDS
    ]
    assert found == []
