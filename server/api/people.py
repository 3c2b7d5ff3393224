"""The people at a board: one's own name and seat, and what a facilitator does for others."""

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncConnection

from server.access.roles import Role
from server.api.doors import Leads, TakesSeat
from server.api.house import House, InHouse
from server.api.wire import Id, Name, Wire
from server.errors import AppError, Refusal
from server.live.session import Log
from server.store import boards, participants
from server.store.participants import Participant

router = APIRouter()


class Place(Wire):
    """How one is called and where one sits; a seat of null means: without a seat."""

    name: Name | None = None
    seat: Id | None = None


class GivenPlace(Place):
    """A place that a facilitator gives; `together`: with whoever sits there already."""

    together: bool = False


class OwnPlace(Place):
    """One's own place; `or_next`: where somebody sits already, the next free seat will do."""

    or_next: bool = False


class Person(Wire):
    """Somebody at a board, as the others see them."""

    id: str
    name: str
    seat: str | None
    role: Role


@router.patch("/api/boards/{board}/me")
async def change_me(asked: OwnPlace, caller: TakesSeat, house: InHouse) -> Person:
    """Take another name or seat; a seat where somebody else sits is refused, or the next given."""
    return await _placed(house, caller.participant, asked, or_next=asked.or_next)


@router.patch("/api/boards/{board}/people/{participant}")
async def change_person(
    participant: str, asked: GivenPlace, caller: Leads, house: InHouse
) -> Person:
    """Give somebody another name or seat, or free the seat of who does not come back."""
    async with house.database.read() as connection:
        someone = await known_at(connection, caller.board.id, participant)
    return await _placed(house, someone, asked, together=asked.together)


@router.delete("/api/boards/{board}/people/{participant}", status_code=204)
async def remove_person(participant: str, caller: Leads, house: InHouse) -> None:
    """Take somebody off the board: their seat is free, their socket closed, their words stay."""
    async with house.database.write() as connection:
        await known_at(connection, caller.board.id, participant)
        gone = {"removed_at": house.clock(), "seat": None}
        await participants.change(connection, participant, gone)
    await house.hub.close_participant(participant)
    await house.hub.change_session(
        caller.board.id, Log("removed", participant, caller.participant.id)
    )


async def readmit(house: House, board: str, participant: str) -> None:
    """Let somebody who was taken off come back, to the seat that is free then."""
    async with house.database.write() as connection:
        someone = await participants.find(connection, participant)
        if someone is None or someone.board != board:
            raise AppError(Refusal.UNKNOWN_PARTICIPANT)
        await participants.change(connection, participant, {"removed_at": None})
    await house.hub.refresh(board)


async def _placed(
    house: House,
    someone: Participant,
    asked: Place,
    *,
    or_next: bool = False,
    together: bool = False,
) -> Person:
    """Change somebody's place, unless the seat is not there or taken."""
    changes = asked.model_dump(exclude_unset=True, include={"name", "seat"})
    if changes.get("name", "") is None:
        del changes["name"]
    wish = changes.get("seat")
    around = [] if wish is None else await _seats_around(house, someone.board, wish)
    async with house.database.write() as connection:
        await boards.lock(connection, someone.board)
        if wish is not None:
            others = [] if together else await _others(connection, someone)
            changes["seat"] = seat_for(around, others, or_next=or_next)
        await participants.change(connection, someone.id, changes)
        after = await participants.get(connection, someone.id)
    await house.hub.refresh(someone.board)
    return person_of(after)


def person_of(someone: Participant) -> Person:
    """Give somebody as the others see them."""
    return Person(id=someone.id, name=someone.name, seat=someone.seat, role=Role(someone.role))


def seat_for(around: Sequence[str], taken: Sequence[str], *, or_next: bool) -> str:
    """Give the seat that somebody gets who asks for the first of `around`.

    With `or_next` that is the next free one; where all are taken people move up: the seat with
    the fewest at it, of those the nearest.
    """
    at_each = Counter(taken)
    if not at_each[around[0]]:
        return around[0]
    if not or_next:
        raise AppError(Refusal.SEAT_TAKEN)
    return min(around, key=lambda seat: at_each[seat])


async def _seats_around(house: House, board: str, wish: str) -> list[str]:
    """Give the seats in their order around the table, from the one that is wished for."""
    seats = (await house.hub.read(board)).board.seats
    if wish not in seats:
        raise AppError(Refusal.UNKNOWN_SEAT)
    order = sorted(seats, key=lambda seat: (seats[seat].angle, seat))
    at = order.index(wish)
    return order[at:] + order[:at]


async def _others(connection: AsyncConnection, someone: Participant) -> list[str]:
    """Give where others sit; one device in two roles is one body."""
    known = await participants.of_board(connection, someone.board)
    return [p.seat for p in known if p.seat and p.device_hash != someone.device_hash]


async def known_at(connection: AsyncConnection, board: str, participant: str) -> Participant:
    """Give somebody at a board, or refuse."""
    known = await participants.of_board(connection, board)
    found = next((one for one in known if one.id == participant), None)
    if found is None:
        raise AppError(Refusal.UNKNOWN_PARTICIPANT)
    return found
