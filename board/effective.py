"""From the records of all roots to the board that they mean together; see board.document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from board.fields import JOINED, OWNERS, RECORDS, REFERENCES, key_fields, value_kinds
from board.model import Board, Theme
from board.records import Problem, Record, Table
from board.schema import PAIR_MARK, ROOTS, SCHEMA_VERSION, THEME_ID, Kind
from board.values import Gone

Tables = Mapping[str, Table]
Ids = frozenset[str]
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "ingredients": ("seat",),
    "questions": ("on",),
    "strokes": ("seat", "points"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The ids of what counts: `contested` actors are among `actors`; `removed` are seats."""

    actors: Ids
    contested: Ids
    ingredients: Ids
    seats: Ids
    removed: Ids

    def of(self, root: str) -> Ids:
        """Give the ids of actors, ingredients or seats by the name of their root."""
        return {"actors": self.actors, "ingredients": self.ingredients, "seats": self.seats}[root]

    def can_end_at(self, end: str) -> bool:
        """Say whether a tie may end here."""
        return end == THEME_ID or end in self.actors or end in self.ingredients


def effective(tables: Tables, problems: list[Problem]) -> Board:
    """Give the board; what is left out though nobody removed it is added to `problems`."""
    born = {name: _born(name, tables[name], problems) for name in RECORDS}
    _one_thing_per_id(born, problems)
    _seats_that_bear(born, problems)
    standing = _standing(born)
    theme = _fixed(tables["theme"])
    if theme.get("brought_by") in standing.removed:
        del theme["brought_by"]
    lying: dict[str, Any] = {name: _lying(name, born[name], standing, problems) for name in RECORDS}
    return Board(theme=Theme(**theme), **_meta(tables["meta"], problems), **lying)


def _meta(table: Table, problems: list[Problem]) -> dict[str, Any]:
    meta = _fixed(table)
    if meta.pop("schema", SCHEMA_VERSION) != SCHEMA_VERSION:
        problems.append(Problem("meta", "schema", "made by another version"))
    if min(meta.get("size_mm", (1, 1))) < 1:
        problems.append(Problem("meta", "size_mm", "no size of a cloth"))
        del meta["size_mm"]
    return meta


def _born(name: str, table: Table, problems: list[Problem]) -> dict[str, Record]:
    born = {}
    for record_id, record in table.items():
        if not record.born and ROOTS[name].birth is not None:
            if record.values or record.joint:
                problems.append(Problem(name, record_id, "belongs to nothing"))
        elif missing := [need for need in _NEEDED.get(name, ()) if need not in record.values]:
            problems.append(Problem(name, record_id, f"no {missing[0]}"))
        else:
            born[record_id] = record
    return born


def _one_thing_per_id(born: dict[str, dict[str, Record]], problems: list[Problem]) -> None:
    taken = {THEME_ID}
    for name in ("actors", "ingredients"):
        for record_id in taken & born[name].keys():
            del born[name][record_id]
            problems.append(Problem(name, record_id, "the id of something else"))
        taken |= born[name].keys()


def _seats_that_bear(born: dict[str, dict[str, Record]], problems: list[Problem]) -> None:
    for seat in _bearing(born) - born["seats"].keys():
        born["seats"][seat] = Record(born=True)
        problems.append(Problem("seats", seat, "never made, yet something lies on it"))


def _bearing(born: Mapping[str, Table]) -> set[str]:
    ingredients = (born["ingredients"][key] for key in _present(born["ingredients"]))
    return {record.values["seat"] for record in (*ingredients, *born["strokes"].values())}


def _standing(born: Mapping[str, Table]) -> Standing:
    ingredients, present = _present(born["ingredients"]), _present(born["actors"])
    gone = {key: born["actors"][key].values["gone"] for key in born["actors"].keys() - present}
    contested = frozenset(_contested(_present(born["ties"]), gone, ingredients | present))
    seats = _present(born["seats"]) | _bearing(born)
    return Standing(
        actors=present | contested,
        contested=contested,
        ingredients=ingredients,
        seats=seats,
        removed=frozenset(born["seats"].keys() - seats),
    )


def _contested(ties: Ids, gone: Mapping[str, Gone], live: Ids) -> Iterator[str]:
    live |= {THEME_ID}
    for tie in ties:
        lower, higher = tie.split(PAIR_MARK)
        for actor, other in ((lower, higher), (higher, lower)):
            if actor in gone and other in live and tie not in gone[actor].seen:
                yield actor


def _present(table: Table) -> Ids:
    return frozenset(key for key, record in table.items() if "gone" not in record.values)


def _fixed(table: Table) -> dict[str, Any]:
    return dict(table[""].values) if "" in table else {}


def _lying(name: str, table: Table, standing: Standing, problems: list[Problem]) -> dict[str, Any]:
    lying = {}
    for record_id in sorted(table):
        fields = _fields(name, record_id, table[record_id], standing)
        if name == "ties" and _joins_no_actor(fields["ends"], standing):
            problems.append(Problem(name, record_id, "joins no actor to anything"))
        elif _counts(name, fields, table[record_id], standing):
            lying[record_id] = RECORDS[name](**fields)
    return lying


def _fields(name: str, record_id: str, record: Record, standing: Standing) -> dict[str, Any]:
    fields: dict[str, Any] = {
        field: "" for field, kind in value_kinds(name).items() if kind is Kind.TEXT
    }
    fields |= key_fields(name, record_id) | record.values
    fields.pop("gone", None)
    for field, root in REFERENCES.get(name, {}).items():
        if fields.get(field) == record_id or fields.get(field) not in standing.of(root):
            fields.pop(field, None)
    if joined := JOINED.get(name):
        ids = record.joint.get(joined.register, set())
        fields[joined.field] = tuple(sorted(ids & standing.of(joined.root)))
    if name == "actors":
        fields["contested"] = record_id in standing.contested
    if name == "contacts" and fields.get("who") in standing.removed:
        del fields["who"]
    return fields


def _counts(name: str, fields: dict[str, Any], record: Record, standing: Standing) -> bool:
    if name in ("actors", "seats"):
        return fields["id"] in standing.of(name)
    if "gone" in record.values:
        return False
    if name == "ties":
        return all(map(standing.can_end_at, fields["ends"]))
    if name == "stories" and not fields["text"].strip() and not fields["inspired_by"]:
        return False
    field, root = OWNERS.get(name, ("", ""))
    return not field or fields[field] in standing.of(root)


def _joins_no_actor(ends: tuple[str, str], standing: Standing) -> bool:
    return all(end == THEME_ID or end in standing.ingredients for end in ends)
