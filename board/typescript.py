"""The schema as TypeScript: `python -m board.typescript > frontend/src/model/schema.gen.ts`."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum

from board import model, schema
from board.fields import RECORDS
from board.schema import ROOTS, Kind, Root

HEADER = """\
/** The names, kinds and limits of the document. Made from board/schema.py: change that instead. */
"""
CONSTANTS = (
    "SCHEMA_VERSION",
    "THEME_ID",
    "ID_PATTERN",
    "REGISTER_MARK",
    "PAIR_MARK",
    "POSITION_MARK",
    "TEXT_LIMIT",
    "STROKE_POINT_LIMIT",
    "SEAT_LIMIT",
    "NUMBER_LIMIT",
)
ENUMS: tuple[type[StrEnum], ...] = (
    schema.Position,
    schema.Sphere,
    schema.Basis,
    schema.Concreteness,
    schema.ActorKind,
    schema.IngredientKind,
    schema.ContactMode,
    schema.ContactStatus,
    schema.InvitationStatus,
    schema.ConvergenceState,
    schema.Phase,
    schema.Silence,
    schema.Instrument,
    schema.Shape,
    schema.Cloth,
    schema.Pen,
)
PLAIN_TYPES: Mapping[Kind, str] = {
    Kind.TEXT: "string",
    Kind.ID: "string",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.POINT: "readonly [number, number]",
    Kind.DATE: "string",
    Kind.PENS: "readonly Pen[]",
    Kind.GONE: "GoneValue",
    Kind.BYTES: "Uint8Array",
}
GONE_VALUE = """\
/** A soft delete as it stands in a register: who, when and, for an actor, the ties seen. */
export interface GoneValue {
  by: string
  when: string
  seen?: readonly string[]
}
"""
CLASSES: Mapping[str, type] = {"meta": model.Board, "theme": model.Theme, **RECORDS}


def typescript() -> str:
    """Give the whole of `schema.gen.ts`."""
    parts = [HEADER, *constants(), *map(enumeration, ENUMS), GONE_VALUE]
    for name, root in ROOTS.items():
        parts += interfaces(name, root)
    parts += [table(), *map_types(), defaults()]
    return "\n".join(parts)


def constants() -> Iterator[str]:
    """Give the limits and marks, one block."""
    lines = [f"export const {name} = {literal(getattr(schema, name))}" for name in CONSTANTS]
    yield "\n".join(lines) + "\n"
    order = {str(key): value for key, value in schema.POSITION_ORDER.items()}
    yield (
        "/** Steps from the core; equal numbers stand equally far. */\n"
        f"export const POSITION_ORDER = {literal(order)} as const\n"
    )
    cloths = {
        str(cloth): {"shape": str(shape), "sizeMm": size}
        for cloth, (shape, size) in schema.CLOTH_OUTLINES.items()
    }
    yield (
        "/** The outline of each cloth one can choose, in millimetres. */\n"
        f"export const CLOTH_OUTLINES = {literal(cloths)} as const\n"
    )


def enumeration(enum: type[StrEnum]) -> str:
    """Give an enum as a constant array and the union of its values."""
    values = [str(member) for member in enum]
    name, many = enum.__name__, plural(enum.__name__)
    return (
        f"/** {(enum.__doc__ or '').splitlines()[0]} */\n"
        f"export const {many} = {literal(values)} as const\n"
        f"export type {name} = (typeof {many})[number]\n"
    )


def interfaces(name: str, root: Root) -> Iterator[str]:
    """Give a root's birth value, its registers and its joint registers."""
    if root.birth is not None:
        yield interface(f"{pascal(name)}Birth", root.birth)
    yield interface(f"{pascal(name)}Registers", root.registers)
    if root.joint:
        yield interface(f"{pascal(name)}Joint", root.joint)


def interface(name: str, properties: Mapping[str, Kind]) -> str:
    """Give one interface; every property may also be null."""
    if not properties:
        return f"export type {name} = Record<string, never>\n"
    lines = [
        f"  {field}: {PLAIN_TYPES.get(kind, kind)} | null" for field, kind in properties.items()
    ]
    return "\n".join([f"export interface {name} {{", *lines, "}", ""])


def table() -> str:
    """Give `ROOTS`: how each root's keys are made and the kind of each value."""
    rows = {
        name: {
            "key": str(root.key),
            "birth": None if root.birth is None else names(root.birth),
            "registers": names(root.registers),
            "joint": names(root.joint),
        }
        for name, root in ROOTS.items()
    }
    return (
        "/**\n"
        " * Every root map. Keys: `fixed` the register names; `single` `id` (birth) and\n"
        " * `id.register`; `tie` the same with `lower~higher` for id; `positioned` with\n"
        " * `actor:position` for id. A joint register stands under `id~other.register`.\n"
        " */\n"
        f"export const ROOTS = {literal(rows)} as const\n"
        "export type RootName = keyof typeof ROOTS\n"
    )


def map_types() -> Iterator[str]:
    """Give the interfaces that lead from a root's name to its value types."""
    for title, suffix, has in (
        ("Births", "Birth", [name for name, root in ROOTS.items() if root.birth is not None]),
        ("Registers", "Registers", list(ROOTS)),
        ("Joints", "Joint", [name for name, root in ROOTS.items() if root.joint]),
    ):
        lines = [f"  {name}: {pascal(name)}{suffix}" for name in has]
        yield "\n".join([f"export interface {title} {{", *lines, "}", ""])


def defaults() -> str:
    """Give `DEFAULTS`: what an unwritten register or a missing part of a birth means."""
    rows = {name: dict(defaults_of(CLASSES[name], root)) for name, root in ROOTS.items()}
    return (
        "/** What a register means that was never written. */\n"
        f"export const DEFAULTS = {literal(rows)} as const\n"
    )


def defaults_of(record: type, root: Root) -> Iterator[tuple[str, object]]:
    """Give the default of each register of `root`, as the record's class has it."""
    values = {field.name: default(field) for field in fields(record)}
    for name, kind in root.registers.items():
        empty = "" if kind is Kind.TEXT else None
        value = schema.SCHEMA_VERSION if name == "schema" else values.get(name, empty)
        yield name, empty if value is MISSING else value


def default(field: "Field[object]") -> object:
    """Give what a field holds when nothing is given."""
    return field.default


def names(properties: Mapping[str, Kind]) -> dict[str, str]:
    """Give the kinds by their plain names."""
    return {name: str(kind) for name, kind in properties.items()}


def plural(name: str) -> str:
    """Give the constant's name for all values of an enum: `Basis` → `BASES`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
    if words.endswith("IS"):
        return words.removesuffix("IS") + "ES"
    return words + ("ES" if words.endswith("S") else "S")


def pascal(name: str) -> str:
    """Give `theme_names` as `ThemeNames`."""
    return "".join(part.capitalize() for part in name.split("_"))


def literal(value: object, indent: str = "") -> str:
    """Give a value as the frontend writes it: single quotes, bare keys, no semicolons."""
    deeper = indent + "  "
    if isinstance(value, Mapping):
        if not value:
            return "{}"
        rows = [f"{deeper}{key}: {literal(item, deeper)},\n" for key, item in value.items()]
        return "{\n" + "".join(rows) + indent + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(item, deeper) for item in value) + "]"
    if isinstance(value, str):
        inside = json.dumps(value, ensure_ascii=False)[1:-1].replace('\\"', '"')
        return "'" + inside.replace("'", "\\'") + "'"
    return json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value)


if __name__ == "__main__":
    sys.stdout.write(typescript())
