"""A board that is frozen reads back as it was."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from board.model import Involvement
from board.schema import Position
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


@pytest.mark.parametrize(
    ("zone", "taken_at", "holding"),
    [
        ("Europe/Amsterdam", "2025-07-01T00:30:00+02:00", ["a01"]),
        ("UTC", "2025-06-30T22:30:00+00:00", []),
    ],
)
def test_a_day_begins_at_midnight_where_the_table_stands(zone, taken_at, holding):
    partner = Involvement("a01", Position.PARTNER, since="2025-07-01")
    made = cast(replace(example().board, involvements={"a01:partner": partner}), b"")
    late = datetime(2025, 6, 30, 22, 30, tzinfo=UTC)
    snapshot = replace(frozen()[2], taken_at=late)
    moment = moment_of(Stored(snapshot, made.frozen.content, zone=zone))
    assert moment.source.taken_at == taken_at
    assert moment.structure["positions"]["partner"] == holding


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
