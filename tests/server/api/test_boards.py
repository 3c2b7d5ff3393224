"""Making boards, and knowing which ones a device holds."""

import pytest

from server.api.texts.nl import FAULT
from tests.builders.house import house, problem


async def test_a_new_board_comes_with_a_way_in_for_each_role(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().post("/api/boards", json={"theme": "Zorg"})
        made = answer.json()
        assert answer.status_code == 201
        assert set(made["links"]) == {"facilitator", "participant", "viewer", "projector"}
        assert made["links"]["viewer"].startswith(f"/k/{made['board']['id']}#")


async def test_who_makes_a_board_is_its_facilitator(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device)
        assert (await device.get(board.url)).json()["role"] == "facilitator"


async def test_a_board_is_called_after_its_theme_unless_it_has_a_title(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        named = await running.board(device, title="Avond 1")
        unnamed = await running.board(device, theme="Zorg")
        assert (await device.get(named.url)).json()["title"] == "Avond 1"
        assert (await device.get(unnamed.url)).json()["title"] == "Zorg"


async def test_a_board_tells_purpose_and_time_of_keeping(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device, purpose="voor de wijk", keepDays=30)
        said = (await device.get(board.url)).json()
        assert (said["purpose"], said["keepDays"], said["instrument"]) == (
            "voor de wijk",
            30,
            "network",
        )


async def test_a_board_has_the_seats_that_were_asked_for(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device, seats=3)
        structure = (await device.get(f"{board.url}/structure")).json()
        assert list(structure["seats"]) == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("wish", "path"),
    [
        ({"theme": ""}, "theme"),
        ({"theme": "  \n"}, "theme"),
        ({"theme": "x" * 2001}, "theme"),
        ({}, "theme"),
        ({"theme": 3}, "theme"),
        ({"theme": "x", "seats": 0}, "seats"),
        ({"theme": "x", "seats": 17}, "seats"),
        ({"theme": "x", "keepDays": 0}, "keepDays"),
        ({"theme": "x", "colour": "red"}, "colour"),
    ],
)
async def test_a_wish_that_does_not_fit_is_refused_with_its_place(tmp_path, wish, path):
    async with house(tmp_path) as running:
        answer = await running.device().post("/api/boards", json=wish)
        assert problem(answer) == "422 invalid"
        (fault,) = answer.json()["faults"]
        assert fault["path"] == path
        assert fault["message"] != FAULT


async def test_where_a_key_is_needed_no_board_is_made_without_it(tmp_path):
    async with house(tmp_path, creation_key="sesam") as running:
        for headers in ({}, {"Tafelkleed-Creation-Key": "Sesam"}):
            answer = await running.device(**headers).post("/api/boards", json={"theme": "x"})
            assert problem(answer) == "403 wrong_creation_key"


async def test_with_the_key_a_board_is_made(tmp_path):
    async with house(tmp_path, creation_key="sesam") as running:
        await running.board(running.device(**{"Tafelkleed-Creation-Key": "sesam"}))


async def test_one_address_makes_a_bounded_number_of_boards(tmp_path):
    async with house(tmp_path, limit_new_boards_per_hour=2) as running:
        device = running.device()
        await running.board(device)
        await running.board(device)
        answer = await device.post("/api/boards", json={"theme": "x"})
        assert problem(answer) == "429 too_many_tries"
        assert answer.headers["retry-after"] == "1800"


async def test_a_device_sees_the_boards_it_holds_last_used_first(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        first = await running.board(device, title="een")
        running.clock.forward(minutes=1)
        second = await running.board(device, title="twee")
        await running.board(title="van een ander")
        assert (await device.get("/api/boards")).json() == [
            {"id": second.id, "title": "twee", "role": "facilitator"},
            {"id": first.id, "title": "een", "role": "facilitator"},
        ]


async def test_a_device_that_never_joined_holds_no_boards(tmp_path):
    async with house(tmp_path) as running:
        assert (await running.device().get("/api/boards")).json() == []


async def test_a_facilitator_gives_a_board_another_title(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device, purpose="voor de wijk")
        answer = await device.patch(board.url, json={"title": "Avond 2", "keepDays": 7})
        said = answer.json()
        assert (said["title"], said["purpose"], said["keepDays"]) == ("Avond 2", "voor de wijk", 7)


async def test_a_title_may_not_become_empty(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device)
        assert problem(await device.patch(board.url, json={"title": " "})) == "422 invalid"


async def test_a_device_can_let_go_of_all_its_boards(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        assert len((await host.get("/api/boards")).json()) == 1
        assert (await host.delete("/api/boards")).status_code == 204
        assert (await host.get("/api/boards")).json() == []
        assert problem(await host.get(board.url)) == "401 not_joined"
