"""The report as PDF/UA-1: tagged, with alternative text and the tables behind every picture.

Typst sets it; words of people reach it as data only, never as markup. A sign that no font at hand
can show is spelled by its name, because PDF/UA allows no blank boxes.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Final

import typst

from board.export.cover import shown
from board.export.moment import Json, Moment, account
from board.export.sheets import Sheet, sheets
from board.export.tables import Cell
from board.export.telling import Told, item, number, spoken, steps_by_rule
from board.export.xlsx import created
from board.render.cloth import cloth_svg
from board.render.drawing import described
from board.render.fabric import structure_svg
from board.render.lettering import clusters, is_known
from board.wording import say, wording

STANDARD: Final = "ua-1"
_PROBE = b"""
#set document(title: "x")
#set text(font: ("Atkinson Hyperlegible Next", "Noto Emoji"), lang: "nl")
#sys.inputs.signs
"""
_STEERING = frozenset({"Cc", "Cf"})
#: What of each sheet fits on a page, with the share of the width that it takes.
_PARTS: Mapping[str, Mapping[str, float]] = {
    "summary": {"measure": 2.2, "value": 1, "said": 3, "meaning": 4},
    "ingredients": {"text": 3, "seat": 2, "state": 2.4, "carriers": 3.4, "distance": 1.3},
    "actors": {
        "label": 2.4,
        "sphere": 2.1,
        "concreteness": 1.6,
        "positions": 2.2,
        "reach": 1.1,
        "sole": 3.4,
        "contact": 1.7,
        "story": 1.3,
    },
    "positions": dict.fromkeys(
        ("label", "initiator", "partner", "connector", "supplier", "user"), 1.0
    ),
    "contacts": {"members": 3, "mode": 1.5, "status": 1.6, "who": 2, "when": 1.4},
    "ties": {"from": 2, "to": 3, "basis": 1.2, "single": 1.1, "evidence": 3},
    "differences": {"what": 3, "label": 3, "was": 2, "is": 2},
    "account": {"measure": 2, "meaning": 5.8},
}


def export_pdf(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the report of a snapshot."""
    moment = shown(moment, names=names, language=language)
    told = Told(moment, wording(language), names)
    structure = structure_svg(moment.structure, language)
    cloth = cloth_svg(moment.board, language, moment.source)
    alternatives = {"structure_alt": described(structure), "cloth_alt": described(cloth)}
    inputs = {
        "told": _json(_told(told, language) | alternatives),
        "structure": structure,
        "cloth": cloth,
    }
    for legible in (_without_controls, spelled, only_latin):
        try:
            return _set({name: legible(said) for name, said in inputs.items()}, moment)
        except typst.TypstError as unset:
            failed = unset
    raise failed


def spelled(text: str) -> str:
    """Give a text with the names of the signs that no font at hand can show."""
    unknown = {cluster for cluster in clusters(text) if not cluster.isascii()}
    for cluster in _undisplayable(frozenset(unknown)):
        text = text.replace(cluster, "".join(map(_name, cluster)))
    return _without_controls(text)


def only_latin(text: str) -> str:
    """Give a text with the names of all signs that the text's own font has not.

    For mixtures of scripts whose signs can be shown one by one and yet not together.
    """
    whole = _without_controls(unicodedata.normalize("NFC", text))
    return "".join(s if is_known(s) and not unicodedata.combining(s) else _name(s) for s in whole)


def _without_controls(text: str) -> str:
    """Leave out what only steers other signs: in a picture nothing may be set for it."""
    return "".join(s for s in text if s == "\n" or unicodedata.category(s) not in _STEERING)


def _json(told: Json) -> str:
    """Give JSON in which no control character hides behind an escape."""
    return re.sub(
        r"(?<!\\)((?:\\\\)*)\\u00[0-1][0-9a-f]", r"\1", json.dumps(told, ensure_ascii=False)
    )


def _told(told: Told, language: str) -> Json:
    about, words = account(told.moment, names=told.names), told.words["report"]
    pages = {sheet.key: sheet for sheet in sheets(told.moment, language, names=told.names)}
    theme = _without_controls(told.label(told.structure["theme"]["id"])).strip()
    theme = theme or told.words["terms"]["theme"]
    return {
        "language": language,
        "theme": theme,
        "title": about["title"],
        "when": spoken(about["taken_at"], told.words),
        "software": about["software"],
        "attribution": about["attribution"],
        "hash": about["hash"] or "",
        "description": words["description"].format(theme=theme),
        "words": {**words, "title": words["title"].format(theme=theme)},
        "pair": [_headline(told, key) for key in ("coverage", "vulnerability")],
        "steps": _agenda(told),
        "parts": [_part(pages[key], language) for key in _PARTS if key != "account"],
        "account": _part(pages["account"], language),
    }


def _headline(told: Told, key: str) -> Json:
    value, count, whole = number(told.structure, key)
    measure = told.words["measures"][key]
    share = "–" if value is None else f"{float(value) * 100:.0f} %"
    said = say(measure["said"], count, whole=whole)
    return {"label": measure["label"], "value": share, "said": said}


def _agenda(told: Told) -> list[Json]:
    return [
        {
            "title": say(told.words["findings"][rule]["title"], len(found)),
            "text": told.words["findings"][rule]["text"],
            "advice": told.words["findings"][rule]["advice"],
            "items": [item(told, finding) for finding in found],
        }
        for rule, found in steps_by_rule(told)
    ]


def _part(sheet: Sheet, language: str) -> Json:
    shares = _PARTS[sheet.key]
    columns = [sheet.fields.index(field) for field in shares]
    return {
        "heading": sheet.heading,
        "columns": [sheet.columns[column] for column in columns],
        "widths": list(shares.values()),
        "rows": [[_cell(row[column], language) for column in columns] for row in sheet.rows],
    }


def _cell(value: Cell, language: str) -> str:
    if isinstance(value, float):
        return f"{value:.4g}".replace(".", "," if language == "nl" else ".")
    return "" if value is None else str(value)


def _set(inputs: dict[str, str], moment: Moment) -> bytes:
    report = (files("board.export") / "report.typ").read_bytes()
    since_1970 = created(moment.source.taken_at) - datetime(1970, 1, 1)  # noqa: DTZ001 - both without zone
    return _compiled(report, inputs, int(since_1970.total_seconds()))


def _compiled(source: bytes, inputs: dict[str, str], timestamp: int = 0) -> bytes:
    return typst.compile(
        source,
        font_paths=_fonts(),
        sys_inputs=inputs,
        pdf_standards=STANDARD,
        timestamp=timestamp,
        format="pdf",
    )


@cache
def _fonts() -> typst.Fonts:
    """Give the fonts that come along; none of the machine's, so that every machine sets alike."""
    with as_file(files("board.render") / "fonts") as fonts:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(fonts)])


@lru_cache(maxsize=64)
def _undisplayable(signs: frozenset[str]) -> frozenset[str]:
    """Find the signs that no font can show, by halves."""
    if _displays(signs):
        return frozenset()
    if len(signs) == 1:
        return signs
    order = sorted(signs)
    half = len(order) // 2
    return _undisplayable(frozenset(order[:half])) | _undisplayable(frozenset(order[half:]))


def _displays(signs: Iterable[str]) -> bool:
    try:
        _compiled(_PROBE, {"signs": " ".join(sorted(signs))})
    except typst.TypstError:
        return False
    return True


def _name(sign: str) -> str:
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"
