"""The session of a board: what the facilitator decides for everyone at the table."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from fastapi import APIRouter
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from starlette.requests import Request

from board.schema import Phase, Silence
from server.api.doors import Caller, Leads, SeesBoard
from server.api.house import House, InHouse
from server.api.language import language_of, texts
from server.api.people import readmit
from server.api.snapshots import take_at_boundary
from server.api.wire import Wire, changes_of
from server.live.clock import AddTime, PauseClock, ResumeClock, StartClock, StopClock
from server.live.leading import entry_of
from server.live.session import Arrange, Cloths, Command, Door, PutBack, Turn
from server.store import boards

router = APIRouter()
CLOCK_LIMIT = 24 * 3600
SessionJson = dict[str, Any]

# of each step, by which a snapshot at its end is called
STEP_NUMBERS: Mapping[Phase, str] = {
    Phase.THEME: "1",
    Phase.RIM: "2a",
    Phase.WALK: "2b",
    Phase.CONNECTORS: "3",
    Phase.CONTACTS: "4",
    Phase.POSITIONS: "5",
    Phase.FREE: "6",
}


class SessionChange(Wire):
    """What a facilitator may set; what is left out stays as it is."""

    phase: Phase | None = None
    silence: Silence | None = None
    turned: bool | None = None
    door: Door | None = None
    names_covered: bool | None = None
    writing: bool | None = None
    all_free: bool | None = None
    cloths: Cloths | None = None


class Countdown(Wire):
    """For how many seconds is counted down."""

    seconds: float = Field(3, ge=0, le=60)


class ClockAction(StrEnum):
    """What can be done with the clock."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    ADD = "add"


TIMED: Mapping[ClockAction, type[StartClock | AddTime]] = {
    ClockAction.START: StartClock,
    ClockAction.ADD: AddTime,
}
UNTIMED: Mapping[ClockAction, Command] = {
    ClockAction.PAUSE: PauseClock(),
    ClockAction.RESUME: ResumeClock(),
    ClockAction.STOP: StopClock(),
}


class ClockChange(Wire):
    """An action on the clock; starting and adding take a number of seconds."""

    action: ClockAction
    seconds: float | None = Field(None, gt=0, le=CLOCK_LIMIT)

    @model_validator(mode="after")
    def seconds_where_needed(self) -> Self:
        """Refuse a start or an addition without seconds."""
        if self.action in TIMED and self.seconds is None:
            raise PydanticCustomError("seconds_missing", "seconds are needed")
        return self

    def command(self) -> Command:
        """Give the command for the session."""
        if self.action in TIMED:
            return TIMED[self.action](self.seconds or 0.0)
        return UNTIMED[self.action]


@router.get("/api/boards/{board}/session")
async def show(caller: SeesBoard, house: InHouse) -> SessionJson:
    """Give the session with the people, as the socket pushes it."""
    return await house.hub.session_json(caller.board.id, caller.participant.id)


@router.patch("/api/boards/{board}/session")
async def arrange(
    asked: SessionChange, request: Request, caller: Leads, house: InHouse
) -> SessionJson:
    """Set step, silence, door and the like for everyone; a step that ends is kept as a snapshot."""
    if asked.phase is not None:
        await _keep_step(house, request, caller, asked.phase)
    command = Arrange(**changes_of(asked), by=caller.participant.id)
    if asked.cloths is not None:
        await _tell_own_cloths(house, caller.board.id, asked.cloths)
    return await changed(house, caller, command)


@router.post("/api/boards/{board}/session/turn")
async def turn(asked: Countdown, caller: Leads, house: InHouse) -> SessionJson:
    """Count down for everyone and then lay all slips open; `turned` set meanwhile stops it."""
    return await changed(house, caller, Turn(asked.seconds))


@router.post("/api/boards/{board}/session/log/{number}/back")
async def put_back(number: int, request: Request, caller: Leads, house: InHouse) -> SessionJson:
    """Put back one thing a facilitator did: a setting, or somebody who was taken off."""
    session = await house.hub.session(caller.board.id)
    entry = entry_of(session.leading, number)
    if entry.what == "phase":
        await _keep_step(house, request, caller, Phase(str(entry.before)))
    if entry.what == "removed":
        await readmit(house, caller.board.id, str(entry.before))
    if entry.what == "cloths":
        await _tell_own_cloths(house, caller.board.id, Cloths(str(entry.before)))
    return await changed(house, caller, PutBack(number, caller.participant.id))


@router.post("/api/boards/{board}/session/clock")
async def set_clock(asked: ClockChange, caller: Leads, house: InHouse) -> SessionJson:
    """Start, hold, lengthen or stop the one clock of the table."""
    return await changed(house, caller, asked.command())


async def _keep_step(house: House, request: Request, caller: Caller, after: Phase) -> None:
    before = (await house.hub.session(caller.board.id)).phase
    if before is not after:
        words = texts(language_of(request)).STEP_ENDED
        await take_at_boundary(house, caller, words.format(step=STEP_NUMBERS[before]))


async def _tell_own_cloths(house: House, board: str, cloths: Cloths) -> None:
    """Have who writes on a cloth of their own know how these stand now."""
    async with house.database.read() as connection:
        below = await boards.children(connection, board)
    for own in below:
        if own.parent_participant is not None:
            await house.hub.change_session(own.id, Arrange(cloths=cloths))


async def changed(house: House, caller: Caller, command: Command) -> SessionJson:
    """Change the session of the caller's board and give it as the caller sees it."""
    await house.hub.change_session(caller.board.id, command)
    return await house.hub.session_json(caller.board.id, caller.participant.id)
