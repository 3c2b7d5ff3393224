"""Tables become boards: exported ones again, simple ones by hand, and no broken ones."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.analysis.structure import Source, structure
from board.export.csv import export_csv, export_csv_excel
from board.export.xlsx import export_xlsx
from board.faults import ContentError
from board.schema import Basis, Position, Sphere
from board.sheet.grid import BYTE_LIMIT
from board.sheet.read import read_sheet
from board.wording.nl import DUTCH
from tests.builders.boards import boards
from tests.builders.moments import TAKEN, example_moment, moment

BY_HAND = """Ingrediënt;Stoel;Schakel
's avonds sporten;Anna;
fietsen;Anna;fietsenmaker
gezond eten;Bram;"kok; groenteboer"
"""
SCHAKELS = """Naam;Soort;Lokaal of professioneel;Thema;Posities;Functie
kok;persoon;lokaal;ja;partner|gebruiker;in de wijk
groenteboer;;professioneel;nee;;
"""
#: Which seat the facilitator has, and the stories, stand in no table.
UNTOLD = ("coverage_per_seat", "leaning", "facilitator_dependence", "contacts_ready")
EXPORTS = {"csv": export_csv, "csv-excel": export_csv_excel, "xlsx": export_xlsx}


def zipped(**files: str) -> bytes:
    body = io.BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return body.getvalue()


def book(**pages: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in pages.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    body = io.BytesIO()
    made.save(body)
    return body.getvalue()


def faults(body: bytes, name: str = "tabel.csv", language: str = "nl") -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_sheet(body, name, language)
    return [str(fault) for fault in caught.value.faults]


def essence(board):
    """Give what a table keeps of a board: all that measures look at, but not where it lies."""
    found = structure(board, Source(taken_at=TAKEN))
    return {part: found[part] for part in ("ingredients", "ties", "positions", "contested")} | {
        "totals": {k: v for k, v in found["totals"].items() if k not in UNTOLD}
    }


def test_a_sheet_by_hand_becomes_a_board():
    board = read_sheet(BY_HAND.encode(), "Gezonde wijk.csv").board
    assert board.theme.text == "Gezonde wijk"
    assert [i.text for i in board.ingredients.values()] == [
        "'s avonds sporten",
        "fietsen",
        "gezond eten",
    ]
    assert [seat.label for seat in board.seats.values()] == ["Anna", "Bram"]
    assert [a.label for a in board.actors.values()] == ["fietsenmaker", "kok", "groenteboer"]
    assert list(board.ties) == ["a1~i2", "a2~i3", "a3~i3"]


def test_what_is_made_by_hand_lies_on_the_cloth():
    board = read_sheet(BY_HAND.encode(), "x.csv").board
    assert all(thing.at for thing in (*board.ingredients.values(), *board.actors.values()))


def test_a_table_of_schakels_tells_who_they_are():
    rows = BY_HAND.replace("fietsenmaker", "")
    board = read_sheet(zipped(ingrediënten=rows, schakels=SCHAKELS), "x.zip").board
    kok = board.actors["a1"]
    assert (kok.label, kok.sphere, kok.function) == ("kok", Sphere.LOCAL, "in de wijk")
    assert "a1~t" in board.ties
    assert "a2~t" not in board.ties
    assert sorted(board.involvements) == ["a1:partner", "a1:user"]


def test_english_headings_and_words_are_understood():
    rows = "Ingredient,Seat,Connector\ncycling,Anne,bike shop\n"
    actors = "Name,Kind,Local or professional,Theme\nbike shop,organisation,professional,yes\n"
    board = read_sheet(zipped(a=rows, b=actors), "x.zip", "en").board
    assert board.actors["a1"].sphere is Sphere.PROFESSIONAL
    assert list(board.ties) == ["a1~i1", "a1~t"]


def test_a_workbook_by_hand_may_have_days_and_numbers():
    body = book(
        Thema=[["Thema", "Samen eten"]],
        Ingrediënten=[["Tekst", "Stoel"], ["brood", 1], ["kaas", 2]],
        Schakels=[["Naam", "Thema"], ["kok", True]],
        Verbindingen=[["Van", "Naar", "Grond"], ["kok", "brood", "verwacht"]],
        Posities=[
            ["Naam", "Initiatiefnemer", "Partner", "Schakel", "Leverancier"],
            ["kok", "", "3-4-2024", "", "ja"],
        ],
    )
    board = read_sheet(body, "x.xlsx").board
    assert board.theme.text == "Samen eten"
    assert [seat.label for seat in board.seats.values()] == ["1", "2"]
    assert board.ties["a1~i1"].basis is Basis.EXPECTED
    assert board.involvements["a1:partner"].since == "2024-04-03"
    assert board.involvements["a1:supplier"].position is Position.SUPPLIER


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_of_the_worked_example_comes_back_the_same(name):
    frozen = example_moment()
    back = read_sheet(EXPORTS[name](frozen, names=True), "export.zip")
    assert essence(back.board) == essence(frozen.board)
    assert back.board.theme.text == frozen.board.theme.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_workbook_in_either_language_comes_back(language):
    frozen = example_moment()
    body = export_xlsx(frozen, names=True, language=language)
    back = read_sheet(body, "export.xlsx", language)
    assert essence(back.board) == essence(frozen.board)
    assert back.taken_at == TAKEN


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(boards())
def test_structure_and_positions_of_any_board_come_back_from_csv(board):
    frozen = moment(board)
    back = read_sheet(export_csv(frozen, names=True), "export.zip").board
    assert back.ties.keys() == frozen.board.ties.keys()
    assert {k: (a.label.strip(), a.sphere, a.kind) for k, a in back.actors.items()} == {
        k: (a.label.strip(), a.sphere, a.kind) for k, a in frozen.board.actors.items()
    }
    assert {k: (i.basis, i.since, i.until) for k, i in back.involvements.items()} == {
        k: (i.basis, i.since, i.until) for k, i in frozen.board.involvements.items()
    }


BROKEN = {
    "Ingrediënt;Soort\n;idee\nfiets;gek\n": [
        "rij 2, kolom Ingrediënt: hier hoort iets te staan",
        "rij 3, kolom Soort: “gek” kennen we hier niet",
    ],
    "Naam;Thema\nkok;misschien\n\n;ja\n": [
        "rij 4, kolom Naam: hier hoort iets te staan",
        "rij 2, kolom Thema: “misschien” is geen ja of nee",
    ],
    "Kleur;Prijs\nrood;3\n": [
        f"tabel.csv: {DUTCH['sheet']['no_table']}",
    ],
}


@pytest.mark.parametrize("text", BROKEN)
def test_every_wrong_row_is_told_with_its_place(text):
    assert faults(text.encode()) == BROKEN[text]


def test_with_several_tables_the_place_names_the_table():
    body = zipped(ingrediënten=BY_HAND, schakels="Naam\nkok\n")
    assert faults(body, "x.zip") == [
        "ingrediënten.csv, rij 3, kolom Schakel: “fietsenmaker” staat nergens in het bestand",
        "ingrediënten.csv, rij 4, kolom Schakel: “groenteboer” staat nergens in het bestand",
    ]


def test_faults_are_told_in_english_too():
    assert faults(b"Ingredient,Seat\n,Ann\n", language="en") == [
        "row 2, column Ingredient: something should stand here"
    ]


def test_more_seats_than_fit_around_a_table_are_refused():
    rows = "".join(f"fiets {n};stoel {n}\n" for n in range(17))
    assert faults(f"Ingrediënt;Stoel\n{rows}".encode()) == ["er staan meer dan 16 stoelen in"]


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boe"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
)
UNREADABLE = {
    "a damaged zip": b"PK\x03\x04 kapot",
    "an entity": "page:" + ENTITIES,
    "a row far away": 'page:<worksheet><sheetData><row r="1048576"/></sheetData></worksheet>',
    "a column far away": (
        'page:<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'
    ),
    "a string that is not there": (
        'page:<worksheet><sheetData><row><c r="A1" t="s"><v>9</v></c></row></sheetData></worksheet>'
    ),
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
}


def with_page(xml: str) -> bytes:
    body = io.BytesIO()
    with (
        ZipFile(io.BytesIO(book(Blad1=[["Naam"], ["kok"]]))) as made,
        ZipFile(body, "w", ZIP_DEFLATED) as archive,
    ):
        for name in made.namelist():
            page = name.endswith("sheet1.xml")
            archive.writestr(name, xml if page else made.read(name))
    return body.getvalue()


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_means_harm_or_is_damaged_is_refused(name):
    body = UNREADABLE[name]
    if isinstance(body, str):
        body = with_page(body.removeprefix("page:"))
    assert len(faults(body, "x.xlsx")) == 1


def test_a_zip_that_unfolds_without_end_is_refused():
    body = zipped(bom="0" * (BYTE_LIMIT + 1))
    assert len(body) < 100_000
    assert faults(body, "x.zip") == ["x.zip: dit bestand is te groot om te lezen"]


@settings(max_examples=150)
@given(st.binary(max_size=300) | st.text(max_size=80).map(str.encode))
def test_whatever_the_bytes_are_it_is_a_board_or_a_content_error(body):
    for start in (b"", b"Naam;Thema\n", b"Ingredient,Seat,Connector\n", b"PK\x03\x04"):
        try:
            read_sheet(start + body, "x.csv")
        except ContentError as error:
            assert error.faults  # noqa: PT017 - either way is right
