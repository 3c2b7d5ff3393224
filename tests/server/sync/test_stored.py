"""Acknowledgement and refusal: ST1-ST3, RE1-RE2."""

import json

import pytest

from server.sync import messages, vectors
from server.sync.effects import Effect
from server.sync.refusal import WORDS
from tests.builders import updates as u
from tests.builders.table import Table, a_pass, sent_to


def a_table(*peers: int) -> Table:
    table = Table()
    for peer in peers:
        table.join(peer, a_pass(f"p{peer}"))
    return table


def stored(peer: int, effects: list[Effect]) -> list[int]:
    """The numbers that a peer is told are stored."""
    return [m[1] for m in sent_to(peer, effects) if m[0] == messages.STORED]


def notices(peer: int, effects: list[Effect]) -> list[dict]:
    found = [m for m in sent_to(peer, effects) if m[0] == messages.NOTICE]
    return [json.loads(m[m.index(b"{") :]) for m in found]


def test_each_update_and_step_2_counts():
    """ST1"""
    table = a_table(1)
    assert stored(1, table.write(1, u.update(), answers=True)) == [1]
    table.write(1, u.note(5, 0))
    table.write(1, u.note(5, 1, "i2.text"))
    assert stored(1, table.settle()) == [3]


def test_a_step_1_and_presence_do_not_count():
    """ST1"""
    table = a_table(1)
    table.say(1, messages.step1(b"\x00"))
    table.say(1, messages.awareness(b"\x00"))
    assert stored(1, table.write(1, u.update())) == [1]


def test_counting_begins_anew_with_each_connection():
    """ST1"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.settle()
    table.room.leave(1)
    table.join(2, a_pass("p1"))
    assert stored(2, table.write(2, u.note(5, 0))) == [1]


def test_nothing_counts_as_stored_before_it_is_durable():
    """ST2"""
    table = a_table(1)
    assert table.write(1, u.note(5, 0)) == []
    flushed = table.flush()
    assert stored(1, flushed) == []
    assert stored(1, table.store(flushed)) == [1]


def test_what_came_after_the_batch_is_not_yet_stored():
    """ST2"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    table.write(1, u.note(5, 1, "i2.text"))
    table.write(1, u.note(5, 2, "i3.text"))
    assert stored(1, table.store(flushed)) == [1]
    assert stored(1, table.settle()) == [3]


def test_each_author_of_a_batch_is_told_its_own_number():
    """ST2"""
    table = a_table(1, 2, 3)
    table.write(1, u.note(5, 0))
    table.write(2, u.note(6, 0, "i2.text"))
    table.write(2, u.note(6, 1, "i3.text"))
    effects = table.settle()
    assert [stored(peer, effects) for peer in (1, 2, 3)] == [[1], [2], []]


def test_a_refused_update_counts_at_once_if_nothing_is_under_way():
    """ST2"""
    table = a_table(1)
    assert stored(1, table.write(1, u.note(5, 0, "i1.colour"))) == [1]


def test_a_refused_update_counts_after_those_that_are_under_way():
    """ST2"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    assert stored(1, table.write(1, u.note(6, 0, "i1.colour"))) == []
    table.write(1, u.note(5, 1, "i2.text"))
    assert stored(1, table.settle()) == [3]


def test_what_was_sent_again_counts_when_it_is_durable():
    """ST3"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    flushed = table.flush()
    assert table.write(1, u.note(5, 0)) == []
    assert stored(1, table.store(flushed)) == [2]
    assert stored(1, table.write(1, u.note(5, 0))) == [3]


def test_what_was_sent_again_over_a_new_connection_counts_when_it_is_durable():
    """ST3"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    table.room.leave(1)
    table.join(2, a_pass("p1"))
    table.write(2, u.note(5, 0))
    flushed = table.flush()
    assert stored(2, flushed) == []
    assert stored(2, table.store(flushed)) == [1]


def test_a_stock_client_is_not_told_what_is_stored():
    """ME4"""
    table = Table()
    table.join(1, a_pass(speaks=False))
    table.write(1, u.note(5, 0))
    assert sent_to(1, table.settle()) == []


def test_a_refusal_says_why_and_which():
    """RE1"""
    table = a_table(1)
    table.write(1, u.note(5, 0))
    (notice,) = notices(1, table.write(1, u.note(6, 0, "i1.colour")))
    assert notice == {"code": "key", "text": WORDS["key"], "update": 2}


@pytest.mark.parametrize("words", WORDS.values())
def test_the_words_of_a_refusal_are_a_sentence(words):
    """RE1"""
    assert words[0].isupper()
    assert words.endswith(".")


def answered(table: Table) -> Table:
    """Let peer 1 answer our first step 1."""
    table.write(1, u.update(), answers=True)
    return table


STEP1 = messages.step1(vectors.packed({5: 1}))


def with_a_word() -> Table:
    table = answered(a_table(1))
    table.write(1, u.note(5, 0))
    table.settle()
    return table


def test_a_gap_is_answered_with_a_fresh_step_1():
    """RE2"""
    assert STEP1 in sent_to(1, with_a_word().write(1, u.note(5, 3)))


def test_there_is_at_most_one_unanswered_step_1():
    """RE2"""
    table = with_a_word()
    table.write(1, u.note(5, 3))
    assert STEP1 not in sent_to(1, table.write(1, u.note(5, 4)))
    table.write(1, u.note(5, 1, "i2.text"), answers=True)
    table.settle()
    assert messages.step1(vectors.packed({5: 2})) in sent_to(1, table.write(1, u.note(5, 4)))


def test_a_step_2_with_a_gap_is_not_asked_for_again():
    """RE2: a client that cannot close its gap would answer for ever."""
    table = with_a_word()
    effects = table.write(1, u.note(5, 3), answers=True)
    assert [notice["code"] for notice in notices(1, effects)] == ["gap"]
    assert STEP1 not in sent_to(1, effects)


def test_a_client_that_writes_before_it_answered_heals_by_its_answer():
    """RE2: as y-websocket does when one types while it connects."""
    table = a_table(1)
    word, more = u.item("seats", "s1", {}), u.item("seats", "s2", {})
    effects = table.write(1, u.update(u.section(5, 1, more)))
    assert [notice["code"] for notice in notices(1, effects)] == ["gap"]
    table.write(1, u.update(u.section(5, 0, word, more)), answers=True)
    assert stored(1, table.settle()) == [2]
    assert set(table.content()["seats"]) == {"s1", "s2"}


def test_a_refusal_for_good_is_not_asked_for_again():
    """RE2"""
    assert STEP1 not in sent_to(1, with_a_word().write(1, u.note(5, 1, "i1.colour")))


def test_a_gap_is_no_permission_denied_to_a_stock_client():
    """RE2, ME4: only the step 1 goes out."""
    table = Table()
    table.join(1, a_pass(speaks=False))
    table.write(1, u.update(), answers=True)
    assert sent_to(1, table.write(1, u.note(5, 3))) == [messages.step1(b"\x00")]
