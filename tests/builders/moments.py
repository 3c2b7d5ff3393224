"""Moments for tests: the worked example frozen, and any board frozen."""

from dataclasses import replace

from board.analysis.structure import Source, structure
from board.export.moment import Moment
from board.model import Board, with_standard_theme
from board.snapshot import content, content_hash
from tests.builders.boards import example

TAKEN = "2025-01-10T15:30:00+01:00"


def moment(board: Board, title: str = "Start met Anna", taken_at: str = TAKEN) -> Moment:
    """Give a board as a snapshot of it would stand in an export."""
    board = with_standard_theme(board)
    plain = content(board)
    source = Source("b1", "p1", content_hash(plain), taken_at)
    return Moment(board, structure(board, source), plain, source, title)


def example_moment() -> Moment:
    """Give the worked example, with names, stories and evidence that may not leak."""
    board = example().board
    actors = {
        k: replace(a, label=f"Naam{k}", function="wethouder") for k, a in board.actors.items()
    }
    return moment(
        replace(
            board,
            actors=actors,
            seats={k: replace(s, label=f"Stoelnaam{k}") for k, s in board.seats.items()},
            stories={k: replace(s, text="Verhaaltekst") for k, s in board.stories.items()},
            ties={k: replace(t, evidence="Bewijstekst") for k, t in board.ties.items()},
            contacts={
                k: replace(c, who="Wienaam", when="2031-12-24") for k, c in board.contacts.items()
            },
            involvements={
                k: replace(i, evidence="Bewijstekst") for k, i in board.involvements.items()
            },
        )
    )


SECRETS = ("Naam", "Stoelnaam", "wethouder", "Verhaaltekst", "Bewijstekst", "Wienaam", "2031-12-24")
