"""Who sits where, and on which cloth: a PIN, a lost tablet, double seats, a cloth of one's own."""

from playwright.async_api import expect

from tests.e2e.person import Person


async def host_with_code(house, browser) -> tuple[Person, str]:
    """Iris at her table in the step of ingredients, and the code for others."""
    iris = await Person.arrive(browser, house.address)
    made = await iris.send("POST", "/boards", {"theme": "Ontdek de ruimte", "seats": 4})
    await iris.page.goto(f"{house.address}/k/{made['board']['id']}")
    await iris.send("PATCH", f"/boards/{iris.board}/me", {"name": "Iris", "seat": "s1"})
    await iris.set_session(phase="rim")
    asked = {"role": "participant", "code": True}
    code = (await iris.send("POST", f"/boards/{iris.board}/invitations", asked))["code"]
    await iris.go("regie")
    return iris, code


async def come_by_code(house, browser, code: str, pin: str = "") -> Person:
    """Join on the start page by a code, and a PIN where that is asked."""
    person = await Person.arrive(browser, house.address)
    await person.page.goto(house.address)
    await person.page.get_by_label("Code of link").fill(code)
    await person.button("Schuif aan").click()
    if pin:
        await person.page.get_by_label("Pincode van dit kleed").fill(pin)
        await person.button("Schuif aan").click()
    return person


async def sit(person: Person, name: str, seat: str) -> None:
    await person.page.get_by_label("Hoe heet je?").fill(name)
    await person.page.get_by_role("radio", name=seat, exact=True).check(force=True)
    await person.button("Naar het kleed").click()
    await expect(person.cloth).to_be_visible()


async def test_a_lost_tablet_gets_its_seat_back_and_two_seats_of_one_person_become_one(
    house, browser
):
    iris, code = await host_with_code(house, browser)
    await iris.page.get_by_role("switch", name="Pincode vragen").press("Space")
    await iris.dialog.get_by_label("Pincode, vier tot acht cijfers").fill("4711")
    await iris.button("Vraag deze pincode", iris.dialog).click()
    noor = await come_by_code(house, browser, code, "0000")
    await expect(noor.page.get_by_text("Kijk de cijfers nog eens na")).to_be_visible()
    await noor.page.get_by_label("Pincode van dit kleed").fill("4711")
    await noor.button("Schuif aan").click()
    await sit(noor, "Noor", "stoel 2")
    await noor.write("speelplein")
    await noor.is_saved()

    again = await come_by_code(house, browser, code, "4711")
    await again.page.get_by_label("Hoe heet je?").fill("Noor")
    await again.button("Ik zat er al, met een ander apparaat").click()
    await iris.button("Geef deze plek terug").click()
    await expect(again.cloth.get_by_role("button", name="speelplein").first).to_be_visible()
    gone = noor.page.get_by_role("heading", name="Je zit niet meer aan deze tafel")
    await expect(gone).to_be_visible()

    double = await come_by_code(house, browser, code, "4711")
    await sit(double, "Noor thuis", "stoel 3")
    await double.write("trapveld")
    await double.is_saved()
    await iris.button("Wat doe je voor Noor thuis?").click()
    await iris.page.get_by_role("menuitem", name="Voeg samen met een andere stoel").click()
    await iris.dialog.get_by_label("gaat naar").select_option(label="Noor (stoel 2)")
    await iris.button("Voeg samen", iris.dialog).click()
    await expect(again.cloth.get_by_role("button", name="trapveld").first).to_be_visible()
    await iris.button("Zet terug").last.click()
    await expect(again.cloth.get_by_role("button", name="trapveld")).to_have_count(0)


async def test_each_writes_alone_first_and_carries_over_what_they_choose(house, browser):
    iris, code = await host_with_code(house, browser)
    noor = await come_by_code(house, browser, code)
    await sit(noor, "Noor", "stoel 2")
    joint = noor.board
    await iris.button("Geef ieder een eigen kleed").click()
    await noor.button("Naar mijn eigen kleed").click()
    await expect(noor.page.get_by_text("Alleen jij ziet wat hier ligt.")).to_be_visible()
    await noor.write("speelplein", "geheime tuin")
    await noor.is_saved()
    await iris.button("Leg naast elkaar").click()
    await noor.page.get_by_role("link", name="Kies wat je meeneemt").click()
    await expect(noor.page.get_by_role("heading", name="Naast elkaar")).to_be_visible()
    assert noor.board == joint
    await noor.page.get_by_text("speelplein", exact=True).click()
    await noor.button("Leg 1 briefje op mijn rand").click()
    await expect(noor.page.get_by_text("ligt al op je rand")).to_be_visible()
    await iris.set_session(phase="walk")
    await iris.go("kleed")
    await expect(iris.cloth.get_by_role("button", name="speelplein").first).to_be_visible()
    assert "geheime tuin" not in await iris.page.content()
    assert not iris.faults + noor.faults


async def test_a_schakel_is_invited_to_a_cloth_of_its_own_that_both_sides_see(house, browser):
    iris = await Person.arrive(browser, house.address)
    await iris.import_example()
    await iris.send("PATCH", f"/boards/{iris.board}/me", {"name": "Iris", "seat": "s1"})
    await iris.set_session(phase="contacts")
    await iris.go("lijst")
    await iris.verb("Contact voorbereiden", "rijwielhandelaar")
    await iris.button("Nodig uit voor een eigen kleed", iris.dialog).click()
    await iris.dialog.get_by_label("Thema van het nieuwe kleed").fill("Fietsen in de wijk")
    await iris.button("Maak het kleed", iris.dialog).click()
    link = await iris.dialog.get_by_role(
        "textbox", name="Link om dit kleed te begeleiden"
    ).input_value()
    await iris.go("momenten")
    title = "Fietsen in de wijk – rijwielhandelaar"
    await expect(iris.page.get_by_role("link", name=title)).to_be_visible()
    trader = await Person.arrive(browser, house.address)
    await trader.sit_down(link, "Wout", "stoel 1")
    await trader.go("regie")
    await expect(trader.page.get_by_role("heading", name="Verwante kleden")).to_be_visible()
    await expect(trader.page.get_by_text("van dit kleed kwam de uitnodiging")).to_be_visible()
