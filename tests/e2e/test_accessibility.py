"""Every page passes axe's rules for WCAG 2.2 A and AA, in each look of the room and each step."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.e2e.person import Person

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ("paper", "contrast", "chalkboard")
STEPS = ("theme", "rim", "walk", "connectors", "contacts", "positions", "free")
PAGES = ("kleed", "lijst", "regie", "momenten", "beamer")
OUTSIDE = ("/", "/hulp", "/rondleiding", "/toetsen", "/apparaat", "/toegankelijkheid", "/nergens")
# every colour arrives at once, so that axe sees what a person sees after a moment
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
FOUND = """
async ([rules, looks]) => {
  const found = []
  for (const look of looks) {
    document.documentElement.dataset.skin = look
    const { violations } = await axe.run({ runOnly: rules })
    for (const { id, nodes: [node] } of violations)
      found.push(`${look} ${id}: ${node.target} ${node.failureSummary}`)
  }
  document.documentElement.dataset.skin = looks[0]
  return found
}
"""


async def violations(person: Person) -> list[str]:
    """Give what axe finds on the page as it stands, in each look."""
    await person.page.add_style_tag(content=STILL)
    await person.page.evaluate(AXE.read_text())
    found: list[str] = await person.page.evaluate(FOUND, [RULES, LOOKS])
    return found


async def example_table(house, browser, **options: object) -> Person:
    """Give a facilitator at the cloth of the worked example."""
    iris = await Person.arrive(browser, house.address, **options)
    await iris.import_example()
    await iris.page.get_by_label("Hoe heet je?").fill("Iris")
    await iris.button("Naar het kleed").click()
    await iris.cloth.wait_for()
    return iris


@pytest.mark.parametrize("path", OUTSIDE)
async def test_a_page_outside_the_cloth_is_accessible(house, browser, path):
    person = await Person.arrive(browser, house.address, bypass_csp=True)
    await person.page.goto(house.address + path)
    await person.page.get_by_role("heading", level=1).wait_for()
    assert await violations(person) == []


async def test_the_page_to_sit_down_is_accessible(house, browser):
    iris = await Person.arrive(browser, house.address, bypass_csp=True)
    await iris.import_example()
    await iris.page.get_by_role("heading", level=1).wait_for()
    assert await violations(iris) == []


@pytest.mark.parametrize("step", STEPS)
async def test_every_page_is_accessible_in_every_step(house, browser, step):
    iris = await example_table(house, browser, bypass_csp=True)
    await iris.set_session(phase=step)
    found = {}
    for page in PAGES:
        await iris.go(page)
        await iris.page.get_by_role("heading", level=1).wait_for()
        found[page] = await violations(iris)
    assert found == {page: [] for page in PAGES}


async def test_a_frozen_moment_is_accessible(house, browser):
    iris = await example_table(house, browser, bypass_csp=True)
    await iris.go("regie")
    await iris.take_moment("Nu")
    await iris.button("Bekijk").first.click()
    await iris.page.get_by_role("heading", name="Volgende stappen").wait_for()
    assert await violations(iris) == []


@pytest.mark.parametrize("path", [*OUTSIDE, *PAGES])
async def test_at_four_hundred_per_cent_no_line_runs_off_the_screen(house, browser, path):
    """A window of 1280 px at 400 % is 320 px wide; only the cloth itself lies in two directions."""
    if path in PAGES:
        small = {"viewport": {"width": 320, "height": 256}}
        iris = await example_table(house, browser, **small)
        await iris.go(path)
    else:
        iris = await Person.arrive(browser, house.address, viewport={"width": 320, "height": 256})
        await iris.page.goto(house.address + path)
    await iris.page.get_by_role("heading", level=1).wait_for(state="attached")
    page = await iris.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert page[0] <= page[1]


async def test_the_focus_is_seen_on_everything_that_takes_it(house, browser):
    """Each stop of Tab on the list has an outline of at least two pixels."""
    iris = await example_table(house, browser)
    await iris.go("lijst")
    await iris.page.get_by_role("heading", level=1).wait_for()
    rings = []
    for _ in range(25):
        await iris.page.keyboard.press("Tab")
        rings.append(
            await iris.page.evaluate(
                """() => {
                  const at = document.activeElement
                  const frame = at.type === 'checkbox' ? at.closest('label') ?? at : at
                  const { outlineStyle, outlineWidth } = getComputedStyle(frame)
                  const own = getComputedStyle(at)
                  const seen = [outlineStyle, own.outlineStyle].some((style) => style !== 'none')
                  const width = Math.max(parseFloat(outlineWidth), parseFloat(own.outlineWidth))
                  return seen && width >= 2 ? '' : at.outerHTML.slice(0, 120)
                }"""
            )
        )
    assert [ring for ring in rings if ring] == []


async def test_whoever_wants_calm_sees_no_motion(house, browser):
    iris = await example_table(house, browser, reduced_motion="reduce")
    moving = await iris.page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(one)
          const long = (text) => text.split(',').some((part) => parseFloat(part) > 0.05)
          return long(transitionDuration) || (animationName !== 'none' && long(animationDuration))
        }).map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert moving == []


async def test_the_colours_of_the_system_are_taken_over(house, browser):
    """In forced colours a chosen chair and a pressed felt-tip still differ from the others."""
    iris = await Person.arrive(browser, house.address, forced_colors="active")
    await iris.import_example()
    await iris.page.get_by_role("heading", level=1).wait_for()
    pens = iris.page.get_by_role("group", name="Je viltstiften").get_by_role("button")
    await expect(pens.first).to_be_visible()
    borders = await pens.evaluate_all(
        "pens => pens.map(pen => [pen.ariaPressed, getComputedStyle(pen).borderBottomColor])"
    )
    pressed = {colour for state, colour in borders if state == "true"}
    resting = {colour for state, colour in borders if state == "false"}
    assert pressed
    assert not pressed & resting
