"""Boards that come of a board: people's own cloths, and those to which schakels are invited."""

from collections.abc import Collection
from dataclasses import replace
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Response
from pydantic import Field, StringConstraints
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request

from board.edits import empty_board
from board.model import Board, Ingredient
from board.schema import SEAT_LIMIT, Pen, Phase
from server.access.roles import Right, Role, highest, may
from server.access.secret import new_id
from server.api.boards import SEATS, Made, founded, new_record, opened
from server.api.devices import address_of
from server.api.doors import Caller, Leads, ReadsSnapshots, TakesSeat
from server.api.foundation import first_update
from server.api.house import House, InHouse
from server.api.join import refuse_often
from server.api.wire import Id, Text, Title, Wire
from server.errors import AppError, Refusal
from server.live.session import Cloths, Session, to_text
from server.store import boards, participants
from server.store.boards import BoardRecord, FirstUpdate
from server.store.participants import Participant

router = APIRouter()
MY_CLOTH = "/api/boards/{board}/me/cloth"
ONLY_SEAT = "s1"


class Kin(Wire):
    """A board above or below; `role`: in which this device may open it, null for not at all.

    `actor`: the schakel on the upper board to whom the lower one was offered.
    """

    id: str
    title: str
    actor: str | None
    role: Role | None


class Family(Wire):
    """Of which board a board came, which came of it, and how many write on a cloth of their own."""

    parent: Kin | None
    children: list[Kin]
    own_cloths: int


class NewChild(Wire):
    """A board for a schakel, about a theme."""

    actor: Id
    theme: Annotated[Text, StringConstraints(min_length=1)]
    title: Title = ""
    seats: int = Field(SEATS, ge=1, le=SEAT_LIMIT)


class OwnSlip(Wire):
    """A slip on one's own cloth."""

    id: str
    text: str
    pen: Pen


class OwnCloth(Wire):
    """One's own cloth beside a board, null for none, and the slips on it in reading order."""

    board: str | None
    slips: list[OwnSlip]


@router.get("/api/boards/{board}/family")
async def family(caller: ReadsSnapshots, house: InHouse) -> Family:
    """Give how a board is related to others."""
    here = caller.board
    async with house.database.read() as connection:
        above = await boards.find(connection, here.parent) if here.parent else None
        below = await boards.children(connection, here.id)
        mine = await participants.of_device(connection, caller.participant.device_hash)
    own = [child for child in below if child.parent_participant is not None]
    return Family(
        parent=_kin(above, here.parent_actor, mine) if above else None,
        children=[_kin(one, one.parent_actor, mine) for one in below if one not in own],
        own_cloths=len(own) if may(caller.role, Right.LEAD) else 0,
    )


@router.post("/api/boards/{board}/children", status_code=201)
async def make_child(
    asked: NewChild, request: Request, response: Response, caller: Leads, house: InHouse
) -> Made:
    """Make a board for a schakel, kept no longer than this one; this device leads it at first."""
    cut = await house.hub.read(caller.board.id)
    if asked.actor not in cut.board.actors:
        raise AppError(Refusal.UNKNOWN_ACTOR)
    refuse_often(house.guards.boards, address_of(request), house.seconds())
    record = replace(
        new_record(house, asked.title or asked.theme, keep_days=caller.board.keep_days),
        parent=caller.board.id,
        parent_actor=asked.actor,
    )
    content = empty_board(asked.theme, asked.seats)
    return await opened(house, request, response, await founded(house, record, content))


@router.get(MY_CLOTH)
async def my_cloth(caller: TakesSeat, house: InHouse) -> OwnCloth:
    """Give what one wrote on a cloth of one's own beside this board; nobody else can ask it."""
    async with house.database.read() as connection:
        own = await boards.own_cloth(connection, caller.board.id, caller.participant.id)
    if own is None:
        return OwnCloth(board=None, slips=[])
    slips = (await house.hub.read(own.id)).board.ingredients
    return OwnCloth(
        board=own.id,
        slips=[OwnSlip(id=i, text=slips[i].text, pen=slips[i].pen) for i in _read(slips.values())],
    )


@router.post(MY_CLOTH)
async def open_my_cloth(caller: TakesSeat, house: InHouse) -> OwnCloth:
    """Have a cloth of one's own beside this board, where that step is on or one had it before."""
    session = await house.hub.session(caller.board.id)
    joint = (await house.hub.read(caller.board.id)).board
    first = await to_thread.run_sync(first_update, small_cloth(joint, caller.participant.seat))
    async with house.database.write() as connection:
        await boards.lock(connection, caller.board.id)
        own = await boards.own_cloth(connection, caller.board.id, caller.participant.id)
        if own is None and session.cloths is not Cloths.OWN:
            raise AppError(Refusal.WRONG_MOMENT)
        own = own or await _laid_out(connection, house, caller, first)
        await _sit_alone(connection, house, own, caller.participant)
    await house.hub.refresh(caller.board.id)
    return await my_cloth(caller, house)


def small_cloth(joint: Board, seat: str | None) -> Board:
    """Give a cloth for one on the same theme, with the felt-tips of a seat at the joint one."""
    cloth = empty_board(joint.theme.text, 1)
    known = joint.seats.get(seat or "")
    if known is None or not known.pens:
        return cloth
    own = replace(cloth.seats[ONLY_SEAT], pens=known.pens)
    return replace(cloth, seats={ONLY_SEAT: own})


async def _laid_out(
    connection: AsyncConnection, house: House, caller: Caller, first: FirstUpdate
) -> BoardRecord:
    """Make the caller's own cloth, to which there is no invitation."""
    record = replace(
        new_record(house, caller.board.title, keep_days=caller.board.keep_days),
        parent=caller.board.id,
        parent_participant=caller.participant.id,
    )
    session = Session(phase=Phase.RIM, cloths=Cloths.OWN)
    await boards.create(connection, record, first, to_text(session))
    return record


async def _sit_alone(
    connection: AsyncConnection, house: House, own: BoardRecord, someone: Participant
) -> None:
    """Seat the device that somebody has now at their own cloth; one they had before is out."""
    for there in await participants.of_board(connection, own.id):
        device = {"device_hash": someone.device_hash, "name": someone.name}
        await participants.change(connection, there.id, device)
        return
    writer = replace(
        someone,
        id=new_id(),
        board=own.id,
        role=Role.PARTICIPANT,
        seat=ONLY_SEAT,
        invitation=None,
        joined_at=house.clock(),
    )
    await participants.join(connection, writer)


def _kin(record: BoardRecord, actor: str | None, mine: list[Participant]) -> Kin:
    held = highest(Role(one.role) for one in mine if one.board == record.id)
    return Kin(id=record.id, title=record.title, actor=actor, role=held)


def _read(slips: Collection[Ingredient]) -> list[str]:
    """Give slips in reading order: row by row, those without a place last."""
    placed = sorted((s for s in slips if s.at), key=lambda s: (s.at or (0, 0))[::-1])
    return [s.id for s in (*placed, *(s for s in slips if not s.at))]
