"""Node-link JSON, the form of networkx and D3; the key of the edges is `edges`, always."""

import json

from board.export.cover import shown
from board.export.moment import Moment
from board.export.network import EDGE_TYPES, LISTS, NODE_TYPES, listed, network, present


def export_node_link(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give nodes and edges as JSON; values that are not known are left out."""
    fabric = network(shown(moment, names=names, language=language), names=names)
    nodes = [
        {"id": key, **present(values, NODE_TYPES)}
        | {name: listed(values[name]) for name in LISTS if values[name] is not None}
        for key, values in fabric.nodes.items()
    ]
    edges = [
        {"source": edge.source, "target": edge.target, **present(edge.values, EDGE_TYPES)}
        for edge in fabric.edges
    ]
    whole = {
        "directed": True,
        "multigraph": False,
        "graph": fabric.account,
        "nodes": nodes,
        "edges": edges,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
