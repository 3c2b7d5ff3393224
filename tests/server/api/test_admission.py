"""Who gets in by socket, as whom, and who is put out."""

import pytest

from server.sync.messages import step1
from tests.builders.served import close_code, payload, served, session, slip, told

STORED, NOTICE = 80, 82


async def joined(running, board, role, **wishes):
    device = running.device()
    asked = {"secret": board.secrets[role], **wishes}
    return device, (await device.post("/api/join", json=asked)).json()


async def test_a_device_that_joined_gets_in_from_our_own_page(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device, me = await joined(running, board, "participant", name="Noor")
        async with running.socket(board.id, device) as socket:
            said = await session(socket)
            assert said["you"] == {
                "id": me["participant"],
                "name": "Noor",
                "seat": None,
                "role": "participant",
                "ready": False,
                "paused": False,
                "free": False,
            }


async def test_a_page_of_another_site_does_not_get_in_with_our_cookie(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        for origin in ("https://evil.example", "null", None):
            async with running.socket(board.id, host, origin=origin) as socket:
                assert await close_code(socket) == 4403


async def test_a_device_that_never_joined_does_not_get_in(tmp_path):
    async with served(tmp_path) as running:
        board = await running.board(running.device())
        async with running.socket(board.id) as socket:
            assert await close_code(socket) == 4401


async def test_an_unknown_board_is_gone(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        await running.board(host)
        for name in ("nergens", "a%00b", "a/b"):
            async with running.socket(name, host) as socket:
                assert await close_code(socket) == 4404


async def test_a_role_one_does_not_hold_is_refused(tmp_path):
    async with served(tmp_path) as running:
        board = await running.board(running.device())
        device, _ = await joined(running, board, "viewer")
        for role in ("facilitator", "king"):
            async with running.socket(f"{board.id}?as={role}", device) as socket:
                assert await close_code(socket) == 4403


async def test_a_ticket_admits_a_program_once(tmp_path):
    async with served(tmp_path) as running:
        board = await running.board(running.device())
        _, me = await joined(running, board, "participant", ticket=True)
        protocols = ("tafelkleed.1", f"ticket.{me['ticket']}")
        async with running.socket(board.id, origin=None, protocols=protocols) as socket:
            assert socket.subprotocol == "tafelkleed.1"
            assert (await session(socket))["you"]["id"] == me["participant"]
        async with running.socket(board.id, origin=None, protocols=protocols) as socket:
            assert await close_code(socket) == 4401


async def test_a_ticket_of_one_board_does_not_open_another(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board, other = await running.board(host), await running.board(host)
        _, me = await joined(running, board, "participant", ticket=True)
        protocols = (f"ticket.{me['ticket']}",)
        async with running.socket(other.id, origin=None, protocols=protocols) as socket:
            assert await close_code(socket) == 4401


async def test_a_ticket_is_too_old_after_half_a_minute(tmp_path):
    async with served(tmp_path) as running:
        board = await running.board(running.device())
        _, me = await joined(running, board, "participant", ticket=True)
        running.clock.forward(seconds=31)
        protocols = (f"ticket.{me['ticket']}",)
        async with running.socket(board.id, origin=None, protocols=protocols) as socket:
            assert await close_code(socket) == 4401


async def test_what_a_participant_writes_is_stored_and_on_the_cloth(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device, _ = await joined(running, board, "participant")
        async with running.socket(board.id, device) as socket:
            await socket.send(slip())
            assert await told(socket, STORED) == b"\x01"
        assert await slips(host, board) == 1


@pytest.mark.parametrize("role", ["viewer", "projector"])
async def test_who_may_only_look_cannot_write_with_a_hand_made_program_either(tmp_path, role):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device, _ = await joined(running, board, role)
        async with running.socket(board.id, device) as socket:
            await socket.send(slip())
            assert payload(await told(socket, NOTICE))["code"]
        assert await slips(host, board) == 0


async def test_a_facilitator_who_acts_as_viewer_does_not_write(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        await host.post("/api/join", json={"secret": board.secrets["viewer"]})
        async with running.socket(f"{board.id}?as=viewer", host) as socket:
            await socket.send(slip())
            await told(socket, NOTICE)
        assert await slips(host, board) == 0


async def test_who_is_removed_is_put_out_at_once(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device, me = await joined(running, board, "participant")
        async with running.socket(board.id, device) as socket:
            await session(socket)
            await host.delete(f"{board.url}/people/{me['participant']}")
            assert await close_code(socket) == 4401
        async with running.socket(board.id, device) as socket:
            assert await close_code(socket) == 4401


async def test_withdrawing_an_invitation_puts_out_who_came_by_it(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device, _ = await joined(running, board, "viewer")
        listed = (await host.get(f"{board.url}/invitations")).json()
        way = next(one["id"] for one in listed if one["role"] == "viewer")
        async with (
            running.socket(board.id, device) as socket,
            running.socket(board.id, host) as ours,
        ):
            await session(socket)
            await host.delete(f"{board.url}/invitations/{way}")
            assert await close_code(socket) == 4401
            await ours.ping()


async def test_a_step_that_changes_is_pushed_to_everyone(tmp_path):
    async with served(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device, _ = await joined(running, board, "participant")
        async with running.socket(board.id, device) as socket:
            await session(socket)
            await host.patch(f"{board.url}/session", json={"phase": "rim"})
            while (await session(socket))["phase"] != "rim":
                pass


async def test_an_open_server_admits_anyone_to_a_board_that_is_made_then(tmp_path):
    async with (
        served(tmp_path, open=True) as running,
        running.socket("zomaar", origin=None, protocols=()) as socket,
        running.socket("zomaar", origin=None, protocols=()) as other,
    ):
        await other.send(step1(b"\0"))
        await socket.send(slip())
        while b"fiets" not in await told(other, 0):
            pass


async def slips(host, board):
    return (await host.get(f"{board.url}/structure")).json()["totals"]["ingredients"]
