"""A zip of CSV tables in two profiles, with a text that explains them."""

import csv
import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from board.export.cells import written
from board.export.cover import shown
from board.export.moment import Moment, account
from board.export.tables import Table, tables
from board.wording import Wording, wording

#: The files of a zip carry no clock: the same moment gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)
README = "leesmij.txt"


@dataclass(frozen=True, slots=True)
class Profile:
    """How the tables are written."""

    delimiter: str
    encoding: str


EXCHANGE = Profile(",", "utf-8")
EXCEL_NL = Profile(";", "utf-8-sig")


def export_csv(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the tables for exchange: UTF-8, commas, lines ending in CRLF."""
    return _zipped(moment, EXCHANGE, names=names, language=language)


def export_csv_excel(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the tables for a Dutch Excel: byte order mark and semicolons."""
    return _zipped(moment, EXCEL_NL, names=names, language=language)


def _zipped(moment: Moment, profile: Profile, *, names: bool, language: str) -> bytes:
    moment = shown(moment, names=names, language=language)
    files = {f"{t.name}.csv": _text(t, profile).encode(profile.encoding) for t in tables(moment)}
    readme = explanation(account(moment, names=names), wording(language))
    files[README] = readme.replace("\n", "\r\n").encode(profile.encoding)
    return zipped(files)


def zipped(files: Mapping[str, bytes], stored: Collection[str] = ()) -> bytes:
    """Give a zip of files, the same bytes for the same files; `stored` ones not compressed."""
    body = io.BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(entry, content)
    return body.getvalue()


def explanation(about: Mapping[str, Any], words: Wording) -> str:
    """Give the text beside the tables: what they hold, where they come from, how to read them."""
    readme = words["readme"]
    files = [
        f"{name}.csv: {readme[key]}"
        for name, key in (
            ("knopen", "nodes"),
            ("verbindingen", "ties"),
            ("posities", "positions"),
            ("contacten", "contacts"),
        )
    ]
    return "\n".join(
        [
            readme["title"],
            words["attribution"],
            "",
            f"{readme['files']}",
            *files,
            "",
            readme["source"],
            *origin(about, words),
            "",
            readme["missing"],
            readme["several"],
            readme["cells"],
            "",
        ]
    )


def origin(about: Mapping[str, Any], words: Wording) -> list[str]:
    """Give what a file says of itself as lines of words and values; no title, no line."""
    readme = words["readme"]
    keys = [key for key in ACCOUNT if key != "title_of" or about["title"]]
    return [f"{readme[key]}: {said(about, key, words)}" for key in keys]


def keywords(about: Mapping[str, Any], words: Wording) -> list[str]:
    """Give what a file says of itself as the keywords of its metadata."""
    return [words["attribution"], *origin(about, words)]


ACCOUNT = (
    *("theme", "title_of", "board", "snapshot", "hash", "taken_at", "basis"),
    *("names", "software", "schema"),
)


def said(about: Mapping[str, Any], key: str, words: Wording) -> str:
    """Give one value of an account in words."""
    value = about["title" if key == "title_of" else key]
    if key == "names":
        return words["readme"]["names_on" if value else "names_off"]
    if key == "basis":
        return ", ".join(words["bases"][basis] for basis in value)
    return words["terms"]["unknown"] if value in (None, "") else str(value)


def _text(table: Table, profile: Profile) -> str:
    body = io.StringIO()
    lines = csv.writer(body, delimiter=profile.delimiter, lineterminator="\r\n")
    lines.writerow(table.columns)
    lines.writerows([written(cell) for cell in row] for row in table.rows)
    return body.getvalue()
