"""Turns: rooms act one after the other, and the loop looks at the network in between."""

import asyncio
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Protocol

SHARE_SECONDS = 0.008
"""How long rooms act before the loop looks at the network."""
HEARING_SECONDS = 0.004
"""How long a room listens in one turn."""
AT_ONCE = 16
"""How many pieces of one peer a room takes in before it hears the next peer."""


class Source(Protocol):
    """Something that may have more to say than is taken in at once."""

    def hear(self, most: int) -> bool:
        """Take in up to `most` pieces; say whether there is more."""


class Speakers:
    """Those of one room who have something to say; each is heard a little, then the next."""

    def __init__(self) -> None:
        self._waiting: deque[Source] = deque()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, source: Source) -> None:
        """Hear `source` too; it is added once, until it was heard to the end."""
        self._waiting.append(source)

    def hear(self) -> None:
        """Listen until nobody has more to say, but not too long."""
        until = monotonic() + HEARING_SECONDS
        while self._waiting:
            source = self._waiting.popleft()
            if source.hear(AT_ONCE):
                self._waiting.append(source)
            if monotonic() >= until:
                return

    def hear_out(self) -> None:
        """Listen to everybody to the end."""
        while self._waiting:
            self.hear()


class Turns:
    """Gives each room that asks a turn, in the order in which they asked.

    However many ask at once, after a share of time everything else on the loop has its turn too.
    """

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_going = False

    def ask(self, act: Callable[[], None]) -> None:
        """Have `act` called soon."""
        self._waiting.append(act)
        self._go_soon()

    def _go_soon(self) -> None:
        if self._waiting and not self._is_going:
            self._is_going = True
            asyncio.get_running_loop().call_soon(self._go)

    def _go(self) -> None:
        until = monotonic() + SHARE_SECONDS
        try:
            while self._waiting:
                self._waiting.popleft()()
                if monotonic() >= until:
                    break
        finally:
            self._is_going = False
            self._go_soon()
