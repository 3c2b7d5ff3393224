"""The findings of a snapshot as a list to tick."""

from tests.builders.house import house, problem

LOOSE = {"rule": "loose_ingredient", "subjects": ["i1"]}


async def marks_of(running, host):
    board = await running.board(host)
    made = (await host.post(f"{board.url}/snapshots", json={"title": "eerst"})).json()
    return board, f"{board.url}/snapshots/{made['id']}/marks"


async def test_what_is_noted_at_a_finding_is_read_by_all(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, url = await marks_of(running, host)
        assert (await host.get(url)).json() == []
        await host.put(url, json={**LOOSE, "who": "Noor"})
        await host.put(url, json={**LOOSE, "who": "Noor", "done": True})
        viewer = await running.joined(board, "viewer")
        assert (await viewer.get(url)).json() == [
            {**LOOSE, "done": True, "who": "Noor", "handedBack": False}
        ]


async def test_only_who_leads_may_note(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board, url = await marks_of(running, host)
        guest = await running.joined(board, "participant")
        assert problem(await guest.put(url, json=LOOSE)) == "403 forbidden"


async def test_a_finding_that_cannot_be_one_is_refused(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        _, url = await marks_of(running, host)
        answer = await host.put(url, json={"rule": "x y", "subjects": []})
        assert problem(answer) == "422 invalid"
