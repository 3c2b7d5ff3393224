"""From a raw value to what its kind means, for whatever a document or a file may hold.

`fit(kind, value)` gives the value in the model's form or raises `UnfitError` with what is wrong;
it never fails in another way. A text keeps its words: it is put into NFC, half surrogates become
U+FFFD, and it may be too long (`too_long`): that is told, never cut.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from math import floor
from typing import TypeVar

from board import schema
from board.schema import ID_PATTERN, NUMBER_LIMIT, TEXT_LIMIT, Kind, Pen

_ID = re.compile(ID_PATTERN)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)


Member = TypeVar("Member", bound=StrEnum)


class UnfitError(ValueError):
    """A value is not of the kind that its place asks for."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A soft delete: the ties that the deleter saw."""

    seen: frozenset[str] = frozenset()


def fit(kind: Kind, value: object) -> object:
    """Give `value` in the form of `kind`; None stays None."""
    return None if value is None else _FITS[kind](value)


def too_long(value: object) -> bool:
    """Say whether a text is longer than people may write."""
    return isinstance(value, str) and len(value) > TEXT_LIMIT


def text(value: object) -> str:
    """Give a text in NFC without half surrogates."""
    if not isinstance(value, str):
        raise UnfitError("not a text")
    if value.isascii():
        return str(value)
    whole = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", whole)


def identifier(value: object) -> str:
    """Give an id."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise UnfitError("not an id")
    return str(value)


def number(value: object) -> float:
    """Give a finite number within the limit; minus zero is zero."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnfitError("not a number")
    if not -NUMBER_LIMIT <= value <= NUMBER_LIMIT:
        raise UnfitError("not a number within the limit")
    return float(value) + 0.0


def boolean(value: object) -> bool:
    """Give true or false."""
    if not isinstance(value, bool):
        raise UnfitError("not true or false")
    return value


def point(value: object) -> tuple[int, int]:
    """Give a place in whole millimetres; a half goes up, as in JavaScript."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise UnfitError("not a place of two numbers")
    x, y = (floor(number(part) + 0.5) for part in value)
    return x, y


def date(value: object) -> str:
    """Give an ISO 8601 date, with or without a time."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise UnfitError("not a date")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise UnfitError("not a date that exists") from None
    return str(value)


def pens(value: object) -> tuple[Pen, ...]:
    """Give the felt-tips of a seat in their order, each once."""
    if not isinstance(value, list | tuple):
        raise UnfitError("not a list of pens")
    if len(value) > 8 * len(Pen):
        raise UnfitError("more pens than there are")
    return tuple(dict.fromkeys(_member(Pen, item) for item in value))


def gone(value: object) -> Gone:
    """Give a soft delete; any object is one, whatever else it holds."""
    if not isinstance(value, Mapping):
        raise UnfitError("not an object")
    seen = value.get("seen")
    ties = seen if isinstance(seen, list | tuple) else ()
    return Gone(frozenset(tie for tie in ties if isinstance(tie, str)))


def octets(value: object) -> bytes:
    """Give bytes."""
    if not isinstance(value, bytes | bytearray | memoryview):
        raise UnfitError("not bytes")
    return bytes(value)


def _member(enum: type[Member], value: object) -> Member:
    try:
        if isinstance(value, str):
            return enum(value)
    except ValueError:
        pass
    raise UnfitError(f"not one of {enum.__name__}")


def _one_of(kind: Kind) -> Callable[[object], object]:
    return partial(_member, getattr(schema, kind.value))


_PLAIN: Mapping[Kind, Callable[[object], object]] = {
    Kind.TEXT: text,
    Kind.ID: identifier,
    Kind.NUMBER: number,
    Kind.BOOLEAN: boolean,
    Kind.POINT: point,
    Kind.DATE: date,
    Kind.PENS: pens,
    Kind.GONE: gone,
    Kind.BYTES: octets,
}
_FITS = {kind: _PLAIN.get(kind) or _one_of(kind) for kind in Kind}
