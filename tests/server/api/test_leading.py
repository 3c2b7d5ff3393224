"""How a facilitator leads: what each command does, and who sees it."""

from tests.builders.house import house, problem


async def table(running):
    """A board with its facilitator and one participant, and that one's id."""
    host = running.device()
    board = await running.board(host)
    guest = await running.joined(board, "participant", name="Noor")
    noor = (await guest.get(board.url)).json()["participant"]
    return board, host, guest, noor


async def test_the_facilitator_sees_who_is_ready_and_others_how_many(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, noor = await table(running)
        said = (await guest.put(f"{board.url}/me/ready", json={"ready": True})).json()
        assert (said["readyCount"], said["you"]["ready"]) == (1, True)
        assert "regie" not in said
        assert (await host.get(f"{board.url}/session")).json()["regie"]["ready"] == [noor]


async def test_another_step_asks_anew_who_is_ready(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, _ = await table(running)
        await guest.put(f"{board.url}/me/ready", json={"ready": True})
        said = (await host.patch(f"{board.url}/session", json={"phase": "walk"})).json()
        assert said["readyCount"] == 0


async def test_slips_turn_when_the_count_is_over_and_not_before(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, _ = await table(running)
        await host.patch(f"{board.url}/session", json={"phase": "rim"})
        said = (await host.post(f"{board.url}/session/turn", json={"seconds": 3})).json()
        assert (said["turned"], said["turnsAt"] is None) == (False, False)
        running.clock.forward(seconds=3)
        said = (await guest.get(f"{board.url}/session")).json()
        assert (said["turned"], said["turnsAt"]) == (True, None)


async def test_a_count_can_be_stopped(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, _ = await table(running)
        await host.post(f"{board.url}/session/turn", json={})
        await host.patch(f"{board.url}/session", json={"turned": False})
        running.clock.forward(seconds=10)
        assert (await guest.get(f"{board.url}/session")).json()["turned"] is False


async def test_whose_writing_is_held_up_hears_so(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, noor = await table(running)
        await host.patch(f"{board.url}/people/{noor}/locks", json={"paused": True})
        assert (await guest.get(f"{board.url}/session")).json()["you"]["paused"] is True


async def test_locks_are_lifted_for_one_or_for_all(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, noor = await table(running)
        await host.patch(f"{board.url}/people/{noor}/locks", json={"free": True})
        assert (await guest.get(f"{board.url}/session")).json()["you"]["free"] is True
        await host.patch(f"{board.url}/people/{noor}/locks", json={"free": False})
        await host.patch(f"{board.url}/session", json={"allFree": True})
        assert (await guest.get(f"{board.url}/session")).json()["you"]["free"] is True


async def test_nobody_locks_who_is_not_at_the_board(tmp_path):
    async with house(tmp_path) as running:
        board, host, _, _ = await table(running)
        answer = await host.patch(f"{board.url}/people/nobody/locks", json={"paused": True})
        assert problem(answer) == "404 unknown_participant"


async def test_attention_is_told_to_all_until_it_is_released(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, _ = await table(running)
        asked = {"grade": "hold", "target": "seat:s2"}
        await host.put(f"{board.url}/session/attention", json=asked)
        said = (await guest.get(f"{board.url}/session")).json()["attention"]
        assert (said["grade"], said["target"], said["number"]) == ("hold", "seat:s2", 1)
        await host.delete(f"{board.url}/session/attention")
        assert (await guest.get(f"{board.url}/session")).json()["attention"] is None


async def test_a_walk_goes_on_and_ends_past_the_last_rim(tmp_path):
    async with house(tmp_path) as running:
        board, host, _, _ = await table(running)
        walk = f"{board.url}/session/walk"
        said = (await host.put(walk, json={"seats": ["s1", "s2"], "seconds": 30})).json()["walk"]
        assert (said["seats"], said["seconds"]) == (["s1", "s2"], 30)
        assert (await host.post(walk, json={"stride": "next"})).json()["walk"] is not None
        assert (await host.post(walk, json={"stride": "next"})).json()["walk"] is None
        assert problem(await host.post(walk, json={"stride": "next"})) == "409 wrong_moment"


async def test_notes_of_the_script_are_kept_for_facilitators_alone(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, _ = await table(running)
        asked = {"minutes": 12, "note": "eerst koffie"}
        said = (await host.put(f"{board.url}/session/script/rim", json=asked)).json()
        assert said["regie"]["script"] == [{"phase": "rim", **asked}]
        assert "koffie" not in (await guest.get(f"{board.url}/session")).text


async def test_the_projector_is_told_what_to_show(tmp_path):
    async with house(tmp_path) as running:
        board, host, _, _ = await table(running)
        screen = await running.joined(board, "projector")
        asked = {"region": "seat", "target": "s2", "paper": "chalkboard", "code": True}
        await host.patch(f"{board.url}/session/projector", json=asked)
        said = (await screen.get(f"{board.url}/session")).json()["projector"]
        assert said == {**asked, "tour": None}


async def test_a_tour_of_the_projector_goes_on_until_a_region_is_chosen(tmp_path):
    async with house(tmp_path) as running:
        board, host, _, _ = await table(running)
        url = f"{board.url}/session/projector"
        await host.put(f"{url}/tour", json={"seats": ["s1", "s2"], "seconds": 20})
        said = (await host.patch(url, json={"paper": "chalkboard"})).json()["projector"]
        assert (said["tour"]["seats"], said["paper"]) == (["s1", "s2"], "chalkboard")
        said = (await host.patch(url, json={"region": "whole"})).json()["projector"]
        assert (said["tour"], said["paper"]) == (None, "chalkboard")


async def test_what_a_facilitator_did_can_be_put_back(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, noor = await table(running)
        url = f"{board.url}/session"
        await host.patch(url, json={"silence": "still"})
        await host.delete(f"{board.url}/people/{noor}")
        removed, silence = (await host.get(url)).json()["regie"]["log"]
        assert (removed["what"], silence["what"]) == ("removed", "silence")
        assert problem(await guest.get(url)) == "403 removed"
        await host.post(f"{url}/log/{removed['number']}/back")
        assert (await guest.get(url)).status_code == 200
        said = (await host.post(f"{url}/log/{silence['number']}/back")).json()
        assert said["silence"] == "blank"
        answer = await host.post(f"{url}/log/{silence['number']}/back")
        assert problem(answer) == "409 wrong_moment"


async def test_a_step_that_ends_is_kept_as_a_snapshot_unless_nothing_changed(tmp_path):
    async with house(tmp_path) as running:
        board, host, _, _ = await table(running)
        for phase in ("rim", "walk", "rim"):
            await host.patch(f"{board.url}/session", json={"phase": phase})
        kept = (await host.get(f"{board.url}/snapshots")).json()
        assert [(one["title"], one["phase"]) for one in kept] == [("Einde van stap 1", "theme")]


async def test_all_of_it_outlives_a_restart(tmp_path):
    async with house(tmp_path) as running:
        board, host, guest, _ = await table(running)
        await guest.put(f"{board.url}/me/ready", json={"ready": True})
        await host.patch(f"{board.url}/session/projector", json={"region": "centre"})
        before = (await host.get(f"{board.url}/session")).json()
        cookies = host.cookies
    async with house(tmp_path) as running:
        host = running.device()
        host.cookies = cookies
        after = (await host.get(f"{board.url}/session")).json()
        assert {**after, "now": ""} == {**before, "now": ""}
