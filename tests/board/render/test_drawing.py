"""SVG as text: numbers and escaping."""

import pytest

from board.render.drawing import element, escape, number


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.5, "1.5"), (1.239, "1.24"), (-0.001, "0"), (-0.5, "-0.5"), (1000000, "1000000")],
)
def test_numbers_are_short_and_never_minus_nothing(value, text):
    assert number(value) == text


def test_attributes_without_a_value_are_left_out():
    assert element("line", x1=0, stroke_dasharray=None) == '<line x1="0"/>'


def test_what_xml_cannot_hold_becomes_a_space():
    assert escape('<a b="c">&\x00\ufffe') == "&lt;a b=&quot;c&quot;&gt;&amp;  "
