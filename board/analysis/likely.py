"""Which actors of several boards may be the same: the program suggests, people decide."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from board.analysis.convergence import LEVELS, convergence
from board.analysis.identity import Ref, Same
from board.model import Board


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors of different boards whose names are alike, and how much so."""

    one: Ref
    other: Ref
    level: str


def candidates(boards: Mapping[str, Board], decided: Collection[Same]) -> list[Candidate]:
    """Give who may be the same, most alike first; without pairs that people decided about."""
    refs = dict(_named(boards))
    labels = {key: boards[ref.board].actors[ref.id].label for key, ref in refs.items()}
    alike = convergence(labels)
    pairs = (
        (refs[one], refs[other], level)
        for level in LEVELS
        for one, other in sorted(alike.each(level))
    )
    return [
        Candidate(one, other, level)
        for one, other, level in pairs
        if one.board != other.board and (one, other) not in decided
    ]


def _named(boards: Mapping[str, Board]) -> Iterator[tuple[str, Ref]]:
    """Give the actors on the cloths of all boards, under keys that sort as they do."""
    found = sorted(
        Ref(name, key)
        for name, board in boards.items()
        for key, actor in board.actors.items()
        if actor.on_cloth and not actor.contested
    )
    return ((f"{number:09}", ref) for number, ref in enumerate(found))
