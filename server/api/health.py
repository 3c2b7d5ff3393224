"""Whether the server lives, and whether it can take people in."""

from typing import Any

from fastapi import APIRouter
from sqlalchemy import text

from server.api.doors import ForAnyone
from server.api.house import InHouse
from server.errors import AppError, Refusal

router = APIRouter()


@router.get("/health/live", dependencies=[ForAnyone])
async def live() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "ok"}


@router.get("/health/ready", dependencies=[ForAnyone])
async def ready(house: InHouse) -> dict[str, Any]:
    """Say that the database answers and the store takes writes; 503 if not."""
    status = house.hub.status()
    async with house.database.read() as connection:
        await connection.execute(text("select 1"))
    if status.store_away:
        raise AppError(Refusal.STORE_AWAY)
    return {"status": "ok", "rooms": status.rooms, "peers": status.peers}
