"""All five steps by one way only: the keyboard on the cloth, and the list without the cloth."""

from playwright.async_api import Browser, Locator, expect

from tests.e2e.house import House
from tests.e2e.person import Person
from tests.e2e.typist import Typist

BAR = "Nieuw ingrediënt op jouw rand"


async def sit_down(house: House, browser: Browser) -> Typist:
    """Make a cloth and take a chair at it, by keys alone."""
    typist = Typist(await Person.arrive(browser, house.address))
    page = typist.page
    await page.goto(house.address)
    await typist.fill(page.get_by_label("Naam van het thema"), "Buurttuin")
    await typist.press("Enter")
    await typist.tab_to(page.get_by_role("link", name="Naar het kleed"))
    await typist.press("Enter")
    await typist.fill(page.get_by_label("Hoe heet je?"), "Iris")
    await typist.tab_to(page.get_by_role("radio").first)
    await typist.press("Space")
    await typist.push("Naar het kleed")
    await expect(typist.person.cloth).to_be_visible()
    return typist


async def test_an_evening_on_the_cloth_takes_no_more_than_keys(house, browser):
    typist = await sit_down(house, browser)
    await name_the_theme(typist)
    await write_change_and_move(typist)
    await ask_about(typist, typist.item("ingrediënt 'gereedschap'"))
    await find_schakels(typist)
    await prepare_and_place(typist, typist.item("schakel 'Fatima'"))
    await to_the_list_and_back(typist, typist.item("schakel 'Fatima'"))
    assert typist.person.faults == []


async def name_the_theme(typist: Typist) -> None:
    await typist.to_cloth()
    await typist.press("n")
    await typist.type("De tuin van de buurt")
    await typist.press("Enter", "Escape")


async def write_change_and_move(typist: Typist) -> None:
    """Step 2a: slips, another text, another place, a group, the bin and back."""
    await typist.next_step("Ingrediënten")
    await typist.to_cloth()
    await typist.press("n")
    for slip in ("gereedschap", "regenton", "kruiwagen"):
        await typist.type(slip)
        await typist.press("Enter")
    await typist.press("Escape")
    await expect(typist.person.cloth).to_be_focused()
    await typist.walk_to(typist.item("ingrediënt 'regenton'"))
    await typist.press("F2", "Control+a")
    await typist.type("twee regentonnen")
    await typist.press("Enter", "Escape")
    slip = typist.item("ingrediënt 'twee regentonnen'")
    await typist.walk_to(slip)
    await typist.press("g")
    await typist.walk_to(typist.item("ingrediënt 'kruiwagen'"))
    await typist.press("g", "m")
    before = await slip.bounding_box()
    await expect(typist.person.dialog).to_contain_text("Verplaats 2 dingen")
    await typist.push("omhoog")
    await typist.push("Sluiten")
    await expect(typist.person.dialog).to_be_hidden()
    assert await slip.bounding_box() != before
    await typist.press("Escape")
    await typist.walk_to(typist.item("ingrediënt 'kruiwagen'"))
    await typist.press("Delete")
    await expect(typist.item("ingrediënt 'kruiwagen'")).to_have_count(0)
    await typist.press("Control+z")
    await expect(typist.item("ingrediënt 'kruiwagen'")).to_be_visible()


async def ask_about(typist: Typist, slip: Locator) -> None:
    await typist.next_step("Rondlopen en lezen")
    await typist.walk_to(slip)
    await typist.press("v")
    await typist.fill(typist.person.dialog.get_by_role("textbox").first, "Van wie?")
    await typist.press("Enter")
    await expect(typist.person.dialog).to_be_hidden()
    await expect(slip).to_have_accessible_name(
        "ingrediënt 'gereedschap', rand van Iris, met vraagteken"
    )


async def find_schakels(typist: Typist) -> None:
    """Step 3: two schakels by name, and a line between them."""
    dialog = typist.person.dialog
    await typist.next_step("Schakels")
    for slip, name in (("gereedschap", "Fatima"), ("twee regentonnen", "de tuinclub")):
        await typist.walk_to(typist.item(f"ingrediënt '{slip}'"))
        await typist.press("s")
        await expect(dialog.get_by_label("Wie is hier nu al bij betrokken?")).to_be_focused()
        await typist.type(name)
        await typist.press("Enter")
        await expect(dialog).to_be_hidden()
    await typist.walk_to(typist.item("schakel 'de tuinclub'"))
    await typist.press("l")
    await typist.tab_to(dialog.get_by_role("radio", name="schakel 'Fatima'"))
    await typist.press("Space")
    await typist.push("Verbind")
    await typist.push("Sluiten")
    await expect(dialog).to_be_hidden()


async def prepare_and_place(typist: Typist, schakel: Locator) -> None:
    """Steps 4 and 5: a contact with its story, and a position."""
    dialog = typist.person.dialog
    await typist.next_step("Contacten")
    await typist.walk_to(schakel)
    await typist.press("c")
    await typist.fill(dialog.get_by_label("Eigen verhaal"), "Jij leent je schoffel al uit.")
    await typist.push("Bewaar")
    await expect(dialog).to_be_hidden()
    await typist.next_step("Posities")
    await typist.walk_to(schakel)
    await typist.press("p")
    await typist.tab_to(dialog.get_by_role("checkbox", name="partner"))
    await typist.press("Space")
    await typist.push("Bewaar")
    await expect(dialog).to_be_hidden()


async def to_the_list_and_back(typist: Typist, schakel: Locator) -> None:
    """Ctrl+Alt+L goes to the list and back, and keeps what one had."""
    await typist.walk_to(schakel)
    await typist.press("Control+Alt+l")
    row = typist.page.get_by_role("article", name="Fatima")
    await expect(row).to_be_focused()
    for words in ("gereedschap", "de tuinclub", "Jij leent je schoffel al uit.", "partner"):
        await expect(row).to_contain_text(words)
    await typist.press("Control+Alt+l")
    await expect(schakel).to_be_focused()
