"""Ends the process when its loop stands still: something in native code holds the interpreter.

No thread of Python's can do that, since none gets its turn. The standard library's `faulthandler`
waits in a thread of its own that needs no turn, says where everything stood, and exits.
"""

import asyncio
import faulthandler
from collections.abc import Callable

from server.metrics import LOOP_LATE

BEAT_SECONDS = 1.0


class Watchdog:
    """Put off once a second by the loop; `on_beat` hears that the loop goes round."""

    def __init__(self, seconds: float, on_beat: Callable[[], None]) -> None:
        self._seconds = seconds
        self._on_beat = on_beat
        self._next: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Begin; call it in the loop that is to be watched."""
        self._on_beat()
        if self._seconds:
            faulthandler.dump_traceback_later(self._seconds, exit=True)
        loop = asyncio.get_running_loop()
        if self._next:
            LOOP_LATE.set(loop.time() - self._next.when())
        self._next = loop.call_later(BEAT_SECONDS, self.start)

    def stop(self) -> None:
        """Watch no longer."""
        if self._next:
            self._next.cancel()
        faulthandler.cancel_dump_traceback_later()
