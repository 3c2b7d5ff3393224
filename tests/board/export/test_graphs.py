"""Graph files as independent programs read them: structure, types and positions come back."""

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import igraph
import networkx as nx
import pytest
import rustworkx as rx
from hypothesis import given, settings

from board.export.gexf import export_gexf, export_gexf_series
from board.export.graphml import export_graphml
from board.export.kumu import export_kumu
from board.export.node_link import export_node_link
from board.export.tables import outward
from board.export.xml import legal
from board.model import Actor
from tests.builders.boards import boards, cloth
from tests.builders.fabrics import fabrics
from tests.builders.moments import example_moment, moment

GEXF = "{http://gexf.net/1.3}"
BOOLEANS = ("initiator", "partner", "connector", "supplier", "user", "on_cloth", "contact", "story")


def ways(frozen):
    return {outward(frozen, tie.ends) for tie in frozen.board.ties.values()}


def by_networkx(body):
    return nx.read_graphml(io.BytesIO(body))


def by_gexf(body):
    return nx.read_gexf(io.BytesIO(body), version="1.3")


def by_node_link(body):
    return nx.node_link_graph(json.loads(body), edges="edges")


READERS = {
    "graphml": (export_graphml, by_networkx),
    "gexf": (export_gexf, by_gexf),
    "node-link": (export_node_link, by_node_link),
}


@pytest.mark.parametrize(("write", "read"), READERS.values(), ids=READERS)
@settings(max_examples=40)
@given(board=fabrics())
def test_networkx_reads_the_same_nodes_and_directed_edges(write, read, board):
    frozen = moment(board)
    graph = read(write(frozen))
    assert set(graph.nodes) == {"t", *board.actors, *board.ingredients}
    assert graph.is_directed()
    # a reader may take a mutual edge as one each way
    assert {(a, b) for a, b in graph.edges} >= ways(frozen)
    assert {frozenset(pair) for pair in graph.edges} == {frozenset(way) for way in ways(frozen)}


@pytest.mark.parametrize(("write", "read"), READERS.values(), ids=READERS)
def test_networkx_reads_types_as_they_are(write, read):
    frozen = example_moment()
    graph = read(write(frozen))
    for key, actor in frozen.structure["actors"].items():
        node = graph.nodes[key]
        assert {name: node[name] for name in BOOLEANS if name in actor} == {
            name: actor[name] for name in BOOLEANS if name in actor
        }
        assert [p for p in BOOLEANS[:5] if node[p] is True] == [
            p for p in BOOLEANS[:5] if p in actor["positions"]
        ]
        assert node.get("reach") == actor["reach"]
        assert isinstance(node["number"], int)


@settings(max_examples=40)
@given(boards())
def test_igraph_and_rustworkx_read_graphml_too(tmp_path_factory, board):
    frozen = moment(board)
    path = tmp_path_factory.mktemp("graphml") / "kleed.graphml"
    path.write_bytes(export_graphml(frozen, names=True))
    whole = 1 + len(board.actors) + len(board.ingredients)
    graph = igraph.Graph.Read_GraphML(str(path))
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (whole, len(board.ties), True)
    (other,) = rx.read_graphml(str(path))
    assert (other.num_nodes(), other.num_edges()) == (whole, len(board.ties))


def test_igraph_reads_booleans_as_booleans(tmp_path):
    path = tmp_path / "kleed.graphml"
    path.write_bytes(export_graphml(example_moment()))
    graph = igraph.Graph.Read_GraphML(str(path))
    actor = graph.vs.find(id="a06")
    assert (actor["partner"], actor["user"], actor["sole_reach"]) == (True, False, 4)


def test_labels_with_signs_that_xml_cannot_hold_lose_only_those():
    board = cloth(actors={"a1": Actor("a1", "een\x00\x07 \ufffe <&> \"'\n twee")})
    graph = by_networkx(export_graphml(moment(board), names=True))
    assert graph.nodes["a1"]["label"] == "een  <&> \"'\n twee"


@given(boards())
def test_texts_come_back_whole_but_for_what_xml_cannot_hold(board):
    graph = by_networkx(export_graphml(moment(board), names=True))
    labels = {key: graph.nodes[key].get("label") or "" for key in board.actors}
    assert labels == {key: legal(actor.label) for key, actor in board.actors.items()}


def test_every_key_and_node_id_is_a_name_token():
    root = ET.fromstring(export_graphml(example_moment()))
    ids = [found.get("id") for found in root.iter() if found.get("id")]
    assert [key for key in ids if not key.replace("_", "a").isalnum()] == []


def test_a_slice_names_its_time():
    graph = ET.fromstring(export_gexf(example_moment())).find(f"{GEXF}graph")
    assert (graph.get("mode"), graph.get("timestamp")) == ("slice", "2025-01-10T15:30:00+01:00")


def test_gexf_keeps_to_the_rules_of_its_schema():
    root = ET.fromstring(export_gexf(example_moment()))
    declared = {
        part.get("class"): {a.get("id"): a.get("type") for a in part}
        for part in root.iter(f"{GEXF}attributes")
    }
    assert set(declared["node"].values()) <= {"string", "integer", "boolean", "liststring"}
    for kind in ("node", "edge"):
        used = {v.get("for") for n in root.iter(GEXF + kind) for v in n.iter(f"{GEXF}attvalue")}
        assert used <= declared[kind].keys()
    ids = {node.get("id") for node in root.iter(f"{GEXF}node")}
    assert all({e.get("source"), e.get("target")} <= ids for e in root.iter(f"{GEXF}edge"))
    assert {e.get("type") for e in root.iter(f"{GEXF}edge")} == {"directed", "mutual"}


def test_positions_are_a_list_in_gexf():
    root = ET.fromstring(export_gexf(example_moment()))
    (node,) = (n for n in root.iter(f"{GEXF}node") if n.get("id") == "a06")
    values = {v.get("for"): v.get("value") for v in node.iter(f"{GEXF}attvalue")}
    assert values["positions"] == "[partner, connector]"


def test_a_series_gives_each_thing_its_times():
    before = cloth(schakels=("a1",))
    after = replace(before, actors=dict(before.actors) | {"a2": Actor("a2", "")})
    days = ("2025-01-10T10:00:00+01:00", "2025-02-10T10:00:00+01:00")
    earlier, later = (moment(b, taken_at=d) for b, d in zip((before, after), days, strict=True))
    body = export_gexf_series(replace(later, past=(earlier,)))
    nodes = {n.get("id"): n for n in ET.fromstring(body).iter(f"{GEXF}node")}
    times = {
        key: [s.get("timestamp") for s in node.iter(f"{GEXF}spell")] for key, node in nodes.items()
    }
    assert times == {"t": list(days), "a1": list(days), "a2": [days[1]]}


def unzipped(body):
    with ZipFile(io.BytesIO(body)) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in ("elements.csv", "connections.csv")
        }


def test_kumu_finds_elements_and_connections_by_id():
    tables = unzipped(export_kumu(example_moment()))
    ids = {row["ID"] for row in tables["elements.csv"]}
    assert len(ids) == 37
    assert all({row["From"], row["To"]} <= ids for row in tables["connections.csv"])
    assert set(tables["connections.csv"][0]) == {"From", "To", "Type", "Direction"}


def test_kumu_tags_are_separated_by_a_bar():
    (row,) = (
        r for r in unzipped(export_kumu(example_moment()))["elements.csv"] if r["ID"] == "a06"
    )
    assert row["Tags"] == "partner|schakel|lokale gemeenschap|met naam"
