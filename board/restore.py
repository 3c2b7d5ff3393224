"""From canonical content back to a board; whatever does not fit is told with its path."""

from base64 import b64decode
from binascii import Error as NotBase64Error
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache, partial
from typing import Any

from board.document import read_roots
from board.edits import registers
from board.faults import ContentError, Fault, shown
from board.fields import JOINED, RECORDS, key_fields, value_kinds
from board.model import Board, Theme, with_standard_theme
from board.records import is_record_id
from board.schema import CONTENT_SCHEMA, ROOTS, THEME_ID, Kind
from board.values import UnfitError, fit, identifier

Form = Mapping[str, Callable[[object], object]]


def board_from_content(content: object) -> Board:
    """Give the board of a canonical content; anything else raises `ContentError`."""
    faults: list[Fault] = []
    top = _filled(_top_form(), content, "", faults)
    if faults:
        raise ContentError(faults)
    theme = _filled(_theme_form(), top.pop("theme"), "theme", faults)
    records: dict[str, Any] = {name: _records(name, top.pop(name), faults) for name in RECORDS}
    if faults:
        raise ContentError(faults)
    del top["schema"]
    return whole(Board(theme=Theme(**theme), **top, **records))


def whole(board: Board) -> Board:
    """Give the board itself when it holds together; otherwise raise `ContentError`.

    It does when it comes back the same after it was written into a document and read again.
    """
    if loose := list(_loose_ends(with_standard_theme(board))):
        raise ContentError(loose)
    return board


def _loose_ends(board: Board) -> Iterator[Fault]:
    again = read_roots(registers(board)).board
    if again.theme != board.theme:
        yield Fault("theme", "does not agree with the rest of the board")
    if again.size_mm != board.size_mm:
        yield Fault("size_mm", "no size of a cloth")
    for name in RECORDS:
        ours, theirs = getattr(board, name), getattr(again, name)
        for key in sorted(theirs.keys() - ours.keys()):
            yield Fault(f"{name}.{key}", "missing, yet something lies on it")
        for key in sorted(ours):
            yield from _changed(name, key, ours[key], theirs.get(key))


def _changed(name: str, key: str, ours: object, theirs: object) -> Iterator[Fault]:
    path = f"{name}.{key}"
    if theirs is None:
        yield Fault(path, "refers to something that is not on the board")
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
        path = f"{name}.{shown(key)}"
        if not isinstance(key, str) or not is_record_id(ROOTS[name].key, key):
            faults.append(Fault(path, "not an id of this kind"))
            continue
        said = key_fields(name, key)
        known = {field: partial(_same, value) for field, value in said.items() if field != "id"}
        form = {**_form(name), **known}
        if filled := _filled(form, entry, path, faults):
            records[key] = RECORDS[name](**said | filled)
    return dict(sorted(records.items()))


def _filled(form: Form, value: object, path: str, faults: list[Fault]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        faults.append(Fault(path, "not an object"))
        return {}
    filled: dict[str, Any] = {}
    for name in dict.fromkeys([*form, *value]):
        try:
            filled[name] = _entry(form, value, name)
        except UnfitError as unfit:
            faults.append(Fault(f"{path}.{shown(name)}".lstrip("."), str(unfit)))
    return filled if len(filled) == len(form) else {}


def _entry(form: Form, value: Mapping[str, object], name: str) -> object:
    if name not in form:
        raise UnfitError("unknown")
    if name not in value:
        raise UnfitError("missing")
    return form[name](value[name])


def _top_form() -> Form:
    meta = {name: _one(kind) for name, kind in value_kinds("meta").items()}
    inner = dict.fromkeys(("theme", *RECORDS), _as_it_is)
    return {**meta, **inner, "schema": partial(_same, CONTENT_SCHEMA)}


def _theme_form() -> Form:
    kinds = value_kinds("theme").items()
    form = {name: _one(kind, optional=kind is not Kind.TEXT) for name, kind in kinds}
    return {"id": partial(_same, THEME_ID), **form}


@cache
def _form(name: str) -> Form:
    kinds = {**value_kinds(name), "contested": Kind.BOOLEAN}
    form = {
        field.name: _one(kinds[field.name], optional=field.default is None)
        for field in fields(RECORDS[name])
        if field.name in kinds
    }
    joined = JOINED.get(name)
    return {**form, **({joined.field: _ids} if joined else {})}


def _one(kind: Kind, *, optional: bool = False) -> Callable[[object], object]:
    return partial(_octets if kind is Kind.BYTES else _fit, kind, optional)


def _fit(kind: Kind, optional: bool, value: object) -> object:
    if value is None and not optional:
        raise UnfitError("may not be null")
    return fit(kind, value)


def _octets(kind: Kind, optional: bool, value: object) -> object:
    try:
        return _fit(
            kind, optional, b64decode(value, validate=True) if isinstance(value, str) else 0
        )
    except (NotBase64Error, ValueError):
        raise UnfitError("not base64") from None


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise UnfitError("not a list of ids")
    return tuple(sorted({identifier(item) for item in value}))


def _same(known: object, value: object) -> object:
    if value != (list(known) if isinstance(known, tuple) else known):
        raise UnfitError("not what it must be here")
    return known


def _as_it_is(value: object) -> object:
    return value
