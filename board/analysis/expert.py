"""For experts, on request: two measures of network science that a cloth cannot show by finger.

Both look at the factual ties as an undirected graph of theme, schakels and ingredients. They
take more than linear time, so they are refused above `LIMIT` nodes.
"""

from collections import defaultdict
from collections.abc import Mapping

import rustworkx as rx

from board.analysis.graph import fabric
from board.model import Board

LIMIT = 5_000
EXPERT = ("betweenness", "constraint")
Neighbours = Mapping[str, set[str]]


class TooLargeError(ValueError):
    """The fabric has more nodes than these measures are made for."""


def expert(board: Board) -> dict[str, dict[str, float | None]]:
    """Give betweenness and constraint per actor on the cloth, to four decimals.

    Betweenness: the share of shortest ways between pairs of others that pass the actor (Freeman,
    1977). Constraint: how much its neighbours are tied to each other (Burt, 1992); None for an
    actor without ties.
    """
    found = fabric(board)
    near: dict[str, set[str]] = defaultdict(set)
    for start, end in found.arcs:
        near[start].add(end)
        near[end].add(start)
    if len(near) > LIMIT:
        raise TooLargeError(f"{len(near)} nodes, at most {LIMIT}")
    passing = _betweenness(near)
    return {
        actor: {
            "betweenness": round(passing.get(actor, 0.0), 4),
            "constraint": _constraint(actor, near),
        }
        for actor in sorted(found.actors)
    }


def _betweenness(near: Neighbours) -> dict[str, float]:
    names = sorted(near)
    index = {name: number for number, name in enumerate(names)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(names)
    graph.add_edges_from_no_data(
        [(index[one], index[other]) for one in names for other in near[one] if one < other]
    )
    return {names[node]: share for node, share in rx.betweenness_centrality(graph).items()}


def _constraint(actor: str, near: Neighbours) -> float | None:
    """Sum over neighbours the square of the share of ties spent on them, directly or around."""
    others = near.get(actor, set())
    if not others:
        return None
    direct = 1 / len(others)
    spent = (
        direct + sum(direct / len(near[via]) for via in others & near[other]) for other in others
    )
    return round(sum(share**2 for share in spent), 4)
