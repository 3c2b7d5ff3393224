"""The fabric as typed nodes and edges: what node-link JSON, GraphML and GEXF share.

Edges run from the theme outward; one between actors goes both ways (`mutual`). Ids are those of
the records.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from board.export.moment import Moment, account
from board.export.tables import (
    NODE_COLUMNS,
    POSITIONS,
    SEPARATOR,
    Cell,
    Row,
    joined,
    nodes,
    ties,
)

BOOLEANS = ("contested", "on_cloth", "contact", "story", *POSITIONS)
INTEGERS = ("number", "distance", "reach", "sole_reach", "seats", "bridged_pairs")
NODE_TYPES: Mapping[str, str] = {
    name: "boolean" if name in BOOLEANS else "int" if name in INTEGERS else "string"
    for name in ("label", *NODE_COLUMNS[2:])
}
EDGE_TYPES: Mapping[str, str] = {
    "tie": "string",
    "basis": "string",
    "evidence": "string",
    "single": "boolean",
    "counted": "boolean",
    "mutual": "boolean",
}
LISTS = ("carriers", "positions")


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie from the theme outward."""

    source: str
    target: str
    values: Row


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by id with their values, edges, and what the file says of itself."""

    account: Row
    nodes: Mapping[str, Row]
    edges: tuple[Edge, ...]


def network(moment: Moment, *, names: bool) -> Network:
    """Give the fabric of a moment that is covered already if it must be."""
    about = account(moment, names=names)
    found = {str(row["Id"]): _values(row) for row in nodes(moment)}
    actors = {key for key, row in found.items() if row["type"] == "actor"}
    edges = tuple(_edge(row, actors) for row in ties(moment))
    return Network(about | {"basis": joined(about["basis"])}, found, edges)


def listed(value: Cell) -> list[str]:
    """Give the values that share a cell."""
    return str(value).split(SEPARATOR) if value else []


def present(values: Row, types: Iterable[str]) -> Row:
    """Give the values that are known, in the order of their types."""
    return {name: values[name] for name in types if values.get(name) is not None}


def _values(row: Row) -> Row:
    return {"label": row["Label"], **{name: row.get(name) for name in NODE_COLUMNS[2:]}}


def _edge(row: Row, actors: set[str]) -> Edge:
    source, target = str(row["Source"]), str(row["Target"])
    values = {"tie": row["Id"], "mutual": {source, target} <= actors}
    kept = ("basis", "evidence", "single", "counted")
    return Edge(source, target, values | {name: row[name] for name in kept})
