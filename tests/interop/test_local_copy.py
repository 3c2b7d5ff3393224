"""What is written on a device stays there until the server has it, and no longer than people want.

In a real browser: the copy lives in IndexedDB.
"""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser

from tests.builders.browser import State, Tab, chromium, device

SLIP = ("addIngredient", "fiets", "s1", "blue", [10, 20])
pytestmark = pytest.mark.e2e


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A fresh browser."""
    async with chromium() as browser:
        yield browser


async def board_at(tab: Tab) -> str:
    """Make a board on this device, sit down at it and give its id."""
    made: dict[str, Any] = await tab.do("api.createBoard", {"theme": "Vrolijk", "seats": 3})
    board: str = made["board"]["id"]
    await tab.do("open", board)
    await tab.until(saved)
    return board


async def two_at(lead: Tab, guest: Tab) -> str:
    """Make a board on one device, let another come to it, and give its id."""
    made = await lead.do("api.createBoard", {"theme": "Vrolijk", "seats": 3})
    board: str = made["board"]["id"]
    secret = made["links"]["participant"].partition("#")[2]
    await guest.do("api.join", {"secret": secret, "name": "Bob"})
    for tab in (lead, guest):
        await tab.do("open", board)
        await tab.until(saved)
    return board


def saved(state: State) -> bool:
    return state["saved"]["state"] == "saved"


def all_slips(state: State) -> list[dict[str, Any]]:
    return list(state["content"]["ingredients"].values())


def slips(state: State) -> list[str]:
    return sorted(slip["text"] for slip in all_slips(state))


def is_late(slip: dict[str, Any]) -> bool:
    return bool(slip["late"])


async def test_words_written_without_a_connection_survive_a_reload_and_arrive(browser, server):
    here = await device(browser, server)
    tab = await here.page()
    board = await board_at(tab)
    await here.cut_off()
    await tab.until(lambda state: state["saved"]["state"] == "offline")
    await tab.do("edit", *SLIP)
    before = (await tab.state())["saved"]
    await tab.reload()
    await tab.do("open", board)
    after = await tab.state()
    assert slips(after) == ["fiets"]
    assert after["saved"] == before == {**before, "state": "offline", "unsent": 1}
    here.come_back()
    await tab.until(saved)
    fresh = await here.page()
    await fresh.do("open", board)
    assert slips(await fresh.until(saved)) == ["fiets"]


async def test_what_was_stored_no_longer_counts_after_a_reload(browser, server):
    here = await device(browser, server)
    tab = await here.page()
    board = await board_at(tab)
    await tab.do("edit", *SLIP)
    await tab.until(lambda state: saved(state) and state["saved"]["unsent"] == 0)
    await here.cut_off()
    await tab.reload()
    await tab.do("open", board)
    state = await tab.state()
    assert slips(state) == ["fiets"]
    assert state["saved"]["unsent"] == 0


async def test_words_for_a_board_that_was_renewed_meanwhile_are_written_on_the_new_one(
    browser, server
):
    here, elsewhere = await device(browser, server), await device(browser, server)
    lead, tab = await here.page(), await elsewhere.page()
    board = await two_at(lead, tab)
    [before] = (await lead.until(lambda state: len(state["others"]) == 1))["others"]
    await elsewhere.cut_off()
    await tab.do("edit", *SLIP)
    elsewhere.turned_away_with.append(4409)
    elsewhere.come_back()
    await tab.until(lambda state: saved(state) and slips(state) == ["fiets"])
    after = await lead.until(lambda state: slips(state) == ["fiets"] and bool(state["others"]))
    assert before not in after["others"]
    await tab.reload()
    await tab.do("open", board)
    assert slips(await tab.until(saved)) == ["fiets"]


async def test_slips_that_come_when_the_table_has_gone_on_are_marked_late(browser, server):
    here, elsewhere = await device(browser, server), await device(browser, server)
    lead, tab = await here.page(), await elsewhere.page()
    await two_at(lead, tab)
    await lead.do("table", "changeSession", {"phase": "rim"})
    await tab.until(lambda state: state["phase"] == "rim")
    await tab.do("edit", *SLIP)
    await tab.until(saved)
    await elsewhere.cut_off()
    await tab.do("edit", "addIngredient", "step", "s1", "blue", [30, 20])
    await lead.do("table", "changeSession", {"phase": "walk"})
    elsewhere.come_back()
    seen = await lead.until(lambda state: any(map(is_late, all_slips(state))))
    assert {slip["text"]: is_late(slip) for slip in all_slips(seen)} == {
        "fiets": False,
        "step": True,
    }


async def test_two_texts_written_apart_both_stay(browser, server):
    one, two = await device(browser, server), await device(browser, server)
    ann, bob = await one.page(), await two.page()
    await two_at(ann, bob)
    slip = await ann.do("edit", *SLIP)
    await bob.until(lambda state: slips(state) == ["fiets"])
    await one.cut_off()
    await ann.do("edit", "setText", slip, "driewieler")
    await bob.do("edit", "setText", slip, "bakfiets")
    await bob.until(saved)
    one.come_back()
    for tab in (ann, bob):
        await tab.until(lambda state: saved(state) and slips(state) == ["bakfiets", "driewieler"])


async def test_two_tabs_of_one_person_write_side_by_side(browser, server):
    here = await device(browser, server)
    one, other = await here.page(), await here.page()
    board = await board_at(one)
    await other.do("open", board)
    await one.do("edit", *SLIP)
    await other.do("edit", "addIngredient", "step", "s1", "blue", [30, 20])
    for tab in (one, other):
        await tab.until(lambda state: saved(state) and slips(state) == ["fiets", "step"])


async def test_a_second_tab_brings_what_the_first_could_not_send(browser, server):
    here = await device(browser, server)
    one = await here.page()
    board = await board_at(one)
    await here.cut_off()
    await one.do("edit", *SLIP)
    other = await here.page()
    await other.do("open", board)
    assert (await other.state())["saved"]["unsent"] == 1
    await one.page.close()
    here.come_back()
    await other.until(saved)
    elsewhere = await here.page()
    await elsewhere.do("open", board)
    assert slips(await elsewhere.until(saved)) == ["fiets"]


async def test_leaving_takes_the_copy_away_when_all_is_stored(browser, server):
    here = await device(browser, server)
    tab = await here.page()
    await board_at(tab)
    await tab.do("edit", *SLIP)
    assert await tab.do("databases")
    await tab.do("close", {"forget": True})
    assert await tab.do("databases") == []
    assert await tab.do("remembered") == []


async def test_leaving_keeps_what_the_server_does_not_have(browser, server):
    here = await device(browser, server)
    tab = await here.page()
    board = await board_at(tab)
    await here.cut_off()
    await tab.do("edit", *SLIP)
    await tab.do("close", {"forget": True})
    await tab.reload()
    await tab.do("open", board)
    assert slips(await tab.state()) == ["fiets"]


async def test_a_shared_device_keeps_nothing(browser, server):
    here = await device(browser, server)
    tab = await here.page()
    await tab.do("markShared", True)
    await board_at(tab)
    await tab.do("edit", *SLIP)
    await tab.until(saved)
    assert await tab.do("databases") == []
    assert await tab.do("remembered") == []
