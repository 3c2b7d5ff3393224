"""Rows of a recognised table, their places as people find them, and what goes wrong there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from board.faults import Fault
from board.sheet.grid import Grid
from board.sheet.headings import NO, YES, bare, part_of, telling, value_of
from board.wording import Wording

SEVERAL = re.compile(r"[|;\n]")
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_SERIAL = re.compile(r"[2-7]\d{4}(\.\d+)?")
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `cells` by field, trimmed, and the headings over them."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    headings: Mapping[str, str]

    def get(self, name: str) -> str:
        """Give the text of a field, empty when the table has no such column."""
        return self.cells.get(name, "")

    def several(self, name: str) -> list[str]:
        """Give the values of a cell that may hold several."""
        return [part.strip() for part in SEVERAL.split(self.get(name)) if part.strip()]


@dataclass(slots=True)
class Faults:
    """Gathers what is wrong, in words, with the place where people find it."""

    words: Wording
    found: list[Fault] = field(default_factory=list)

    def at(self, row: Row, name: str, code: str, **values: object) -> None:
        """Note a fault in one cell."""
        said = self.words["sheet"][code].format(**values)
        self.found.append(Fault(place(row, name, self.words), said))

    def about(self, where: str, code: str, **values: object) -> None:
        """Note a fault of a whole table or file."""
        self.found.append(Fault(where, self.words["sheet"][code].format(**values)))


def place(row: Row, name: str, words: Wording) -> str:
    """Give where a cell stands: sheet, when there are several, row and column."""
    said = words["sheet"]
    parts = [row.sheet] if row.sheet else []
    parts.append(f"{said['row']} {row.number}")
    if name in row.headings:
        parts.append(f"{said['column']} {row.headings[name]}")
    return ", ".join(parts)


def rows_of(grids: Iterable[Grid]) -> Iterator[tuple[str, list[Row]]]:
    """Give the rows of each table that can be recognised by its headings, with its part."""
    for grid in grids:
        if not grid.rows or is_telling(grid):
            continue
        (_, headings), *body = grid.rows
        found = part_of(headings)
        if found:
            part, columns = found
            heads = {name: headings[column].strip() for name, column in columns.items()}
            sheet = "" if grid.is_alone else grid.name
            rows = [Row(sheet, n, _cells(cells, columns), heads) for n, cells in body]
            yield part, [row for row in rows if any(row.cells.values())]


def is_telling(grid: Grid) -> bool:
    """Say whether a page is told from the others, so that nothing new stands on it."""
    return bare(grid.name) in telling()


def yes_or_no(row: Row, name: str, faults: Faults) -> bool | None:
    """Give what a cell says: yes, no, or None when it is empty or says something else."""
    word = bare(row.get(name))
    if not word:
        return None
    if word not in YES | NO:
        faults.at(row, name, "yes_or_no", value=row.get(name))
        return None
    return word in YES


def chosen(row: Row, name: str, kind: str, faults: Faults) -> str | None:
    """Give the value that a cell's word means, or None when it is empty or unknown."""
    word = row.get(name)
    value = value_of(kind, word) if word else None
    if word and value is None:
        faults.at(row, name, "unknown_word", value=word)
    return value


def day(row: Row, name: str, faults: Faults) -> str | None:
    """Give the ISO date of a cell: ISO itself, day-month-year, or a spreadsheet's day number."""
    text = row.get(name)
    try:
        if dutch := _DAY.fullmatch(text):
            return date(*(int(part) for part in reversed(dutch.groups()))).isoformat()
        if _SERIAL.fullmatch(text):
            return (_FIRST_DAY + timedelta(days=int(float(text)))).isoformat()
        if text:
            date.fromisoformat(text[:10])
    except ValueError:
        faults.at(row, name, "no_date", value=text)
        return None
    return text or None


def _cells(cells: tuple[str, ...], columns: Mapping[str, int]) -> dict[str, str]:
    return {name: cells[column].strip() for name, column in columns.items() if column < len(cells)}
