"""From canonical content back to a board; whatever does not fit is told with its path."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from board.document import read_roots
from board.edits import registers
from board.faults import Fault, stop_at
from board.fields import JOINED, RECORDS, key_fields, value_kinds
from board.forms import Form, anything, below, filled, ids, one, same
from board.model import Board, Theme, with_standard_theme
from board.records import is_record_id
from board.schema import CONTENT_SCHEMA, ROOTS, THEME_ID, Kind


def board_from_content(content: object) -> Board:
    """Give the board of a canonical content; anything else raises `ContentError`."""
    faults: list[Fault] = []
    top = filled(_top_form(), content, "", faults)
    stop_at(faults)
    theme = filled(_theme_form(), top.pop("theme"), "theme", faults)
    records: dict[str, Any] = {name: _records(name, top.pop(name), faults) for name in RECORDS}
    stop_at(faults)
    del top["schema"]
    return whole(Board(theme=Theme(**theme), **top, **records))


def whole(board: Board) -> Board:
    """Give the board itself when it holds together; otherwise raise `ContentError`.

    It does when it comes back the same after it was written into a document and read again.
    """
    stop_at(list(_loose_ends(with_standard_theme(board))))
    return board


@cache
def record_form(name: str) -> Form:
    """Give the form of a record's fields, without those that its id says by itself."""
    kinds = {**value_kinds(name), "contested": Kind.BOOLEAN}
    form = {
        field.name: one(kinds[field.name], optional=field.default is None)
        for field in fields(RECORDS[name])
        if field.name in kinds
    }
    joined = JOINED.get(name)
    return {**form, **({joined.field: ids} if joined else {})}


def _loose_ends(board: Board) -> Iterator[Fault]:
    again = read_roots(registers(board)).board
    if again.theme != board.theme:
        yield Fault("theme", "does not agree with the rest of the board")
    if again.size_mm != board.size_mm:
        yield Fault("size_mm", "no size of a cloth")
    for name in ("ingredients", "strokes"):
        for key, record in getattr(board, name).items():
            if record.seat not in board.seats:
                yield Fault(f"{name}.{key}.seat", "no such seat")
    for name in RECORDS:
        ours, theirs = getattr(board, name), getattr(again, name)
        for key in sorted(ours):
            yield from _changed(name, key, ours[key], theirs.get(key))


def _changed(name: str, key: str, ours: object, theirs: object) -> Iterator[Fault]:
    path = f"{name}.{key}"
    if theirs is None:
        yield Fault(path, "refers to something that is not there, or has the id of something else")
    elif ours != theirs:
        for field in fields(RECORDS[name]):
            if getattr(ours, field.name) != getattr(theirs, field.name):
                yield Fault(f"{path}.{field.name}", "does not agree with the rest of the board")


def _records(name: str, value: object, faults: list[Fault]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        faults.append(Fault(name, "not an object"))
        return {}
    records: dict[str, Any] = {}
    for key, entry in value.items():
        path = below(name, key)
        if not isinstance(key, str) or not is_record_id(ROOTS[name].key, key):
            faults.append(Fault(path, "not an id of this kind"))
            continue
        known, sound = key_fields(name, key), len(faults)
        said = {field: same(part) for field, part in known.items() if field != "id"}
        fields_found = filled({**record_form(name), **said}, entry, path, faults)
        if len(faults) == sound:
            records[key] = RECORDS[name](**known | fields_found)
    return dict(sorted(records.items()))


def _top_form() -> Form:
    meta = {name: one(kind) for name, kind in value_kinds("meta").items()}
    inner = dict.fromkeys(("theme", *RECORDS), anything)
    return {**meta, **inner, "schema": same(CONTENT_SCHEMA)}


def _theme_form() -> Form:
    kinds = value_kinds("theme").items()
    form = {name: one(kind, optional=kind is not Kind.TEXT) for name, kind in kinds}
    return {"id": same(THEME_ID), **form}
