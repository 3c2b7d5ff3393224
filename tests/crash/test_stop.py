"""A server that is told to stop under load, as for a new version, loses and forgets nothing."""

import asyncio

import pytest

from tests.builders.process import program
from tests.crash.kill import End, Told, WriterAtBoard, lost, write_until

COME_BACK = 1012
ENOUGH = 300
SETTINGS = {"TAFELKLEED_LIMIT_UPDATES_PER_SECOND": "0"}


@pytest.mark.slow
def test_whoever_writes_when_the_server_stops_comes_back_and_has_lost_nothing(sqlite_url, tmp_path):
    told = Told()
    with program(tmp_path, "serve", "--open", **SETTINGS) as served:
        address = served.address.replace("http", "ws", 1)
        writers = asyncio.run(write_until(End(ENOUGH, served.stop), address, told, 1))
        assert served.process.returncode == 0
    assert [(writer.notices, writer.closed) for writer in writers] == [
        (["restart"], COME_BACK)
    ] * len(writers)
    assert told.count >= ENOUGH
    assert asyncio.run(lost(sqlite_url, told)) == []
    with program(tmp_path, "serve", "--open", **SETTINGS) as served:
        address = served.address.replace("http", "ws", 1)
        asyncio.run(_all_come_back(writers, address))
    everything = Told()
    for writer in writers:
        everything.kept[writer.board] += writer.sent
    assert asyncio.run(lost(sqlite_url, everything)) == []


async def _all_come_back(writers: list[WriterAtBoard], address: str) -> None:
    await asyncio.gather(*(writer.come_back(address) for writer in writers))
