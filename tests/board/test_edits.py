"""Writing a whole board into a document."""

import pytest
from hypothesis import given
from pycrdt import Doc

from board.document import read, read_roots
from board.edits import empty_board, registers, seed
from board.model import Board, Seat, Theme, with_standard_theme
from board.schema import CLOTH_OUTLINES, Cloth, Pen
from tests.builders.boards import boards, cloth, example


@given(board=boards())
def test_what_is_seeded_is_what_is_read(board):
    doc = Doc()
    seed(doc, board)
    reading = read(doc)
    assert reading.board == board
    assert reading.problems == ()


@given(board=boards())
def test_the_registers_of_a_board_mean_that_board(board):
    assert read_roots(registers(board)).board == board


def test_the_worked_example_is_seeded_whole():
    doc, board = Doc(), example().board
    seed(doc, board)
    assert read(doc).board == with_standard_theme(board)


def test_a_board_is_seeded_in_one_transaction():
    doc, updates = Doc(), []
    doc.observe(lambda event: updates.append(event.update))
    seed(doc, example().board)
    assert len(updates) == 1


def test_a_board_is_not_seeded_over_another():
    doc = Doc()
    seed(doc, Board())
    with pytest.raises(ValueError, match="empty document only"):
        seed(doc, Board())


def test_what_has_its_default_is_left_unwritten():
    entries = registers(cloth(slips=["i1"]))["ingredients"]
    assert set(entries) == {"i1", "i1.text"}


def test_a_new_board_has_its_theme_and_numbered_seats():
    board = empty_board("Vrolijk groot worden", 3)
    assert board.theme == Theme(text="Vrolijk groot worden")
    assert [(seat.id, seat.label) for seat in board.seats.values()] == [
        ("s1", "stoel 1"),
        ("s2", "stoel 2"),
        ("s3", "stoel 3"),
    ]


def test_a_new_board_has_no_two_seats_at_one_angle():
    angles = [seat.angle for seat in empty_board("", 16).seats.values()]
    assert len(set(angles)) == 16


@pytest.mark.parametrize("kind", Cloth)
def test_a_new_board_has_the_outline_of_its_cloth(kind):
    board = empty_board("", 5, kind)
    assert (board.shape, board.size_mm) == CLOTH_OUTLINES[kind]


@pytest.mark.parametrize("seats", [0, 17])
def test_a_table_has_one_to_sixteen_seats(seats):
    with pytest.raises(ValueError, match="1 to 16 seats"):
        empty_board("", seats)


def test_pens_go_into_the_document_as_plain_text():
    seats = {"s1": Seat("s1", pens=(Pen.BLUE, Pen.MOSS))}
    assert [type(pen) for pen in registers(Board(seats=seats))["seats"]["s1.pens"]] == [str, str]
