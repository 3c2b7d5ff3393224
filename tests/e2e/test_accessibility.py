"""Every page passes axe's rules for WCAG 2.2 A and AA."""

from pathlib import Path

import pytest

from tests.e2e.person import Person

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ("kleed", "lijst", "regie", "momenten", "beamer")


async def violations(person: Person) -> list[str]:
    """Give what axe finds on the page as it stands."""
    await person.page.evaluate(AXE.read_text())
    found = await person.page.evaluate(
        "rules => axe.run({ runOnly: rules }).then(({ violations }) => violations)", RULES
    )
    return [
        f"{rule['id']}: {rule['nodes'][0]['target']} {rule['nodes'][0]['failureSummary']}"
        for rule in found
    ]


@pytest.mark.parametrize("path", ["/", "/hulp", "/toegankelijkheid", "/nergens"])
async def test_a_page_outside_the_cloth_is_accessible(house, browser, path):
    person = await Person.arrive(browser, house.address)
    await person.page.goto(house.address + path)
    await person.page.get_by_role("heading", level=1).wait_for()
    assert await violations(person) == []


async def test_every_page_of_a_cloth_in_use_is_accessible(house, browser):
    iris = await Person.arrive(browser, house.address)
    example = Path(__file__).parents[1] / "golden/vrolijk-groot-worden.json"
    made = await iris.page.request.post(
        f"{house.address}/api/import",
        data=example.read_text(),
        headers={"Origin": house.address, "Content-Type": "application/json"},
    )
    board = (await made.json())["board"]["id"]
    found = {}
    await iris.page.goto(f"{house.address}/k/{board}")
    await iris.page.get_by_role("heading", level=1).wait_for()
    found["join"] = await violations(iris)
    await iris.page.get_by_label("Hoe heet je?").fill("Iris")
    await iris.button("Naar het kleed").click()
    await iris.cloth.wait_for()
    for page in PAGES:
        await iris.go(page)
        await iris.page.get_by_role("heading", level=1).wait_for()
        found[page] = await violations(iris)
    await iris.go("regie")
    await iris.take_moment("Nu")
    await iris.button("Bekijk").first.click()
    await iris.page.get_by_role("heading", name="Volgende stappen").wait_for()
    found["moment"] = await violations(iris)
    assert found == {page: [] for page in found}
