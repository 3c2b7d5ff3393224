"""Programs for Node that tests run beside the server."""

import subprocess
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"


def bundle(entry: str, into: Path) -> Path:
    """Bundle `frontend/tests/<entry>.ts` with the page's code in it and give the file."""
    outfile = into / f"{entry}.mjs"
    source = FRONTEND / "tests" / f"{entry}.ts"
    subprocess.run(
        ["node", str(FRONTEND / "tests" / "bundle.mjs"), str(source), str(outfile)],
        check=True,
        cwd=FRONTEND,
        timeout=120,
    )
    link = into / "node_modules"
    if not link.exists():
        link.symlink_to(FRONTEND / "node_modules")
    return outfile
