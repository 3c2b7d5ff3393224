"""Tables as other programs read them, and cells that no spreadsheet computes."""

import csv
import io
from dataclasses import replace
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.export.cells import guarded, unguarded, written
from board.export.csv import README, export_csv, export_csv_excel
from board.model import Actor
from tests.builders.boards import boards, cloth
from tests.builders.moments import example_moment, moment

INJECTIONS = (
    "=1+1",
    "+31 6 12",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\0=1",
    "\r=1",
    "'=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
)


def unzipped(body: bytes, encoding: str = "utf-8") -> dict[str, str]:
    with ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name).decode(encoding) for name in archive.namelist()}


def rows(body: bytes, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(unzipped(body)[name], newline="")))


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_cell_begins_as_a_formula(text):
    board = cloth(actors={"a1": Actor("a1", text)})
    cell = rows(export_csv(moment(board), names=True), "knopen.csv")[-1]["Label"]
    assert cell.startswith("'")
    assert unguarded(cell) == text


@given(st.text())
def test_guarding_is_undone_without_loss(text):
    assert unguarded(guarded(text)) == text


def test_missing_is_not_false():
    assert [written(cell) for cell in (None, False, True, 0, 0.5, "")] == [
        "",
        "false",
        "true",
        "0",
        "0.5",
        "",
    ]


def test_a_gephi_style_reader_finds_nodes_and_edges():
    body = export_csv(example_moment())
    nodes = {row["Id"]: row for row in rows(body, "knopen.csv")}
    edges = rows(body, "verbindingen.csv")
    assert len(nodes) == 1 + 24 + 12
    assert len(edges) == 42
    assert all(nodes.keys() >= {edge["Source"], edge["Target"]} for edge in edges)
    assert {edge["Type"] for edge in edges} == {"Undirected"}


@given(boards())
def test_structure_kinds_and_positions_read_back(board):
    body = export_csv(moment(board), names=True)
    nodes = {row["Id"]: row for row in rows(body, "knopen.csv")}
    assert {k: unguarded(nodes[k]["Label"]) for k in board.actors} == {
        key: actor.label for key, actor in board.actors.items()
    }
    ties = {row["Id"]: {row["Source"], row["Target"]} for row in rows(body, "verbindingen.csv")}
    assert ties == {key: set(tie.ends) for key, tie in board.ties.items()}
    held = [(row["actor"], row["position"], row["basis"]) for row in rows(body, "posities.csv")]
    assert held == [(i.actor, i.position, i.basis) for _, i in sorted(board.involvements.items())]


def test_positions_stand_as_booleans_and_in_one_cell():
    nodes = {row["Id"]: row for row in rows(export_csv(example_moment()), "knopen.csv")}
    assert nodes["a06"]["positions"] == "partner|connector"
    assert (nodes["a06"]["partner"], nodes["a06"]["user"]) == ("true", "false")


def test_a_contested_actor_stands_in_the_nodes_without_measures():
    board = cloth(actors={"a1": replace(Actor("a1", ""), contested=True)})
    row = rows(export_csv(moment(board)), "knopen.csv")[-1]
    assert (row["contested"], row["reach"]) == ("true", "")


def test_lines_end_as_the_exchange_profile_says():
    text = unzipped(export_csv(example_moment()))["knopen.csv"]
    assert text.count("\r\n") == len(text.splitlines())


def test_the_excel_profile_has_a_byte_order_mark_and_semicolons():
    body = export_csv_excel(example_moment())
    with ZipFile(io.BytesIO(body)) as archive:
        raw = archive.read("knopen.csv")
    assert raw.startswith(b"\xef\xbb\xbfId;Label;type;")


def test_a_text_beside_the_tables_explains_them():
    said = unzipped(export_csv(example_moment()))[README]
    assert "knopen.csv" in said
    assert "Methode: netwerkanalyse, Stichting Eigentijdse Verbindingen" in said
    assert "Start met Anna" not in said
