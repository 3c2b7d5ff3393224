"""The waiting room, coming back by another device, co-hosts and the PIN."""

import asyncio

import pytest

from tests.builders.house import house, problem
from tests.builders.served import served


async def shut(running):
    """A board whose door is shut, and its facilitator."""
    host = running.device()
    board = await running.board(host)
    await host.patch(f"{board.url}/session", json={"door": "shut"})
    return host, board


async def waiting(host, board):
    return (await host.get(f"{board.url}/session")).json()["regie"]["waiting"]


async def test_who_waits_is_seen_by_the_facilitator_and_by_nobody_else(tmp_path):
    async with house(tmp_path) as running:
        host, board = await shut(running)
        viewer = await running.joined(board, "viewer")
        await running.joined(board, "participant", name="Noor")
        (one,) = await waiting(host, board)
        assert (one["name"], one["returns"]) == ("Noor", False)
        said = (await viewer.get(f"{board.url}/session")).text
        assert "Noor" not in said


async def test_who_is_admitted_is_in(tmp_path):
    async with house(tmp_path) as running:
        host, board = await shut(running)
        guest = await running.joined(board, "participant", name="Noor")
        (one,) = await waiting(host, board)
        assert (await host.post(f"{board.url}/waiting/{one['id']}")).status_code == 200
        assert (await guest.get(board.url)).status_code == 200
        assert await waiting(host, board) == []


async def test_all_who_wait_come_in_at_once(tmp_path):
    async with house(tmp_path) as running:
        host, board = await shut(running)
        guests = [await running.joined(board, "participant") for _ in range(3)]
        assert (await host.post(f"{board.url}/waiting")).json() == {"count": 3}
        assert [(await guest.get(board.url)).status_code for guest in guests] == [200] * 3


async def test_who_is_sent_away_is_out(tmp_path):
    async with house(tmp_path) as running:
        host, board = await shut(running)
        guest = await running.joined(board, "participant")
        (one,) = await waiting(host, board)
        assert (await host.delete(f"{board.url}/waiting/{one['id']}")).status_code == 204
        assert problem(await guest.get(board.url)) == "403 removed"


async def test_who_waits_may_not_open_the_socket(tmp_path):
    async with served(tmp_path) as running:
        host, guest = running.device(), running.device()
        board = await running.board(host)
        await host.patch(f"{board.url}/session", json={"door": "shut"})
        await guest.post("/api/join", json={"secret": board.secrets["participant"]})
        async with running.socket(board.id, guest) as socket:
            await socket.wait_closed()
            assert socket.close_code == 4403


async def test_who_comes_back_by_another_device_gets_their_place_when_confirmed(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        lost = await running.joined(board, "participant", name="Noor")
        await lost.patch(f"{board.url}/me", json={"seat": "s2"})
        noor = (await lost.get(board.url)).json()["participant"]
        new = await running.joined(board, "participant")
        await new.post(f"{board.url}/me/returning", json={"name": "noor"})
        assert problem(await new.get(board.url)) == "403 waiting"
        (one,) = await waiting(host, board)
        assert one["returns"] is True
        await host.post(f"{board.url}/waiting/{one['id']}/returns", json={"participant": noor})
        said = (await new.get(f"{board.url}/session")).json()["you"]
        assert (said["id"], said["name"], said["seat"]) == (noor, "Noor", "s2")
        assert problem(await lost.get(board.url)) == "401 not_joined"


async def test_nobody_comes_back_as_a_facilitator_by_the_link_of_participants(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        leader = (await host.get(board.url)).json()["participant"]
        new = await running.joined(board, "participant")
        await new.post(f"{board.url}/me/returning", json={})
        (one,) = await waiting(host, board)
        answer = await host.post(
            f"{board.url}/waiting/{one['id']}/returns", json={"participant": leader}
        )
        assert problem(answer) == "409 not_the_same"
        assert problem(await new.get(board.url)) == "403 waiting"


async def test_a_cohost_leads_with_their_own_name_and_seat(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        other = await running.joined(board, "participant", name="Noor")
        await other.patch(f"{board.url}/me", json={"seat": "s2"})
        noor = (await other.get(board.url)).json()["participant"]
        made = await host.post(f"{board.url}/people/{noor}/cohost")
        assert (made.json()["role"], made.json()["seat"]) == ("facilitator", "s2")
        answer = await other.patch(f"{board.url}/session", json={"phase": "rim"})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    ("pin", "told"), [(None, "403 pin_wanted"), ("0000", "403 wrong_pin"), ("4711", None)]
)
async def test_newcomers_must_know_the_pin(tmp_path, pin, told):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        await host.put(f"{board.url}/pin", json={"pin": "4711"})
        asked = {"secret": board.secrets["participant"], "pin": pin}
        answer = await running.device().post("/api/join", json=asked)
        assert (answer.status_code == 200) if told is None else problem(answer) == told


async def test_who_sits_here_already_is_not_asked_the_pin_again(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        guest = await running.joined(board, "participant")
        await host.put(f"{board.url}/pin", json={"pin": "4711"})
        assert (await host.get(board.url)).json()["hasPin"] is True
        answer = await guest.post("/api/join", json={"secret": board.secrets["participant"]})
        assert answer.status_code == 200


async def test_pins_are_guessed_no_more_often_than_codes(tmp_path):
    async with house(tmp_path, limit_wrong_codes=3) as running:
        host = running.device()
        board = await running.board(host)
        await host.put(f"{board.url}/pin", json={"pin": "4711"})
        asked = {"secret": board.secrets["participant"], "pin": "0000"}
        told = [problem(await running.device().post("/api/join", json=asked)) for _ in range(4)]
        assert told == ["403 wrong_pin"] * 3 + ["429 too_many_tries"]


async def test_only_a_participant_can_say_to_have_been_here(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        viewer = await running.joined(board, "viewer")
        for device in (viewer, running.device()):
            answer = await device.post(f"{board.url}/me/returning", json={})
            assert problem(answer) == "401 not_joined"


async def test_who_says_so_before_a_shut_door_is_known_to_come_back(tmp_path):
    async with house(tmp_path) as running:
        host, board = await shut(running)
        new = await running.joined(board, "participant")
        await new.post(f"{board.url}/me/returning", json={"name": "Noor"})
        (one,) = await waiting(host, board)
        assert (one["name"], one["returns"]) == ("Noor", True)


async def test_thirty_who_come_at_once_by_code_all_get_a_seat(tmp_path):
    """Sixteen chairs: nobody shares one before all are taken, and nobody is left standing."""
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host, seats=16)
        wish = {"role": "participant", "code": True}
        code = (await host.post(f"{board.url}/invitations", json=wish)).json()["code"]

        async def come(number):
            device = running.device()
            await device.post("/api/join", json={"code": code, "name": f"gast {number}"})
            async with running.socket(board.id, device) as socket:
                asked = {"seat": "s1", "orNext": True}
                answer = await device.patch(f"{board.url}/me", json=asked)
                await socket.close()
            return answer.json()["seat"]

        seats = await asyncio.gather(*(come(number) for number in range(30)))
        at_each = sorted(seats.count(seat) for seat in {*seats})
        assert at_each == [1, 1] + [2] * 14
