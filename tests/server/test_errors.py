"""Every refusal has words in every language, and words that can be filled in."""

import re

import pytest

from server.api.language import TEXTS
from server.errors import AppError, Refusal

CALLS = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_says_what_is_wrong_and_how_to_go_on(refusal, language):
    title, detail = TEXTS[language].REFUSALS[refusal]
    assert title
    assert detail.endswith((".", ":"))


@pytest.mark.parametrize("refusal", Refusal)
def test_both_languages_ask_for_the_same_words(refusal):
    dutch, english = (CALLS.findall(TEXTS[name].REFUSALS[refusal][1]) for name in ("nl", "en"))
    assert dutch == english


def test_both_languages_know_the_same_faults():
    assert set(TEXTS["nl"].FAULTS) == set(TEXTS["en"].FAULTS)


def test_no_two_refusals_share_a_code():
    codes = [refusal.code for refusal in Refusal]
    assert len(codes) == len(set(codes))


def test_an_error_tells_its_code_and_nothing_of_its_words():
    assert str(AppError(Refusal.SEAT_TAKEN, words={"name": "x"})) == "seat_taken"
