"""A moment told in words: measures, next steps and differences as lines for people."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from board.export.moment import Moment
from board.export.tables import Cell
from board.wording import Wording, say

Json = Mapping[str, Any]
Line = tuple[Cell, ...]
#: Measures in the order in which they are told; coverage never without vulnerability.
TOLD = (
    *("coverage", "vulnerability", "ingredients", "reachable", "touched", "hanging"),
    *("expected_only", "loose", "single_carried", "mean_carriers", "cloth_actors", "actors"),
    *("ties_factual", "ties_expected", "ties_wished", "factual_share", "concreteness"),
    *("contacts_ready", "sphere_count", "sphere_balance", "only_local", "only_professional"),
    *("facilitator_dependence", "several_positions", "no_position", "convergence"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A moment, covered already if it must be, with the words to tell it in."""

    moment: Moment
    words: Wording
    names: bool

    @property
    def structure(self) -> Json:
        """The position structure."""
        return self.moment.structure

    def yes(self, value: bool | None) -> Cell:
        """Say yes, no, or nothing when it is not known."""
        return None if value is None else self.words["terms"]["yes" if value else "no"]

    def label(self, key: str) -> str:
        """Give what people call an actor, a seat, an ingredient, a position or the theme."""
        structure, comparison = self.structure, self.moment.comparison or {}
        if key == structure["theme"]["id"]:
            return str(structure["theme"]["text"]) or self.words["terms"]["theme"]
        for part, name in (("actors", "label"), ("ingredients", "text"), ("seats", "label")):
            if key in structure[part]:
                return str(structure[part][key][name]) or key
        if key in comparison.get("left", {}):
            return str(comparison["left"][key]) or key
        actor = self.moment.board.actors.get(key)
        return (actor and actor.label) or self.words["positions"].get(key, key)

    def labels(self, keys: Iterable[str]) -> str:
        """Give several labels in one cell."""
        return "; ".join(self.label(key) for key in keys)


def summary(told: Told) -> Iterator[Line]:
    """Give each measure with its number, its number in words, and what it says."""
    numbers = _numbers(told.structure)
    for key in TOLD:
        measure, (value, count, whole) = told.words["measures"][key], numbers[key]
        words = say(measure["said"], count, whole=whole) if "said" in measure else ""
        yield measure["label"], value, words or _balance(told, key), measure["text"]


def steps_by_rule(told: Told) -> Iterator[tuple[str, list[Json]]]:
    """Give the findings rule by rule, in the order of the method."""
    for rule, found in groupby(told.structure["findings"], key=lambda finding: finding["rule"]):
        yield str(rule), list(found)


def steps(told: Told) -> Iterator[Line]:
    """Give the findings rule by rule with the step asked for."""
    for rule, found in steps_by_rule(told):
        words = told.words["findings"][rule]
        title = say(words["title"], len(found))
        yield title, "; ".join(item(told, finding) for finding in found), words["advice"]


def item(told: Told, finding: Json) -> str:
    """Say one hit of a rule."""
    subject = ", ".join(told.label(key) for key in finding["subjects"])
    return say(told.words["findings"][finding["rule"]]["item"], finding["weight"], subject=subject)


def differences(told: Told) -> Iterator[Line]:
    """Give what changed since the earlier snapshot: what, of whom or what, from, to."""
    words, comparison = told.words["differences"], told.moment.comparison
    if comparison is None:
        yield words["no_earlier"], "", "", ""
        return
    lines = [*_records(told, comparison), *_states(told, comparison), *_moves(told, comparison)]
    yield from lines or [(words["nothing"], "", "", "")]


def _records(told: Told, comparison: Json) -> Iterator[Line]:
    words = told.words["differences"]
    for part in ("ingredients", "actors", "ties"):
        for change in ("added", "removed"):
            for key in comparison[part][change]:
                yield words[f"{part}_{change}"], _name(told, key), "", ""
        for changed in comparison[part]["changed"]:
            for name in (field for field in changed if field != "id"):
                was, is_ = changed[name]
                what = f"{words[f'{part}_changed']}: {told.words['columns'][name]}"
                yield what, _name(told, changed["id"]), _value(told, was), _value(told, is_)


def _states(told: Told, comparison: Json) -> Iterator[Line]:
    words = told.words["differences"]
    for part, changes in (("reachable", ("gained", "lost")), ("single", ("became", "no_longer"))):
        for change in changes:
            for key in comparison[part][change]:
                yield words[f"{part}_{change}"], told.label(key), "", ""
    for key, (was, is_) in comparison["sole_reach"].items():
        yield told.words["measures"]["sole_reach"]["label"], told.label(key), was, is_


def _moves(told: Told, comparison: Json) -> Iterator[Line]:
    words, positions = told.words["differences"], told.words["positions"]
    for change in ("gained", "lost"):
        for held in comparison["positions"][change]:
            what, position = words[f"positions_{change}"], positions[held["position"]]
            yield what, told.label(held["actor"]), *_either(position, change)
    for key, (was, is_) in comparison["inmost"]["moves"].items():
        yield words["inmost"], told.label(key), positions[was], positions[is_]


def _either(word: str, change: str) -> tuple[str, str]:
    return ("", word) if change == "gained" else (word, "")


def _name(told: Told, key: str) -> str:
    return " – ".join(told.label(end) for end in key.split("~"))


def _value(told: Told, value: Cell) -> Cell:
    """Give a value in words where there are words for it."""
    if isinstance(value, bool):
        return told.yes(value)
    known = ("spheres", "bases", "concreteness", "actor_kinds")
    tables: list[Mapping[str, str]] = [told.words[name] for name in known]  # type: ignore[literal-required]
    return next((table[str(value)] for table in tables if value in table), value)


def number(structure: Json, key: str) -> tuple[Cell, int, Cell]:
    """Give a measure's value, what is counted, and from what."""
    return _numbers(structure)[key]


def spoken(taken_at: str | None, words: Wording) -> str:
    """Give a moment as people say it, with its zone: 10 januari 2025, 15:30 (+01:00)."""
    if not taken_at:
        return words["report"]["undated"]
    moment = datetime.fromisoformat(taken_at)
    day = f"{moment.day} {words['months'][str(moment.month)]} {moment.year}"
    return f"{day}, {moment:%H:%M} ({moment.isoformat()[-6:]})" if moment.tzinfo else day


def _numbers(structure: Json) -> dict[str, tuple[Cell, int, Cell]]:
    """Give per measure its value, what is counted and from what."""
    totals = structure["totals"]
    reachable, cloth = totals["reachable"], totals["cloth_actors"]
    ties = totals["ties_factual"] + totals["ties_expected"] + totals["ties_wished"]
    ready, named = totals["contacts_ready"]["ready"], totals["concreteness"][0]
    shares: dict[str, tuple[Cell, int, Cell]] = {
        "coverage": (totals["coverage"], reachable, totals["ingredients"]),
        "vulnerability": (totals["vulnerability"], totals["single_carried"], reachable),
        "factual_share": (totals["factual_share"], totals["ties_factual"], ties),
        "facilitator_dependence": (
            totals["facilitator_dependence"],
            len(totals["leaning"]),
            reachable,
        ),
        "concreteness": (named, named, cloth),
        "contacts_ready": (ready, ready, cloth),
        "mean_carriers": (totals["mean_carriers"], 0, None),
        "sphere_count": (None, 0, None),
        "sphere_balance": (totals["sphere_balance"]["count"], 0, None),
    }
    counts = {
        "only_local": totals["sphere_reach"]["only_local"],
        "only_professional": totals["sphere_reach"]["only_professional"],
        "convergence": structure["converging"],
    }
    for key in TOLD:
        if key not in shares:
            found = counts.get(key, totals.get(key))
            count = found if isinstance(found, int) else len(found)
            shares[key] = (count, count, None)
    return shares


def _balance(told: Told, key: str) -> str:
    if key != "sphere_count":
        return ""
    counted = told.structure["totals"]["sphere_count"]
    return ", ".join(f"{told.words['spheres'][sphere]}: {n}" for sphere, n in counted.items())
