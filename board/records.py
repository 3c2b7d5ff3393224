"""From the raw keys and values of one root to its records, each value fit or told as a problem."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from board.faults import shown
from board.schema import (
    ID_PATTERN,
    PAIR_MARK,
    POSITION_MARK,
    REGISTER_MARK,
    ROOTS,
    Key,
    Kind,
    Position,
    Root,
)
from board.values import UnfitError, fit, too_long


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a document that is left out or out of bounds: where, and what is wrong."""

    root: str
    key: str
    what: str


@dataclass(slots=True)
class Record:
    """What stands in a root about one id: fit values that are not null, and joint ids."""

    born: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    joint: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A key taken apart: whose, which register (None: the birth), with which other id."""

    id: str
    register: str | None = None
    other: str | None = None


Table = Mapping[str, Record]

_POSITIONS = "|".join(Position)
_ID = re.compile(ID_PATTERN)
_RECORD_ID: Mapping[Key, re.Pattern[str]] = {
    Key.SINGLE: _ID,
    Key.TIE: re.compile(f"({ID_PATTERN}){PAIR_MARK}({ID_PATTERN})"),
    Key.POSITIONED: re.compile(f"({ID_PATTERN}){POSITION_MARK}({_POSITIONS})"),
}


def parse_key(root: Root, key: str) -> Place:
    """Take a key apart by the rules of its root; a key that follows none raises `UnfitError`."""
    if root.key is Key.FIXED:
        if key not in root.registers:
            raise UnfitError("no such register")
        return Place("", key)
    head, dot, register = key.partition(REGISTER_MARK)
    if dot and register in root.joint:
        record, _, other = head.partition(PAIR_MARK)
        if not _ID.fullmatch(record) or not _ID.fullmatch(other):
            raise UnfitError("not a pair of ids")
        return Place(record, register, other)
    if not is_record_id(root.key, head):
        raise UnfitError("not an id of this root")
    if register not in root.registers if dot else root.birth is None:
        raise UnfitError("no such register")
    return Place(head, register if dot else None)


def records(name: str, raw: object, problems: list[Problem]) -> dict[str, Record]:
    """Give the records of root `name` by id; what does not fit is added to `problems`."""
    if not isinstance(raw, Mapping):
        problems.append(Problem(name, "", "not a map"))
        return {}
    table: dict[str, Record] = {}
    for key, value in raw.items():
        try:
            place = parse_key(ROOTS[name], key if isinstance(key, str) else "")
        except UnfitError as unfit:
            problems.append(Problem(name, shown(key), str(unfit)))
            continue
        record = table.setdefault(place.id, Record())
        wrong = _write(ROOTS[name], record, place, value)
        problems.extend(Problem(name, shown(key), what) for what in wrong)
    return table


def is_record_id(key: Key, head: str) -> bool:
    """Say whether a key names a record of a root whose keys are made as `key`."""
    match = _RECORD_ID[key].fullmatch(head)
    return match is not None and (key is not Key.TIE or match[1] < match[2])


def _write(root: Root, record: Record, place: Place, value: object) -> Iterator[str]:
    if place.other is not None and place.register is not None:
        yield from _join(record, place.register, place.other, value)
    elif place.register is not None:
        yield from _set(record, place.register, root.registers[place.register], value)
    elif isinstance(value, Mapping):
        record.born = True
        for name, kind in (root.birth or {}).items():
            yield from _set(record, name, kind, value.get(name))
    else:
        yield "not a birth value"


def _set(record: Record, name: str, kind: Kind, value: object) -> Iterator[str]:
    try:
        fitting = fit(kind, value)
    except UnfitError as unfit:
        yield f"{name}: {unfit}"
        return
    if fitting is not None:
        record.values[name] = fitting
    if too_long(fitting):
        yield f"{name}: longer than people may write"


def _join(record: Record, name: str, other: str, value: object) -> Iterator[str]:
    if value is True:
        record.joint.setdefault(name, set()).add(other)
    elif value is not False and value is not None:
        yield f"{name}: not true or false"
