"""The page and the server read the same board from the same document, whatever it holds."""

import json
import random
import subprocess
from typing import Any

from pycrdt import Doc, Map

from board import schema
from board.document import read
from board.schema import ROOTS, Key, Kind, Pen, Position
from board.snapshot import content
from tests.builders.node import bundle

IDS = ["a", "b", "c", "i1", "i2", "s1", "s2", "t", "k9"]
JUNK: list[Any] = [None, True, 3, -0.4, 2.5, 1e9, "", "x", "s1", [], [1], [1, 2], {}, {"by": 3}]
STRANGE = ["", ".", "~", "A", "a.b.c", "constructor", "a.constructor", "a~b~c"]
BOARDS = 150


def test_page_and_server_read_the_same_content():
    chance = random.Random(20250110)
    updates = [random_document(chance) for _ in range(BOARDS)]
    pages = read_by_page(updates)
    differing = [
        (differences(page, server), update.hex())
        for update, page in zip(updates, pages, strict=True)
        if page != (server := read_by_server(update))
    ]
    assert differing == []


def test_the_random_documents_hold_contested_actors_and_gone_seats():
    chance = random.Random(20250110)
    boards = [read(loaded(random_document(chance))).board for _ in range(BOARDS)]
    assert any(actor.contested for board in boards for actor in board.actors.values())
    assert any(board.ties for board in boards)
    assert any(board.stories for board in boards)


def differences(page: dict[str, Any], server: dict[str, Any]) -> dict[str, Any]:
    return {name: (page[name], server[name]) for name in server if page[name] != server[name]}


def read_by_page(updates: list[bytes]) -> list[Any]:
    program = bundle("read-boards")
    lines = "\n".join(update.hex() for update in updates)
    done = subprocess.run(
        ["node", str(program)], input=lines, capture_output=True, text=True, check=True, timeout=60
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def read_by_server(update: bytes) -> Any:
    return json.loads(json.dumps(content(read(loaded(update)).board)))


def loaded(update: bytes) -> Doc:
    doc: Doc = Doc()
    doc.apply_update(update)
    return doc


def random_document(chance: random.Random) -> bytes:
    """Give a document of a few clients in which little is as it should be."""
    doc: Doc = Doc()
    roots = list(ROOTS)
    for _ in range(chance.randrange(1, 300)):
        name = chance.choice(roots)
        key, kind = random_key(chance, name)
        doc.get(name, type=Map)[key] = random_value(chance, name, kind)
    return doc.get_update()


def random_key(chance: random.Random, name: str) -> tuple[str, Kind | None]:
    """Give a key, mostly one that the schema knows, with the kind of its value."""
    root = ROOTS[name]
    if chance.random() < 0.03:
        return chance.choice(STRANGE), None
    register, kind = chance.choice(list(root.registers.items()))
    if root.key is Key.FIXED:
        return register, kind
    record = random_id(chance, root.key)
    if root.birth is not None and chance.random() < 0.5:
        return record, None
    if root.joint and chance.random() < 0.5:
        return f"{record}~{chance.choice(IDS)}.{chance.choice(list(root.joint))}", Kind.BOOLEAN
    return f"{record}.{register}", kind


def random_id(chance: random.Random, key: Key) -> str:
    one, other = chance.choice(IDS), chance.choice(IDS)
    if key is Key.TIE:
        return "~".join(sorted([one, other]) if chance.random() < 0.9 else [one, other])
    if key is Key.POSITIONED:
        return f"{one}:{chance.choice(list(Position))}"
    return one


def random_value(chance: random.Random, name: str, kind: Kind | None) -> Any:
    if chance.random() < 0.1:
        return chance.choice(JUNK)
    if kind is None:
        birth = ROOTS[name].birth or {}
        return {part: random_value(chance, name, of) for part, of in birth.items()}
    return fitting(chance, kind)


def fitting(chance: random.Random, kind: Kind) -> Any:
    some: dict[Kind, list[Any]] = {
        Kind.TEXT: ["", " ", "fiets", "cafe\u0301", "s1", "x" * 2100],
        Kind.ID: IDS,
        Kind.NUMBER: [0, 1.5, 90, -3],
        Kind.BOOLEAN: [True, False],
        Kind.POINT: [[1, 2], [0.5, -0.5], [2400, 1200], [-1.5, 7]],
        Kind.DATE: ["2025-01-10", "2025-02-30", "2024-02-29T10:00:00.5+01:00", "2025-1-1"],
        Kind.PENS: [["blue"], ["blue", "green"], ["black", "black"], []],
        Kind.GONE: [{"by": "s1", "when": "2025-01-10"}, {"seen": ["a~b", "a~t"]}, None],
        Kind.BYTES: [b"", b"\x01\x02"],
        Kind.PEN: list(map(str, Pen)),
    }
    values = some.get(kind) or [str(member) for member in getattr(schema, kind.value)]
    return chance.choice(values)
