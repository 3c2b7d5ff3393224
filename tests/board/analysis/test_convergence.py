"""nl-1: what it finds, what it must not find, and that its index leaves out nothing."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.analysis.convergence import comparable, convergence, likeness, normalise, stem

WORDS = ("fiets", "Fietsen", "de fiets", "zelf fietsen", "gezond", "zon", "eten", "gezond eten")
MORE = ("begeleiding", "beleid", "buitenspelen", "buiten spelen", "jeugd", "jeugdzorg", "", "…")


def level(one, other):
    return likeness(comparable(one), comparable(other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Gezond eten", "gezond  ETEN!", "equal"),
        ("buiten spelen", "buitenspelen", "equal"),
        ("café", "cafe", "equal"),
        ("ﬁets", "fiets", "equal"),
        ("fiets", "fietsen", "probable"),
        ("ontmoetingsplek", "ontmoetingsplekken", "probable"),
        ("het fietsen", "fietsen", "probable"),
        ("speeltuin", "speeltuin in de wijk", "resembles"),
        ("fiets", "zelf fietsen repareren", "resembles"),
        ("eten koken buren", "koken buren eten", "resembles"),
        ("speeltuin", "schoolplein", None),
    ],
)
def test_two_texts_converge_at_this_level(one, other, expected):
    assert level(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("begeleiding", "beleid"), ("gezond", "zon"), ("jeugd", "jeugdzorg"), ("buurt", "beurs")],
)
def test_words_that_only_look_alike_do_not_converge(one, other):
    assert level(one, other) is None


def test_the_stem_is_a_fixed_point():
    assert stem("fietsen") == stem(stem("fietsen")) == "fiet"


def test_a_text_of_signs_alone_converges_with_nothing():
    assert convergence({"i1": "…", "i2": "!", "i3": ""}) == {
        "equal": [],
        "probable": [],
        "resembles": [],
    }


def test_texts_of_stop_words_alone_converge_only_when_equal():
    assert level("van de", "voor het") is None
    assert level("van de", "van de") == "equal"


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.dictionaries(st.sampled_from([f"i{n}" for n in range(9)]), st.sampled_from(WORDS + MORE)))
def test_the_index_finds_every_pair_that_comparing_all_finds(texts):
    found = convergence(texts)
    for one, other in combinations(sorted(texts), 2):
        words = comparable(texts[one]), comparable(texts[other])
        expected = likeness(*words) if words[0].text and words[1].text else None
        assert [k for k, pairs in found.items() if [one, other] in pairs] == [
            *filter(None, [expected])
        ]


@given(st.lists(st.text("aeou bdfk", max_size=12), max_size=12))
def test_close_texts_of_any_length_are_found(texts):
    keyed = {f"i{n:02}": text for n, text in enumerate(texts)}
    found = {tuple(pair) for pairs in convergence(keyed).values() for pair in pairs}
    expected = {
        (one, other)
        for one, other in combinations(sorted(keyed), 2)
        if comparable(keyed[one]).text
        and comparable(keyed[other]).text
        and level(keyed[one], keyed[other])
    }
    assert found == expected


def test_it_never_takes_part_of_a_word_for_the_word():
    assert convergence({"i1": "jeugd", "i2": "jeugdzorg"})["resembles"] == []
