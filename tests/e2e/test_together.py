"""Two people at one cloth: silence, rights, and a server that falls over."""

import signal

from playwright.async_api import Browser, expect

from tests.e2e.house import House
from tests.e2e.person import Person


async def two_at_table(house: House, browser: Browser) -> tuple[Person, Person, dict[str, str]]:
    iris, noor = [await Person.arrive(browser, house.address) for _ in range(2)]
    links = await iris.make_cloth("Ontdek de ruimte", seats=4)
    table = links["Link voor de tafel"]
    await iris.sit_down(table.split("#")[0], "Iris", "stoel 1")
    await noor.sit_down(table, "Noor", "stoel 2")
    await iris.go("regie")
    await iris.step("Ingrediënten")
    return iris, noor, links


async def test_what_another_writes_in_silence_is_nowhere_until_the_slips_are_turned(house, browser):
    iris, noor, _ = await two_at_table(house, browser)
    await noor.write("speelplein")
    await noor.is_saved()
    await iris.go("kleed")
    await expect(iris.page.get_by_text("Noor").first).to_be_visible()
    assert "speelplein" not in await iris.page.content()
    await iris.go("lijst")
    await expect(iris.page.get_by_role("region", name="Noor")).to_be_visible()
    assert "speelplein" not in await iris.page.content()
    await iris.go("regie")
    await iris.step("Rondlopen en lezen")
    await iris.go("lijst")
    await expect(iris.page.get_by_text("speelplein").first).to_be_visible()


async def test_a_word_of_one_appears_on_the_cloth_of_the_other(house, browser):
    iris, noor, _ = await two_at_table(house, browser)
    await iris.step("Rondlopen en lezen")
    await iris.go("kleed")
    await noor.write("buurtfeest")
    await expect(iris.cloth.get_by_role("button", name="buurtfeest")).to_be_visible()


async def test_a_viewer_reads_and_finds_nothing_to_write_with(house, browser):
    iris, noor, links = await two_at_table(house, browser)
    await noor.write("moestuin")
    await iris.step("Rondlopen en lezen")
    viewer = await Person.arrive(browser, house.address)
    await viewer.page.goto(links["Link om mee te kijken"])
    await expect(viewer.page.get_by_role("button", name="moestuin").first).to_be_visible()
    await expect(viewer.page.get_by_role("textbox")).to_have_count(0)
    await expect(viewer.button("Stift")).to_have_count(0)


async def test_a_server_that_is_killed_loses_no_saved_word_and_keeps_the_step(house, browser):
    _, noor, _ = await two_at_table(house, browser)
    await noor.write("klussendienst")
    await noor.is_saved()
    await house.shut(signal.SIGKILL)
    await noor.write("leeskring")
    await house.open()
    await noor.is_saved()
    await noor.page.reload()
    for text in ("klussendienst", "leeskring"):
        await expect(noor.cloth.get_by_role("button", name=text)).to_be_visible()
    await expect(noor.page.get_by_text("Stap 2a").first).to_be_visible()


async def test_undo_takes_back_ones_own_slip_and_no_other(house, browser):
    iris, noor, _ = await two_at_table(house, browser)
    await iris.step("Rondlopen en lezen")
    await iris.go("kleed")
    await noor.write("van Noor")
    await iris.write("van Iris")
    await expect(iris.cloth.get_by_role("button", name="ingrediënt 'van Noor'")).to_be_visible()
    await iris.button("Ongedaan maken").click()
    await expect(noor.cloth.get_by_role("button", name="ingrediënt 'van Iris'")).to_have_count(0)
    await expect(noor.cloth.get_by_role("button", name="ingrediënt 'van Noor'")).to_be_visible()
