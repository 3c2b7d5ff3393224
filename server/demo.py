"""The example board, for a first look: made once, with fresh invitations at every start."""

import json
from datetime import datetime, timedelta
from importlib.resources import files
from io import StringIO

import segno
from sqlalchemy.ext.asyncio import AsyncConnection

from board.document import read_roots
from board.edits import registers
from board.model import Board
from board.neutral import load
from board.schema import Phase
from server.access.roles import Role
from server.access.secret import new_id
from server.api.foundation import Way, Wish, first_update, invite
from server.api.moments import cast
from server.desk import store
from server.live.session import Session, to_text
from server.serving import Place
from server.settings import Settings
from server.store import boards, invitations, snapshots
from server.store.boards import BoardRecord
from server.store.snapshots import Snapshot

BOARD = "voorbeeld"
LABEL = "demo"
EXAMPLE = files("server") / "example" / "vrolijk-groot-worden.json"
ROLES = (Role.FACILITATOR, Role.PARTICIPANT, Role.PROJECTOR)
BETWEEN = timedelta(days=42)
# what the group only found on its second evening: people, ingredients, a tie and positions
LATER = frozenset(
    {
        *("a08", "a09", "a10", "i22", "i23", "i24", "a05~t"),
        *("a01:supplier", "a04:user", "a06:partner", "a07:partner"),
    }
)


async def prepared(settings: Settings, now: datetime) -> dict[Role, Way]:
    """Give fresh ways into the example board, which is made if it is not there yet.

    Secrets are kept as hashes only, so those of the last start cannot be shown again; they are
    withdrawn instead. Whoever came in by them stays.
    """
    async with store(settings) as database, database.write() as connection:
        if await boards.find(connection, BOARD) is None:
            await _make(connection, settings, now)
        await invitations.retire_labelled(connection, BOARD, LABEL, now)
        return {role: await invite(connection, BOARD, Wish(role, LABEL), now) for role in ROLES}


async def _make(connection: AsyncConnection, settings: Settings, now: datetime) -> None:
    content = load(json.loads(EXAMPLE.read_text())).board
    record = BoardRecord(
        id=BOARD,
        title=content.theme.text,
        purpose="",
        keep_days=settings.keep_days,
        created_at=now,
        used_at=now,
    )
    # all steps of the example have been taken: everything lies open, everything may be tried
    steps = to_text(Session(phase=Phase.FREE, turned=True))
    await boards.create(connection, record, first_update(content), steps)
    await _freeze(connection, "Eerste avond", first_evening(content), now - BETWEEN)
    await _freeze(connection, "Tweede avond", content, now)


async def _freeze(connection: AsyncConnection, title: str, board: Board, at: datetime) -> None:
    made = cast(board, first_update(board).payload)
    snapshot = Snapshot(
        id=new_id(),
        board=BOARD,
        title=title,
        note="",
        phase=Phase.POSITIONS,
        taken_at=at,
        taken_by=None,
        epoch=1,
        seq=1,
        hash=made.hash,
        totals=made.totals,
    )
    await snapshots.create(connection, snapshot, made.frozen)


def first_evening(board: Board) -> Board:
    """Give the example as it may have lain when the group first met.

    Whatever refers to what was not found yet is left out with it.
    """
    lay = {
        root: {key: value for key, value in entries.items() if key.split(".")[0] not in LATER}
        for root, entries in registers(board).items()
    }
    return read_roots(lay).board


def welcome(place: Place, ways: dict[Role, Way], public_url: str) -> str:
    """Give what the terminal shows: addresses, links, and a code to scan."""
    here = public_url or place.here
    shared = public_url or place.nearby or place.here
    out = StringIO()
    participant = shared + ways[Role.PARTICIPANT].link
    out.write(
        f"\nTafelkleed is at {here}\n\n"
        f"  facilitator  {here}{ways[Role.FACILITATOR].link}\n"
        f"  participant  {participant}\n"
        f"  projector    {shared}{ways[Role.PROJECTOR].link}\n\n"
        "Scan to sit down at the table:\n\n"
    )
    segno.make(participant, error="l").terminal(out=out, compact=True, border=2)
    out.write("\nStop with Ctrl-C.\n")
    return out.getvalue()
