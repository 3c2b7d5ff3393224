"""Words broken into lines: whole signs, within their room, in full when they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.render.lettering import clusters, fitted, plain, shortened, width

FAMILY = "👩‍👧‍👦"
FLAG = "🇳🇱"


@given(st.text(max_size=80), st.integers(60, 300))
def test_lines_stay_within_their_room(text, room):
    lettering = fitted(text, (22, 18), room)
    assert len(lettering.lines) <= 3
    assert all(width(line, lettering.size) <= room for line in lettering.lines)


@given(st.lists(st.sampled_from(["fiets", "eten", "wijk"]), max_size=4))
def test_short_words_are_all_there(words):
    assert " ".join(fitted(" ".join(words), (22, 18), 400).lines) == " ".join(words)


@given(st.text(max_size=40))
def test_clusters_are_the_text_in_pieces(text):
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize("sign", [FAMILY, FLAG, "é", "🏳️‍🌈", "👍🏽"])
def test_what_a_person_sees_as_one_sign_stays_whole(sign):
    assert list(clusters(sign * 2)) == [sign, sign]


def test_two_flags_are_two_signs():
    assert list(clusters("🇳🇱🇧🇪")) == ["🇳🇱", "🇧🇪"]


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("jeugdverpleegkundige", ("jeugdverpleeg-", "kundige")),
        ("woningcorporatie", ("woningcorpora-", "tie")),
    ],
)
def test_a_long_word_is_cut_where_a_syllable_begins(word, lines):
    assert fitted(word, (16,), 128, bold=True).lines == lines


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert fitted("lang " * 60, (20,), 200).lines[-1].endswith("…")
    assert shortened("lang " * 60, 20, 200).endswith("…")


def test_signs_that_turn_the_direction_of_what_follows_fall_away():
    assert plain("a\u202eb\u2066c") == "abc"
