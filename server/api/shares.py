"""Read-only pages of one snapshot, for whoever was not at the table, until a certain day."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from anyio import to_thread
from fastapi import APIRouter
from pydantic import AwareDatetime

from board.export.cover import shown
from board.export.moment import Moment
from board.render.fabric import structure_svg
from server.access.invitation import Standing, standing
from server.access.secret import digest, new_id, new_secret
from server.api.doors import ForAnyone, Leads
from server.api.house import InHouse
from server.api.moments import known_snapshot, moment
from server.api.wire import Language, Title, Wire
from server.errors import AppError, Refusal
from server.store import shares
from server.store.shares import Share
from server.store.snapshots import Snapshot

router = APIRouter()
PATH = "/api/boards/{board}/shares"
LONGEST = timedelta(days=366)


class NewShare(Wire):
    """A snapshot to share until a day; names stay covered unless asked otherwise."""

    snapshot: str
    expires_at: AwareDatetime
    names: bool = False
    label: Title = ""


class ShareKept(Wire):
    """A share without its secret."""

    id: str
    snapshot: str
    label: str
    names: bool
    created_at: datetime
    expires_at: datetime
    standing: Standing


class ShareMade(ShareKept):
    """A new share; its link is shown this once."""

    link: str


class Shared(Wire):
    """One snapshot to read; title and note only when names may be seen. `picture` is an SVG."""

    title: str
    note: str
    taken_at: datetime
    expires_at: datetime
    phase: str
    hash: str
    names: bool
    structure: dict[str, Any]
    picture: str


class Asked(Wire):
    """The secret of a share, from the fragment of its link."""

    secret: str


@router.get(PATH)
async def listed(caller: Leads, house: InHouse) -> list[ShareKept]:
    """Give the shares of a board, newest first."""
    async with house.database.read() as connection:
        known = await shares.of_board(connection, caller.board.id)
    return [ShareKept(**_told(one, house.clock())) for one in known]


@router.post(PATH, status_code=201)
async def add(asked: NewShare, caller: Leads, house: InHouse) -> ShareMade:
    """Share a snapshot; the link is shown this once."""
    now = house.clock()
    if not now < asked.expires_at <= now + LONGEST:
        raise AppError(Refusal.IN_THE_PAST)
    secret = new_secret()
    async with house.database.write() as connection:
        found = await known_snapshot(connection, caller.board.id, asked.snapshot)
        share = Share(
            id=new_id(),
            board=caller.board.id,
            snapshot=found.id,
            label=asked.label,
            names=asked.names,
            created_at=now,
            expires_at=asked.expires_at,
        )
        await shares.create(connection, share, digest(secret))
    return ShareMade(**_told(share, now), link=f"/gedeeld#{secret}")


@router.delete(PATH + "/{share}", status_code=204)
async def withdraw(share: str, caller: Leads, house: InHouse) -> None:
    """Withdraw a share at once; whoever has the page open keeps what they read."""
    async with house.database.write() as connection:
        if not await shares.revoke(connection, caller.board.id, share, house.clock()):
            raise AppError(Refusal.UNKNOWN_SHARE)


@router.post("/api/shared", dependencies=[ForAnyone])
async def read(asked: Asked, house: InHouse, lang: Language = "nl") -> Shared:
    """Give the snapshot that a secret opens, as long as it is shared."""
    async with house.database.read() as connection:
        share = await shares.by_secret(connection, digest(asked.secret))
    if share is None:
        raise AppError(Refusal.WRONG_SECRET)
    held = standing(expires_at=share.expires_at, revoked_at=share.revoked_at, now=house.clock())
    if held is not Standing.VALID:
        raise AppError(Refusal.REVOKED if held is Standing.REVOKED else Refusal.EXPIRED)
    found, made = await moment(house, share.board, share.snapshot)
    return await to_thread.run_sync(partial(_shown, share, found, made, lang))


def _shown(share: Share, found: Snapshot, made: Moment, lang: Language) -> Shared:
    seen = shown(made, names=share.names, language=lang)
    return Shared(
        title=found.title if share.names else "",
        note=found.note if share.names else "",
        taken_at=found.taken_at,
        expires_at=share.expires_at,
        phase=found.phase,
        hash=found.hash,
        names=share.names,
        structure=dict(seen.structure),
        picture=structure_svg(dict(seen.structure), lang),
    )


def _told(share: Share, now: datetime) -> dict[str, Any]:
    return {
        "id": share.id,
        "snapshot": share.snapshot,
        "label": share.label,
        "names": share.names,
        "created_at": share.created_at,
        "expires_at": share.expires_at,
        "standing": standing(expires_at=share.expires_at, revoked_at=share.revoked_at, now=now),
    }
