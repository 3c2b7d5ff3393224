"""Erasing a person: their name becomes "iemand" throughout, on the cloth and in its past."""

import logging
from functools import partial
from typing import Annotated, Self

from fastapi import APIRouter
from pydantic import Field, StringConstraints, model_validator

from server import log
from server.api.admission import ANEW, RENEWED
from server.api.doors import Leads
from server.api.house import House, InHouse
from server.api.wire import Id, Name, Wire
from server.errors import AppError, Refusal
from server.store import ledger
from server.store.erasing import Changed, NoName, Note, Wish, erase, unnoted, wishes

router = APIRouter()
logger = logging.getLogger(__name__)
TRIES = 5
ALSO_LIMIT = 10
OtherName = Annotated[Name, StringConstraints(min_length=2)]


class NewErasure(Wire):
    """Who is to be erased: an actor, a participant, or both; `also` by which other names."""

    actor: Id | None = None
    participant: str | None = None
    also: list[OtherName] = Field(default_factory=list, max_length=ALSO_LIMIT)

    @model_validator(mode="after")
    def somebody(self) -> Self:
        """Refuse a wish without anybody in it."""
        if self.actor is None and self.participant is None:
            raise ValueError("actor or participant is missing")
        return self


class Erased(Wire):
    """What the board is since: of a new epoch, of which everyone gets a new copy."""

    epoch: int


@router.post("/api/boards/{board}/erasures", status_code=201)
async def erase_person(asked: NewErasure, caller: Leads, house: InHouse) -> Erased:
    """Erase a person for good: no copy, log, snapshot or backup brings the name back."""
    wish = Wish(asked.actor, asked.participant, tuple(asked.also))
    try:
        epoch = await _erased(house, caller.board.id, wish)
    except NoName:
        raise AppError(Refusal.NOBODY) from None
    log.event(logger, "erased", board=caller.board.id, epoch=epoch)
    return Erased(epoch=epoch)


async def _erased(house: House, board: str, wish: Wish) -> int:
    """Erase somebody from a board and from those that came of it; give its new epoch."""
    note = partial(ledger.note, house.settings.ledger_file)
    await house.hub.shut(board, RENEWED, ANEW)
    epoch = 0
    for each, asked in await wishes(house.database, board, wish):
        epoch = await _erased_from(house, each, asked, note if each == board else unnoted)
    return epoch


async def _erased_from(house: House, board: str, wish: Wish, note: Note) -> int:
    for _ in range(TRIES):
        await house.hub.shut(board, RENEWED, ANEW)
        try:
            epoch = await erase(house.database, board, wish, house.clock(), note)
        except Changed:
            continue
        # whoever came in between still sees what was
        await house.hub.shut(board, RENEWED, ANEW)
        house.structures.forget()
        return epoch
    raise AppError(Refusal.STORE_AWAY)
