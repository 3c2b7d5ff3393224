"""Two moments of one board compared; the board as it lies there now counts as a moment too."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Annotated, Any, Literal

from anyio import to_thread
from fastapi import APIRouter, Depends, Query
from pydantic import Field
from starlette.responses import Response

from board.analysis.compare import compare
from board.export.moment import Moment, since
from board.export.tables import Cell
from board.export.telling import Line, Told, differences
from board.render.alluvial import alluvial_svg
from board.render.ghost import ghost_svg
from board.wording import wording
from server.access.roles import Right, may
from server.api.doors import Caller, ReadsSnapshots
from server.api.headers import FILE_POLICY
from server.api.house import House, InHouse
from server.api.moments import moment, present
from server.api.wire import Language, Wire
from server.errors import AppError, Refusal

router = APIRouter()
PATH = "/api/boards/{board}/comparison"
NOW = "now"
Kind = Literal["ghost", "alluvial"]
Side = Annotated[str, Query(max_length=64, description="id of a snapshot, or `now`")]


class Change(Wire):
    """One thing that changed: of whom or what, from, to."""

    label: str
    was: Cell = None
    is_: Annotated[Cell, Field(alias="is")] = None


class Changes(Wire):
    """All changes of one kind, under what people call that kind."""

    what: str
    changes: list[Change]


class Compared(Wire):
    """What changed by record id, and the same in words."""

    comparison: dict[str, Any]
    told: list[Changes]


async def both_sides(
    caller: ReadsSnapshots,
    house: InHouse,
    earlier: Annotated[Side, Query(alias="from")],
    later: Annotated[Side, Query(alias="to")],
) -> tuple[Moment, Moment]:
    """Give the two moments that are asked for, in whichever order, or refuse."""
    return await _side(house, caller, earlier), await _side(house, caller, later)


BothSides = Annotated[tuple[Moment, Moment], Depends(both_sides)]


@router.get(PATH)
async def compared(both: BothSides, lang: Language = "nl") -> Compared:
    """Give what changed from one moment to another."""
    return await to_thread.run_sync(_compared, *both, lang)


@router.get(PATH + "/{kind}.svg")
async def picture(kind: Kind, both: BothSides, lang: Language = "nl") -> Response:
    """Draw two moments: the earlier cloth as a ghost behind the later, or everybody's way."""
    drawing = await to_thread.run_sync(DRAWINGS[kind], *both, lang)
    headers = {"Content-Security-Policy": FILE_POLICY}
    return Response(drawing, media_type="image/svg+xml", headers=headers)


async def _side(house: House, caller: Caller, side: str) -> Moment:
    if side != NOW:
        return (await moment(house, caller.board.id, side))[1]
    if not may(caller.role, Right.LEAD):
        raise AppError(Refusal.FORBIDDEN)
    return await present(house, caller.board)


def _ghost(earlier: Moment, later: Moment, language: Language) -> str:
    found = compare(earlier.structure, later.structure)
    return ghost_svg(earlier.board, later.board, found, language)


def _alluvial(earlier: Moment, later: Moment, language: Language) -> str:
    return alluvial_svg(earlier.structure, later.structure, language)


DRAWINGS: Mapping[Kind, Callable[[Moment, Moment, Language], str]] = {
    "ghost": _ghost,
    "alluvial": _alluvial,
}


def _compared(earlier: Moment, later: Moment, language: Language) -> Compared:
    told = Told(since(earlier, later), wording(language), names=True)
    comparison = dict(told.moment.comparison or {})
    return Compared(comparison=comparison, told=list(_grouped(differences(told))))


def _grouped(lines: Iterable[Line]) -> Iterator[Changes]:
    for what, changes in groupby(lines, key=lambda line: str(line[0])):
        yield Changes(
            what=what,
            changes=[
                Change(label=str(label), was=_known(was), is_=_known(is_))
                for _, label, was, is_ in changes
            ],
        )


def _known(cell: Cell) -> Cell:
    return None if cell == "" else cell
