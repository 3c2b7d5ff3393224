"""The people at a board: one's own name and seat, and what a facilitator does for others."""

from typing import Any

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncConnection

from server.access.roles import Role
from server.api.doors import Leads, TakesSeat
from server.api.house import House, InHouse
from server.api.wire import Id, Name, Wire
from server.errors import AppError, Refusal
from server.store import boards, participants
from server.store.participants import Participant

router = APIRouter()


class Place(Wire):
    """How one is called and where one sits; a seat of null means: without a seat."""

    name: Name | None = None
    seat: Id | None = None


class Person(Wire):
    """Somebody at a board, as the others see them."""

    id: str
    name: str
    seat: str | None
    role: Role


@router.patch("/api/boards/{board}/me")
async def change_me(asked: Place, caller: TakesSeat, house: InHouse) -> Person:
    """Take another name or seat; a seat where somebody else sits is refused."""
    return await _placed(house, caller.participant, asked)


@router.patch("/api/boards/{board}/people/{participant}")
async def change_person(participant: str, asked: Place, caller: Leads, house: InHouse) -> Person:
    """Give somebody another name or seat, or free the seat of who does not come back."""
    async with house.database.read() as connection:
        someone = await _at(connection, caller.board.id, participant)
    return await _placed(house, someone, asked)


@router.delete("/api/boards/{board}/people/{participant}", status_code=204)
async def remove_person(participant: str, caller: Leads, house: InHouse) -> None:
    """Take somebody off the board: their seat is free, their socket closed, their words stay."""
    async with house.database.write() as connection:
        await _at(connection, caller.board.id, participant)
        gone = {"removed_at": house.clock(), "seat": None}
        await participants.change(connection, participant, gone)
    await house.hub.close_participant(participant)
    await house.hub.refresh(caller.board.id)


async def _placed(house: House, someone: Participant, asked: Place) -> Person:
    """Change somebody's place, unless the seat is not there or taken."""
    changes: dict[str, Any] = asked.model_dump(exclude_unset=True)
    if changes.get("name", "") is None:
        del changes["name"]
    seat = changes.get("seat")
    if seat is not None:
        await _refuse_unknown_seat(house, someone.board, seat)
    async with house.database.write() as connection:
        await boards.lock(connection, someone.board)
        if seat is not None:
            await _refuse_taken_seat(connection, someone, seat)
        await participants.change(connection, someone.id, changes)
        after = await participants.get(connection, someone.id)
    await house.hub.refresh(someone.board)
    return Person(id=after.id, name=after.name, seat=after.seat, role=Role(after.role))


async def _refuse_unknown_seat(house: House, board: str, seat: str) -> None:
    cut = await house.hub.read(board)
    if seat not in cut.board.seats:
        raise AppError(Refusal.UNKNOWN_SEAT)


async def _refuse_taken_seat(connection: AsyncConnection, someone: Participant, seat: str) -> None:
    """Refuse a seat of somebody else; one device in two roles is one body."""
    others = await participants.of_board(connection, someone.board)
    if any(p.seat == seat and p.device_hash != someone.device_hash for p in others):
        raise AppError(Refusal.SEAT_TAKEN)


async def _at(connection: AsyncConnection, board: str, participant: str) -> Participant:
    known = await participants.of_board(connection, board)
    found = next((one for one in known if one.id == participant), None)
    if found is None:
        raise AppError(Refusal.UNKNOWN_PARTICIPANT)
    return found
