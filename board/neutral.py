"""From a file to a board: the neutral format, a canonical export, or bare content.

The neutral format, `tafelkleed-example/1`, is for people who write a network analysis by hand:

- `theme` {id, text}, `seats` {id: {label, …}}, `ingredients` {id: [seat, text]},
  `actors` {id: {label, …}}; the dots stand for fields of the model under their own names;
- `ties_factual`, `ties_expected`, `ties_wished` {id: [id, …]}, in either direction or in both, each
  tie on one basis;
- `contacts` {id: {mode, members, …}}, `stories` {actor: [ingredient, …]} or {actor: {text,
  inspired_by}}, `involvements` {actor: [position, …]} or {actor: {position: {since, …}}};
- `taken_at`, the day on which an involvement was observed that has no `since` of its own;
- `about`, free text; `size_mm`, `shape`.

Ids are kept, the theme's too. Seats, slips and schakels without a place get one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import cycle
from typing import Any

from board.faults import ContentError, Fault, stop_at
from board.fields import RECORDS, key_fields
from board.forms import Form, anything, below, filled, one, same
from board.geometry import Outline
from board.layout import laid_out
from board.model import Board, Theme, Tie, tie_between
from board.records import is_record_id
from board.restore import board_from_content, record_form, whole
from board.rim import seat_angles
from board.schema import CONTENT_SCHEMA, POSITION_MARK, ROOTS, Basis, Kind, Pen
from board.snapshot import content, content_hash
from board.values import identifier

NEUTRAL_SCHEMA = "tafelkleed-example/1"
EXPORT_SCHEMA = "tafelkleed/export/1"
_TIES = {f"ties_{basis}": basis for basis in Basis}
_NEEDED: Form = {
    "schema": same(NEUTRAL_SCHEMA),
    **dict.fromkeys(("theme", "seats", "ingredients", "actors"), anything),
}
_FORM: Form = {
    **_NEEDED,
    **dict.fromkeys(("about", "contacts", "stories", "involvements", *_TIES), anything),
    "taken_at": one(Kind.DATE),
    "size_mm": one(Kind.POINT),
    "shape": one(Kind.SHAPE),
}
_THEME: Form = {"id": identifier, "text": one(Kind.TEXT)}
#: Each part of the file, and the fields that its records cannot do without.
_FIRST: Mapping[str, tuple[str, ...]] = {
    "seats": (),
    "ingredients": ("seat", "text"),
    "actors": ("label",),
    "contacts": (),
    "stories": (),
    "involvements": (),
}
_PAIRS = tuple(zip(list(Pen)[::2], list(Pen)[1::2], strict=True))

Entry = dict[str, Any]
Parts = dict[str, dict[str, Entry]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A board from a file, the moment it shows, and where the file says it comes from."""

    board: Board
    taken_at: str | None = None
    source: Mapping[str, Any] = field(default_factory=dict)


def load(data: object) -> Loaded:
    """Give what a parsed JSON file holds, by its `schema`; raise `ContentError` if it is broken."""
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if schema == EXPORT_SCHEMA:
        return from_export(data)
    if schema == CONTENT_SCHEMA:
        return Loaded(board_from_content(data))
    board = from_neutral(data)
    return Loaded(board, data.get("taken_at") if isinstance(data, Mapping) else None)


def from_export(data: object) -> Loaded:
    """Give what a canonical export holds; with the names in it, its hash must be right."""
    export = data if isinstance(data, Mapping) else {}
    board = board_from_content(export.get("content"))
    source = export.get("source")
    if not isinstance(source, Mapping):
        raise ContentError([Fault("source", "not an object")])
    if export.get("names") is True and source.get("hash") != content_hash(content(board)):
        raise ContentError([Fault("source.hash", "not the hash of this content")])
    taken_at = source.get("taken_at")
    return Loaded(board, taken_at if isinstance(taken_at, str) else None, dict(source))


def from_neutral(data: object) -> Board:
    """Give the board of a file in the neutral format; raise `ContentError` if it is broken."""
    faults: list[Fault] = []
    top = filled(_FORM, data, "", faults, needed=_NEEDED)
    stop_at(faults)
    theme = filled(_THEME, top["theme"], "theme", faults, needed=_THEME)
    parts = {name: dict(_entries(name, top.get(name, {}), faults)) for name in _FIRST}
    ties = _ties(theme.get("id"), top, parts, faults)
    stop_at(faults)
    cloth = {name: top[name] for name in ("size_mm", "shape") if name in top}
    board = replace(Board(theme=Theme(**theme), ties=ties), **cloth)
    parts |= _dressed(board, parts, str(top.get("taken_at", ""))[:10] or None)
    records: dict[str, Any] = {name: _records(name, entries) for name, entries in parts.items()}
    return laid_out(whole(replace(board, **records)))


def _entries(name: str, part: object, faults: list[Fault]) -> Iterator[tuple[str, Entry]]:
    """Give the records of one part by id, with the fields that the file gives."""
    if not isinstance(part, Mapping):
        faults.append(Fault(name, "not an object"))
        return
    form = {field: check for field, check in record_form(name).items() if field != "contested"}
    needed = {field: form[field] for field in _FIRST[name]}
    for path, key, entry in _written_out(name, part, faults):
        if isinstance(key, str) and is_record_id(ROOTS[name].key, key):
            yield key, filled(form, entry, path, faults, needed=needed)
        else:
            faults.append(Fault(path, "not an id of this kind"))


def _written_out(
    name: str, part: Mapping[Any, object], faults: list[Fault]
) -> Iterator[tuple[str, object, object]]:
    """Give path, id and fields of each record, in whatever short form the file has it."""
    for key, value in part.items():
        path = below(name, key)
        if name == "involvements":
            for position, fields in _positions(path, value, faults):
                yield below(path, position), f"{_word(key)}{POSITION_MARK}{position}", fields
        elif name == "ingredients" and isinstance(value, list) and len(value) == 2:
            yield path, key, {"seat": value[0], "text": value[1]}
        elif name == "stories" and isinstance(value, list):
            yield path, key, {"inspired_by": value}
        else:
            yield path, key, value


def _positions(path: str, value: object, faults: list[Fault]) -> Iterator[tuple[str, object]]:
    if isinstance(value, list):
        yield from ((_word(position), {}) for position in value)
    elif isinstance(value, Mapping):
        yield from ((_word(position), fields) for position, fields in value.items())
    else:
        faults.append(Fault(path, "not a list of positions"))


def _ties(
    theme: object, top: Mapping[str, object], parts: Parts, faults: list[Fault]
) -> dict[str, Tie]:
    nodes = {theme, *parts["actors"], *parts["ingredients"]}
    ties: dict[str, Tie] = {}
    for path, basis, one_end, other_end in _neighbours(top, faults):
        tie_id, ends = tie_between(one_end, other_end)
        if not nodes.issuperset(ends):
            faults.append(Fault(path, "ties something that is not in the file"))
        elif one_end == other_end or parts["actors"].keys().isdisjoint(ends):
            faults.append(Fault(path, "joins no actor to anything"))
        elif tie_id in ties and ties[tie_id].basis != basis:
            faults.append(Fault(path, "tied already, on another basis"))
        ties[tie_id] = Tie(tie_id, ends, basis)
    return dict(sorted(ties.items()))


def _neighbours(
    top: Mapping[str, object], faults: list[Fault]
) -> Iterator[tuple[str, Basis, str, str]]:
    for name, basis in _TIES.items():
        part = top.get(name, {})
        if not isinstance(part, Mapping):
            faults.append(Fault(name, "not an object"))
            continue
        for key, others in part.items():
            if not isinstance(others, list):
                faults.append(Fault(below(name, key), "not a list of ids"))
                continue
            for index, other in enumerate(others):
                yield below(below(name, key), str(index)), basis, _word(key), _word(other)


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dressed(board: Board, parts: Parts, day: str | None) -> Parts:
    """Give the parts with what the file leaves open: angles, pens, days."""
    outline = Outline(board.shape, *board.size_mm)
    order = sorted(parts["seats"], key=lambda key: (len(key), key))
    angles = dict(zip(order, seat_angles(outline, len(order)), strict=True))
    inks = dict(zip(order, cycle(_PAIRS), strict=False))
    seats = {
        key: {"angle": angles[key], "pens": inks[key], **entry}
        for key, entry in parts["seats"].items()
    }
    pens = {key: cycle(seat["pens"] or (Pen.BLACK,)) for key, seat in seats.items()}
    slips = {
        key: {"pen": next(pens.get(entry["seat"], iter(Pen))), **entry}
        for key, entry in sorted(parts["ingredients"].items())
    }
    seen = {key: {"since": day, **entry} for key, entry in parts["involvements"].items()}
    return {"seats": seats, "ingredients": slips, "involvements": seen}


def _records(name: str, entries: Mapping[str, Entry]) -> dict[str, object]:
    if name == "stories":
        told = {key: {"text": "", "inspired_by": (), **entry} for key, entry in entries.items()}
        entries = {key: story for key, story in told.items() if any(story.values())}
    return {
        key: RECORDS[name](**key_fields(name, key) | entry)
        for key, entry in sorted(entries.items())
    }
