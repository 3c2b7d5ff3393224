"""The words for measures, findings, pictures and files: each sentence stands once per language."""

from collections.abc import Mapping

from board.wording.en import ENGLISH
from board.wording.nl import DUTCH
from board.wording.shape import Plural, Wording

__all__ = ["WORDINGS", "Plural", "Wording", "say", "wording"]

WORDINGS: Mapping[str, Wording] = {"nl": DUTCH, "en": ENGLISH}


def wording(language: str) -> Wording:
    """Give the words in `language`: nl or en; Dutch for any other."""
    return WORDINGS.get(language, DUTCH)


def say(plural: Plural, count: float, **values: object) -> str:
    """Fill in the form of a sentence that fits `count`; in both languages only 1 is singular."""
    return (plural["one"] if count == 1 else plural["other"]).format(count=count, **values)
