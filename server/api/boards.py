"""Boards: making one, and what a device needs to know of those it holds."""

from datetime import datetime, timedelta
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Header, Response
from pydantic import Field, StringConstraints
from starlette.requests import Request

from board.edits import empty_board
from board.model import Board
from board.schema import SEAT_LIMIT, Cloth, Instrument
from server.access.cookie import COOKIE
from server.access.roles import Role, highest
from server.access.secret import digest, new_id, same
from server.api.devices import address_of, forget, remember, token_of
from server.api.doors import Caller, ForAnyone, Leads, SeesBoard
from server.api.foundation import Founded, first_update, found
from server.api.house import House, InHouse
from server.api.join import refuse_often, seated
from server.api.problems import too_big
from server.api.wire import KeepDays, Text, Title, Wire, changes_of
from server.errors import AppError, Refusal
from server.store import boards, participants
from server.store.boards import BoardRecord

router = APIRouter()
SEATS = 6
A_DAY = timedelta(days=1)
CreationKey = Annotated[str, Header(alias="Tafelkleed-Creation-Key")]


class NewBoard(Wire):
    """What a new board begins with."""

    theme: Annotated[Text, StringConstraints(min_length=1)]
    title: Title = ""
    seats: int = Field(SEATS, ge=1, le=SEAT_LIMIT)
    cloth: Cloth = Cloth.RECTANGLE
    purpose: Text = ""
    keep_days: KeepDays | None = None


class Named(Wire):
    """A board by id and title."""

    id: str
    title: str


class Made(Wire):
    """A new board and the ways in, which are shown this once."""

    board: Named
    links: dict[Role, str]
    participant: str


class Held(Wire):
    """A board this device holds, and its highest role there."""

    id: str
    title: str
    role: Role


class BoardHere(Wire):
    """One board, as this device knows it."""

    id: str
    title: str
    purpose: str
    keep_days: int
    role: Role
    roles: list[Role]
    participant: str
    instrument: Instrument
    has_pin: bool


class BoardChange(Wire):
    """What a facilitator may change of a board itself."""

    title: Annotated[Title, StringConstraints(min_length=1)] | None = None
    purpose: Text | None = None
    keep_days: KeepDays | None = None


@router.post("/api/boards", status_code=201, dependencies=[ForAnyone])
async def make(
    asked: NewBoard,
    request: Request,
    response: Response,
    house: InHouse,
    creation_key: CreationKey = "",
) -> Made:
    """Make a board; this device becomes its facilitator."""
    refuse_making(house, request, creation_key)
    content = empty_board(asked.theme, asked.seats, asked.cloth)
    record = new_record(
        house, asked.title or asked.theme, purpose=asked.purpose, keep_days=asked.keep_days
    )
    return await opened(house, request, response, await founded(house, record, content))


@router.get("/api/boards", dependencies=[ForAnyone])
async def held(request: Request, house: InHouse) -> list[Held]:
    """Give the boards this device holds, last used first; a device never seen holds none."""
    device = digest(request.cookies.get(COOKIE, ""))
    async with house.database.read() as connection:
        known = await participants.of_device(connection, device)
        records = [await boards.find(connection, board) for board in {p.board for p in known}]
    roles = {r.id: [Role(p.role) for p in known if p.board == r.id] for r in records if r}
    newest = sorted((r for r in records if r and r.parent_participant is None), key=_used_at)
    return [
        Held(id=record.id, title=record.title, role=role)
        for record in reversed(newest)
        if (role := highest(roles[record.id]))
    ]


def _used_at(record: BoardRecord) -> datetime:
    return record.used_at


@router.delete("/api/boards", status_code=204, dependencies=[ForAnyone])
async def let_go(request: Request, response: Response, house: InHouse) -> None:
    """Let this device forget all boards it holds; the boards and their people stay."""
    forget(request, response, house.settings)


@router.get("/api/boards/{board}")
async def one(caller: SeesBoard, house: InHouse) -> BoardHere:
    """Give one board, and as whom this device sits there."""
    await _note_use(house, caller.board)
    cut = await house.hub.read(caller.board.id)
    return BoardHere(
        id=caller.board.id,
        title=caller.board.title,
        purpose=caller.board.purpose,
        keep_days=caller.board.keep_days,
        role=caller.role,
        roles=list(caller.held),
        participant=caller.participant.id,
        instrument=cut.board.instrument,
        has_pin=caller.board.has_pin,
    )


@router.patch("/api/boards/{board}")
async def change(asked: BoardChange, caller: Leads, house: InHouse) -> BoardHere:
    """Give a board another title, purpose or time of keeping."""
    async with house.database.write() as connection:
        await boards.change(connection, caller.board.id, changes_of(asked))
        record = await boards.find(connection, caller.board.id)
    await house.hub.refresh(caller.board.id)
    return await one(Caller(record or caller.board, caller.participant, caller.held), house)


async def _note_use(house: House, board: BoardRecord) -> None:
    """Count opening a board as using it, once a day: whoever only looks keeps it alive too."""
    now = house.clock()
    if now - board.used_at > A_DAY:
        async with house.database.write() as connection:
            await boards.touch(connection, board.id, now)


def refuse_making(house: House, request: Request, creation_key: str) -> None:
    """Refuse a new board without the key, where one is asked for, or too many of them."""
    wanted = house.settings.creation_key
    if wanted and not same(creation_key, wanted.get_secret_value()):
        raise AppError(Refusal.WRONG_CREATION_KEY)
    refuse_often(house.guards.boards, address_of(request), house.seconds())


def new_record(
    house: House, title: str, *, purpose: str = "", keep_days: int | None = None
) -> BoardRecord:
    """Give the record of a board that is made now."""
    now = house.clock()
    return BoardRecord(
        id=new_id(),
        title=title,
        purpose=purpose,
        keep_days=keep_days or house.settings.keep_days,
        created_at=now,
        used_at=now,
    )


async def founded(house: House, record: BoardRecord, content: Board) -> Founded:
    """Make a board with what lies on it."""
    first = await to_thread.run_sync(first_update, content)
    limit = house.settings.limit_board_bytes
    if len(first.payload) > limit:
        raise too_big(limit)
    async with house.database.write() as connection:
        return await found(connection, record, first)


async def opened(house: House, request: Request, response: Response, made: Founded) -> Made:
    """Let the device that made a board sit down as its facilitator; give it the ways in."""
    token = token_of(request)
    invitation = made.ways[Role.FACILITATOR].invitation
    participant = await seated(house, invitation, token)
    remember(request, response, house.settings, token)
    return Made(
        board=Named(id=made.board.id, title=made.board.title),
        links=made.links,
        participant=participant.id,
    )
