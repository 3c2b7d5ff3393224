"""Names covered: what may not leak does not, what must stay stays."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from board.export.cover import actor_labels, seat_labels, shown
from board.export.formats import FORMATS
from board.model import Actor, Ingredient, Seat
from board.schema import ActorKind, IngredientKind
from tests.builders.boards import boards, cloth
from tests.builders.moments import SECRETS, example_moment, moment

NAMED = {"a": "Anna", "b": "Bob", "c": "Cees"}
TEXTUAL = [name for name, f in FORMATS.items() if f.media_type != "application/zip"]


@pytest.mark.parametrize("secret", [*SECRETS, "Start met Anna"])
def test_nothing_that_names_somebody_is_left(secret):
    plain = shown(example_moment(), names=False, language="nl")
    assert secret not in json.dumps([plain.content, plain.structure, plain.title])


def test_with_names_the_moment_is_itself():
    plain = example_moment()
    assert shown(plain, names=True, language="nl") is plain


def test_an_actor_shows_its_kind_and_a_number_by_the_order_of_ids():
    people = {key: Actor(key, "Anna", kind=ActorKind.PERSON) for key in ("b", "a")}
    board = cloth(actors={**people, "c": Actor("c", "Park", kind=ActorKind.PLACE)})
    assert actor_labels(board, "nl") == {"a": "persoon 1", "b": "persoon 2", "c": "plek 3"}
    assert actor_labels(board, "en")["c"] == "place 3"


def test_seats_are_numbered_as_they_stand_around_the_table():
    board = cloth(seats=())
    board = replace(board, seats={"x": Seat("x", 200, "Anna"), "y": Seat("y", 20, "Bob")})
    assert seat_labels(board, "nl") == {"y": "stoel 1", "x": "stoel 2"}


def test_a_slip_that_says_just_the_name_of_an_actor_is_covered_as_that_actor():
    board = cloth(actors={"a1": Actor("a1", "Jan de Boer", kind=ActorKind.PERSON)})
    slips = {"i1": Ingredient("i1", " jan  de boer", "s1"), "i2": Ingredient("i2", "eten", "s1")}
    covered = shown(moment(replace(board, ingredients=slips)), names=False, language="nl").board
    assert [slip.text for slip in covered.ingredients.values()] == ["persoon 1", "eten"]


def test_a_slip_that_is_a_person_says_someone():
    slip = Ingredient("i1", "Jan", "s1", kind=IngredientKind.PERSON)
    covered = shown(moment(cloth(ingredients={"i1": slip})), names=False, language="nl").board
    assert covered.ingredients["i1"].text == "iemand"


def test_everybody_is_called_the_same_in_every_moment_of_a_series():
    people = {key: Actor(key, name, kind=ActorKind.PERSON) for key, name in NAMED.items()}
    first, second = (cloth(actors={k: people[k] for k in keys}) for keys in ("ab", "bc"))
    series = replace(moment(second), past=(moment(first),))
    covered = shown(series, names=False, language="nl")
    labels = [
        {key: actor.label for key, actor in one.board.actors.items()}
        for one in (*covered.past, covered)
    ]
    assert labels == [
        {"a": "persoon 3", "b": "persoon 1"},
        {"b": "persoon 1", "c": "persoon 2"},
    ]


@given(boards())
def test_covering_changes_no_measure(board):
    plain, covered = moment(board), shown(moment(board), names=False, language="nl")
    assert covered.structure["totals"] == plain.structure["totals"]
    assert covered.structure["findings"] == plain.structure["findings"]
