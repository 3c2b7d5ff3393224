"""Who was erased where, by ids only, kept beside the database: a backup restored knows nothing.

One line of JSON for each: board, epoch after it, and the id of the actor or participant.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Erasure:
    """That a person was erased from a board, which is of `epoch` since."""

    board: str
    epoch: int
    actor: str | None = None
    participant: str | None = None


def note(file: Path, erasure: Erasure) -> None:
    """Add a line, on the disk when this returns."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as ledger:
        ledger.write(json.dumps(asdict(erasure)) + "\n")
        ledger.flush()
        os.fsync(ledger.fileno())


def erasures(file: Path) -> Sequence[Erasure]:
    """Give all that was erased, in order; a last line that was cut off does not count."""
    if not file.exists():
        return ()
    lines = file.read_text(encoding="utf-8").split("\n")[:-1]
    return tuple(Erasure(**json.loads(line)) for line in lines if line)
