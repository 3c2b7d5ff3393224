"""Coming to a board by link or code, and being kept out."""

import asyncio

from server.access.cookie import COOKIE
from tests.builders.house import house, problem


async def test_a_secret_becomes_a_place_at_its_board(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        answer = await running.device().post(
            "/api/join", json={"secret": board.secrets["participant"], "name": "  Noor\n"}
        )
        said = answer.json()
        assert answer.status_code == 200
        assert (said["board"], said["role"], said["name"]) == (board.id, "participant", "Noor")
        assert (said["seat"], said["ticket"]) == (None, None)


async def test_the_device_is_known_by_a_cookie_no_script_can_read(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        answer = await running.device().post("/api/join", json={"secret": board.secrets["viewer"]})
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith(f"{COOKIE}=")
        assert "; HttpOnly; SameSite=Lax" in cookie
        assert "Secure" not in cookie


async def test_behind_https_the_cookie_goes_over_nothing_else(tmp_path):
    async with house(tmp_path, public_url="https://kleed.example.org") as running:
        board = await running.board()
        answer = await running.device().post("/api/join", json={"secret": board.secrets["viewer"]})
        assert answer.headers["set-cookie"].endswith("; Secure")


async def test_a_device_that_comes_back_is_the_same_participant(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        device = running.device()
        asked = {"secret": board.secrets["participant"], "name": "Noor"}
        first = (await device.post("/api/join", json=asked)).json()
        again = (await device.post("/api/join", json={**asked, "name": ""})).json()
        assert again == first


async def test_another_device_is_another_participant(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        asked = {"secret": board.secrets["participant"]}
        one = (await running.device().post("/api/join", json=asked)).json()
        other = (await running.device().post("/api/join", json=asked)).json()
        assert one["participant"] != other["participant"]


async def test_a_cookie_of_somebody_elses_making_is_replaced(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        device = running.device(cookie=f"{COOKIE}=short")
        answer = await device.post("/api/join", json={"secret": board.secrets["viewer"]})
        assert f"{COOKIE}=short" not in answer.headers["set-cookie"]


async def test_a_wrong_secret_is_refused(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().post("/api/join", json={"secret": "x" * 43})
        assert problem(answer) == "403 wrong_secret"
        assert "set-cookie" not in answer.headers


async def test_an_invitation_holds_until_its_day(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        asked = {"role": "viewer", "expiresAt": "2025-01-11T15:30:00Z"}
        made = (await facilitator.post(f"{board.url}/invitations", json=asked)).json()
        key = {"secret": made["link"].split("#")[1]}
        assert (await running.device().post("/api/join", json=key)).status_code == 200
        running.clock.forward(days=1)
        assert problem(await running.device().post("/api/join", json=key)) == "403 expired"


async def test_a_withdrawn_invitation_opens_nothing(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        made = (await facilitator.post(f"{board.url}/invitations", json={"role": "viewer"})).json()
        await facilitator.delete(f"{board.url}/invitations/{made['id']}")
        key = {"secret": made["link"].split("#")[1]}
        assert problem(await running.device().post("/api/join", json=key)) == "403 revoked"


async def test_a_code_opens_however_it_is_typed(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        code = await code_of(facilitator, board)
        typed = code.lower().replace(" ", "-")
        answer = await running.device().post("/api/join", json={"code": typed})
        assert answer.json()["board"] == board.id


async def test_a_code_is_not_taken_for_a_secret(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        code = (await code_of(facilitator, board)).replace(" ", "")
        answer = await running.device().post("/api/join", json={"secret": code})
        assert problem(answer) == "403 wrong_secret"


async def test_before_a_shut_door_who_has_a_code_waits(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        code = await code_of(facilitator, board)
        await facilitator.patch(f"{board.url}/session", json={"door": "shut"})
        guest = running.device()
        assert (await guest.post("/api/join", json={"code": code})).json()["waiting"] is True
        assert problem(await guest.get(board.url)) == "403 waiting"
        assert problem(await guest.get(f"{board.url}?as=participant")) == "403 waiting"


async def test_behind_a_shut_door_who_was_in_comes_in_again(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        participant = await running.joined(board, "participant")
        await facilitator.patch(f"{board.url}/session", json={"door": "shut"})
        asked = {"secret": board.secrets["participant"]}
        assert (await participant.post("/api/join", json=asked)).json()["waiting"] is False
        assert (await running.device().post("/api/join", json=asked)).json()["waiting"] is True


async def test_a_shut_door_does_not_keep_the_projector_out(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        await facilitator.patch(f"{board.url}/session", json={"door": "shut"})
        await running.joined(board, "projector")


async def test_guessing_codes_is_slowed_down(tmp_path):
    async with house(tmp_path, limit_wrong_codes=3) as running:
        guesser = running.device()
        for _ in range(3):
            answer = await guesser.post("/api/join", json={"code": "CDF347"})
            assert problem(answer) == "403 wrong_secret"
        answer = await guesser.post("/api/join", json={"code": "CDF347"})
        assert problem(answer) == "429 too_many_tries"
        assert answer.headers["retry-after"] == "3"


async def test_who_guessed_may_try_again_after_the_time_that_was_said(tmp_path):
    async with house(tmp_path, limit_wrong_codes=1) as running:
        board = await running.board()
        guesser = running.device()
        await guesser.post("/api/join", json={"code": "CDF347"})
        right = {"secret": board.secrets["viewer"]}
        assert problem(await guesser.post("/api/join", json=right)) == "429 too_many_tries"
        running.clock.forward(seconds=3)
        assert (await guesser.post("/api/join", json=right)).status_code == 200


async def test_one_who_guesses_does_not_hold_up_another_address(tmp_path):
    async with house(tmp_path, limit_wrong_codes=1) as running:
        board = await running.board()
        await running.device("10.0.0.9").post("/api/join", json={"code": "CDF347"})
        other = running.device("10.0.0.8")
        answer = await other.post("/api/join", json={"secret": board.secrets["viewer"]})
        assert answer.status_code == 200


async def test_two_addresses_of_one_ipv6_household_count_as_one(tmp_path):
    async with house(tmp_path, limit_wrong_codes=1) as running:
        await running.device("2001:db8::1").post("/api/join", json={"code": "CDF347"})
        answer = await running.device("2001:db8::2").post("/api/join", json={"code": "CDF347"})
        assert problem(answer) == "429 too_many_tries"


async def test_thirty_people_in_one_room_come_in_by_code_at_once(tmp_path):
    async with house(tmp_path) as running:
        facilitator = running.device()
        board = await running.board(facilitator)
        code = await code_of(facilitator, board)
        devices = [running.device() for _ in range(30)]
        answers = await asyncio.gather(
            *(device.post("/api/join", json={"code": code}) for device in devices)
        )
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.json()["participant"] for answer in answers}) == 30


async def test_one_key_is_needed_and_not_two(tmp_path):
    async with house(tmp_path) as running:
        device = running.device(**{"accept-language": "en"})
        for asked in ({}, {"secret": "a", "code": "b"}):
            answer = await device.post("/api/join", json=asked)
            assert problem(answer) == "422 invalid"
            assert answer.json()["faults"] == [
                {"path": "", "message": "give exactly one of both: secret or code"}
            ]


async def test_a_name_may_be_long_but_not_endless(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        asked = {"secret": board.secrets["viewer"], "name": "x" * 61}
        answer = await running.device().post("/api/join", json=asked)
        assert problem(answer) == "422 invalid"
        assert answer.json()["faults"][0]["path"] == "name"


async def code_of(facilitator, board):
    asked = {"role": "participant", "code": True}
    made = await facilitator.post(f"{board.url}/invitations", json=asked)
    return made.json()["code"]
