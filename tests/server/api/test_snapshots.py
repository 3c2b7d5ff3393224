"""Snapshots: frozen by a facilitator, read by all who may, never changed."""

from tests.builders.house import house, imported, problem


async def taken(host, board, title="Avond 1"):
    answer = await host.post(f"{board.url}/snapshots", json={"title": title})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_snapshot_tells_when_in_which_step_and_its_hash(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        await host.patch(f"{board.url}/session", json={"phase": "connectors"})
        made = await taken(host, board)
        assert (made["title"], made["phase"]) == ("Avond 1", "connectors")
        assert made["takenAt"] == "2025-01-10T15:30:00Z"
        assert made["hash"].startswith("sha256:")


async def test_two_snapshots_of_the_same_cloth_have_the_same_hash(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        first, second = await taken(host, board), await taken(host, board, "later")
        assert first["hash"] == second["hash"]
        assert first["id"] != second["id"]


async def test_a_viewer_reads_the_list_and_the_structure(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = await taken(host, board)
        viewer = await running.joined(board, "viewer")
        listed = (await viewer.get(f"{board.url}/snapshots")).json()
        assert [one["id"] for one in listed] == [made["id"]]
        opened = (await viewer.get(f"{board.url}/snapshots/{made['id']}")).json()
        assert opened["structure"]["source"] == {
            "board": board.id,
            "snapshot": made["id"],
            "hash": made["hash"],
            "taken_at": "2025-01-10T16:30:00+01:00",
        }


async def test_the_picture_is_an_svg_that_may_do_nothing(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = await taken(host, board)
        opened = (await host.get(f"{board.url}/snapshots/{made['id']}")).json()
        answer = await host.get(opened["picture"])
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert answer.text.startswith("<svg")
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


async def test_title_and_note_may_change_but_nothing_else(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = await taken(host, board)
        url = f"{board.url}/snapshots/{made['id']}"
        changed = (await host.patch(url, json={"note": "met Noor besproken"})).json()
        assert changed == {**made, "note": "met Noor besproken"}
        assert problem(await host.patch(url, json={"hash": "x"})) == "422 invalid"


async def test_a_snapshot_that_was_thrown_away_is_gone(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = await taken(host, board)
        url = f"{board.url}/snapshots/{made['id']}"
        assert (await host.delete(url)).status_code == 204
        assert problem(await host.get(url)) == "404 unknown_snapshot"


async def test_a_snapshot_that_was_thrown_away_can_be_had_back(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = await taken(host, board)
        url = f"{board.url}/snapshots/{made['id']}"
        await host.delete(url)
        viewer = await running.joined(board, "viewer")
        assert problem(await viewer.post(f"{url}/restore")) == "403 forbidden"
        assert (await host.post(f"{url}/restore")).json() == made
        assert (await host.get(url)).status_code == 200


async def test_the_list_tells_what_is_reachable_and_on_how_few_threads(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await imported(host)
        await taken(host, board)
        [listed] = (await host.get(f"{board.url}/snapshots")).json()
        counts = listed["counts"]
        assert (counts["ingredients"], counts["reachable"], counts["single_carried"]) == (
            24,
            21,
            14,
        )


async def test_a_snapshot_of_another_board_cannot_be_read_from_here(tmp_path):
    async with house(tmp_path) as running:
        host, stranger = running.device(), running.device()
        board, other = await running.board(host), await running.board(stranger)
        made = await taken(host, board)
        for method in ("GET", "PATCH", "DELETE"):
            url = f"{other.url}/snapshots/{made['id']}"
            answer = await stranger.request(method, url, json={} if method == "PATCH" else None)
            assert problem(answer) == "404 unknown_snapshot"


async def test_a_board_has_a_bounded_number_of_snapshots(tmp_path):
    async with house(tmp_path, limit_snapshots_per_board=1) as running:
        host = running.device()
        board = await running.board(host)
        await taken(host, board)
        answer = await host.post(f"{board.url}/snapshots", json={"title": "te veel"})
        assert problem(answer) == "409 too_many_snapshots"


async def test_the_preview_shows_what_a_snapshot_would(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        made = await taken(host, board)
        preview = (await host.get(f"{board.url}/structure")).json()
        frozen = (await host.get(f"{board.url}/snapshots/{made['id']}")).json()["structure"]
        assert preview["source"]["snapshot"] is None
        assert {**preview, "source": None} == {**frozen, "source": None}
