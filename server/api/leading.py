"""How a facilitator leads: locks for one, attention, the walk, the projector and the script."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from board.schema import SEAT_LIMIT, Phase
from server.api.doors import Leads, TakesSeat
from server.api.house import InHouse
from server.api.people import known_at
from server.api.session import SessionJson, changed
from server.api.wire import Text, Wire, changes_of
from server.live.leading import (
    Call,
    GoOn,
    Grade,
    Paper,
    Plan,
    Project,
    Region,
    Release,
    SetPlan,
    StartTour,
    StartWalk,
    Stride,
)
from server.live.session import SetLocks, SetReady

router = APIRouter()
PATH = "/api/boards/{board}/session"
TARGET_LIMIT = 80
LONGEST_PLAN = 24 * 60
Target = Annotated[str, Field(min_length=1, max_length=TARGET_LIMIT)]
Seats = Annotated[tuple[Target, ...], Field(min_length=1, max_length=SEAT_LIMIT)]


class Readiness(Wire):
    """Whether one is done writing."""

    ready: bool


class Locks(Wire):
    """What holds for one person alone: writing held up, the locks of the step lifted."""

    paused: bool | None = None
    free: bool | None = None


class Calling(Wire):
    """To what attention is drawn, and how strongly."""

    grade: Grade
    target: Target


class Walking(Wire):
    """Along which seats, and how long at each."""

    seats: Seats
    seconds: float = Field(45, ge=5, le=600)


class Striding(Wire):
    """Where a walk goes on to."""

    stride: Stride


class Projecting(Wire):
    """What the projector is to show; a region ends its tour, what is left out stays."""

    region: Region | None = None
    target: Target | None = None
    paper: Paper | None = None
    code: bool | None = None


class Planned(Wire):
    """Minutes and notes for one step, for facilitators alone."""

    minutes: int | None = Field(None, ge=1, le=LONGEST_PLAN)
    note: Text = ""


@router.put("/api/boards/{board}/me/ready")
async def set_ready(asked: Readiness, caller: TakesSeat, house: InHouse) -> SessionJson:
    """Say that one is done writing, or not after all; facilitators see who, others how many."""
    return await changed(house, caller, SetReady(caller.participant.id, asked.ready))


@router.patch("/api/boards/{board}/people/{participant}/locks")
async def set_locks(participant: str, asked: Locks, caller: Leads, house: InHouse) -> SessionJson:
    """Hold up somebody's writing, or lift the locks of the step for them."""
    async with house.database.read() as connection:
        await known_at(connection, caller.board.id, participant)
    return await changed(house, caller, SetLocks(participant, asked.paused, asked.free))


@router.put(PATH + "/attention")
async def call(asked: Calling, caller: Leads, house: InHouse) -> SessionJson:
    """Draw everyone's attention to one thing or seat."""
    return await changed(house, caller, Call(asked.grade, asked.target))


@router.delete(PATH + "/attention")
async def release(caller: Leads, house: InHouse) -> SessionJson:
    """Let everyone look where they want again."""
    return await changed(house, caller, Release())


@router.put(PATH + "/walk")
async def walk(asked: Walking, caller: Leads, house: InHouse) -> SessionJson:
    """Walk round together: everyone looks at one rim after another."""
    return await changed(house, caller, StartWalk(asked.seats, asked.seconds))


@router.post(PATH + "/walk")
async def go_on(asked: Striding, caller: Leads, house: InHouse) -> SessionJson:
    """Go to the next rim or the one before, or stop the walk."""
    return await changed(house, caller, GoOn(asked.stride))


@router.patch(PATH + "/projector")
async def project(asked: Projecting, caller: Leads, house: InHouse) -> SessionJson:
    """Let every projector at the board show something else."""
    return await changed(house, caller, Project(**changes_of(asked)))


@router.put(PATH + "/projector/tour")
async def tour(asked: Walking, caller: Leads, house: InHouse) -> SessionJson:
    """Let the projector go along the rims."""
    return await changed(house, caller, StartTour(asked.seats, asked.seconds))


@router.put(PATH + "/script/{phase}")
async def plan(phase: Phase, asked: Planned, caller: Leads, house: InHouse) -> SessionJson:
    """Keep minutes and notes for a step."""
    return await changed(house, caller, SetPlan(Plan(phase, asked.minutes, asked.note)))
