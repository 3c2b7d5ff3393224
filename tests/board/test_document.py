"""Reading a document: what counts, what is left out, and that it never fails."""

import random
import string
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text

from board.document import Problem, Reading, read, read_roots, to_roots
from board.edits import registers
from board.model import Board, Seat, Story
from board.schema import ROOTS, TEXT_LIMIT, Pen
from board.snapshot import canonical, content, content_hash
from tests.builders.anything import anything
from tests.builders.boards import boards, cloth
from tests.builders.replicas import make, replica

GONE = {"by": "s1", "when": "2025-01-10T15:30:00Z"}


def given_board(board: Board, *changes: tuple[str, str, object]) -> Reading:
    """Read a board after some raw values were written over it."""
    roots = registers(board)
    for root, key, value in changes:
        roots.setdefault(root, {})[key] = value
    return read_roots(roots)


def keys() -> st.SearchStrategy[str]:
    """Give keys of every root, right and wrong ones."""
    ids = st.sampled_from(["i1", "a1", "s1", "t", "a1~i1", "a1~t", "a1:user", "a1:king", "x"])
    names = {name for root in ROOTS.values() for name in (*root.registers, *root.joint)}
    registers = st.sampled_from(sorted(names))
    made = st.builds("{}.{}".format, ids, registers) | st.builds("a1~i1.{}".format, registers)
    return ids | registers | made | st.text(st.characters(), max_size=5)


def documents() -> st.SearchStrategy[dict]:
    """Give root maps with anything under any key."""
    entries = st.dictionaries(keys(), anything(), max_size=12)
    names = st.sampled_from([*ROOTS, "unknown"])
    return st.dictionaries(names, entries | anything(), max_size=6)


@given(roots=documents())
def test_reading_never_fails_whatever_the_roots_hold(roots):
    assert isinstance(read_roots(roots), Reading)


@given(roots=documents())
def test_whatever_was_read_has_a_canonical_form(roots):
    assert canonical(content(read_roots(roots).board))


@given(roots=documents())
def test_what_was_read_reads_the_same_when_it_is_written_again(roots):
    board = read_roots(roots).board
    assert read_roots(registers(board)).board == board


@given(roots=documents(), seed=st.integers())
def test_the_order_of_keys_does_not_matter(roots, seed):
    def shuffled(entries: object) -> object:
        if not isinstance(entries, dict):
            return entries
        pairs = list(entries.items())
        random.Random(seed).shuffle(pairs)
        return dict(pairs)

    again = read_roots(shuffled({name: shuffled(root) for name, root in roots.items()}))
    assert again == read_roots(roots)


@pytest.mark.parametrize("deep", ["list", "object"])
@pytest.mark.parametrize("root", ROOTS)
def test_values_nested_a_hundred_thousand_deep_are_left_out(root, deep):
    value: object = 1
    for _ in range(100_000):
        value = [value] if deep == "list" else {"seen": value}
    known = ROOTS[root]
    keys = [*(f"a1.{name}" for name in known.registers), *known.registers, "a1", "a1~i1", "a1:user"]
    births = {"x1": {name: [value, value] for name in known.birth or {}}}
    reading = read_roots({root: dict.fromkeys(keys, value) | births})
    assert canonical(content(reading.board))


def test_a_board_of_5000_slips_is_read_and_hashed_within_two_seconds_of_work():
    slips = [f"i{number}" for number in range(5000)]
    ties = [(f"a{number % 300}", slip) for number, slip in enumerate(slips)]
    schakels = [f"a{number}" for number in range(300)]
    doc = replica(cloth(slips=slips, schakels=schakels, ties=ties))
    before = process_time()
    assert content_hash(content(read(doc).board))
    assert process_time() - before < 2


@given(keys=st.lists(st.sampled_from([*string.printable, "i1"]), max_size=3))
def test_keys_that_are_not_text_are_listed(keys):
    reading = read_roots({"seats": {None: 1, 7: 2, ("a",): keys}})
    assert [problem.root for problem in reading.problems] == ["seats"] * 3


def test_problems_name_the_root_the_key_and_what_is_wrong():
    reading = given_board(cloth(slips=["i1"]), ("ingredients", "i1.at", "links"))
    assert reading.problems == (Problem("ingredients", "i1.at", "at: not a place of two numbers"),)


def test_a_register_that_does_not_fit_counts_as_never_written():
    board = cloth(slips=["i1"])
    assert given_board(board, ("ingredients", "i1.at", "links")).board == board


@pytest.mark.parametrize(
    ("root", "key", "value", "what"),
    [
        ("wolken", "w1", {}, "no such root"),
        ("seats", "s1.hoogte", 3, "no such register"),
        ("seats", "S1", {}, "not an id of this root"),
        ("seats", "s1~s2.angle", 3, "not an id of this root"),
        ("stories", "a1", {}, "no such register"),
        ("stories", "a1~.inspired", True, "not a pair of ids"),
        ("stories", "a1~i1.inspired", "ja", "inspired: not true or false"),
        ("ties", "i1~a1", {}, "not an id of this root"),
        ("ties", "a1~a1", {}, "not an id of this root"),
        ("involvements", "a1:king", {}, "not an id of this root"),
        ("ingredients", "i9", "tekst", "not a birth value"),
        ("ingredients", "i9.text", "tekst", "belongs to nothing"),
        ("ingredients", "i9", {"pen": "blue"}, "no seat"),
        ("ingredients", "i9", {"seat": "s1", "pen": "goud"}, "pen: not one of Pen"),
        ("strokes", "x9", {"seat": "s1"}, "no points"),
        ("questions", "q9", {"by": "s1"}, "no on"),
        ("actors", "t", {"by": "s1"}, "the id of something else"),
        ("ingredients", "a1", {"seat": "s1"}, "the id of something else"),
        ("ingredients", "i9", {"seat": "s9"}, "never made, yet something lies on it"),
        ("ties", "i1~t", {"by": "s1"}, "joins no actor to anything"),
        ("meta", "schema", 99, "made by another version"),
        ("meta", "size_mm", [0, 100], "no size of a cloth"),
        ("ingredients", "i1.text", "x" * (TEXT_LIMIT + 1), "text: longer than people may write"),
    ],
)
def test_what_is_wrong_is_listed(root, key, value, what):
    board = cloth(slips=["i1"], schakels=["a1"])
    assert [problem.what for problem in given_board(board, (root, key, value)).problems] == [what]


def test_a_root_that_is_no_map_is_listed_and_empty():
    reading = read_roots({"seats": 7})
    assert (reading.board.seats, reading.problems) == ({}, (Problem("seats", "", "not a map"),))


def test_a_problem_shows_no_more_of_a_key_than_fits_a_line():
    problem = read_roots({"seats": {"\n😀" * 500: 1}}).problems[0]
    assert len(problem.key) <= 80
    assert "\n" not in problem.key


def test_an_empty_document_is_an_empty_board():
    assert read(Doc()) == Reading(Board())


def test_reading_writes_nothing_into_the_document():
    doc = replica(cloth(slips=["i1"]))
    before = doc.get_update()
    read(doc)
    assert doc.get_update() == before


def test_a_text_over_the_limit_is_kept_whole():
    words = "woord " * TEXT_LIMIT
    reading = given_board(cloth(slips=["i1"]), ("ingredients", "i1.text", words))
    assert reading.board.ingredients["i1"].text == words


def test_texts_come_out_in_nfc():
    reading = given_board(cloth(slips=["i1"]), ("ingredients", "i1.text", "cafe\u0301"))
    assert reading.board.ingredients["i1"].text == "café"


def test_a_register_that_is_null_has_its_default():
    board = cloth(slips=["i1"], schakels=["a1"])
    nulls = [
        ("actors", f"a1.{name}", None) for name in ROOTS["actors"].registers if name != "label"
    ]
    assert given_board(board, *nulls).board == board


def test_registers_without_a_birth_are_not_a_record():
    reading = given_board(cloth(), ("actors", "a1.label", "fietsenmaker"))
    assert reading.board.actors == {}


@pytest.mark.parametrize(
    "root", [name for name, root in ROOTS.items() if "gone" in root.registers and name != "seats"]
)
def test_a_record_that_is_gone_is_left_out(root):
    births = {
        "theme_names": ("n1", {"by": "s1", "text": "zorg voor jeugd"}),
        "ingredients": ("i2", {"seat": "s1", "pen": "blue"}),
        "actors": ("a2", {"by": "s1"}),
        "ties": ("a1~i1", {"by": "s1"}),
        "contacts": ("k1", {"by": "s1"}),
        "questions": ("q1", {"on": "i1", "by": "s1"}),
    }
    key, birth = births[root]
    board = cloth(slips=["i1"], schakels=["a1"])
    assert key in getattr(given_board(board, (root, key, birth)).board, root)
    reading = given_board(board, (root, key, birth), (root, f"{key}.gone", GONE))
    assert getattr(reading.board, root).keys() == getattr(board, root).keys()


def test_gone_that_is_no_object_deletes_nothing():
    board = cloth(slips=["i1"])
    reading = given_board(board, ("ingredients", "i1.gone", True))
    assert reading.board == board
    assert [problem.what for problem in reading.problems] == ["gone: not an object"]


def test_a_seat_that_is_gone_and_bare_is_left_out():
    board = cloth(seats=["s1", "s2"], slips=["i1"])
    assert set(given_board(board, ("seats", "s2.gone", GONE)).board.seats) == {"s1"}


def test_a_seat_that_is_gone_stays_while_a_slip_lies_on_it():
    board = cloth(slips=["i1"])
    assert given_board(board, ("seats", "s1.gone", GONE)).board == board


def test_a_seat_goes_with_its_last_slip():
    board = cloth(slips=["i1"])
    reading = given_board(board, ("seats", "s1.gone", GONE), ("ingredients", "i1.gone", GONE))
    assert reading.board.seats == {}


def test_a_seat_that_is_gone_stays_while_ink_lies_on_it():
    ink = {"seat": "s1", "pen": "blue", "width": 3, "points": b"\x01"}
    reading = given_board(cloth(), ("seats", "s1.gone", GONE), ("strokes", "x1", ink))
    assert set(reading.board.seats) == {"s1"}


def test_a_slip_on_a_seat_that_was_never_made_keeps_its_words():
    reading = given_board(
        cloth(), ("ingredients", "i1", {"seat": "s9"}), ("ingredients", "i1.text", "fietsen")
    )
    assert reading.board.ingredients["i1"].text == "fietsen"
    assert reading.board.seats["s9"] == Seat("s9")


def test_an_erased_stroke_leaves_nothing_of_itself_on_the_board():
    reading = given_board(cloth(), ("strokes", "x1.caption", "een zon"))
    assert reading.board == cloth()


FULL = cloth(slips=["i1", "i2"], schakels=["a1", "a2"], seats=["s1", "s2"])


@pytest.mark.parametrize(
    ("write", "root", "key", "field"),
    [
        (("ingredients", "i1.actor", "a2"), "ingredients", "i1", "actor"),
        (("ingredients", "i1.second_of", "i2"), "ingredients", "i1", "second_of"),
        (("seats", "s1.actor", "a2"), "seats", "s1", "actor"),
        (("actors", "a1.same_as", "a2"), "actors", "a1", "same_as"),
    ],
)
def test_a_reference_to_what_is_gone_is_dropped(write, root, key, field):
    removal = [("actors", "a2.gone", GONE), ("ingredients", "i2.gone", GONE)]
    before = given_board(FULL, write).board
    after = given_board(FULL, write, *removal).board
    assert getattr(getattr(before, root)[key], field) is not None
    assert getattr(getattr(after, root)[key], field) is None


@pytest.mark.parametrize("field", ["brought_by", "who"])
def test_a_seat_that_is_gone_is_no_longer_named(field):
    writes = [
        ("contacts", "k1", {"by": "s1"}),
        ("contacts", "k1.who", "s2"),
        ("theme", "brought_by", "s2"),
    ]

    def named(board: Board) -> str | None:
        return board.theme.brought_by if field == "brought_by" else board.contacts["k1"].who

    assert named(given_board(FULL, *writes).board) == "s2"
    assert named(given_board(FULL, *writes, ("seats", "s2.gone", GONE)).board) is None


def test_somebody_who_is_not_a_seat_may_be_named():
    reading = given_board(FULL, ("contacts", "k1", {}), ("contacts", "k1.who", "p7"))
    assert reading.board.contacts["k1"].who == "p7"


def test_nothing_refers_to_itself():
    reading = given_board(
        FULL, ("actors", "a1.same_as", "a1"), ("ingredients", "i1.second_of", "i1")
    )
    assert reading.board == FULL


@pytest.mark.parametrize(
    ("root", "joint", "field"),
    [("contacts", "k1~{}.member", "members"), ("convergences", "k1~{}.member", "ingredients")],
)
def test_members_that_are_gone_are_dropped_and_the_rest_stay_in_order(root, joint, field):
    ids = ("a2", "a1") if root == "contacts" else ("i2", "i1")
    writes = [(root, "k1", {"by": "s1"}), *((root, joint.format(key), True) for key in ids)]
    removal = [("actors", "a2.gone", GONE), ("ingredients", "i2.gone", GONE)]
    before = getattr(given_board(FULL, *writes).board, root)["k1"]
    after = getattr(given_board(FULL, *writes, *removal).board, root)["k1"]
    assert getattr(before, field) == tuple(sorted(ids))
    assert getattr(after, field) == tuple(sorted(ids))[:1]


@pytest.mark.parametrize(
    ("root", "writes"),
    [
        ("stories", [("stories", "a2.text", "kom eens kijken")]),
        ("involvements", [("involvements", "a2:user", {"by": "s1", "since": "2025-01-10"})]),
        ("invitations", [("invitations", "a2:partner", {"by": "s1"})]),
        ("questions", [("questions", "q1", {"on": "i2", "by": "s1"})]),
        ("ties", [("ties", "a2~i1", {"by": "s1"})]),
    ],
)
def test_what_is_about_something_that_is_gone_goes_with_it(root, writes):
    seen = {**GONE, "seen": ["a2~i1"]}
    removal = [("actors", "a2.gone", seen), ("ingredients", "i2.gone", GONE)]
    assert getattr(given_board(FULL, *writes).board, root)
    assert not getattr(given_board(FULL, *writes, *removal).board, root)


def test_a_tie_to_a_contested_schakel_stays():
    reading = given_board(FULL, ("ties", "a1~a2", {"by": "s1"}), ("actors", "a2.gone", GONE))
    assert reading.board.actors["a2"].contested
    assert set(reading.board.ties) == {"a1~a2"}


def test_two_schakels_that_are_gone_are_not_contested_for_the_tie_between_them():
    reading = given_board(
        FULL,
        ("ties", "a1~a2", {"by": "s1"}),
        ("actors", "a1.gone", GONE),
        ("actors", "a2.gone", GONE),
    )
    assert reading.board.actors == {}


def test_a_story_that_says_nothing_is_no_story():
    assert given_board(FULL, ("stories", "a1.text", "  ")).board == FULL


def test_a_story_without_words_may_be_inspired():
    reading = given_board(FULL, ("stories", "a1~i1.inspired", True))
    assert reading.board.stories == {"a1": Story("a1", "", ("i1",))}


@given(board=boards())
def test_records_come_in_ascending_order(board):
    reading = given_board(board)
    for name in ROOTS.keys() - {"meta", "theme"}:
        ids = list(getattr(reading.board, name))
        assert ids == sorted(ids)


class TestTrapsOfPycrdt:
    """What the library does that one would not expect; each has bitten somebody."""

    def test_whole_numbers_that_come_back_as_floats_are_whole_again(self):
        doc = replica(cloth(slips=["i1"]))
        make(doc, [("ingredients", "i1.at", [240, 1130]), ("meta", "size_mm", [1800, 1800])])
        again = Doc()
        again.apply_update(doc.get_update())
        assert type(to_roots(again)["ingredients"]["i1.at"][0]) is float
        board = read(again).board
        numbers = [*board.ingredients["i1"].at, *board.size_mm]
        assert [(number, type(number)) for number in numbers] == [
            (240, int), (1130, int), (1800, int), (1800, int)
        ]  # fmt: skip

    def test_the_order_in_which_keys_come_back_is_not_the_order_on_the_board(self):
        slips = [f"i{number}" for number in range(200)]
        doc = replica(cloth(slips=slips))
        orders = {tuple(doc.get("ingredients", type=Map).keys())}
        for _ in range(5):
            again = Doc()
            again.apply_update(doc.get_update())
            orders.add(tuple(again.get("ingredients", type=Map).keys()))
            assert list(read(again).board.ingredients) == sorted(slips)
        assert len(orders) > 1

    def test_a_root_that_nobody_asked_for_by_type_is_read_all_the_same(self):
        doc = replica(cloth(slips=["i1"]))
        again = Doc()
        again.apply_update(doc.get_update())
        assert again["ingredients"] is None
        assert read(again).board == cloth(slips=["i1"])

    def test_bytes_come_back_as_a_bytearray_and_are_bytes_on_the_board(self):
        ink = {"seat": "s1", "pen": "blue", "width": 3, "points": b"\x01\x02"}
        doc = replica(cloth())
        make(doc, [("strokes", "x1", ink)])
        assert read(doc).board.strokes["x1"].points == b"\x01\x02"
        assert hash(read(doc).board.strokes["x1"]) is not None

    @pytest.mark.parametrize("other", [Text("abc"), Array([1, 2])])
    def test_a_root_of_another_type_is_an_empty_root(self, other):
        doc = Doc()
        doc["seats"] = other
        again = Doc()
        again.apply_update(doc.get_update())
        assert read(again) == Reading(Board())

    @pytest.mark.parametrize("shared", [lambda: Map({"x": Map({"y": 1})}), lambda: Text("hoi")])
    def test_a_shared_type_inside_a_root_is_listed_and_left_out(self, shared):
        doc = replica(cloth())
        make(doc, [("seats", "s2", shared()), ("seats", "s1.label", shared())])
        reading = read(doc)
        assert reading.board == cloth()
        assert [problem.key for problem in reading.problems] == ["s1.label", "s2"]

    def test_a_subdocument_inside_a_root_is_listed_and_left_out(self):
        doc = replica(cloth())
        make(doc, [("seats", "s2", Doc())])
        assert read(doc).board == cloth()

    def test_a_root_that_the_schema_does_not_know_is_listed(self):
        doc = replica(cloth())
        make(doc, [("wolken", "w1", 1)])
        assert read(doc).problems == (Problem("wolken", "", "no such root"),)

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, 2**60, -0.0])
    def test_odd_numbers_never_reach_the_board(self, value):
        doc = replica(cloth())
        make(doc, [("seats", "s1.angle", value)])
        assert read(doc).board == cloth()

    def test_a_value_nested_500_deep_is_left_out(self):
        deep: object = 1
        for _ in range(500):
            deep = [deep]
        doc = replica(cloth())
        make(doc, [("seats", "s1.label", deep), ("seats", "s2", {"a": deep})])
        board = read(doc).board
        assert board.seats["s1"] == Seat("s1")

    def test_no_name_of_a_person_is_part_of_a_key(self):
        board = cloth(schakels=["a1"], slips=["i1"], ties=[("a1", "i1")])
        keys = {key for root in registers(board).values() for key in root}
        assert not any("schakel" in key or "ingrediënt" in key for key in keys)


def test_pens_that_the_schema_does_not_know_fall_back_to_black():
    reading = given_board(cloth(), ("ingredients", "i1", {"seat": "s1", "pen": "goud"}))
    assert reading.board.ingredients["i1"].pen is Pen.BLACK
