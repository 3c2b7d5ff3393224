"""Prometheus reads numbers with a token, and nobody reads a name."""

import json
import re

import pytest

from tests.builders.house import house, problem
from tests.builders.served import served, slip, told
from tests.project.repository import ROOT

TOKEN = {"Authorization": "Bearer geheim"}
SERIES = re.compile(r"\b(?:tafelkleed|process)_\w+")
DASHBOARD = ROOT / "docs" / "monitoring" / "grafana.json"


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer "}, {"Authorization": "geheim2"}]
)
async def test_without_the_token_there_is_no_such_page(tmp_path, headers):
    async with house(tmp_path, metrics_token="geheim") as running:
        answer = await running.device().get("/metrics", headers=headers)
        assert problem(answer) == "404 unknown_route"


async def test_it_is_shut_unless_a_token_is_set(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().get("/metrics", headers={"Authorization": "Bearer "})
        assert problem(answer) == "404 unknown_route"


async def test_it_tells_what_is_stored_and_no_name_or_id(tmp_path):
    async with served(tmp_path, metrics_token="geheim") as running:
        lead = running.device()
        board = await running.board(lead, title="Kleed van Willemijn")
        async with running.socket(board.id, lead) as socket:
            await socket.send(slip("Willemijn"))
            await told(socket, 80)
            said = (await lead.get("/metrics", headers=TOKEN)).text
        assert 'tafelkleed_rooms{state="live"} 1.0' in said
        assert "tafelkleed_peers 1.0" in said
        assert re.search(r"tafelkleed_commit_seconds_count [1-9]", said)
        assert "Willemijn" not in said
        assert board.id not in said


async def test_a_refusal_is_counted_under_its_rule(tmp_path):
    async with served(tmp_path, metrics_token="geheim") as running:
        lead = running.device()
        board = await running.board(lead)
        before = await refused(lead)
        async with running.socket(board.id, lead) as socket:
            await socket.send(slip("te lang" * 1000))
            await told(socket, 82)
        assert await refused(lead) == before + 1


async def refused(device) -> float:
    said = (await device.get("/metrics", headers=TOKEN)).text
    return float(re.search(r'tafelkleed_refusals_total{rule="value"} (\S+)', said)[1])


async def test_every_number_the_dashboard_asks_for_is_there(tmp_path):
    asked = set()
    for panel in json.loads(DASHBOARD.read_text())["panels"]:
        for target in panel["targets"]:
            asked |= set(SERIES.findall(target["expr"]))
    async with house(tmp_path, metrics_token="geheim") as running:
        said = (await running.device().get("/metrics", headers=TOKEN)).text
        there = set(SERIES.findall(said))
    assert asked <= there
    assert len(asked) > 10
