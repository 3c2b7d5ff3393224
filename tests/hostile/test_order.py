"""What arrives out of order: pycrdt 0.14 loses it for good, so the gate never lets it through."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Map

from server.sync import messages
from tests.builders import updates as u
from tests.builders.table import Table, a_pass, content, sent_to

EDITS = st.lists(
    st.tuples(st.sampled_from(["i1.text", "i2.text", "i1.at"]), st.integers(0, 9)),
    min_size=2,
    max_size=8,
)


def history(edits) -> tuple[list[bytes], Doc]:
    """Two registers per transaction, as updates in the order in which they were made."""
    doc = Doc(client_id=100)
    notes = doc.get("ingredients", type=Map)
    log: list[bytes] = []
    subscription = doc.observe(lambda event: log.append(event.update))
    for key, value in edits:
        with doc.transaction():
            notes[key] = f"{value}"
            notes["i3.text"] = f"{value}!"
    doc.unobserve(subscription)
    return log, doc


@given(edits=EDITS, data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_updates_in_any_order_end_as_in_the_order_they_were_made(edits, data):
    """GA3, RE2: what has a hole before it is refused, asked for, and comes again."""
    log, writer = history(edits)
    table = Table()
    table.join(1, a_pass("ann"))
    for update in data.draw(st.permutations(log)):
        table.write(1, update)
        if data.draw(st.booleans()):
            table.settle()
    table.write(1, writer.get_update(), answers=True)
    table.settle()
    assert content(table.room.doc) == content(writer)
    assert content(table.reloaded().doc) == content(writer)


def test_a_word_split_in_the_middle_of_an_emoji_does_not_get_in():
    """CO3, UP4: text `a😀b` and the edit that a naive browser makes of it."""
    table = Table()
    table.join(1, a_pass("ann"))
    place = bytes([u.KEY | u.TYPE]) + b"\x01\x05seats\x08s1.label\x02"
    refused = table.write(1, u.update(u.section(5, 0, place)))
    assert b'"content"' in sent_to(1, refused)[0]
    half = bytes([u.KEY | u.ANY]) + b"\x01\x05seats\x08s1.label\x01\x77\x04a\xed\xb8\x81"
    closed = table.write(1, u.update(u.section(5, 0, half)))
    assert [effect.code for effect in closed] == [4400]
    assert not table.room.wants_flush


def test_what_a_board_holds_can_always_be_encoded_and_read_again():
    """RM5: also with every kind of character in it."""
    table = Table()
    table.join(1, a_pass("ann"))
    for clock, words in enumerate(["😀", "a😀b", "é", "👩‍👩‍👧", "\u0000", "الحي"]):
        table.write(1, u.note(5, clock, f"i{clock}.text", words))
    table.settle()
    again = Doc()
    again.apply_update(messages.decode(table.join(2)[-1].message, 10**6).update)
    assert content(again) == table.content()
