"""Ways in: made, listed without their secrets, withdrawn."""

import json

from tests.builders.house import house, problem


async def test_a_new_invitation_opens_the_board_in_its_role(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        answer = await host.post(f"{board.url}/invitations", json={"role": "viewer"})
        made = answer.json()
        assert answer.status_code == 201
        secret = made["link"].removeprefix(f"/k/{board.id}#")
        joined = await running.device().post("/api/join", json={"secret": secret})
        assert joined.json()["role"] == "viewer"


async def test_a_code_is_given_when_asked_for_and_only_then(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        url = f"{board.url}/invitations"
        with_code = (await host.post(url, json={"role": "participant", "code": True})).json()
        without = (await host.post(url, json={"role": "participant"})).json()
        assert len(with_code["code"]) == len("CDF 347")
        assert without["code"] is None


async def test_the_list_tells_all_but_the_secrets(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        url = f"{board.url}/invitations"
        wish = {"role": "viewer", "label": "raad", "expiresAt": "2025-02-01T00:00:00+01:00"}
        made = (await host.post(url, json={**wish, "code": True})).json()
        listed = (await host.get(url)).json()
        last = next(one for one in listed if one["id"] == made["id"])
        assert (last["label"], last["standing"], last["hasCode"]) == ("raad", "valid", True)
        assert last["expiresAt"] == "2025-01-31T23:00:00Z"
        text = json.dumps(listed)
        assert not any(secret in text for secret in [*board.secrets.values(), made["code"]])


async def test_withdrawing_puts_out_who_came_by_it(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        viewer = await running.joined(board, "viewer")
        listed = (await host.get(f"{board.url}/invitations")).json()
        way = next(one["id"] for one in listed if one["role"] == "viewer")
        assert (await host.delete(f"{board.url}/invitations/{way}")).status_code == 204
        assert problem(await viewer.get(board.url)) == "403 removed"


async def test_withdrawing_leaves_others_in(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        participant = await running.joined(board, "participant")
        listed = (await host.get(f"{board.url}/invitations")).json()
        way = next(one["id"] for one in listed if one["role"] == "viewer")
        await host.delete(f"{board.url}/invitations/{way}")
        assert (await participant.get(board.url)).status_code == 200


async def test_who_withdraws_the_way_they_came_by_stays_in(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        listed = (await host.get(f"{board.url}/invitations")).json()
        way = next(one["id"] for one in listed if one["role"] == "facilitator")
        await host.delete(f"{board.url}/invitations/{way}")
        assert (await host.get(board.url)).json()["role"] == "facilitator"


async def test_withdrawing_twice_does_no_harm(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = (await host.post(f"{board.url}/invitations", json={"role": "viewer"})).json()
        for _ in range(2):
            answer = await host.delete(f"{board.url}/invitations/{made['id']}")
            assert answer.status_code == 204


async def test_an_invitation_of_another_board_cannot_be_withdrawn_from_here(tmp_path):
    async with house(tmp_path) as running:
        host, stranger = running.device(), running.device()
        board, other = await running.board(host), await running.board(stranger)
        made = (await host.post(f"{board.url}/invitations", json={"role": "viewer"})).json()
        answer = await stranger.delete(f"{other.url}/invitations/{made['id']}")
        assert problem(answer) == "404 unknown_invitation"


async def test_an_invitation_until_yesterday_is_refused(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        wish = {"role": "viewer", "expiresAt": "2025-01-09T15:30:00Z"}
        answer = await host.post(f"{board.url}/invitations", json=wish)
        assert problem(answer) == "422 in_the_past"


async def test_a_moment_without_a_zone_is_refused(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        wish = {"role": "viewer", "expiresAt": "2025-02-09T15:30:00"}
        answer = await host.post(f"{board.url}/invitations", json=wish)
        assert answer.json()["faults"] == [
            {"path": "expiresAt", "message": "zet er een tijdzone bij"}
        ]


async def test_a_board_has_a_bounded_number_of_invitations(tmp_path):
    async with house(tmp_path, limit_invitations_per_board=5) as running:
        host = running.device(**{"accept-language": "en"})
        board = await running.board(host)
        url = f"{board.url}/invitations"
        assert (await host.post(url, json={"role": "viewer"})).status_code == 201
        answer = await host.post(url, json={"role": "viewer"})
        assert problem(answer) == "409 too_many_invitations"
        assert "has 5 already" in answer.json()["detail"]
