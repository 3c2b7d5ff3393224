"""Convergence `nl-1`: which notes may say the same. It suggests; people decide.

Three levels. *equal*: the same normalised text, also without spaces. *probable*: the same stem
key, or the same stem of the joined word, and a ratio of at least 75. *resembles*: a token sort
ratio of at least 88, or the stems of one are a strict part of the other's.
"""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations

import numpy as np
import snowballstemmer
from rapidfuzz import fuzz, process

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
    """Give per level the pairs of ids whose texts may say the same, each pair once, ascending."""
    pairs = _pairs(tuple(sorted(texts.items())))
    return {level: [list(pair) for pair in pairs[level]] for level in LEVELS}


@lru_cache(maxsize=8)  # a live preview asks again after every tie, with the same texts
def _pairs(texts: tuple[Pair, ...]) -> Mapping[str, list[Pair]]:
    words = {key: comparable(text) for key, text in texts}
    words = {key: found for key, found in words.items() if found.text}
    found: dict[str, list[Pair]] = {level: [] for level in LEVELS}
    for one, other in sorted(set(candidates(words))):
        if level := likeness(words[one], words[other]):
            found[level].append((one, other))
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


def candidates(words: Mapping[str, Words]) -> Iterator[Pair]:
    """Give, in ascending order, every pair that can converge at some level, and few others."""
    for group in _sharing(words, lambda w: (("=", w.joined), ("~", w.joined_stem), w.stem_key)):
        yield from combinations(sorted(group), 2)
    for one, other in chain(_contained(words), _close(words)):
        yield (one, other) if one < other else (other, one)


def _sharing(
    words: Mapping[str, Words], marks: Callable[[Words], Iterable[Hashable]]
) -> Iterable[list[str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for key, found in words.items():
        for mark in marks(found):
            if mark:
                groups[mark].append(key)
    return groups.values()


def _contained(words: Mapping[str, Words]) -> Iterator[Pair]:
    """Give the pairs in which the stems of the first are a strict part of the other's."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, found in words.items():
        for one_stem in found.stems:
            holders[one_stem].append(key)
    for key, found in words.items():
        if found.stems:
            rarest = min((holders[s] for s in found.stems), key=len)
            yield from ((key, other) for other in rarest if found.stems < words[other].stems)


def _close(words: Mapping[str, Words]) -> Iterator[Pair]:
    """Give the pairs with a token sort ratio of at least 88: only texts of like length can."""
    order = sorted(words, key=lambda key: (len(words[key].ordered), key))
    texts = [words[key].ordered for key in order]
    lengths = [len(text) for text in texts]
    start = 0
    while start < len(texts):
        end = bisect_right(lengths, lengths[start])
        far = bisect_right(lengths, lengths[start] * (200 / RESEMBLES_RATIO - 1))
        likely = process.cdist(
            texts[start:end],
            texts[start:far],
            scorer=fuzz.ratio,
            score_cutoff=RESEMBLES_RATIO,
            dtype=np.uint8,
        )
        for row, column in zip(*(side.tolist() for side in likely.nonzero()), strict=True):
            if row < column:
                yield order[start + row], order[start + column]
        start = end


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
