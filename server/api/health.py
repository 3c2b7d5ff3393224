"""Whether the server lives, and whether it can take people in."""

import logging
from typing import Any

from fastapi import APIRouter
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server import log
from server.api.doors import ForAnyone
from server.api.house import InHouse
from server.errors import AppError, Refusal

router = APIRouter()
logger = logging.getLogger(__name__)


@router.get("/health/live", dependencies=[ForAnyone])
async def live() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "ok"}


@router.get("/health/ready", dependencies=[ForAnyone])
async def ready(house: InHouse) -> dict[str, Any]:
    """Say that the database answers and the store takes writes; 503 if not."""
    status = house.hub.status()
    try:
        async with house.database.read() as connection:
            await connection.execute(text("select 1"))
    except (SQLAlchemyError, OSError) as error:
        log.event(logger, "not_ready", level=logging.WARNING, kind=type(error).__name__)
        raise AppError(Refusal.STORE_AWAY) from error
    if status.store_away:
        raise AppError(Refusal.STORE_AWAY)
    return {"status": "ok", "rooms": status.rooms, "peers": status.peers}
