"""Convergence `nl-1`: which notes may say the same. It suggests; people decide.

Three levels. *equal*: the same normalised text, also without spaces. *probable*: the same stem
key, or the same stem of the joined word, and a ratio of at least 75. *resembles*: a token sort
ratio of at least 88, or the stems of one are a strict part of the other's.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, islice, product

import numpy as np
import snowballstemmer
from rapidfuzz import fuzz, process

MATCHER = "nl-1"
LEVELS = ("equal", "probable", "resembles")
PROBABLE_RATIO = 75
RESEMBLES_RATIO = 88
MOST = 1000
MOST_LOOKS = 50_000
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


@dataclass(frozen=True, slots=True)
class Alike:
    """What may say the same: a text is compared once, however many wrote it.

    `writers` names per normalised text the ids that wrote it, `equal` holds the ids whose texts
    differ in spaces alone or not at all, `pairs` per other level pairs of texts, at most `MOST`.
    `truncated` says that there was more to keep, or more to look into, than the bounds allow.
    """

    writers: Mapping[str, Sequence[str]]
    equal: Sequence[Sequence[str]]
    pairs: Mapping[str, Sequence[Pair]]
    truncated: bool

    def groups(self) -> dict[str, list[list[str]]]:
        """Give per level lists of ids: all that are equal, and two by two what is less alike.

        A pair names for each of its texts the first id that wrote it.
        """
        first = {text: ids[0] for text, ids in self.writers.items()}
        pairs = {
            level: sorted(sorted((first[one], first[other])) for one, other in found)
            for level, found in self.pairs.items()
        }
        return {"equal": [list(ids) for ids in self.equal]} | pairs

    def each(self, level: str) -> Iterator[Pair]:
        """Give every pair of ids at `level`, the lowest of each first."""
        if level == "equal":
            yield from chain.from_iterable(combinations(ids, 2) for ids in self.equal)
        for one, other in self.pairs.get(level, ()):
            for writer, reader in product(self.writers[one], self.writers[other]):
                yield (writer, reader) if writer < reader else (reader, writer)


def convergence(texts: Mapping[str, str]) -> Alike:
    """Give which of `texts`, by id, may say the same."""
    return _convergence(tuple(sorted(texts.items())))


@lru_cache(maxsize=8)  # a live preview asks again after every tie, with the same texts
def _convergence(texts: tuple[Pair, ...]) -> Alike:
    writers: dict[str, list[str]] = defaultdict(list)
    words: dict[str, Words] = {}
    for key, text in texts:
        found = comparable(text)
        if found.text:
            words[found.text] = found
            writers[found.text].append(key)
    equal: dict[str, list[str]] = defaultdict(list)
    for text, found in words.items():
        equal[found.joined] += writers[text]
    groups = sorted(sorted(ids) for ids in equal.values() if len(ids) > 1)
    pairs, truncated = _pairs(words)
    return Alike(writers, groups, pairs, truncated)


def _pairs(words: Mapping[str, Words]) -> tuple[dict[str, list[Pair]], bool]:
    """Give the pairs of texts of the levels below equal, and whether the bounds left any out."""
    found: dict[str, set[Pair]] = {level: set() for level in LEVELS}
    looks = 0
    for one, other in islice(_candidates(words), MOST_LOOKS):
        looks += 1
        if level := likeness(words[one], words[other]):
            found[level].add((one, other) if one < other else (other, one))
        if len(found["resembles"]) > MOST:
            break
    kept = {level: sorted(found[level])[:MOST] for level in LEVELS[1:]}
    more = any(len(found[level]) > MOST for level in kept)
    return kept, more or looks == MOST_LOOKS


@lru_cache(maxsize=50_000)
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


def _candidates(words: Mapping[str, Words]) -> Iterator[Pair]:
    """Give every pair of texts that can converge at some level, and few others, likeliest first."""
    marks: tuple[Callable[[Words], Hashable], ...] = (
        lambda w: w.stem_key,
        lambda w: w.joined_stem,
        lambda w: w.ordered,
    )
    for mark in marks:
        yield from _sharing(words, mark)
    yield from _close(words)
    yield from _contained(words)


def _sharing(words: Mapping[str, Words], mark: Callable[[Words], Hashable]) -> Iterator[Pair]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for text, found in words.items():
        groups[mark(found)].append(text)
    for key, group in groups.items():
        if key:
            yield from combinations(group, 2)


def _contained(words: Mapping[str, Words]) -> Iterator[Pair]:
    """Give the pairs in which the first may be a strict part of the other, by its rarest stem."""
    holders: dict[str, list[str]] = defaultdict(list)
    for text, found in words.items():
        for one_stem in found.stems:
            holders[one_stem].append(text)
    for text, found in words.items():
        if found.stems:
            rarest = min((holders[s] for s in found.stems), key=len)
            size = len(found.stems)
            yield from ((text, other) for other in rarest if size < len(words[other].stems))


def _close(words: Mapping[str, Words]) -> Iterator[Pair]:
    """Give the pairs with a token sort ratio of at least 88: only texts of like length can."""
    texts = {found.ordered: text for text, found in words.items()}
    of_length: dict[int, list[str]] = defaultdict(list)
    for ordered in sorted(texts):
        of_length[len(ordered)].append(ordered)
    blocks = {length: tuple(block) for length, block in sorted(of_length.items())}
    for length, block in blocks.items():
        far = length * (200 / RESEMBLES_RATIO - 1)
        for longer in (other for other in blocks if length <= other <= far):
            for one, other in _near(block, blocks[longer]):
                yield texts[one], texts[other]


@lru_cache(maxsize=4096)  # one changed text changes the blocks of its own length alone
def _near(ones: tuple[str, ...], others: tuple[str, ...]) -> tuple[Pair, ...]:
    likely = process.cdist(
        ones, others, scorer=fuzz.ratio, score_cutoff=RESEMBLES_RATIO, dtype=np.uint8
    )
    rows, columns = (side.tolist() for side in likely.nonzero())
    pairs = ((ones[row], others[column]) for row, column in zip(rows, columns, strict=True))
    return tuple(pair for pair in pairs if ones is not others or pair[0] < pair[1])


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
