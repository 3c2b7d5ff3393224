"""Whether an invitation still holds."""

from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """How an invitation stands."""

    VALID = "valid"
    REVOKED = "revoked"
    EXPIRED = "expired"


def standing(
    *, expires_at: datetime | None, revoked_at: datetime | None, now: datetime
) -> Standing:
    """Say how an invitation stands at a moment; withdrawn counts for more than too old."""
    if revoked_at is not None:
        return Standing.REVOKED
    if expires_at is not None and expires_at <= now:
        return Standing.EXPIRED
    return Standing.VALID
