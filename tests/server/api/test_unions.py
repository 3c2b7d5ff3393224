"""Several boards as one: for who leads them all, with names only where every board agrees."""

from copy import deepcopy

from tests.builders.house import NEUTRAL, board_of, house, imported, problem

BIKES = "a01"
SAME = {"actor": BIKES, "otherActor": BIKES, "same": True}


async def two_boards(running):
    """Give a device that leads two boards with the same people, and these boards."""
    host = running.device()
    one = await imported(host)
    other = deepcopy(NEUTRAL)
    other["theme"]["text"] = "Veilig naar school"
    return host, one, await imported(host, other)


async def united(device, one, other, **asked):
    answer = await device.get(f"{one.url}/union", params={"with": other.id, **asked})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_candidates_are_suggested_and_nobody_is_joined_before_people_say_so(tmp_path):
    async with house(tmp_path) as running:
        host, one, other = await two_boards(running)
        found = await united(host, one, other)
    assert found["union"]["shared"] == []
    levels = {pair["level"] for pair in found["pairs"] if pair["one"]["label"] == "supermarkt"}
    assert levels == {"equal"}


async def test_a_decision_joins_says_by_whom_and_when_and_can_be_taken_back(tmp_path):
    async with house(tmp_path) as running:
        host, one, other = await two_boards(running)
        await host.patch(f"{one.url}/me", json={"name": "Anna"})
        decision = {**SAME, "otherBoard": other.id}
        assert (await host.put(f"{one.url}/same", json=decision)).status_code == 204
        found = await united(host, other, one)
        (pair,) = [pair for pair in found["pairs"] if pair["same"] is not None]
        assert (pair["same"], pair["by"], pair["at"]) == (True, "Anna", "2025-01-10T15:30:00Z")
        assert len(found["union"]["shared"]) == 1
        await host.put(f"{one.url}/same", json={**decision, "same": False})
        assert (await united(host, one, other))["union"]["shared"] == []
        await host.put(f"{one.url}/same", json={**decision, "same": None})
        found = await united(host, one, other)
        assert all(pair["same"] is None for pair in found["pairs"])
        assert any(pair["one"]["actor"] == BIKES for pair in found["pairs"])


async def test_names_stay_covered_until_every_board_agrees(tmp_path):
    async with house(tmp_path) as running:
        host, one, other = await two_boards(running)
        await host.put(f"{one.url}/agreement", json={"names": True})
        found = await united(host, one, other)
        assert found["covered"]
        assert [board["agreedAt"] for board in found["boards"]] == ["2025-01-10T15:30:00Z", None]
        for part in ("union.json", "union.svg"):
            file = await host.get(f"{one.url}/{part}", params={"with": other.id})
            assert "rijwielhandelaar" not in file.text
        assert "rijwielhandelaar" not in str(found["union"])
        await host.put(f"{other.url}/agreement", json={"names": True})
        found = await united(host, one, other)
        assert not found["covered"]
        assert "rijwielhandelaar" in str(found["union"])
        await host.put(f"{other.url}/agreement", json={"names": False})
        assert (await united(host, one, other))["covered"]


async def test_a_board_that_one_does_not_lead_takes_no_part(tmp_path):
    async with house(tmp_path) as running:
        host, one, other = await two_boards(running)
        viewer = await running.joined(other, "viewer")
        await viewer.post("/api/join", json={"secret": one.secrets["facilitator"]})
        answer = await viewer.get(f"{one.url}/union", params={"with": other.id})
        assert problem(answer) == "403 forbidden"
        decision = {**SAME, "otherBoard": other.id}
        assert problem(await viewer.put(f"{one.url}/same", json=decision)) == "403 forbidden"
        assert all(pair["same"] is None for pair in (await united(host, one, other))["pairs"])


async def test_who_is_not_there_cannot_be_the_same(tmp_path):
    async with house(tmp_path) as running:
        host, one, other = await two_boards(running)
        nobody = {**SAME, "otherBoard": other.id, "otherActor": "nobody"}
        assert problem(await host.put(f"{one.url}/same", json=nobody)) == "422 unknown_actor"
        itself = {**SAME, "otherBoard": one.id}
        assert problem(await host.put(f"{one.url}/same", json=itself)) == "422 unknown_actor"


async def test_a_schakel_is_the_same_on_the_cloth_it_was_invited_to_make(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        wish = {"actor": BIKES, "theme": "Fietsen in de wijk"}
        child = board_of(await host.post(f"{board.url}/children", json=wish))
        found = (await united(host, board, child))["union"]
    (shared,) = found["shared"]
    assert found["bridges"] == [shared]
    assert found["actors"][shared]["members"] == sorted(f"{b.id}/{BIKES}" for b in (board, child))
