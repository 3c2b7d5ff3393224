"""The union of boards as plain JSON: what is shared, what bridges, what is reachable elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any

from board.analysis.identity import Ref, Same, groups
from board.analysis.measures import bridged_pairs, measured, ratio
from board.analysis.structure import ATTRIBUTION, SOFTWARE
from board.analysis.union import ROOT, Member, Union, carriers, paths, union
from board.model import Actor

SCHEMA = "tafelkleed/union/1"
Json = dict[str, Any]


def united_structure(members: Sequence[Member], same_as: Iterable[Same] = ()) -> Json:
    """Give the union of boards, shape `SCHEMA`.

    Nodes are `board/id`. Distances count from a theme on, as on one board. An ingredient's
    `alone` is its state on its own board, `via` a shortest way to it when it hangs there and is
    reachable here.
    """
    united = union(members, same_as)
    ingredients = _ingredients(united)
    actors = _actors(united, ingredients)
    return {
        "schema": SCHEMA,
        "method": {"software": SOFTWARE, "attribution": ATTRIBUTION, "basis": ["factual"]},
        "boards": {member.name: _board(united, member, ingredients) for member in members},
        "same_as": [
            [str(ref) for ref in refs] for _, refs in sorted(groups(united.standing).items())
        ],
        "actors": actors,
        "ingredients": ingredients,
        "ties": [tie for m in sorted(members, key=_name) for tie in _ties(united, m)],
        "shared": [key for key, actor in actors.items() if len(actor["boards"]) > 1],
        "bridges": [key for key, actor in actors.items() if len(actor["themes"]) > 1],
        "overlap": _overlap(actors),
        "totals": _totals(ingredients),
        "findings": _findings(ingredients),
    }


def _ingredients(united: Union) -> Json:
    carried = carriers(united)
    found: Json = {}
    for member in united.members:
        keys = united.nodes[member.name]
        alone = measured(member.board, united.fabrics[member.name]).state
        for key, slip in sorted(member.board.ingredients.items()):
            node = keys[key]
            found[node] = {
                "board": member.name,
                "text": slip.text,
                "seat": f"{member.name}/{slip.seat}",
                "carriers": carried[node],
                "distance": _steps(united, node),
                "state": _state(alone[key], len(carried[node])),
                "alone": alone[key],
                "via": None,
            }
    reached = [k for k, i in found.items() if i["alone"] == "hanging" and i["carriers"]]
    for node, way in paths(united, reached).items():
        found[node]["via"] = way
    return dict(sorted(found.items()))


def _name(member: Member) -> str:
    return member.name


def _ties(united: Union, member: Member) -> list[Json]:
    """Give the ties of one board, which keep it as theirs where their ends are shared."""
    keys = united.nodes[member.name]
    return [
        {
            "id": f"{member.name}/{tie.id}",
            "board": member.name,
            "ends": [keys[end] for end in tie.ends],
            "basis": str(tie.basis),
        }
        for tie in united.fabrics[member.name].ties
    ]


def _state(alone: str, carriers: int) -> str:
    if not carriers:
        return alone
    return "single" if carriers == 1 else "carried"


def _steps(united: Union, node: str) -> int | None:
    steps = united.flow.distance.get(node)
    return None if steps is None else steps - 1


def _actors(united: Union, ingredients: Mapping[str, Json]) -> Json:
    holds, threads = _holds(united), _threads(united, ingredients)
    themes = _themes(united)
    found: Json = {}
    for node, refs in sorted(_members(united).items()):
        seats = [ingredients[key]["seat"] for key in holds[node]]
        found[node] = {
            "label": refs[0][1].label,
            "members": [str(ref) for ref, _ in refs],
            "boards": sorted({ref.board for ref, _ in refs}),
            "themes": sorted(themes[node]),
            "distance": _steps(united, node),
            "reach": len(holds[node]),
            "ingredients": holds[node],
            "sole_reach": len(threads[node]),
            "sole": threads[node],
            "seats": len(set(seats)),
            "bridged_pairs": bridged_pairs(seats),
        }
    return found


def _members(united: Union) -> dict[str, list[tuple[Ref, Actor]]]:
    """Give per node the actors on cloths that share it, the one that stands for them first."""
    found: dict[str, list[tuple[Ref, Actor]]] = defaultdict(list)
    for name, fabric in united.fabrics.items():
        for key, actor in fabric.actors.items():
            found[united.nodes[name][key]].append((Ref(name, key), actor))
    return {node: sorted(refs, key=lambda pair: pair[0]) for node, refs in found.items()}


def _holds(united: Union) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, fabric in united.fabrics.items():
        keys = united.nodes[name]
        for actor, slips in fabric.holds.items():
            found[keys[actor]].update(keys[slip] for slip in slips)
    return defaultdict(list, {node: sorted(slips) for node, slips in found.items()})


def _threads(united: Union, ingredients: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for node in ingredients:
        for above in united.flow.dominators(node):
            found[above].append(node)
    return found


def _themes(united: Union) -> dict[str, set[str]]:
    """Give per node the themes that it is tied to."""
    themes = {united.nodes[m.name][m.board.theme.id] for m in united.members}
    found: dict[str, set[str]] = defaultdict(set)
    for start, end in united.arcs:
        if start in themes and start != ROOT:
            found[end].add(start)
    return found


def _board(united: Union, member: Member, ingredients: Mapping[str, Json]) -> Json:
    own = [i for i in ingredients.values() if i["board"] == member.name]
    alone = sum(i["alone"] in ("carried", "single") for i in own)
    return {
        "theme": {
            "id": united.nodes[member.name][member.board.theme.id],
            "text": member.board.theme.text,
        },
        "source": asdict(member.source),
        "ingredients": len(own),
        "coverage_alone": ratio(alone, len(own)),
        "coverage": ratio(sum(bool(i["carriers"]) for i in own), len(own)),
    }


def _overlap(actors: Mapping[str, Json]) -> list[Json]:
    """Give the pairs of boards that share actors: which, and their share of all actors of both."""
    sizes = Counter(name for actor in actors.values() for name in actor["boards"])
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, actor in actors.items():
        for pair in combinations(actor["boards"], 2):
            shared[pair].append(key)
    return [
        {
            "boards": list(pair),
            "shared": keys,
            "share": ratio(len(keys), sizes[pair[0]] + sizes[pair[1]] - len(keys)),
        }
        for pair, keys in sorted(shared.items())
    ]


def _totals(ingredients: Mapping[str, Json]) -> Json:
    states: dict[str, list[str]] = defaultdict(list)
    for key, ingredient in ingredients.items():
        states[ingredient["state"]].append(key)
    reachable = len(states["carried"]) + len(states["single"])
    threads = sum(len(ingredient["carriers"]) for ingredient in ingredients.values())
    return {
        "ingredients": len(ingredients),
        "touched": reachable + len(states["hanging"]),
        "loose": states["loose"],
        "expected_only": states["expected_only"],
        "hanging": states["hanging"],
        "reachable": reachable,
        "coverage": ratio(reachable, len(ingredients)),
        "single_carried": len(states["single"]),
        "vulnerability": ratio(len(states["single"]), reachable),
        "mean_carriers": ratio(threads, reachable),
    }


def _findings(ingredients: Mapping[str, Json]) -> list[Json]:
    """Give what hangs on its own board and is reachable here, nearest first."""
    found = [
        {
            "rule": "hanging_via_union",
            "subjects": [key],
            "weight": len(i["via"]) - 1,
            "path": i["via"],
        }
        for key, i in ingredients.items()
        if i["via"]
    ]
    return sorted(found, key=lambda finding: (finding["weight"], finding["subjects"]))
