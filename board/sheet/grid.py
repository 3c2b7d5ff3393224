"""A file of tables as rows of texts: CSV, a zip of CSV files, XLSX."""

import csv
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile, ZipInfo

from board.faults import ContentError, Fault
from board.sheet.workbook import ROW_LIMIT, TooBigError, Unreadable, pages

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".zip")
BYTE_LIMIT = 64 * 1024 * 1024
FILE_LIMIT = 1000
_BOOK = "xl/workbook.xml"
_SEPARATORS = (";", "\t", ",")

csv.field_size_limit(1_000_000)


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: `rows` with their number as people count, from 1, the empty ones left out.

    `is_alone`: the file holds no other, so that its name need not be told.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    is_alone: bool = True


def is_sheet(body: bytes, name: str = "") -> bool:
    """Say whether a file is to be read as tables rather than as JSON."""
    if body.startswith((ZIP, OLD_EXCEL)):
        return True
    return name.lower().endswith(ENDINGS)


def grids_of(body: bytes, name: str) -> tuple[Grid, ...]:
    """Give the tables of a file; raise `ContentError` when it is none that can be read."""
    if body.startswith(OLD_EXCEL):
        raise ContentError([Fault(name, "old_excel")])
    try:
        named = list(_unpacked(body)) if body.startswith(ZIP) else [(name, _rows(body))]
    except TooBigError as error:
        raise ContentError([Fault(name, "too_big")]) from error
    except (BadZipFile, zlib.error, Unreadable, csv.Error, ValueError, EOFError) as error:
        raise ContentError([Fault(name, "unreadable")]) from error
    return tuple(Grid(title, _filled(rows), len(named) == 1) for title, rows in named)


def _unpacked(body: bytes) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    with ZipFile(io.BytesIO(body)) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if len(entries) > FILE_LIMIT:
            raise TooBigError
        left = BYTE_LIMIT

        def opened(path: str) -> bytes | None:
            nonlocal left
            if path not in entries:
                return None
            inside = _bounded(archive, entries[path], left)
            left -= len(inside)
            return inside

        if _BOOK in entries:
            yield from pages(opened)
            return
        for path in sorted(entries):
            if path.lower().endswith(".csv"):
                yield path.rsplit("/", 1)[-1], _rows(opened(path) or b"")


def _bounded(archive: ZipFile, entry: ZipInfo, most: int) -> bytes:
    """Read one file of a zip, and never more than this, whatever the zip says of its size."""
    if entry.flag_bits & 1:
        raise Unreadable
    with archive.open(entry) as file:
        inside = file.read(most + 1)
    if len(inside) > most:
        raise TooBigError
    return inside


def _rows(body: bytes) -> list[tuple[str, ...]]:
    text = _decoded(body)
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = []
    for row in lines:
        rows.append(tuple(row))
        if len(rows) > ROW_LIMIT:
            raise TooBigError
    return rows


def _decoded(body: bytes) -> str:
    """Give the text of a CSV as programs write it: UTF-8, Excel's UTF-16, or Windows' own."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252")


def _filled(rows: list[tuple[str, ...]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((n, row) for n, row in enumerate(rows, 1) if any(cell.strip() for cell in row))
