"""The factual graph of a board and the flow graph in which reachability is measured."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import rustworkx as rx

from board.model import Actor, Board, Tie
from board.schema import Basis

Arc = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Flow:
    """Where one gets from the theme: `distance` in steps and the immediate `dominator`.

    Both hold every node that can be reached, `distance` nearest first; the theme has distance 0
    and no dominator. The ways are those of `flow_arcs`. A node d dominates i when every path
    from the theme to i passes d (Cooper, Harvey and Kennedy, 2006); why dominators:
    docs/decisions/0007.
    """

    theme: str
    distance: Mapping[str, int] = field(default_factory=dict)
    dominator: Mapping[str, str] = field(default_factory=dict)

    def dominators(self, node: str) -> Iterator[str]:
        """Give what every path to `node` passes, from nearby to the theme, without the theme."""
        above = self.dominator.get(node, self.theme)
        while above != self.theme:
            yield above
            above = self.dominator[above]


@dataclass(frozen=True)
class Fabric:
    """What is drawn on the cloth and counts.

    `actors` lie on the cloth and are not contested, `ties` join things that count, whatever
    their basis. `arcs` of the flow graph name the factual tie they come from. `tied` names per
    ingredient its factually tied actors and `holds` per actor its ingredients, both ascending.
    """

    theme: str
    actors: Mapping[str, Actor]
    ties: tuple[Tie, ...]
    arcs: Mapping[Arc, str]
    tied: Mapping[str, tuple[str, ...]]
    holds: Mapping[str, tuple[str, ...]]

    @cached_property
    def flow(self) -> Flow:
        """The ways from the theme; measured when they are asked for, a union needs its own."""
        return flow(self.theme, self.arcs)

    def carriers(self, ingredient: str) -> tuple[str, ...]:
        """Give the actors tied to `ingredient` that have a path to the theme."""
        reached = self.flow.distance
        return tuple([a for a in self.tied.get(ingredient, ()) if a in reached])


def fabric(board: Board) -> Fabric:
    """Give the factual graph and what follows from its paths."""
    actors = {key: a for key, a in board.actors.items() if a.on_cloth and not a.contested}
    nodes = {board.theme.id, *actors, *board.ingredients}
    ties = tuple(
        tie
        for _, tie in sorted(board.ties.items())
        if tie.ends[0] in nodes and tie.ends[1] in nodes
    )
    arcs = flow_arcs(ties, board.theme.id, actors)
    tied, holds = defaultdict(list), defaultdict(list)
    for actor, ingredient in arcs:
        if ingredient in board.ingredients:
            tied[ingredient].append(actor)
            holds[actor].append(ingredient)
    return Fabric(board.theme.id, actors, ties, arcs, _ascending(tied), _ascending(holds))


def flow_arcs(ties: Iterable[Tie], theme: str, actors: Container[str]) -> dict[Arc, str]:
    """Turn factual ties into arcs: theme to actor, actor to actor both ways, actor to ingredient.

    Each arc names its tie.
    """
    arcs = {}
    for tie in ties:
        one, other = tie.ends
        if tie.basis is not Basis.FACTUAL:
            continue
        if other != theme and (one in actors or (one == theme and other in actors)):
            arcs[one, other] = tie.id
        if one != theme and (other in actors or (other == theme and one in actors)):
            arcs[other, one] = tie.id
    return arcs


def flow(theme: str, arcs: Collection[Arc]) -> Flow:
    """Measure distances and dominators from `theme` along `arcs`, in which none stands twice."""
    names = list(dict.fromkeys(chain((theme,), chain.from_iterable(arcs))))
    index = {name: number for number, name in enumerate(names)}
    graph = rx.PyDiGraph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from_no_data([(index[start], index[end]) for start, end in arcs])
    layers = rx.bfs_layers(graph, [0])
    above = rx.immediate_dominators(graph, 0)
    return Flow(
        theme=theme,
        distance={names[node]: steps for steps, layer in enumerate(layers) for node in layer},
        dominator={names[node]: names[over] for node, over in above.items() if node},
    )


def _ascending(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(members)) for key, members in sorted(lists.items())}
