"""The cloth with the keyboard alone."""

from playwright.async_api import Browser, expect

from tests.e2e.house import House
from tests.e2e.person import Person
from tests.e2e.typist import Typist


async def test_the_cloth_is_one_stop_of_tab(house, browser):
    typist = await example(house, browser)
    await typist.to_cloth()
    await typist.press("ArrowUp")
    inside = "document.activeElement.closest('[data-cloth]') !== null"
    assert await typist.page.evaluate(inside)
    await typist.press("Tab")
    assert not await typist.page.evaluate(inside)
    await typist.press("Shift+Tab")
    assert await typist.page.evaluate(inside)


async def test_a_key_of_ones_own_works_and_letters_can_be_silenced(house, browser):
    typist = await example(house, browser)
    page = typist.page
    await typist.to_cloth()
    await typist.press("?")
    field = typist.person.dialog.get_by_label("nieuw ingrediënt")
    await typist.tab_to(field)
    await typist.type("b")
    await typist.press("Tab", "Escape")
    bar = page.get_by_label("Nieuw ingrediënt op jouw rand")
    await typist.to_cloth()
    await typist.press("n")
    await expect(bar).not_to_be_focused()
    await typist.press("b")
    await expect(bar).to_be_focused()
    await page.reload()
    await typist.to_cloth()
    await typist.press("?")
    await typist.tab_to(typist.person.dialog.get_by_role("switch"))
    await typist.press("Space", "Escape")
    await typist.to_cloth()
    await typist.press("b")
    await expect(bar).not_to_be_focused()
    await typist.press("Home")
    await expect(page.locator('[data-item="t"]')).to_be_focused()


async def test_undo_redo_and_escape_twice_work_from_anywhere(house, browser):
    typist = await example(house, browser)
    await typist.to_cloth()
    await typist.press("n")
    await typist.type("vogelhuisje")
    await typist.press("Enter", "Escape")
    slip = typist.item("ingrediënt 'vogelhuisje'")
    await expect(slip).to_be_visible()
    await typist.press("Control+z")
    await expect(slip).to_have_count(0)
    await typist.press("Control+Shift+z")
    await expect(slip).to_be_visible()
    await typist.press("PageDown", "Home", "Enter")
    await expect(typist.page.get_by_role("region", name="Gekozen")).to_be_visible()
    await typist.press("Escape", "Escape")
    await expect(typist.page.get_by_role("status").filter(has_text="eigen plek")).not_to_have_count(
        0
    )


async def example(house: House, browser: Browser) -> Typist:
    """Somebody who leads at the cloth of the worked example, where all is allowed."""
    person = await Person.arrive(browser, house.address)
    await person.import_example()
    await person.page.get_by_label("Hoe heet je?").fill("Iris")
    await person.button("Naar het kleed").click()
    await person.set_session(phase="free")
    await expect(person.cloth).to_be_visible()
    return Typist(person)
