"""Who was erased is in no row any more, and comes back with no backup."""

import asyncio
import json

import pytest
from pycrdt import Doc, Map
from sqlalchemy import Text

from board.edits import empty_board, seed
from server.api.foundation import first_update
from server.store import boards, cases, snapshots, updates
from server.store.boards import BoardRecord, FirstUpdate
from server.store.cases import Case
from server.store.database import Database
from server.store.erasing import WRITTEN, Changed, NoName, Wish, erase, replay
from server.store.ledger import Erasure, erasures, note
from server.store.snapshots import Frozen, Snapshot
from server.store.tables import metadata
from server.sync.replica import Replica
from tests.builders.stores import NOW, Pen, an_append, logging_to, opened, rows, run

NAME = "Willemijn Zuurbier"
TABLES = (
    "boards",
    "updates",
    "past",
    "checkpoints",
    "participants",
    "invitations",
    "snapshots",
    "cases",
    "finding_marks",
    "shares",
    "exports",
    "verdicts",
    "agreements",
    "underlays",
)
#: Texts in which nobody writes, so that no name can lie there.
OURS = {"quarantined", "analysis", "totals", "participants", "content", "reason", "finding"}


async def with_somebody(database: Database) -> int:
    """A board with an actor of that name, a snapshot, a case, and a title that tells it."""
    doc: Doc = Doc()
    seed(doc, empty_board("Feest", 2))
    before = doc.get_update()
    pen = Pen(7)
    pen.doc.apply_update(before)
    record = BoardRecord("b1", f"Kleed van {NAME}", "", 90, NOW, NOW)
    async with database.write() as connection:
        await boards.create(connection, record, FirstUpdate(before, doc.client_id, ""))
    named = [
        pen.write("actors", "zuurbier", {"by": "s1"}),
        pen.write("actors", "zuurbier.label", NAME),
        pen.write("actors", "zuurbier.on_cloth", True),
    ]
    frozen = Frozen(NAME, pen.doc.get_update())
    async with database.write() as connection:
        taken = Snapshot("k1", "b1", NAME, "", "free", NOW, None, 1, 4, "sha256:0")
        await snapshots.create(connection, taken, frozen)
    await run(database, "INSERT INTO finding_marks VALUES ('k1', 'f', true, :who, false)", who=NAME)
    session = json.dumps({"leading": {"script": [{"note": f"Bel {NAME}"}]}})
    await run(database, "UPDATE boards SET session = :session", session=session)
    await run(
        database,
        "INSERT INTO shares VALUES ('h1', 'b1', 'k1', 's', :who, false, :at, :at, NULL)",
        who=f"voor {NAME}",
        at=NOW,
    )
    async with logging_to(database) as log:
        await log.write([an_append(u, bindings={7: "ann"}) for u in named], NOW)
    await cases.keep(database, Case("b1", cases.RESET, "f", "", named[1]), NOW)
    return 4


async def everything(database: Database) -> str:
    """All rows there are, as text."""
    found = [await rows(database, f"SELECT * FROM {table}") for table in TABLES]
    return str(found)


def nowhere(_: Erasure) -> None:
    pass


async def test_no_row_holds_the_name_and_the_cloth_reads_iemand(url):
    async with opened(url) as database:
        head = await with_somebody(database)
        assert NAME in await everything(database)
        assert await erase(database, "b1", Wish(actor="zuurbier"), NOW, nowhere) == 2
        assert "Zuurbier" not in await everything(database)
        stored = await updates.load(database, "b1")
        assert (stored.epoch, stored.head, len(stored.updates)) == (2, head, 0)
        actors = Replica(stored.doc_updates).doc.get("actors", type=Map)
        assert actors["zuurbier.label"] == "iemand"


def test_every_text_in_which_people_write_is_rewritten():
    told = {(table.name, name) for table, names in WRITTEN for name in names}
    texts = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Text) and column.name not in OURS
    }
    assert texts == told


async def test_nobody_writes_under_a_client_id_of_before(url):
    async with opened(url) as database:
        await with_somebody(database)
        await erase(database, "b1", Wish(actor="zuurbier"), NOW, nowhere)
        assert set((await updates.load(database, "b1")).bindings.values()) == {"-"}


async def test_who_is_not_there_cannot_be_erased(url):
    async with opened(url) as database:
        await with_somebody(database)
        with pytest.raises(NoName):
            await erase(database, "b1", Wish(actor="nobody"), NOW, nowhere)
        assert (await updates.load(database, "b1")).epoch == 1


async def test_a_word_written_meanwhile_is_not_lost(url):
    async with opened(url) as database, logging_to(database) as log:
        await with_somebody(database)
        late = an_append(Pen(8).slip(1), bindings={8: "bob"})

        def write_late(_: Erasure) -> None:
            asyncio.run_coroutine_threadsafe(log.write([late], NOW), loop).result()

        loop = asyncio.get_running_loop()
        with pytest.raises(Changed):
            await erase(database, "b1", Wish(actor="zuurbier"), NOW, write_late)
        assert len((await updates.load(database, "b1")).updates) == 5


async def test_who_was_erased_is_erased_again_from_a_backup_that_came_back(url, tmp_path):
    file = tmp_path / "erasures.jsonl"
    note(file, Erasure("b1", 2, actor="zuurbier"))
    note(file, Erasure("gone", 2, actor="a1"))
    async with opened(url) as database:
        await with_somebody(database)
        assert await replay(database, file, NOW) == ["b1"]
        assert "Zuurbier" not in await everything(database)
        assert await replay(database, file, NOW) == []


async def test_a_backup_that_came_back_is_erased_from_the_boards_below_too(url, tmp_path):
    file = tmp_path / "erasures.jsonl"
    note(file, Erasure("b1", 2, actor="zuurbier"))
    async with opened(url) as database:
        await with_somebody(database)
        first = first_update(empty_board("Feest", 1))
        own = BoardRecord("b2", f"Van {NAME}", "", 90, NOW, NOW, parent="b1", parent_actor="a1")
        async with database.write() as connection:
            await boards.create(connection, own, first)
        await replay(database, file, NOW)
        assert "Zuurbier" not in await everything(database)


def test_the_ledger_keeps_ids_only_and_forgets_a_line_that_was_cut_off(tmp_path):
    file = tmp_path / "new" / "erasures.jsonl"
    assert erasures(file) == ()
    note(file, Erasure("b1", 2, actor="a1"))
    with file.open("a") as ledger:
        ledger.write('{"board": "b2"')
    assert erasures(file) == (Erasure("b1", 2, "a1", None),)
