"""The thresholds of the analysis: set by who leads, kept by the board, frozen in a snapshot."""

from tests.builders.house import house, imported, problem


def thin(structure):
    return [f["subjects"] for f in structure["findings"] if f["rule"] == "thin_thread"]


async def test_a_board_begins_with_the_standard_thresholds(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        found = (await host.get(f"{board.url}/thresholds")).json()
        assert (found["thinThread"], found["seatCoverage"], found["staleAfter"]) == (3, 0.5, 3)
        assert found["positionOrder"]["initiator"] == 0


async def test_the_preview_goes_by_them_and_an_older_snapshot_does_not(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        made = (await host.post(f"{board.url}/snapshots", json={"title": "eerst"})).json()
        before = thin((await host.get(f"{board.url}/structure")).json())
        kept = (await host.put(f"{board.url}/thresholds", json={"thinThread": 1})).json()
        assert kept["thinThread"] == 1
        assert len(thin((await host.get(f"{board.url}/structure")).json())) > len(before)
        frozen = (await host.get(f"{board.url}/snapshots/{made['id']}")).json()["structure"]
        assert thin(frozen) == before


async def test_only_who_leads_may_set_them(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        guest = await running.joined(board, "participant")
        assert (await guest.get(f"{board.url}/thresholds")).status_code == 200
        answer = await guest.put(f"{board.url}/thresholds", json={"thinThread": 1})
        assert problem(answer) == "403 forbidden"


async def test_an_order_that_leaves_a_position_out_is_refused(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        answer = await host.put(f"{board.url}/thresholds", json={"positionOrder": {"partner": 1}})
        assert problem(answer) == "422 invalid"
