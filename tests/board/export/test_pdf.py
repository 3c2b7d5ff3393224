"""The report: tagged, in its language, with embedded fonts, readable as text."""

import io
from dataclasses import replace
from functools import cache
from math import ceil

import pytest
from pypdf import PdfReader

from board.export.moment import since
from board.export.pdf import export_pdf
from board.export.poster import PAPERS, export_poster, size_of
from board.export.setting import only_latin, spelled
from board.model import Actor, Ingredient, Theme
from board.render.cloth import cloth_svg
from board.render.drawing import described
from tests.builders.boards import cloth
from tests.builders.moments import example_moment, moment


def read(body: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(body))


def text(body: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(body).pages)


@cache
def report(*, names: bool = False, language: str = "nl") -> bytes:
    return export_pdf(example_moment(), names=names, language=language)


@cache
def told(*, names: bool = False) -> str:
    """Give the words of the report, those that are broken over two lines whole again."""
    return text(report(names=names)).replace("-\n", "").replace("\n", " ")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_tagged_and_says_its_language(language):
    root = read(report(language=language)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert str(root["/Lang"]) == language
    assert "/StructTreeRoot" in root


def test_it_says_that_it_is_pdf_ua():
    metadata = read(report()).trailer["/Root"]["/Metadata"].get_data()
    assert b"pdfuaid:part" in metadata


def test_its_title_names_the_theme():
    assert read(report()).metadata.title == "Netwerkanalyse rond Vrolijk groot worden"


def test_pictures_have_an_alternative_text():
    root = read(report()).trailer["/Root"]["/StructTreeRoot"]
    found = list(alternatives(root))
    assert len(found) >= 2
    assert any("21 van de 24 ingrediënten" in one for one in found)


def test_what_changed_since_the_earlier_snapshot_is_drawn_too():
    frozen = since(moment(cloth(schakels=("a1",))), example_moment())
    found = list(alternatives(read(export_pdf(frozen)).trailer["/Root"]["/StructTreeRoot"]))
    assert any("met het eerdere kleed als een schim" in one for one in found)
    assert any("een draad per betrokkene" in one for one in found)


def alternatives(node):
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from alternatives(child)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        if "/K" in node:
            yield from alternatives(node["/K"])


def test_every_font_is_embedded():
    for page in read(report()).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & descriptor.keys()


def test_tables_and_findings_can_be_read_as_text():
    said = told()
    for part in ("Ingrediënten", "Posities", "Zoek een tweede schakel", "buurtapp", "Verschillen"):
        assert part in said


def test_coverage_stands_beside_vulnerability():
    said = told()
    assert said.index("dekking van de rand") < said.index("kwetsbaarheid")
    assert "88 %" in said
    assert "67 %" in said


@cache
def crowded() -> list[str]:
    """Give the pages of a report on very many ingredients, as text."""
    slips = [f"i{number:03}" for number in range(200)]
    board = cloth(slips=slips, schakels=("a1",), ties=[("t", "a1"), ("a1", "i000")])
    return [page.extract_text() for page in read(export_pdf(moment(board))).pages]


def test_every_hit_of_a_rule_stands_in_the_agenda_however_many():
    said = "\n".join(crowded())
    agenda = said[said.index("Volgende stappen") : said.index("Samenvatting")]
    assert [n for n in range(1, 200) if f"i{n:03}" not in agenda] == []
    assert "Verder:" in agenda


def test_a_crowded_cloth_stands_under_its_heading():
    (under,) = (said for said in crowded() if "Het kleed" in said)
    assert "ingrediënt i000" in under


def test_the_title_names_the_fingerprint_and_whether_names_are_in_it():
    fingerprint = example_moment().source.hash
    for names, said in ((False, "nee, in plaats van namen"), (True, "ja, dit bestand bevat namen")):
        first = read(report(names=names)).pages[0].extract_text()
        assert fingerprint in first
        assert said in first


def test_a_column_in_which_nothing_may_be_said_is_left_out():
    assert "waaruit blijkt dat" not in told()
    assert "Bewijstekst" in told(names=True)


def test_how_it_was_measured_is_told_in_words():
    assert "Vaste regels geven alle getallen" in told()


def test_with_names_it_names():
    assert "Naama06" in told(names=True)


@pytest.mark.parametrize(
    "strange",
    [
        "👩‍👧 😀",
        "שלום عالم",
        "中文字",
        "#set page(width: 1cm)",
        "*a* _b_ $x$ @c <d>",
        "\x07\ufffe",
        "\u2764\u0938a\u0e22",
        "\ue000\U000e0067",
        "\u0301\u20e3",
        "a\\u0007b",
        "  \u200d ",
    ],
)
def test_any_words_can_be_set_and_none_is_markup(strange):
    board = cloth(schakels=("a1",), ties=[("t", "a1"), ("a1", "i1")])
    slip = {"i1": Ingredient("i1", strange, "s1")}
    board = replace(
        board, theme=Theme(strange), actors={"a1": Actor("a1", strange)}, ingredients=slip
    )
    assert len(read(export_pdf(moment(board), names=True)).pages) >= 3


def test_typst_markup_is_read_as_words():
    board = replace(cloth(), theme=Theme("*vet* #panic()"))
    assert "*vet* #panic()" in text(export_pdf(moment(board)))


def test_a_sign_that_no_font_shows_is_spelled():
    assert spelled("a 中 b") == "a [cjk unified ideograph-4e2d] b"
    assert spelled("é 😀 ח") == "é 😀 ח"


def test_what_cannot_be_set_together_is_spelled_to_the_last_sign():
    assert only_latin("é ❤ s") == "é [heavy black heart] s"


def test_the_description_of_a_picture_is_plain_text():
    assert described('<svg><title>x</title><desc id="d">a &amp; b</desc></svg>') == "a & b"


@pytest.mark.parametrize("paper", PAPERS)
def test_a_poster_covers_the_cloth_at_true_size(paper):
    frozen = example_moment()
    pages = read(export_poster(paper, frozen)).pages
    wide, high = size_of(cloth_svg(frozen.board))
    tile = [side - 20 for side in PAPERS[paper]]
    assert len(pages) == ceil(wide / tile[0]) * ceil(high / tile[1])
    box = pages[0].mediabox
    sides = [float(side) * 25.4 / 72 for side in (box.width, box.height)]
    assert sides == pytest.approx(PAPERS[paper], abs=0.1)


def test_every_sheet_says_its_place():
    assert "blad A1 van" in text(export_poster("a1", example_moment()))
