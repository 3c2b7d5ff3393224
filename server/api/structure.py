"""The position structure of the board as it lies there now: a preview for the facilitator."""

from typing import Any

from anyio import to_thread
from fastapi import APIRouter

from server.api.doors import Leads
from server.api.house import InHouse
from server.api.moments import live_moment

router = APIRouter()


@router.get("/api/boards/{board}/structure")
async def preview(caller: Leads, house: InHouse) -> dict[str, Any]:
    """Give the position structure as a snapshot taken now would show it."""
    cut = await house.hub.read(caller.board.id)
    now = house.clock()
    made = await to_thread.run_sync(live_moment, caller.board.id, cut.board, now)
    return dict(made.structure)
