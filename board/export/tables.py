"""The board as tables for machines: stable ids, plain values, one fact per cell.

Missing is not false: a boolean is always written, None is not known. Several values share a cell
with `|` between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from board.analysis.positions import active
from board.export.moment import Moment
from board.schema import Position

Cell = str | int | float | bool | None
Row = dict[str, Cell]
SEPARATOR = "|"
POSITIONS = tuple(str(position) for position in Position)
_ACTOR = ("kind", "sphere", "concreteness", "on_cloth", "distance", "reach", "sole_reach")
_MORE = ("seats", "bridged_pairs", "contact", "story", "inmost")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns, in order."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(moment: Moment) -> tuple[Table, ...]:
    """Give nodes, ties, positions and contacts."""
    return (
        _table("knopen", NODE_COLUMNS, nodes(moment)),
        _table("verbindingen", TIE_COLUMNS, ties(moment)),
        _table("posities", POSITION_COLUMNS, positions(moment)),
        _table("contacten", CONTACT_COLUMNS, contacts(moment)),
    )


NODE_COLUMNS = (
    "Id",
    "Label",
    "type",
    "number",
    *("seat", "state", "carriers", "contested"),
    *_ACTOR,
    *_MORE,
    "positions",
    *POSITIONS,
)


def nodes(moment: Moment) -> list[Row]:
    """Give theme, ingredients and actors, contested ones too, each with all its columns."""
    theme = moment.board.theme
    rows: list[Row] = [{"Id": theme.id, "Label": theme.text, "type": "theme", "distance": 0}]
    for key, ingredient in sorted(moment.structure["ingredients"].items()):
        rows.append({"Id": key, "Label": ingredient["text"], "type": "ingredient"})
        rows[-1] |= {name: ingredient[name] for name in ("seat", "state", "distance")}
        rows[-1]["carriers"] = joined(ingredient["carriers"])
    for number, key in enumerate(sorted(moment.board.actors), 1):
        rows.append(_actor(moment, key) | {"number": number})
    return rows


TIE_COLUMNS = ("Source", "Target", "Type", "Id", "basis", "single", "counted", "evidence")


def ties(moment: Moment) -> list[Row]:
    """Give all ties: from the theme outward, undirected as they are on the cloth.

    `counted`: both ends are drawn and not contested, so that the measures see it.
    """
    counted = {tie["id"]: tie for tie in moment.structure["ties"]}
    rows: list[Row] = []
    for key, tie in sorted(moment.board.ties.items()):
        source, target = outward(moment, tie.ends)
        rows.append({"Source": source, "Target": target, "Type": "Undirected", "Id": key})
        rows[-1] |= {"basis": str(tie.basis), "evidence": tie.evidence}
        rows[-1] |= {"counted": key in counted, "single": key in counted and counted[key]["single"]}
    return rows


POSITION_COLUMNS = ("actor", "Label", "position", "basis", "since", "until", "active", "evidence")


def positions(moment: Moment) -> list[Row]:
    """Give every involvement, ended ones too."""
    return [
        {
            "actor": i.actor,
            "Label": moment.board.actors[i.actor].label,
            "position": str(i.position),
            "basis": str(i.basis),
            "since": i.since,
            "until": i.until,
            "active": active(i, moment.source.taken_at),
            "evidence": i.evidence,
        }
        for _, i in sorted(moment.board.involvements.items())
    ]


CONTACT_COLUMNS = ("Id", "mode", "status", "members", "who", "when", "shared")


def contacts(moment: Moment) -> list[Row]:
    """Give the prepared contacts."""
    return [
        {
            "Id": key,
            "mode": str(contact.mode),
            "status": str(contact.status),
            "members": joined(contact.members),
            "who": contact.who,
            "when": contact.when,
            "shared": contact.shared,
        }
        for key, contact in sorted(moment.board.contacts.items())
    ]


def outward(moment: Moment, ends: tuple[str, str]) -> tuple[str, str]:
    """Give the ends of a tie from the theme to the rim: theme, then actors, then ingredients."""
    one, other = ends
    first = other == moment.board.theme.id or one in moment.board.ingredients
    return (other, one) if first else (one, other)


def joined(values: Sequence[str]) -> str:
    """Give several values in one cell."""
    return SEPARATOR.join(values)


def _actor(moment: Moment, key: str) -> Row:
    actor = moment.board.actors[key]
    row: Row = {"Id": key, "Label": actor.label, "type": "actor", "contested": actor.contested}
    measures: Mapping[str, Any] | None = moment.structure["actors"].get(key)
    if measures is None:  # contested: there, and left out of every measure
        plain = {name: getattr(actor, name) for name in ("kind", "sphere", "concreteness")}
        return (
            row | {name: str(value) for name, value in plain.items()} | {"on_cloth": actor.on_cloth}
        )
    held = measures["positions"]
    row |= {name: measures[name] for name in (*_ACTOR, *_MORE)}
    return row | {"positions": joined(held)} | {p: p in held for p in POSITIONS}


def _table(name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> Table:
    return Table(name, columns, tuple(tuple(row.get(c) for c in columns) for row in rows))
