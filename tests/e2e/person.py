"""Somebody at the table with a browser: what people do, in the words of the interface."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

EXAMPLE = Path(__file__).parents[1] / "golden/vrolijk-groot-worden.json"
POSITIONS = {
    "initiator": "initiatiefnemer",
    "partner": "partner",
    "connector": "schakel",
    "supplier": "leverancier",
    "user": "gebruiker",
}
SPHERES = {"local": "lokale gemeenschap", "professional": "professioneel", "both": "allebei"}
CONCRETENESSES = {"named": "met naam", "role": "als rol of beroep", "category": "alleen als soort"}


@dataclass
class Person:
    """One browser context, with everything that went wrong in it."""

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)

    @classmethod
    async def arrive(cls, browser: Browser, address: str, **options: object) -> "Person":
        """Open a browser of one's own, in Dutch, on a tablet unless `options` say otherwise."""
        context = await browser.new_context(
            **{"locale": "nl-NL", "viewport": {"width": 1180, "height": 820}, **options}
        )
        context.set_default_timeout(15_000)
        person = cls(await context.new_page(), address)
        person.page.on("pageerror", lambda error: person.faults.append(str(error)))
        return person

    # ---- getting in ----

    async def make_cloth(self, theme: str, seats: int) -> dict[str, str]:
        """Make a cloth on the start page; give its links by the label they are shown under."""
        await self.page.goto(self.address)
        await self.page.get_by_label("Naam van het thema").fill(theme)
        for _ in range(6 - seats):
            await self.button("Een stoel minder").click()
        await self.button("Leg het kleed op tafel").click()
        await expect(
            self.page.get_by_role("heading", name="Het kleed ligt op tafel")
        ).to_be_visible()
        await self.page.get_by_text("Andere links").click()
        lines = await self.page.locator("input[readonly]").all()
        return {
            str(await line.get_attribute("aria-label")): await line.input_value() for line in lines
        }

    async def import_example(self) -> None:
        """Make the cloth of the worked example, and stand before its chairs."""
        made = await self.send("POST", "/import", EXAMPLE.read_text())
        await self.page.goto(f"{self.address}/k/{made['board']['id']}")

    async def send(self, method: str, path: str, data: object) -> dict[str, Any]:
        """Ask the server for something as this person's browser would."""
        answer = await self.page.request.fetch(
            f"{self.address}/api{path}",
            method=method,
            data=data,
            headers={"Origin": self.address, "Content-Type": "application/json"},
        )
        assert answer.ok, await answer.text()
        told: dict[str, Any] = await answer.json()
        return told

    async def set_session(self, **wishes: object) -> None:
        """Change the step, or another setting of the table, without its dialog."""
        await self.send("PATCH", f"/boards/{self.board}/session", wishes)

    async def sit_down(self, link: str, name: str, seat: str) -> None:
        """Join by link: a name, a seat, and the cloth lies there."""
        await self.page.goto(link)
        await self.page.get_by_label("Hoe heet je?").fill(name)
        await self.page.get_by_role("radio", name=seat, exact=True).check(force=True)
        await self.button("Naar het kleed").click()
        await expect(self.cloth).to_be_visible()

    @property
    def board(self) -> str:
        """Give the id of the board in the address."""
        found = re.search(r"/k/([^/#?]+)", self.page.url)
        assert found, self.page.url
        return found.group(1)

    @property
    def cloth(self) -> Locator:
        """Give the drawing surface."""
        return self.page.get_by_role("application")

    @property
    def dialog(self) -> Locator:
        """Give the open dialog."""
        return self.page.get_by_role("dialog")

    def button(self, name: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        """Give the button with exactly this name."""
        return (within or self.page).get_by_role("button", name=name, exact=True)

    async def go(self, page: str) -> None:
        """Open another page of the board."""
        await self.page.goto(f"{self.address}/k/{self.board}/{page}")

    # ---- leading ----

    async def step(self, name: str) -> None:
        """Go to another step from the facilitator's page."""
        script = self.page.get_by_role("region", name="Draaiboek")
        await script.get_by_role("button", name=re.compile(f": {name}$")).click()
        await self.button("Zet deze stap", self.dialog).click()
        await expect(self.dialog).to_be_hidden()

    async def take_moment(self, title: str) -> None:
        """Freeze the cloth from the facilitator's page."""
        await self.page.get_by_label("Titel van deze momentopname").fill(title)
        await self.button("Leg dit moment vast").click()
        await expect(self.page.get_by_text(f"‘{title}’ is vastgelegd.").first).to_be_visible()

    # ---- writing and connecting ----

    async def write(self, *texts: str) -> None:
        """Write slips in the bar below the cloth: type, Enter, and the field is ready again."""
        bar = self.page.get_by_label("Nieuw ingrediënt op jouw rand")
        for text in texts:
            await bar.fill(text)
            await bar.press("Enter")
            await expect(bar).to_have_value("")

    def row(self, seat: str, ingredient: str) -> Locator:
        """Give the line of an ingredient under its seat on the list."""
        rim = self.page.get_by_role("region", name=seat, exact=True)
        return (
            rim.get_by_role("listitem")
            .filter(has_text=ingredient)
            .filter(has=self.page.get_by_text(ingredient, exact=True))
        )

    async def sees_connector(self, label: str) -> None:
        """Wait until somebody else's schakel lies on this list too."""
        part = self.page.get_by_role("region", name=re.compile(r"^Schakels"))
        await expect(part.get_by_role("button", name=f"Wat doe je met '{label}'?")).to_be_visible()

    async def note_person(self, label: str, sphere: str) -> None:
        """Note somebody who is known but not drawn on the cloth."""
        await self.button("Nieuwe betrokkene").click()
        await self.dialog.get_by_role("textbox").first.fill(label)
        await self.choose(SPHERES[sphere])
        await self.button("Leg neer", self.dialog).click()
        await expect(self.dialog).to_be_hidden()

    async def name_connector(
        self,
        actor: str,
        *,
        sphere: str = "",
        concreteness: str = "named",
        theme: bool = True,
        basis: str = "",
    ) -> None:
        """Fill in the open 'verbind via' dialog and close it."""
        await self.dialog.get_by_label("Wie is hier nu al bij betrokken?").fill(actor)
        if sphere:
            await self.choose(SPHERES[sphere])
        if concreteness != "named":
            await self.dialog.get_by_text("Meer instellen").click()
            await self.choose(CONCRETENESSES[concreteness])
        if basis:
            await self.choose(basis)
        if not theme:
            await self.option("Ook verbonden met het thema").click()
        await self.button("Verbind", self.dialog).click()
        await expect(self.dialog).to_be_hidden()

    async def choose(self, label: str) -> None:
        """Choose one of a few in the open dialog."""
        await self.option(label).click()

    def option(self, label: str) -> Locator:
        """Give the visible label of a choice or a box in the open dialog."""
        wanted = re.compile(rf"^\s*{re.escape(label)}(\W|$)")
        return self.dialog.locator("label").filter(has_text=wanted).first

    async def verb(self, verb: str, text: str) -> None:
        """Do something with a record from its menu on the list."""
        await self.button(f"Wat doe je met '{text}'?").first.click()
        await self.page.get_by_role("menuitem", name=verb, exact=True).click()

    async def tie(self, one: str, other: str) -> None:
        """Draw a line between two schakels in the dialog of lines."""
        await self.verb("Lijnen", one)
        await self.choose(f"schakel '{other}'")
        await self.button("Verbind", self.dialog).click()
        await self.button("Sluiten", self.dialog).first.click()
        await expect(self.dialog).to_be_hidden()

    async def prepare_contact(
        self, actor: str, others: list[str], story: tuple[str, list[str]]
    ) -> None:
        """Fill in a contact card: with whom, and which story inspired by which ingredients."""
        await self.verb("Contact voorbereiden", actor)
        if others:
            await self.choose("in een groep")
            for other in others:
                await self.tick(other)
        text, inspired = story
        if text:
            await self.dialog.get_by_label("Eigen verhaal").fill(text)
            for ingredient in inspired:
                await self.tick(ingredient)
        await self.button("Bewaar", self.dialog).click()
        await expect(self.dialog).to_be_hidden()

    async def observe(self, actor: str, *positions: str) -> None:
        """Give somebody positions."""
        await self.verb("Posities", actor)
        for position in positions:
            await self.tick(POSITIONS[position])
        await self.button("Bewaar", self.dialog).click()
        await expect(self.dialog).to_be_hidden()

    async def tick(self, label: str) -> None:
        """Tick a box in the open dialog."""
        await self.option(label).click()

    # ---- being sure ----

    async def is_saved(self) -> None:
        """Wait until the chip says that everything has been stored."""
        await expect(self.page.get_by_role("status").filter(has_text="Bij").first).to_be_visible(
            timeout=20_000
        )
