"""What recognised tables hold, gathered into the parts of the neutral format."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from board.model import tie_between
from board.records import is_record_id
from board.schema import PAIR_MARK, ROOTS, SEAT_LIMIT, THEME_ID, Basis, Key, Position
from board.sheet.headings import bare, theme_words
from board.sheet.rows import Faults, Row, chosen, day, yes_or_no

Tables = Sequence[tuple[str, list[Row]]]
Entry = dict[str, Any]


@dataclass(slots=True)
class Gathered:
    """A board in the making: records per part, ties, and the row that each came from.

    `ties` holds basis, ends and evidence. `called` names the records that go by a text, `made`
    the record of a row, by part, sheet and number; `turn` counts the rows that name the same.
    """

    theme: str
    faults: Faults
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    ties: dict[str, tuple[str, tuple[str, str], str]] = field(default_factory=dict)
    places: dict[tuple[str, str], Row] = field(default_factory=dict)
    made: dict[tuple[str, str, int], str] = field(default_factory=dict)
    contested: set[str] = field(default_factory=set)
    called: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    turn: Counter[str] = field(default_factory=Counter)


def gathered(tables: Tables, theme: str, faults: Faults) -> Gathered:
    """Gather what all tables hold; what does not fit goes to `faults`."""
    found = Gathered(theme, faults)
    found.parts = {name: {} for name in ("seats", "ingredients", "actors", "contacts", "stories")}
    found.parts["involvements"] = defaultdict(dict)
    rows = _by_part(tables)
    for take, names in _ORDER:
        for name in names:
            for row in rows[name]:
                take(found, row)
    _carry(found, rows)
    for take, names in _LATER:
        for row in (row for name in names for row in rows[name]):
            take(found, row)
    if len(found.parts["seats"]) > SEAT_LIMIT:
        faults.about("", "too_many_seats", most=SEAT_LIMIT)
    return found


def _by_part(tables: Tables) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for part, some in tables:
        for row in some:
            rows[_kind(row) if part == "nodes" else part].append(row)
    rows["ingredients"] += rows.pop("slips", [])
    return rows


def _kind(row: Row) -> str:
    return {"theme": "theme", "ingredient": "slip", "actor": "actors"}.get(row.get("type"), "odd")


def _theme(found: Gathered, row: Row) -> None:
    found.theme = row.get("label")
    found.called[row.get("id")].append(THEME_ID)


def _odd(found: Gathered, row: Row) -> None:
    found.faults.at(row, "type", "unknown_word", value=row.get("type"))


def _slip(found: Gathered, row: Row) -> None:
    text = row.get("label") or row.get("text")
    key = _key(found, row, "ingredients", "i")
    if not text and "id" not in row.headings:
        found.faults.at(row, "text", "missing")
    seat = _seat(found, row.get("seat"), is_id="type" in row.headings)
    kind = chosen(row, "kind", "ingredient_kind", found.faults)
    found.parts["ingredients"][key] = {"seat": seat, "text": text} | _given(kind=kind)
    found.called[bare(text)].append(key)


def _seat(found: Gathered, label: str, *, is_id: bool) -> str:
    """Give the seat that goes by this label, a new one if it must be."""
    seats, word = found.parts["seats"], found.faults.words["terms"]["seat"]
    if is_id:
        seats.setdefault(label, {"label": f"{word} {len(seats) + 1}"})
        return label
    label = label or f"{word} 1"
    key = next((k for k, seat in seats.items() if seat["label"] == label), f"s{len(seats) + 1}")
    seats.setdefault(key, {"label": label})
    return key


def _actor(found: Gathered, row: Row) -> None:
    label, faults = row.get("label"), found.faults
    if not label and "id" not in row.headings:
        faults.at(row, "label", "missing")
    key = _key(found, row, "actors", "a")
    found.parts["actors"][key] = {"label": label} | _given(
        kind=chosen(row, "kind", "actor_kind", faults),
        sphere=chosen(row, "sphere", "sphere", faults),
        concreteness=chosen(row, "concreteness", "concreteness", faults),
        on_cloth=yes_or_no(row, "on_cloth", faults),
        function=row.get("function") or None,
    )
    found.called[bare(label)].append(key)
    if yes_or_no(row, "contested", faults):
        found.contested.add(key)
    if row.get("story"):
        found.parts["stories"][key] = {"text": row.get("story")}
    for word in row.several("positions"):
        _hold(found, row, key, word)


def _hold(found: Gathered, row: Row, key: str, word: str) -> None:
    cell = Row(row.sheet, row.number, {"positions": word}, row.headings)
    position = chosen(cell, "positions", "position", found.faults)
    if position in list(Position):
        found.parts["involvements"][key].setdefault(position, {})


def _bonds(found: Gathered, row: Row) -> None:
    """Tie an actor to the theme and to the ingredients that its own row names."""
    key = _of(found, row, "label", "actors")
    if key and yes_or_no(row, "theme", found.faults):
        _tie(found, row, (key, THEME_ID))
    for other in _each(found, row, "ingredients", "ingredients") if key else ():
        _tie(found, row, (key or "", other))


def _carry(found: Gathered, rows: Mapping[str, list[Row]]) -> None:
    """Tie the ingredients to the schakels that stand beside them.

    When no table tells who there are, the names beside the ingredients do.
    """
    known = bool(rows["actors"])
    for row in rows["ingredients"]:
        ours = _of(found, row, "text", "ingredients")
        for name in [] if known else row.several("actors"):
            if not _called(found, name, "actors"):
                key = f"a{len(found.parts['actors']) + 1}"
                found.parts["actors"][key] = {"label": name}
                found.called[bare(name)].append(key)
        for actor in _each(found, row, "actors", "actors"):
            if ours:
                _tie(found, row, (actor, ours))


def _drawn(found: Gathered, row: Row) -> None:
    """Draw a tie: by the id of its ends, or by what they are called."""
    ends = tuple(row.get("id").split(PAIR_MARK))
    nodes = {THEME_ID, *found.parts["actors"], *found.parts["ingredients"]}
    ends = tuple(next(iter(found.called.get(end, [])), end) for end in ends)
    if len(ends) != 2 or not nodes.issuperset(ends):
        ends = tuple(filter(None, (_of(found, row, name) for name in ("from", "to"))))
    if len(ends) == 2:
        basis = chosen(row, "basis", "basis", found.faults) or str(Basis.FACTUAL)
        _tie(found, row, (ends[0], ends[1]), basis, row.get("evidence"))


def _tie(
    found: Gathered, row: Row, ends: tuple[str, str], basis: str = "factual", evidence: str = ""
) -> None:
    key, ordered = tie_between(*ends)
    column = next((name for name in ("from", "theme", "ingredients") if name in row.headings), "")
    if ends[0] == ends[1] or found.parts["actors"].keys().isdisjoint(ends):
        found.faults.at(row, column, "no_tie")
    elif key in found.ties and found.ties[key][0] != basis:
        found.faults.at(row, column, "tied_twice")
    else:
        found.ties[key] = (basis, ordered, evidence or found.ties.get(key, ("", "", ""))[2])


def _position(found: Gathered, row: Row) -> None:
    key = _of(found, row, "actor", "actors")
    position = chosen(row, "position", "position", found.faults)
    if key and position:
        found.parts["involvements"][key][position] = _given(
            basis=chosen(row, "basis", "basis", found.faults),
            since=day(row, "since", found.faults),
            until=day(row, "until", found.faults),
            evidence=row.get("evidence") or None,
        )


def _matrix(found: Gathered, row: Row) -> None:
    """Read since when somebody holds each position; any other word but no says: holds it.

    Several of one name follow each other here as in the table of schakels.
    """
    same = _called(found, row.get("label"), "actors")
    nth, found.turn[row.get("label")] = (
        found.turn[row.get("label")],
        found.turn[row.get("label")] + 1,
    )
    key = same[nth] if nth < len(same) else _of(found, row, "label", "actors")
    for position in Position if key else ():
        text = row.get(position)
        if text and bare(text) not in ("nee", "no", "false"):
            since = day(row, position, found.faults) if text[:1].isdigit() else None
            held = found.parts["involvements"][key or ""].setdefault(position, {})
            held.update(_given(since=since))


def _contact(found: Gathered, row: Row) -> None:
    key = _key(found, row, "contacts", "k")
    seats = found.parts["seats"]
    who = row.get("who")
    named = next((k for k, seat in seats.items() if seat["label"] == who), who)
    found.parts["contacts"][key] = {"members": list(_each(found, row, "members", "actors"))} | (
        _given(
            mode=chosen(row, "mode", "mode", found.faults),
            status=chosen(row, "status", "status", found.faults),
            who=named if is_record_id(Key.SINGLE, named) else None,
            when=day(row, "when", found.faults),
            shared=yes_or_no(row, "shared", found.faults),
        )
    )


def _key(found: Gathered, row: Row, part: str, letter: str) -> str:
    """Give the id of a row's record: its own, or else the next that is free."""
    records, own = found.parts[part], row.get("id")
    if own and not is_record_id(ROOTS[part].key, own):
        found.faults.at(row, "id", "no_id", value=own)
    elif own in records:
        found.faults.at(row, "id", "twice", value=own)
    number = len(records) + 1
    while f"{letter}{number}" in records:
        number += 1
    key = own or f"{letter}{number}"
    found.places[part, key] = row
    found.made[part, row.sheet, row.number] = key
    return key


def _each(found: Gathered, row: Row, name: str, part: str) -> Iterator[str]:
    """Give the records that a cell names; a name with a separator in it may stand alone."""
    whole = _called(found, row.get(name), part)
    for word in [row.get(name)] if len(whole) == 1 else row.several(name):
        key = _one(found, row, name, word, part)
        if key:
            yield key


def _of(found: Gathered, row: Row, name: str, part: str | None = None) -> str | None:
    """Give the record of a row: by its own place, else by what the cell says."""
    own = found.made.get((part or "", row.sheet, row.number))
    return own or _one(found, row, name, row.get(name), part)


def _one(found: Gathered, row: Row, name: str, word: str, part: str | None) -> str | None:
    known = _called(found, word, part)
    if len(known) == 1:
        return known[0]
    found.faults.at(row, name, "ambiguous" if known else "not_found", value=word)
    return None


def _called(found: Gathered, word: str, part: str | None) -> list[str]:
    """Give what goes by this id or this name, in any of the parts when none is asked for."""
    if not word:
        return []
    parts = [part] if part else ["actors", "ingredients"]
    for each in parts:
        if word in found.parts[each]:
            return [word]
    if part is None and (word == THEME_ID or bare(word) in {bare(found.theme), *theme_words()}):
        return [THEME_ID]
    named = [*found.called.get(word, ()), *found.called.get(bare(word), ())]
    inside = [k for k in named if k == THEME_ID or any(k in found.parts[each] for each in parts)]
    return list(dict.fromkeys(inside))


def _given(**values: object) -> Entry:
    return {name: value for name, value in values.items() if value is not None}


Take = Callable[[Gathered, Row], None]
_ORDER: Iterable[tuple[Take, tuple[str, ...]]] = (
    (_theme, ("theme",)),
    (_odd, ("odd",)),
    (_slip, ("slip", "ingredients")),
    (_actor, ("actors",)),
)
_LATER: Iterable[tuple[Take, tuple[str, ...]]] = (
    (_bonds, ("actors",)),
    (_drawn, ("ties",)),
    (_position, ("positions",)),
    (_matrix, ("matrix",)),
    (_contact, ("contacts",)),
)
