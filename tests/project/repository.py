"""The tracked files of the project and where they lie."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("board", "server")


@cache
def tracked() -> tuple[Path, ...]:
    """Give all files git tracks, or, outside a git checkout, all that lie here."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := ROOT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    """Give the Python files below `folders`."""
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders
    ]


def frontend_files(*suffixes: str) -> list[Path]:
    """Give the hand-written frontend sources with one of `suffixes`."""
    return [
        path
        for path in tracked()
        if path.relative_to(ROOT).parts[:2] == ("frontend", "src")
        and path.name.endswith(suffixes)
        and not path.name.endswith(".gen.ts")
    ]


def module_name(path: Path) -> str:
    """Give the dotted name under which Python imports `path`."""
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
