"""Two moments of a board compared over HTTP."""

from dataclasses import replace
from datetime import timedelta

import pytest

from board.model import Ingredient
from server.api.moments import cast
from server.store import snapshots
from server.store.snapshots import Snapshot
from tests.builders.boards import example
from tests.builders.house import house, imported, problem

GARDEN = Ingredient("i25", "moestuin", "s1")


async def two_evenings(running, host):
    """Give a board with a first snapshot, and a second in which a slip has come."""
    board = await imported(host)
    first = (await host.post(f"{board.url}/snapshots", json={"title": "een"})).json()["id"]
    grown = example().board
    grown = replace(grown, ingredients={**grown.ingredients, "i25": GARDEN})
    made = cast(grown, b"")
    later = running.clock() + timedelta(days=30)
    second = Snapshot("m2", board.id, "twee", "", "free", later, None, 1, 1, made.hash)
    async with running.app.state.house.database.write() as connection:
        await snapshots.create(connection, second, made.frozen)
    return board, first, "m2"


async def compared(device, board, earlier, later, lang="nl"):
    sides = {"from": earlier, "to": later, "lang": lang}
    return await device.get(f"{board.url}/comparison", params=sides)


async def test_what_came_is_told_by_id_and_in_words(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, first, second = await two_evenings(running, host)
        found = (await compared(host, board, first, second)).json()
        assert found["comparison"]["ingredients"]["added"] == ["i25"]
        told = {group["what"]: group["changes"] for group in found["told"]}
        assert told["ingrediënt erbij"] == [{"label": "moestuin", "was": None, "is": None}]


async def test_the_other_way_round_what_came_has_gone(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, first, second = await two_evenings(running, host)
        found = (await compared(host, board, second, first, "en")).json()
        assert found["comparison"]["ingredients"]["removed"] == ["i25"]
        assert "moestuin" in [change["label"] for change in found["told"][0]["changes"]]


async def test_the_cloth_as_it_lies_now_is_a_moment_for_the_facilitator_alone(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, first, _ = await two_evenings(running, host)
        found = (await compared(host, board, first, "now")).json()
        assert found["told"] == [
            {
                "what": "Er is niets veranderd.",
                "changes": [{"label": "", "was": None, "is": None}],
            }
        ]
        viewer = await running.joined(board, "viewer")
        assert (await compared(viewer, board, first, first)).status_code == 200
        assert problem(await compared(viewer, board, first, "now")) == "403 forbidden"


async def test_a_snapshot_of_another_board_is_unknown(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        _, first, _ = await two_evenings(running, host)
        other = await running.board(host)
        assert problem(await compared(host, other, first, first)) == "404 unknown_snapshot"


@pytest.mark.parametrize("kind", ["ghost", "alluvial"])
async def test_both_pictures_are_drawn_for_who_reads_snapshots(tmp_path, kind):
    async with house(tmp_path) as running:
        host = running.device()
        board, first, second = await two_evenings(running, host)
        viewer = await running.joined(board, "viewer")
        sides = {"from": first, "to": second}
        drawn = await viewer.get(f"{board.url}/comparison/{kind}.svg", params=sides)
        assert drawn.headers["content-type"].startswith("image/svg+xml")
        assert drawn.text.startswith("<svg")
        assert drawn.headers["content-security-policy"].startswith("default-src 'none'")
