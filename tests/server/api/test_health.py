"""Whether the server lives and can take people in."""

import pytest

from tests.builders.house import house, problem
from tests.builders.postgres import Postgres


@pytest.fixture
def own_postgres():
    """A PostgreSQL that this test alone may stop."""
    server = Postgres()
    server.start()
    try:
        yield server
    finally:
        server.remove()


async def test_a_server_that_runs_is_alive_and_ready(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        assert (await device.get("/health/live")).json() == {"status": "ok"}
        said = (await device.get("/health/ready")).json()
        assert (said["status"], said["peers"]) == ("ok", 0)


async def test_while_the_database_is_away_everyone_is_told_so_and_then_it_goes_on(
    tmp_path, own_postgres, caplog
):
    async with house(tmp_path, database_url=own_postgres.url()) as running:
        host = running.device()
        board = await running.board(host)
        own_postgres.stop()
        for path in ("/health/ready", "/api/boards", board.url):
            assert problem(await host.get(path)) == "503 store_away"
        assert (await host.get("/health/live")).status_code == 200
        own_postgres.start()
        assert (await host.get("/health/ready")).status_code == 200
        assert (await host.get(board.url)).json()["role"] == "facilitator"
    assert "request_failed" not in caplog.text
