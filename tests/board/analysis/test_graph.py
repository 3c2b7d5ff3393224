"""Paths from the theme: distances and dominators against networkx and against brute force."""

import networkx as nx
from hypothesis import given

from board.analysis.graph import fabric
from board.analysis.measures import measured, sole
from board.analysis.structure import Source, structure
from board.analysis.threads import single_threads
from tests.builders.boards import cloth
from tests.builders.fabrics import carried, fabrics, reached, untied, without


def oracle(found):
    graph = nx.DiGraph()
    graph.add_node(found.flow.theme)
    graph.add_edges_from(found.arcs)
    return graph


@given(fabrics())
def test_the_walk_by_hand_reaches_the_same(board):
    assert fabric(board).flow.distance.keys() == reached(board) | {"t"}


@given(fabrics())
def test_distances_are_shortest_paths(board):
    found = fabric(board)
    assert dict(found.flow.distance) == nx.single_source_shortest_path_length(oracle(found), "t")


@given(fabrics())
def test_immediate_dominators_are_those_of_networkx(board):
    found = fabric(board)
    expected = nx.immediate_dominators(oracle(found), "t")
    expected.pop("t", None)
    assert dict(found.flow.dominator) == {k: v for k, v in expected.items() if v is not None}


@given(fabrics())
def test_sole_reach_is_what_falls_off_when_one_actor_leaves(board):
    found = measured(board, fabric(board))
    threads = sole(found)
    lost = {actor: carried(board) - carried(without(board, actor)) for actor in board.actors}
    assert {actor: set(threads.get(actor, ())) for actor in board.actors} == lost


@given(fabrics())
def test_a_single_thread_is_a_tie_whose_loss_lets_something_fall(board):
    lost = {key for key in board.ties if carried(untied(board, key)) < carried(board)}
    assert single_threads(fabric(board)) == lost


def test_an_ingredient_passes_nothing_on():
    board = cloth(
        slips=("i1",), schakels=("a1", "a2"), ties=[("t", "a1"), ("a1", "i1"), ("i1", "a2")]
    )
    assert "a2" not in fabric(board).flow.distance


def test_the_theme_is_no_way_through_for_what_hangs_on_it():
    """A schakel that is tied to the theme reaches it, not what others carry."""
    board = cloth(
        slips=("i1",), schakels=("a1", "a2"), ties=[("t", "a1"), ("t", "a2"), ("a2", "i1")]
    )
    assert list(fabric(board).flow.dominators("i1")) == ["a2"]


def test_actors_in_a_ring_leave_no_single_thread_among_themselves():
    ring = [("a1", "a2"), ("a2", "a3"), ("a1", "a3")]
    ties = [("t", "a1"), ("t", "a2"), *ring, ("a3", "i1")]
    board = cloth(slips=("i1",), schakels=("a1", "a2", "a3"), ties=ties)
    assert list(fabric(board).flow.dominators("i1")) == ["a3"]


def test_a_chain_hangs_on_each_of_its_schakels():
    board = cloth(
        slips=("i1",), schakels=("a1", "a2"), ties=[("t", "a1"), ("a1", "a2"), ("a2", "i1")]
    )
    actors = structure(board, Source())["actors"]
    assert {key: actor["sole"] for key, actor in actors.items()} == {"a1": ["i1"], "a2": ["i1"]}
