"""The session: set by a facilitator, seen by all, kept over a restart."""

import pytest

from tests.builders.house import house, problem


async def test_the_session_shows_step_clock_people_and_oneself(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board(title="Avond 1")
        device = await running.joined(board, "participant", name="Noor")
        said = (await device.get(f"{board.url}/session")).json()
        assert said["phase"] == "theme"
        assert said["clock"]["state"] == "idle"
        assert said["board"] == {"id": board.id, "title": "Avond 1", "epoch": 1}
        assert said["you"]["name"] == "Noor"
        assert said["you"]["id"] in {person["id"] for person in said["people"]}


async def test_a_facilitator_sets_the_step_for_everyone(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        viewer = await running.joined(board, "viewer")
        await host.patch(f"{board.url}/session", json={"phase": "rim", "silence": "still"})
        said = (await viewer.get(f"{board.url}/session")).json()
        assert (said["phase"], said["silence"]) == ("rim", "still")


async def test_what_is_left_out_stays_as_it_is(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        await host.patch(f"{board.url}/session", json={"namesCovered": True})
        said = (await host.patch(f"{board.url}/session", json={"phase": "walk"})).json()
        assert said["namesCovered"] is True


async def test_a_session_outlives_a_restart(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        await host.patch(f"{board.url}/session", json={"phase": "connectors"})
        cookies = host.cookies
    async with house(tmp_path) as running:
        host = running.device()
        host.cookies = cookies
        said = (await host.get(f"{board.url}/session")).json()
        assert said["phase"] == "connectors"


@pytest.mark.parametrize(
    ("wish", "path"), [({"phase": "lunch"}, "phase"), ({"door": "ajar"}, "door")]
)
async def test_a_step_that_is_not_in_the_method_is_refused(tmp_path, wish, path):
    async with house(tmp_path) as running:
        host = running.device(**{"accept-language": "en"})
        board = await running.board(host)
        answer = await host.patch(f"{board.url}/session", json=wish)
        assert problem(answer) == "422 invalid"
        fault = answer.json()["faults"][0]
        assert fault["path"] == path
        assert fault["message"].startswith("choose one of these: ")


async def test_the_clock_runs_and_is_held_and_runs_on(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        clock = f"{board.url}/session/clock"
        await host.post(clock, json={"action": "start", "seconds": 300})
        running.clock.forward(seconds=60)
        held = (await host.post(clock, json={"action": "pause"})).json()["clock"]
        assert (held["state"], held["left"]) == ("paused", 240)
        on = (await host.post(clock, json={"action": "resume"})).json()["clock"]
        assert (on["state"], on["left"]) == ("running", 240)


async def test_time_may_be_added_and_the_clock_put_away(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        clock = f"{board.url}/session/clock"
        await host.post(clock, json={"action": "start", "seconds": 300})
        longer = (await host.post(clock, json={"action": "add", "seconds": 60})).json()["clock"]
        assert longer["left"] == 360
        assert (await host.post(clock, json={"action": "stop"})).json()["clock"]["state"] == "idle"


async def test_a_clock_that_does_not_run_cannot_be_held(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        answer = await host.post(f"{board.url}/session/clock", json={"action": "pause"})
        assert problem(answer) == "409 wrong_moment"


@pytest.mark.parametrize("wish", [{"action": "start"}, {"action": "add", "seconds": -1}])
async def test_a_start_needs_a_sensible_number_of_seconds(tmp_path, wish):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        answer = await host.post(f"{board.url}/session/clock", json=wish)
        assert problem(answer) == "422 invalid"
