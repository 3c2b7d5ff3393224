"""Things to do with a board after a while."""

import asyncio
from collections.abc import Callable


class Later:
    """Timers by name; asking again for the same begins the while anew."""

    def __init__(self) -> None:
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def __len__(self) -> int:
        return len(self._timers)

    def set(self, name: str, seconds: float, act: Callable[[], None]) -> None:
        """Do something after a while."""
        self.drop(name)

        def due() -> None:
            del self._timers[name]
            act()

        self._timers[name] = asyncio.get_running_loop().call_later(seconds, due)

    def drop(self, name: str) -> None:
        """Do not do it after all."""
        if timer := self._timers.pop(name, None):
            timer.cancel()

    def drop_all(self) -> None:
        """Do nothing of it after all."""
        for name in tuple(self._timers):
            self.drop(name)
