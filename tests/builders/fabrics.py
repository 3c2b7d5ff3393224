"""Boards with a dense fabric, and an oracle that counts on its fingers.

`fabrics()` gives boards whose measures are worth comparing: every basis, every sphere, actors on
and off the cloth, contested ones, rings of actors. The oracle walks the ties as the method says,
in the plainest way, so that it can hardly be wrong.
"""

from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from board.model import (
    Actor,
    Board,
    Contact,
    Ingredient,
    Involvement,
    Seat,
    Theme,
    Tie,
    tie_between,
)
from board.schema import (
    THEME_ID,
    Basis,
    Concreteness,
    ContactStatus,
    Position,
    Sphere,
)

ACTORS = tuple(f"a{n}" for n in range(1, 8))
SLIPS = tuple(f"i{n}" for n in range(1, 9))
SEATS = ("s1", "s2", "s3")
PAIRS = (
    *((THEME_ID, actor) for actor in ACTORS),
    *combinations(ACTORS, 2),
    *((actor, slip) for actor in ACTORS for slip in SLIPS),
)


@st.composite
def fabrics(draw: st.DrawFn) -> Board:
    """Give a board with up to seven actors, eight slips and many ties."""
    actors = draw(st.sets(st.sampled_from(ACTORS)))
    slips = draw(st.sets(st.sampled_from(SLIPS)))
    there = {THEME_ID, *actors, *slips}
    pairs = [pair for pair in PAIRS if there.issuperset(pair)]
    drawn = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=24)) if pairs else []
    return Board(
        theme=Theme("Vrolijk groot worden"),
        seats={seat: Seat(seat, 120.0 * n, seat, host=n == 0) for n, seat in enumerate(SEATS)},
        ingredients={
            key: Ingredient(key, key, draw(st.sampled_from(SEATS))) for key in sorted(slips)
        },
        actors={key: draw(_actor(key)) for key in sorted(actors)},
        ties=dict(sorted((key, Tie(key, ends, draw(_bases))) for key, ends in map(_tie, drawn))),
        involvements={i.actor + ":" + i.position: i for i in draw(_involvements(sorted(actors)))},
        contacts=draw(_contacts(sorted(actors))),
    )


_bases = st.sampled_from([Basis.FACTUAL] * 5 + [Basis.EXPECTED, Basis.WISHED])


def _tie(pair: tuple[str, str]) -> tuple[str, tuple[str, str]]:
    return tie_between(*pair)


def _actor(key: str) -> st.SearchStrategy[Actor]:
    mostly = st.sampled_from([True, True, True, False])
    return st.builds(
        Actor,
        st.just(key),
        st.just(key),
        sphere=st.sampled_from(Sphere),
        concreteness=st.sampled_from(Concreteness),
        on_cloth=mostly,
        contested=mostly.map(lambda sure: not sure),
    )


def _involvements(actors: list[str]) -> st.SearchStrategy[list[Involvement]]:
    if not actors:
        return st.just([])
    made = st.builds(
        Involvement,
        st.sampled_from(actors),
        st.sampled_from(Position),
        basis=_bases,
        since=st.sampled_from([None, "2025-01-10", "2025-02-01"]),
        until=st.sampled_from([None, None, "2025-01-10", "2025-02-01"]),
    )
    return st.lists(made, max_size=8)


def _contacts(actors: list[str]) -> st.SearchStrategy[dict[str, Contact]]:
    members = st.sets(st.sampled_from(actors)).map(sorted).map(tuple) if actors else st.just(())
    made = st.builds(Contact, st.just("k1"), status=st.sampled_from(ContactStatus), members=members)
    return st.just({}) | made.map(lambda contact: {"k1": contact})


def counted(board: Board) -> set[str]:
    """Give the actors that measures see."""
    return {key for key, actor in board.actors.items() if actor.on_cloth and not actor.contested}


def reached(board: Board) -> set[str]:
    """Walk from the theme over factual ties: on through actors, to ingredients and no further."""
    actors, seen, walk = counted(board), set(), [board.theme.id]
    ways = [t.ends for t in board.ties.values() if t.basis is Basis.FACTUAL]
    while walk:
        here = walk.pop()
        next_to = {end for ends in ways if here in ends for end in ends} - {here}
        fit = {n for n in next_to if n in actors or (here in actors and n in board.ingredients)}
        if here not in board.ingredients:
            walk += fit - seen
            seen |= fit
    return seen


def carried(board: Board) -> set[str]:
    """Give the ingredients that the walk comes to."""
    return reached(board) & board.ingredients.keys()


def without(board: Board, actor: str) -> Board:
    """Give the board as if an actor had left the cloth."""
    return replace(board, actors={k: a for k, a in board.actors.items() if k != actor})


def untied(board: Board, tie: str) -> Board:
    """Give the board without one tie."""
    return replace(board, ties={k: t for k, t in board.ties.items() if k != tie})


def shuffled(board: Board, draw: Any) -> Board:
    """Give the same board with every mapping in another order."""

    def mixed(mapping: dict[str, Any]) -> dict[str, Any]:
        return dict(draw(st.permutations(list(mapping.items()))))

    return replace(
        board,
        ingredients=mixed(dict(board.ingredients)),
        actors=mixed(dict(board.actors)),
        ties=mixed(dict(board.ties)),
        involvements=mixed(dict(board.involvements)),
    )
