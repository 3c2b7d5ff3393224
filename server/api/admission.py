"""Who may come to a board by socket: by cookie from our own pages, or with a ticket."""

import logging

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import HTTPConnection

from server import log
from server.access.cookie import COOKIE
from server.access.roles import Right, Role, may
from server.access.tickets import ticket_of
from server.api.doors import Caller, caller_at, is_ours
from server.api.house import House
from server.api.language import language_of, texts
from server.errors import AppError, Refusal
from server.live.websocket import SUBPROTOCOL, Admit, Refused
from server.store import boards, participants
from server.sync.passes import Pass

logger = logging.getLogger(__name__)
REVOKED, FORBIDDEN, GONE, RENEWED = 4401, 4403, 4404, 4409
ANEW = "Het kleed is vernieuwd."
TRY_AGAIN = 1013
CODES = {
    Refusal.NOT_JOINED: REVOKED,
    Refusal.REMOVED: REVOKED,
    Refusal.UNKNOWN_BOARD: GONE,
    Refusal.STORE_AWAY: TRY_AGAIN,
}
OPEN_PARTICIPANT = "open"


def by_invitation(house: House) -> Admit:
    """Give the rule of an ordinary server: only who joined comes in."""

    async def admit(connection: HTTPConnection) -> Pass | Refused:
        try:
            caller = await _caller(house, connection)
        except AppError as error:
            return _refused(error, connection)
        except (SQLAlchemyError, OSError) as error:
            log.event(logger, "admission_failed", level=logging.WARNING, kind=type(error).__name__)
            return _refused(AppError(Refusal.STORE_AWAY), connection)
        if is_of_before(connection, caller.board.epoch):
            return Refused(RENEWED, ANEW)
        return pass_of(caller, speaks=speaks(connection))

    return admit


async def everyone(connection: HTTPConnection) -> Pass | Refused:
    """Let every peer in as one and the same participant: for one machine by itself."""
    return Pass(
        participant=OPEN_PARTICIPANT,
        name="",
        seat=None,
        role=Role.PARTICIPANT,
        may_write=True,
        speaks=speaks(connection),
        facilitator=False,
    )


def pass_of(caller: Caller, *, speaks: bool) -> Pass:
    """Give the pass of who was let in; viewers and projectors never write."""
    someone = caller.participant
    return Pass(
        participant=someone.id,
        name=someone.name,
        seat=someone.seat,
        role=caller.role,
        may_write=may(caller.role, Right.WRITE),
        speaks=speaks,
        facilitator=may(caller.role, Right.LEAD),
    )


def speaks(connection: HTTPConnection) -> bool:
    """Say whether a peer offers our additions to the protocol."""
    return SUBPROTOCOL in connection.scope.get("subprotocols", [])


def is_of_before(connection: HTTPConnection, epoch: int) -> bool:
    """Say whether a peer says that its copy is of another epoch than the board."""
    told = connection.query_params.get("epoch")
    return told is not None and told != str(epoch)


async def _caller(house: House, connection: HTTPConnection) -> Caller:
    board: str = connection.path_params["board"]
    if "\0" in board:
        raise AppError(Refusal.UNKNOWN_BOARD)
    ticket = ticket_of(connection.scope.get("subprotocols", []))
    if ticket is not None:
        return await _holder(house, board, ticket)
    # a browser always says where it comes from; whoever cannot uses a ticket
    if not is_ours(connection, connection.headers.get("origin", "")):
        raise AppError(Refusal.CROSS_ORIGIN)
    wish = connection.query_params.get("as")
    if wish is not None and wish not in list(Role):
        raise AppError(Refusal.FORBIDDEN)
    token = connection.cookies.get(COOKIE)
    return await caller_at(house, board, token, None if wish is None else Role(wish))


async def _holder(house: House, board: str, ticket: str) -> Caller:
    """Give whom a ticket admits to a board, as things stand now."""
    holder = house.tickets.use(ticket, house.seconds())
    async with house.database.read() as connection:
        record = await boards.find(connection, board)
        someone = await participants.find(connection, holder) if holder else None
    if record is None:
        raise AppError(Refusal.UNKNOWN_BOARD)
    if someone is None or someone.board != board:
        raise AppError(Refusal.NOT_JOINED)
    if someone.removed_at is not None:
        raise AppError(Refusal.REMOVED)
    if someone.waits_since is not None:
        raise AppError(Refusal.WAITING)
    return Caller(record, someone, (Role(someone.role),))


def _refused(error: AppError, connection: HTTPConnection) -> Refused:
    title, _ = texts(language_of(connection)).REFUSALS[error.refusal]
    return Refused(CODES.get(error.refusal, FORBIDDEN), title)
