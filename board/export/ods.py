"""An OpenDocument workbook, the open standard for public bodies: strings as strings."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from board.export.cover import shown
from board.export.csv import zipped
from board.export.moment import Moment, account
from board.export.sheets import Sheet, sheets
from board.export.tables import Cell
from board.export.xlsx import created, widths
from board.export.xml import HEAD, tag, text

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
VERSION = {"office:version": "1.3"}
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "xmlns:office": f"{_OASIS}:office:1.0",
    "xmlns:style": f"{_OASIS}:style:1.0",
    "xmlns:text": f"{_OASIS}:text:1.0",
    "xmlns:table": f"{_OASIS}:table:1.0",
    "xmlns:fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "xmlns:meta": f"{_OASIS}:meta:1.0",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_MANIFEST = f"{_OASIS}:manifest:1.0"
_MM_PER_SIGN = 2.1


def export_ods(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the workbook; what it says of itself stands in its metadata too."""
    moment = shown(moment, names=names, language=language)
    pages = sheets(moment, language, names=names)
    parts = {
        "content.xml": _content(pages),
        "meta.xml": _meta(account(moment, names=names), language),
        "styles.xml": _document("styles"),
    }
    # the type stands first and uncompressed, so that a file can be told by its first bytes
    files = {"mimetype": MEDIA_TYPE, **parts, "META-INF/manifest.xml": _manifest(parts)}
    return zipped({name: said.encode() for name, said in files.items()}, stored=("mimetype",))


def _content(pages: Iterable[Sheet]) -> str:
    sized = [(page, [round(signs * _MM_PER_SIGN) for signs in widths(page)]) for page in pages]
    sizes = sorted({size for _, page_sizes in sized for size in page_sizes})
    tables = (_table(page, page_sizes) for page, page_sizes in sized)
    body = tag("office:body", {}, tag("office:spreadsheet", {}, tables))
    return _document("content", _styles(sizes), body)


def _styles(sizes: Iterable[int]) -> str:
    columns = (
        tag(
            "style:style",
            {"style:name": f"w{size}", "style:family": "table-column"},
            tag("style:table-column-properties", {"style:column-width": f"{size}mm"}),
        )
        for size in sizes
    )
    cell = tag(
        "style:table-cell-properties", {"fo:wrap-option": "wrap", "style:vertical-align": "top"}
    )
    bold = tag("style:text-properties", {"fo:font-weight": "bold"})
    family = {"style:family": "table-cell"}
    return tag(
        "office:automatic-styles",
        {},
        columns,
        tag("style:style", {"style:name": "cell", **family}, cell),
        tag("style:style", {"style:name": "head", **family}, cell, bold),
    )


def _table(page: Sheet, sizes: Iterable[int]) -> str:
    columns = (tag("table:table-column", {"table:style-name": f"w{size}"}) for size in sizes)
    head = tag("table:table-header-rows", {}, _row(page.columns, "head"))
    rows = (_row(row, "cell") for row in page.rows)
    return tag("table:table", {"table:name": page.heading}, columns, head, rows)


def _row(cells: Iterable[Cell], style: str) -> str:
    return tag("table:table-row", {}, (_cell(cell, style) for cell in cells))


def _cell(value: Cell, style: str) -> str:
    look = {"table:style-name": style}
    if value is None:
        return tag("table:table-cell", look)
    if isinstance(value, str):
        lines = (tag("text:p", {}, _spaced(line)) for line in value.split("\n"))
        return tag("table:table-cell", {**look, "office:value-type": "string"}, lines)
    number = {"office:value-type": "float", "office:value": value}
    return tag("table:table-cell", {**look, **number}, tag("text:p", {}, text(value)))


def _spaced(line: str) -> str:
    """Keep tabs and runs of spaces, which OpenDocument would otherwise fold into one."""
    tabs = text(line).replace("\t", tag("text:tab", {}))
    first = tag("text:s", {}) + tabs[1:] if tabs.startswith(" ") else tabs
    return first.replace("  ", " " + tag("text:s", {}))


def _meta(about: Mapping[str, Any], language: str) -> str:
    said = (
        tag("meta:user-defined", {"meta:name": name}, text(json.dumps(value, ensure_ascii=False)))
        for name, value in about.items()
    )
    return _document(
        "meta",
        tag(
            "office:meta",
            {},
            tag("meta:generator", {}, text(about["software"])),
            tag("dc:title", {}, text(about["theme"])),
            tag("dc:subject", {}, text(about["attribution"])),
            tag("dc:date", {}, text(created(about["taken_at"]).isoformat())),
            tag("dc:language", {}, text(language)),
            said,
        ),
    )


def _document(kind: str, *content: str) -> str:
    return HEAD + tag(f"office:document-{kind}", {**_SPACES, **VERSION}, *content)


def _manifest(parts: Iterable[str]) -> str:
    spaces = {"xmlns:manifest": _MANIFEST, "manifest:version": "1.3"}
    entries = [("/", MEDIA_TYPE), *((name, "text/xml") for name in parts)]
    return HEAD + tag(
        "manifest:manifest",
        spaces,
        (
            tag("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
            for path, kind in entries
        ),
    )
