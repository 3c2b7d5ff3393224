"""What was acknowledged outlives a power cut, which SIGKILL cannot show."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from server.store.database import PRAGMAS
from server.store.sqlite_log import SqliteLog
from tests.builders.power import Acknowledged, Tape, cut, taped
from tests.builders.stores import NOW, an_append, opened

BATCHES, CUTS = 120, 300
# SQLite moves its log into the database so often here, and not every 1000 pages, to be cut then
PAGES = 20


@pytest.fixture
async def written(sqlite_url, request):
    """The tape of a log that wrote batches, and the updates it acknowledged, in order."""
    pragmas = {**PRAGMAS, "wal_autocheckpoint": PAGES, "synchronous": request.param}
    async with opened(sqlite_url, "b1"):
        pass
    url, chance = make_url(sqlite_url), random.Random(1)
    log, updates = SqliteLog(url), []
    with taped(Path(url.database), pragmas) as (connection, tape):
        log._connection = connection
        for _ in range(BATCHES):
            batch = [chance.randbytes(chance.randint(1, 3000)) for _ in range(chance.randint(1, 5))]
            assert None not in await log.write([an_append(update) for update in batch], NOW)
            updates += batch
            tape.steps.append(Acknowledged(len(updates)))
        await log.close()
    return tape, updates


def lost(tape: Tape, updates: list[bytes], seed: int, folder) -> bool:
    """Cut the power and open what is left; say whether an acknowledged update is gone."""
    files, told = cut(tape, random.Random(seed))
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with closing(sqlite3.connect(folder / "tafelkleed.db")) as left:
        try:
            found = left.execute("SELECT payload FROM updates ORDER BY seq").fetchall()
            whole = left.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            (head,) = left.execute("SELECT head FROM boards").fetchone()
        except sqlite3.DatabaseError:
            return True
    kept = [payload for (payload,) in found]
    return not (whole and head == len(kept) >= told and kept == updates[: len(kept)])


@pytest.mark.parametrize("written", [PRAGMAS["synchronous"]], indirect=True)
def test_nothing_acknowledged_is_lost_when_the_power_fails(written, tmp_path):
    tape, updates = written
    assert [seed for seed in range(CUTS) if lost(tape, updates, seed, tmp_path / str(seed))] == []


@pytest.mark.parametrize("written", ["NORMAL", "OFF"], indirect=True)
def test_it_would_be_with_less_care(written, tmp_path):
    tape, updates = written
    assert any(lost(tape, updates, seed, tmp_path / str(seed)) for seed in range(CUTS))
