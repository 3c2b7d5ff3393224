"""The words for measures, findings and exports, so that each sentence stands in one place."""

from typing import Any

from fastapi import APIRouter, Response

from board.wording import WORDINGS
from server.api.doors import ForAnyone
from server.errors import AppError, Refusal

router = APIRouter()
KEPT = "public, max-age=300"


@router.get("/api/wording/{lang}", dependencies=[ForAnyone])
async def words(lang: str, response: Response) -> dict[str, Any]:
    """Give labels and explanations in Dutch (nl) or English (en)."""
    if lang not in WORDINGS:
        raise AppError(Refusal.UNKNOWN_LANGUAGE)
    response.headers["Cache-Control"] = KEPT
    return dict(WORDINGS[lang])
