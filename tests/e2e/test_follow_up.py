"""After the evening: a snapshot is followed up, shared to read, and kept as a file."""

import json
import re

from playwright.async_api import Browser, expect

from tests.builders.boards import EXAMPLE
from tests.e2e.house import House
from tests.e2e.person import Person


async def at_a_moment(house: House, browser: Browser) -> Person:
    """Give a facilitator on the page of a snapshot of the worked example."""
    person = await Person.arrive(browser, house.address)
    api, example = person.page.context.request, json.loads(EXAMPLE.read_text())
    made = await (await api.post(f"{house.address}/api/import", data=example)).json()
    board = made["board"]["id"]
    url = f"{house.address}/api/boards/{board}/snapshots"
    taken = await (await api.post(url, data={"title": "Eerste avond"})).json()
    await person.page.goto(f"{house.address}/k/{board}/momenten/{taken['id']}")
    return person


async def test_a_finding_is_ticked_and_goes_back_to_the_cloth(house, browser):
    anna = await at_a_moment(house, browser)
    await anna.page.get_by_role("button", name=re.compile("^Leg terug op het kleed")).first.click()
    await expect(anna.page.get_by_text("Ligt weer op het kleed").first).to_be_visible()
    await anna.page.get_by_role("checkbox").first.check(force=True)
    await expect(anna.page.get_by_text(re.compile(r"^1 van \d+ gedaan$"))).to_be_visible()
    await anna.page.reload()
    await expect(anna.page.get_by_text(re.compile(r"^1 van \d+ gedaan$"))).to_be_visible()
    await expect(anna.page.get_by_text("Ligt weer op het kleed").first).to_be_visible()
    assert anna.faults == []


async def test_a_reader_without_a_seat_sees_the_snapshot_but_no_names(house, browser):
    anna = await at_a_moment(house, browser)
    await anna.button("Maak een link").click()
    link = anna.page.get_by_role("textbox", name="Link om te lezen", exact=True)
    reader = await Person.arrive(browser, house.address, viewport={"width": 390, "height": 844})
    await reader.page.goto(await link.input_value())
    await expect(reader.page.get_by_text("Namen van mensen zijn afgedekt.")).to_be_visible()
    await expect(
        reader.page.get_by_text("21 van de 24 ingrediënten zijn bereikbaar").first
    ).to_be_visible()
    assert "rijwielhandelaar" not in await reader.page.content()
    assert reader.faults == []


async def test_a_file_is_made_and_told_of_in_the_log(house, browser):
    anna = await at_a_moment(house, browser)
    async with anna.page.expect_download() as file:
        await anna.page.get_by_role("button", name=re.compile(r"^Alles \(JSON\)")).click()
    assert (await file.value).suggested_filename.endswith(".json")
    await anna.page.get_by_text("Welke bestanden gingen eruit?").click()
    await expect(anna.page.get_by_text("zonder namen", exact=True)).to_be_visible()
