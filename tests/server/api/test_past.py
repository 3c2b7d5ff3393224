"""The past of a board goes to its facilitator, change by change."""

from pycrdt import Doc

from board.document import read
from server.api.past import HEAD
from tests.builders.house import house, imported


def records(body):
    while body:
        whole, at, size = HEAD.unpack(body[: HEAD.size])
        yield whole, at, body[HEAD.size : HEAD.size + size]
        body = body[HEAD.size + size :]


async def test_each_change_comes_with_its_time(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        answer = await host.get(f"{board.url}/past")
        (record,) = records(answer.content)
    whole, at, update = record
    assert (whole, at) == (0, running.clock.now.timestamp() * 1000)
    doc = Doc()
    doc.apply_update(update)
    assert len(read(doc).board.ingredients) == 24
    assert answer.headers["cache-control"] == "no-store"
