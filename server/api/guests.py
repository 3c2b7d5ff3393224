"""Who comes in late or again: the waiting room, returning by another device, co-hosts, the PIN."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from pydantic import StringConstraints
from sqlalchemy.ext.asyncio import AsyncConnection

from server.access.roles import Role
from server.access.secret import new_id, pin_digest
from server.api.doors import Leads
from server.api.house import InHouse
from server.api.people import Person, known_at, person_of
from server.api.wire import Id, Wire
from server.errors import AppError, Refusal
from server.store import boards, participants
from server.store.participants import Participant

router = APIRouter()
WAITING = "/api/boards/{board}/waiting"
Pin = Annotated[str, StringConstraints(pattern=r"^[0-9]{4,8}$")]


class Returning(Wire):
    """In whose place somebody comes who was in before."""

    participant: Id


class PinWish(Wire):
    """The PIN that newcomers must know; null for none."""

    pin: Pin | None


class Admitted(Wire):
    """How many came in."""

    count: int


@router.post(WAITING)
async def admit_all(caller: Leads, house: InHouse) -> Admitted:
    """Let in everyone who waits before the door."""
    async with house.database.write() as connection:
        count = await participants.admit(connection, caller.board.id, None)
    await house.hub.refresh(caller.board.id)
    return Admitted(count=count)


@router.post(WAITING + "/{participant}")
async def admit(participant: str, caller: Leads, house: InHouse) -> Person:
    """Let in one who waits before the door."""
    async with house.database.write() as connection:
        if not await participants.admit(connection, caller.board.id, participant):
            raise AppError(Refusal.UNKNOWN_PARTICIPANT)
        someone = await participants.get(connection, participant)
    await house.hub.refresh(caller.board.id)
    return person_of(someone)


@router.delete(WAITING + "/{participant}", status_code=204)
async def send_away(participant: str, caller: Leads, house: InHouse) -> None:
    """Send away one who waits before the door."""
    async with house.database.write() as connection:
        await _waiting_at(connection, caller.board.id, participant)
        await participants.change(connection, participant, {"removed_at": house.clock()})
    await house.hub.refresh(caller.board.id)


@router.post(WAITING + "/{participant}/returns")
async def take_back(participant: str, asked: Returning, caller: Leads, house: InHouse) -> Person:
    """Let one who waits take up a place they had: name, seat and words; the old device is out."""
    async with house.database.write() as connection:
        await boards.lock(connection, caller.board.id)
        newcomer = await _waiting_at(connection, caller.board.id, participant)
        known = await known_at(connection, caller.board.id, asked.participant)
        if known.role != newcomer.role:
            raise AppError(Refusal.NOT_THE_SAME)
        await participants.hand_over(connection, newcomer, known)
    await house.hub.close_participant(known.id)
    await house.hub.refresh(caller.board.id)
    return person_of(known)


@router.post("/api/boards/{board}/people/{participant}/cohost", status_code=201)
async def make_cohost(participant: str, caller: Leads, house: InHouse) -> Person:
    """Let somebody lead too, by the device they have, with the name and seat they have."""
    async with house.database.write() as connection:
        someone = await known_at(connection, caller.board.id, participant)
        host = replace(
            someone, id=new_id(), role=Role.FACILITATOR, invitation=None, joined_at=house.clock()
        )
        made = await participants.join(connection, host)
        await participants.change(connection, made.id, {"seat": someone.seat})
    await house.hub.refresh(caller.board.id)
    return person_of(replace(made, seat=someone.seat))


@router.put("/api/boards/{board}/pin", status_code=204)
async def set_pin(asked: PinWish, caller: Leads, house: InHouse) -> None:
    """Ask newcomers for a PIN from now on, or no longer."""
    board = caller.board.id
    kept = "" if asked.pin is None else pin_digest(board, asked.pin)
    async with house.database.write() as connection:
        await boards.change(connection, board, {"pin_hash": kept})


async def _waiting_at(connection: AsyncConnection, board: str, participant: str) -> Participant:
    waiting = await participants.waiting_at(connection, board)
    found = next((one for one in waiting if one.id == participant), None)
    if found is None:
        raise AppError(Refusal.UNKNOWN_PARTICIPANT)
    return found
