"""The cloth: what lies on it is drawn where it lies."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from board.analysis.structure import Source
from board.model import Actor, Involvement, Stroke, Theme
from board.render.cloth import cloth_svg
from board.schema import Basis, Pen, Position, Shape
from tests.builders.boards import cloth, example

SVG = "{http://www.w3.org/2000/svg}"


def parts(board, tag, **wanted):
    found = ET.fromstring(cloth_svg(board)).find(f"{SVG}g").iter(SVG + tag)
    return [p for p in found if all(p.get(k.replace("_", "-")) == v for k, v in wanted.items())]


def test_every_tie_is_a_line_and_expected_ones_are_dashed():
    board = example().board
    assert len(parts(board, "line")) == 42
    assert len(parts(board, "line", stroke_dasharray="11 9")) == 1


def test_wished_ties_are_dotted():
    board = cloth(schakels=("a1",), ties=[("t", "a1")])
    board = replace(board, ties={k: replace(t, basis=Basis.WISHED) for k, t in board.ties.items()})
    assert len(parts(board, "line", stroke_dasharray="1 9")) == 1


def test_a_schakel_is_drawn_where_it_lies():
    board = cloth(actors={"a1": Actor("a1", "fietsenmaker", at=(700, 400))})
    assert len(parts(board, "circle", cx="700", cy="400", r="78")) == 1


def test_who_is_not_on_the_cloth_is_not_drawn():
    board = cloth(actors={"a1": Actor("a1", "fietsenmaker", on_cloth=False)})
    assert "fietsenmaker" not in cloth_svg(board)


def test_a_theme_that_was_let_go_has_a_broken_outline():
    board = replace(cloth(), theme=Theme("x", released="2025-01-01"))
    assert parts(cloth(), "circle", stroke_dasharray="16 10") == []
    assert len(parts(board, "circle", stroke_dasharray="16 10")) == 1


def test_ink_is_drawn_in_its_pen():
    board = cloth(strokes={"x1": Stroke("x1", "s1", bytes([160, 6, 80, 8, 8]), Pen.BRICK, 3.0)})
    assert len(parts(board, "path", stroke="#B3261E", fill="none", d="M100 10 101 11")) == 1


def test_a_round_cloth_is_an_oval():
    board = replace(cloth(), shape=Shape.ROUND, size_mm=(1800, 1800))
    assert len(parts(board, "ellipse", rx="900", ry="900")) == 1


def test_only_positions_of_that_day_are_written():
    board = cloth(schakels=("a1",))
    ended = Involvement("a1", Position.PARTNER, since="2025-01-01", until="2025-01-05")
    board = replace(board, involvements={"a1:partner": ended})
    assert ">partner<" in cloth_svg(board, source=Source(taken_at="2025-01-03T10:00:00+01:00"))
    assert ">partner<" not in cloth_svg(board, source=Source(taken_at="2025-01-05T10:00:00+01:00"))


def test_what_hangs_over_the_edge_is_within_the_picture():
    board = cloth(actors={"a1": Actor("a1", "ver weg", at=(5000, -900))})
    width = float(ET.fromstring(cloth_svg(board)).get("width"))
    assert width > 5000 + 78
