"""The words for measures and findings, for the interface."""

import pytest

from board.wording import WORDINGS
from tests.builders.house import house, problem


@pytest.mark.parametrize("language", WORDINGS)
async def test_the_words_are_given_to_anyone(tmp_path, language):
    async with house(tmp_path) as running:
        answer = await running.device().get(f"/api/wording/{language}")
        assert answer.json() == WORDINGS[language]


async def test_a_language_we_do_not_speak_is_refused(tmp_path):
    async with house(tmp_path) as running:
        assert problem(await running.device().get("/api/wording/fr")) == "404 unknown_language"
