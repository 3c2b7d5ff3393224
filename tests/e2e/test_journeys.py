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


async def test_an_evening_in_the_list_needs_no_cloth(house, browser):
    """Everything that the cloth does, in the list alone, as a screen reader finds it by role."""
    iris = await Person.arrive(browser, house.address)
    links = await iris.make_cloth("Buurttuin", seats=4)
    await iris.page.goto(links["Link voor de tafel"].split("#")[0])
    await iris.page.get_by_label("Hoe heet je?").fill("Iris")
    await iris.button("Naar het kleed").click()
    await iris.cloth.wait_for()
    await iris.go("lijst")
    await write_and_throw_away(iris)
    await mark_and_connect(iris)
    await move_what_was_ticked(iris)
    await iris.set_session(phase="contacts")
    await iris.prepare_contact("Fatima", ["de tuinclub"], ("Jij leent uit.", ["schoffel"]))
    await iris.set_session(phase="positions")
    await iris.observe("Fatima", "partner", "supplier")
    card = iris.page.get_by_role("article", name="Fatima")
    for words in ("schoffel", "de tuinclub", "Jij leent uit.", "partner en leverancier"):
        await expect(card).to_contain_text(words)
    assert iris.faults == []


async def write_and_throw_away(iris: Person) -> None:
    """Step 2a: write, change, throw away, take that back, and restore from the bin."""
    await iris.set_session(phase="rim")
    field = iris.page.get_by_label("Schrijf een ingrediënt")
    for slip in ("spade", "regenton", "kruiwagen"):
        await field.fill(slip)
        await field.press("Enter")
        await expect(iris.row("Iris", slip)).to_have_count(1)
    await iris.verb("Wijzig", "spade")
    await iris.dialog.get_by_role("textbox").first.fill("schoffel")
    await iris.button("Bewaar", iris.dialog).click()
    await iris.verb("Gooi weg", "kruiwagen")
    await expect(iris.row("Iris", "kruiwagen")).to_have_count(0)
    await iris.button("Ongedaan maken").click()
    await expect(iris.row("Iris", "kruiwagen")).to_have_count(1)
    await iris.page.keyboard.press("Control+Shift+z")
    await expect(iris.row("Iris", "kruiwagen")).to_have_count(0)
    await iris.button("Regie").click()
    await iris.button("Zet 'kruiwagen' terug").click()
    await iris.page.keyboard.press("Escape")
    await expect(iris.row("Iris", "kruiwagen")).to_have_count(1)


async def mark_and_connect(iris: Person) -> None:
    """Steps 2b and 3: a question mark, two schakels, and a line between them."""
    await iris.set_session(phase="walk")
    await iris.button("Vraag om toelichting: schoffel", iris.row("Iris", "schoffel")).click()
    await iris.dialog.get_by_role("textbox").first.fill("Van wie?")
    await iris.page.keyboard.press("Enter")
    await expect(iris.row("Iris", "schoffel")).to_contain_text("Van wie?")
    await iris.set_session(phase="connectors")
    for slip, name in (("schoffel", "Fatima"), ("regenton", "de tuinclub")):
        await iris.button(f"Verbind via …: {slip}", iris.row("Iris", slip)).click()
        await iris.name_connector(name)
    await iris.tie("Fatima", "de tuinclub")


async def move_what_was_ticked(iris: Person) -> None:
    """Two slips to another rim in one go; one step of undo brings both back."""
    await iris.set_session(phase="free")
    before = await places(iris)
    await iris.button("Kies er meer tegelijk").click()
    rim = iris.page.get_by_role("region", name="Iris", exact=True)
    for slip in ("regenton", "kruiwagen"):
        await rim.get_by_role("checkbox", name=slip).check(force=True)
    await iris.button("Verplaats naar …").click()
    await iris.choose("naar een rand")
    await iris.dialog.get_by_label("Welke rand?").select_option(label="stoel 3")
    await iris.button("Verplaats", iris.dialog).click()
    await iris.is_saved()
    after = await places(iris)
    assert {slip for slip in before if before[slip] != after[slip]} == {"regenton", "kruiwagen"}
    await iris.button("Ongedaan maken").click()
    await iris.is_saved()
    assert await places(iris) == before
    await iris.button("Klaar met kiezen").click()


async def places(iris: Person) -> dict[str, list[int]]:
    """Give where each slip lies, as the server has it."""
    made = await iris.send("POST", f"/boards/{iris.board}/snapshots", {"title": "nu"})
    path = f"/api/boards/{iris.board}/snapshots/{made['id']}/export/json?names=true"
    export = await (await iris.page.request.get(iris.address + path)).json()
    slips = (export.get("content") or export)["ingredients"]
    return {slip["text"]: slip["at"] for slip in slips.values()}
