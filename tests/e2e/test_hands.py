"""Fingers, palms and pens on the cloth: what is on it afterwards is what the hand meant."""

import pytest
from playwright.async_api import Browser

from tests.e2e.house import House
from tests.e2e.person import Person
from tests.e2e.touch import Point, Touch

TABLET = {"viewport": {"width": 1180, "height": 820}, "has_touch": True}
CONTENT = """async (board) => {
  const headers = { 'content-type': 'application/json' }
  const at = `/api/boards/${board}/snapshots`
  const made = await fetch(at, { method: 'POST', headers, body: JSON.stringify({ title: 'nu' }) })
  const { id } = await made.json()
  const file = await (await fetch(`${at}/${id}/export/json?names=true`)).json()
  return file.content ?? file
}"""


class Hand:
    """One person with a tablet at a cloth in the free step, the felt-tip in hand."""

    def __init__(self, person: Person, touch: Touch) -> None:
        self.person, self.touch = person, touch

    async def strokes(self) -> int:
        """Count what was drawn, as the server has it."""
        await self.person.is_saved()
        found = await self.person.page.evaluate(CONTENT, self.person.board)
        return len(found["strokes"])

    async def counts(self, strokes: int) -> None:
        """Wait until this many strokes are stored."""
        seen = -1
        for _ in range(20):
            if (seen := await self.strokes()) == strokes:
                return
            await self.person.page.wait_for_timeout(100)
        assert seen == strokes

    async def later(self, milliseconds: int) -> None:
        """Let time pass as the hand means it: a pause is part of the gesture."""
        await self.person.page.wait_for_timeout(milliseconds)


def along(start: Point, dx: float, dy: float, steps: int = 8) -> list[Point]:
    x, y = start
    return [(x + dx * step / steps, y + dy * step / steps) for step in range(steps + 1)]


@pytest.fixture
async def hand(house: House, browser: Browser) -> Hand:
    """Give a tablet whose owner holds a felt-tip at an open cloth."""
    person = await Person.arrive(browser, house.address, **TABLET)
    links = await person.make_cloth("Inkt", seats=2)
    await person.sit_down(links["Link voor de tafel"].split("#")[0], "Iris", "stoel 1")
    await person.go("regie")
    await person.step("Vrij werken")
    await person.go("kleed")
    await person.button("Stift").click()
    return Hand(person, await Touch.on(person.page))


async def draw(hand: Hand, start: Point = (400, 300)) -> None:
    way = along(start, 120, 40)
    await hand.touch.down(1, way[0])
    await hand.touch.move(1, *way[1:])
    await hand.touch.up(1)


async def test_a_finger_draws_one_stroke(hand):
    await draw(hand)
    await hand.counts(1)


async def test_a_pinch_that_begins_in_a_stroke_leaves_no_ink(hand):
    await hand.touch.down(1, (400, 300))
    await hand.touch.down(2, (500, 300))
    await hand.touch.move(2, *along((500, 300), 120, 0))
    await hand.touch.up(2)
    await hand.touch.up(1)
    await hand.later(400)
    await hand.counts(0)


async def test_a_palm_before_the_pen_leaves_no_ink_and_the_pen_does(hand):
    await draw(hand)
    await hand.touch.pen(*along((520, 420), 90, 10))
    await hand.counts(1)


async def test_a_palm_after_the_pen_leaves_no_ink(hand):
    await hand.touch.pen(*along((520, 420), 90, 10))
    await draw(hand)
    await hand.later(400)
    await hand.counts(1)


async def test_a_third_finger_changes_nothing_about_a_pinch(hand):
    for finger, at in ((1, (400, 300)), (2, (520, 300)), (3, (460, 420))):
        await hand.touch.down(finger, at)
    await hand.touch.move(3, *along((460, 420), 150, 60))
    for finger in (3, 2, 1):
        await hand.touch.up(finger)
    await hand.later(400)
    await hand.counts(0)


async def test_a_stroke_that_the_system_takes_away_keeps_what_was_drawn(hand):
    way = along((400, 300), 120, 40)
    await hand.touch.down(1, way[0])
    await hand.touch.move(1, *way[1:])
    await hand.touch.cancel()
    await hand.counts(1)
