"""A facilitator erases a person: their name is nowhere any more, and everyone gets a new copy."""

import pytest

from tests.builders.house import house, imported, problem
from tests.builders.served import close_code, served, slip, told

NAME = "Willemijn Zuurbier"


def files(folder):
    return b"".join(file.read_bytes() for file in (folder / "data").iterdir())


async def test_the_name_is_in_no_byte_of_the_database_any_more(tmp_path):
    async with house(tmp_path) as running:
        lead = running.device()
        board = await imported(lead)
        await lead.post(f"{board.url}/snapshots", json={"title": "Met de rijwielhandelaar"})
        assert b"rijwielhandelaar" in files(tmp_path)
        answer = await lead.post(f"{board.url}/erasures", json={"actor": "a01"})
        assert (answer.status_code, answer.json()) == (201, {"epoch": 2})
        assert b"rijwielhandelaar" not in files(tmp_path).lower()
        listed = (await lead.get(f"{board.url}/snapshots")).json()
        assert listed[0]["title"] == "Met de iemand"
        opened = await lead.get(f"{board.url}/snapshots/{listed[0]['id']}")
        assert opened.status_code == 200
        assert "rijwielhandelaar" not in opened.text


async def test_a_participant_is_erased_by_name_and_by_what_else_they_are_called(tmp_path):
    async with house(tmp_path) as running:
        lead = running.device()
        board = await running.board(lead, title=f"Kleed van {NAME}", purpose="Voor Mien")
        guest = await running.joined(board, "participant", name=NAME)
        me = (await guest.get(board.url)).json()["participant"]
        wish = {"participant": me, "also": ["Mien"]}
        assert (await lead.post(f"{board.url}/erasures", json=wish)).status_code == 201
        after = (await lead.get(board.url)).json()
        assert (after["title"], after["purpose"]) == ("Kleed van iemand", "Voor iemand")
        assert NAME.encode() not in files(tmp_path)


@pytest.mark.parametrize("role", ["participant", "viewer"])
async def test_only_a_facilitator_erases(tmp_path, role):
    async with house(tmp_path) as running:
        board = await imported(running.device())
        guest = await running.joined(board, role)
        answer = await guest.post(f"{board.url}/erasures", json={"actor": "a01"})
        assert problem(answer) == "403 forbidden"


async def test_who_is_not_there_is_said_not_to_be(tmp_path):
    async with house(tmp_path) as running:
        lead = running.device()
        board = await imported(lead)
        answer = await lead.post(f"{board.url}/erasures", json={"actor": "nobody"})
        assert problem(answer) == "404 nobody"
        assert problem(await lead.post(f"{board.url}/erasures", json={})) == "422 invalid"


async def test_who_is_at_the_cloth_is_sent_for_a_new_copy_and_older_copies_stay_out(tmp_path):
    async with served(tmp_path) as running:
        lead = running.device()
        board = await running.board(lead)
        actor = (await lead.get(board.url)).json()["participant"]
        async with running.socket(board.id, lead) as socket:
            await socket.send(slip())
            await told(socket, 80)
            lead_name = {"name": NAME}
            await lead.patch(f"{board.url}/me", json=lead_name)
            answer = await lead.post(f"{board.url}/erasures", json={"participant": actor})
            assert answer.status_code == 201, answer.text
            assert await close_code(socket) == 4409
        async with running.socket(f"{board.id}?epoch=1", lead) as older:
            assert await close_code(older) == 4409
        async with running.socket(f"{board.id}?epoch=2", lead) as newer:
            assert b'"epoch":2' in await told(newer, 81)
