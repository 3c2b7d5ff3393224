"""The pages of an XLSX workbook as rows of texts.

Only what stands in cells is read: no formula is computed, no link followed. XML with a document
type is refused, so that no entity can grow or reach outside.
"""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

ROW_LIMIT = 50_000
COLUMN_LIMIT = 200
CELL_LIMIT = 1_000_000
TEXT_LIMIT = 100_000
Row = tuple[str, ...]
Open = Callable[[str], bytes | None]
_BOOLEANS = {"0": "false", "1": "true"}


class Unreadable(ValueError):  # noqa: N818 - it says of the file what it is
    """A file that is not what its outside says."""


class TooBigError(ValueError):
    """More rows, columns or bytes than anybody writes by hand."""


def pages(opened: Open) -> Iterator[tuple[str, list[Row]]]:
    """Give name and rows of each page that is a table, in the order of the book."""
    targets = _targets(opened)
    strings = _strings(opened("xl/sharedStrings.xml"))
    for name, relation in _named(_there(opened, "xl/workbook.xml")):
        path = targets.get(relation)
        if path and "/worksheets/" in path:
            yield name, _Page(strings).read(_there(opened, path))


def walk(
    body: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Read XML from begin to end; names come without their namespace's prefix."""
    parser = expat.ParserCreate(None)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, values: start(_bare(name), values)
    parser.EndElementHandler = lambda name: end(_bare(name))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(body, True)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError as error:
        raise Unreadable from error


def _longer(text: str, data: str) -> str:
    if len(text) + len(data) > TEXT_LIMIT:
        raise TooBigError
    return text + data


def _refuse(*_: object) -> None:
    raise Unreadable


def _bare(name: str) -> str:
    return name.rsplit(":", 1)[-1]


def _there(opened: Open, path: str) -> bytes:
    body = opened(path)
    if body is None:
        raise Unreadable
    return body


def _nothing(*_: object) -> None:
    return


def _targets(opened: Open) -> dict[str, str]:
    """Give per relation of the book the path of its file; what lies outside has none."""
    found: dict[str, str] = {}

    def start(name: str, values: dict[str, str]) -> None:
        if name == "Relationship" and values.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/xl", values.get("Target", "")))
            found[values.get("Id", "")] = path.lstrip("/")

    walk(_there(opened, "xl/_rels/workbook.xml.rels"), start, _nothing, _nothing)
    return found


def _named(book: bytes) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(name: str, values: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((v for k, v in values.items() if _bare(k) == "id" and ":" in k), "")
            found.append((values.get("name", ""), relation))

    walk(book, start, _nothing, _nothing)
    return found


def _strings(body: bytes | None) -> list[str]:
    """Give the strings that cells share; what is read aloud beside them is left out."""
    found: list[str] = []
    state = {"in_text": False, "aside": False}

    def start(name: str, _: dict[str, str]) -> None:
        if name == "si":
            found.append("")
        state["in_text"] = name == "t"
        state["aside"] |= name == "rPh"

    def end(name: str) -> None:
        state["in_text"] &= name != "t"
        state["aside"] &= name != "rPh"

    def text(data: str) -> None:
        if found and state["in_text"] and not state["aside"]:
            found[-1] = _longer(found[-1], data)

    if body is not None:
        walk(body, start, end, text)
    return found


@dataclass(slots=True)
class _Page:
    """Reads one page: rows and cells that are left out in the file are empty here."""

    strings: list[str]
    rows: list[Row] = field(default_factory=list)
    _cells: dict[int, str] = field(default_factory=dict)
    _column: int = -1
    _kind: str = ""
    _text: str = ""
    _is_text: bool = False
    _read: int = 0

    def read(self, body: bytes) -> list[Row]:
        """Give the rows of the page."""
        walk(body, self._start, self._end, self._data)
        return self.rows

    def _start(self, name: str, values: dict[str, str]) -> None:
        if name == "row":
            self._skip(values.get("r", ""))
        elif name == "c":
            self._column = column_of(values.get("r", ""), self._column + 1)
            self._kind, self._text = values.get("t", "n"), ""
        self._is_text = name in ("v", "t")

    def _skip(self, number: str) -> None:
        """Go to the row of this number, past those that are not in the file."""
        row = int(number) if number.isascii() and number.isdigit() else len(self.rows) + 1
        if row > ROW_LIMIT:
            raise TooBigError
        self.rows += [()] * (row - 1 - len(self.rows))
        self._cells, self._column = {}, -1

    def _data(self, data: str) -> None:
        if self._is_text:
            self._text = _longer(self._text, data)

    def _end(self, name: str) -> None:
        self._is_text &= name not in ("v", "t")
        if name == "c" and self._text:
            self._cells[self._column] = self._said()
            self._read += 1
            if self._column >= COLUMN_LIMIT or self._read > CELL_LIMIT:
                raise TooBigError
        elif name == "row":
            width = 1 + max(self._cells, default=-1)
            self.rows.append(tuple(self._cells.get(n, "") for n in range(width)))

    def _said(self) -> str:
        if self._kind == "s":
            number = int(self._text)
            if not 0 <= number < len(self.strings):
                raise Unreadable
            return self.strings[number]
        if self._kind == "b":
            return _BOOLEANS.get(self._text, self._text)
        return self._text.removesuffix(".0") if self._kind == "n" else self._text


def column_of(reference: str, otherwise: int) -> int:
    """Give the column of a cell such as C4, from 0; without a reference the next one."""
    letters = reference.rstrip("0123456789")
    if not letters:
        return otherwise
    if len(letters) > 3 or not (letters.isascii() and letters.isupper()):
        raise Unreadable
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
