"""Who is told what of the session: message 81, to each peer with who it is itself."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from server.live.gathering import Gathering, Person, for_each, to_json
from server.sync.effects import PeerId
from server.sync.passes import Pass

APART_SECONDS = 0.25


def as_it_stands(pass_: Pass, gathering: Gathering) -> Pass:
    """Give a pass with the present name and seat, and without writing while that is locked."""
    session = gathering.session
    free = session.writing and pass_.participant not in session.paused
    may_write = pass_.may_write and (free or pass_.facilitator)
    person = gathering.person(pass_.participant)
    if person is None:
        return replace(pass_, may_write=may_write)
    return replace(pass_, name=person.name, seat=person.seat, may_write=may_write)


def messages(
    gathering: Gathering,
    peers: Iterable[tuple[PeerId, Pass]],
    here: frozenset[str],
    now: datetime,
) -> list[tuple[PeerId, str]]:
    """Give the session's JSON for each of `peers` that speaks our protocol."""
    told = {peer: _who(pass_, gathering) for peer, pass_ in peers if pass_.speaks}
    if not told:
        return []
    texts = for_each(gathering, to_json(gathering, here, now), told.values())
    return list(zip(told, texts, strict=True))


def _who(pass_: Pass, gathering: Gathering) -> Person:
    person = gathering.person(pass_.participant)
    return person or Person(pass_.participant, pass_.name, pass_.seat, pass_.role)


class Throttle:
    """Calls `act` soon after each `ask`, but not more often than every quarter of a second.

    Where a class comes in at once, everyone hears of all the others in a few messages.
    """

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act
        self._loop = asyncio.get_running_loop()
        self._acted_at = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        """Have it done soon."""
        if self._timer is None:
            due = max(self._loop.time(), self._acted_at + APART_SECONDS)
            self._timer = self._loop.call_at(due, self.act)

    def act(self) -> None:
        """Do it now, instead of soon."""
        self.stop()
        self._acted_at = self._loop.time()
        self._act()

    def stop(self) -> None:
        """Drop what was asked."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
