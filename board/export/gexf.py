"""GEXF 1.3 for Gephi: one snapshot as a slice, several as a graph that changes over time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from board.export.cover import shown
from board.export.moment import Moment
from board.export.network import (
    EDGE_TYPES,
    LISTS,
    NODE_TYPES,
    Edge,
    Network,
    listed,
    network,
    present,
)
from board.export.tables import Cell, Row
from board.export.xml import HEAD, tag, text
from board.layout import laid_out

VERSION = "1.3"
NAMESPACE = f"http://gexf.net/{VERSION}"
_TYPES = {"int": "integer"}
#: What a node's type looks like, so that a first look tells them apart.
_COLOURS = {"theme": (0, 80, 181), "actor": (27, 27, 27), "ingredient": (74, 106, 128)}
_SIZES = {"theme": 24, "actor": 14, "ingredient": 7}
_SHAPES = {"theme": "disc", "actor": "disc", "ingredient": "square"}
Timed = Sequence[tuple[str | None, Network]]


def export_gexf(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give one snapshot as a slice with its timestamp; the places are those on the cloth."""
    moment = shown(moment, names=names, language=language)
    fabric = network(moment, names=names)
    graph = {"mode": "slice", "timestamp": moment.source.taken_at, **_TIME}
    body = [
        _attributes("node", NODE_TYPES, "static"),
        _attributes("edge", EDGE_TYPES, "static"),
        tag("nodes", {}, _nodes(fabric, _places(moment))),
        tag("edges", {}, (_edge(edge, _values(edge.values, EDGE_TYPES)) for edge in fabric.edges)),
    ]
    return _document([fabric], tag("graph", graph, body))


_TIME: Row = {
    "defaultedgetype": "directed",
    "timeformat": "dateTime",
    "timerepresentation": "timestamp",
}


def export_gexf_series(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give a snapshot with its past as a dynamic graph, a timestamp for each."""
    moment = shown(moment, names=names, language=language)
    moments = (*moment.past, moment)
    timed = [(m.source.taken_at, network(m, names=names)) for m in moments]
    keys = sorted({key for _, fabric in timed for key in fabric.nodes})
    edges: dict[str, list[tuple[str | None, Edge]]] = defaultdict(list)
    for time, fabric in timed:
        for edge in fabric.edges:
            edges[str(edge.values["tie"])].append((time, edge))
    places = {key: place for moment in moments for key, place in _places(moment).items()}
    body = [
        _attributes("node", NODE_TYPES, "dynamic"),
        _attributes("edge", EDGE_TYPES, "dynamic"),
        tag("nodes", {}, (_lasting(key, timed, places) for key in keys)),
        tag("edges", {}, (_returning(edges[tie]) for tie in sorted(edges))),
    ]
    whole = tag("graph", {"mode": "dynamic", **_TIME}, body)
    return _document([fabric for _, fabric in timed], whole)


def _document(fabrics: Sequence[Network], graph: str) -> bytes:
    """Wrap a graph; the account of every snapshot stands in the description."""
    said = " ; ".join(
        ", ".join(f"{name}={'' if value is None else value}" for name, value in f.account.items())
        for f in fabrics
    )
    latest = max((str(f.account["taken_at"] or "")[:10] for f in fabrics), default="")
    meta = tag(
        "meta",
        {"lastmodifieddate": latest or None},
        tag("creator", {}, text(fabrics[0].account["software"] if fabrics else "")),
        tag("keywords", {}, text(fabrics[0].account["attribution"] if fabrics else "")),
        tag("description", {}, text(said)),
    )
    spaces = {"xmlns": NAMESPACE, "xmlns:viz": f"{NAMESPACE}/viz", "version": VERSION}
    return (HEAD + tag("gexf", spaces, meta, graph) + "\n").encode()


def _attributes(scope: str, types: Mapping[str, str], mode: str) -> str:
    each = (
        tag("attribute", {"id": name, "title": name, "type": _type(name, kind)})
        for name, kind in types.items()
        if name != "label"
    )
    return tag("attributes", {"class": scope, "mode": mode}, each)


def _type(name: str, kind: str) -> str:
    return "liststring" if name in LISTS else _TYPES.get(kind, kind)


def _nodes(fabric: Network, places: Mapping[str, Any]) -> Iterator[str]:
    for key, values in fabric.nodes.items():
        said = _values(values, NODE_TYPES)
        label = {"id": key, "label": values["label"]}
        yield tag("node", label, tag("attvalues", {}, said), _look(values, places.get(key)))


def _look(values: Row, place: tuple[float, float] | None) -> str:
    kind = str(values["type"])
    red, green, blue = _COLOURS[kind]
    at = tag("viz:position", {"x": place[0], "y": -place[1], "z": 0}) if place else ""
    colour = tag("viz:color", {"r": red, "g": green, "b": blue})
    size, shape = (
        tag("viz:size", {"value": _SIZES[kind]}),
        tag("viz:shape", {"value": _SHAPES[kind]}),
    )
    return colour + at + size + shape


def _values(values: Row, types: Mapping[str, str], timestamp: str | None = None) -> Iterator[str]:
    for name, value in present(values, types).items():
        if name != "label":
            said = f"[{', '.join(listed(value))}]" if name in LISTS else value
            yield tag("attvalue", {"for": name, "value": said, "timestamp": timestamp})


def _edge(edge: Edge, said: Iterator[str], *spells: str) -> str:
    kind: Cell = "mutual" if edge.values["mutual"] else "directed"
    ends = {"id": edge.values["tie"], "source": edge.source, "target": edge.target, "type": kind}
    return tag("edge", ends, tag("attvalues", {}, said), *spells)


def _lasting(key: str, timed: Timed, places: Mapping[str, Any]) -> str:
    """Give a node with its values at each of its times."""
    seen = [(time, fabric.nodes[key]) for time, fabric in timed if key in fabric.nodes]
    said = [value for time, values in seen for value in _values(values, NODE_TYPES, time)]
    latest = seen[-1][1]
    return tag(
        "node",
        {"id": key, "label": latest["label"]},
        tag("attvalues", {}, said),
        _spells(time for time, _ in seen),
        _look(latest, places.get(key)),
    )


def _returning(seen: Sequence[tuple[str | None, Edge]]) -> str:
    """Give an edge with its values at each of its times."""
    said = (value for time, edge in seen for value in _values(edge.values, EDGE_TYPES, time))
    return _edge(seen[-1][1], said, _spells(time for time, _ in seen))


def _spells(times: Iterator[str | None]) -> str:
    return tag("spells", {}, (tag("spell", {"timestamp": time}) for time in times))


def _places(moment: Moment) -> dict[str, tuple[float, float]]:
    board = laid_out(moment.board)
    middle = (board.size_mm[0] / 2, board.size_mm[1] / 2)
    placed = {key: at for key, i in board.ingredients.items() if (at := i.at)}
    placed |= {key: at for key, a in board.actors.items() if (at := a.at)}
    return {**placed, board.theme.id: middle}
