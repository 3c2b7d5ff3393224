"""Whose each id is. Client ids and presence ids are one and the same kind of number (GA7, PR4).

Browsers usually show themselves under the id under which they write. So who shows an id first
is also the only one who may write under it, and the other way round.
"""

from collections import Counter
from collections.abc import Iterable, Mapping


class Owners:
    """The participants behind client ids, which last, and behind presence ids, which do not."""

    def __init__(self, bindings: Mapping[int, str]) -> None:
        self._writers = dict(bindings)
        self._shown: dict[int, str] = {}
        self._counts = Counter(self._writers.values())

    def writer(self, client: int) -> str | None:
        """Who writes under a client id."""
        return self._writers.get(client)

    def count(self, participant: str) -> int:
        """Under how many client ids a participant writes."""
        return self._counts[participant]

    def may_take(self, number: int, participant: str) -> bool:
        """Whether an id is nobody else's."""
        shown, writer = self._shown.get(number), self._writers.get(number)
        return shown in (None, participant) and writer in (None, participant)

    def bind(self, clients: Iterable[int], participant: str) -> None:
        """Note who writes under these client ids, for good."""
        for client in clients:
            self._writers[client] = participant
            self._counts[participant] += 1

    def show(self, number: int, participant: str) -> None:
        """Note who shows something under a presence id."""
        self._shown[number] = participant

    def forget(self, number: int) -> None:
        """Nobody shows anything under a presence id any more."""
        self._shown.pop(number, None)
