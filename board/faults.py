"""What is wrong with content from outside: every fault with its path, raised together."""

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN_FAULTS = 20
SHOWN_KEY = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the path to it: names joined by dots."""

    path: str
    what: str

    def __str__(self) -> str:
        """Give the fault as one line."""
        return f"{self.path}: {self.what}" if self.path else self.what


class ContentError(ValueError):
    """Content that cannot become a board; `faults` has at least one."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        self.path = self.faults[0].path
        super().__init__("; ".join(str(fault) for fault in self.faults[:SHOWN_FAULTS]))


def stop_at(faults: Sequence[Fault]) -> None:
    """Raise all faults together, if there are any."""
    if faults:
        raise ContentError(faults)


def shown(key: object) -> str:
    """Give a key as it may be shown: short and printable."""
    text = key if isinstance(key, str) else type(key).__name__
    return text[:SHOWN_KEY].encode("unicode_escape").decode("ascii")[:SHOWN_KEY]
