"""Invitations: ways into a board, made and withdrawn by its facilitators."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import AwareDatetime

from server.access.invitation import Standing, standing
from server.access.roles import Role
from server.access.room_code import shown
from server.api.doors import Leads
from server.api.foundation import Wish, invite
from server.api.house import InHouse
from server.api.wire import Title, Wire
from server.errors import AppError, Refusal
from server.store import invitations, participants

router = APIRouter()


class NewInvitation(Wire):
    """A way in for one role; `code` asks for a room code beside the link."""

    role: Role
    label: Title = ""
    expires_at: AwareDatetime | None = None
    code: bool = False


class Invited(Wire):
    """A new way in; link and code are shown this once."""

    id: str
    role: Role
    link: str
    code: str | None = None


class Listed(Wire):
    """An invitation without its secret."""

    id: str
    role: Role
    label: str
    created_at: datetime
    expires_at: datetime | None
    has_code: bool
    standing: Standing


@router.get("/api/boards/{board}/invitations")
async def listed(caller: Leads, house: InHouse) -> list[Listed]:
    """Give the ways into a board, without their secrets."""
    now = house.clock()
    async with house.database.read() as connection:
        known = await invitations.of_board(connection, caller.board.id)
    return [
        Listed(
            id=one.id,
            role=Role(one.role),
            label=one.label,
            created_at=one.created_at,
            expires_at=one.expires_at,
            has_code=one.has_code,
            standing=standing(expires_at=one.expires_at, revoked_at=one.revoked_at, now=now),
        )
        for one in known
    ]


@router.post("/api/boards/{board}/invitations", status_code=201)
async def add(asked: NewInvitation, caller: Leads, house: InHouse) -> Invited:
    """Make a new way in; its link, and its code if it has one, are shown this once."""
    now = house.clock()
    if asked.expires_at is not None and asked.expires_at <= now:
        raise AppError(Refusal.IN_THE_PAST)
    limit = house.settings.limit_invitations_per_board
    wish = Wish(asked.role, asked.label, asked.expires_at, asked.code)
    async with house.database.write() as connection:
        if await invitations.count(connection, caller.board.id) >= limit:
            raise AppError(Refusal.TOO_MANY_INVITATIONS, words={"limit": limit})
        way = await invite(connection, caller.board.id, wish, now)
    return Invited(
        id=way.invitation.id,
        role=asked.role,
        link=way.link,
        code=way.code and shown(way.code),
    )


@router.delete("/api/boards/{board}/invitations/{invitation}", status_code=204)
async def withdraw(invitation: str, caller: Leads, house: InHouse) -> None:
    """Withdraw a way in: who came by it is put out at once, save the one who withdraws it."""
    now = house.clock()
    async with house.database.write() as connection:
        if not await invitations.revoke(connection, caller.board.id, invitation, now):
            raise AppError(Refusal.UNKNOWN_INVITATION)
        await participants.keep_without_invitation(connection, caller.participant.id)
        await participants.remove_by_invitation(connection, invitation, now)
    await house.hub.close_invitation(invitation)
    await house.hub.refresh(caller.board.id)
