"""The report as PDF/UA-1: tagged, with alternative text and the tables behind every picture."""

from collections.abc import Mapping

from board.export.cover import shown
from board.export.csv import keywords, said
from board.export.moment import Json, Moment, account
from board.export.setting import pdf, steered
from board.export.sheets import Sheet, sheets
from board.export.svg import PICTURES
from board.export.tables import Cell
from board.export.telling import Told, item, number, spoken, steps_by_rule
from board.render.cloth import cloth_svg
from board.render.drawing import described
from board.render.fabric import structure_svg
from board.wording import say, wording

#: What of each sheet fits on a page, with the share of the width that it takes.
_PARTS: Mapping[str, Mapping[str, float]] = {
    "summary": {"measure": 2.2, "value": 1, "said": 3, "meaning": 4},
    "ingredients": {"text": 3, "seat": 2, "state": 2.4, "carriers": 3.4, "distance": 1.3},
    "actors": {
        "label": 2.4,
        "sphere": 2.1,
        "concreteness": 1.6,
        "positions": 2.2,
        "reach": 1.3,
        "sole": 3.3,
        "contact": 1.8,
        "story": 1.6,
    },
    "positions": dict.fromkeys(
        ("label", "initiator", "partner", "connector", "supplier", "user"), 1.0
    ),
    "contacts": {"members": 3, "mode": 1.5, "status": 1.6, "who": 2, "when": 1.4},
    "ties": {"from": 2, "to": 3, "basis": 1.2, "single": 1.1, "evidence": 3},
    "differences": {"what": 3, "label": 3, "was": 2, "is": 2},
    "account": {"measure": 2, "meaning": 5.8},
}


#: So many hits of a rule get a box to tick; the others follow in a running line.
TICKED = 12
#: The pictures that stand before the table of a sheet.
_PICTURES: Mapping[str, tuple[str, ...]] = {
    "summary": ("coverage", "balance"),
    "differences": ("ghost", "alluvial"),
}


def export_pdf(moment: Moment, *, names: bool = False, language: str = "nl") -> bytes:
    """Give the report of a snapshot."""
    moment = shown(moment, names=names, language=language)
    told = Told(moment, wording(language), names)
    pictures = {
        "structure": structure_svg(moment.structure, language),
        "cloth": cloth_svg(moment.board, language, moment.source),
        **{name: PICTURES[name](moment, language) for name in _drawn(moment)},
    }
    alternatives = {name: described(picture) for name, picture in pictures.items()}
    data = _told(told, language) | {"alternatives": alternatives}
    return pdf("report.typ", data, pictures, moment.source.taken_at)


def _drawn(moment: Moment) -> tuple[str, ...]:
    """Give the pictures beside structure and cloth; what changed only when it is compared."""
    return tuple(
        name
        for names in (_PICTURES.values() if moment.earlier else [_PICTURES["summary"]])
        for name in names
    )


def _told(told: Told, language: str) -> Json:
    about, words = account(told.moment, names=told.names), told.words["report"]
    pages = {sheet.key: sheet for sheet in sheets(told.moment, language, names=told.names)}
    theme = steered(told.label(told.structure["theme"]["id"])).strip()
    theme = theme or told.words["terms"]["theme"]
    return {
        "language": language,
        "theme": theme,
        "title": about["title"],
        "when": spoken(about["taken_at"], told.words),
        "origin": {key: said(about, key, told.words) for key in ("hash", "names")},
        "software": about["software"],
        "attribution": about["attribution"],
        "keywords": keywords(about, told.words),
        "description": words["description"].format(theme=theme),
        "words": {
            **words,
            "title": words["title"].format(theme=theme),
            "fingerprint": told.words["readme"]["hash"],
            "names": told.words["readme"]["names"],
        },
        "pair": [_headline(told, key) for key in ("coverage", "vulnerability")],
        "steps": _agenda(told),
        "parts": [_part(told, pages[key]) for key in _PARTS if key != "account"],
        "account": _part(told, pages["account"]),
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
            "items": [item(told, finding) for finding in found[:TICKED]],
            "more": "; ".join(item(told, finding) for finding in found[TICKED:]),
        }
        for rule, found in steps_by_rule(told)
    ]


def _part(told: Told, sheet: Sheet) -> Json:
    """Give one table; what no row says is no column, and a table of nothing says so in words."""
    words, language = told.words, told.words["language"]
    rows = sheet.rows if sheet.key != "differences" or told.moment.comparison else ()
    shares = {
        sheet.fields.index(field): share
        for field, share in _PARTS[sheet.key].items()
        if sheet.key == "positions" or any(row[sheet.fields.index(field)] for row in rows)
    }
    return {
        "heading": sheet.heading,
        "pictures": list(_PICTURES.get(sheet.key, ())),
        "columns": [sheet.columns[column] for column in shares],
        "widths": list(shares.values()),
        "rows": [[_cell(row[column], language) for column in shares] for row in rows],
        "empty": words["differences"]["no_earlier"]
        if sheet.key == "differences"
        else words["report"]["nothing"],
    }


def _cell(value: Cell, language: str) -> str:
    if isinstance(value, float):
        return f"{value:.4g}".replace(".", "," if language == "nl" else ".")
    return "" if value is None else str(value)
