"""A whole evening with the keyboard alone: no mouse, no finger, no click."""

import re

from playwright.async_api import Browser, Locator, expect

from tests.e2e.house import House
from tests.e2e.person import Person

FARTHEST = 80
WAYS = """
item => {
  if (item === document.activeElement) return []
  const [there, here] = [item, document.activeElement].map(one => one.getBoundingClientRect())
  const x = there.x + there.width / 2 - here.x - here.width / 2
  const y = there.y + there.height / 2 - here.y - here.height / 2
  const ways = [[Math.abs(x), x < 0 ? 'ArrowLeft' : 'ArrowRight'],
                [Math.abs(y), y < 0 ? 'ArrowUp' : 'ArrowDown']]
  return ways.sort((one, other) => other[0] - one[0]).map(([, way]) => way)
}
"""
HOLDS_FOCUS = "element => element === document.activeElement"


class Typist:
    """Somebody who only has keys."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.page.keyboard.press(key)

    async def type(self, text: str) -> None:
        await self.page.keyboard.type(text)

    async def tab_to(self, target: Locator, key: str = "Tab") -> None:
        """Go on with Tab until `target` has the focus."""
        await expect(target).to_be_visible()
        for _ in range(FARTHEST):
            if await target.evaluate(HOLDS_FOCUS):
                return
            await self.press(key)
        raise AssertionError(f"Tab never came to {target}")

    async def tab_to_button(self, name: str | re.Pattern[str], key: str = "Tab") -> None:
        await self.tab_to(self.page.get_by_role("button", name=name), key)

    async def next_step(self, name: str) -> None:
        """Lead the table one step further, from the strip above the cloth."""
        await self.tab_to_button(f"Verder: {name}", "Shift+Tab")
        await self.press("Enter")
        await self.tab_to(self.person.dialog.get_by_role("button", name="Zet deze stap"))
        await self.press("Enter")
        await expect(self.person.dialog).to_be_hidden()
        await expect(self.page.get_by_text(re.compile(rf"^Stap \d\w?: {name}"))).to_be_visible()

    async def to_cloth(self) -> None:
        await self.tab_to(self.person.cloth)

    async def walk_to(self, item: Locator) -> None:
        """Go over the cloth with the arrow keys, each time towards `item`, until it is reached."""
        await self.to_cloth()
        await self.press("Home")
        tried: list[str] = []
        for _ in range(FARTHEST):
            ways: list[str] = await item.evaluate(WAYS)
            if not ways:
                return
            before = await self.page.evaluate("document.activeElement.dataset.item")
            way = next((way for way in ways if way not in tried), ways[0])
            await self.press(way)
            moved = before != await self.page.evaluate("document.activeElement.dataset.item")
            tried = [] if moved else [*tried, way]
        raise AssertionError("the arrow keys never came to it")

    def item(self, name: str) -> Locator:
        return self.person.cloth.get_by_role("button", name=name)

    async def submitted(self) -> None:
        await expect(self.person.dialog).to_be_hidden()


async def sit_down(house: House, browser: Browser) -> Typist:
    """Make a cloth, and take a chair at it."""
    typist = Typist(await Person.arrive(browser, house.address))
    page = typist.page
    await page.goto(house.address)
    await typist.tab_to(page.get_by_label("Naam van het thema"))
    await typist.type("Buurttuin")
    await typist.press("Enter")
    await typist.tab_to(page.get_by_role("link", name="Naar het kleed"))
    await typist.press("Enter")
    await typist.tab_to(page.get_by_label("Hoe heet je?"))
    await typist.type("Iris")
    await typist.tab_to(page.get_by_role("radio").first)
    await typist.press("Space")
    await typist.tab_to_button("Naar het kleed")
    await typist.press("Enter")
    await expect(typist.person.cloth).to_be_visible()
    return typist


async def test_an_evening_can_be_done_with_the_keyboard_alone(house, browser):
    typist = await sit_down(house, browser)
    page, dialog = typist.page, typist.person.dialog

    await typist.to_cloth()
    await typist.press("n")
    await typist.type("De tuin van de buurt")
    await typist.press("Enter", "Escape")

    await typist.next_step("Ingrediënten")
    await typist.to_cloth()
    await typist.press("n")
    for slip in ("gereedschap", "regenton"):
        await typist.type(slip)
        await typist.press("Enter")
    await typist.press("Escape")
    await expect(typist.person.cloth).to_be_focused()
    await typist.walk_to(typist.item("ingrediënt 'regenton'"))
    await typist.press("F2", "Control+a")
    await typist.type("twee regentonnen")
    await typist.press("Enter")
    await expect(typist.item("ingrediënt 'twee regentonnen'")).to_be_visible()
    await typist.press("Escape")

    await typist.next_step("Rondlopen en lezen")
    await typist.walk_to(typist.item("ingrediënt 'gereedschap'"))
    await typist.press("v")
    await typist.tab_to(dialog.get_by_role("textbox").first)
    await typist.type("Van wie?")
    await typist.press("Enter")
    await typist.submitted()

    await typist.next_step("Schakels")
    await typist.walk_to(typist.item("ingrediënt 'gereedschap'"))
    await typist.press("s")
    await expect(dialog.get_by_label("Wie is hier nu al bij betrokken?")).to_be_focused()
    await typist.type("Fatima")
    await typist.press("Enter")
    await typist.submitted()
    schakel = typist.item("schakel 'Fatima'")
    await expect(schakel).to_be_visible()

    await typist.next_step("Contacten")
    await typist.walk_to(schakel)
    await typist.press("c")
    await typist.tab_to(dialog.get_by_label("Eigen verhaal"))
    await typist.type("Jij leent je schoffel al uit.")
    await typist.tab_to(dialog.get_by_role("button", name="Bewaar"))
    await typist.press("Enter")
    await typist.submitted()

    await typist.next_step("Posities")
    await typist.walk_to(schakel)
    await typist.press("p")
    await typist.tab_to(dialog.get_by_role("checkbox", name="partner"))
    await typist.press("Space")
    await typist.tab_to(dialog.get_by_role("button", name="Bewaar"))
    await typist.press("Enter")
    await typist.submitted()

    await typist.walk_to(schakel)
    await typist.press("Control+Alt+l")
    row = page.get_by_role("article", name="Fatima")
    await expect(row).to_be_focused()
    for words in ("gereedschap", "Jij leent je schoffel al uit.", "partner"):
        await expect(row).to_contain_text(words)
    await typist.press("Control+Alt+l")
    await expect(schakel).to_be_focused()
    assert typist.person.faults == []


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


async def test_an_arrow_goes_where_it_points_whichever_way_the_cloth_lies(house, browser):
    """From the theme each arrow comes to something that lies that way on this screen."""
    typist = await example(house, browser)
    wrong = []
    for turn in range(3):
        for way, axis, sign in (
            ("ArrowLeft", "x", -1),
            ("ArrowRight", "x", 1),
            ("ArrowUp", "y", -1),
            ("ArrowDown", "y", 1),
        ):
            await typist.to_cloth()
            await typist.press("Home")
            start = await place(typist)
            await typist.press(way)
            end = await place(typist)
            if (end[axis] - start[axis]) * sign <= 0:
                wrong.append((turn, way, start, end))
        await typist.press("PageDown")
    assert wrong == []


async def place(typist: Typist) -> dict[str, float]:
    """Give where the thing in focus lies on the cloth as it is turned, in screen directions."""
    found: dict[str, float] = await typist.page.evaluate(
        """() => {
          const middle = one => {
            const { x, y, width, height } = one.getBoundingClientRect()
            return { x: x + width / 2, y: y + height / 2 }
          }
          const theme = middle(document.querySelector('[data-item="t"]'))
          const here = middle(document.activeElement)
          return { x: here.x - theme.x, y: here.y - theme.y }
        }"""
    )
    return found


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
    await expect(
        typist.page.get_by_role("region", name=re.compile("gekozen|Gekozen"))
    ).to_have_count(1)
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
