"""Making a person nobody: their name goes from every text on a cloth, and from its past."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any

from pycrdt import Doc, Map

from board.document import Foreign, to_roots
from board.schema import PAIR_MARK, REGISTER_MARK, ROOTS, Kind, Root

SOMEBODY = "iemand"
Document = Doc[Map[Any]]
Rewrite = Callable[[str], str]


def forgetting(names: Collection[str]) -> Rewrite:
    """Give what writes "iemand" wherever one of `names` stands as words of its own.

    Capitals and the way accents are written make no difference; the longest name goes first.
    """
    known = {_one_form(name) for name in names} - {""}
    if not known:
        return lambda text: text
    longest_first = sorted(known, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(SOMEBODY, unicodedata.normalize("NFC", text))


def rewritten(doc: Document, rewrite: Rewrite) -> Document:
    """Give a new document that says the same, each text rewritten, and that has no past."""
    fresh: Document = Doc()
    with fresh.transaction():
        for name, entries in to_roots(doc).items():
            if name not in ROOTS:
                continue
            root = fresh.get(name, type=Map)
            for key, value in sorted(entries.items()):
                if not isinstance(value, Foreign):
                    root[key] = _rewritten(ROOTS[name], key, value, rewrite)
    return fresh


def _rewritten(root: Root, key: str, value: object, rewrite: Rewrite) -> object:
    register = key.rpartition(REGISTER_MARK)[2] if REGISTER_MARK in key else None
    registers = {**root.registers, **(root.joint if PAIR_MARK in key else {})}
    if register in registers or key in registers:
        is_text = registers[register if register in registers else key] is Kind.TEXT
        return rewrite(value) if is_text and isinstance(value, str) else value
    if isinstance(value, Mapping):
        return {name: _field(root, name, given, rewrite) for name, given in value.items()}
    return value


def _field(root: Root, name: str, value: object, rewrite: Rewrite) -> object:
    is_text = (root.birth or {}).get(name) is Kind.TEXT
    return rewrite(value) if is_text and isinstance(value, str) else value


def _one_form(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
