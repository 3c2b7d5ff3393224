"""Several boards seen as one: themes apart under a virtual root, actors joined by people only.

Ingredients never join, they may only say the same. Every node keeps its board, every board its
snapshot.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from board.analysis.graph import Arc, Fabric, Flow, fabric, flow
from board.analysis.identity import Ref, Same, classes
from board.analysis.structure import Source
from board.model import Board

ROOT = ""
Keys = Mapping[str, str]
_NOWHERE = Source()


@dataclass(frozen=True, slots=True)
class Member:
    """A board that takes part, under a name that no other has."""

    name: str
    board: Board
    source: Source = field(default=_NOWHERE)


@dataclass(frozen=True, slots=True)
class Union:
    """The graph of all members: per member its fabric and the node of each of its records.

    A node is `board/id`; actors that are the same share the node of the one that stands for them.
    `arcs` and `flow` begin at the virtual root.
    """

    members: Sequence[Member]
    fabrics: Mapping[str, Fabric]
    nodes: Mapping[str, Keys]
    standing: Mapping[Ref, Ref]
    arcs: Set[Arc]
    flow: Flow


def union(members: Sequence[Member], same_as: Iterable[Same] = ()) -> Union:
    """Give the union of boards; `same_as` holds the pairs that people confirmed."""
    standing = classes(same_as)
    fabrics = {member.name: fabric(member.board) for member in members}
    nodes = {member.name: _nodes(member, standing) for member in members}
    arcs = {(ROOT, nodes[member.name][member.board.theme.id]) for member in members}
    for name, found in fabrics.items():
        keys = nodes[name]
        arcs.update((keys[start], keys[end]) for start, end in found.arcs)
    return Union(members, fabrics, nodes, standing, arcs, flow(ROOT, arcs))


def carriers(united: Union) -> dict[str, list[str]]:
    """Give per ingredient the nodes of the actors that carry it, reached from any theme."""
    found = {}
    for member in united.members:
        keys, tied = united.nodes[member.name], united.fabrics[member.name].tied
        for key in sorted(member.board.ingredients):
            near = {keys[actor] for actor in tied.get(key, ())} & united.flow.distance.keys()
            found[keys[key]] = sorted(near)
    return found


def sole_counts(united: Union) -> dict[str, int]:
    """Count per actor's node the ingredients that hang on it alone, seen from the root."""
    counts: dict[str, int] = defaultdict(int)
    for member in united.members:
        keys = united.nodes[member.name]
        for key in member.board.ingredients:
            if keys[key] in united.flow.dominator:
                counts[keys[key]] = 1
    for node in reversed(list(united.flow.distance)):  # what dominates is always nearer
        if node in united.flow.dominator:
            counts[united.flow.dominator[node]] += counts[node]
    themes = {united.nodes[m.name][m.board.theme.id] for m in united.members}
    actors = {united.nodes[n][a] for n, f in united.fabrics.items() for a in f.actors}
    return {node: counts[node] for node in sorted(actors - themes)}


def paths(united: Union, goals: Iterable[str]) -> dict[str, list[str]]:
    """Give for each reachable node a shortest way to it from a theme on, both ends included."""
    goals = [goal for goal in goals if goal in united.flow.distance]
    before: dict[str, list[str]] = defaultdict(list)
    for start, end in united.arcs if goals else ():
        if united.flow.distance.get(start, -2) + 1 == united.flow.distance.get(end):
            before[end].append(start)
    return {goal: _way(goal, before) for goal in goals}


def _way(goal: str, before: Mapping[str, Sequence[str]]) -> list[str]:
    way = [goal]
    while (previous := min(before[way[0]])) != ROOT:
        way.insert(0, previous)
    return way


def _nodes(member: Member, standing: Mapping[Ref, Ref]) -> dict[str, str]:
    board, name = member.board, member.name
    nodes = {key: f"{name}/{key}" for key in (board.theme.id, *board.ingredients, *board.actors)}
    joined = {ref.id: str(stands) for ref, stands in standing.items() if ref.board == name}
    return nodes | {key: node for key, node in joined.items() if key in board.actors}
