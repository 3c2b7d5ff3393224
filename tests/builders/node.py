"""Programs for Node that tests run beside the server."""

import atexit
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

FRONTEND = Path(__file__).parents[2] / "frontend"


@cache
def bundle(entry: str) -> Path:
    """Bundle `frontend/tests/<entry>.ts` with the page's code in it, once, and give the file."""
    outfile = _folder() / f"{entry}.mjs"
    source = FRONTEND / "tests" / f"{entry}.ts"
    subprocess.run(
        ["node", str(FRONTEND / "tests" / "bundle.mjs"), str(source), str(outfile)],
        check=True,
        cwd=FRONTEND,
        timeout=120,
    )
    return outfile


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="tafelkleed-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "node_modules").symlink_to(FRONTEND / "node_modules")
    return folder
