"""The findings of a snapshot as a list of things to do: done, taken up, handed back."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field, StringConstraints

from board.schema import ID_PATTERN
from server.api.doors import Leads, ReadsSnapshots
from server.api.house import InHouse
from server.api.moments import known_snapshot
from server.api.snapshots import ONE
from server.api.wire import Name, Wire
from server.store import finding_marks
from server.store.finding_marks import Mark

router = APIRouter()
PATH = ONE + "/marks"
SUBJECTS_LIMIT = 20
Rule = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
Subject = Annotated[str, StringConstraints(pattern=f"^({ID_PATTERN})$")]


class FindingMark(Wire):
    """What people noted at one finding, which is known by its rule and what it is about."""

    rule: Rule
    subjects: list[Subject] = Field(max_length=SUBJECTS_LIMIT)
    done: bool = False
    who: Name = ""
    handed_back: bool = False


@router.get(PATH)
async def listed(snapshot: str, caller: ReadsSnapshots, house: InHouse) -> list[FindingMark]:
    """Give what was noted at the findings of a snapshot."""
    async with house.database.read() as connection:
        found = await known_snapshot(connection, caller.board.id, snapshot)
        marks = await finding_marks.of_snapshot(connection, found.id)
    return [_read(mark) for mark in marks]


@router.put(PATH)
async def put(snapshot: str, asked: FindingMark, caller: Leads, house: InHouse) -> FindingMark:
    """Note at a finding that it is done, who takes it up, or that it went back to the board."""
    key = " ".join([asked.rule, *asked.subjects])
    async with house.database.write() as connection:
        found = await known_snapshot(connection, caller.board.id, snapshot)
        mark = Mark(key, asked.done, asked.who, asked.handed_back)
        await finding_marks.put(connection, found.id, mark)
    return asked


def _read(mark: Mark) -> FindingMark:
    rule, *subjects = mark.finding.split(" ")
    return FindingMark(
        rule=rule,
        subjects=subjects,
        done=mark.done,
        who=mark.who,
        handed_back=mark.handed_back,
    )
