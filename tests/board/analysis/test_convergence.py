"""nl-1: what it finds, what it must not find, and that its index leaves out nothing."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.analysis.convergence import (
    LEVELS,
    MOST,
    comparable,
    convergence,
    likeness,
    normalise,
    stem,
)

WORDS = ("fiets", "Fietsen", "de fiets", "zelf fietsen", "gezond", "zon", "eten", "gezond eten")
MORE = ("begeleiding", "beleid", "buitenspelen", "buiten spelen", "jeugd", "jeugdzorg", "", "…")

SCARCE = [a + b for a in ("fiets", "tuin", "markt") for b in ("plek", "club", "dag", "hok")]


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
    found = convergence({"i1": "…", "i2": "!", "i3": ""})
    assert found.groups() == {"equal": [], "probable": [], "resembles": []}


def test_texts_of_stop_words_alone_converge_only_when_equal():
    assert level("van de", "voor het") is None
    assert level("van de", "van de") == "equal"


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.dictionaries(st.sampled_from([f"i{n}" for n in range(9)]), st.sampled_from(WORDS + MORE)))
def test_the_index_finds_every_pair_that_comparing_all_finds(texts):
    found = {level: sorted(convergence(texts).each(level)) for level in LEVELS}
    for one, other in combinations(sorted(texts), 2):
        words = comparable(texts[one]), comparable(texts[other])
        expected = likeness(*words) if words[0].text and words[1].text else None
        assert [k for k, pairs in found.items() if (one, other) in pairs] == [
            *filter(None, [expected])
        ]


@given(st.lists(st.text("aeou bdfk", max_size=12), max_size=12))
def test_close_texts_of_any_length_are_found(texts):
    keyed = {f"i{n:02}": text for n, text in enumerate(texts)}
    alike = convergence(keyed)
    found = {pair for level in LEVELS for pair in alike.each(level)}
    expected = {
        (one, other)
        for one, other in combinations(sorted(keyed), 2)
        if comparable(keyed[one]).text
        and comparable(keyed[other]).text
        and level(keyed[one], keyed[other])
    }
    assert found == expected


def test_it_never_takes_part_of_a_word_for_the_word():
    assert convergence({"i1": "jeugd", "i2": "jeugdzorg"}).pairs["resembles"] == []


def test_what_is_equal_is_one_group_and_is_compared_once():
    found = convergence({"i1": "zelf fietsen", "i2": "Fiets!", "i3": "fiets", "i4": "fiets"})
    assert found.groups() == {
        "equal": [["i2", "i3", "i4"]],
        "probable": [],
        "resembles": [["i1", "i2"]],
    }


def test_a_cloth_of_few_words_gives_a_bounded_answer_that_says_so():
    texts = (" ".join(words) for words in product(SCARCE, repeat=3))
    found = convergence({f"i{n:04}": text for n, text in enumerate(texts)})
    assert len(found.pairs["resembles"]) == MOST
    assert found.truncated


def test_an_answer_within_the_bounds_is_whole():
    assert not convergence({"i1": "fiets", "i2": "fietsen"}).truncated


@given(st.permutations([f"i{n:04}" for n in range(20)]))
def test_the_order_of_slips_never_changes_what_is_kept(order):
    texts = {key: " ".join(SCARCE[: int(key[1:])]) for key in order}
    assert convergence(texts) == convergence(dict(sorted(texts.items())))
