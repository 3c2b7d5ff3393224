"""The room as dialogues: RM1-RM12."""

from pycrdt import Doc, Map

from server.sync import messages, vectors
from server.sync.batch import MOST_AT_ONCE
from server.sync.effects import Broadcast, Persist, Reset, Send
from server.sync.limits import Limits
from server.sync.loaded import Loaded
from tests.builders import updates as u
from tests.builders.presence import shows, states_in
from tests.builders.table import NOTHING, Table, a_pass, closes, content, persists, sent_to


def a_table(*peers: int, limits: Limits | None = None) -> Table:
    table = Table(limits)
    for peer in peers:
        table.join(peer, a_pass(f"p{peer}"))
    return table


def document(*messages_: bytes) -> dict:
    """What a client holds that got these messages."""
    doc = Doc()
    for message in messages_:
        if message[0] == messages.SYNC and message[1] in (messages.STEP2, messages.UPDATE):
            doc.apply_update(messages.decode(message, 10**9).update)
    return content(doc)


def test_who_joins_gets_our_step_1():
    """RM1"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.settle()
    assert sent_to(2, table.room.join(2, a_pass())) == [messages.step1(vectors.packed({5: 1}))]


def test_who_joins_gets_everybodys_presence():
    """RM1"""
    table = a_table(1)
    table.say(1, shows(71, 1, {"cursor": [1, 2]}))
    _, presence = sent_to(2, table.room.join(2, a_pass()))
    assert states_in(presence)[71]["cursor"] == [1, 2]


def test_who_leaves_hears_nothing_more_and_its_words_stay():
    """RM2"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    table.room.leave(1)
    assert table.room.leave(1) == []
    assert sent_to(1, table.settle()) == []
    assert table.content() == {"ingredients": {"i1.text": "fiets"}}


def test_a_message_of_a_peer_that_is_gone_does_nothing():
    """RM2"""
    table = a_table(1)
    table.room.leave(1)
    assert table.write(1, u.note(5, 0)) == []
    assert not table.room.wants_flush


def test_a_changed_pass_counts_at_once():
    """RM3"""
    table = a_table(1)
    table.room.change_pass(1, a_pass("p1", role="viewer"))
    assert b'"forbidden"' in sent_to(1, table.write(1, u.note(5, 0)))[0]
    table.room.change_pass(1, a_pass("p1"))
    table.write(1, u.note(5, 0))
    assert persists(table.settle())


def test_a_step_1_is_answered_with_what_the_peer_lacks():
    """RM5"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.write(1, u.note(5, 1, "i2.text"))
    table.settle()
    table.room.join(2, a_pass())
    (answer,) = sent_to(2, table.say(2, messages.step1(vectors.packed({5: 1}))))
    assert answer[:2] == b"\x00\x01"
    update = messages.decode(answer, 10**6).update
    assert update == u.note(5, 1, "i2.text")


def test_an_answer_waits_for_the_batch_that_is_on_its_way():
    """RM5"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    table.room.join(2, a_pass())
    assert table.say(2, messages.step1(NOTHING)) == []
    (answer,) = sent_to(2, table.store(flushed))
    assert document(answer) == {"ingredients": {"i1.text": "fiets"}}


def test_our_step_1_leaves_out_what_is_only_on_its_way():
    """RM5"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.flush()
    assert sent_to(2, table.room.join(2, a_pass())) == [messages.step1(NOTHING)]


def test_a_peer_without_a_first_state_hears_of_no_change():
    """RM5: it would have a hole in what it knows."""
    table = a_table(1)
    table.join(2, synced=False)
    table.write(1, u.note(5, 0))
    assert sent_to(2, table.settle()) == []


def test_the_first_state_and_what_comes_after_it_make_the_whole():
    """RM5"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    table.write(1, u.note(5, 1, "i2.text"))
    heard = sent_to(2, table.join(2)) + sent_to(2, table.store(flushed))
    heard += sent_to(2, table.settle())
    assert document(*heard) == table.content()


def test_peers_that_have_nothing_share_one_first_state():
    """RM5"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.settle()
    first, second = (sent_to(peer, table.join(peer))[-1] for peer in (2, 3))
    assert first == second
    assert table.room._replica.whole() is table.room._replica.whole()


def test_a_flush_asks_for_one_batch_with_all_that_was_admitted():
    """RM6"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    table.write(2, u.note(6, 0, "i2.text"))
    table.write(1, u.rewrite(5, 1, (5, 0), "boom"))
    (persist,) = table.flush()
    assert persist.participants == ("p1", "p2")
    assert persist.bindings == {5: "p1", 6: "p2"}
    assert table.content() == {"ingredients": {"i1.text": "boom", "i2.text": "fiets"}}


def test_a_client_id_is_bound_in_the_batch_of_its_first_use_only():
    """RM6, GA7"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.settle()
    table.write(1, u.note(5, 1, "i2.text"))
    (persist,) = table.flush()
    assert persist.bindings == {}


def test_one_batch_is_on_its_way_at_a_time():
    """RM6"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    first = table.flush()
    table.write(1, u.note(5, 1, "i2.text"))
    assert not table.room.wants_flush
    assert table.flush() == []
    table.store(first)
    assert table.room.wants_flush
    assert [persist.batch for persist in persists(table.flush())] == [2]


def test_a_flush_takes_no_more_than_can_be_applied_without_holding_others_up():
    """RM6, ST2"""
    table = Table(Limits(updates_per_second=0))
    table.join(1)
    for clock in range(MOST_AT_ONCE + 2):
        table.write(1, u.note(5, clock, f"i{clock}.text"))
    first = table.store(table.flush())
    assert sent_to(1, first) == [messages.stored(MOST_AT_ONCE)]
    assert sent_to(1, table.store(table.flush())) == [messages.stored(MOST_AT_ONCE + 2)]
    assert not table.room.wants_flush


def test_nothing_is_told_before_it_is_durable():
    """RM7"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    assert all(isinstance(effect, Persist) for effect in flushed)
    assert not table.room.durable
    assert sent_to(2, table.store(flushed)) == [messages.update(u.note(5, 0))]
    assert table.room.durable


def test_a_batch_is_told_in_one_message_to_all():
    """RM7"""
    table = a_table(*range(1, 100))
    table.write(1, u.note(5, 0))
    table.write(2, u.note(6, 0, "i2.text"))
    told = [e for e in table.settle() if isinstance(e, Broadcast)]
    assert [len(broadcast.peers) for broadcast in told] == [99]


def test_a_lone_author_does_not_hear_its_own_words():
    """RM7"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    assert sent_to(1, table.settle()) == [messages.stored(1)]


def test_a_batch_that_somebody_says_is_stored_twice_is_told_once():
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    assert table.store(flushed)
    assert table.store(flushed) == []
    assert table.room.stored(77) == []


def test_the_same_update_twice_is_harmless():
    """GA6"""
    table = a_table(1, 2)
    for _ in range(2):
        table.write(1, u.note(5, 0))
    table.settle()
    table.write(1, u.note(5, 0))
    assert table.settle() == []
    assert len(table.log) == 1


def with_a_document_that_differs(table: Table) -> Table:
    """Let the document hold something that the room does not know of."""
    table.room.doc.apply_update(u.note(999, 0, "i9.text"))
    return table


def test_a_state_vector_that_is_not_foreseen_resets_the_room():
    """RM8"""
    table = with_a_document_that_differs(a_table(1, 2))
    table.write(1, u.note(5, 0))
    table.write(2, u.note(6, 0, "i2.text"))
    (reset,) = table.flush()
    assert isinstance(reset, Reset)
    assert b"fiets" in reset.case


def test_a_room_that_asked_for_a_reset_does_nothing_more():
    """RM8"""
    table = with_a_document_that_differs(a_table(1, 2))
    table.write(1, u.note(5, 0))
    table.flush()
    assert not table.room.wants_flush
    assert not table.room.durable
    assert table.write(2, u.note(6, 0)) + table.flush() + table.room.drained(1) == []
    assert closes(table.room.join(3, a_pass())) == {3: 1013}


def test_the_lone_author_of_a_failing_batch_is_sent_away_for_good():
    """RM9"""
    table = with_a_document_that_differs(a_table(1, 2))
    table.write(1, u.note(5, 0))
    assert closes(table.flush()) == {1: 4400}


def test_a_careful_room_applies_one_change_at_a_time():
    """RM9"""
    table = Table(loaded=Loaded(careful=True))
    table.join(1)
    table.join(2)
    table.write(1, u.note(5, 0))
    table.write(2, u.note(6, 0, "i2.text"))
    table.write(1, u.note(5, 1, "i3.text"))
    effects = table.settle()
    assert [persist.batch for persist in persists(effects)] == [1, 2, 3]
    assert [m for m in sent_to(1, effects) if m[0] == 80] == [
        messages.stored(1),
        messages.stored(2),
    ]


def test_a_lagging_peer_skips_flushes_and_gets_one_difference():
    """RM10"""
    table = a_table(1, 2)
    table.room.lagging(2)
    for clock in range(3):
        table.write(1, u.note(5, clock, f"i{clock}.text"))
        assert sent_to(2, table.settle()) == []
    (difference,) = sent_to(2, table.room.drained(2))
    assert difference[:2] == b"\x00\x02"
    assert document(difference) == table.content()


def test_the_difference_begins_where_the_peer_began_to_lag():
    """RM10"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    table.settle()
    table.room.lagging(2)
    table.room.lagging(2)
    table.write(1, u.note(5, 1, "i2.text"))
    table.settle()
    assert sent_to(2, table.room.drained(2)) == [messages.update(u.note(5, 1, "i2.text"))]


def test_a_batch_on_its_way_when_a_peer_begins_to_lag_is_in_the_difference():
    """RM10"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    table.room.lagging(2)
    table.store(flushed)
    (difference,) = sent_to(2, table.room.drained(2))
    assert document(difference) == table.content()


def test_a_difference_waits_for_the_batch_that_is_on_its_way():
    """RM10"""
    table = a_table(1, 2)
    table.room.lagging(2)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    assert table.room.drained(2) == []
    (difference,) = sent_to(2, table.store(flushed))
    assert document(difference) == table.content()


def test_a_peer_that_missed_nothing_gets_no_difference():
    """RM10"""
    table = a_table(1, 2)
    table.room.lagging(2)
    assert table.room.drained(2) == []
    assert table.room.drained(2) == []


def test_a_peer_that_caught_up_hears_of_changes_again():
    """RM10"""
    table = a_table(1, 2)
    table.room.lagging(2)
    table.room.drained(2)
    table.write(1, u.note(5, 0))
    assert sent_to(2, table.settle()) == [messages.update(u.note(5, 0))]


def test_a_lagging_peer_is_told_the_presence_it_missed():
    """RM10"""
    table = a_table(1, 2, 3)
    table.say(3, shows(73, 1, {"cursor": [0, 0]}))
    table.settle()
    table.room.lagging(2)
    table.say(1, shows(71, 1, {"cursor": [1, 2]}))
    table.room.leave(3)
    assert sent_to(2, table.settle()) == []
    (presence,) = sent_to(2, table.room.drained(2))
    assert states_in(presence)[71]["cursor"] == [1, 2]
    assert states_in(presence)[73] is None


def test_a_step_1_of_a_lagging_peer_waits_until_it_is_drained():
    """RM10"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.settle()
    table.join(2, synced=False)
    table.room.lagging(2)
    assert table.say(2, messages.step1(NOTHING)) == []
    (answer,) = sent_to(2, table.room.drained(2))
    assert document(answer) == table.content()


def test_a_batch_that_cannot_be_stored_is_kept_and_told_after_a_retry():
    """RM11"""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    (persist,) = table.flush()
    said = table.room.unstored(persist.batch, "disk full")
    assert b'"degraded"' in sent_to(2, said)[0]
    assert table.room.degraded
    assert table.room.retry() == [persist]
    effects = table.store(table.room.retry())
    assert sent_to(2, effects)[0] == messages.update(u.note(5, 0))
    assert b'"stored_again"' in sent_to(2, effects)[1]
    assert not table.room.degraded


def test_new_writes_are_refused_while_nothing_can_be_stored():
    """RM11, RE2: and asked for again afterwards, once."""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    (persist,) = table.flush()
    table.room.unstored(persist.batch, "disk full")
    for clock in (0, 1):
        (refusal,) = sent_to(2, table.write(2, u.note(6, clock, f"i{clock}.at")))[:1]
        assert b'"degraded"' in refusal
    effects = table.room.stored(persist.batch)
    assert sent_to(2, effects).count(messages.step1(vectors.packed({5: 1}))) == 1
    assert messages.step1(vectors.packed({5: 1})) not in sent_to(1, effects)


def test_what_was_admitted_before_the_store_went_away_is_kept():
    """RM11"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    (persist,) = table.flush()
    table.write(1, u.note(5, 1, "i2.text"))
    table.room.unstored(persist.batch, "disk full")
    assert table.flush() == []
    table.store(table.room.retry())
    table.settle()
    assert table.content() == {"ingredients": {"i1.text": "fiets", "i2.text": "fiets"}}
    assert len(table.log) == 2


def test_who_joins_while_nothing_can_be_stored_is_told_so():
    """RM11"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    (persist,) = table.flush()
    table.room.unstored(persist.batch, "disk full")
    assert b'"degraded"' in sent_to(2, table.room.join(2, a_pass()))[-1]


def test_there_is_nothing_to_retry_in_a_healthy_room():
    """RM11"""
    table = a_table(1)
    assert table.room.retry() == []
    table.write(1, u.note(5, 0))
    table.flush()
    assert table.room.retry() == []
    assert table.room.unstored(9, "late") == []


def test_a_table_has_a_bounded_number_of_places():
    """RM12"""
    table = a_table(1, 2, limits=Limits(peers=2))
    assert closes(table.room.join(3, a_pass())) == {3: 1013}
    assert table.say(3, messages.step1(NOTHING)) == []
    table.room.leave(3)
    table.room.leave(1)
    assert closes(table.room.join(3, a_pass())) == {}


def test_a_room_is_idle_when_nobody_is_there_and_all_is_stored():
    table = a_table(1)
    assert not table.room.idle
    table.write(1, u.note(5, 0))
    table.room.leave(1)
    assert not table.room.idle
    flushed = table.flush()
    assert not table.room.idle
    table.store(flushed)
    assert table.room.idle


def test_a_reload_holds_what_was_stored():
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    table.write(2, u.note(6, 0, "i2.text"))
    table.settle()
    table.write(1, u.rewrite(5, 1, (5, 0), "boom"))
    table.settle()
    again = table.reloaded()
    assert content(again.doc) == table.content()


def test_a_stock_client_gets_only_what_it_knows():
    """ME4: y-websocket knows the types 0 to 3."""
    table = a_table(1)
    heard = sent_to(2, table.join(2, a_pass("bob", speaks=False)))
    table.write(2, u.note(6, 0))
    table.write(1, u.note(5, 0))
    heard += sent_to(2, table.settle()) + sent_to(2, table.room.tell_session("{}"))
    assert {message[0] for message in heard} == {0}


def test_writing_through_a_room_is_as_writing_to_a_document():
    """The bytes that a client of ours makes go through unchanged."""
    writer = Doc(client_id=7)
    seats = writer.get("seats", type=Map)
    with writer.transaction():
        seats["s1"] = {}
        seats["s1.label"] = "stoel 1"
    table = a_table(1, 2)
    table.write(1, writer.get_update())
    (_, broadcast, *_) = table.settle()
    assert isinstance(broadcast, Broadcast)
    assert document(broadcast.message) == content(writer)


def test_presence_and_changes_of_one_flush_go_their_own_ways():
    """PR1, RM7: presence does not wait for the store."""
    table = a_table(1, 2)
    table.write(1, u.note(5, 0))
    table.say(1, shows(71, 1, {"cursor": [1, 2]}))
    presence, persist = table.flush()
    assert isinstance(presence, Broadcast)
    assert presence.droppable
    assert isinstance(persist, Persist)
    assert not any(isinstance(effect, Send) for effect in (presence, persist))
