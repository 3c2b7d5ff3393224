"""Presence: PR1-PR8."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sync import doing, messages
from server.sync.codec import uint
from server.sync.effects import Broadcast
from tests.builders import updates as u
from tests.builders.presence import entries_in, entry, repeats, shows, states_in
from tests.builders.table import Table, a_pass, closes, sent_to

CURSOR = {"cursor": [1, 2]}


def a_table(*peers: int) -> Table:
    table = Table()
    for peer in peers:
        table.join(peer, a_pass(f"p{peer}"))
    return table


def told(table: Table, peer: int = 2) -> dict:
    """The states that `peer` hears of with the next flush."""
    out: dict = {}
    for message in sent_to(peer, table.flush()):
        out |= states_in(message)
    return out


def shown(state: object) -> dict:
    """What others get to see of a state, without the stamp."""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, state))
    seen = told(table)[71]
    seen.pop("user")
    return seen


def test_the_newest_state_of_each_is_told_in_one_message():
    """PR1"""
    table = a_table(1, 2, 3)
    table.say(1, shows(71, 1, {"cursor": [0, 0]}))
    table.say(1, shows(71, 2, {"cursor": [1, 1]}))
    table.say(3, shows(73, 5, {"cursor": [3, 3]}))
    (broadcast,) = table.flush()
    assert isinstance(broadcast, Broadcast)
    assert broadcast.droppable
    assert set(broadcast.peers) == {1, 2, 3}
    clocks = {own: clock for own, (clock, _) in entries_in(broadcast.message).items()}
    assert clocks == {71: 2, 73: 5}
    assert states_in(broadcast.message)[71]["cursor"] == [1, 1]


def test_what_was_told_is_not_told_again():
    """PR1"""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, CURSOR))
    assert table.room.wants_flush
    assert told(table)
    assert not table.room.wants_flush
    assert table.flush() == []


def test_presence_does_not_wait_for_a_batch_on_its_way():
    """PR1"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    table.flush()
    table.say(1, shows(71, 1, CURSOR))
    assert told(table)


@pytest.mark.parametrize(
    "state",
    [
        {"cursor": [12.5, -3]},
        {"cursor": {"x": 1, "y": 2.5}},
        {"drag": {"i1": [1, 2], "a1": {"x": 1, "y": 2}}},
        {"ink": {"id": "x1", "pen": "blue", "width": 3, "points": [[1, 2], [3, 4]]}},
        {"editing": "ingredients/i1.text"},
        {"selection": ["i1", "a1~t"]},
        {"view": {"seat": "s1"}},
        {"view": {"seat": None}},
        {},
    ],
    ids=json.dumps,
)
def test_a_known_field_that_fits_is_kept(state):
    """PR2"""
    assert shown(state) == state


@pytest.mark.parametrize(
    "state",
    [
        {"name": "eve", "color": "#f00"},
        {"cursor": None},
        {"cursor": [1]},
        {"cursor": [1, "2"]},
        {"cursor": [True, 2]},
        {"cursor": [1, 1e9]},
        {"cursor": [[1], 2]},
        {"cursor": {"x": 1, "y": 2, "z": 3}},
        {"cursor": {"anchor": {}, "head": {}}},
        {"drag": [1, 2]},
        {"drag": {"i1": None}},
        {"drag": {f"i{n}": [0, 0] for n in range(201)}},
        {"drag": {"i" * 101: [0, 0]}},
        {"ink": {"id": "x1", "points": []}},
        {"ink": {"id": "x1", "pen": "blue", "width": "3", "points": []}},
        {"ink": {"id": "x1", "pen": "blue", "width": 3, "points": [[1]]}},
        {"ink": {"id": "x1", "pen": "blue", "width": 3, "points": [[1, 2]] * 601}},
        {"editing": ["i1"]},
        {"editing": "x" * 101},
        {"selection": "i1"},
        {"selection": [["i1"]]},
        {"view": {"seat": 1}},
        {"view": {"seat": "s1", "more": 1}},
        {"__proto__": {"cursor": [1, 2]}},
    ],
    ids=lambda state: json.dumps(state)[:60],
)
def test_a_field_that_is_unknown_or_does_not_fit_is_left_out(state):
    """PR2"""
    assert doing.parse(json.dumps(state)) == {}


@pytest.mark.parametrize(
    "words",
    [
        "NaN",
        '{"cursor":[NaN,1]}',
        '{"cursor":[Infinity,1]}',
        "{",
        "",
        "[" * 4_000,
        '{"a":1}x',
        "undefined",
    ],
    ids=lambda words: words[:20],
)
def test_what_is_no_json_is_malformed(words):
    """PR2, ME2"""
    table = a_table(1, 2)
    assert closes(table.say(1, shows(71, 1, words))) == {1: 4400}
    assert told(table) == {}


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 400, "-" + "9" * 4_000, "true"])
def test_a_number_out_of_reach_is_left_out(number):
    """PR2"""
    assert doing.parse(f'{{"cursor":[1,{number}]}}') == {}


@given(words=st.text(max_size=60))
def test_no_text_does_anything_but_parse_or_fail(words):
    """PR2"""
    try:
        state = doing.parse(words)
    except ValueError:
        return
    assert state is None or not state.keys() - doing.FIELDS.keys()


def test_what_a_connection_repeats_of_others_is_passed_over():
    """PR3: y-websocket clients send on what they hear."""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, {"cursor": [1, 1]}))
    table.say(2, shows(72, 1, {"cursor": [2, 2]}))
    told(table)
    table.say(2, repeats(entry(71, 9, {"cursor": [6, 6]}), entry(72, 2, {"cursor": [3, 3]})))
    seen = told(table, 1)
    assert set(seen) == {72}
    assert seen[72]["cursor"] == [3, 3]


def test_nobody_removes_anothers_presence():
    """PR3: not even a client that thinks the other is gone."""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, CURSOR))
    table.say(2, shows(72, 1, CURSOR))
    told(table)
    table.say(2, shows(71, 1, None))
    assert told(table) == {}


def test_a_connection_has_one_presence_id():
    """PR4"""
    table = a_table(1, 2)
    table.say(1, repeats(*(entry(n, 1, CURSOR) for n in range(100, 200))))
    table.say(1, shows(999, 1, CURSOR))
    assert set(told(table)) == {100}


def test_another_participant_does_not_get_a_presence_id_that_was_used():
    """PR4: nor after its user left, with a clock that would freeze them out."""
    table = a_table(1, 2, 3)
    table.say(1, shows(71, 1, CURSOR))
    table.room.leave(1)
    table.say(3, shows(71, 2**31 - 1, CURSOR))
    assert set(told(table)) == {71}
    table.join(4, a_pass("p1"))
    table.say(4, shows(71, 2, CURSOR))
    assert told(table)[71]["user"]["id"] == "p1"


def test_nobody_writes_first_under_an_id_that_another_shows():
    """GA7: browsers show themselves under the id under which they will write."""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, CURSOR))
    assert b'"foreign"' in sent_to(2, table.write(2, u.note(71, 0)))[0]
    table.write(1, u.note(71, 0))
    assert table.room.wants_flush


def test_nobody_shows_itself_under_an_id_under_which_another_writes():
    """PR4"""
    table = a_table(1, 2)
    table.write(1, u.note(71, 0))
    table.settle()
    table.say(2, shows(71, 1, CURSOR))
    assert told(table) == {}
    table.say(1, shows(71, 1, CURSOR))
    assert told(table)[71]["user"]["id"] == "p1"


def test_a_newer_connection_of_the_same_participant_takes_its_presence_id_over():
    """PR4: the old socket may hang half open for a while."""
    table = a_table(1, 2)
    table.say(1, shows(71, 4, CURSOR))
    table.join(3, a_pass("p1"))
    table.say(3, shows(71, 5, {"cursor": [9, 9]}))
    assert told(table)[71]["cursor"] == [9, 9]
    table.room.leave(1)
    assert told(table) == {}


def test_a_connection_that_repeats_its_own_old_state_does_not_take_over():
    """PR4"""
    table = a_table(1, 2)
    table.say(1, shows(71, 4, CURSOR))
    table.join(3, a_pass("p1"))
    told(table)
    table.say(3, shows(71, 4, CURSOR))
    assert told(table) == {}
    table.say(1, shows(71, 5, {"cursor": [5, 5]}))
    assert told(table)[71]["cursor"] == [5, 5]


def test_who_comes_back_with_the_clock_it_left_with_is_there_again():
    """PR4: a y-websocket client sends its state unchanged when it reconnects."""
    table = a_table(1, 2)
    table.say(1, shows(71, 4, CURSOR))
    table.room.leave(1)
    assert told(table) == {71: None}
    table.join(3, a_pass("p1"))
    table.say(3, shows(71, 4, CURSOR))
    assert told(table)[71]["cursor"] == [1, 2]


def test_the_server_says_who_it_is():
    """PR5"""
    table = Table()
    table.join(1, a_pass("ann", seat="s3"))
    table.join(2)
    table.say(1, shows(71, 1, {"user": {"name": "Koning", "color": "#f00"}, "cursor": [1, 2]}))
    user = told(table)[71]["user"]
    assert user == {"id": "ann", "name": "Ann", "seat": "s3", "role": "participant"}


def test_a_new_seat_shows_with_the_next_state():
    """PR5, RM3"""
    table = a_table(1, 2)
    table.room.change_pass(1, a_pass("p1", seat="s9"))
    table.say(1, shows(71, 1, CURSOR))
    assert told(table)[71]["user"]["seat"] == "s9"


def test_a_state_above_four_kibibytes_is_passed_over():
    """PR5"""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, {"x": "y" * 5_000}))
    assert told(table) == {}
    table.say(1, shows(71, 2, CURSOR))
    assert told(table)[71]["cursor"] == [1, 2]


def test_who_only_showed_too_much_shows_nothing():
    """PR5, RM10: also to a peer that missed it all."""
    table = a_table(1, 2)
    table.room.lagging(2)
    table.say(1, shows(71, 1, {"x": "y" * 5_000}))
    assert table.room.drained(2) == []


@pytest.mark.parametrize("clock", [0, 4, 5])
def test_an_older_state_changes_nothing(clock):
    """PR6"""
    table = a_table(1, 2)
    table.say(1, shows(71, 5, CURSOR))
    told(table)
    table.say(1, shows(71, clock, {"cursor": [9, 9]}))
    assert told(table) == {}


@pytest.mark.parametrize("clock", [2**31, 2**53])
def test_a_clock_that_is_too_high_is_malformed(clock):
    """PR6"""
    assert closes(a_table(1).say(1, shows(71, clock, CURSOR))) == {1: 4400}


@pytest.mark.parametrize(
    "states",
    [b"", b"\x01", b"\x01\x47", uint(10**6) + entry(71, 1, {}), b"\x00\x00", b"\x01\x47\x01\x09{}"],
    ids=repr,
)
def test_presence_that_does_not_decode_is_malformed(states):
    """ME2, CO4"""
    assert closes(a_table(1).say(1, messages.awareness(states))) == {1: 4400}


def test_a_presence_message_holds_a_bounded_number_of_entries():
    """ME2"""
    many = repeats(*(entry(n, 1, {}) for n in range(1_001)))
    assert closes(a_table(1).say(1, many)) == {1: 4400}


def test_the_presence_of_who_leaves_becomes_null():
    """PR7"""
    table = a_table(1, 2)
    table.say(1, shows(71, 3, CURSOR))
    told(table)
    table.room.leave(1)
    (message,) = sent_to(2, table.flush())
    assert entries_in(message) == {71: (3, None)}


def test_a_client_says_itself_that_it_goes():
    """PR7"""
    table = a_table(1, 2)
    table.say(1, shows(71, 3, CURSOR))
    table.say(1, shows(71, 4, None))
    assert told(table) == {71: None}
    table.room.leave(1)
    assert told(table) == {}


def test_who_never_showed_anything_leaves_without_a_word():
    """PR7"""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, None))
    table.room.leave(1)
    assert table.flush() == []


def test_query_awareness_is_answered_with_all_states():
    """PR8"""
    table = a_table(1, 2)
    table.say(1, shows(71, 1, CURSOR))
    (answer,) = sent_to(2, table.say(2, b"\x03"))
    assert set(states_in(answer)) == {71}


def test_query_awareness_at_an_empty_table_is_not_answered():
    """PR8"""
    assert a_table(1).say(1, b"\x03") == []


def test_the_ids_of_those_who_left_are_remembered_within_bounds():
    """PR4"""
    table = Table()
    for peer in range(1_200):
        table.join(peer)
        table.say(peer, shows(10_000 + peer, 1, CURSOR))
        table.room.leave(peer)
        table.flush()
    assert len(table.room._presence._states) <= 1_001
