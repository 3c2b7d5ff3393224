"""Coming to a board: a secret or a code becomes a participant of this device."""

from dataclasses import replace
from math import ceil
from typing import Annotated, Self

from fastapi import APIRouter, Response
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request

from server.access import room_code
from server.access.bucket import Buckets
from server.access.invitation import Standing, standing
from server.access.roles import Role
from server.access.secret import digest, new_id, pin_digest, same
from server.api.devices import address_of, remember, token_of
from server.api.doors import ForAnyone
from server.api.house import House, InHouse
from server.api.wire import Name, Wire
from server.errors import AppError, Refusal
from server.live.session import Door
from server.store import boards, invitations, participants
from server.store.invitations import Invitation
from server.store.participants import Participant

router = APIRouter()
KEY_LIMIT = 200
MOST_WAITING = 50
REFUSALS = {Standing.EXPIRED: Refusal.EXPIRED, Standing.REVOKED: Refusal.REVOKED}
# the bucket of all addresses together
ALL = "all"

Key = Annotated[str, Field(min_length=1, max_length=KEY_LIMIT)]


class Join(Wire):
    """A key to a board, as whom one comes, and the PIN where the board asks one."""

    secret: Key | None = None
    code: Key | None = None
    name: Name = ""
    ticket: bool = False
    pin: Key | None = None

    @model_validator(mode="after")
    def one_key(self) -> Self:
        """Refuse both keys, and none."""
        if (self.secret is None) == (self.code is None):
            raise PydanticCustomError("one_of_both", "exactly one of secret and code")
        return self


class Joined(Wire):
    """Where one sits now, and as whom; `ticket` admits one socket within thirty seconds.

    `waiting`: one stands before the door until a facilitator opens it.
    """

    board: str
    role: Role
    participant: str
    name: str
    seat: str | None
    ticket: str | None = None
    waiting: bool = False


@router.post("/api/join", dependencies=[ForAnyone])
async def join(asked: Join, request: Request, response: Response, house: InHouse) -> Joined:
    """Exchange the secret of an invitation, or a room code, for a place at its board."""
    address = address_of(request)
    refuse_guessing(house, address)
    invitation = await _opened(house, asked)
    if invitation is None:
        note_wrong(house, address)
        raise AppError(Refusal.WRONG_SECRET)
    token = token_of(request)
    waits = False
    if _is_guest(invitation, asked) and not await _sits_here(house, invitation, token):
        await _refuse_wrong_pin(house, invitation.board, asked.pin, address)
        waits = (await house.hub.session(invitation.board)).door is Door.SHUT
    participant = await seated(house, invitation, token, name=asked.name, waits=waits)
    remember(request, response, house.settings, token)
    ticket = house.tickets.give(participant.id, house.seconds()) if asked.ticket else None
    return Joined(
        board=participant.board,
        role=Role(participant.role),
        participant=participant.id,
        name=participant.name,
        seat=participant.seat,
        ticket=ticket,
        waiting=participant.waits_since is not None,
    )


async def seated(
    house: House, invitation: Invitation, token: str, *, name: str = "", waits: bool = False
) -> Participant:
    """Let a device in by an invitation that holds, or let it wait before the door."""
    now = house.clock()
    new = Participant(
        id=new_id(),
        board=invitation.board,
        device_hash=digest(token),
        role=invitation.role,
        name=name,
        seat=None,
        invitation=invitation.id,
        joined_at=now,
    )
    async with house.database.write() as connection:
        await boards.lock(connection, invitation.board)
        if waits:
            await refuse_crowd(connection, invitation.board)
            new = replace(new, waits_since=now)
        participant = await participants.join(connection, new)
        await boards.touch(connection, invitation.board, now)
    await house.hub.refresh(invitation.board)
    return participant


def refuse_guessing(house: House, address: str) -> None:
    """Refuse an address that tried too many wrong keys, or everyone when all together did."""
    now = house.seconds()
    seconds = max(
        house.guards.wrong.wait(address, now),
        house.guards.all_wrong.wait(ALL, now),
    )
    refuse_until(seconds)


def note_wrong(house: House, address: str) -> None:
    """Count a wrong key; right ones cost nothing, so that a full table can come in at once."""
    house.guards.wrong.take(address, house.seconds())
    house.guards.all_wrong.take(ALL, house.seconds())


def refuse_often(buckets: Buckets, address: str, now: float) -> None:
    """Count a try of `address`, or refuse it."""
    refuse_until(buckets.wait(address, now))
    buckets.take(address, now)


def refuse_until(seconds: float) -> None:
    """Refuse if there is time to wait, and say how long."""
    if seconds > 0:
        whole = ceil(seconds)
        headers = {"Retry-After": str(whole)}
        raise AppError(Refusal.TOO_MANY_TRIES, words={"seconds": whole}, headers=headers)


async def _opened(house: House, asked: Join) -> Invitation | None:
    """Give the invitation that a key opens; None for a wrong key."""
    async with house.database.read() as connection:
        if asked.secret is not None:
            invitation = await invitations.by_secret(connection, digest(asked.secret))
        else:
            code = room_code.normal(asked.code or "")
            if code is None:
                return None
            invitation = await invitations.by_code(connection, digest(code))
    if invitation is None:
        return None
    stands = standing(
        expires_at=invitation.expires_at, revoked_at=invitation.revoked_at, now=house.clock()
    )
    if stands is not Standing.VALID:
        raise AppError(REFUSALS[stands])
    return invitation


def _is_guest(invitation: Invitation, asked: Join) -> bool:
    """Say whether door and PIN are for this one: participants, and whoever comes by code."""
    return asked.code is not None or invitation.role == Role.PARTICIPANT


async def _sits_here(house: House, invitation: Invitation, token: str) -> bool:
    """Say whether this device sits at the board already, in the role of the invitation."""
    async with house.database.read() as connection:
        known = await participants.at_board(connection, invitation.board, digest(token))
    same_role = (one for one in known if one.role == invitation.role)
    return any(one.removed_at is None and one.waits_since is None for one in same_role)


async def refuse_crowd(connection: AsyncConnection, board: str) -> None:
    """Refuse one more before a door where many wait already."""
    if len(await participants.waiting_at(connection, board)) >= MOST_WAITING:
        raise AppError(Refusal.DOOR_SHUT)


async def _refuse_wrong_pin(house: House, board: str, pin: str | None, address: str) -> None:
    """Refuse who does not know a board's PIN, where it has one; guesses count as wrong keys."""
    async with house.database.read() as connection:
        wanted = await boards.pin_hash(connection, board)
    if not wanted:
        return
    if pin is None:
        raise AppError(Refusal.PIN_WANTED)
    if not same(pin_digest(board, pin), wanted):
        note_wrong(house, address)
        raise AppError(Refusal.WRONG_PIN)
