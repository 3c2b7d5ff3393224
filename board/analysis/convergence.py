"""Convergence `nl-1`: which notes may say the same. It suggests; people decide.

Three levels. *equal*: the same normalised text, also without spaces. *probable*: the same stem
key, or the same stem of the joined word, and a ratio of at least 75. *resembles*: a token sort
ratio of at least 88, or the stems of one are a strict part of the other's.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import snowballstemmer
from rapidfuzz import fuzz

MATCHER = "nl-1"
LEVELS = ("equal", "probable", "resembles")
PROBABLE_RATIO = 75
RESEMBLES_RATIO = 88
_LITTLE_WORDS = """
aan al als bij dan dat de den der die dit door een en er het hun in is je met mijn na naar niet
of om onder onze op over s t te tot uit van voor wat we wij ze zich zijn zo
"""
STOP_WORDS = frozenset(_LITTLE_WORDS.split())

Pair = tuple[str, str]
_STEMMER = snowballstemmer.stemmer("dutch")


@dataclass(frozen=True, slots=True)
class Words:
    """One text made comparable: its words, joined, sorted, and their stems."""

    joined: str
    text: str
    ordered: str
    stems: frozenset[str]
    stem_key: tuple[str, ...]
    joined_stem: str


def convergence(texts: Mapping[str, str]) -> dict[str, list[list[str]]]:
    """Give per level the pairs of ids whose texts may say the same, each pair once."""
    words = {key: comparable(text) for key, text in sorted(texts.items())}
    words = {key: found for key, found in words.items() if found.text}
    found: dict[str, list[list[str]]] = {level: [] for level in LEVELS}
    for one, other in combinations(words, 2):
        if level := likeness(words[one], words[other]):
            found[level].append([one, other])
    return found


def likeness(one: Words, other: Words) -> str | None:
    """Give the strongest level at which two texts converge, or None."""
    if one.joined == other.joined:
        return "equal"
    same_stems = bool(one.stem_key) and one.stem_key == other.stem_key
    if (same_stems or one.joined_stem == other.joined_stem) and fuzz.ratio(
        one.text, other.text
    ) >= PROBABLE_RATIO:
        return "probable"
    if one.stems < other.stems or other.stems < one.stems:
        return "resembles" if one.stems and other.stems else None
    return "resembles" if fuzz.ratio(one.ordered, other.ordered) >= RESEMBLES_RATIO else None


@lru_cache(maxsize=20_000)
def comparable(text: str) -> Words:
    """Normalise and stem one text."""
    tokens = normalise(text).split()
    kept = [token for token in tokens if token not in STOP_WORDS]
    stems = tuple(sorted(stem(token) for token in kept))
    joined = "".join(tokens)
    return Words(
        joined=joined,
        text=" ".join(tokens),
        ordered=" ".join(sorted(tokens)),
        stems=frozenset(stems),
        stem_key=stems,
        joined_stem=stem(joined),
    )


def normalise(text: str) -> str:
    """NFKC, casefold, without diacritics, everything but letters and digits to spaces."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


@lru_cache(maxsize=50_000)
def stem(token: str) -> str:
    """Stem a word to a fixed point: the Dutch stemmer is not idempotent."""
    while (shorter := _STEMMER.stemWord(token)) != token:
        token = shorter
    return token
