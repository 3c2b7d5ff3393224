"""Room codes can be said, read and typed without mistakes."""

import pytest

from server.access.room_code import ALPHABET, LENGTH, new_code, normal, shown


def test_a_code_has_six_characters_of_the_alphabet():
    code = new_code()
    assert len(code) == LENGTH == 6
    assert set(code) <= set(ALPHABET)


@pytest.mark.parametrize("pair", ["0O", "1I", "1L", "IL", "2Z", "5S", "8B", "UV"])
def test_no_two_characters_of_a_pair_that_looks_alike_are_both_in_use(pair):
    assert len(set(pair) & set(ALPHABET)) < 2


def test_no_word_can_arise_for_there_are_no_vowels():
    assert not set("AEIOU") & set(ALPHABET)


@pytest.mark.parametrize("typed", ["cdf 347", "CDF-347", " cdf347 ", "c d f 3 4 7", "CDF.347"])
def test_a_code_may_be_typed_in_any_way(typed):
    assert normal(typed) == "CDF347"


@pytest.mark.parametrize("typed", ["", "CDF34", "CDF3477", "CDF34O", "ÇDF347", "CDF347\n", "💥"])
def test_what_cannot_be_a_code_is_none(typed):
    assert normal(typed) is None


def test_a_code_is_shown_in_two_groups_that_read_back():
    assert shown("CDF347") == "CDF 347"
    assert normal(shown("CDF347")) == "CDF347"
