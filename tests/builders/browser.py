"""A device with a real browser in it, at the page's table but without its screens."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    WebSocketRoute,
    async_playwright,
)

from tests.builders.node import bundle

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# our page is put in the browser's hands, so it does not count as coming from this machine
HANDED_OVER = "--disable-features=LocalNetworkAccessChecks"
PATIENCE = 30
HTML = '<!doctype html><html lang="nl"><script type="module" src="/test/page.js"></script></html>'
State = dict[str, Any]


@dataclass
class Device:
    """A browser with its own cookies and store; `reachable` false cuts it off from the boards.

    The next times it comes to a board it is `turned_away_with` these close codes.
    """

    context: BrowserContext
    address: str
    reachable: bool = True
    turned_away_with: list[int] = field(default_factory=list)
    _sockets: list[WebSocketRoute] = field(default_factory=list)

    async def page(self) -> "Tab":
        """Open another tab."""
        page = await self.context.new_page()
        await page.goto(f"{self.address}/test/page")
        await page.wait_for_function("window.kleed")
        return Tab(page)

    async def cut_off(self) -> None:
        """Lose the connection, and let nothing through until `come_back`."""
        self.reachable = False
        for socket in self._sockets:
            await socket.close()
        self._sockets.clear()

    def come_back(self) -> None:
        self.reachable = True

    async def pass_socket(self, socket: WebSocketRoute) -> None:
        if not self.reachable:
            await socket.close()
        elif self.turned_away_with:
            await socket.close(code=self.turned_away_with.pop())
        else:
            self._join(socket)

    def _join(self, socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        self._sockets.append(socket)

    async def pass_request(self, route: Route) -> None:
        await (route.continue_() if self.reachable else route.abort())


@dataclass
class Tab:
    """One page, sitting at one table."""

    page: Page

    async def do(self, what: str, *args: Any) -> Any:
        """Call a function of `window.kleed`."""
        call = "([what, args]) => what.split('.').reduce((on, name) => on[name], kleed)(...args)"
        return await self.page.evaluate(call, [what, list(args)])

    async def state(self) -> State:
        state: State = await self.do("state")
        return state

    async def until(self, holds: Callable[[State], bool]) -> State:
        """Wait until a claim about this table holds and give its state."""
        state: State = {}
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds(state := await self.state()):
                    await self.page.wait_for_timeout(50)
        except TimeoutError:
            raise AssertionError(f"it never held: {state}") from None
        return state

    async def reload(self) -> None:
        await self.page.reload()
        await self.page.wait_for_function("window.kleed")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Give Debian's Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, HANDED_OVER]
        )
        yield browser
        await browser.close()


async def device(browser: Browser, address: str) -> Device:
    """Give a fresh device that can reach the server."""
    script = (await asyncio.to_thread(bundle, "page")).read_text()
    made = Device(await browser.new_context(), address)
    await made.context.route_web_socket(lambda url: "/sync/" in url, made.pass_socket)
    await made.context.route(lambda url: "/api/" in url, made.pass_request)
    await made.context.route(
        lambda url: url.endswith("/test/page"),
        lambda route: route.fulfill(body=HTML, content_type="text/html"),
    )
    await made.context.route(
        lambda url: url.endswith("/test/page.js"),
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )
    return made
