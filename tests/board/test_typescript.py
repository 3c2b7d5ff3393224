"""The schema in TypeScript: every name, kind, default and limit of the Python one."""

import json
import re
import subprocess
from enum import StrEnum
from functools import cache

import pytest

from board import schema, typescript
from board.fields import RECORDS
from board.schema import ROOTS, Kind
from tests.project.repository import ROOT

TEXT = typescript.typescript()


@cache
def constants() -> dict[str, object]:
    """Give the constants of the generated file as Node sees them."""
    plain = re.sub(
        r"^export (type|interface) .*?(?=^export|^/\*\*|\Z)", "", TEXT, flags=re.M | re.S
    )
    names = re.findall(r"^export const (\w+)", plain, flags=re.M)
    program = plain.replace("export const", "const").replace(" as const", "")
    program += f"\nprocess.stdout.write(JSON.stringify({{ {', '.join(names)} }}))\n"
    done = subprocess.run(
        ["node", "-"], input=program, capture_output=True, text=True, check=True, timeout=30
    )
    return json.loads(done.stdout)


def enums() -> list[type[StrEnum]]:
    found = vars(schema).values()
    return [e for e in found if isinstance(e, type) and issubclass(e, StrEnum) and e is not StrEnum]


@pytest.mark.parametrize(
    "enum", [e for e in enums() if e not in (Kind, schema.Key)], ids=lambda e: e.__name__
)
def test_every_enum_is_a_constant_array_of_its_values(enum):
    assert constants()[typescript.plural(enum.__name__)] == [str(member) for member in enum]


@pytest.mark.parametrize("enum", [e for e in enums() if e not in (Kind, schema.Key)])
def test_every_enum_is_a_type_of_its_own_name(enum):
    many = typescript.plural(enum.__name__)
    assert f"export type {enum.__name__} = (typeof {many})[number]\n" in TEXT


@pytest.mark.parametrize("root", ROOTS)
def test_every_root_tells_its_keys_and_the_kinds_of_its_values(root):
    told, known = constants()["ROOTS"][root], ROOTS[root]
    assert told == {
        "key": str(known.key),
        "birth": None if known.birth is None else {k: str(v) for k, v in known.birth.items()},
        "registers": {k: str(v) for k, v in known.registers.items()},
        "joint": {k: str(v) for k, v in known.joint.items()},
    }


@pytest.mark.parametrize("root", RECORDS)
def test_every_register_has_the_default_of_the_model(root):
    told = constants()["DEFAULTS"][root]
    assert told.keys() == ROOTS[root].registers.keys()
    for field in RECORDS[root].__dataclass_fields__.values():
        if field.name in told and isinstance(field.default, str | bool | int | float | None):
            assert told[field.name] == field.default


@pytest.mark.parametrize("name", typescript.CONSTANTS)
def test_every_limit_and_mark_is_told(name):
    assert constants()[name] == getattr(schema, name)


def test_the_order_of_positions_is_told():
    assert constants()["POSITION_ORDER"] == {str(p): n for p, n in schema.POSITION_ORDER.items()}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_type(kind):
    names = {enum.__name__ for enum in enums()}
    assert kind in typescript.PLAIN_TYPES or kind.value in names


def test_every_name_that_the_hand_written_types_import_exists():
    types = (ROOT / "frontend/src/model/types.ts").read_text()
    imported = re.search(r"import type \{(.*?)\} from './schema.gen'", types, re.S)
    assert imported
    names = [name.strip() for name in imported[1].split(",") if name.strip()]
    assert [name for name in names if f"export type {name} =" not in TEXT] == []


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("Basis", "BASES"),
        ("Sphere", "SPHERES"),
        ("ContactStatus", "CONTACT_STATUSES"),
        ("IngredientKind", "INGREDIENT_KINDS"),
    ],
)
def test_constants_are_named_in_the_plural(name, many):
    assert typescript.plural(name) == many


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("oma's", r"'oma\'s'"),
        ("a\nb", r"'a\nb'"),
        ('say "t"', "'say \"t\"'"),
        (3.0, "3"),
        (2.5, "2.5"),
        (None, "null"),
        ([1, "a"], "[1, 'a']"),
        ({}, "{}"),
    ],
)
def test_a_value_is_written_as_the_frontend_writes_it(value, written):
    assert typescript.literal(value) == written
