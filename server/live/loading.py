"""From the store to a room, to who is gathered around it, and to a board that can be read."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from board.document import read
from board.model import Board
from server.live.gathering import Gathering, Person, Waiting
from server.live.runner import StoredState
from server.live.session import from_text
from server.live.shape import shape
from server.live.tail import Tail
from server.store import participants, tables
from server.store.database import Database
from server.store.tables import boards
from server.store.updates import Stored, UnknownBoard, load
from server.sync.limits import Limits
from server.sync.replica import Replica, Watch
from server.sync.room import Loaded, Room

SHAPE = shape()


@dataclass(frozen=True, slots=True)
class Cut:
    """A board at one moment, of which everything is durable up to `seq`."""

    board: Board
    state: bytes
    epoch: int
    seq: int


@dataclass(frozen=True, slots=True)
class Care:
    """How careful a room must be: it was reset, or some updates broke it before."""

    distrusted: bool = False
    poisons: frozenset[str] = frozenset()
    watch: Watch | None = None


async def build_room(stored: Stored, limits: Limits, care: Care) -> tuple[Room, Tail]:
    """Build a room of a board's log. Takes long for a large board, but not the loop's time."""
    careful = care.distrusted or bool(care.poisons)
    loaded = Loaded(stored.doc_updates, stored.bindings, careful, care.poisons, care.watch)
    return await asyncio.to_thread(Room, SHAPE, limits, loaded), _tail(stored)


async def load_cut(database: Database, board: str) -> Cut:
    """Read a board that is not running."""
    stored = await load(database, board)
    replica = await asyncio.to_thread(Replica, stored.doc_updates)
    return await cut_of(StoredState(replica.since({}), stored.epoch, stored.head))


async def cut_of(stored: StoredState) -> Cut:
    """Read what lies on a board from a copy of its document, so that the room can go on."""
    board = await asyncio.to_thread(lambda: read(Replica([stored.state]).doc).board)
    return Cut(board, stored.state, stored.epoch, stored.seq)


async def gather(database: Database, board: str) -> Gathering:
    """Read who belongs to a board, and its session."""
    async with database.read() as connection:
        record = await _record(connection, board)
        known = await participants.of_board(connection, board)
        before_door = await participants.waiting_at(connection, board)
    people = tuple(Person(one.id, one.name, one.seat, one.role) for one in known)
    waiting = tuple(Waiting(w.id, w.name, w.role, w.returns) for w in before_door)
    session = from_text(record.session)
    own_of = None if record.parent_participant is None else record.parent
    return Gathering(board, record.title, session, people, record.epoch, waiting, own_of)


async def came_by(database: Database, invitation: str) -> frozenset[str]:
    """Read who came by an invitation, those who were removed too."""
    query = select(tables.participants.c.id).where(tables.participants.c.invitation == invitation)
    async with database.read() as connection:
        return frozenset((await connection.execute(query)).scalars())


async def _record(
    connection: AsyncConnection, board: str
) -> Row[str, str, int, str | None, str | None]:
    kin = (boards.c.parent, boards.c.parent_participant)
    query = select(boards.c.title, boards.c.session, boards.c.epoch, *kin)
    record = (await connection.execute(query.where(boards.c.id == board))).one_or_none()
    if record is None:
        raise UnknownBoard(board)
    return record


def _tail(stored: Stored) -> Tail:
    return Tail(
        stored.epoch,
        stored.head,
        rows=len(stored.updates),
        size=sum(map(len, stored.updates)),
        checkpoint_size=len(stored.checkpoint.state) if stored.checkpoint else 0,
    )
