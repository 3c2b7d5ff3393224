"""What becomes of edits that people make at the same time: each line of the merge table.

All cases hold for both orders of arrival and for whichever replica has the higher client id.
"""

from pycrdt import Map

from board.document import read
from board.model import Tie
from board.schema import Basis, Pen
from tests.builders.boards import cloth
from tests.builders.replicas import (
    ERASED,
    agreed,
    at_the_same_time,
    copy_of,
    make,
    outcomes,
    replica,
    update_of,
)

SLIP = cloth(slips=["i1"])
SCHAKEL = cloth(slips=["i1", "i2"], schakels=["a1", "a2"], ties=[("a1", "i1")])


def gone(*seen: str) -> dict:
    return {"by": "s1", "when": "2025-01-10T15:30:00Z", "seen": list(seen)}


def tie(key: str, basis: str, **more: str) -> list:
    registers = [("ties", f"{key}.{name}", value) for name, value in more.items()]
    return [("ties", key, {"by": "s1"}), ("ties", f"{key}.basis", basis), *registers]


def test_two_texts_for_one_slip_leave_one_of_them_whole_and_the_same_for_all():
    readings = at_the_same_time(
        SLIP,
        [("ingredients", "i1.text", "gezond eten")],
        [("ingredients", "i1.text", "samen koken")],
    )
    texts = outcomes(readings, lambda board: board.ingredients["i1"].text)
    assert texts == ["gezond eten", "samen koken"]


def test_replicas_that_have_all_agree_on_the_text():
    board = replica(SLIP)
    one, other = copy_of(board, client_id=7), copy_of(board, client_id=8)
    first = update_of(one, [("ingredients", "i1.text", "gezond eten")])
    second = update_of(other, [("ingredients", "i1.text", "samen koken")])
    one.apply_update(second)
    other.apply_update(first)
    assert read(one) == read(other)


def test_an_overtaken_text_laid_beside_as_a_second_version_keeps_all_words():
    beside = [
        ("ingredients", "i2", {"seat": "s1", "pen": "blue"}),
        ("ingredients", "i2.text", "gezond eten"),
        ("ingredients", "i2.second_of", "i1"),
    ]
    reading = agreed(at_the_same_time(SLIP, [("ingredients", "i1.text", "samen koken")], beside))
    slips = reading.board.ingredients
    assert {slip.text for slip in slips.values()} == {"gezond eten", "samen koken"}
    assert slips["i2"].second_of == "i1"


def test_a_text_a_move_and_a_colour_are_all_kept():
    reading = agreed(
        at_the_same_time(
            SLIP,
            [("ingredients", "i1.text", "gezond eten")],
            [("ingredients", "i1.at", [240, 1130])],
            [("ingredients", "i1.turn", 90)],
        )
    )
    slip = reading.board.ingredients["i1"]
    assert (slip.text, slip.at, slip.turn) == ("gezond eten", (240, 1130), 90)


def test_of_two_moves_one_drop_wins_whole():
    readings = at_the_same_time(
        SLIP, [("ingredients", "i1.at", [1, 2])], [("ingredients", "i1.at", [30, 40])]
    )
    assert outcomes(readings, lambda board: board.ingredients["i1"].at) == [(1, 2), (30, 40)]


def test_the_same_line_drawn_twice_is_one_tie_with_what_both_wrote():
    reading = agreed(
        at_the_same_time(
            cloth(slips=["i1"], schakels=["a1"]),
            [*tie("a1~i1", "factual"), ("ties", "a1~i1.evidence", "kookt elke week mee")],
            tie("a1~i1", "factual"),
        )
    )
    assert reading.board.ties == {
        "a1~i1": Tie("a1~i1", ("a1", "i1"), Basis.FACTUAL, "kookt elke week mee", "s1")
    }


def test_one_says_the_basis_of_a_tie_and_another_the_evidence_and_both_are_kept():
    reading = agreed(
        at_the_same_time(
            SCHAKEL,
            [("ties", "a1~i1.basis", "expected")],
            [("ties", "a1~i1.evidence", "repareert hier fietsen")],
        )
    )
    found = reading.board.ties["a1~i1"]
    assert (found.basis, found.evidence) == (Basis.EXPECTED, "repareert hier fietsen")


def test_a_slip_that_one_deletes_while_another_edits_is_gone_but_its_words_are_not():
    start = replica(SLIP)
    one, other = copy_of(start), copy_of(start)
    deletion = update_of(one, [("ingredients", "i1.gone", gone())])
    edit = update_of(other, [("ingredients", "i1.text", "nieuwe woorden")])
    one.apply_update(edit)
    other.apply_update(deletion)
    for doc in (one, other):
        assert read(doc).board.ingredients == {}
        make(doc, [("ingredients", "i1.gone", None)])
        assert read(doc).board.ingredients["i1"].text == "nieuwe woorden"


def test_who_deleted_a_slip_and_when_stays_in_the_document():
    doc = replica(SLIP)
    make(doc, [("ingredients", "i1.gone", gone())])
    kept = doc.get("ingredients", type=Map)["i1.gone"]
    assert (kept["by"], kept["when"]) == ("s1", "2025-01-10T15:30:00Z")


def test_a_schakel_that_one_deletes_while_another_ties_it_is_contested():
    reading = agreed(
        at_the_same_time(SCHAKEL, [("actors", "a1.gone", gone("a1~i1"))], tie("a1~i2", "factual"))
    )
    assert reading.board.actors["a1"].contested
    assert "a1~i2" in reading.board.ties


def test_a_schakel_tied_to_the_theme_meanwhile_is_contested():
    reading = agreed(
        at_the_same_time(SCHAKEL, [("actors", "a1.gone", gone("a1~i1"))], tie("a1~t", "factual"))
    )
    assert reading.board.actors["a1"].contested


def test_a_schakel_is_gone_when_the_deleter_saw_every_tie():
    doc = replica(SCHAKEL)
    make(doc, [("actors", "a1.gone", gone("a1~i1"))])
    assert "a1" not in read(doc).board.actors


def test_a_contested_schakel_that_is_confirmed_is_gone():
    doc = replica(SCHAKEL)
    make(doc, [("actors", "a1.gone", gone())])
    make(doc, [("actors", "a1.gone", gone("a1~i1"))])
    assert "a1" not in read(doc).board.actors


def test_a_contested_schakel_that_is_restored_is_there_as_before():
    doc = replica(SCHAKEL)
    make(doc, [("actors", "a1.gone", gone())])
    make(doc, [("actors", "a1.gone", None)])
    assert read(doc).board == SCHAKEL


def test_a_schakel_is_not_contested_for_a_tie_that_is_taken_away_at_the_same_time():
    reading = agreed(
        at_the_same_time(SCHAKEL, [("actors", "a1.gone", gone())], [("ties", "a1~i1.gone", gone())])
    )
    assert "a1" not in reading.board.actors


def test_a_schakel_is_not_contested_for_a_tie_to_a_slip_that_is_deleted_at_the_same_time():
    reading = agreed(
        at_the_same_time(
            SCHAKEL, [("actors", "a1.gone", gone())], [("ingredients", "i1.gone", gone())]
        )
    )
    assert "a1" not in reading.board.actors


def test_two_who_delete_one_schakel_delete_it_once():
    reading = agreed(
        at_the_same_time(
            SCHAKEL,
            [("actors", "a1.gone", gone("a1~i1"))],
            [("actors", "a1.gone", gone("a1~i1"))],
        )
    )
    assert "a1" not in reading.board.actors


def test_the_same_position_given_twice_is_one_involvement():
    given = [("involvements", "a1:connector", {"by": "s1", "since": "2025-01-10"})]
    also = [("involvements", "a1:connector", {"by": "s2", "since": "2025-01-10"})]
    readings = at_the_same_time(SCHAKEL, given, also)
    assert {tuple(reading.board.involvements) for reading in readings} == {("a1:connector",)}
    assert outcomes(readings, lambda board: board.involvements["a1:connector"].by) == ["s1", "s2"]


def test_one_ends_an_involvement_while_another_tells_its_evidence_and_both_are_kept():
    start = replica(SCHAKEL)
    make(start, [("involvements", "a1:user", {"by": "s1", "since": "2025-01-10"})])
    one, other = copy_of(start), copy_of(start)
    ended = update_of(one, [("involvements", "a1:user.until", "2025-03-01")])
    one.apply_update(update_of(other, [("involvements", "a1:user.evidence", "komt elke week")]))
    other.apply_update(ended)
    assert read(one) == read(other)
    found = read(one).board.involvements["a1:user"]
    assert (found.until, found.evidence) == ("2025-03-01", "komt elke week")


def test_one_schakel_under_two_labels_stays_double_until_people_decide():
    same = [("actors", "a2.same_as", "a1")]
    reading = agreed(at_the_same_time(SCHAKEL, same, [("actors", "a2.label", "fietsenmaker")]))
    assert set(reading.board.actors) == {"a1", "a2"}
    assert reading.board.actors["a2"].same_as == "a1"


def test_saying_that_two_are_the_same_can_be_taken_back():
    doc = replica(SCHAKEL)
    make(doc, [("actors", "a2.same_as", "a1")])
    make(doc, [("actors", "a2.same_as", None)])
    assert read(doc).board == SCHAKEL


def test_a_reading_is_a_cut_that_later_edits_do_not_reach():
    doc = replica(SLIP)
    reading = read(doc)
    make(doc, [("ingredients", "i1.text", "later")])
    assert reading.board == SLIP


def test_a_reading_never_holds_half_of_what_was_done_in_one_go():
    writer = replica(SCHAKEL)
    reader = copy_of(writer)
    for number in range(10):
        both = [("theme", "text", f"{number}"), ("actors", "a1.label", f"{number}")]
        reader.apply_update(update_of(writer, both))
        board = read(reader).board
        assert board.theme.text == board.actors["a1"].label == f"{number}"


def test_an_hour_offline_merges_with_what_the_others_did_meanwhile():
    start = replica(SCHAKEL)
    away, table = copy_of(start), copy_of(start)
    for number in range(20):
        key = f"offline{number}"
        make(away, [("ingredients", key, {"seat": "s1", "pen": "moss"})])
        make(away, [("ingredients", f"{key}.text", f"slip {number}")])
    make(table, [("actors", "a1.gone", gone("a1~i1")), ("ingredients", "i2.gone", gone())])
    make(away, [*tie("a1~offline3", "factual"), ("ingredients", "i2.text", "weg?")])
    missed = table.get_update(away.get_state())
    table.apply_update(away.get_update(table.get_state()))
    away.apply_update(missed)
    assert read(away) == read(table)
    board = read(table).board
    assert len(board.ingredients) == 21
    assert board.ingredients["offline3"].pen is Pen.MOSS
    assert [actor.id for actor in board.actors.values() if actor.contested] == ["a1"]


def test_a_member_taken_out_while_another_is_put_in_gives_exactly_that():
    start = replica(SCHAKEL)
    make(start, [("contacts", "k1", {"by": "s1"}), ("contacts", "k1~a1.member", True)])
    one, other = copy_of(start), copy_of(start)
    out = update_of(one, [("contacts", "k1~a1.member", False)])
    one.apply_update(update_of(other, [("contacts", "k1~a2.member", True)]))
    other.apply_update(out)
    assert read(one) == read(other)
    assert read(one).board.contacts["k1"].members == ("a2",)


def test_a_stroke_erased_by_one_while_another_captions_it_stays_erased():
    ink = {"seat": "s1", "pen": "blue", "width": 3, "points": b"\x01\x02"}
    start = replica(cloth())
    make(start, [("strokes", "x1", ink)])
    one, other = copy_of(start), copy_of(start)
    erasing = update_of(one, [("strokes", "x1", ERASED)])
    one.apply_update(update_of(other, [("strokes", "x1.caption", "een zon")]))
    other.apply_update(erasing)
    assert read(one) == read(other)
    assert read(one).board.strokes == {}
