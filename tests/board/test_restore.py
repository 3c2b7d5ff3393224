"""Content from outside: whole boards come back, everything else is refused with its path."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.faults import SHOWN_FAULTS, ContentError, Fault
from board.model import Board
from board.snapshot import board_from_content, content
from tests.builders.anything import anything
from tests.builders.boards import boards, cloth, example

PLAIN = content(cloth(slips=["i1", "i2"], schakels=["a1", "a2"], ties=[("a1", "i1"), ("a1", "a2")]))
MISSING = object()


def changed(*changes: tuple[str, Any]) -> Any:
    """Give plain content with other values at some paths; `MISSING` takes one away."""
    plain = copy.deepcopy(PLAIN)
    for path, value in changes:
        *above, last = path.split("/")
        place = plain
        for name in above:
            place = place[name]
        if value is MISSING:
            del place[last]
        else:
            place[last] = value
    return plain


def faults_of(data: object) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as caught:
        board_from_content(data)
    return [(fault.path, fault.what) for fault in caught.value.faults]


@given(data=anything())
def test_anything_else_is_refused_and_never_fails_otherwise(data):
    assert faults_of(data)


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """Give the content of a board with something else at one place."""
    plain = json.loads(json.dumps(content(draw(boards()))))
    place: Any = plain
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        if isinstance(place[key], dict | list) and place[key] and draw(st.booleans()):
            place = place[key]
            continue
        if draw(st.booleans()):
            place[key] = draw(anything())
        else:
            del place[key]
        break
    return plain


@given(data=broken())
def test_broken_content_is_refused_with_paths_or_is_a_board_after_all(data):
    restored = board_or_faults(data)
    if isinstance(restored, Board):
        assert board_from_content(content(restored)) == restored
    else:
        assert all(fault.what for fault in restored)


def board_or_faults(data: object) -> Board | tuple[Fault, ...]:
    try:
        return board_from_content(data)
    except ContentError as error:
        return error.faults


@pytest.mark.parametrize("data", [None, [], "tekst", 7])
def test_what_is_no_object_has_no_path(data):
    assert faults_of(data) == [("", "not an object")]


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("schema", "tafelkleed/board/9", ("schema", "not what it must be here")),
        ("seats", MISSING, ("seats", "missing")),
        ("wolken", {}, ("wolken", "unknown")),
        ("seats", [], ("seats", "not an object")),
        ("shape", "oval", ("shape", "not one of Shape")),
        ("size_mm", [0, 1200], ("size_mm", "no size of a cloth")),
        ("theme", None, ("theme", "not an object")),
        ("theme/id", "x", ("theme.id", "not what it must be here")),
        ("theme/text", None, ("theme.text", "may not be null")),
        ("ingredients/I1", {}, ("ingredients.I1", "not an id of this kind")),
        ("ingredients/i1", "tekst", ("ingredients.i1", "not an object")),
        ("ingredients/i1/text", MISSING, ("ingredients.i1.text", "missing")),
        ("ingredients/i1/text", 7, ("ingredients.i1.text", "not a text")),
        ("ingredients/i1/kleur", 7, ("ingredients.i1.kleur", "unknown")),
        ("ingredients/i1/pen", "goud", ("ingredients.i1.pen", "not one of Pen")),
        ("ingredients/i1/at", [1], ("ingredients.i1.at", "not a place of two numbers")),
        ("ingredients/i1/late", None, ("ingredients.i1.late", "may not be null")),
        ("ties/a1~i1/ends", ["a1", "i2"], ("ties.a1~i1.ends", "not what it must be here")),
        ("ties/i1~a1", {}, ("ties.i1~a1", "not an id of this kind")),
        ("actors/a1/contested", "ja", ("actors.a1.contested", "not true or false")),
    ],
)
def test_a_fault_is_told_with_its_path(path, value, fault):
    assert faults_of(changed((path, value))) == [fault]


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("ingredients/i1/seat", "s9", "ingredients.i1.seat"),
        ("ingredients/i1/actor", "a9", "ingredients.i1.actor"),
        ("ingredients/i1/second_of", "i1", "ingredients.i1.second_of"),
        ("actors/a1/same_as", "a9", "actors.a1.same_as"),
        ("seats/s1/actor", "i1", "seats.s1.actor"),
        ("ingredients/i1", MISSING, "ties.a1~i1"),
    ],
)
def test_content_that_does_not_hold_together_is_refused(path, value, fault):
    assert fault in [path for path, _ in faults_of(changed((path, value)))]


def test_a_contested_schakel_needs_a_tie_that_speaks_for_it():
    board = changed(
        ("actors/a2/contested", True), ("actors/a1/contested", True), ("ties/a1~i1", MISSING)
    )
    assert {path for path, _ in faults_of(board)} >= {"actors.a1", "actors.a2"}


def test_one_id_stands_for_one_thing():
    twice = changed(("ingredients/a1", PLAIN["ingredients"]["i2"]))
    assert [path for path, _ in faults_of(twice)] == ["ingredients.a1"]


@pytest.mark.parametrize("points", ["AP8", "é", "A===", 7, None])
def test_ink_that_is_not_base64_is_refused(points):
    stroke = {"seat": "s1", "pen": "blue", "width": 3, "points": points, "caption": ""}
    assert [path for path, _ in faults_of(changed(("strokes/x1", stroke)))] == ["strokes.x1.points"]


def test_all_faults_are_told_at_once():
    data = changed(("ingredients/i1/text", 7), ("shape", "oval"), ("actors/a1/by", "?"))
    assert [path for path, _ in faults_of(data)] == ["shape"]
    data = changed(("ingredients/i1/text", 7), ("actors/a1/by", "?"))
    assert [path for path, _ in faults_of(data)] == ["ingredients.i1.text", "actors.a1.by"]


def test_a_text_is_put_into_nfc_on_the_way_in():
    board = board_from_content(changed(("ingredients/i1/text", "cafe\u0301")))
    assert board.ingredients["i1"].text == "café"


def test_the_worked_example_comes_back_from_its_content():
    plain = content(example().board)
    assert content(board_from_content(json.loads(json.dumps(plain)))) == plain


def test_the_error_shows_no_more_than_some_of_its_faults():
    error = ContentError([Fault(f"a{number}", "unknown") for number in range(1000)])
    assert str(error).count("unknown") == SHOWN_FAULTS
    assert len(error.faults) == 1000


def test_a_path_shows_no_more_of_a_key_than_fits_a_line():
    path, _ = faults_of(changed(("\n😀" * 500, 1)))[0]
    assert len(path) <= 80
    assert "\n" not in path
