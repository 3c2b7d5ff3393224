"""Boards are kept as long as people were told, and then no longer."""

from datetime import timedelta

from server.retention import sweep
from tests.builders.house import Clock, house, problem
from tests.builders.stores import NOW, rows

TABLES = ["boards", "updates", "clients", "participants", "invitations", "snapshots"]


async def test_a_board_is_kept_to_its_last_day(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host, keepDays=30)
        database = running.app.state.house.database
        running.clock.forward(days=30, seconds=-1)
        assert await sweep(database, running.clock()) == []
        running.clock.forward(seconds=1)
        assert await sweep(database, running.clock()) == [board.id]
        assert problem(await host.get(board.url)) == "404 unknown_board"


async def test_with_a_board_goes_all_that_belongs_to_it(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host, keepDays=1)
        await host.post(f"{board.url}/snapshots", json={"title": "Avond 1"})
        database = running.app.state.house.database
        running.clock.forward(days=2)
        await sweep(database, running.clock())
        for table in TABLES:
            assert await rows(database, f"SELECT * FROM {table}") == []


async def test_a_board_that_is_opened_is_in_use(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host, keepDays=30)
        running.clock.forward(days=20)
        await host.get(board.url)
        running.clock.forward(days=20)
        assert await sweep(running.app.state.house.database, running.clock()) == []


async def test_a_server_sweeps_when_it_starts(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host, keepDays=1)
        cookies = host.cookies
    async with house(tmp_path, clock=Clock(NOW + timedelta(days=2))) as running:
        host = running.device()
        host.cookies = cookies
        while (await host.get("/api/boards")).json():
            pass
        assert problem(await host.get(board.url)) == "404 unknown_board"
