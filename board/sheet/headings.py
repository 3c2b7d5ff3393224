"""What the headings and the words in a table mean, in Dutch and in English."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from board.schema import Position
from board.wording import WORDINGS, wording

Fields = Mapping[str, str]
#: Per part of a board the names of each of its fields, beside the field's own name.
_NAMES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "nodes": {"id": (), "label": (), "type": (), "seat": (), "contested": (), "kind": ()}
    | {"sphere": (), "concreteness": (), "on_cloth": (), "positions": ()},
    "matrix": {"label": ("naam", "name")} | {str(position): () for position in Position},
    "positions": {"actor": (), "label": (), "position": ("positie",), "basis": ("grond",)}
    | {"since": ("sinds",), "until": ("tot",), "evidence": ("waaruit blijkt dat",)},
    "ties": {"id": (), "from": ("source", "van"), "to": ("target", "naar"), "basis": ("grond",)}
    | {"evidence": ("waaruit blijkt dat", "what shows it", "bewijs", "toelichting")},
    "contacts": {"id": (), "mode": ("hoe", "how"), "status": ("stand",)}
    | {
        "members": ("met wie", "with whom"),
        "who": ("wie", "wie neemt contact op", "who makes contact"),
    }
    | {"when": ("wanneer",), "shared": ()},
    "ingredients": {"id": (), "text": ("tekst", "ingredient"), "kind": ("soort",)}
    | {"seat": ("stoel", "van wie", "by whom")}
    | {"actors": ("schakel", "schakels", "connector", "connectors")},
    "actors": {"id": (), "label": ("naam", "name", "schakel", "connector")}
    | {"kind": ("soort",), "function": ("functie",), "story": ("verhaal", "benaderverhaal")}
    | {"sphere": ("lokaal of professioneel", "local or professional")}
    | {"concreteness": ("hoe concreet", "how concrete")}
    | {"on_cloth": ("ligt op het kleed", "lies on the cloth")}
    | {"positions": ("posities", "positie", "position")}
    | {"theme": ("thema", "verbonden met het thema", "tied to the theme")}
    | {"ingredients": ("ingredienten",)},
    "slips": {"text": ("ingredienten", "ingredients"), "seat": ("stoel",), "id": ()}
    | {"actors": ("schakel", "schakels", "connector", "connectors")},
}
#: The fields without which a table is not of its part; tried in this order.
_NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "nodes": frozenset({"id", "label", "type"}),
    "matrix": frozenset({"label", "initiator", "partner", "supplier"}),
    "positions": frozenset({"actor", "position"}),
    "ties": frozenset({"from", "to"}),
    "contacts": frozenset({"members", "mode"}),
    "ingredients": frozenset({"text"}),
    "actors": frozenset({"label"}),
    "slips": frozenset({"text"}),
}
_OWN_WORDS: Final = {
    "actor_kind": ("actor_kinds",),
    "ingredient_kind": ("ingredient_kinds",),
    "sphere": ("spheres",),
    "concreteness": ("concreteness",),
    "basis": ("bases",),
    "position": ("positions",),
    "mode": ("contact_modes",),
    "status": ("contact_statuses",),
}
_PLAIN: Final[Mapping[str, Fields]] = {
    "sphere": {"lokaal": "local", "beide": "both"},
    "actor_kind": {"mens": "person", "anders": "other"},
    "ingredient_kind": {"gebouw": "building", "persoon": "person"},
    "concreteness": {"naam": "named", "rol": "role", "beroep": "role", "soort": "category"},
}
YES: Final = frozenset({"true", "ja", "yes", "waar", "x", "1", "j", "y"})
NO: Final = frozenset({"false", "nee", "no", "onwaar", "0", "n"})


def bare(text: str) -> str:
    """Give a heading or a word without capitals, accents and signs."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign if sign.isalnum() else " " for sign in parts if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())


def part_of(headings: Iterable[str]) -> tuple[str, dict[str, int]] | None:
    """Give what a table with these headings holds, and the column of each of its fields."""
    known = [bare(heading) for heading in headings]
    for part, needed in _NEEDED.items():
        fields = _columns(part, known)
        if needed <= fields.keys():
            return part, fields
    return None


def telling() -> frozenset[str]:
    """Give the names of pages that are told from the others and hold nothing of their own."""
    keys = ("summary", "findings", "differences", "account")
    return frozenset(bare(wording(lang)["headings"][key]) for lang in WORDINGS for key in keys)


def theme_words() -> frozenset[str]:
    """Give the words that stand before the theme."""
    return frozenset(bare(wording(language)["terms"]["theme"]) for language in WORDINGS)


def moment_words() -> frozenset[str]:
    """Give the words that stand before the day and time of a snapshot."""
    return frozenset(bare(wording(language)["readme"]["taken_at"]) for language in WORDINGS)


def value_of(field: str, text: str) -> str | None:
    """Give the value that a word means in this field, or None when it is no word of it."""
    return _values(field).get(bare(text))


def _columns(part: str, known: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for field, names in _NAMES[part].items():
        words = {bare(field), *names}
        if part == "matrix" and field != "label":
            words |= {bare(wording(language)["positions"][field]) for language in WORDINGS}
        column = next((n for n, heading in enumerate(known) if heading in words), None)
        if column is not None:
            found[field] = column
    return found


def _values(field: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _OWN_WORDS[field]:
        for language in WORDINGS:
            words: Fields = wording(language)[name]  # type: ignore[literal-required]
            found |= {bare(word): value for value, word in words.items()}
            found |= {bare(value): value for value in words}
    return found | dict(_PLAIN.get(field, {}))
