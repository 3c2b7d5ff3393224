"""The position structure of the board as it lies there now: a preview for the facilitator."""

from typing import Any

from fastapi import APIRouter

from server.api.doors import Leads
from server.api.house import InHouse
from server.api.moments import present

router = APIRouter()


@router.get("/api/boards/{board}/structure")
async def preview(caller: Leads, house: InHouse) -> dict[str, Any]:
    """Give the position structure as a snapshot taken now would show it."""
    return dict((await present(house, caller.board)).structure)
