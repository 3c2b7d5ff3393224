"""Which actors of which boards are the same, as people confirmed; left out, it is undone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from board.model import Board, Tie, tie_between


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A record on one of several boards; `board` is the name under which that board takes part."""

    board: str
    id: str

    def __str__(self) -> str:
        """Give the reference as a key."""
        return f"{self.board}/{self.id}"


Same = tuple[Ref, Ref]


class UnknownActorError(ValueError):
    """A `same_as` names an actor that is on none of the boards, or on several of them."""


def classes(pairs: Iterable[Same]) -> dict[Ref, Ref]:
    """Give for every actor that is said to be another the one that stands for all of them.

    The least reference of a class stands for it, so that the order of pairs does not matter.
    """
    above: dict[Ref, Ref] = {}

    def top(ref: Ref) -> Ref:
        while ref in above:
            ref = above[ref]
        return ref

    for one, other in pairs:
        least, greatest = sorted((top(one), top(other)))
        if least != greatest:
            above[greatest] = least
    return {ref: top(ref) for ref in above}


def invited(
    boards: Mapping[str, Board], by: Mapping[str, Ref]
) -> tuple[dict[str, Board], list[Same]]:
    """Give the boards with each invited schakel on the cloth it was invited for, and who is same.

    `by` names per invited board the schakel it was made for, on the board it came of. That schakel
    is in fact tied to the theme of its own cloth, though nobody drew it there.
    """
    known = {
        name: ref
        for name, ref in by.items()
        if name in boards and ref.board in boards and ref.id in boards[ref.board].actors
    }
    drawn = {name: _with_schakel(boards[name], boards[r.board], r.id) for name, r in known.items()}
    return {**boards, **drawn}, [(ref, Ref(name, ref.id)) for name, ref in known.items()]


def _with_schakel(board: Board, origin: Board, key: str) -> Board:
    tie_id, ends = tie_between(board.theme.id, key)
    actors = {key: origin.actors[key]} | dict(board.actors)
    ties = {**board.ties, tie_id: Tie(tie_id, ends)}
    return replace(board, actors=dict(sorted(actors.items())), ties=dict(sorted(ties.items())))


def find(text: str, boards: Mapping[str, Board]) -> Ref:
    """Give the actor that `text` names: `board/id`, or an id that only one of the boards has."""
    board, mark, key = text.rpartition("/")
    named = [name for name in boards if not mark or name == board]
    found = [Ref(name, key) for name in named if key in boards[name].actors]
    if len(found) != 1:
        where = f"several boards; write NAME/{text}" if found else "none of the boards"
        raise UnknownActorError(f"{text} is on {where}")
    return found[0]


def groups(standing: Mapping[Ref, Ref]) -> dict[Ref, list[Ref]]:
    """Give every class of two or more under the reference that stands for it."""
    members: dict[Ref, list[Ref]] = defaultdict(list)
    for ref, stands in sorted(standing.items()):
        members[stands].append(ref)
    return {stands: [stands, *refs] for stands, refs in members.items()}
