"""Dutch is the source, English follows: no message stands in one language only."""

import json

import pytest

from tests.project.repository import ROOT

FOLDER = ROOT / "frontend/messages"
PARTS = sorted({path.name.split(".", 1)[1] for path in FOLDER.glob("nl.*.json")})


def messages(language: str, part: str) -> dict[str, object]:
    return json.loads((FOLDER / f"{language}.{part}").read_text())


@pytest.mark.parametrize("part", PARTS)
def test_every_message_stands_in_both_languages(part):
    dutch, english = messages("nl", part), messages("en", part)
    assert set(dutch) ^ set(english) == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_key_stands_in_two_parts(language):
    keys = [key for part in PARTS for key in messages(language, part) if key != "$schema"]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []
