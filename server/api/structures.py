"""Position structures of snapshots, computed when somebody reads one and then kept a while."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

MOST = 64
Structure = Mapping[str, Any]
Key = tuple[str, str]


class Structures:
    """The structures read last, by snapshot and hash."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Structure] = OrderedDict()

    def get(self, key: Key) -> Structure | None:
        """Give a structure if it is still kept."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, key: Key, structure: Structure) -> None:
        """Keep a structure; the one that was not asked for longest makes room."""
        self._kept[key] = structure
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def forget(self) -> None:
        """Drop everything, for instance when a person was erased."""
        self._kept.clear()
