"""A photo under the board: laid by a facilitator, seen at the table, in no file."""

from tests.builders.house import house, problem
from tests.builders.photos import SECRET, jpeg


async def laid(host, board, photo=None):
    answer = await host.put(f"{board.url}/underlay", content=photo or jpeg())
    assert answer.status_code == 200, answer.text
    return answer.json()["underlay"]


async def test_a_photo_lies_in_the_middle_as_large_as_fits_and_is_told_to_all(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        place = await laid(host, board)
        assert {name: place[name] for name in ("x", "y", "width", "ratio", "angle")} == {
            "x": 1200,
            "y": 600,
            "width": 2400,
            "ratio": 0.5,
            "angle": 0,
        }
        guest = await running.joined(board, "participant")
        told = (await guest.get(f"{board.url}/session")).json()
        assert told["underlay"] == place


async def test_it_is_sent_bare_to_those_at_the_table_and_to_nobody_else(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        url = f"{board.url}/underlay/{(await laid(host, board))['key']}"
        projector = await running.joined(board, "projector")
        answer = await projector.get(url)
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["cache-control"].startswith("private")
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.content.startswith(b"\xff\xd8")
        assert SECRET not in answer.content
        assert problem(await running.device().get(url)) == "401 not_joined"


async def test_it_is_moved_turned_scaled_and_faded(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        before = await laid(host, board)
        wish = {"x": -20, "width": 800, "angle": 12.5, "fade": 0.2}
        answer = await host.patch(f"{board.url}/underlay", json=wish)
        assert answer.json()["underlay"] == {**before, **wish}
        too_far = await host.patch(f"{board.url}/underlay", json={"x": 99_999})
        assert too_far.status_code == 422


async def test_a_photo_that_is_taken_away_or_replaced_is_gone(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        first, second = await laid(host, board), await laid(host, board, jpeg(20, 20))
        url = f"{board.url}/underlay"
        assert problem(await host.get(f"{url}/{first['key']}")) == "404 unknown_photo"
        assert (await host.delete(url)).json()["underlay"] is None
        assert problem(await host.get(f"{url}/{second['key']}")) == "404 unknown_photo"
        assert problem(await host.patch(url, json={"x": 1})) == "404 unknown_photo"


async def test_what_is_no_photo_is_refused_in_words(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        answer = await host.put(f"{board.url}/underlay", content=b"<svg onload=alert(1)>")
        assert problem(answer) == "422 invalid_photo"
        assert "24 miljoen" in answer.json()["detail"]


async def test_a_photo_may_be_larger_than_an_ordinary_request_but_not_without_end(tmp_path):
    async with house(tmp_path, limit_import_bytes=200_000) as running:
        host = running.device()
        board = await running.board(host)
        comment = b"\xff\xfe\xff\xff" + bytes(65_533)
        large = jpeg()[:2] + comment * 2 + jpeg()[2:]
        await laid(host, board, large)
        over = jpeg()[:2] + comment * 4 + jpeg()[2:]
        answer = await host.put(f"{board.url}/underlay", content=over)
        assert problem(answer) == "413 too_big"


async def test_no_snapshot_or_export_has_it(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        snapshots = f"{board.url}/snapshots"
        before = (await host.post(snapshots, json={"title": "zonder"})).json()
        await laid(host, board)
        after = (await host.post(snapshots, json={"title": "met"})).json()
        assert before["hash"] == after["hash"]


async def test_erasing_a_person_takes_the_photo_away_for_it_may_show_the_name(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        key = (await laid(host, board))["key"]
        me = await host.patch(f"{board.url}/me", json={"name": "Willemijn"})
        wish = {"participant": me.json()["id"]}
        assert (await host.post(f"{board.url}/erasures", json=wish)).status_code == 201
        assert (await host.get(f"{board.url}/session")).json()["underlay"] is None
        gone = await host.get(f"{board.url}/underlay/{key}")
        assert problem(gone) == "404 unknown_photo"
