"""A file becomes a board, whole or not at all."""

import json

import pytest

from tests.builders.house import NEUTRAL, house, imported, problem


async def test_the_worked_example_becomes_a_board_of_its_name(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        said = (await host.get(board.url)).json()
        assert (said["title"], said["role"]) == ("Vrolijk groot worden", "facilitator")


async def test_an_imported_board_has_the_structure_of_its_file(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        totals = (await host.get(f"{board.url}/structure")).json()["totals"]
        assert (totals["ingredients"], totals["coverage"]) == (24, 0.875)


async def test_an_imported_board_may_have_a_title_of_its_own(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        answer = await host.post("/api/import", params={"title": "Kopie"}, json=NEUTRAL)
        assert answer.json()["board"]["title"] == "Kopie"


TABLE = "Ingrediënt;Stoel;Schakel\nfietsen;Anna;fietsenmaker\n".encode()
CSV = {"content-type": "text/csv; charset=utf-8"}


async def test_a_table_becomes_a_board(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        answer = await host.post(
            "/api/import", params={"title": "Fietsen"}, content=TABLE, headers=CSV
        )
        made = answer.json()["board"]
        totals = (await host.get(f"/api/boards/{made['id']}/structure")).json()["totals"]
        assert (made["title"], totals["ingredients"], totals["cloth_actors"]) == ("Fietsen", 1, 1)


async def test_a_broken_table_makes_nothing_and_says_which_row(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        answer = await host.post("/api/import", content=TABLE + b";Anna;x\n", headers=CSV)
        assert answer.json()["faults"] == [
            {"path": "rij 3, kolom Ingrediënt", "message": "hier hoort iets te staan"}
        ]
        assert (await host.get("/api/boards")).json() == []


BROKEN = {
    "no JSON": b"{",
    "no UTF-8": b'{"schema": "\xff"}',
    "not a number": b'{"schema": NaN}',
    "too deep": b"[" * 60_000,
    "a list": b"[]",
    "nothing": b"",
    "another schema": b'{"schema": "miro/1"}',
    "a seat that is not there": json.dumps(
        {**NEUTRAL, "ingredients": {"i01": ["s9", "fiets"]}}
    ).encode(),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_a_broken_file_makes_nothing_and_says_where(tmp_path, name):
    async with house(tmp_path) as running:
        host = running.device()
        answer = await host.post("/api/import", content=BROKEN[name])
        assert problem(answer) == "422 invalid_file"
        assert answer.json()["faults"]
        assert "set-cookie" not in answer.headers
        assert (await host.get("/api/boards")).json() == []


async def test_every_fault_of_a_file_is_listed_with_its_path(tmp_path):
    async with house(tmp_path) as running:
        data = {**NEUTRAL, "ingredients": {"i01": [3], "i02": 3}}
        answer = await running.device().post("/api/import", json=data)
        paths = [fault["path"] for fault in answer.json()["faults"]]
        assert any(path.startswith("ingredients.i01") for path in paths)
        assert any(path.startswith("ingredients.i02") for path in paths)


async def test_a_file_may_be_larger_than_an_ordinary_request(tmp_path):
    async with house(tmp_path, limit_body_bytes=1000) as running:
        await imported(running.device())


async def test_a_file_that_is_too_large_is_refused(tmp_path):
    async with house(tmp_path, limit_import_bytes=2048) as running:
        answer = await running.device().post("/api/import", json=NEUTRAL)
        assert problem(answer) == "413 too_big"
        assert "2 KiB" in answer.json()["detail"]


async def test_a_board_that_would_be_larger_than_boards_may_be_is_not_made(tmp_path):
    async with house(tmp_path, limit_board_bytes=4096) as running:
        answer = await running.device().post("/api/import", json=NEUTRAL)
        assert problem(answer) == "413 too_big"


async def test_an_import_needs_the_creation_key_where_there_is_one(tmp_path):
    async with house(tmp_path, creation_key="sesam") as running:
        answer = await running.device().post("/api/import", json=NEUTRAL)
        assert problem(answer) == "403 wrong_creation_key"
