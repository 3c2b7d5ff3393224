"""Pairing a projector by the four digits it shows."""

from tests.builders.house import house, problem


async def shown(screen):
    answer = await screen.post("/api/projectors")
    assert answer.status_code == 201
    return answer.json()


async def test_a_screen_is_at_the_board_once_its_digits_were_typed(tmp_path):
    async with house(tmp_path) as running:
        host, screen = running.device(), running.device()
        board = await running.board(host)
        digits = await shown(screen)
        asked = {"secret": digits["secret"]}
        assert (await screen.post("/api/projectors/paired", json=asked)).json() == {"board": None}
        await host.post(f"{board.url}/projectors", json={"code": digits["code"]})
        answer = await screen.post("/api/projectors/paired", json=asked)
        assert answer.json() == {"board": board.id}
        assert (await screen.get(board.url)).json()["role"] == "projector"


async def test_digits_that_no_screen_shows_are_refused(tmp_path):
    async with house(tmp_path) as running:
        host, screen = running.device(), running.device()
        board = await running.board(host)
        code = (await shown(screen))["code"]
        other = f"{(int(code) + 1) % 10000:04}"
        answer = await host.post(f"{board.url}/projectors", json={"code": other})
        assert problem(answer) == "404 unknown_projector"


async def test_digits_hold_for_ten_minutes(tmp_path):
    async with house(tmp_path) as running:
        host, screen = running.device(), running.device()
        board = await running.board(host)
        code = (await shown(screen))["code"]
        running.clock.forward(minutes=11)
        answer = await host.post(f"{board.url}/projectors", json={"code": code})
        assert problem(answer) == "404 unknown_projector"


async def test_a_projector_gets_a_way_in_to_show_only_when_it_is_to_show_one(tmp_path):
    async with house(tmp_path) as running:
        host = running.device()
        board = await running.board(host)
        screen = await running.joined(board, "projector")
        way = f"{board.url}/projectors/way"
        assert problem(await screen.post(way)) == "409 wrong_moment"
        await host.patch(f"{board.url}/session/projector", json={"code": True})
        shown = (await screen.post(way)).json()
        viewer = await running.joined(board, "viewer")
        assert problem(await viewer.post(way)) == "403 forbidden"
        for asked in ({"secret": shown["link"].partition("#")[2]}, {"code": shown["code"]}):
            joined = await running.device().post("/api/join", json=asked)
            assert joined.json()["role"] == "participant"
