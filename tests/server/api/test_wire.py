"""Texts from outside come in clean, and nothing unknown comes in at all."""

import pytest
from pydantic import ValidationError

from server.api.wire import Wire, changes_of, clean, one_line


class Wish(Wire):
    long_name: str | None = None
    note: str | None = None


def test_control_characters_and_outer_blanks_fall_away():
    assert clean("  a\x00b\x1b[31m\n c ") == "ab[31m\n c"


def test_two_ways_to_write_a_letter_become_one():
    assert clean("cafe\u0301") == "caf\u00e9"


def test_a_name_stands_on_one_line():
    assert one_line(" Noor \n\t de  Wit ") == "Noor de Wit"


def test_names_of_fields_are_camel_case_outside():
    assert Wish.model_validate({"longName": "a"}).long_name == "a"


def test_an_unknown_field_is_refused():
    with pytest.raises(ValidationError):
        Wish.model_validate({"colour": "red"})


def test_what_is_left_out_or_null_is_no_change():
    assert changes_of(Wish.model_validate({"longName": "a", "note": None})) == {"long_name": "a"}
