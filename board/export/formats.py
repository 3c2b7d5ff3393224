"""All formats a snapshot can be written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from board.export.json import export_json
from board.export.moment import Moment


class Write(Protocol):
    """Writes a moment; names default to off."""

    def __call__(self, moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
        """Give the bytes of the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; `suffix` with its dot."""

    name: str
    media_type: str
    suffix: str
    write: Write


FORMATS: Mapping[str, Format] = {
    f.name: f for f in (Format("json", "application/json", ".json", export_json),)
}
