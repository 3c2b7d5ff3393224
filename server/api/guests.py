"""Who comes in late or again: the waiting room, returning by another device, co-hosts, the PIN."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from pydantic import StringConstraints
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request

from server.access.cookie import COOKIE
from server.access.roles import Role
from server.access.secret import digest, new_id, pin_digest
from server.api.doors import ForAnyone, Leads
from server.api.house import InHouse
from server.api.join import refuse_crowd
from server.api.people import Person, known_at, person_of
from server.api.wire import Id, Name, Wire
from server.errors import AppError, Refusal
from server.store import boards, participants
from server.store.participants import Participant

router = APIRouter()
WAITING = "/api/boards/{board}/waiting"
Pin = Annotated[str, StringConstraints(pattern=r"^[0-9]{4,8}$")]


class ComingBack(Wire):
    """By which name somebody was known here who comes by another device."""

    name: Name = ""


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


@router.post("/api/boards/{board}/me/returning", status_code=204, dependencies=[ForAnyone])
async def come_back(board: str, asked: ComingBack, request: Request, house: InHouse) -> None:
    """Say that one sat here before, by another device: one waits until that is confirmed."""
    async with house.database.write() as connection:
        await boards.lock(connection, board)
        someone = await _guest_at(connection, board, request.cookies.get(COOKIE, ""))
        changes: dict[str, object] = {"name": asked.name or someone.name, "returns": True}
        if someone.waits_since is None:
            await refuse_crowd(connection, board)
            changes |= {"waits_since": house.clock(), "seat": None}
        await participants.change(connection, someone.id, changes)
    await house.hub.close_participant(someone.id)
    await house.hub.refresh(board)


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


async def _guest_at(connection: AsyncConnection, board: str, token: str) -> Participant:
    """Give the participant that a device is, inside or before the door, or refuse."""
    known = await participants.at_board(connection, board, digest(token))
    inside = (one for one in known if one.removed_at is None and one.role == Role.PARTICIPANT)
    found = next(inside, None)
    if found is None:
        raise AppError(Refusal.NOT_JOINED)
    return found


async def _waiting_at(connection: AsyncConnection, board: str, participant: str) -> Participant:
    waiting = await participants.waiting_at(connection, board)
    found = next((one for one in waiting if one.id == participant), None)
    if found is None:
        raise AppError(Refusal.UNKNOWN_PARTICIPANT)
    return found
