"""The commands that serve, each as its own process."""

import asyncio
import re
import signal
import sqlite3
import subprocess
import sys

import httpx
import pytest

from server.cli import main
from tests.builders.process import program
from tests.builders.served import served, slip, told

LINK = re.compile(r"(facilitator|participant|projector) +(http\S+)/k/voorbeeld#(\S+)")


def test_a_server_says_where_it_is_and_answers_there(tmp_path):
    with program(tmp_path, "serve") as running:
        assert httpx.get(f"{running.address}/health/ready").json()["status"] == "ok"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_when_told_to_is_no_failure(tmp_path, number):
    with program(tmp_path, "serve") as running:
        httpx.get(f"{running.address}/health/live")
        code, _ = running.stop(number)
        assert code == 0


def test_a_port_that_is_taken_is_said_to_be(tmp_path):
    with program(tmp_path, "serve") as running:
        port = running.address.rsplit(":", 1)[1]
        second = subprocess.run(
            [sys.executable, "-m", "server.cli", "serve", "--port", port],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (second.returncode, second.stdout) == (1, "")
        assert "in use" in second.stderr


def test_the_demo_shows_links_that_open_the_example_and_a_code_to_scan(tmp_path):
    with program(tmp_path, "demo") as running:
        shown = links(running)
        assert set(shown) == {"facilitator", "participant", "projector"}
        with httpx.Client(base_url=running.address) as device:
            joined = device.post("/api/join", json={"secret": shown["facilitator"]}).json()
            assert (joined["board"], joined["role"]) == ("voorbeeld", "facilitator")
            session = device.get("/api/boards/voorbeeld/session").json()
            assert (session["phase"], session["turned"]) == ("free", True)
            totals = device.get("/api/boards/voorbeeld/structure").json()["totals"]
            assert totals["ingredients"] == 24
            first, second = device.get("/api/boards/voorbeeld/snapshots").json()
            assert (first["counts"]["ingredients"], second["counts"]["ingredients"]) == (21, 24)
            pair = {"from": first["id"], "to": second["id"]}
            told = device.get("/api/boards/voorbeeld/comparison", params=pair).json()
            assert told["comparison"]["inmost"]["counts"]["inward"] == 2
        running.stop()
        assert "▀" in running.said


def test_a_second_demo_finds_the_board_and_withdraws_the_links_of_the_first(tmp_path):
    with program(tmp_path, "demo") as running:
        old = links(running)["participant"]
        with httpx.Client(base_url=running.address) as device:
            device.post("/api/join", json={"secret": old})
            token = dict(device.cookies)
        running.stop()
    with program(tmp_path, "demo") as running:
        new = links(running)["participant"]
        with httpx.Client(base_url=running.address) as stranger:
            assert stranger.post("/api/join", json={"secret": old}).json()["code"] == "revoked"
            assert stranger.post("/api/join", json={"secret": new}).status_code == 200
        with httpx.Client(base_url=running.address, cookies=token) as known:
            assert known.get("/api/boards/voorbeeld").json()["role"] == "participant"
    with sqlite3.connect(tmp_path / "tafelkleed.db") as store:
        assert store.execute("select count(*) from boards").fetchone() == (1,)
    store.close()


async def test_a_snapshot_beside_a_running_server_holds_what_was_acknowledged(tmp_path, capsys):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        async with running.socket(board.id, host) as socket:
            await socket.send(slip("bakfiets"))
            await told(socket, 80)
            wish = ["snapshot", board.id, "--title", "x", "--data", str(tmp_path / "data")]
            assert await asyncio.to_thread(main, wish) == 0
        (taken,) = (await host.get(f"{board.url}/snapshots")).json()
        opened = (await host.get(f"{board.url}/snapshots/{taken['id']}")).json()
        assert opened["structure"]["totals"]["ingredients"] == 1
        assert taken["id"] in capsys.readouterr().out


async def test_an_invitation_made_beside_a_running_server_opens_at_once(tmp_path, capsys):
    async with served(tmp_path) as running:
        board = await running.board(running.device())
        wish = ["invite", board.id, "--role", "viewer", "--data", str(tmp_path / "data")]
        assert await asyncio.to_thread(main, wish) == 0
        secret = capsys.readouterr().out.strip().split("#")[1]
        joined = await running.device().post("/api/join", json={"secret": secret})
        assert joined.json()["role"] == "viewer"


def links(running) -> dict[str, str]:
    """Give the secrets of the links a demo shows, by role."""
    assert running.process.stdout
    for line in running.process.stdout:
        running.said += line
        if "Scan" in line:
            break
    return {role: secret for role, _, secret in LINK.findall(running.said)}
