"""Names covered: an actor shows its kind and running number, a seat its number.

Left out as well: who makes contact and when, stories, evidence, functions, the words of
invitations and questions, ink and its captions, and the title people gave. An ingredient that is
a person, or that says just the name of an actor, is covered too. All other words on slips stay:
they are what the group came to read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from board.export.moment import Json, Moment, since
from board.model import Actor, Board, Ingredient, Seat
from board.schema import IngredientKind
from board.snapshot import content
from board.wording import wording

Labels = Mapping[str, str]


def shown(moment: Moment, *, names: bool, language: str) -> Moment:
    """Give the moment as it may be shown: itself with names, else with all names covered."""
    return moment if names else _covered(moment, language)


def actor_labels(board: Board, language: str) -> dict[str, str]:
    """Give every actor kind and running number, in the order of ids."""
    kinds = wording(language)["actor_kinds"]
    return {
        key: f"{kinds[board.actors[key].kind]} {number}"
        for number, key in enumerate(sorted(board.actors), 1)
    }


def seat_labels(board: Board, language: str) -> dict[str, str]:
    """Give every seat its number, clockwise from the bottom of the cloth."""
    around = sorted(board.seats, key=lambda key: (board.seats[key].angle % 360, key))
    seat = wording(language)["terms"]["seat"]
    return {key: f"{seat} {number}" for number, key in enumerate(around, 1)}


def covered_board(board: Board, language: str, actors: Labels, said: Labels) -> Board:
    """Give the board without anybody's name: `actors` by id, `said` by a name in plain letters."""
    seats = seat_labels(board, language)
    return replace(
        board,
        seats={key: replace(seat, label=seats[key]) for key, seat in board.seats.items()},
        ingredients=_slips(board, actors, said, language),
        actors={
            key: replace(actor, label=actors[key], function="")
            for key, actor in board.actors.items()
        },
        ties={key: replace(tie, evidence="") for key, tie in board.ties.items()},
        stories={key: replace(story, text="") for key, story in board.stories.items()},
        contacts={
            key: replace(contact, who=None, when=None) for key, contact in board.contacts.items()
        },
        involvements={key: replace(i, evidence="") for key, i in board.involvements.items()},
        invitations={key: replace(i, text="") for key, i in board.invitations.items()},
        questions={key: replace(q, text="", answer="") for key, q in board.questions.items()},
        strokes={},
    )


def without_names(board: Board, language: str) -> Board:
    """Give a board by itself with all names covered."""
    labels = actor_labels(board, language)
    return covered_board(board, language, labels, _said([board], labels))


def _covered(moment: Moment, language: str) -> Moment:
    """Cover a moment and those it looks back at, so that all call everybody the same."""
    before = [*moment.past, *([moment.earlier] if moment.earlier else [])]
    labels = _left(moment.board, [one.board for one in before], language)
    labels |= actor_labels(moment.board, language)
    boards = [moment.board, *(one.board for one in before)]
    said = _said(boards, labels)
    past = tuple(_without(one, language, labels, said) for one in moment.past)
    plain = replace(_without(moment, language, labels, said), past=past)
    if moment.earlier is None:
        return plain
    return since(_without(moment.earlier, language, labels, said), plain)


def _said(boards: Iterable[Board], labels: Labels) -> dict[str, str]:
    """Give what covers a name that is written by itself, by that name in plain letters."""
    said = {_bare(a.label): labels[key] for board in boards for key, a in board.actors.items()}
    said.pop("", None)
    return said


def _left(board: Board, before: Sequence[Board], language: str) -> dict[str, str]:
    """Give those who are there no more kind and number too, counting on after the others."""
    kinds, there = wording(language)["actor_kinds"], board.actors
    known = {key: actor for one in before for key, actor in one.actors.items()}
    gone = sorted(known.keys() - there.keys())
    return {
        key: f"{kinds[known[key].kind]} {number}" for number, key in enumerate(gone, len(there) + 1)
    }


def _without(moment: Moment, language: str, labels: Labels, said: Labels) -> Moment:
    board = covered_board(moment.board, language, labels, said)
    return Moment(
        board=board,
        structure=_relabelled(moment.structure, board),
        content=content(board),
        source=moment.source,
    )


def _relabelled(structure: Mapping[str, Any], board: Board) -> Json:
    named: Mapping[str, Mapping[str, Seat] | Mapping[str, Actor]] = {
        "actors": board.actors,
        "seats": board.seats,
    }
    texts: Mapping[str, Ingredient] = board.ingredients
    return {
        **structure,
        **{
            part: _with(structure[part], "label", {key: r.label for key, r in records.items()})
            for part, records in named.items()
        },
        "ingredients": _with(
            structure["ingredients"], "text", {key: i.text for key, i in texts.items()}
        ),
        "ties": [{**tie, "evidence": ""} for tie in structure["ties"]],
    }


def _with(part: Mapping[str, Mapping[str, Any]], field: str, values: Labels) -> Json:
    return {key: {**entry, field: values[key]} for key, entry in part.items()}


def _slips(board: Board, actors: Labels, said: Labels, language: str) -> dict[str, Ingredient]:
    someone = wording(language)["terms"]["person"]
    slips = {}
    for key, slip in board.ingredients.items():
        label = actors.get(slip.actor or "") or said.get(_bare(slip.text))
        if label is None and slip.kind is IngredientKind.PERSON:
            label = someone
        slips[key] = slip if label is None else replace(slip, text=label)
    return slips


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()
