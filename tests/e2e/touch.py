"""Fingers and pens at the browser's own door: contacts as the screen of a tablet reports them."""

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import CDPSession, Page

Point = tuple[float, float]


@dataclass
class Touch:
    """What touches one page: any number of fingers by name, and one pen."""

    session: CDPSession
    fingers: dict[int, Point] = field(default_factory=dict)

    @classmethod
    async def on(cls, page: Page) -> "Touch":
        """Give hands on a page."""
        return cls(await page.context.new_cdp_session(page))

    async def down(self, finger: int, at: Point) -> None:
        """Lay a finger down."""
        self.fingers[finger] = at
        await self._touch("touchStart")

    async def move(self, finger: int, *way: Point) -> None:
        """Move a finger along points."""
        for at in way:
            self.fingers[finger] = at
            await self._touch("touchMove")

    async def up(self, finger: int) -> None:
        """Lift a finger."""
        del self.fingers[finger]
        await self._touch("touchEnd")

    async def cancel(self) -> None:
        """Have the system take all fingers away."""
        self.fingers.clear()
        await self._touch("touchCancel")

    async def pen(self, *way: Point) -> None:
        """Draw with a pen along points and lift it."""
        await self._pen("mousePressed", way[0])
        for at in way[1:]:
            await self._pen("mouseMoved", at)
        await self._pen("mouseReleased", way[-1])

    async def _touch(self, kind: str) -> None:
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in self.fingers.items()]
        await self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    async def _pen(self, kind: str, at: Point) -> None:
        event: dict[str, Any] = {"type": kind, "x": at[0], "y": at[1], "pointerType": "pen"}
        event |= {"button": "left", "buttons": 1, "clickCount": 1}
        await self.session.send("Input.dispatchMouseEvent", event)
