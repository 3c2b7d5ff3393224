"""Files that become boards: written by hand, or exported before."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.document import read
from board.faults import ContentError
from board.model import Involvement, Story, Tie
from board.neutral import EXPORT_SCHEMA, from_export, from_neutral, load
from board.schema import Basis, ContactMode, IngredientKind, Pen, Position
from board.snapshot import content, content_hash
from tests.builders.anything import anything
from tests.builders.boards import EXAMPLE, boards, cloth, example
from tests.builders.replicas import replica

FILE = json.loads(EXAMPLE.read_text())
MISSING = object()


def small(**more: Any) -> dict[str, Any]:
    """Give a small file by hand."""
    return {
        "schema": "tafelkleed-example/1",
        "theme": {"id": "t1", "text": "Vrolijk groot worden"},
        "seats": {"s1": {"label": "buur"}},
        "ingredients": {"i1": ["s1", "fietsen"], "i2": ["s1", "eten"]},
        "actors": {"a1": {"label": "fietsenmaker"}, "a2": {"label": "kok"}},
        **more,
    }


def export(board: Any, **more: Any) -> dict[str, Any]:
    """Give a canonical export of a board."""
    plain = content(board)
    source = {"board": "b", "snapshot": "m", "hash": content_hash(plain), "taken_at": "2025-01-10"}
    envelope = {"schema": EXPORT_SCHEMA, "names": True, "source": source, "content": plain}
    return {**envelope, **more}


def paths_of(data: object) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(data)
    return [fault.path for fault in caught.value.faults]


def test_the_worked_example_keeps_its_ids():
    board = example().board
    assert board.theme.id == "t1"
    assert board.ingredients.keys() == FILE["ingredients"].keys()
    assert board.actors.keys() == FILE["actors"].keys()
    assert board.contacts.keys() == FILE["contacts"].keys()


def test_the_worked_example_has_every_tie_once():
    ties = example().board.ties.values()
    assert [tie.basis for tie in ties].count(Basis.FACTUAL) == 41
    assert [tie for tie in ties if tie.basis is not Basis.FACTUAL] == [
        Tie("a03~i10", ("a03", "i10"), Basis.EXPECTED)
    ]


def test_a_tie_told_from_both_ends_is_one_tie():
    board = from_neutral(small(ties_factual={"a1": ["i1", "a2"], "i1": ["a1"], "a2": ["a1"]}))
    assert list(board.ties) == ["a1~a2", "a1~i1"]


def test_an_empty_story_is_no_story():
    board = from_neutral(small(stories={"a1": [], "a2": {"text": "", "inspired_by": []}}))
    assert not board.stories


def test_a_tie_to_the_theme_keeps_the_id_that_the_theme_has_in_the_file():
    assert "a01~t1" in example().board.ties


def test_the_moment_of_the_file_is_told():
    assert example().taken_at == "2025-01-10T15:30:00+01:00"


def test_an_involvement_without_a_day_was_observed_on_the_day_of_the_file():
    assert example().board.involvements["a01:supplier"].since == "2025-01-10"


def test_an_involvement_may_tell_its_own_days():
    told = {"a1": {"user": {"since": "2024-05-01", "until": "2024-09-01", "evidence": "zelf"}}}
    board = from_neutral(small(involvements=told, taken_at="2025-01-10"))
    assert board.involvements["a1:user"] == Involvement(
        "a1", Position.USER, evidence="zelf", since="2024-05-01", until="2024-09-01"
    )


def test_without_a_moment_an_involvement_has_no_day():
    board = from_neutral(small(involvements={"a1": ["user"]}))
    assert board.involvements["a1:user"].since is None


def test_a_story_may_be_only_its_inspiration_or_words_as_well():
    told = {"a1": ["i2", "i1"], "a2": {"text": "kom eens kijken", "inspired_by": ["i1"]}}
    assert from_neutral(small(stories=told)).stories == {
        "a1": Story("a1", "", ("i1", "i2")),
        "a2": Story("a2", "kom eens kijken", ("i1",)),
    }


def test_contacts_have_their_members():
    contacts = example().board.contacts
    assert (contacts["k2"].mode, contacts["k2"].members) == (ContactMode.GROUP, ("a02", "a06"))


def test_an_ingredient_may_tell_more_than_seat_and_text():
    written = {
        "i1": {"seat": "s1", "text": "fietsen", "kind": "means", "at": [5, 6], "pen": "moss"}
    }
    slip = from_neutral(small(ingredients=written)).ingredients["i1"]
    assert (slip.kind, slip.at, slip.pen) == (IngredientKind.MEANS, (5, 6), Pen.MOSS)


def test_the_pens_of_a_seat_alternate_over_its_slips():
    slips = [slip for slip in example().board.ingredients.values() if slip.seat == "s1"]
    assert [slip.pen for slip in slips] == [Pen.BLACK, Pen.BLUE, Pen.BLACK, Pen.BLUE, Pen.BLACK]


def test_what_has_no_place_in_the_file_gets_one_on_the_cloth():
    board = example().board
    places = [slip.at for slip in board.ingredients.values()]
    places += [actor.at for actor in board.actors.values() if actor.on_cloth]
    width, height = board.size_mm
    assert len(set(places)) == 34
    assert all(0 < x < width and 0 < y < height for x, y in places)


def test_an_actor_who_is_not_on_the_cloth_has_no_place():
    assert example().board.actors["a11"].at is None


def test_the_order_in_which_a_file_was_written_does_not_matter():
    turned = {
        name: dict(reversed(part.items())) if isinstance(part, dict) else part
        for name, part in FILE.items()
    }
    assert from_neutral(turned) == example().board


def test_a_loaded_file_goes_into_a_document_and_comes_out_the_same():
    board = example().board
    assert content(read(replica(board)).board) == content(board)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"schema": "tafelkleed-example/9"}, "schema"),
        ({"wolken": {}}, "wolken"),
        ({"seats": []}, "seats"),
        ({"taken_at": "gisteren"}, "taken_at"),
        ({"theme": {"id": "t1"}}, "theme.text"),
        ({"theme": {"id": "T 1", "text": ""}}, "theme.id"),
        ({"ingredients": {"i1": ["s9", "fietsen"]}}, "ingredients.i1.seat"),
        ({"ingredients": {"i1": ["s1"]}}, "ingredients.i1"),
        ({"ingredients": {"i1": ["s1", 7]}}, "ingredients.i1.text"),
        ({"ingredients": {"I 1": ["s1", "fietsen"]}}, "ingredients.I 1"),
        ({"ingredients": {"a1": ["s1", "fietsen"]}}, "ingredients.a1"),
        ({"actors": {"a1": {}}}, "actors.a1.label"),
        ({"actors": {"a1": {"label": "x", "sphere": "elders"}}}, "actors.a1.sphere"),
        ({"actors": {"a1": {"label": "x", "contested": True}}}, "actors.a1.contested"),
        ({"ties_factual": []}, "ties_factual"),
        ({"ties_factual": {"a1": "i1"}}, "ties_factual.a1"),
        ({"ties_factual": {"a1": ["i1", "i9"]}}, "ties_factual.a1.1"),
        ({"ties_factual": {"a1": [["i1"]]}}, "ties_factual.a1.0"),
        ({"ties_factual": {"a1": ["a1"]}}, "ties_factual.a1.0"),
        ({"ties_factual": {"i1": ["i2"]}}, "ties_factual.i1.0"),
        ({"ties_factual": {"a1": ["i1"]}, "ties_wished": {"i1": ["a1"]}}, "ties_wished.i1.0"),
        ({"contacts": {"k1": {"members": ["a9"]}}}, "contacts.k1.members"),
        ({"contacts": {"k1": {"mode": "samen"}}}, "contacts.k1.mode"),
        ({"stories": {"a9": ["i1"]}}, "stories.a9"),
        ({"stories": {"a1": ["i9"]}}, "stories.a1"),
        ({"involvements": {"a1": ["baas"]}}, "involvements.a1.baas"),
        ({"involvements": {"a1": "user"}}, "involvements.a1"),
        ({"involvements": {"a1": [["user"]]}}, "involvements.a1."),
        ({"involvements": {"a9": ["user"]}}, "involvements.a9:user"),
        ({"seats": {"s1": {"actor": "a9"}}}, "seats.s1.actor"),
    ],
)
def test_a_fault_is_told_with_the_path_to_it(change, path):
    assert path in paths_of(small(**change))


@pytest.mark.parametrize("part", ["schema", "theme", "seats", "ingredients", "actors"])
def test_a_file_cannot_do_without(part):
    file = small()
    del file[part]
    assert part in paths_of(file)


def test_all_faults_of_a_file_are_told_at_once():
    broken = small(ties_factual={"a1": ["i8", "i9"]}, contacts={"k1": {"mode": "samen"}})
    assert paths_of(broken) == ["contacts.k1.mode", "ties_factual.a1.0", "ties_factual.a1.1"]


@given(data=anything())
def test_anything_else_is_refused_and_never_fails_otherwise(data):
    assert paths_of(data)


@given(data=st.data())
def test_a_broken_file_is_refused_with_paths_or_is_a_board_after_all(data):
    file = copy.deepcopy(FILE)
    place: Any = file
    while isinstance(place, dict | list) and place:
        key = data.draw(
            st.sampled_from(list(place) if isinstance(place, dict) else range(len(place)))
        )
        if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(anything())
            break
        place = place[key]
    refused = paths_if_broken(file)
    assert refused is None or refused


def paths_if_broken(data: object) -> list[str] | None:
    try:
        load(data)
    except ContentError as error:
        return [fault.path for fault in error.faults]
    return None


@given(board=boards())
def test_an_export_gives_the_board_and_where_it_comes_from(board):
    data = json.loads(json.dumps(export(board)))
    loaded = load(data)
    assert loaded.board == board
    assert (loaded.taken_at, loaded.source) == ("2025-01-10", data["source"])


def test_an_export_with_names_must_have_the_right_hash():
    data = export(cloth(slips=["i1"]))
    data["content"]["ingredients"]["i1"]["text"] = "anders"
    assert paths_of(data) == ["source.hash"]


def test_an_export_without_names_keeps_the_hash_of_what_it_was_made_of():
    data = export(cloth(slips=["i1"]), names=False)
    data["content"]["ingredients"]["i1"]["text"] = "ingrediënt 1"
    assert load(data).board.ingredients["i1"].text == "ingrediënt 1"


def test_the_rest_of_an_export_is_not_looked_at():
    assert load(export(cloth(), structure={"findings": []}, title="Eerste moment")).board == cloth()


@pytest.mark.parametrize("data", [None, {}, {"content": {}}, {"content": content(cloth())}])
def test_an_export_without_content_or_source_is_refused(data):
    with pytest.raises(ContentError):
        from_export(data)


@given(board=boards())
def test_bare_content_gives_its_board(board):
    assert load(content(board)).board == board
