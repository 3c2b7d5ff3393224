"""Both languages say the same things, with the same gaps to fill."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from board import schema
from board.analysis.convergence import LEVELS
from board.analysis.findings import RULES
from board.analysis.measures import STATES
from board.export.formats import FORMATS
from board.wording import WORDINGS, say, wording
from board.wording.en import ENGLISH
from board.wording.nl import DUTCH


def texts(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(part, Mapping):
        for key, inner in part.items():
            yield from texts(inner, f"{path}.{key}")
    else:
        yield path, part


def test_both_languages_have_the_same_texts():
    assert dict(texts(DUTCH)).keys() == dict(texts(ENGLISH)).keys()


def test_both_languages_have_the_same_gaps():
    english = dict(texts(ENGLISH))
    gaps = {
        path: (set(re.findall(r"{(\w+)}", text)), set(re.findall(r"{(\w+)}", english[path])))
        for path, text in texts(DUTCH)
    }
    assert {path: pair for path, pair in gaps.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", WORDINGS)
def test_no_text_is_empty(language):
    assert [path for path, text in texts(wording(language)) if not text.strip()] == []


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("states", STATES),
        ("positions", (*schema.Position, "none", "absent")),
        ("spheres", schema.Sphere),
        ("bases", schema.Basis),
        ("concreteness", schema.Concreteness),
        ("actor_kinds", schema.ActorKind),
        ("ingredient_kinds", schema.IngredientKind),
        ("contact_modes", schema.ContactMode),
        ("contact_statuses", schema.ContactStatus),
        ("convergence", LEVELS),
    ],
)
def test_every_value_has_a_word(part, values):
    assert set(DUTCH[part]) == set(map(str, values))


def test_every_rule_has_its_words():
    assert set(DUTCH["findings"]) == {*RULES, "hanging_via_union"}


def test_one_is_singular_and_everything_else_is_not():
    title = DUTCH["findings"]["loose_ingredient"]["title"]
    assert [say(title, count) for count in (0, 1, 2)] == [
        "0 ingrediënten hebben nog geen schakel",
        "1 ingrediënt heeft nog geen schakel",
        "2 ingrediënten hebben nog geen schakel",
    ]


def test_an_unknown_language_is_dutch():
    assert wording("fr") is DUTCH


def test_explanations_are_one_sentence_that_b1_readers_can_hold():
    for measure in DUTCH["measures"].values():
        assert measure["text"].count(".") == 1
        assert len(measure["text"].split()) <= 20


@pytest.mark.parametrize("language", WORDINGS)
def test_every_format_has_words(language):
    assert WORDINGS[language]["formats"].keys() == FORMATS.keys()
