"""Whether the server lives and can take people in."""

from tests.builders.house import house


async def test_a_server_that_runs_is_alive_and_ready(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        assert (await device.get("/health/live")).json() == {"status": "ok"}
        said = (await device.get("/health/ready")).json()
        assert (said["status"], said["peers"]) == ("ok", 0)
