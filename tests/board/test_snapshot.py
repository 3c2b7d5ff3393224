"""The canonical form and its hash: same state, same bytes, for every replica and order."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, merge_updates

from board.document import read
from board.edits import seed
from board.fields import RECORDS
from board.model import Board, Stroke, Theme
from board.snapshot import board_from_content, canonical, content, content_hash
from tests.builders.boards import Has, boards, cloth, example, record
from tests.builders.replicas import ERASED, Edit, applied, copy_of, make, replica, update_of

START = cloth(
    slips=["i1", "i2", "i3"],
    schakels=["a1", "a2"],
    seats=["s1", "s2"],
    ties=[("a1", "i1"), ("a2", "t")],
)
GONE = {"by": "s1", "when": "2025-01-10T15:30:00Z", "seen": ["a1~i1"]}
INK = {"seat": "s1", "pen": "blue", "width": 3, "points": b"\x01\x02"}
EDITS: list[Edit] = [
    [("ingredients", "i1.text", "gezond eten")],
    [("ingredients", "i1.text", "samen koken")],
    [("ingredients", "i1.at", [240, 1130])],
    [("ingredients", "i1.at", [30, 40]), ("ingredients", "i2.at", [50.0, 60.5])],
    [("ingredients", "i2.gone", GONE)],
    [("ingredients", "i2.gone", None)],
    [("ingredients", "i9", {"seat": "s2", "pen": "moss"}), ("ingredients", "i9.text", "fiets")],
    [("actors", "a1.gone", GONE)],
    [("actors", "a1.gone", None)],
    [("ties", "a1~i2", {"by": "s2"}), ("ties", "a1~i2.basis", "expected")],
    [("ties", "a1~i2", {"by": "s1"}), ("ties", "a1~i2.evidence", "vertelde zij zelf")],
    [("ties", "a1~i1.gone", GONE)],
    [("involvements", "a1:connector", {"by": "s1", "since": "2025-01-10"})],
    [("involvements", "a1:connector.until", "2025-03-01")],
    [("contacts", "k1", {"by": "s2"}), ("contacts", "k1~a1.member", True)],
    [("contacts", "k1~a1.member", False), ("contacts", "k1~a2.member", True)],
    [("stories", "a2.text", "kom eens kijken"), ("stories", "a2~i3.inspired", True)],
    [("strokes", "x1", INK)],
    [("strokes", "x1", ERASED)],
    [("seats", "s2.gone", GONE)],
    [("seats", "s1.angle", 72.5), ("seats", "s1.pens", ["blue", "moss"])],
    [("theme", "text", "Vrolijk oud worden")],
    [("meta", "size_mm", [1800, 1800]), ("meta", "shape", "round")],
    [("actors", "a2.same_as", "a1"), ("actors", "a2.label", "fietsenmaker")],
]


@st.composite
def histories(draw: st.DrawFn) -> list[list[Edit]]:
    """Give what each of some people does, one after the other."""
    person = st.lists(st.sampled_from(EDITS), min_size=1, max_size=5)
    return draw(st.lists(person, min_size=2, max_size=4))


def updates_of(history: list[list[Edit]], start: Doc) -> list[list[bytes]]:
    """Let each person work on a replica of their own, none seeing the others."""
    people = [copy_of(start, client_id=101 + number) for number in range(len(history))]
    return [
        [update_of(doc, edit) for edit in edits] for doc, edits in zip(people, history, strict=True)
    ]


def hash_of(doc: Doc) -> str:
    return content_hash(content(read(doc).board))


@given(history=histories(), data=st.data())
def test_the_hash_does_not_depend_on_how_the_work_of_people_is_interleaved(history, data):
    """SN2: any order in which each person's own edits keep theirs gives the same hash."""
    start = replica(START, client_id=100)
    updates = updates_of(history, start)
    turns = [number for number, own in enumerate(updates) for _ in own]
    in_order = applied(copy_of(start), (update for own in updates for update in own))
    mixed, remaining = copy_of(start), [iter(own) for own in updates]
    for turn in data.draw(st.permutations(turns)):
        mixed.apply_update(next(remaining[turn]))
    assert hash_of(mixed) == hash_of(in_order)


@given(history=histories(), data=st.data())
def test_the_hash_does_not_depend_on_the_order_in_which_updates_are_merged(history, data):
    """SN2: merged in any order at all, the updates give the same hash."""
    start = replica(START, client_id=100)
    updates = [update for own in updates_of(history, start) for update in own]
    shuffled = data.draw(st.permutations(updates))
    merged = copy_of(start)
    merged.apply_update(merge_updates(*shuffled))
    assert hash_of(merged) == hash_of(applied(copy_of(start), updates))


@given(history=histories())
def test_every_replica_comes_to_the_same_hash(history):
    """SN2: each person's own replica, too, when it has everybody's updates."""
    start = replica(START, client_id=100)
    people = [copy_of(start, client_id=101 + number) for number in range(len(history))]
    for doc, edits in zip(people, history, strict=True):
        for edit in edits:
            make(doc, edit)
    for doc in people:
        for other in people:
            doc.apply_update(other.get_update(doc.get_state()))
    assert len({hash_of(doc) for doc in people}) == 1


@given(history=histories())
def test_a_compacted_document_has_the_same_hash(history):
    start = replica(START, client_id=100)
    doc = applied(copy_of(start), (u for own in updates_of(history, start) for u in own))
    assert hash_of(copy_of(copy_of(doc))) == hash_of(doc)


def test_these_histories_are_of_edits_that_show():
    start = replica(START)
    after = [hash_of(applied(copy_of(start), [update_of(copy_of(start), edit)])) for edit in EDITS]
    showing = [after_edit != hash_of(start) for after_edit in after]
    assert showing.count(True) > 0.75 * len(EDITS)


@given(board=boards())
def test_content_restores_to_the_same_board(board):
    """SN4: through bytes and back, nothing is lost."""
    restored = board_from_content(json.loads(canonical(content(board))))
    assert restored == board
    assert content(restored) == content(board)


@given(board=boards())
def test_a_board_that_went_through_a_document_has_the_same_content(board):
    doc: Doc = Doc()
    seed(doc, board)
    assert canonical(content(read(doc).board)) == canonical(content(board))


@given(board=boards(), data=st.data())
def test_two_boards_have_one_hash_only_if_they_are_equal(board, data):
    name = data.draw(st.sampled_from([name for name in RECORDS if getattr(board, name)]))
    key = data.draw(st.sampled_from(list(getattr(board, name))))
    has = Has(tuple(board.seats), tuple(board.ingredients), tuple(board.actors))
    records = {**getattr(board, name), key: data.draw(record(name, key, has))}
    other = replace(board, **{name: records})
    assert (content_hash(content(board)) == content_hash(content(other))) == (board == other)


@given(board=boards())
def test_every_field_of_every_record_stands_in_the_content(board):
    """SN3: defaults and empty values too; missing is not false."""
    plain = content(board)
    for name, cls in RECORDS.items():
        expected = {field.name for field in fields(cls)} - {"id"}
        assert all(record.keys() == expected for record in plain[name].values())


def test_content_holds_what_people_made_and_nothing_else():
    """SN1: no board id, title, time or presence."""
    registers = {"schema", "instrument", "shape", "size_mm", "theme"}
    assert content(Board()).keys() == registers | RECORDS.keys()


def test_the_theme_is_called_t_whatever_its_id_was():
    """SN5: in the theme itself and in the ties to it, in the order of their ends."""
    board = cloth(schakels=["a1", "u2"], ties=[("a1", "v1"), ("u2", "v1")], theme=Theme(id="v1"))
    plain = content(board)
    assert plain["theme"]["id"] == "t"
    assert {key: tie["ends"] for key, tie in plain["ties"].items()} == {
        "a1~t": ["a1", "t"],
        "t~u2": ["t", "u2"],
    }


def test_the_order_in_which_a_board_was_built_does_not_show():
    board = cloth(slips=["i1", "i2"])
    turned = replace(board, ingredients=dict(reversed(board.ingredients.items())))
    assert canonical(content(turned)) == canonical(content(board))


def test_a_slip_that_came_and_went_leaves_no_trace_in_the_hash():
    doc = replica(START)
    before = hash_of(doc)
    make(doc, [("ingredients", "i7", {"seat": "s1", "pen": "blue"})])
    make(doc, [("ingredients", "i7.gone", {"by": "s1", "when": "2025-01-10"})])
    assert hash_of(doc) == before


def test_a_contested_schakel_shows_in_the_hash():
    doc = replica(START)
    before = hash_of(doc)
    make(doc, [("actors", "a1.gone", {**GONE, "seen": []})])
    assert hash_of(doc) != before


def test_ink_is_written_as_base64():
    board = replace(cloth(), strokes={"x1": Stroke("x1", "s1", b"\x00\xff")})
    assert content(board)["strokes"]["x1"]["points"] == "AP8="


def test_the_bytes_are_those_of_rfc_8785():
    plain = {"b": [1.0, 0.1, 1e21, -0.0], "a": "é\n", "\U0001f600": None, "\ufb33": True}
    assert canonical(plain) == ('{"a":"é\\n","b":[1,0.1,1e+21,0],"😀":null,"\ufb33":true}'.encode())


@pytest.mark.parametrize(
    ("board", "expected"),
    [
        (Board(), "469ae81c0ae29d20e7211af563d730e085c63bc5e37aaacd9245e3d652c4d273"),
        (START, "92282865f8ea23d06ab46cd78e96ffc6cffceae4ce91c3ee08f920cd965254f8"),
    ],
)
def test_hashes_of_earlier_versions_still_hold(board, expected):
    """A change here makes every stored hash wrong: it needs a new content schema."""
    assert content_hash(content(board)) == f"sha256:{expected}"


def test_the_worked_example_has_one_hash_from_file_and_from_document():
    board = example().board
    assert hash_of(replica(board)) == content_hash(content(board))
