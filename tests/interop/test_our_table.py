"""The page's own table at the real server: its API, its rights, and what it tells people."""

import pytest

from tests.builders.devices import Refused, party


async def test_what_one_writes_the_other_reads_and_both_know_it_is_safe(server):
    async with party(server) as at:
        await at.come("an", "participant", "s2")
        await at.tables.tell("an", "edit", "addIngredient", "fiets", "s2", "blue", [10, 20])
        saved = await at.tables.until("an", lambda state: state["saved"]["state"] == "saved")
        seen = await at.tables.until("regie", lambda state: bool(state["content"]["ingredients"]))
        assert saved["saved"]["unsent"] == 0
        assert seen["content"] == saved["content"]


async def test_everybody_sees_who_sits_where(server):
    async with party(server) as at:
        await at.come("an", "participant", "s2")
        await at.tables.until("regie", lambda state: seated(state).get("an") == "s2")
        with pytest.raises(Refused) as refused:
            await at.come("bo", "participant", "s2")
        assert refused.value.problem["status"] == 409
        assert refused.value.problem["code"] == "seat_taken"


async def test_a_cursor_is_shown_with_the_name_that_the_server_knows(server):
    async with party(server) as at:
        await at.come("an", "participant", "s2")
        await at.tables.tell("an", "show", "", {"cursor": [5, 6]})
        seen = await at.tables.until(
            "regie", lambda state: any(other.get("cursor") for other in state["others"])
        )
        assert [other["user"]["name"] for other in seen["others"]] == ["an"]


async def test_the_step_and_the_clock_reach_everybody(server):
    async with party(server) as at:
        await at.come("an", "participant", "s2")
        await at.tables.tell("an", "edit", "addIngredient", "fiets", "s2", "blue", None)
        await at.tables.tell("regie", "table", "changeSession", {"phase": "walk"})
        await at.tables.tell("regie", "table", "clock", "start", 60)
        told = await at.tables.until(
            "an", lambda state: state["session"]["clock"]["state"] == "running"
        )
        assert told["session"]["phase"] == "walk"
        assert told["session"]["turned"] is True
        assert told["next"] is None


async def test_a_participant_cannot_change_the_step(server):
    async with party(server) as at:
        await at.come("an", "participant")
        with pytest.raises(Refused) as refused:
            await at.tables.tell("an", "table", "changeSession", {"phase": "free"})
        assert refused.value.problem["status"] == 403
        assert refused.value.problem["title"]


async def test_what_is_written_while_writing_is_paused_comes_through_when_it_is_not(server):
    async with party(server) as at:
        await at.come("an", "participant", "s2")
        await at.tables.tell("regie", "table", "changeSession", {"writing": False})
        await at.tables.until("an", lambda state: not state["me"]["mayWrite"])
        await at.tables.tell("an", "edit", "addIngredient", "fiets", "s2", "blue", None)
        held = await at.tables.until("an", lambda state: state["saved"]["state"] == "refused")
        assert held["saved"]["unsent"] == 1
        assert held["saved"]["reason"]
        await at.tables.tell("regie", "table", "changeSession", {"writing": True})
        await at.tables.until("an", lambda state: state["saved"]["state"] == "saved")
        await at.tables.until("regie", lambda state: bool(state["content"]["ingredients"]))


async def test_what_the_server_refuses_can_be_given_up(server):
    async with party(server) as at:
        await at.come("an", "participant", "s2")
        await at.tables.tell("an", "edit", "addIngredient", "eerst", "s2", "blue", None)
        await at.tables.until("an", lambda state: state["saved"]["state"] == "saved")
        await at.tables.tell("regie", "table", "changeSession", {"writing": False})
        await at.tables.until("an", lambda state: not state["me"]["mayWrite"])
        await at.tables.tell("an", "edit", "addIngredient", "te laat", "s2", "blue", None)
        await at.tables.until("an", lambda state: state["saved"]["state"] == "refused")
        given_up = await at.tables.tell("an", "discard")
        left = await at.tables.until("an", lambda state: state["saved"]["state"] == "saved")
        assert given_up == ["te laat"]
        assert [slip["text"] for slip in left["content"]["ingredients"].values()] == ["eerst"]


async def test_who_is_sent_away_hears_why(server):
    async with party(server) as at:
        made = await at.tables.tell("regie", "table", "invite", {"role": "participant"})
        at.links["participant"] = made["link"]
        await at.come("an", "participant", "s2")
        await at.tables.tell("regie", "table", "revoke", made["id"])
        sent = await at.tables.until("an", lambda state: state["ended"] is not None)
        assert sent["ended"]["code"] == "revoked"
        assert sent["ended"]["reason"]


async def test_a_snapshot_is_taken_listed_described_and_removed(server):
    async with party(server) as at:
        taken = await at.tables.tell("regie", "table", "takeSnapshot", "begin")
        listed = await at.tables.tell("regie", "table", "snapshots")
        await at.tables.tell("regie", "table", "changeSnapshot", taken["id"], {"note": "stil"})
        full = await at.tables.tell("regie", "table", "snapshot", taken["id"])
        await at.tables.tell("regie", "table", "deleteSnapshot", taken["id"])
        assert [one["title"] for one in listed] == ["begin"]
        assert full["hash"] == taken["hash"]
        assert full["structure"]["schema"] == "tafelkleed/position-structure/1"
        assert await at.tables.tell("regie", "table", "snapshots") == []


async def test_a_board_that_is_not_there_is_a_problem_in_words(server):
    async with party(server) as at:
        with pytest.raises(Refused) as refused:
            await at.tables.tell("an", "open", "nergens")
        assert refused.value.problem["status"] in (401, 404)
        assert refused.value.problem["detail"]


def seated(state):
    return {person["name"]: person["seat"] for person in state["session"]["people"]}
