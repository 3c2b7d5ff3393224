"""Two snapshots compared, record by record: what moved, in plain JSON values.

Works on two position structures of the same cloth. Comparing a structure with itself gives
nothing but counts of what stayed; swapping the two swaps added and removed, from and to.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from board.schema import Position

SCHEMA = "tafelkleed/comparison/1"
ABSENT = "absent"
NONE = "none"
PLACES = (*(str(position) for position in Position), NONE, ABSENT)
MOVES = ("inward", "outward", "same", "new", "gone")
_TOTALS = (
    *("ingredients", "cloth_actors", "actors", "ties_factual", "ties_expected", "ties_wished"),
    *("factual_share", "touched", "reachable", "coverage", "single_carried", "vulnerability"),
    *("mean_carriers", "facilitator_dependence"),
)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "ingredients": ("text", "seat"),
    "actors": ("label", "kind", "sphere", "concreteness", "on_cloth", "contact", "story"),
    "ties": ("basis", "evidence"),
}
Json = dict[str, Any]
Structure = Mapping[str, Any]


def compare(earlier: Structure, later: Structure) -> Json:
    """Give what changed from `earlier` to `later`, shape `SCHEMA`; pairs are [from, to]."""
    both = earlier, later
    near = [_in_state(structure, "carried", "single") for structure in both]
    single = [_in_state(structure, "single") for structure in both]
    return {
        "schema": SCHEMA,
        "from": dict(earlier["source"]),
        "to": dict(later["source"]),
        "theme": _pair(earlier["theme"]["text"], later["theme"]["text"]),
        **{part: _records(part, *both) for part in _FIELDS},
        "left": _left(*both),
        "reachable": {"gained": sorted(near[1] - near[0]), "lost": sorted(near[0] - near[1])},
        "single": {
            "became": sorted(single[1] - single[0]),
            "no_longer": sorted(single[0] - single[1]),
        },
        "reach": _measure("reach", *both),
        "sole_reach": _measure("sole_reach", *both),
        "positions": _positions(*both),
        "inmost": _inmost(*both),
        "totals": _totals(*both),
        "findings": _findings(*both),
    }


def is_same(comparison: Structure) -> bool:
    """Tell whether nothing changed at all."""
    parts = ("reachable", "single", "reach", "sole_reach", "positions", "totals", "findings")
    lists = (comparison[part] for part in (*_FIELDS, *parts))
    found = any(any(part.values()) for part in lists)
    return not found and comparison["theme"] is None and not comparison["inmost"]["moves"]


def move(before: str, after: str, order: Mapping[str, int]) -> str:
    """Say how an inmost position moved: inward, outward, same, new or gone.

    Known without a position lies outside all positions; positions of equal order are the same.
    """
    if ABSENT in (before, after):
        return "same" if before == after else "new" if before == ABSENT else "gone"
    outside = max(order.values(), default=0) + 1
    was, is_ = order.get(before, outside), order.get(after, outside)
    return "same" if was == is_ else "inward" if is_ < was else "outward"


def _in_state(structure: Structure, *states: str) -> set[str]:
    return {key for key, i in structure["ingredients"].items() if i["state"] in states}


def _records(part: str, earlier: Structure, later: Structure) -> Json:
    old, new = (_keyed(structure[part]) for structure in (earlier, later))
    changed = (
        {"id": key} | _changes(_FIELDS[part], old[key], new[key])
        for key in sorted(old.keys() & new.keys())
    )
    return {
        "added": sorted(new.keys() - old.keys()),
        "removed": sorted(old.keys() - new.keys()),
        "changed": [change for change in changed if len(change) > 1],
    }


def _left(earlier: Structure, later: Structure) -> Json:
    """Give what people called the actors and ingredients that are there no more."""
    return {
        key: record[name]
        for part, name in (("actors", "label"), ("ingredients", "text"))
        for key, record in sorted(earlier[part].items())
        if key not in later[part]
    }


def _keyed(records: Mapping[str, Json] | Iterable[Json]) -> Mapping[str, Json]:
    return records if isinstance(records, Mapping) else {r["id"]: r for r in records}


def _changes(fields: Iterable[str], old: Structure, new: Structure) -> Json:
    return {name: [old[name], new[name]] for name in fields if old[name] != new[name]}


def _pair(old: object, new: object) -> list[object] | None:
    return None if old == new else [old, new]


def _measure(name: str, earlier: Structure, later: Structure) -> Json:
    """Give per actor [from, to] where a measure changed; None where it was not measured."""
    keys = sorted(earlier["actors"].keys() | later["actors"].keys())
    pairs = {k: [s["actors"].get(k, {}).get(name) for s in (earlier, later)] for k in keys}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def _positions(earlier: Structure, later: Structure) -> Json:
    old, new = (
        {(k, p) for k, a in s["actors"].items() for p in a["positions"]} for s in (earlier, later)
    )
    return {
        "gained": [{"actor": key, "position": p} for key, p in sorted(new - old)],
        "lost": [{"actor": key, "position": p} for key, p in sorted(old - new)],
    }


def _inmost(earlier: Structure, later: Structure) -> Json:
    """Give every actor's way, the matrix of all ways, and how many moved which way."""
    order = later["method"]["position_order"]
    keys = sorted(earlier["actors"].keys() | later["actors"].keys())
    ways = {key: (place(earlier, key), place(later, key)) for key in keys}
    cells = Counter(ways.values())
    counts = Counter(move(*way, order) for way in ways.values())
    return {
        "moves": {key: list(way) for key, way in ways.items() if way[0] != way[1]},
        "matrix": {old: {new: cells[old, new] for new in PLACES} for old in PLACES},
        "counts": {name: counts[name] for name in MOVES},
    }


def place(structure: Structure, actor: str) -> str:
    """Give an actor's inmost position, `none` without one, `absent` when it is not known."""
    if actor not in structure["actors"]:
        return ABSENT
    return structure["actors"][actor]["inmost"] or NONE


def _totals(earlier: Structure, later: Structure) -> Json:
    return _changes(_TOTALS, earlier["totals"], later["totals"])


def _findings(earlier: Structure, later: Structure) -> Json:
    """Give which findings came and which were settled, by rule and subjects."""
    old, new = (
        {(f["rule"], *f["subjects"]): f for f in structure["findings"]}
        for structure in (earlier, later)
    )
    return {
        "new": [finding for key, finding in new.items() if key not in old],
        "settled": [finding for key, finding in old.items() if key not in new],
    }
