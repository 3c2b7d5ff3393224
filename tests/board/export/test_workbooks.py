"""Workbooks as other programs read them: openpyxl for Excel, odfdo for OpenDocument."""

import io
from dataclasses import replace
from decimal import Decimal
from zipfile import ZIP_STORED, ZipFile

import odfdo
import openpyxl
import pytest

from board.export.cover import shown
from board.export.moment import since
from board.export.ods import MEDIA_TYPE, export_ods
from board.export.sheets import sheets
from board.export.telling import TOLD, Told, differences
from board.export.xlsx import LONGEST, export_xlsx, fit
from board.model import Actor, Ingredient, Theme
from board.wording import wording
from tests.board.export.test_csv import INJECTIONS
from tests.builders.boards import cloth
from tests.builders.moments import example_moment, moment

SHEETS = [
    "Samenvatting",
    "Ingrediënten",
    "Schakels",
    "Verbindingen",
    "Posities",
    "Contacten",
    "Volgende stappen",
    "Verschillen",
    "Verantwoording",
]


def by_openpyxl(body):
    book = openpyxl.load_workbook(io.BytesIO(body))
    return {page.title: [[cell.value for cell in row] for row in page] for page in book}


def by_odfdo(body):
    book = odfdo.Document(io.BytesIO(body))
    return {t.name: [list(map(plain, row)) for row in t.get_values()] for t in book.body.tables}


def plain(cell):
    return float(cell) if isinstance(cell, Decimal) else cell


READERS = {"xlsx": (export_xlsx, by_openpyxl), "ods": (export_ods, by_odfdo)}


@pytest.mark.parametrize(("write", "read"), READERS.values(), ids=READERS)
def test_the_sheets_are_there_in_order(write, read):
    assert list(read(write(example_moment()))) == SHEETS


@pytest.mark.parametrize(("write", "read"), READERS.values(), ids=READERS)
def test_cells_come_back_as_they_were_told(write, read):
    frozen = example_moment()
    found = read(write(frozen))
    for sheet in sheets(shown(frozen, names=False, language="nl"), "nl", names=False):
        assert found[sheet.heading][0] == list(sheet.columns)
        told = [[cell or None for cell in row] for row in sheet.rows]
        assert [[cell or None for cell in row] for row in found[sheet.heading][1:]] == told


@pytest.mark.parametrize(("write", "read"), READERS.values(), ids=READERS)
@pytest.mark.parametrize("text", INJECTIONS)
def test_what_looks_like_a_formula_is_a_text(write, read, text):
    board = cloth(actors={"a1": Actor("a1", text)})
    cell = read(write(moment(board), names=True))["Schakels"][1][2]
    visible = text.replace("\0", "").strip("\t\r")
    assert visible in str(cell)


@pytest.mark.parametrize("text", INJECTIONS)
def test_excel_finds_no_formula_in_the_file(text):
    body = export_xlsx(moment(cloth(actors={"a1": Actor("a1", text)})), names=True)
    with ZipFile(io.BytesIO(body)) as archive:
        pages = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        assert not any(b"<f>" in archive.read(name) for name in pages)


def test_opendocument_can_be_told_by_its_first_bytes():
    body = export_ods(example_moment())
    with ZipFile(io.BytesIO(body)) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert body[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()


def test_a_text_too_long_for_a_cell_ends_in_an_ellipsis():
    assert len(fit("x" * 40_000)) == LONGEST
    assert fit("kort") == "kort"


def test_coverage_and_vulnerability_stand_together():
    rows = by_openpyxl(export_xlsx(example_moment()))["Samenvatting"]
    assert [row[0] for row in rows[1:3]] == ["dekking van de rand", "kwetsbaarheid"]


def test_every_told_measure_has_words():
    assert set(TOLD) <= wording("nl")["measures"].keys()


def test_people_are_listed_by_id_never_by_score():
    rows = by_openpyxl(export_xlsx(example_moment()))["Schakels"][1:]
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)


def test_english_is_english():
    assert list(by_openpyxl(export_xlsx(example_moment(), language="en")))[:2] == [
        "Summary",
        "Ingredients",
    ]


def compared(before, after):
    return since(moment(before), moment(after))


def told(before, after, names=True):
    frozen = shown(compared(before, after), names=names, language="nl")
    return list(differences(Told(frozen, wording("nl"), names)))


def test_differences_are_told_in_words():
    before = cloth(slips=("i1",), schakels=("a1",), ties=[("t", "a1")])
    after = cloth(slips=("i1",), schakels=("a2",), ties=[("t", "a2"), ("a2", "i1")])
    lines = told(before, after)
    assert ("betrokkene erbij", "schakel a2", "", "") in lines
    assert ("betrokkene weg", "schakel a1", "", "") in lines
    assert ("verbinding erbij", "schakel a2 – ingrediënt i1", "", "") in lines
    assert ("nu bereikbaar", "ingrediënt i1", "", "") in lines
    assert ("meest naar de kern", "schakel a2", "nog niet bekend", "zonder positie") in lines


def test_differences_without_names_hold_no_names():
    before = cloth(actors={"a1": Actor("a1", "Anna"), "a2": Actor("a2", "Bob")})
    after = cloth(actors={"a2": Actor("a2", "Bobbie")})
    assert not {"Anna", "Bob", "Bobbie"} & {
        cell for line in told(before, after, names=False) for cell in line
    }
    assert ("betrokkene weg", "betrokkene 2", "", "") in told(before, after, names=False)
    assert ("betrokkene veranderd: naam", "Bobbie", "Bob", "Bobbie") in told(before, after)


def test_a_slip_with_the_name_of_somebody_who_left_is_covered_too():
    slip = Ingredient("i1", "Anna", "s1")
    before = cloth(actors={"a1": Actor("a1", "Anna")}, ingredients={"i1": slip})
    after = cloth(ingredients={"i1": replace(slip, text="fiets")})
    lines = told(before, after, names=False)
    assert ("ingrediënt veranderd: tekst", "fiets", "betrokkene 1", "fiets") in lines


def test_a_change_is_told_whatever_the_length_of_the_id():
    before = cloth(actors={"a1b2c3d4e5f6g7h8": Actor("a1b2c3d4e5f6g7h8", "Anna")})
    after = cloth(actors={"a1b2c3d4e5f6g7h8": Actor("a1b2c3d4e5f6g7h8", "Ans")})
    assert ("betrokkene veranderd: naam", "Ans", "Anna", "Ans") in told(before, after)


def test_no_difference_is_said():
    assert told(cloth(), cloth()) == [("Er is niets veranderd.", "", "", "")]


def test_a_theme_of_strange_signs_is_no_trouble():
    board = replace(cloth(), theme=Theme("=1\x00 <&> " * 40))
    assert by_openpyxl(export_xlsx(moment(board)))
    assert by_odfdo(export_ods(moment(board)))
