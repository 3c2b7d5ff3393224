"""Boards that were opened and closed leave nothing in memory."""

import pytest

from tests.crash.soak import soak

BOARDS = 100


@pytest.mark.slow
async def test_boards_that_closed_leave_no_room_no_task_and_no_open_file(tmp_path):
    before, after = await soak(tmp_path, BOARDS)
    assert (before.rooms, before.sockets) == (0, 0)
    assert after.without_memory() == before.without_memory()
