"""Writing to a document from this side: a whole board at once."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from typing import Any

from pycrdt import Doc, Map

from board.fields import JOINED, RECORDS
from board.geometry import Outline
from board.model import Board, Seat, Theme, with_standard_theme
from board.rim import seat_angles
from board.schema import (
    CLOTH_OUTLINES,
    PAIR_MARK,
    REGISTER_MARK,
    ROOTS,
    SCHEMA_VERSION,
    SEAT_LIMIT,
    Cloth,
)


def seed(doc: "Doc[Map[Any]]", board: Board) -> None:
    """Write a whole board into an empty document, in one transaction."""
    if doc.get_state() != b"\0":
        raise ValueError("a board is written into an empty document only")
    with doc.transaction():
        for name, entries in registers(board).items():
            root = doc.get(name, type=Map)
            for key, value in entries.items():
                root[key] = value


def registers(board: Board) -> dict[str, dict[str, Any]]:
    """Give the root maps that mean this board; a register with its default stays unwritten."""
    board = with_standard_theme(board)
    theme = {name: getattr(board.theme, name) for name in ROOTS["theme"].registers}
    meta = {
        "schema": SCHEMA_VERSION,
        "instrument": str(board.instrument),
        "size_mm": list(board.size_mm),
        "shape": str(board.shape),
    }
    records = {name: dict(_entries(name, getattr(board, name))) for name in RECORDS}
    return {"meta": meta, "theme": theme, **records}


def empty_board(theme: str, seats: int, cloth: Cloth = Cloth.RECTANGLE) -> Board:
    """Give a board with a theme and the seats s1, s2 … around it, nobody's yet."""
    if not 1 <= seats <= SEAT_LIMIT:
        raise ValueError(f"a cloth has 1 to {SEAT_LIMIT} seats")
    shape, size = CLOTH_OUTLINES[cloth]
    empty = Board(theme=Theme(text=theme), shape=shape, size_mm=size)
    angles = seat_angles(Outline(empty.shape, *empty.size_mm), seats)
    around = {f"s{n}": Seat(f"s{n}", angle, f"stoel {n}") for n, angle in enumerate(angles, 1)}
    return replace(empty, seats=dict(sorted(around.items())))


def _entries(name: str, records: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    birth, joined = ROOTS[name].birth, JOINED.get(name)
    for key, record in sorted(records.items()):
        if birth is not None:
            yield key, {field: _plain(getattr(record, field)) for field in birth}
        for register in _written(name, record):
            yield f"{key}{REGISTER_MARK}{register}", _plain(getattr(record, register))
        if joined:
            for other in getattr(record, joined.field):
                yield f"{key}{PAIR_MARK}{other}{REGISTER_MARK}{joined.register}", True
        if getattr(record, "contested", False):
            yield f"{key}{REGISTER_MARK}gone", {"by": record.by, "when": None, "seen": []}


def _written(name: str, record: object) -> Iterator[str]:
    for field in fields(RECORDS[name]):
        unwritten = "" if field.default is MISSING else field.default
        if field.name in ROOTS[name].registers and getattr(record, field.name) != unwritten:
            yield field.name


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
