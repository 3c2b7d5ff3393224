"""Afterwards: a photo under the cloth, how it grew, and what two cloths share."""

import json
import re
from copy import deepcopy

from playwright.async_api import Browser, expect

from tests.builders.boards import EXAMPLE
from tests.builders.photos import png
from tests.e2e.house import House
from tests.e2e.person import Person


async def test_a_photo_the_past_and_another_cloth(house: House, browser: Browser):
    anna = await Person.arrive(browser, house.address)
    page, data = anna.page, json.loads(EXAMPLE.read_text())
    other = deepcopy(data)
    other["theme"]["text"] = "Veilig naar school"
    made = [await anna.send("POST", "/import", json.dumps(one)) for one in (other, data)]
    board = made[1]["board"]["id"]
    await page.goto(f"{house.address}/k/{board}")

    await anna.go("regie")
    drawn = await page.screenshot()
    await page.locator("input[type=file]").set_input_files(
        {"name": "kleed.png", "mimeType": "image/png", "buffer": drawn}
    )
    turn = page.get_by_role("slider", name="Draaien")
    await turn.press("ArrowRight")
    await expect(turn).to_have_attribute("aria-valuetext", "1°")
    await page.locator("input[type=file]").set_input_files(
        {"name": "kapot.png", "mimeType": "image/png", "buffer": png()}
    )
    await expect(page.get_by_text("Deze foto kan niet gelezen worden").first).to_be_visible()
    await anna.button("Haal de foto weg").click()
    await expect(page.get_by_text("De foto is weg.").first).to_be_visible()

    theme = made[1]["board"]["title"]
    await anna.send("PATCH", f"/boards/{board}/session", {"phase": "free"})
    await anna.go("lijst")
    await anna.note_person("postbode", "local")
    await anna.is_saved()
    await anna.go("verloop")
    cloth = page.get_by_role("img", name=re.compile(theme))
    await expect(cloth).to_be_visible()
    where = page.get_by_role("slider", name="Waar in het verloop")
    await where.press("Home")
    await expect(where).to_have_attribute("aria-valuetext", re.compile("beeld 1 van"))
    await anna.button("Stap verder").click()
    await expect(where).to_have_attribute("aria-valuetext", re.compile("beeld 2 van"))
    await expect(page.get_by_text("1 betrokkene erbij", exact=True)).to_be_visible()

    await anna.go("samen")
    await page.get_by_text("Veilig naar school").click()
    await page.get_by_role("button", name=re.compile("^Dit is dezelfde: .supermarkt.")).click()
    shared = page.get_by_role("region", name="Wie de kleden delen", exact=True)
    await expect(shared.get_by_role("cell", name="verbindt thema’s")).to_be_visible()
    await expect(shared.get_by_text("supermarkt")).to_have_count(0)
    for title in ("Veilig naar school", theme):
        await page.get_by_label(f"Namen van ‘{title}’").check(force=True)
    await expect(shared.get_by_role("rowheader", name="supermarkt")).to_be_visible()
    await page.get_by_role("button", name=re.compile("^Neem terug: .supermarkt.")).click()
    await expect(shared.get_by_text("Nog niemand.")).to_be_visible()
    assert anna.faults == []
