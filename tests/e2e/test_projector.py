"""An evening with a projector: paired, sent about from Regie, and calm when the line drops."""

import re

from playwright.async_api import Browser, Page, expect

from tests.e2e.house import House
from tests.e2e.person import Person

CALM = {"reduced_motion": "reduce"}
WALL = {"width": 1920, "height": 1080}


async def evening(house: House, browser: Browser) -> tuple[Person, Person, Page]:
    """Give Iris at her panel, Noor at the cloth, and a screen that was paired by its digits."""
    iris, noor = [await Person.arrive(browser, house.address, **CALM) for _ in range(2)]
    wall = (await Person.arrive(browser, house.address, viewport=WALL, **CALM)).page
    await wall.goto(f"{house.address}/beamer")
    digits = wall.get_by_text(re.compile(r"^Cijfers:"))
    await expect(digits).to_be_attached()
    await iris.import_example()
    way = await iris.send("POST", f"/boards/{iris.board}/invitations", {"role": "participant"})
    await noor.sit_down(house.address + way["link"], "Noor", "leerkracht")
    await iris.set_session(phase="rim")
    await iris.go("regie")
    shown = re.sub(r"\D", "", await digits.inner_text())
    await iris.page.get_by_label("De vier cijfers op het scherm").fill(shown)
    await iris.button("Koppel dit scherm").click()
    await expect(wall.get_by_role("heading", name="Vrolijk groot worden")).to_be_visible()
    return iris, noor, wall


async def test_a_projector_shows_the_room_what_the_facilitator_sends_it_to(house, browser):
    iris, noor, wall = await evening(house, browser)
    part = iris.page.get_by_role("region", name="Beamer")
    await noor.write("schaken op het plein")
    await noor.is_saved()
    await expect(wall.get_by_text("Noor · 6")).to_be_visible()
    assert "schaken" not in await wall.content()
    await expect(wall.get_by_role("textbox")).to_have_count(0)

    await iris.set_session(phase="walk")
    await part.get_by_label("Wat de beamer laat zien").select_option("Rand van Noor")
    note = wall.get_by_text("schaken op het plein")
    await expect(note).to_be_in_viewport()
    box = await note.bounding_box()
    assert box
    assert box["width"] > box["height"], "it stands upright"
    await part.get_by_text("Krijtbord").click()
    await expect(wall.locator("html")).to_have_attribute("data-skin", "chalkboard")
    await part.get_by_text("Namen afgedekt").click()
    await expect(wall.get_by_text("N.", exact=True)).to_be_visible()

    await part.get_by_text("QR-code om aan te schuiven").click()
    await expect(wall.get_by_role("img", name=re.compile("QR"))).to_be_visible()
    code = await wall.get_by_text(re.compile(r"^[A-Z0-9]{6}$")).inner_text()
    assert (await noor.send("POST", "/join", {"code": code}))["role"] == "participant"

    await part.get_by_role("button", name="Rondgang langs de randen").click()
    await expect(part.get_by_text("De beamer toont nu de rand van")).to_be_visible()
    await part.get_by_role("button", name="Stop de rondgang").click()
    await expect(wall.get_by_text("N. · 6")).to_be_visible()

    walk = iris.page.get_by_role("region", name="Samen rondlopen")
    await walk.get_by_role("button", name="Loop samen rond").click()
    told = noor.page.get_by_text(re.compile(r"^Samen rondlopen: rand van .* \(1 van 5\)"))
    await expect(told.first).to_be_visible()
    await noor.button("Blijf hier staan").click()
    await walk.get_by_role("button", name="Volgende rand").click()
    await expect(noor.button("Loop weer mee")).to_be_visible()
    await walk.get_by_role("button", name="Stop het rondlopen").click()
    await expect(noor.page.get_by_text(re.compile(r"1 van 4 randen gelezen"))).to_be_visible()

    await wall.context.set_offline(True)
    await expect(wall.get_by_text("Dit is de laatste stand")).to_be_visible(timeout=15_000)
    await expect(wall.get_by_text("N. · 6")).to_be_visible()
    await wall.context.set_offline(False)
    await expect(wall.get_by_text("Dit is de laatste stand")).to_have_count(0, timeout=15_000)
    assert iris.faults + noor.faults == []
