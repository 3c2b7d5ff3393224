"""One evening over HTTP, on SQLite and on PostgreSQL alike."""

import asyncio

from tests.builders.house import house, imported, problem


async def test_a_group_makes_a_snapshot_and_takes_it_home(tmp_path, url):
    async with house(tmp_path, database_url=url) as running:
        host = running.device()
        board = await imported(host)
        guest = await running.joined(board, "participant", name="Noor")
        await guest.patch(f"{board.url}/me", json={"seat": "s1"})
        await host.patch(f"{board.url}/session", json={"phase": "connectors"})
        taken = (await host.post(f"{board.url}/snapshots", json={"title": "1"})).json()
        opened = (await guest.get(f"{board.url}/snapshots/{taken['id']}")).json()
        assert opened["structure"]["totals"]["coverage"] == 0.875
        assert opened["phase"] == "connectors"
        export = f"{board.url}/snapshots/{taken['id']}/export/json"
        assert (await guest.get(export)).status_code == 200
        people = (await guest.get(f"{board.url}/session")).json()["people"]
        assert ("Noor", "s1") in {(one["name"], one["seat"]) for one in people}


async def test_of_many_who_want_one_seat_at_once_one_gets_it(tmp_path, url):
    async with house(tmp_path, database_url=url) as running:
        board = await running.board()
        guests = [await running.joined(board, "participant") for _ in range(8)]
        answers = await asyncio.gather(
            *(guest.patch(f"{board.url}/me", json={"seat": "s1"}) for guest in guests)
        )
        assert sorted(answer.status_code for answer in answers) == [200] + [409] * 7


async def test_a_device_that_joins_twice_at_once_is_one_participant(tmp_path, url):
    async with house(tmp_path, database_url=url) as running:
        board = await running.board()
        device = await running.joined(board, "viewer")
        asked = {"secret": board.secrets["participant"]}
        answers = await asyncio.gather(*(device.post("/api/join", json=asked) for _ in range(8)))
        assert len({answer.json()["participant"] for answer in answers}) == 1


async def test_an_address_no_database_can_hold_is_not_there(tmp_path, url):
    async with house(tmp_path, database_url=url) as running:
        host = running.device()
        board = await running.board(host)
        for path in ("/api/boards/a%00b", f"{board.url}/snapshots/a%00b"):
            assert problem(await host.get(path)) == "404 unknown_route"
