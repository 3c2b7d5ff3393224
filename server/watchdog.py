"""Ends the process when something in native code holds the interpreter and does not stop.

A thread of Python's puts it off; that thread gets no turn then, but does get one when the loop
merely has much to do. Time counts in which the process works, not in which the machine did other
things or was asleep: the system keeps it, and sends a signal once it is too much. `faulthandler`
answers that without needing a turn, says where everything stood, and lets the signal do its work.
"""

import asyncio
import faulthandler
import signal
import threading
from collections.abc import Callable

from server.metrics import LOOP_LATE

BEAT_SECONDS = 1.0
FATAL = signal.SIGPROF
"""What a process dies of that was held too long."""


class Watchdog:
    """Put off while threads get their turn; `on_beat` hears once a second of the loop's."""

    def __init__(self, seconds: float, on_beat: Callable[[], None]) -> None:
        self._seconds = seconds
        self._on_beat = on_beat
        self._next: asyncio.TimerHandle | None = None
        self._over = threading.Event()

    def start(self) -> None:
        """Begin; call it in the loop, whose lateness is measured."""
        faulthandler.register(FATAL, chain=True)
        threading.Thread(target=self._put_off, name="watchdog", daemon=True).start()
        self._beat()

    def stop(self) -> None:
        """Watch no longer."""
        if self._next:
            self._next.cancel()
        self._over.set()

    def _put_off(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, self._seconds)
        while not self._over.wait(min(BEAT_SECONDS, self._seconds / 4) or None):
            signal.setitimer(signal.ITIMER_PROF, self._seconds)
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _beat(self) -> None:
        self._on_beat()
        loop = asyncio.get_running_loop()
        if self._next:
            LOOP_LATE.set(loop.time() - self._next.when())
        self._next = loop.call_later(BEAT_SECONDS, self._beat)
