"""How wide words are and where to break them, without a browser.

The advances are those of Atkinson Hyperlegible Next Regular in thousandths of the size, rounded
to twenty; bold is taken as a fixed share wider. Wide scripts and emoji count as one em.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SIGNS: Final = {
    0: "̀́̃̄̈",
    160: "'",
    200: ",.:;",
    240: "`j|¦´·ȷ‘’‚",
    260: "il¸¹ìíîïīįıĺļ",
    280: " !¡",
    300: "()ł˚",
    320: "[ftľţťƒț",
    340: "]r{}ŕř",
    360: "-¨¯°ˉ‹›",
    380: "/_ª²³º˝",
    400: "1IÌÍÎÏĪĮİˆˇ˜“”„",
    440: "y¿ýÿŷỳ•ℓ",
    460: "vzźżž",
    480: "*?csx¢çćċčśşšș",
    500: "k¶ĳķ–",
    520: "7Ja§àáâãäåāăą",
    540: "2Leou×èéêëòóôõöøùúûüēėęěĹĻĽőūůűų†",
    560: "<>EFT^bdghnp~«»ÈÉÊËðñþđĒĖĘĚğġģħńņňŢŤȚ₹",
    580: "35Yq¤¥±ÝßŁŶŸỲ⁄",
    600: "$+69PSVZ£¬Þ÷ŚŞŠŹŻŽȘ−∕",
    620: "48=ABRXÀÁÂÃÄÅĀĂĄŔŘ",
    640: "0CKÇĆĊČďĶ",
    660: "#DĎẞ€",
    680: "UwÐÙÚÛÜĐŪŮŰŲŵẁẃẅ…",
    700: "GHNÑĞĠĢĦŃŅŇ",
    720: "OQÒÓÔÕÖØŐ",
    740: "&",
    780: "@",
    800: "©®",
    820: "M¼½—",
    840: "m",
    860: "W¾æŴẀẂẄ",
    880: "™",
    900: "ÆĲ",
    920: "%œ",
    1000: "Œ",
}
_ADVANCE = {sign: thousandths for thousandths, signs in _SIGNS.items() for sign in signs}
_BOLD = 1.08
_UNKNOWN = 600
_WIDE = 1000
_JOINER = "\u200d"
_VOWELS = frozenset("aeiouyáéíóúàèëïöüê")
_CLUSTERS = frozenset(first + then for first in "bcfgkptdvw" for then in "lr") | {"ch"}
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F], None)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words broken into lines that fit, and the size at which they do."""

    lines: tuple[str, ...]
    size: float


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line of text at a font size."""
    return sum(map(_advance, words)) * size / 1000 * (_BOLD if bold else 1)


def fitted(
    words: str, sizes: Sequence[float], room: float, *, most: int = 3, bold: bool = False
) -> Lettering:
    """Break `words` into at most `most` lines of `room`, at the first of `sizes` at which they fit.

    At the last size what does not fit ends in an ellipsis.
    """
    clean = plain(words)
    for size in sizes:
        lines = list(_broken(clean, size, room, bold))
        if len(lines) <= most and " ".join(lines) == clean:
            return Lettering(tuple(lines), size)
    last = sizes[-1]
    lines = list(_broken(clean, last, room, bold))
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), last, room, bold=bold)]
    return Lettering(tuple(lines), last)


def shortened(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """Give `words` on one line within `room`, with an ellipsis when something fell off."""
    words = plain(words)
    if width(words, size, bold=bold) <= room:
        return words
    parts = list(clusters(words))
    while parts and width("".join(parts) + "…", size, bold=bold) > room:
        parts.pop()
    return "".join(parts).rstrip() + "…"


def plain(words: str) -> str:
    """Give `words` on one line, without signs that turn the direction of what follows."""
    return " ".join(words.translate(_DIRECTIONS).split())


def is_known(sign: str) -> bool:
    """Tell whether the font itself has a sign."""
    return sign.isspace() or sign in _ADVANCE or sign in '"\\'


def clusters(words: str) -> Iterator[str]:
    """Cut `words` where a person sees one sign end: accents, flags and joined emoji stay whole."""
    cluster = ""
    for sign in words:
        if cluster and not _continues(cluster, sign):
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


def _broken(words: str, size: float, room: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, size, room, bold)
        yield from whole
    yield line


def _pieces(word: str, size: float, room: float, bold: bool) -> list[str]:
    """Cut a word that is too long, with hyphens, where a Dutch syllable is likely to begin."""
    pieces, rest = [], list(clusters(word))
    while width("".join(rest), size, bold=bold) > room and len(rest) > 1:
        cut = _cut(rest, size, room, bold)
        piece = "".join(rest[:cut])
        pieces.append(f"{piece}-" if piece[-1:].isalpha() else piece)
        rest = rest[cut:]
    return [*pieces, "".join(rest)]


def _cut(word: list[str], size: float, room: float, bold: bool) -> int:
    """Give the last fit place to cut `word`, or the last at all that leaves something behind."""
    fits = [
        n for n in range(1, len(word)) if width("".join(word[:n]) + "-", size, bold=bold) <= room
    ]
    good = [n for n in fits if n > 2 and len(word) - n > 2 and _begins_syllable(word, n)]
    return (good or fits or [1])[-1]


def _begins_syllable(word: list[str], at: int) -> bool:
    """Tell whether a consonant with a vowel after it stands here, or a cluster such as pl."""
    before, here, after = (sign.casefold() for sign in word[at - 1 : at + 2])
    if here in _VOWELS or not here.isalpha():
        return False
    if here + after in _CLUSTERS:
        return at + 2 < len(word) and word[at + 2].casefold() in _VOWELS
    return after in _VOWELS and before + here not in _CLUSTERS


@lru_cache(maxsize=10_000)
def _advance(sign: str) -> int:
    if sign in _ADVANCE:
        return _ADVANCE[sign]
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else _UNKNOWN


def _continues(cluster: str, sign: str) -> bool:
    if unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf", "Sk") or sign == _JOINER:
        return True
    flag = _is_flag(cluster[-1]) and _is_flag(sign) and sum(map(_is_flag, cluster)) % 2 == 1
    return cluster.endswith(_JOINER) or flag


def _is_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
