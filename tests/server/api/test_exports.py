"""A snapshot as a file: whole, named after its moment, with names for a facilitator only."""

import io
import json

import openpyxl
import pytest

from board.export.formats import FORMATS
from tests.builders.house import house, imported, problem
from tests.server.api.test_comparison import two_evenings


async def snapshot_of(host, board):
    answer = await host.post(f"{board.url}/snapshots", json={"title": "Avond van Noor"})
    return f"{board.url}/snapshots/{answer.json()['id']}"


async def test_every_file_says_what_it_is_and_what_to_call_it(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        snapshot = await snapshot_of(host, await imported(host))
        for name, wanted in FORMATS.items():
            answer = await host.get(f"{snapshot}/export/{name}")
            assert (name, answer.status_code) == (name, 200)
            assert answer.headers["content-type"].split(";")[0] == wanted.media_type.split(";")[0]
            assert answer.headers["content-disposition"] == (
                f'attachment; filename="tafelkleed-2025-01-10-1630{wanted.suffix}"'
            )
            assert answer.content


def differences(workbook):
    page = openpyxl.load_workbook(io.BytesIO(workbook))["Verschillen"]
    return [row[:2] for row in page.iter_rows(min_row=2, values_only=True)]


async def test_a_workbook_tells_what_changed_since_the_snapshot_that_was_chosen(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, first, second = await two_evenings(running, host)
        url = f"{board.url}/snapshots/{second}/export/xlsx"
        alone = differences((await host.get(url)).content)
        assert [what for what, _ in alone] == [
            "Er is geen eerdere momentopname om mee te vergelijken."
        ]
        since = differences((await host.get(f"{url}?since={first}")).content)
        assert ("ingrediënt erbij", "moestuin") in since
        assert problem(await host.get(f"{url}?since=elders")) == "404 unknown_snapshot"


async def test_pictures_and_series_look_back_by_themselves(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, first, second = await two_evenings(running, host)
        url = f"{board.url}/snapshots/{second}/export"
        assert "Lijnen over 2 momentopnamen" in (await host.get(f"{url}/growth-svg")).text
        assert 'mode="dynamic"' in (await host.get(f"{url}/gexf-series")).text
        ghost = (await host.get(f"{url}/ghost-svg")).text
        assert ghost == (await host.get(f"{url}/ghost-svg?since={first}")).text


async def test_names_are_left_out_unless_asked_for(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        url = f"{await snapshot_of(host, board)}/export/json"
        assert "rijwielhandelaar" not in (await host.get(url)).text
        assert "rijwielhandelaar" in (await host.get(f"{url}?names=true")).text


@pytest.mark.parametrize("role", ["participant", "viewer"])
async def test_only_a_facilitator_takes_names_along(tmp_path, role):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        url = f"{await snapshot_of(host, board)}/export/json"
        reader = await running.joined(board, role)
        assert (await reader.get(url)).status_code == 200
        assert problem(await reader.get(f"{url}?names=true")) == "403 forbidden"


async def test_an_unknown_format_is_answered_with_those_there_are(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        answer = await host.get(f"{await snapshot_of(host, board)}/export/doc")
        assert problem(answer) == "404 unknown_format"
        assert "json" in answer.json()["detail"]


async def test_an_export_comes_back_as_a_board_with_the_same_hash(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        first = await snapshot_of(host, board)
        file = (await host.get(f"{first}/export/json?names=true")).content
        again = await imported(host, json.loads(file))
        second = await snapshot_of(host, again)
        hashes = {(await host.get(url)).json()["hash"] for url in (first, second)}
        assert len(hashes) == 1


async def test_the_server_says_which_formats_there_are(tmp_path):
    async with house(tmp_path) as running:
        known = (await running.device().get("/api/formats")).json()
        assert [one["name"] for one in known] == list(FORMATS)


async def test_who_leads_sees_which_files_left_and_whether_with_names(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        url = f"{await snapshot_of(host, board)}/export"
        viewer = await running.joined(board, "viewer", name="Noor")
        await host.get(f"{url}/csv?names=true")
        running.clock.forward(minutes=1)
        await viewer.get(f"{url}/json")
        assert problem(await viewer.get(f"{board.url}/exports")) == "403 forbidden"
        told = (await host.get(f"{board.url}/exports")).json()
        assert [(one["who"], one["format"], one["names"]) for one in told] == [
            ("Noor", "json", False),
            ("", "csv", True),
        ]


async def test_a_large_file_is_written_beside_the_server_and_is_the_same(tmp_path, monkeypatch):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        url = f"{await snapshot_of(host, board)}/export/json"
        near = (await host.get(url)).content
        monkeypatch.setattr("server.api.exports.PROCESS_FROM_CHARACTERS", 0)
        assert (await host.get(url)).content == near
