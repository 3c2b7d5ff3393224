"""A board that is frozen reads back as it was."""

import json
from dataclasses import replace

from board.snapshot import content_hash
from server.api.moments import Stored, cast, moment_of
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
    moment = moment_of(Stored(snapshot, made.frozen.content))
    assert set(moment.board.ingredients) == set(board.ingredients)
    assert moment.source.hash == moment.structure["source"]["hash"] == made.hash
    assert moment.title == "Avond 1"


def test_a_structure_that_is_known_is_not_computed_again():
    _, made, snapshot = frozen()
    known = {"source": "known"}
    assert moment_of(Stored(snapshot, made.frozen.content), known).structure is known


def test_a_position_seen_three_times_alike_is_asked_for_again():
    _, made, snapshot = frozen()
    text = made.frozen.content
    rules = [
        {f["rule"] for f in moment_of(Stored(snapshot, text, earlier)).structure["findings"]}
        for earlier in ([text] * 2, [text] * 3)
    ]
    assert ["stale_position" in found for found in rules] == [False, True]


def test_a_snapshot_goes_by_the_thresholds_that_held_when_it_was_taken():
    _, made, snapshot = frozen()
    strict = replace(snapshot, analysis='{"thinThread": 1}')
    found = [
        sum(
            f["rule"] == "thin_thread"
            for f in moment_of(Stored(one, made.frozen.content)).structure["findings"]
        )
        for one in (snapshot, strict)
    ]
    assert found[1] > found[0]
