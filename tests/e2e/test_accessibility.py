"""Every page passes axe's rules for WCAG 2.2 A and AA, in each look of the room and each step."""

from pathlib import Path

from playwright.async_api import expect

from tests.e2e.person import Person

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ("paper", "contrast", "chalkboard")
STEPS = ("theme", "rim", "walk", "connectors", "contacts", "positions", "free")
PAGES = ("kleed", "lijst", "regie", "momenten", "beamer")
READING = ("vergelijk", "verloop", "samen")
OUTSIDE = ("/", "/hulp", "/rondleiding", "/toetsen", "/apparaat", "/toegankelijkheid", "/nergens")
# every colour arrives at once, so that axe sees what a person sees after a moment
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"
FOUND = """
async ([rules, looks, within]) => {
  const found = []
  for (const look of looks) {
    document.documentElement.dataset.skin = look
    // another look has other colours and nothing else
    const runOnly = look === looks[0] ? rules : ['color-contrast', 'link-in-text-block']
    const { violations } = await axe.run(within, { runOnly })
    for (const { id, nodes: [node] } of violations)
      found.push(`${look} ${id}: ${node.target} ${node.failureSummary}`)
  }
  document.documentElement.dataset.skin = looks[0]
  return found
}
"""


# what one may have to hit with a finger; things on the cloth grow with it, links stand in a text
SMALL = """
least => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
  .filter(one => !one.closest('.world, [inert]') && one.type !== 'hidden')
  .filter(one => !(one.matches('a') && getComputedStyle(one).display === 'inline'))
  .flatMap(one => {
    const { width, height } = (one.closest('label') ?? one).getBoundingClientRect()
    const small = width > 0 && (width < least - 0.5 || height < least - 0.5)
    return small ? [`${width} x ${height}: ${one.outerHTML.slice(0, 150)}`] : []
  })
"""
CONTROL_PX = 44


async def violations(person: Person, within: str = "html") -> list[str]:
    """Give what axe finds in a part of the page, in each look, and what is small to touch."""
    await person.page.add_style_tag(content=STILL)
    if not await person.page.evaluate("'axe' in window"):
        await person.page.evaluate(AXE.read_text())
    found: list[str] = await person.page.evaluate(FOUND, [RULES, LOOKS, within])
    small: list[str] = await person.page.evaluate(SMALL, CONTROL_PX)
    return found + small


async def example_table(house, browser, **options: object) -> Person:
    """Give a facilitator at the cloth of the worked example."""
    iris = await Person.arrive(browser, house.address, **options)
    await iris.import_example()
    await iris.page.get_by_label("Hoe heet je?").fill("Iris")
    await iris.button("Naar het kleed").click()
    await iris.cloth.wait_for()
    return iris


async def test_every_page_outside_the_cloth_is_accessible(house, browser):
    person = await Person.arrive(browser, house.address, bypass_csp=True)
    found = {}
    for path in OUTSIDE:
        await person.page.goto(house.address + path)
        await person.page.get_by_role("heading", level=1).wait_for()
        found[path] = await violations(person)
    assert found == {path: [] for path in OUTSIDE}


async def test_the_page_to_sit_down_is_accessible(house, browser):
    iris = await Person.arrive(browser, house.address, bypass_csp=True)
    await iris.import_example()
    await iris.page.get_by_role("heading", level=1).wait_for()
    assert await violations(iris) == []


async def test_every_page_is_accessible_in_every_step(house, browser):
    iris = await example_table(house, browser, bypass_csp=True)
    found = {}
    for step in STEPS:
        await iris.set_session(phase=step)
        for page in PAGES:
            await iris.go(page)
            await iris.page.get_by_role("heading", level=1).wait_for()
            found[step, page] = await violations(iris)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


async def test_a_frozen_moment_and_what_is_read_beside_it_are_accessible(house, browser):
    iris = await example_table(house, browser, bypass_csp=True)
    for title in ("Toen", "Nu"):
        made = await iris.send("POST", f"/boards/{iris.board}/snapshots", {"title": title})
    found = {}
    for page in (f"momenten/{made['id']}", *READING):
        await iris.go(page)
        await iris.page.get_by_role("heading", level=1).wait_for()
        await iris.page.wait_for_load_state("networkidle")
        found[page] = await violations(iris)
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


async def test_at_four_hundred_per_cent_no_line_runs_off_the_screen(house, browser):
    """A window of 1280 px at 400 % is 320 px wide; only the cloth itself lies in two directions."""
    iris = await example_table(house, browser, viewport={"width": 320, "height": 256})
    wide = {}
    await expect(iris.page.get_by_text("Alles op het kleed staat ook in de lijst")).to_be_visible()
    for path in [f"/k/{iris.board}/{page}" for page in (*PAGES, *READING)] + list(OUTSIDE):
        await iris.page.goto(iris.address + path)
        await iris.page.get_by_role("heading", level=1).wait_for(state="attached")
        wide[path] = await iris.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    assert [path for path, beyond in wide.items() if beyond > 0] == []


async def test_every_dialog_is_accessible(house, browser):
    iris = await example_table(house, browser, bypass_csp=True)
    await iris.set_session(phase="free")
    await iris.send("POST", f"/boards/{iris.board}/snapshots", {"title": "Nu"})
    found = {}
    for page, ways in DIALOGS.items():
        await iris.go(page)
        await iris.page.get_by_role("heading", level=1).wait_for()
        await iris.page.locator("details").evaluate_all("all => all.map(one => one.open = true)")
        for way in ways:
            await open_dialog(iris, way)
            found[way] = await violations(iris, "dialog[open]")
            await iris.page.keyboard.press("Escape")
            await expect(iris.dialog).to_be_hidden()
    assert {way: wrong for way, wrong in found.items() if wrong} == {}


DIALOGS = {
    "lijst": (
        *((name,) for name in ("Namen voor het thema", "Nieuwe schakel", "Nieuwe betrokkene")),
        ("Wat doe je met 'supermarkt'?", "Contact voorbereiden"),
        ("Wat doe je met 'supermarkt'?", "Posities"),
        ("Wat doe je met 'supermarkt'?", "Wijzig"),
        ("Wat doe je met 'supermarkt'?", "Lijnen"),
        ("Wat doe je met 'supermarkt'?", "Verplaats"),
        ("Wat doe je met 'fiets'?", "Verbind via …"),
        ("Wat doe je met 'fiets'?", "Vraag om toelichting"),
        ("Wat doe je met 'fiets'?", "Wijzig"),
        ("Terug: Posities",),
        ("Regie",),
        ("Menu", "Van tafel"),
    ),
    "regie": (
        ("Wanneer is iets een punt?",),
        ("Wat doe je voor Iris?", "Naam of stoel wijzigen"),
        ("Wat doe je voor Iris?", "Voeg samen met een andere stoel"),
        ("Wijzig leerkracht",),
        ("Wijzig titel, doel of bewaartijd",),
    ),
    "momenten": (
        ("Wat doe je met 'Nu'?", "Wijzig titel of notitie"),
        ("Wat doe je met 'Nu'?", "Gooi weg"),
    ),
}
"""By page: which button, and which line of its menu, opens a dialog."""


async def open_dialog(person: Person, way: tuple[str, ...]) -> None:
    button, *lines = way
    await person.button(button).first.click()
    for line in lines:
        await person.page.get_by_role("menuitem", name=line).first.click()
    await expect(person.dialog).to_be_visible()


# a ring of two pixels or more around what has the focus, or around the label that frames it
UNSEEN = """
() => {
  const at = document.activeElement
  if (at === document.body) return ''
  const frame = at.closest('label') ?? at
  const rings = [at, frame, ...frame.querySelectorAll('*')].map(one => getComputedStyle(one))
  const ring = rings.some(one => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2)
  const { left, right, top, bottom } = frame.getBoundingClientRect()
  const spots = [0.1, 0.5, 0.9].flatMap(x => [0.2, 0.5, 0.8].map(y =>
    [left + (right - left) * x, top + (bottom - top) * y]))
  const bare = spots.some(([x, y]) => frame.contains(document.elementFromPoint(x, y)))
  return ring && bare ? '' : `${ring ? 'covered' : 'no ring'}: ${at.outerHTML.slice(0, 140)}`
}
"""


async def test_the_focus_is_seen_and_lies_bare_on_everything_that_takes_it(house, browser):
    """Each stop of Tab has a ring, and no bar or sheet covers all of it (2.4.7, 2.4.11)."""
    iris = await example_table(house, browser, reduced_motion="reduce")
    unseen: dict[str, list[str]] = {}
    for page in PAGES:
        await iris.go(page)
        await iris.page.get_by_role("heading", level=1).wait_for(state="attached")
        for _ in range(35):
            await iris.page.keyboard.press("Tab")
            if wrong := await iris.page.evaluate(UNSEEN):
                unseen.setdefault(page, []).append(wrong)
    assert unseen == {}


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
