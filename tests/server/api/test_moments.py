"""A board that is frozen reads back as it was."""

import json

from board.snapshot import content_hash
from server.api.moments import cast, moment_of
from server.store.snapshots import Snapshot
from tests.builders.boards import example
from tests.builders.stores import NOW


def frozen():
    board = example().board
    made = cast(board, b"state")
    return board, made, Snapshot("m1", "b1", "Avond 1", "", "rim", NOW, "p1", 1, 7, made.hash)


def test_the_hash_is_that_of_the_content_that_is_kept():
    _, made, _ = frozen()
    assert content_hash(json.loads(made.frozen.content)) == made.hash
    assert made.frozen.state == b"state"


def test_a_frozen_board_reads_back_with_its_source():
    board, made, snapshot = frozen()
    moment = moment_of(snapshot, made.frozen.content)
    assert set(moment.board.ingredients) == set(board.ingredients)
    assert moment.source.hash == moment.structure["source"]["hash"] == made.hash
    assert moment.title == "Avond 1"


def test_a_structure_that_is_known_is_not_computed_again():
    _, made, snapshot = frozen()
    known = {"source": "known"}
    assert moment_of(snapshot, made.frozen.content, known).structure is known
