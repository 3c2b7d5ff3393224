"""Boards that come of a board: own cloths beside it, and those to which schakels are invited."""

import asyncio
from dataclasses import replace

import pytest

from board.edits import empty_board
from board.schema import Pen
from server.api.family import small_cloth
from server.retention import sweep
from tests.builders.house import board_of, house, imported, problem
from tests.builders.served import served, slip, told

NAME = "Willemijn Zuurbier"


async def apart(running, **wishes):
    """A board where each writes on a cloth of their own, its facilitator and a guest."""
    host, guest = running.device(), running.device()
    board = await running.board(host, **wishes)
    asked = {"secret": board.secrets["participant"], "name": "Noor"}
    await guest.post("/api/join", json=asked)
    await host.patch(f"{board.url}/session", json={"cloths": "own"})
    return board, host, guest


async def mine(board, device):
    answer = await device.post(f"{board.url}/me/cloth")
    assert answer.status_code == 200, answer.text
    return answer.json()["board"]


async def test_everybody_gets_one_cloth_of_their_own_on_the_theme(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest = await apart(running)
        own = await mine(board, guest)
        assert await mine(board, guest) == own != await mine(board, host)
        said = (await guest.get(f"/api/boards/{own}/session")).json()
        assert (said["phase"], said["cloths"], said["board"]["ownOf"]) == ("rim", "own", board.id)
        assert (said["you"]["name"], said["you"]["seat"]) == ("Noor", "s1")


def test_ones_own_cloth_has_the_felt_tips_one_has_at_the_joint_one():
    joint = empty_board("Feest", 2)
    mine = replace(joint.seats["s2"], pens=(Pen.MOSS, Pen.BRICK))
    joint = replace(joint, seats={**joint.seats, "s2": mine})
    assert small_cloth(joint, "s2").seats["s1"].pens == (Pen.MOSS, Pen.BRICK)
    assert small_cloth(joint, None) == empty_board("Feest", 1)


async def test_two_requests_at_once_make_one_cloth(tmp_path):
    async with house(tmp_path) as running:
        board, _, guest = await apart(running)
        assert len(set(await asyncio.gather(*(mine(board, guest) for _ in range(4))))) == 1


async def test_nobody_else_gets_onto_somebodys_own_cloth(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest = await apart(running)
        own = await mine(board, guest)
        assert problem(await host.get(f"/api/boards/{own}")) == "401 not_joined"
        assert (await host.get(f"{board.url}/family")).json()["ownCloths"] == 1
        assert (await guest.get(f"{board.url}/family")).json()["ownCloths"] == 0


async def test_there_is_no_cloth_of_ones_own_unless_that_step_is_on(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        guest = await running.joined(board, "participant")
        assert problem(await guest.post(f"{board.url}/me/cloth")) == "409 wrong_moment"
        assert (await guest.get(f"{board.url}/me/cloth")).json() == {"board": None, "slips": []}


async def test_ones_own_cloth_is_not_among_the_cloths_of_a_device(tmp_path):
    async with house(tmp_path) as running:
        board, _, guest = await apart(running)
        await mine(board, guest)
        assert [one["id"] for one in (await guest.get("/api/boards")).json()] == [board.id]


async def test_what_one_wrote_there_can_be_laid_beside_the_joint_cloth(tmp_path):
    async with served(tmp_path) as running:
        board, host, guest = await apart(running)
        own = await mine(board, guest)
        async with running.socket(own, guest) as socket:
            await socket.send(slip("fiets"))
            await told(socket, 80)
        (one,) = (await guest.get(f"{board.url}/me/cloth")).json()["slips"]
        assert one["text"] == "fiets"
        await host.patch(f"{board.url}/session", json={"cloths": "beside"})
        assert (await guest.get(f"/api/boards/{own}/session")).json()["cloths"] == "beside"


async def test_putting_back_that_step_is_told_on_the_own_cloths_too(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest = await apart(running)
        own = await mine(board, guest)
        await host.post(f"{board.url}/session/log/1/back")
        assert (await guest.get(f"/api/boards/{own}/session")).json()["cloths"] == "joint"


async def test_who_comes_back_by_another_device_has_their_own_cloth_there(tmp_path):
    async with house(tmp_path) as running:
        board, host, lost = await apart(running)
        own = await mine(board, lost)
        noor = (await lost.get(board.url)).json()["participant"]
        new = await running.joined(board, "participant")
        await new.post(f"{board.url}/me/returning", json={"name": "Noor"})
        (one,) = (await host.get(f"{board.url}/session")).json()["regie"]["waiting"]
        await host.post(f"{board.url}/waiting/{one['id']}/returns", json={"participant": noor})
        assert await mine(board, new) == own
        assert (await new.get(f"/api/boards/{own}")).status_code == 200
        assert problem(await lost.get(f"/api/boards/{own}")) == "401 not_joined"


async def test_a_schakel_gets_a_cloth_that_both_sides_know_of(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        wish = {"actor": "a01", "theme": "Fietsen in de wijk"}
        child = board_of(await host.post(f"{board.url}/children", json=wish))
        schakel = await running.joined(child, "facilitator")
        (below,) = (await host.get(f"{board.url}/family")).json()["children"]
        assert (below["id"], below["actor"], below["role"]) == (child.id, "a01", "facilitator")
        above = (await schakel.get(f"{child.url}/family")).json()["parent"]
        assert (above["id"], above["actor"], above["role"]) == (board.id, "a01", None)


async def test_only_a_schakel_of_the_cloth_gets_one(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        wish = {"actor": "nobody", "theme": "Fietsen"}
        answer = await host.post(f"{board.url}/children", json=wish)
        assert problem(answer) == "422 unknown_actor"


async def test_own_cloths_go_with_the_joint_one_and_invited_ones_stay_by_themselves(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        await host.patch(f"{board.url}/session", json={"cloths": "own"})
        own = await mine(board, host)
        wish = {"actor": "a01", "theme": "Fietsen"}
        child = board_of(await host.post(f"{board.url}/children", json=wish))
        database = running.app.state.house.database
        running.clock.forward(days=60)
        await host.get(child.url)
        running.clock.forward(days=60)
        assert await sweep(database, running.clock()) == [board.id]
        assert problem(await host.get(f"/api/boards/{own}")) == "404 unknown_board"
        assert (await host.get(f"{child.url}/family")).json()["parent"] is None


async def test_who_writes_on_their_own_cloth_keeps_the_joint_one(tmp_path):
    async with house(tmp_path) as running:
        board, _, guest = await apart(running, keepDays=30)
        own = await mine(board, guest)
        for _ in range(2):
            running.clock.forward(days=20)
            await guest.get(f"/api/boards/{own}")
        assert await sweep(running.app.state.house.database, running.clock()) == []


@pytest.mark.parametrize("below", ["own", "child"])
async def test_who_is_erased_is_erased_below_too(tmp_path, below):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        guest = await running.joined(board, "participant", name=NAME)
        noor = (await guest.get(board.url)).json()["participant"]
        if below == "own":
            await host.patch(f"{board.url}/session", json={"cloths": "own"})
            await mine(board, guest)
        else:
            wish = {"actor": "a01", "theme": f"Wat {NAME} doet"}
            await host.post(f"{board.url}/children", json=wish)
        await host.post(f"{board.url}/erasures", json={"participant": noor})
        files = b"".join(file.read_bytes() for file in (tmp_path / "data").iterdir())
        assert NAME.encode() not in files
