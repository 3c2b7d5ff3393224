"""A snapshot with everything an export needs, and what stands at the head of every file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from board.analysis.compare import compare
from board.analysis.structure import ATTRIBUTION, SOFTWARE, Source
from board.model import Board
from board.schema import CONTENT_SCHEMA

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """A frozen board: its position structure, canonical content, source, and people's title.

    `earlier` is the snapshot that it is compared with, if one was chosen, and `comparison` what
    changed since (analysis.compare). `past` holds earlier snapshots for a series, oldest first.
    """

    board: Board
    structure: Mapping[str, Any]
    content: Mapping[str, Any]
    source: Source
    title: str = ""
    comparison: Mapping[str, Any] | None = None
    earlier: "Moment | None" = None
    past: "tuple[Moment, ...]" = ()


def since(earlier: Moment, later: Moment) -> Moment:
    """Give a moment with what changed since an earlier one of the same cloth."""
    found = compare(earlier.structure, later.structure)
    return replace(later, comparison=found, earlier=earlier)


def account(moment: Moment, *, names: bool) -> Json:
    """Give what every file says of itself, as plain values in a fixed order.

    The hash is that of the frozen content with all names, whether or not they are shown.
    """
    return {
        "attribution": ATTRIBUTION,
        "software": SOFTWARE,
        "schema": CONTENT_SCHEMA,
        "board": moment.source.board,
        "snapshot": moment.source.snapshot,
        "hash": moment.source.hash,
        "taken_at": moment.source.taken_at,
        "theme": moment.board.theme.text,
        "title": moment.title,
        "basis": list(moment.structure["method"]["basis"]),
        "names": names,
    }
