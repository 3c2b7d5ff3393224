"""The bytes: CO1-CO4."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sync.codec import ProtocolError, Reader, sized, text, uint


@given(value=st.integers(0, 2**53))
def test_a_number_comes_back_as_it_was_written(value):
    reader = Reader(uint(value))
    assert reader.uint() == value
    reader.finish()


@given(value=st.text(st.characters(exclude_categories=["Cs"])))
def test_text_comes_back_as_it_was_written(value):
    reader = Reader(text(value))
    assert reader.text() == value
    reader.finish()


@given(data=st.binary(max_size=12))
def test_no_bytes_do_anything_to_a_reader_but_a_protocol_error(data):
    reader = Reader(data)
    try:
        reader.uint()
        reader.take()
        reader.byte()
    except ProtocolError:
        pass
    assert reader.at <= len(data)


@pytest.mark.parametrize("padded", ["8000", "80808080808000", "8080808080808000"])
def test_a_padded_number_of_up_to_eight_bytes_is_read(padded):
    """CO1: canonical form is not required."""
    assert Reader(bytes.fromhex(padded)).uint() == 0


@pytest.mark.parametrize("data", ["", "80", "ffff", "808080808080808000", "ff" * 300])
def test_a_number_that_breaks_off_or_is_longer_than_eight_bytes_is_refused(data):
    """CO1"""
    with pytest.raises(ProtocolError):
        Reader(bytes.fromhex(data)).uint()


def test_a_number_above_two_to_the_53_is_refused():
    """CO1"""
    assert Reader(uint(2**53)).uint() == 2**53
    with pytest.raises(ProtocolError):
        Reader(uint(2**53 + 1)).uint()


def test_a_length_past_the_end_is_refused():
    """CO2"""
    with pytest.raises(ProtocolError):
        Reader(uint(5) + b"four").take()


def test_a_length_of_petabytes_is_refused_without_allocating():
    """CO2"""
    with pytest.raises(ProtocolError):
        Reader(uint(2**53) + b"x").take()


def test_a_step_past_the_end_is_refused():
    """CO2"""
    with pytest.raises(ProtocolError):
        Reader(b"abc").skip(4)


def test_the_length_of_text_is_counted_in_bytes():
    """CO3"""
    assert text("é😀") == b"\x06" + "é😀".encode()


@pytest.mark.parametrize("half", [b"\xed\xa0\xbd", b"\xed\xb8\x80", b"\xff", b"\xc3"])
def test_half_characters_are_no_text(half):
    """CO3"""
    with pytest.raises(ProtocolError):
        Reader(sized(half)).text()


def test_what_follows_the_end_is_refused():
    """CO4"""
    reader = Reader(b"\x01\x02")
    reader.byte()
    with pytest.raises(ProtocolError):
        reader.finish()
