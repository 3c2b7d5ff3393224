"""The thresholds a group sets for its analysis, and the order of positions to the core."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from board.analysis.settings import Settings
from board.schema import POSITION_ORDER, Position
from server.api.doors import Leads, SeesBoard
from server.api.house import InHouse
from server.api.wire import Wire
from server.store import boards

router = APIRouter()
PATH = "/api/boards/{board}/thresholds"
Steps = Annotated[int, Field(ge=0, le=len(Position) - 1)]
Order = Annotated[dict[Position, Steps], Field(min_length=len(Position))]
_PLAIN = Settings()


class Thresholds(Wire):
    """From when on a finding is one, and how far each position lies from the core."""

    thin_thread: int = Field(_PLAIN.thin_thread, ge=1, le=100)
    seat_coverage: float = Field(_PLAIN.seat_coverage, ge=0, le=1)
    stale_after: int = Field(_PLAIN.stale_after, ge=1, le=20)
    position_order: Order = Field(default_factory=lambda: dict(POSITION_ORDER))


def settings_of(text: str) -> Settings:
    """Give the settings of the analysis that are kept as `text`."""
    kept = Thresholds.model_validate_json(text)
    return Settings(
        thin_thread=kept.thin_thread,
        seat_coverage=kept.seat_coverage,
        stale_after=kept.stale_after,
        position_order=kept.position_order,
    )


@router.get(PATH)
async def show(caller: SeesBoard) -> Thresholds:
    """Give the thresholds by which a board is analysed."""
    return Thresholds.model_validate_json(caller.board.analysis)


@router.put(PATH)
async def put(asked: Thresholds, caller: Leads, house: InHouse) -> Thresholds:
    """Set the thresholds; snapshots keep those that held when they were taken."""
    text = asked.model_dump_json(by_alias=True)
    async with house.database.write() as connection:
        await boards.change(connection, caller.board.id, {"analysis": text})
    return asked
