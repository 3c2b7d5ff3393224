"""From tables to a board: the exported CSV and XLSX, or a simple sheet made by hand.

A sheet by hand needs one column of ingredients; who carries them, their seat, and a table of
schakels, ties, positions or contacts may follow. Exported tables keep their ids. Places on the
cloth, ink and what else no table holds are made anew or left out (docs/formats.md).
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from pathlib import PurePath
from typing import Any

from board.export.cells import unguarded
from board.faults import ContentError, Fault, stop_at
from board.model import Board
from board.neutral import NEUTRAL_SCHEMA, Loaded, from_neutral
from board.restore import whole
from board.schema import THEME_ID
from board.sheet.gather import Gathered, gathered
from board.sheet.grid import Grid, grids_of
from board.sheet.headings import bare, moment_words, part_of, theme_words
from board.sheet.rows import Faults, is_telling, place, rows_of
from board.values import UnfitError, date
from board.wording import Wording, wording


def read_sheet(body: bytes, name: str, language: str = "nl") -> Loaded:
    """Give the board of a file of tables; raise `ContentError` with every row that is wrong.

    `name` is that of the file: without a theme in it, the file's name becomes the theme.
    """
    words = wording(language)
    faults = Faults(words)
    try:
        grids = tuple(_unguarded(grid) for grid in grids_of(body, name))
    except ContentError as error:
        raise ContentError([_told(fault, words) for fault in error.faults]) from error
    tables = list(rows_of(grids))
    theme, taken_at = _said(grids, theme_words()), _moment(_said(grids, moment_words()))
    if not tables:
        faults.about(name, "no_table")
        stop_at(faults.found)
    found = gathered(tables, theme or PurePath(name).stem, faults)
    stop_at(faults.found)
    return Loaded(_board(found, words), taken_at)


def _board(found: Gathered, words: Wording) -> Board:
    """Give the board by way of the neutral format, which dresses and checks it."""
    ties: dict[str, dict[str, list[str]]] = {}
    for basis, (one, other), _ in found.ties.values():
        ties.setdefault(f"ties_{basis}", {}).setdefault(one, []).append(other)
    data: dict[str, Any] = {
        "schema": NEUTRAL_SCHEMA,
        "theme": {"id": THEME_ID, "text": found.theme},
        **found.parts,
        **ties,
    }
    try:
        return _finished(from_neutral(data), found)
    except ContentError as error:
        raise ContentError([_placed(fault, found, words) for fault in error.faults]) from error


def _finished(board: Board, found: Gathered) -> Board:
    """Give the board with what the neutral format has no words for."""
    said = {key: evidence for key, (_, _, evidence) in found.ties.items() if evidence}
    ties = {
        key: replace(tie, evidence=said[key]) if key in said else tie
        for key, tie in board.ties.items()
    }
    actors = {
        key: replace(actor, contested=key in found.contested) for key, actor in board.actors.items()
    }
    return whole(replace(board, ties=ties, actors=actors))


def _placed(fault: Fault, found: Gathered, words: Wording) -> Fault:
    part, key, *field = [*fault.path.split(".", 2), ""]
    row = found.places.get((part, key))
    return Fault(place(row, field[0], words), fault.what) if row else fault


def _told(fault: Fault, words: Wording) -> Fault:
    return Fault(fault.path, words["sheet"][fault.what])


def _unguarded(grid: Grid) -> Grid:
    rows = ((number, tuple(map(unguarded, cells))) for number, cells in grid.rows)
    return replace(grid, rows=tuple(rows))


def _moment(said: str | None) -> str | None:
    try:
        return date(said)
    except UnfitError:
        return None


def _said(grids: tuple[Grid, ...], words: frozenset[str]) -> str | None:
    """Give what stands beside one of these words, on a page that is no table of things."""
    pages = (g.rows for g in grids if g.rows and (is_telling(g) or not part_of(g.rows[0][1])))
    rows: Mapping[str, str] = {
        bare(cells[0]): cells[1].strip()
        for _, cells in chain.from_iterable(pages)
        if len(cells) == 2
    }
    return next((rows[word] for word in sorted(words & rows.keys()) if rows[word]), None)
