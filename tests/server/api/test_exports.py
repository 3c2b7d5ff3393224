"""A snapshot as a file: whole, named after its moment, with names for a facilitator only."""

import json

import pytest

from board.export.formats import FORMATS
from tests.builders.house import house, imported, problem


async def snapshot_of(host, board):
    answer = await host.post(f"{board.url}/snapshots", json={"title": "Avond van Noor"})
    return f"{board.url}/snapshots/{answer.json()['id']}"


@pytest.mark.parametrize("name", FORMATS)
async def test_a_file_says_what_it_is_and_what_to_call_it(tmp_path, name):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        answer = await host.get(f"{await snapshot_of(host, board)}/export/{name}")
        assert answer.status_code == 200
        wanted = FORMATS[name]
        assert answer.headers["content-type"].split(";")[0] == wanted.media_type.split(";")[0]
        assert answer.headers["content-disposition"] == (
            f'attachment; filename="tafelkleed-2025-01-10-1530{wanted.suffix}"'
        )
        assert answer.content


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
