"""How the fields of the model's values stand in the document, root by root.

A field is part of its record's key, a field of the birth value or a register under its own name,
or gathered from joint registers. This is the one table for reading, writing, hashing and import.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from board import model
from board.schema import PAIR_MARK, POSITION_MARK, ROOTS, Key, Kind, Position

RECORDS: Mapping[str, type] = MappingProxyType(
    {
        "theme_names": model.ThemeName,
        "seats": model.Seat,
        "ingredients": model.Ingredient,
        "actors": model.Actor,
        "ties": model.Tie,
        "stories": model.Story,
        "contacts": model.Contact,
        "involvements": model.Involvement,
        "invitations": model.Invitation,
        "convergences": model.Convergence,
        "questions": model.Question,
        "strokes": model.Stroke,
    }
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A field that lists ids of `root`: those whose joint `register` is true."""

    field: str
    register: str
    root: str


JOINED: Mapping[str, Joined] = MappingProxyType(
    {
        "stories": Joined("inspired_by", "inspired", "ingredients"),
        "contacts": Joined("members", "member", "actors"),
        "convergences": Joined("ingredients", "member", "ingredients"),
    }
)
#: Fields that may name a record; when that record is left out, they are empty.
REFERENCES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "seats": {"actor": "actors"},
        "ingredients": {"actor": "actors", "second_of": "ingredients"},
        "actors": {"same_as": "actors"},
    }
)
#: Fields without which a record says nothing; when what they name is left out, it goes too.
OWNERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ingredients": ("seat", "seats"),
        "stories": ("actor", "actors"),
        "involvements": ("actor", "actors"),
        "invitations": ("actor", "actors"),
        "questions": ("on", "ingredients"),
        "strokes": ("seat", "seats"),
    }
)


def key_fields(name: str, record_id: str) -> dict[str, Any]:
    """Give the fields that the id of a record of root `name` says by itself."""
    if ROOTS[name].key is Key.TIE:
        return {"id": record_id, "ends": tuple(record_id.split(PAIR_MARK))}
    if ROOTS[name].key is Key.POSITIONED:
        actor, position = record_id.split(POSITION_MARK)
        return {"actor": actor, "position": Position(position)}
    return {"actor": record_id} if name == "stories" else {"id": record_id}


@cache
def value_kinds(name: str) -> Mapping[str, Kind]:
    """Give the kinds of the model's fields that stand in the birth value and the registers."""
    root = ROOTS[name]
    kinds = {**(root.birth or {}), **root.registers}
    return {field: kind for field, kind in kinds.items() if field not in ("gone", "schema")}
