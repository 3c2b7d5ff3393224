"""Names and seats: one's own, and what a facilitator does for others."""

from tests.builders.house import house, problem


async def test_one_takes_a_name_and_a_seat(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        device = await running.joined(board, "participant")
        answer = await device.patch(f"{board.url}/me", json={"name": "Noor", "seat": "s2"})
        said = answer.json()
        assert (said["name"], said["seat"], said["role"]) == ("Noor", "s2", "participant")


async def test_what_is_left_out_stays_as_it_is(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        device = await running.joined(board, "participant", name="Noor")
        await device.patch(f"{board.url}/me", json={"seat": "s2"})
        said = (await device.patch(f"{board.url}/me", json={})).json()
        assert (said["name"], said["seat"]) == ("Noor", "s2")


async def test_a_seat_where_somebody_sits_is_refused(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        one = await running.joined(board, "participant")
        other = await running.joined(board, "participant")
        await one.patch(f"{board.url}/me", json={"seat": "s1"})
        answer = await other.patch(f"{board.url}/me", json={"seat": "s1"})
        assert problem(answer) == "409 seat_taken"


async def test_a_facilitator_may_seat_two_devices_of_one_person_together(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        one = await running.joined(board, "participant")
        other = await running.joined(board, "participant")
        await one.patch(f"{board.url}/me", json={"seat": "s1"})
        who = (await other.get(board.url)).json()["participant"]
        wish = {"seat": "s1", "together": True}
        answer = await host.patch(f"{board.url}/people/{who}", json=wish)
        assert answer.json()["seat"] == "s1"
        refused = await other.patch(f"{board.url}/me", json=wish)
        assert problem(refused) == "422 invalid"


async def test_a_seat_that_was_left_may_be_taken(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        one = await running.joined(board, "participant")
        other = await running.joined(board, "participant")
        await one.patch(f"{board.url}/me", json={"seat": "s1"})
        await one.patch(f"{board.url}/me", json={"seat": None})
        answer = await other.patch(f"{board.url}/me", json={"seat": "s1"})
        assert answer.json()["seat"] == "s1"


async def test_one_device_in_two_roles_sits_on_one_seat(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device)
        await device.post("/api/join", json={"secret": board.secrets["participant"]})
        for role in ("facilitator", "participant"):
            answer = await device.patch(f"{board.url}/me?as={role}", json={"seat": "s1"})
            assert answer.json()["seat"] == "s1"


async def test_a_seat_that_is_not_at_the_table_is_refused(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board(seats=2)
        device = await running.joined(board, "participant")
        answer = await device.patch(f"{board.url}/me", json={"seat": "s3"})
        assert problem(answer) == "422 unknown_seat"


async def test_a_facilitator_frees_the_seat_of_who_does_not_come_back(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        gone = await running.joined(board, "participant")
        someone = (await gone.patch(f"{board.url}/me", json={"seat": "s1"})).json()
        freed = await host.patch(f"{board.url}/people/{someone['id']}", json={"seat": None})
        assert freed.json()["seat"] is None
        other = await running.joined(board, "participant")
        taken = await other.patch(f"{board.url}/me", json={"seat": "s1"})
        assert taken.json()["seat"] == "s1"


async def test_who_was_removed_is_told_so_and_leaves_the_seat_free(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device = await running.joined(board, "participant")
        someone = (await device.patch(f"{board.url}/me", json={"seat": "s1"})).json()
        answer = await host.delete(f"{board.url}/people/{someone['id']}")
        assert answer.status_code == 204
        assert problem(await device.get(board.url)) == "403 removed"
        people = (await host.get(f"{board.url}/session")).json()["people"]
        assert someone["id"] not in {person["id"] for person in people}


async def test_who_was_removed_may_come_back_with_an_invitation(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        device = await running.joined(board, "participant")
        someone = (await device.patch(f"{board.url}/me", json={})).json()
        await host.delete(f"{board.url}/people/{someone['id']}")
        answer = await device.post("/api/join", json={"secret": board.secrets["participant"]})
        assert answer.json()["participant"] == someone["id"]
        assert (await device.get(board.url)).status_code == 200


async def test_somebody_of_another_board_cannot_be_changed_from_here(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, other = await running.board(host), await running.board()
        device = await running.joined(other, "participant")
        someone = (await device.patch(f"{other.url}/me", json={})).json()
        answer = await host.delete(f"{board.url}/people/{someone['id']}")
        assert problem(answer) == "404 unknown_participant"
        assert (await device.get(other.url)).status_code == 200
