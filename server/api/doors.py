"""The doors of the API: who asks, in which role, and whether that role allows it.

Every route stands behind exactly one door, `anyone` or `Needs(right)`; the app does not start
with a route that has none.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, FastAPI, Query
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from starlette.requests import HTTPConnection, Request

from server.access.cookie import COOKIE
from server.access.origin import same_origin
from server.access.roles import Right, Role, highest, may
from server.access.secret import digest
from server.api.house import House, InHouse, house_of
from server.errors import AppError, Refusal
from server.store import boards, participants
from server.store.boards import BoardRecord
from server.store.participants import Participant

SYNC_PATH = "/sync/{board:path}"
# the socket asks `admission`; the description of the API is for everyone
OWN_DOOR = {SYNC_PATH, "/api/openapi.json"}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
AsRole = Annotated[Role | None, Query(alias="as", description="act in one of the roles held")]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks something of a board, and in which roles this device is known there."""

    board: BoardRecord
    participant: Participant
    held: tuple[Role, ...]

    @property
    def role(self) -> Role:
        """Give the role in which the caller acts."""
        return Role(self.participant.role)


def threshold(request: Request) -> None:
    """Refuse what another site makes a browser do here; goes before every door.

    Whoever sends no `Origin` is no browser, or only reads. An address with a NUL is refused too,
    since no database can look for one.
    """
    if "\0" in request.scope["path"]:
        raise AppError(Refusal.UNKNOWN_ROUTE)
    origin = request.headers.get("origin")
    if request.method not in SAFE_METHODS and origin and not is_ours(request, origin):
        raise AppError(Refusal.CROSS_ORIGIN)


def anyone() -> None:
    """Let everyone pass."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Let pass who is at the board of the path in a role that has `right`; give the caller."""

    right: Right

    async def __call__(
        self, request: Request, house: InHouse, board: str, as_role: AsRole = None
    ) -> Caller:
        """Give who asks, or refuse."""
        caller = await caller_at(house, board, request.cookies.get(COOKIE), as_role)
        if not may(caller.role, self.right):
            raise AppError(Refusal.FORBIDDEN)
        return caller


SeesBoard = Annotated[Caller, Depends(Needs(Right.SEE))]
TakesSeat = Annotated[Caller, Depends(Needs(Right.BE_SEATED))]
ReadsSnapshots = Annotated[Caller, Depends(Needs(Right.READ_SNAPSHOTS))]
ShowsWayIn = Annotated[Caller, Depends(Needs(Right.SHOW_WAY_IN))]
Leads = Annotated[Caller, Depends(Needs(Right.LEAD))]
ForAnyone = Depends(anyone)


async def caller_at(house: House, board: str, token: str | None, as_role: Role | None) -> Caller:
    """Give who a device is at a board, in the role asked for or the highest it holds."""
    async with house.database.read() as connection:
        record = await boards.find(connection, board)
        if record is None:
            raise AppError(Refusal.UNKNOWN_BOARD)
        known = await participants.at_board(connection, board, digest(token or ""))
    present = {Role(p.role): p for p in known if p.removed_at is None and p.waits_since is None}
    waits = {Role(p.role) for p in known if p.waits_since is not None and p.removed_at is None}
    role = as_role or highest(present)
    if not known:
        raise AppError(Refusal.NOT_JOINED)
    if role in waits or (role is None and waits):
        raise AppError(Refusal.WAITING)
    if role is None:
        raise AppError(Refusal.REMOVED)
    if role not in present:
        raise AppError(Refusal.FORBIDDEN)
    return Caller(record, present[role], tuple(present))


def is_ours(connection: HTTPConnection, origin: str) -> bool:
    """Say whether an `Origin` is this server: as it was addressed, or as it is known outside."""
    public = house_of(connection).settings.public_url
    return same_origin(origin, addressed(connection)) or same_origin(origin, public)


def addressed(connection: HTTPConnection) -> str:
    """Give scheme and host to which a request was made."""
    return f"{connection.url.scheme}://{connection.headers.get('host', '')}"


def refuse_open_doors(app: FastAPI) -> None:
    """Raise if a route stands behind no door, or behind several; deny by default."""
    for route in iter_route_contexts(app.routes):
        dependant = getattr(route, "dependant", None)
        doors = set(doors_of(dependant)) if dependant else set()
        if len(doors) != 1 and route.path not in OWN_DOOR:
            raise ValueError(f"{route.path} needs exactly one door")


def doors_of(dependant: Dependant) -> Iterator[Hashable]:
    """Give every door before a route, as FastAPI knows its dependencies."""
    for part in dependant.dependencies:
        if part.call is anyone or isinstance(part.call, Needs):
            yield part.call
        yield from doors_of(part)
