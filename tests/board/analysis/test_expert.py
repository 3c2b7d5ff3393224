"""Measures for experts, against networkx."""

import networkx as nx
import pytest
from hypothesis import given

from board.analysis import expert as subject
from board.analysis.expert import TooLargeError, expert
from board.analysis.graph import fabric
from tests.builders.boards import cloth
from tests.builders.fabrics import fabrics


def undirected(board):
    return nx.Graph(list(fabric(board).arcs))


@given(fabrics())
def test_betweenness_is_that_of_networkx(board):
    oracle = nx.betweenness_centrality(undirected(board))
    assert {key: found["betweenness"] for key, found in expert(board).items()} == {
        key: pytest.approx(oracle.get(key, 0.0), abs=6e-5) for key in expert(board)
    }


@given(fabrics())
def test_constraint_is_that_of_networkx(board):
    oracle = nx.constraint(undirected(board))
    for key, found in expert(board).items():
        expected = oracle.get(key)
        assert found["constraint"] == (expected and pytest.approx(expected, abs=6e-5))


def test_a_fabric_that_is_too_large_is_refused():
    slips = [f"i{n}" for n in range(subject.LIMIT)]
    board = cloth(slips=slips, schakels=("a1",), ties=[("a1", slip) for slip in slips])
    with pytest.raises(TooLargeError):
        expert(board)
