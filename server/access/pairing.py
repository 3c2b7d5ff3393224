"""Screens that wait to be paired: each shows four digits for a while."""

import secrets
from dataclasses import dataclass

LIFETIME_SECONDS = 600
MOST_SCREENS = 500
CODES = 10_000


@dataclass(frozen=True, slots=True)
class Screen:
    """The digits a screen shows, and the invitation it got when somebody typed them."""

    code: str
    invitation: str | None = None


class Pairings:
    """The screens that wait, by their secrets; nothing of this outlives the server."""

    def __init__(self) -> None:
        self._screens: dict[str, tuple[float, Screen]] = {}

    def show(self, secret: str, now: float) -> str | None:
        """Give digits that no other screen shows, or None when too many screens wait."""
        self._drop_old(now)
        if len(self._screens) >= MOST_SCREENS:
            return None
        shown = {screen.code for _, screen in self._screens.values()}
        code = f"{secrets.randbelow(CODES):04}"
        while code in shown:
            code = f"{secrets.randbelow(CODES):04}"
        self._screens[secret] = (now, Screen(code))
        return code

    def look(self, secret: str, now: float) -> Screen | None:
        """Give a screen by its secret, unless its time is over."""
        self._drop_old(now)
        found = self._screens.get(secret)
        return found and found[1]

    def secret_of(self, code: str, now: float) -> str | None:
        """Give the secret of the screen that shows `code` and was not paired yet."""
        self._drop_old(now)
        screens = self._screens.items()
        return next((key for key, (_, screen) in screens if screen == Screen(code)), None)

    def pair(self, secret: str, screen: Screen) -> None:
        """Keep that a screen was paired."""
        if secret in self._screens:
            self._screens[secret] = (self._screens[secret][0], screen)

    def _drop_old(self, now: float) -> None:
        old = [key for key, (at, _) in self._screens.items() if now - at > LIFETIME_SECONDS]
        for key in old:
            del self._screens[key]
