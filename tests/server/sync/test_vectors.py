"""State vectors: SV1-SV3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Map

from server.sync import messages, vectors
from server.sync.codec import ProtocolError
from tests.builders.table import Table, closes, sent_to
from tests.builders.updates import note

CLIENTS = st.integers(0, 2**53 - 1)
VECTORS = st.dictionaries(CLIENTS, st.integers(0, 2**31))


@given(vector=VECTORS)
def test_a_vector_comes_back_as_it_was_packed(vector):
    assert vectors.parse(vectors.packed(vector)) == vector


def test_a_vector_of_pycrdt_is_read():
    doc = Doc(client_id=7)
    doc.get("seats", type=Map)["s1"] = {}
    assert vectors.parse(doc.get_state()) == {7: 1}


@pytest.mark.parametrize(
    "data",
    [
        "",
        "01",
        "8080808001",
        "02050105010000",
        "0205010501",
        "010501ff",
        "01ffffffffffffff1f01",
    ],
)
def test_a_vector_that_contradicts_itself_is_malformed(data):
    """SV1"""
    with pytest.raises(ProtocolError):
        vectors.parse(bytes.fromhex(data))


@given(vector=VECTORS, known=VECTORS)
def test_a_vector_is_brought_down_to_what_is_known(vector, known):
    """SV2"""
    common = vectors.common(vector, known)
    assert all(0 < clock <= known[client] for client, clock in common.items())
    assert all(clock <= vector[client] for client, clock in common.items())


def test_a_vector_that_lies_gets_what_its_truth_deserves():
    """SV2, SV3: a clock beyond ours means that nothing of that client id is lacking."""
    table = Table()
    table.join(1)
    table.write(1, note(5, 0))
    table.settle()
    answer = sent_to(1, table.say(1, messages.step1(vectors.packed({5: 2**40, 9: 3}))))
    assert answer == [messages.step2(b"\x00\x00")]


def test_a_malformed_vector_closes_its_peer():
    """SV1, ME2: these five bytes make pycrdt allocate half a gigabyte."""
    table = Table()
    table.join(1)
    assert closes(table.say(1, messages.step1(bytes.fromhex("8080808001")))) == {1: 4400}
