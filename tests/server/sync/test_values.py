"""Plain values: VA1-VA5."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sync.codec import ProtocolError, Reader, sized, uint
from server.sync.limits import Limits
from server.sync.refusal import Refusal
from server.sync.values import bounds, skip_bytes, skip_value
from tests.builders.updates import UNDEFINED, packed, signed

WITHIN = bounds(Limits())
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.binary(max_size=30),
)
FIELDS = st.from_regex(r"[a-z][a-z_]{0,20}", fullmatch=True)
LISTS = st.lists(LEAVES, max_size=5) | st.dictionaries(FIELDS, LEAVES, max_size=5)
VALUES = LEAVES | st.lists(LISTS, max_size=3) | st.dictionaries(FIELDS, LISTS, max_size=3)


def judge(data: bytes) -> None:
    reader = Reader(data)
    skip_value(reader, WITHIN)
    reader.finish()


@given(value=VALUES)
def test_a_plain_value_is_stepped_over_whole(value):
    """VA1"""
    judge(packed(value))


def test_undefined_is_a_plain_value():
    """VA1: a browser writes it where a field is left out."""
    judge(packed(UNDEFINED))


@given(data=st.binary(max_size=40))
def test_no_bytes_do_anything_but_pass_or_be_refused(data):
    """VA1"""
    with suppress(ProtocolError, Refusal):
        judge(data)


@pytest.mark.parametrize("depth", [4, 50, 50_000])
@pytest.mark.parametrize("level", [b"\x75\x01", b"\x76\x01\x01a"])
def test_a_value_deeper_than_three_is_refused(level, depth):
    """VA1"""
    with pytest.raises(Refusal):
        judge(level * depth + b"\x7e")


def test_a_value_three_deep_passes():
    """VA1: as `gone` with the ties that were seen."""
    judge(packed({"by": "s1", "seen": ["a1~i1", "a1~t"]}))


@pytest.mark.parametrize(
    "data",
    [
        b"\x75" + uint(1_001) + b"\x7e" * 1_001,
        b"\x76" + uint(33) + b"".join(sized(b"f%d" % n) + b"\x7e" for n in range(33)),
        b"\x75" + uint(2**50) + b"\x7e",
    ],
    ids=["array", "object", "enormous"],
)
def test_a_value_with_too_many_parts_is_refused(data):
    """VA1"""
    with pytest.raises(Refusal):
        judge(data)


@pytest.mark.parametrize("tag", [0, 1, 115, 128, 255])
def test_an_unknown_kind_of_value_is_refused(tag):
    """VA1"""
    with pytest.raises(Refusal):
        judge(bytes([tag]) + b"\x00" * 8)


@pytest.mark.parametrize(
    "data",
    [
        packed(float("nan")),
        packed(float("inf")),
        packed(float("-inf")),
        bytes.fromhex("7c7fc00000"),
        bytes.fromhex("7cff800000"),
        b"\x7a" + b"\x00" * 8,
        b"\x7d" + signed(2**53),
        b"\x7d" + signed(-(2**53)),
        b"\x7d" + b"\xff" * 20 + b"\x01",
    ],
    ids=["nan", "inf", "-inf", "nan32", "-inf32", "bigint", "2^53", "-2^53", "endless"],
)
def test_a_number_that_is_not_finite_or_not_exact_is_refused(data):
    """VA2"""
    with pytest.raises(Refusal):
        judge(data)


@pytest.mark.parametrize("letter", ["a", "é", "😀"])
def test_text_is_bounded_in_characters(letter):
    """VA3"""
    judge(packed(letter * 2_000))
    with pytest.raises(Refusal):
        judge(packed(letter * 2_001))


def test_text_with_half_a_character_is_malformed():
    """CO3"""
    with pytest.raises(ProtocolError):
        judge(b"\x77" + sized(b"a\xed\xa0\xbd"))


def test_a_stroke_of_six_hundred_points_passes_and_one_number_more_does_not():
    """VA4"""
    far = b"\xff\xff\xff\xff\x03"
    judge(packed(far * 1_200))
    for bytes_ in (far * 1_201, b"\x01" * 1_201, b"\xff" * 6_001):
        with pytest.raises(Refusal):
            judge(packed(bytes_))


def test_bytes_as_a_value_of_their_own_are_bounded_alike():
    """VA4"""
    skip_bytes(Reader(sized(b"\x01" * 1_200)), WITHIN)
    with pytest.raises(Refusal):
        skip_bytes(Reader(sized(b"\x01" * 1_201)), WITHIN)


@pytest.mark.parametrize("name", ["__proto__", "__x", "a b", "", "é", "x" * 33, "1a", "a.b"])
def test_a_field_that_is_no_ordinary_word_is_refused(name):
    """VA5"""
    with pytest.raises(Refusal):
        judge(packed({name: None}))
