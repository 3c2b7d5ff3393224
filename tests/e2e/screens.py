"""Take a picture of every screen and step, in each look and size: `python -m tests.e2e.screens`.

Without `--all` it makes the set that is kept in docs/screens: each screen in four of the twelve
combinations, small enough to lie in the repository.
"""

import argparse
import asyncio
import base64
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import product
from pathlib import Path

from playwright.async_api import Browser, Page

from tests.builders.browser import chromium
from tests.e2e.house import House
from tests.e2e.person import Person

FOLDER = Path(__file__).parents[2] / "docs/screens"
SIZES = {"phone": (390, 844), "tablet": (1024, 768), "laptop": (1440, 900), "wall": (1920, 1080)}
LOOKS = ("paper", "contrast", "chalkboard")
KEPT = (("paper", "phone"), ("contrast", "tablet"), ("paper", "laptop"), ("chalkboard", "wall"))
OUTSIDE = {
    "start": "/",
    "help": "/hulp",
    "tour": "/rondleiding",
    "keys": "/toetsen",
    "device": "/apparaat",
    "statement": "/toegankelijkheid",
    "lost": "/nergens",
}
STEPS = ("theme", "rim", "walk", "connectors", "contacts", "positions")
PAGES = {"list": "lijst", "regie": "regie", "projector": "beamer", "moments": "momenten"}
READING = {"compare": "vergelijk", "past": "verloop", "union": "samen"}
MOST_BYTES = 60_000
QUALITIES = (0.8, 0.65, 0.5, 0.35, 0.2)
PACK = """
async ([png, quality]) => {
  const picture = await createImageBitmap(await (await fetch(png)).blob())
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d').drawImage(picture, 0, 0)
  const packed = await canvas.convertToBlob({ type: 'image/webp', quality })
  const bytes = new Uint8Array(await packed.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
"""


class Camera:
    """Takes and packs pictures of one page."""

    def __init__(self, page: Page, packer: Page, folder: Path, wanted: list[tuple[str, str]]):
        self.page, self.packer, self.folder, self.wanted = page, packer, folder, wanted

    async def take(self, name: str) -> None:
        """Take the page as it stands, in every wanted look and size."""
        for look, size in self.wanted:
            width, height = SIZES[size]
            await self.page.set_viewport_size({"width": width, "height": height})
            await self.page.evaluate("look => localStorage.setItem('tafelkleed.skin', look)", look)
            await self.page.reload()
            await self.settled()
            png = await self.page.screenshot(animations="disabled")
            file = self.folder / f"{name}-{look}-{size}.webp"
            file.write_bytes(await self.packed(png))

    async def settled(self) -> None:
        """Wait until the page has its letters and nothing of it is on its way."""
        await self.page.get_by_role("heading", level=1).first.wait_for(state="attached")
        await self.page.wait_for_load_state("networkidle")
        await self.page.evaluate(
            "document.fonts.ready.then(() => new Promise(done => requestIdleCallback(done)))"
        )

    async def packed(self, png: bytes) -> bytes:
        """Give a picture as WebP, as sharp as its bound allows."""
        url = "data:image/png;base64," + base64.b64encode(png).decode()
        small = b""
        for quality in QUALITIES:
            small = base64.b64decode(await self.packer.evaluate(PACK, [url, quality]))
            if len(small) <= MOST_BYTES:
                break
        return small


@asynccontextmanager
async def opened_house() -> AsyncIterator[House]:
    """Give a server with an empty store."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        await house.open()
        try:
            yield house
        finally:
            await house.shut()


async def take_all(house: House, browser: Browser, folder: Path, wanted: list[tuple[str, str]]):
    """Take every screen, and the cloth in every step."""
    iris = await Person.arrive(browser, house.address, reduced_motion="reduce")
    packer = await (await browser.new_context()).new_page()
    camera = Camera(iris.page, packer, folder, wanted)
    for name, path in OUTSIDE.items():
        await iris.page.goto(house.address + path)
        await camera.take(name)
    await iris.import_example()
    await camera.take("join")
    await iris.page.get_by_label("Hoe heet je?").fill("Iris")
    await iris.button("Naar het kleed").click()
    await iris.cloth.wait_for()
    for number, step in enumerate(STEPS, start=1):
        await iris.set_session(phase=step)
        await iris.go("kleed")
        await camera.take(f"cloth-{number}-{step}")
    for name, path in PAGES.items():
        await iris.go(path)
        await camera.take(name)
    await iris.set_session(phase="free")
    made = await iris.send("POST", f"/boards/{iris.board}/snapshots", {"title": "Eerste avond"})
    await iris.go(f"momenten/{made['id']}")
    await camera.take("moment")
    for name, path in READING.items():
        await iris.go(path)
        await camera.take(name)


def index(folder: Path) -> str:
    """Give the page that shows the pictures of a folder."""
    names = sorted({file.stem.rsplit("-", 2)[0] for file in folder.glob("*.webp")})
    lines = ["# Screens", "", "Made by `make screens` from the worked example.", ""]
    for name in names:
        files = sorted(folder.glob(f"{name}-*-*.webp"))
        own = [file for file in files if file.stem.rsplit("-", 2)[0] == name]
        lines += [f"## {name}", ""]
        lines += [f"![{name}, {' '.join(f.stem.split('-')[-2:])}]({f.name})" for f in own] + [""]
    return "\n".join(lines).rstrip() + "\n"


async def main() -> None:
    """Take the pictures and write their index."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--all", action="store_true", help="every look in every size")
    asked.add_argument("--folder", type=Path, default=FOLDER)
    wishes = asked.parse_args()
    wishes.folder.mkdir(parents=True, exist_ok=True)
    wanted = list(product(LOOKS, SIZES)) if wishes.all else list(KEPT)
    async with opened_house() as house, chromium() as browser:
        await take_all(house, browser, wishes.folder, wanted)
    (wishes.folder / "README.md").write_text(index(wishes.folder))


if __name__ == "__main__":
    asyncio.run(main())
