"""Measures on one fabric: each a small function with its definition.

Each definition is told to people in board.wording under the same name. Ratios are
rounded to four decimals; a ratio of nothing is None, never 0.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import comb
from typing import Any

from board.analysis.graph import Fabric
from board.model import Board
from board.schema import Basis, Concreteness, Sphere

Json = dict[str, Any]
STATES = ("carried", "single", "hanging", "expected_only", "loose")
_SPHERES: Mapping[Sphere, frozenset[str]] = {
    Sphere.LOCAL: frozenset({"local"}),
    Sphere.PROFESSIONAL: frozenset({"professional"}),
    Sphere.BOTH: frozenset({"local", "professional"}),
    Sphere.UNKNOWN: frozenset({"unknown"}),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A board, its fabric, and per ingredient its carriers and state, all ids ascending."""

    board: Board
    fabric: Fabric
    carriers: Mapping[str, tuple[str, ...]]
    state: Mapping[str, str]

    def of_state(self, *states: str) -> list[str]:
        """Give the ingredients in any of `states`."""
        return [key for key, state in self.state.items() if state in states]

    @property
    def reachable(self) -> list[str]:
        """The ingredients with a path from the theme."""
        return self.of_state("carried", "single")


def measured(board: Board, fabric: Fabric) -> Measured:
    """Give carriers and state of every ingredient."""
    carriers = {key: fabric.carriers(key) for key in sorted(board.ingredients)}
    touched = set(chain.from_iterable(tie.ends for tie in fabric.ties))
    state = {key: _state(fabric, key, len(found), touched) for key, found in carriers.items()}
    return Measured(board, fabric, carriers, state)


def ratio(part: float, whole: float) -> float | None:
    """Give part / whole to four decimals, or None when there is no whole."""
    return round(part / whole, 4) if whole else None


def coverage_per_seat(measured: Measured) -> dict[str, list[int]]:
    """Give per seat [reachable, all] of its ingredients."""
    reachable = set(measured.reachable)
    seats: dict[str, list[int]] = {seat: [0, 0] for seat in sorted(measured.board.seats)}
    for key, ingredient in measured.board.ingredients.items():
        count = seats.setdefault(ingredient.seat, [0, 0])
        count[0] += key in reachable
        count[1] += 1
    return seats


def sole(measured: Measured) -> dict[str, list[str]]:
    """Give per actor the reachable ingredients it dominates: what falls off without it."""
    threads: dict[str, list[str]] = defaultdict(list)
    for ingredient in measured.reachable:
        for actor in measured.fabric.flow.dominators(ingredient):
            threads[actor].append(ingredient)
    return threads


def bridged_pairs(seats: Iterable[str]) -> int:
    """Count the pairs of ingredients from different seats, given the seat of each.

    C(R, 2) minus the pairs within each seat.
    """
    per_seat: dict[str, int] = {}
    for seat in seats:
        per_seat[seat] = per_seat.get(seat, 0) + 1
    whole = sum(per_seat.values())
    return comb(whole, 2) - sum(comb(count, 2) for count in per_seat.values())


def sphere_measures(measured: Measured) -> Json:
    """Give the balance of local and professional, by count and by reach.

    An actor of both spheres counts in both; one of unknown sphere in neither. An ingredient is
    carried only locally when every carrier is local and nothing else.
    """
    actors = Counter(s for a in measured.fabric.actors.values() for s in _SPHERES[a.sphere])
    carried = {key: _spheres(measured, measured.carriers[key]) for key in measured.reachable}
    reach = {s: sum(s in found for found in carried.values()) for s in ("local", "professional")}
    return {
        "sphere_count": {"local": actors["local"], "professional": actors["professional"]},
        "sphere_reach": {
            **reach,
            "both": sum(found >= {"local", "professional"} for found in carried.values()),
            "only_local": sum(found == {"local"} for found in carried.values()),
            "only_professional": only_professional(measured),
        },
        "sphere_balance": {
            "count": ratio(actors["local"], actors["local"] + actors["professional"]),
            "reach": ratio(reach["local"], sum(reach.values())),
        },
    }


def only_professional(measured: Measured) -> list[str]:
    """Give the reachable ingredients whose carriers are professional and nothing else."""
    pillars = {key for key, a in measured.fabric.actors.items() if a.sphere is Sphere.PROFESSIONAL}
    return [key for key in measured.reachable if pillars.issuperset(measured.carriers[key])]


def leaning(measured: Measured) -> list[str]:
    """Give the reachable ingredients whose carriers are all professional or facilitator.

    Facilitators are the actors at seats marked as host.
    """
    hosts = {seat.actor for seat in measured.board.seats.values() if seat.host}
    pillars = hosts | {
        key for key, a in measured.fabric.actors.items() if a.sphere is Sphere.PROFESSIONAL
    }
    return [key for key in measured.reachable if pillars.issuperset(measured.carriers[key])]


def contacts_ready(measured: Measured) -> dict[str, int]:
    """Count the actors on the cloth with a contact, with a story, and with both."""
    contacted, told = with_contact(measured.board), with_story(measured.board)
    actors = measured.fabric.actors.keys()
    return {
        "with_contact": len(actors & contacted),
        "with_story": len(actors & told),
        "ready": len(actors & contacted & told),
    }


def with_contact(board: Board) -> set[str]:
    """Give the actors for whom a contact is prepared."""
    return {actor for contact in board.contacts.values() for actor in contact.members}


def with_story(board: Board) -> set[str]:
    """Give the actors with a story that has words or ingredients that inspire it."""
    return {s.actor for s in board.stories.values() if s.text.strip() or s.inspired_by}


def rings(measured: Measured) -> dict[str, dict[str, int]]:
    """Count actors and ingredients per distance to the theme."""
    steps = measured.fabric.flow.distance
    counted: dict[int, dict[str, int]] = {}
    for kind, members in (
        ("actors", measured.fabric.actors),
        ("ingredients", measured.board.ingredients),
    ):
        for distance in sorted(steps[key] for key in members if key in steps):
            counted.setdefault(distance, {"actors": 0, "ingredients": 0})[kind] += 1
    return {str(distance): counted[distance] for distance in sorted(counted)}


def totals(measured: Measured) -> Json:
    """Give every board-wide measure of ties, reach, spheres and readiness."""
    reachable, single, leans = measured.reachable, measured.of_state("single"), leaning(measured)
    bases = Counter(tie.basis for tie in measured.fabric.ties)
    actors = measured.fabric.actors
    named = sum(a.concreteness is Concreteness.NAMED for a in actors.values())
    return {
        "ingredients": len(measured.board.ingredients),
        "cloth_actors": len(actors),
        "actors": sum(not a.contested for a in measured.board.actors.values()),
        "ties_factual": bases[Basis.FACTUAL],
        "ties_expected": bases[Basis.EXPECTED],
        "ties_wished": bases[Basis.WISHED],
        "factual_share": ratio(bases[Basis.FACTUAL], bases.total()),
        "touched": len(measured.of_state("carried", "single", "hanging")),
        "loose": measured.of_state("loose"),
        "expected_only": measured.of_state("expected_only"),
        "hanging": measured.of_state("hanging"),
        "reachable": len(reachable),
        "coverage": ratio(len(reachable), len(measured.board.ingredients)),
        "coverage_per_seat": coverage_per_seat(measured),
        "single_carried": len(single),
        "vulnerability": ratio(len(single), len(reachable)),
        "mean_carriers": ratio(_threads(measured, reachable), len(reachable)),
        **sphere_measures(measured),
        "leaning": leans,
        "facilitator_dependence": ratio(len(leans), len(reachable)),
        "concreteness": [named, len(actors)],
        "contacts_ready": contacts_ready(measured),
        "rings": rings(measured),
    }


def _state(fabric: Fabric, ingredient: str, carriers: int, touched: Collection[str]) -> str:
    if carriers:
        return "single" if carriers == 1 else "carried"
    if ingredient in fabric.tied:
        return "hanging"
    return "expected_only" if ingredient in touched else "loose"


def _spheres(measured: Measured, actors: Iterable[str]) -> frozenset[str]:
    known = measured.fabric.actors
    return frozenset[str]().union(*[_SPHERES[known[actor].sphere] for actor in actors])


def _threads(measured: Measured, ingredients: Iterable[str]) -> int:
    return sum(len(measured.carriers[key]) for key in ingredients)
