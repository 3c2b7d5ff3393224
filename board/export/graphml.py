"""GraphML 1.0 for yEd, igraph, R and Cytoscape: scalar types only, booleans in lower case."""

from collections.abc import Iterator, Mapping

from board.export.cover import shown
from board.export.moment import Moment
from board.export.network import EDGE_TYPES, NODE_TYPES, network, present
from board.export.tables import Cell, Row
from board.export.xml import HEAD, tag, text

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def export_graphml(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the directed graph; lists share a value with `|`, the account stands on the graph."""
    fabric = network(shown(moment, names=names, language=language), names=names)
    kinds = {name: _kind(value) for name, value in fabric.account.items()}
    graph = [
        *_data("graph", fabric.account, kinds),
        *(
            tag("node", {"id": key}, _data("node", values, NODE_TYPES))
            for key, values in fabric.nodes.items()
        ),
        *(
            tag(
                "edge",
                {"source": edge.source, "target": edge.target},
                _data("edge", edge.values, EDGE_TYPES),
            )
            for edge in fabric.edges
        ),
    ]
    keys = [*_keys("graph", kinds), *_keys("node", NODE_TYPES), *_keys("edge", EDGE_TYPES)]
    whole = tag("graph", {"id": "tafelkleed", "edgedefault": "directed"}, graph)
    return (HEAD + tag("graphml", {"xmlns": NAMESPACE}, keys, whole) + "\n").encode()


def _keys(scope: str, types: Mapping[str, str]) -> Iterator[str]:
    for name, kind in types.items():
        key = {"id": f"{scope}_{name}", "for": scope, "attr.name": name, "attr.type": kind}
        yield tag("key", key)


def _data(scope: str, values: Row, types: Mapping[str, str]) -> Iterator[str]:
    for name, value in present(values, types).items():
        yield tag("data", {"key": f"{scope}_{name}"}, text(value))


def _kind(value: Cell) -> str:
    return "boolean" if isinstance(value, bool) else "string"
