"""Secrets are long, random and kept as hashes."""

import math
import re

from board.schema import ID_PATTERN
from server.access.secret import ID_ALPHABET, digest, new_id, new_secret, same


def test_a_secret_holds_256_bits_in_a_form_fit_for_a_web_address():
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", new_secret())


def test_no_two_secrets_are_alike():
    assert len({new_secret() for _ in range(1000)}) == 1000


def test_an_id_has_the_form_of_all_ids():
    assert re.fullmatch(ID_PATTERN, new_id())


def test_an_id_is_too_long_to_be_guessed():
    assert len(new_id()) * math.log2(len(ID_ALPHABET)) > 80


def test_a_hash_does_not_show_the_secret():
    assert "secret" not in digest("secret")


def test_equal_secrets_have_equal_hashes_and_others_do_not():
    assert digest("a") == digest("a") != digest("b")


def test_comparing_tells_equal_from_different_also_beyond_ascii():
    assert same("sleutél", "sleutél")
    assert not same("sleutél", "sleutel")
