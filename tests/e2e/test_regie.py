"""What a facilitator does for the table, as the others see it."""

from playwright.async_api import expect

from tests.e2e.person import Person
from tests.e2e.test_together import two_at_table


async def test_who_comes_before_a_shut_door_waits_and_is_let_in(house, browser):
    iris, _, links = await two_at_table(house, browser)
    await iris.page.get_by_role("switch", name="Deur open").press("Space")
    await expect(iris.page.get_by_text("Deur open of dicht")).to_be_visible()
    late = await Person.arrive(browser, house.address)
    await late.page.goto(links["Link voor de tafel"])
    await expect(late.page.get_by_role("heading", name="Je staat voor de deur")).to_be_visible()
    await iris.button("Laat iemand zonder naam binnen").click()
    await expect(late.page.get_by_role("textbox", name="Hoe heet je?")).to_be_visible()


async def test_all_count_along_and_read_when_the_slips_turn(house, browser):
    iris, noor, _ = await two_at_table(house, browser)
    await noor.write("speelplein")
    await noor.is_saved()
    await noor.button("Ik ben uitgeschreven").click()
    await expect(iris.page.get_by_text("Uitgeschreven: Noor")).to_be_visible()
    other = await iris.page.context.new_page()
    await other.goto(iris.page.url.replace("/regie", "/kleed"))
    await expect(other.get_by_text("Noor").first).to_be_visible()
    await iris.button("Keer de briefjes om").click()
    await expect(noor.page.get_by_role("timer")).to_be_visible()
    await expect(other.get_by_role("button", name="speelplein").first).to_be_visible()


async def test_whoever_is_fetched_finds_the_way_back(house, browser):
    iris, noor, _ = await two_at_table(house, browser)
    await iris.button("Haal erbij").click()
    await noor.button("Terug naar waar ik was").click()
    await expect(noor.button("Terug naar waar ik was")).to_have_count(0)
