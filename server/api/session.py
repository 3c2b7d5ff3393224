"""The session of a board: what the facilitator decides for everyone at the table."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from fastapi import APIRouter
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from board.schema import Phase, Silence
from server.api.doors import Caller, Leads, SeesBoard
from server.api.house import House, InHouse
from server.api.wire import Wire, changes_of
from server.live.session import (
    AddTime,
    Arrange,
    Command,
    Door,
    PauseClock,
    ResumeClock,
    StartClock,
    StopClock,
)

router = APIRouter()
CLOCK_LIMIT = 24 * 3600
SessionJson = dict[str, Any]


class SessionChange(Wire):
    """What a facilitator may set; what is left out stays as it is."""

    phase: Phase | None = None
    silence: Silence | None = None
    turned: bool | None = None
    door: Door | None = None
    names_covered: bool | None = None
    writing: bool | None = None


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
async def arrange(asked: SessionChange, caller: Leads, house: InHouse) -> SessionJson:
    """Set step, silence, door and the like for everyone."""
    return await _changed(house, caller, Arrange(**changes_of(asked)))


@router.post("/api/boards/{board}/session/clock")
async def set_clock(asked: ClockChange, caller: Leads, house: InHouse) -> SessionJson:
    """Start, hold, lengthen or stop the one clock of the table."""
    return await _changed(house, caller, asked.command())


async def _changed(house: House, caller: Caller, command: Command) -> SessionJson:
    await house.hub.change_session(caller.board.id, command)
    return await house.hub.session_json(caller.board.id, caller.participant.id)
