"""What people noted at the findings of a snapshot: done, taken up by whom, handed back."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.tables import finding_marks


@dataclass(frozen=True, slots=True)
class Mark:
    """The note at one finding; `finding` is its rule and subjects, as the API writes them."""

    finding: str
    done: bool = False
    who: str = ""
    handed_back: bool = False


COLUMNS = (
    finding_marks.c.finding,
    finding_marks.c.done,
    finding_marks.c.who,
    finding_marks.c.handed_back,
)


async def of_snapshot(connection: AsyncConnection, snapshot: str) -> list[Mark]:
    """Give all that was noted at a snapshot."""
    query = select(*COLUMNS).where(finding_marks.c.snapshot == snapshot)
    rows = await connection.execute(query.order_by(finding_marks.c.finding))
    return [Mark(*row) for row in rows]


async def put(connection: AsyncConnection, snapshot: str, mark: Mark) -> None:
    """Note something at a finding, in place of what stood there."""
    await connection.execute(
        delete(finding_marks).where(
            finding_marks.c.snapshot == snapshot, finding_marks.c.finding == mark.finding
        )
    )
    await connection.execute(
        insert(finding_marks).values(
            snapshot=snapshot,
            finding=mark.finding,
            done=mark.done,
            who=mark.who,
            handed_back=mark.handed_back,
        )
    )
