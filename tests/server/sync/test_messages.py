"""The messages: ME1-ME5."""

import json

import pytest

from server.sync import messages
from server.sync.codec import TOO_BIG, ProtocolError, Reader, sized, text, uint
from server.sync.limits import Limits
from server.sync.messages import Awareness, QueryAwareness, Step1, Update
from tests.builders.table import Table, a_pass, closes, sent_to
from tests.builders.updates import note

PLENTY = 1_000_000


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (messages.step1(b"\x00"), Step1(b"\x00")),
        (messages.step2(b"\x00\x00"), Update(b"\x00\x00", answers=True)),
        (messages.update(b"\x00\x00"), Update(b"\x00\x00", answers=False)),
        (messages.awareness(b"\x00"), Awareness(b"\x00")),
        (b"\x03", QueryAwareness()),
    ],
)
def test_each_message_of_a_client_is_understood(data, message):
    """ME1"""
    assert messages.decode(data, PLENTY) == message


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x02\x00\x00",
        b"\x04",
        b"\x00\x03\x00",
        b"\x00",
        uint(80) + b"\x01",
        uint(81) + text("{}"),
        uint(83) + b"\x01\x00",
        uint(82) + text("{}"),
        b"\x63",
    ],
    ids=repr,
)
def test_a_message_that_clients_do_not_send_is_malformed(data):
    """ME1"""
    with pytest.raises(ProtocolError):
        messages.decode(data, PLENTY)


@pytest.mark.parametrize("more", [b"\x00", b"\x00\x00\x01\x00"])
def test_a_second_message_in_the_frame_is_malformed(more):
    """ME1"""
    with pytest.raises(ProtocolError):
        messages.decode(messages.step1(b"\x00") + more, PLENTY)


def test_a_length_longer_than_the_message_is_malformed():
    """CO2: a short read is no read."""
    with pytest.raises(ProtocolError):
        messages.decode(b"\x00\x02\x05abc", PLENTY)


def test_a_malformed_message_closes_its_peer_alone():
    """ME2, RM4: and nothing more of that peer is taken in."""
    table = Table()
    table.join(1)
    table.join(2)
    assert closes(table.say(1, b"\x63")) == {1: 4400}
    assert table.write(1, note(5, 0)) == []
    assert table.write(2, note(6, 0)) == []
    assert table.settle()
    assert table.content() == {"ingredients": {"i1.text": "fiets"}}


def test_a_message_that_is_too_long_closes_its_peer_with_4413():
    """ME3"""
    with pytest.raises(ProtocolError) as error:
        messages.decode(b"\x00\x02" + sized(b"x" * 100), 50)
    assert error.value.code == TOO_BIG == 4413


def test_our_own_messages_go_only_to_peers_that_speak_our_protocol():
    """ME4"""
    table = Table()
    table.join(1, a_pass(speaks=True))
    table.join(2, a_pass(speaks=False))
    effects = table.room.tell_session("{}") + table.room.notice("restart", "Tot zo.", seconds=5)
    assert [message[0] for message in sent_to(1, effects)] == [81, 82]
    assert sent_to(2, effects) == []


def test_our_own_messages_can_go_to_some_peers_only():
    """ME4"""
    table = Table()
    for peer in (1, 2, 3):
        table.join(peer)
    effects = table.room.tell_session("{}", [2, 99])
    assert [len(sent_to(peer, effects)) for peer in (1, 2, 3)] == [0, 1, 0]


def test_a_notice_carries_its_code_its_words_and_more():
    message = messages.notice("rate", "Rustig aan – één tegelijk.", {"update": 3})
    body = json.loads(message[message.index(b"{") :])
    assert body == {"code": "rate", "text": "Rustig aan – één tegelijk.", "update": 3}


def test_a_refusal_is_permission_denied_to_a_stock_client():
    """ME4"""
    table = Table()
    table.join(1, a_pass(role="viewer", speaks=False))
    (message,) = sent_to(1, table.write(1, note(5, 0)))
    assert message[:2] == b"\x02\x00"


def joined(parts):
    """The message that these parts are."""
    whole = b""
    for part in parts:
        reader = Reader(part)
        assert (reader.uint(), reader.uint() >= len(whole)) == (messages.PART, True)
        whole += part[reader.at :]
    return whole


def test_a_large_message_comes_in_parts_that_say_how_much_comes():
    """ME5"""
    message = messages.step2(bytes(messages.LARGE_BYTES))
    parts = list(messages.in_parts(message))
    assert len(parts) == 5
    assert joined(parts) == message
    assert list(messages.in_parts(b"small")) == [b"small"]


@pytest.mark.parametrize("speaks", [True, False])
def test_a_large_state_goes_in_parts_only_to_who_speaks_of_them(speaks):
    """ME4, ME5, RM5"""
    table = Table(Limits(updates_per_second=0))
    table.join(1)
    for clock in range(300):
        table.write(1, note(5, clock, f"i{clock}.text", "x" * 1_000))
        table.settle()
    said = sent_to(2, table.join(2, a_pass("bob", speaks=speaks)))
    state = messages.step2(table.room.doc.get_update())
    assert joined(said[1:]) == state if speaks else said[1:] == [state]
