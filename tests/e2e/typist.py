"""Somebody at the table who only has keys: no mouse, no finger, no click."""

import re

from playwright.async_api import Locator, expect

from tests.e2e.person import Person

FARTHEST = 80
HOLDS_FOCUS = "element => element === document.activeElement"


class Typist:
    """Goes over the pages by Tab, and over the cloth in the order in which it is read."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.page

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.page.keyboard.press(key)

    async def type(self, text: str) -> None:
        """Write where the focus is."""
        await self.page.keyboard.type(text)

    async def tab_to(self, target: Locator, key: str = "Tab") -> None:
        """Go on with Tab until `target` has the focus."""
        await expect(target).to_be_visible()
        for _ in range(FARTHEST):
            if await target.evaluate(HOLDS_FOCUS):
                return
            await self.press(key)
        raise AssertionError(f"Tab never came to {target}")

    async def push(self, name: str | re.Pattern[str], key: str = "Tab") -> None:
        """Tab to a button and press Enter: in the open dialog, when one lies open."""
        dialog = self.person.dialog
        within = dialog if await dialog.count() else self.page
        await self.tab_to(within.get_by_role("button", name=name, exact=True).first, key)
        await self.press("Enter")

    async def fill(self, field: Locator, text: str) -> None:
        """Tab to a field and write in it."""
        await self.tab_to(field)
        await self.type(text)

    async def next_step(self, name: str) -> None:
        """Lead the table one step further, from the strip at the top."""
        await self.push(f"Verder: {name}", "Shift+Tab")
        await self.push("Zet deze stap")
        await expect(self.person.dialog).to_be_hidden()
        await expect(self.page.get_by_text(re.compile(rf"^Stap \d\w?: {name}"))).to_be_visible()

    async def to_cloth(self) -> None:
        """Give the cloth the focus, or what has it there."""
        inside = "document.activeElement.closest('[data-cloth]') !== null"
        if not await self.page.evaluate(inside):
            await self.tab_to(self.person.cloth)

    async def walk_to(self, item: Locator) -> None:
        """Go over the cloth in reading order until `item` is reached."""
        await self.to_cloth()
        await self.press("Home")
        for _ in range(FARTHEST):
            if await item.count() and await item.evaluate(HOLDS_FOCUS):
                return
            await self.press(".")
        raise AssertionError(f"reading on never came to {item}")

    def item(self, name: str) -> Locator:
        """Give a thing on the cloth by the start of what it is called aloud."""
        return self.person.cloth.get_by_role("button", name=name)
