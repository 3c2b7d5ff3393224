"""Without a connection, back again, in two tabs, and on a device of many people."""

import shutil
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from server.settings import Settings
from tests.e2e.house import House
from tests.e2e.person import Person

PAGES = Settings().frontend
WATCH = """
() => {
  window.chips = []
  const look = () => {
    const words = document.querySelector('.saved .visually-hidden')?.textContent.trim() ?? ''
    const chip = words.replace(/[(].*|sinds.*/, '').replace(/ –.*/, '').trim()
    if (chip && chip !== window.chips.at(-1)) window.chips.push(chip)
  }
  look()
  new MutationObserver(look).observe(document.body,
    { subtree: true, childList: true, characterData: true })
}
"""
KEPT = "indexedDB.databases().then(all => all.map(one => one.name).filter(one => one.length > 16))"


async def writers(house: House, browser: Browser) -> tuple[Person, Person]:
    """Give a facilitator and a participant in silent writing, both at the cloth."""
    iris, noor = [await Person.arrive(browser, house.address) for _ in range(2)]
    links = await iris.make_cloth("Ontdek de ruimte", seats=4)
    await iris.sit_down(links["Link voor de tafel"].split("#")[0], "Iris", "stoel 1")
    await noor.sit_down(links["Link voor de tafel"], "Noor", "stoel 2")
    await iris.set_session(phase="rim")
    await expect(noor.page.get_by_label("Nieuw ingrediënt op jouw rand")).to_be_visible()
    return iris, noor


async def kept_for_offline(page: Page) -> None:
    """Wait until this device has the whole page."""
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")


async def test_twenty_slips_written_without_a_connection_come_late_and_all(house, browser):
    iris, noor = await writers(house, browser)
    await noor.write("vooraf")
    await noor.is_saved()
    await noor.page.evaluate(WATCH)
    await noor.page.context.set_offline(True)
    slips = [f"los idee {number}" for number in range(1, 21)]
    await noor.write(*slips)
    chip = noor.page.get_by_role("status")
    await expect(chip.filter(has_text="20 bewaard").first).to_be_visible(timeout=25_000)
    await iris.set_session(phase="walk")
    await noor.page.context.set_offline(False)
    await noor.is_saved()
    await iris.go("lijst")
    for slip in slips:
        line = iris.row("Noor", slip)
        await expect(line).to_have_count(1)
        await expect(line).to_contain_text("nagekomen")
    await expect(iris.row("Noor", "vooraf")).not_to_contain_text("nagekomen")
    chips = await noor.page.evaluate("window.chips")
    away = chips.index("Zonder verbinding")
    assert set(chips[:away]) <= {"Bij", "Bezig"}
    assert chips[away:] in (
        ["Zonder verbinding", "Bezig", "Bij"],
        ["Zonder verbinding", "Bij"],
    )


async def test_the_cloth_opens_without_a_server_and_goes_on_from_the_copy(house, browser):
    _, noor = await writers(house, browser)
    await noor.write("van gisteren")
    await noor.is_saved()
    await kept_for_offline(noor.page)
    await house.shut()
    await noor.page.reload()
    await expect(noor.cloth.get_by_role("button", name="van gisteren")).to_be_visible()
    await noor.write("zonder netwerk")
    await expect(noor.page.get_by_role("status").filter(has_text="1 bewaard")).not_to_have_count(0)
    await noor.page.reload()
    await expect(noor.cloth.get_by_role("button", name="zonder netwerk")).to_be_visible()
    await house.open()
    await noor.is_saved()


async def test_a_new_version_waits_for_the_person_and_comes_when_asked(tmp_path, browser):
    pages = tmp_path / "pages"
    shutil.copytree(PAGES, pages)
    house = House(tmp_path / "data", pages)
    await house.open()
    someone = await Person.arrive(browser, house.address)
    await someone.page.goto(f"{house.address}/hulp")
    await kept_for_offline(someone.page)
    renew(pages)
    await someone.page.reload()
    renewed = someone.page.locator("html[data-renewed]")
    await expect(someone.button("Neem de nieuwe versie")).to_be_visible()
    await expect(renewed).to_have_count(0)
    await someone.button("Neem de nieuwe versie").click()
    await expect(renewed).to_have_count(1)
    await house.shut()


def renew(pages: Path) -> None:
    """Put another version in the place of the one that is served."""
    index, worker = pages / "index.html", pages / "worker.js"
    index.write_text(index.read_text().replace("<html ", "<html data-renewed ", 1))
    worker.write_text(worker.read_text().replace("`tafelkleed-`", "`tafelkleed-2-`"))


async def test_a_second_tab_asks_to_take_over_and_the_first_stops(house, browser):
    _, noor = await writers(house, browser)
    await noor.write("uit het eerste tabblad")
    second = await noor.page.context.new_page()
    await second.goto(noor.page.url)
    await expect(second.get_by_role("heading", name="Je zit al aan dit kleed")).to_be_visible()
    await expect(second.get_by_role("application")).to_have_count(0)
    await second.get_by_role("button", name="Ga hier verder").click()
    slip = second.get_by_role("application").get_by_role("button", name="uit het eerste tabblad")
    await expect(slip).to_be_visible()
    first = noor.page.get_by_role("heading", name="Je zit al aan dit kleed")
    await expect(first).to_be_visible()
    await expect(noor.cloth).to_have_count(0)


async def test_a_shared_device_keeps_nothing_of_the_cloth(house, browser):
    iris, noor = await writers(house, browser)
    assert await noor.page.evaluate(KEPT)
    guest = await Person.arrive(browser, house.address)
    link = await iris.send("POST", f"/boards/{iris.board}/invitations", {"role": "participant"})
    await guest.page.goto(house.address + link["link"])
    await guest.page.get_by_label("Hoe heet je?").fill("Gast")
    await guest.page.get_by_text("Meer mensen gebruiken dit apparaat").click()
    await guest.button("Naar het kleed").click()
    await expect(guest.cloth).to_be_visible()
    await guest.write("van een gast")
    await guest.is_saved()
    assert await guest.page.evaluate(KEPT) == []
    kept = await guest.page.evaluate("JSON.stringify(localStorage)")
    assert "Ontdek de ruimte" not in kept


async def test_whoever_gets_up_leaves_the_device_clean_and_the_slips_on_the_cloth(house, browser):
    iris, noor = await writers(house, browser)
    await noor.write("blijft liggen")
    await noor.button("Menu").click()
    await noor.page.get_by_role("menuitem", name="Van tafel").click()
    await noor.button("Van tafel", noor.dialog).click()
    await expect(noor.page.get_by_role("heading", level=1)).to_have_text("Wie en wat doet al mee?")
    assert await noor.page.evaluate(KEPT) == []
    await iris.set_session(phase="walk")
    await iris.go("lijst")
    await expect(iris.row("Noor", "blijft liggen")).to_be_visible()


async def test_a_text_in_somebodys_hands_can_be_taken_over_and_both_versions_stay(house, browser):
    iris, noor = await writers(house, browser)
    await noor.write("moestuin")
    await iris.set_session(phase="free")
    theirs = [person.cloth.get_by_role("button", name="moestuin") for person in (iris, noor)]
    await theirs[1].press("F2")
    bar = [person.page.get_by_label("Je verandert: moestuin") for person in (iris, noor)]
    await expect(bar[1]).to_be_focused()
    await expect(theirs[0]).to_be_visible()
    await theirs[0].press("F2")
    await expect(iris.page.get_by_text("Noor schrijft hieraan.")).to_be_visible()
    await expect(bar[0]).not_to_be_editable()
    await iris.button("Neem over").click()
    await bar[0].fill("buurtmoestuin")
    await bar[0].press("Enter")
    await bar[1].fill("moestuin van de school")
    await bar[1].press("Enter")
    for person in (iris, noor):
        for text in ("buurtmoestuin", "moestuin van de school"):
            note = person.cloth.get_by_role("button", name=f"'{text}'")
            await expect(note).not_to_have_count(0)
