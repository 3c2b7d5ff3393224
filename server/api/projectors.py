"""Pairing a projector: it shows four digits, a facilitator types them, and it is at the board."""

from datetime import datetime, timedelta

from fastapi import APIRouter, Response
from pydantic import Field
from starlette.requests import Request

from server.access.pairing import Screen
from server.access.roles import Role
from server.access.secret import new_secret
from server.api.devices import address_of, remember, token_of
from server.api.doors import ForAnyone, Leads, ShowsWayIn
from server.api.foundation import Wish, invite
from server.api.house import InHouse
from server.api.join import note_wrong, refuse_guessing, refuse_often, seated
from server.api.wire import Wire
from server.errors import AppError, Refusal
from server.store import invitations

router = APIRouter()
CODE_HOURS = 12


class Shown(Wire):
    """The digits a screen shows, and the secret by which it asks whether it was paired."""

    code: str
    secret: str


class Asking(Wire):
    """The secret of a screen."""

    secret: str = Field(min_length=1, max_length=200)


class Paired(Wire):
    """At which board a screen is now; null while nobody typed its digits."""

    board: str | None


class Digits(Wire):
    """What stands on the screen."""

    code: str = Field(pattern=r"^[0-9]{4}$")


class WayIn(Wire):
    """A way in for newcomers: its path, the code one can say aloud, and until when it holds."""

    link: str
    code: str
    expires_at: datetime


@router.post("/api/projectors", status_code=201, dependencies=[ForAnyone])
async def show(request: Request, house: InHouse) -> Shown:
    """Give a screen four digits to show; they hold for ten minutes."""
    refuse_often(house.guards.screens, address_of(request), house.seconds())
    secret = new_secret()
    code = house.pairings.show(secret, house.seconds())
    if code is None:
        raise AppError(Refusal.TOO_MANY_TRIES, words={"seconds": 60})
    return Shown(code=code, secret=secret)


@router.post("/api/projectors/paired", dependencies=[ForAnyone])
async def ask(asked: Asking, request: Request, response: Response, house: InHouse) -> Paired:
    """Say whether a screen was paired; then it joins the board with its device."""
    screen = house.pairings.look(asked.secret, house.seconds())
    if screen is None:
        raise AppError(Refusal.UNKNOWN_PROJECTOR)
    if screen.invitation is None:
        return Paired(board=None)
    async with house.database.read() as connection:
        invitation = await invitations.find(connection, screen.invitation)
    if invitation is None or invitation.revoked_at is not None:
        raise AppError(Refusal.REVOKED)
    token = token_of(request)
    await seated(house, invitation, token)
    remember(request, response, house.settings, token)
    return Paired(board=invitation.board)


@router.post("/api/boards/{board}/projectors", status_code=204)
async def pair(asked: Digits, request: Request, caller: Leads, house: InHouse) -> None:
    """Let the screen that shows these digits show this board."""
    address = address_of(request)
    refuse_guessing(house, address)
    secret = house.pairings.secret_of(asked.code, house.seconds())
    if secret is None:
        note_wrong(house, address)
        raise AppError(Refusal.UNKNOWN_PROJECTOR)
    async with house.database.write() as connection:
        wish = Wish(Role.PROJECTOR, label=f"Beamer {asked.code}")
        way = await invite(connection, caller.board.id, wish, house.clock())
    house.pairings.pair(secret, Screen(asked.code, way.invitation.id))


@router.post("/api/boards/{board}/projectors/way", status_code=201)
async def way_in(caller: ShowsWayIn, house: InHouse) -> WayIn:
    """Give a way in to show in a corner, to a projector that is to show one."""
    session = await house.hub.session(caller.board.id)
    if not session.leading.projector.code:
        raise AppError(Refusal.WRONG_MOMENT)
    now = house.clock()
    limit = house.settings.limit_invitations_per_board
    until = now + timedelta(hours=CODE_HOURS)
    wish = Wish(Role.PARTICIPANT, "Beamer", until, with_code=True)
    async with house.database.write() as connection:
        if await invitations.count(connection, caller.board.id) >= limit:
            raise AppError(Refusal.TOO_MANY_INVITATIONS, words={"limit": limit})
        way = await invite(connection, caller.board.id, wish, now)
    return WayIn(link=way.link, code=way.code or "", expires_at=until)
