"""The canonical export: lossless with names, honest without."""

import json

from hypothesis import given

from board.export.json import export_json
from board.neutral import from_export
from board.snapshot import content, content_hash
from tests.builders.boards import boards
from tests.builders.moments import example_moment, moment


@given(boards())
def test_with_names_it_reads_back_to_the_same_hash(board):
    frozen = moment(board)
    loaded = from_export(json.loads(export_json(frozen, names=True)))
    assert content_hash(content(loaded.board)) == frozen.source.hash
    assert loaded.taken_at == frozen.source.taken_at


def test_without_names_it_reads_back_as_a_board_with_the_same_fabric():
    loaded = from_export(json.loads(export_json(example_moment())))
    assert loaded.board.ties.keys() == example_moment().board.ties.keys()


def test_it_holds_the_structure_too():
    frozen = example_moment()
    assert json.loads(export_json(frozen, names=True))["structure"] == frozen.structure
