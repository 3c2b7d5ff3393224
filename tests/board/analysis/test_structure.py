"""The position structure as a whole: plain JSON for any board, and what its parts say."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from board.analysis.settings import Settings
from board.analysis.structure import SCHEMA, Source, structure
from board.model import Actor, Involvement, Theme
from board.schema import Position
from tests.builders.boards import boards, cloth
from tests.builders.fabrics import fabrics

STRANGE = {
    "long": "ingrediënt " * 30,
    "emoji": "👩‍👧‍👦🏳️‍🌈 fiets",
    "right to left": "שלום عالم",
    "formula": "=SOM(A1:A9)",
    "control": "een\ttab\n en \x07 bel",
}


@given(boards())
def test_any_board_has_a_structure_that_is_plain_json(board):
    found = structure(board, Source(taken_at="2025-01-10T10:00:00+01:00"))
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@given(fabrics())
def test_actors_off_the_cloth_are_not_measured(board):
    actors = structure(board, Source())["actors"]
    measured = {key for key, actor in actors.items() if actor["reach"] is not None}
    assert measured == {key for key, actor in actors.items() if actor["on_cloth"]}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_texts_stand_in_it_as_people_wrote_them(text):
    board = cloth(schakels=("a1",))
    board = replace(board, theme=Theme(text), actors={"a1": Actor("a1", text)})
    found = structure(board, Source())
    assert (found["theme"]["text"], found["actors"]["a1"]["label"]) == (text, text)


def test_a_contested_actor_is_named_and_left_out():
    board = replace(cloth(), actors={"a1": Actor("a1", "", contested=True)})
    found = structure(board, Source())
    assert (found["contested"], found["actors"]) == (["a1"], {})


def test_a_theme_that_was_let_go_keeps_its_last_fabric_and_says_since_when():
    board = cloth(slips=("i1",), schakels=("a1",), ties=[("t", "a1"), ("a1", "i1")])
    found = structure(replace(board, theme=Theme("x", released="2025-02-01")), Source())
    assert (found["theme"]["released"], found["totals"]["coverage"]) == ("2025-02-01", 1.0)


def test_it_says_where_it_comes_from_and_how_it_was_made():
    found = structure(cloth(), Source("b", "s", "sha256:0", "2025-01-10"), Settings(thin_thread=5))
    assert found["schema"] == SCHEMA
    assert found["source"] == {
        "board": "b",
        "snapshot": "s",
        "hash": "sha256:0",
        "taken_at": "2025-01-10",
    }
    assert found["method"]["thin_thread"] == 5
    assert found["method"]["attribution"].endswith("Stichting Eigentijdse Verbindingen")


def test_an_ended_involvement_stands_in_the_matrix_and_counts_no_more():
    ended = Involvement("a1", Position.USER, since="2025-01-01", until="2025-01-05")
    board = replace(cloth(schakels=("a1",)), involvements={"a1:user": ended})
    actor = structure(board, Source(taken_at="2025-01-10"))["actors"]["a1"]
    assert actor["positions"] == []
    assert actor["involvements"] == [
        {
            "position": "user",
            "basis": "factual",
            "since": "2025-01-01",
            "until": "2025-01-05",
            "active": False,
        }
    ]
