"""Several boards seen as one by who leads them all, and what people decide over boards."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from board.analysis.identity import Ref, Same, invited
from board.analysis.likely import candidates
from board.analysis.structure import Source
from board.analysis.union import Member
from board.analysis.united import united_structure
from board.export.cover import without_names
from board.model import Board
from board.render.shared import shared_svg
from server.access.cookie import COOKIE
from server.access.roles import Role
from server.api.doors import Caller, Leads, caller_at
from server.api.headers import FILE_POLICY
from server.api.house import InHouse
from server.api.wire import Id, Language, Wire
from server.errors import AppError, Refusal
from server.store import participants, unions
from server.store.unions import Agreement, Verdict

router = APIRouter()
PATH = "/api/boards/{board}/union"
MOST = 11
MOST_CANDIDATES = 200
Others = Annotated[
    list[Annotated[str, Query(max_length=64)]],
    Query(alias="with", default_factory=list, max_length=MOST, description="ids of other boards"),
]


class Party(Wire):
    """An actor of one of the boards, by the name it has there."""

    board: str
    actor: str
    label: str


class Pair(Wire):
    """Two actors that may be the same: `same` is what people said, `level` how alike they are."""

    one: Party
    other: Party
    level: str | None = None
    same: bool | None = None
    by: str = ""
    at: datetime | None = None


class Taking(Wire):
    """A board that takes part; `agreed_at`: since when its names may be seen, `agreed_by` whom."""

    id: str
    title: str
    agreed_at: datetime | None = None
    agreed_by: str = ""


class United(Wire):
    """Several boards as one, shape `tafelkleed/union/1`, with names only where all agreed.

    `pairs` names actors as the boards do, also where names are covered: who leads all of the
    boards knows them, and could not say otherwise who is the same.
    """

    boards: list[Taking]
    covered: bool
    union: dict[str, Any]
    pairs: list[Pair]


class Decision(Wire):
    """Whether an actor of this board is one of another; null leaves it open again."""

    actor: Id
    other_board: str
    other_actor: Id
    same: bool | None


class Word(Wire):
    """Whether a board's names may be seen in a union."""

    names: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything a union is made of, read at one moment; `people` are names by participant."""

    callers: Sequence[Caller]
    boards: Mapping[str, Board]
    verdicts: Sequence[Verdict]
    agreements: Mapping[str, Agreement]
    people: Mapping[str, str]
    now: datetime

    @property
    def covered(self) -> bool:
        """Say whether names stay covered, since not every board agreed."""
        return self.agreements.keys() != self.boards.keys()

    @property
    def invited_by(self) -> dict[str, Ref]:
        """Give per board that a schakel was invited to make the schakel, on the board above."""
        return {
            one.board.id: Ref(one.board.parent, one.board.parent_actor)
            for one in self.callers
            if one.board.parent and one.board.parent_actor
        }

    @property
    def decided(self) -> dict[Same, Verdict]:
        """Give what was decided about actors that are still there."""
        return {
            (v.one, v.other): v
            for v in self.verdicts
            if all(ref.id in self.boards[ref.board].actors for ref in (v.one, v.other))
        }


async def gathered(request: Request, house: InHouse, caller: Leads, others: Others) -> Gathered:
    """Give the board with the others that this device leads, or refuse."""
    token = request.cookies.get(COOKIE)
    wanted = dict.fromkeys(one for one in others if one != caller.board.id)
    callers = [caller]
    callers += [await caller_at(house, one, token, Role.FACILITATOR) for one in wanted]
    names = [one.board.id for one in callers]
    boards = {name: (await house.hub.read(name)).board for name in names}
    async with house.database.read() as connection:
        verdicts = await unions.between(connection, names)
        agreements = await unions.agreed(connection, names)
        people = [
            person for name in names for person in await participants.of_board(connection, name)
        ]
    known = {person.id: person.name for person in people}
    return Gathered(callers, boards, verdicts, agreements, known, house.clock())


InUnion = Annotated[Gathered, Depends(gathered)]


@router.get(PATH)
async def one(found: InUnion, lang: Language = "nl") -> United:
    """Give the boards as one, with who may be the same and what was decided about it."""
    return await to_thread.run_sync(partial(_united, found, lang))


@router.get(PATH + ".svg")
async def picture(found: InUnion, lang: Language = "nl") -> Response:
    """Draw who the boards share."""
    drawing = await to_thread.run_sync(lambda: shared_svg(_structure(found, lang), lang))
    headers = {"Content-Security-Policy": FILE_POLICY}
    return Response(drawing, media_type="image/svg+xml", headers=headers)


@router.get(PATH + ".json")
async def file(found: InUnion, lang: Language = "nl") -> Response:
    """Give the boards as one as a file."""
    body = await to_thread.run_sync(partial(_file, found, lang))
    name = f"tafelkleed-{found.now:%Y-%m-%d-%H%M}-union.json"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": FILE_POLICY,
    }
    return Response(body, media_type="application/json", headers=headers)


@router.put("/api/boards/{board}/same", status_code=204)
async def decide(request: Request, asked: Decision, caller: Leads, house: InHouse) -> None:
    """Keep whether an actor of this board is one of another board that this device leads too."""
    token = request.cookies.get(COOKIE)
    other = await caller_at(house, asked.other_board, token, Role.FACILITATOR)
    if other.board.id == caller.board.id:
        raise AppError(Refusal.UNKNOWN_ACTOR)
    refs = Ref(caller.board.id, asked.actor), Ref(other.board.id, asked.other_actor)
    for ref in refs:
        if ref.id not in (await house.hub.read(ref.board)).board.actors:
            raise AppError(Refusal.UNKNOWN_ACTOR)
    async with house.database.write() as connection:
        if asked.same is None:
            await unions.forget(connection, refs)
        else:
            verdict = Verdict(*refs, asked.same, caller.participant.id, house.clock())
            await unions.decide(connection, verdict)


@router.put("/api/boards/{board}/agreement", status_code=204)
async def agree(asked: Word, caller: Leads, house: InHouse) -> None:
    """Let the names of this board be seen in unions, or not any more."""
    async with house.database.write() as connection:
        if asked.names:
            word = Agreement(caller.board.id, caller.participant.id, house.clock())
            await unions.agree(connection, word)
        else:
            await unions.withdraw(connection, caller.board.id)


def _united(found: Gathered, language: Language) -> United:
    decided = found.decided
    likely = candidates(found.boards, decided)[:MOST_CANDIDATES]
    return United(
        boards=[_taking(found, caller) for caller in found.callers],
        covered=found.covered,
        union=_structure(found, language),
        pairs=[
            *(_decided(found, verdict) for verdict in decided.values()),
            *(
                Pair(one=_party(found, c.one), other=_party(found, c.other), level=c.level)
                for c in likely
            ),
        ],
    )


def _structure(found: Gathered, language: Language) -> dict[str, Any]:
    at = found.now.isoformat()
    boards, kin = invited(found.boards, found.invited_by)
    members = [
        Member(name, without_names(b, language) if found.covered else b, Source(name, taken_at=at))
        for name, b in boards.items()
    ]
    return united_structure(members, [*kin, *(pair for pair, v in found.decided.items() if v.same)])


def _file(found: Gathered, language: Language) -> bytes:
    whole = {**_structure(found, language), "names": not found.covered}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _taking(found: Gathered, caller: Caller) -> Taking:
    word = found.agreements.get(caller.board.id)
    return Taking(
        id=caller.board.id,
        title=caller.board.title,
        agreed_at=word.at if word else None,
        agreed_by=found.people.get(word.by, "") if word else "",
    )


def _decided(found: Gathered, verdict: Verdict) -> Pair:
    return Pair(
        one=_party(found, verdict.one),
        other=_party(found, verdict.other),
        same=verdict.same,
        by=found.people.get(verdict.by, ""),
        at=verdict.at,
    )


def _party(found: Gathered, ref: Ref) -> Party:
    return Party(board=ref.board, actor=ref.id, label=found.boards[ref.board].actors[ref.id].label)
