"""The snapshot as tables for people: words instead of codes, lists in the order of what is needed.

The same sheets make the workbooks and the report. Text cells are texts, never formulas.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from board.analysis.expert import EXPERT
from board.export.csv import ACCOUNT, said
from board.export.moment import Moment, account
from board.export.telling import Line, Told, differences, steps, summary
from board.schema import Position
from board.wording import wording

_INGREDIENT = ("id", "text", "seat", "state", "carriers", "distance")
_ACTOR = (
    *("number", "id", "label", "kind", "sphere", "concreteness", "on_cloth", "positions"),
    *("inmost", "distance", "reach", "sole_reach", "sole", "seats", "bridged_pairs"),
    *("contact", "story"),
)
_TIE = ("id", "from", "to", "basis", "single", "evidence")
_CONTACT = ("id", "mode", "status", "members", "who", "when")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table under a heading; `key` and `fields` are names in every language."""

    key: str
    heading: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Line, ...]


def sheets(moment: Moment, language: str, *, names: bool) -> tuple[Sheet, ...]:
    """Give all sheets of a moment that is covered already if it must be."""
    told = Told(moment, wording(language), names)
    return (
        _sheet(told, "summary", ("measure", "value", "said", "meaning"), summary(told)),
        _sheet(told, "ingredients", _INGREDIENT, _ingredients(told)),
        _sheet(told, "actors", _ACTOR, _actors(told)),
        _sheet(told, "ties", _TIE, _ties(told)),
        _sheet(told, "positions", ("label", *map(str, Position)), _positions(told)),
        _sheet(told, "contacts", _CONTACT, _contacts(told)),
        _sheet(told, "findings", ("finding", "subjects", "advice"), steps(told)),
        _sheet(told, "differences", ("what", "label", "was", "is"), differences(told)),
        _sheet(told, "account", ("measure", "meaning"), _account(told)),
    )


def _sheet(told: Told, key: str, columns: Sequence[str], rows: Iterable[Line]) -> Sheet:
    words = {**told.words["columns"], **told.words["positions"]}
    heading = told.words["headings"][key]
    heads = tuple(words[column] for column in columns)
    return Sheet(key, heading, tuple(columns), heads, tuple(rows))


def _ingredients(told: Told) -> Iterable[Line]:
    for key, i in sorted(told.structure["ingredients"].items()):
        state = told.words["states"][i["state"]]
        seat, carriers = told.label(i["seat"]), told.labels(i["carriers"])
        yield key, i["text"], seat, state, carriers, i["distance"]


def _actors(told: Told) -> Iterable[Line]:
    """Give the actors in the order of their ids: no list ranks people."""
    words = told.words
    numbers = {key: n for n, key in enumerate(sorted(told.moment.board.actors), 1)}
    for key, a in sorted(told.structure["actors"].items()):
        yield (
            numbers[key],
            key,
            a["label"],
            words["actor_kinds"][a["kind"]],
            words["spheres"][a["sphere"]],
            words["concreteness"][a["concreteness"]],
            told.yes(a["on_cloth"]),
            "; ".join(words["positions"][p] for p in a["positions"]),
            words["positions"][a["inmost"] or "none"],
            *(a[name] for name in ("distance", "reach", "sole_reach")),
            told.labels(a["sole"]),
            *(a[name] for name in ("seats", "bridged_pairs")),
            told.yes(a["contact"]),
            told.yes(a["story"]),
        )


def _ties(told: Told) -> Iterable[Line]:
    for tie in told.structure["ties"]:
        one, other = tie["ends"]
        if one in told.structure["ingredients"] or other == told.structure["theme"]["id"]:
            one, other = other, one
        basis, single = told.words["bases"][tie["basis"]], told.yes(tie["single"])
        yield tie["id"], told.label(one), told.label(other), basis, single, tie["evidence"]


def _positions(told: Told) -> Iterable[Line]:
    """Give the position matrix: since when somebody holds a position, or nothing."""
    for _, actor in sorted(told.structure["actors"].items()):
        held = {i["position"]: i["since"] for i in actor["involvements"] if i["active"]}
        yield actor["label"], *(_since(told, held, str(p)) for p in Position)


def _since(told: Told, held: Mapping[str, Any], position: str) -> str:
    if position not in held:
        return ""
    return str(held[position])[:10] if held[position] else told.words["terms"]["yes"]


def _contacts(told: Told) -> Iterable[Line]:
    words, seats = told.words, told.structure["seats"]
    for key, contact in sorted(told.moment.board.contacts.items()):
        mode = words["contact_modes"][contact.mode]
        status = words["contact_statuses"][contact.status]
        who = told.label(contact.who) if contact.who and contact.who in seats else contact.who
        yield key, mode, status, told.labels(contact.members), who, contact.when


def _account(told: Told) -> Iterable[Line]:
    """Give where it comes from, the settings, and what each measure means."""
    words, about = told.words, account(told.moment, names=told.names)
    for key in ACCOUNT:
        if key != "title_of" or about["title"]:
            yield words["readme"][key], said(about, key, words)
    yield words["readme"]["method"], words["attribution"]
    for name in ("thin_thread", "seat_coverage", "stale_after"):
        yield words["settings"][name], str(told.structure["method"][name])
    for key, measure in words["measures"].items():
        if key not in EXPERT:
            yield measure["label"], measure["text"]
