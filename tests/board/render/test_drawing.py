"""SVG as text: numbers and escaping."""

from xml.etree import ElementTree as ET

import pytest

from board.render.drawing import element, escape, haloed, number


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


def test_small_words_lie_on_their_own_paper_which_no_reader_reads_twice():
    root = ET.fromstring(f"<svg>{haloed('schakel', 0, 0, 14)}</svg>")
    under, over = root.findall("text")
    assert (under.text, over.text) == ("schakel", "schakel")
    assert (under.get("aria-hidden"), over.get("stroke")) == ("true", None)
