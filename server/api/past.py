"""The past of a board: every change that is kept, to be played back."""

from collections.abc import AsyncIterator, Sequence
from struct import Struct

from fastapi import APIRouter
from starlette.responses import StreamingResponse

from server.api.doors import Leads
from server.api.house import InHouse
from server.store.past import Row, pages

router = APIRouter()
# whether it is all there was by then, when (milliseconds since 1970), how many bytes follow
HEAD = Struct("!BdI")


@router.get("/api/boards/{board}/past", response_class=StreamingResponse)
async def past(caller: Leads, house: InHouse) -> StreamingResponse:
    """Give every change that is kept, oldest first, as `HEAD` and the update itself.

    Only to a facilitator: here stands also what people wrote and took away again.
    """
    found = pages(house.database, caller.board.id)
    return StreamingResponse(_written(found), media_type="application/octet-stream")


async def _written(found: AsyncIterator[Sequence[Row]]) -> AsyncIterator[bytes]:
    async for rows in found:
        yield b"".join(_record(row) for row in rows)


def _record(row: Row) -> bytes:
    return HEAD.pack(row.whole, row.at.timestamp() * 1000, len(row.payload)) + row.payload
