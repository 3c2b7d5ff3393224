"""A workbook for Excel: one sheet per table, strings written as strings."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from board.export.cover import shown
from board.export.moment import Moment, account
from board.export.sheets import Sheet, sheets
from board.export.tables import Cell

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_000
WIDEST = 60
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def export_xlsx(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the workbook; what it says of itself stands in its properties too."""
    moment = shown(moment, names=names, language=language)
    body = io.BytesIO()
    book = Workbook(body, {**_PLAIN, "strings_to_numbers": False})
    _sign(book, account(moment, names=names))
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    cell = book.add_format({"valign": "top", "text_wrap": True})
    for sheet in sheets(moment, language, names=names):
        page = book.add_worksheet(sheet.heading)
        _fill(page, sheet, head, cell)
    book.close()
    return body.getvalue()


def fit(text: str) -> str:
    """Give a text no longer than a cell can hold."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def widths(sheet: Sheet) -> list[int]:
    """Give for each column a width in characters that suits what stands in it."""
    columns = zip(sheet.columns, *sheet.rows, strict=True)
    return [min(WIDEST, 2 + max(len(str(cell or "")) for cell in column)) for column in columns]


def _fill(page: Worksheet, sheet: Sheet, head: Format, cell: Format) -> None:
    for column, width in enumerate(widths(sheet)):
        page.set_column(column, column, width)
        page.write_string(0, column, sheet.columns[column], head)
    for number, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _write(page, (number, column), value, cell)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write(page: Worksheet, at: tuple[int, int], value: Cell, style: Format) -> None:
    if value is None:
        page.write_blank(*at, None, style)
    elif isinstance(value, str):
        page.write_string(*at, fit(value), style)
    elif isinstance(value, bool):
        page.write_boolean(*at, value, style)
    else:
        page.write_number(*at, value, style)


def _sign(book: Workbook, about: Mapping[str, Any]) -> None:
    book.set_properties(
        {
            "title": about["theme"],
            "author": about["software"],
            "comments": about["attribution"],
            "created": created(about["taken_at"]),
        }
    )
    for name, value in about.items():
        said = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
        book.set_custom_property(name, said[:255], "text")


def created(taken_at: str | None) -> datetime:
    """Give the moment of the snapshot in UTC; a file carries no clock of its own."""
    if not taken_at:
        return datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    moment = datetime.fromisoformat(taken_at)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None)
