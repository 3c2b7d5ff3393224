"""Findings: rule hits that say which step is needed next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from board.analysis.measures import (
    Json,
    Measured,
    coverage_per_seat,
    only_professional,
    with_contact,
    with_story,
)
from board.analysis.positions import Held, active, holders
from board.analysis.settings import Settings
from board.model import Board
from board.schema import Concreteness, ContactStatus, ConvergenceState

SPOKEN = {ContactStatus.SPOKEN, ContactStatus.FOLLOW_UP}


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule hit: whom or what it is about, and how much hangs on it."""

    rule: str
    subjects: tuple[str, ...]
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Case:
    """All that the rules look at. `earlier`: older boards of the same cloth, oldest first."""

    measured: Measured
    positions: Held
    sole: Mapping[str, Sequence[str]]
    settings: Settings
    date: str | None
    earlier: Sequence[Board] = field(default=())

    @property
    def board(self) -> Board:
        """The board that is looked at."""
        return self.measured.board


def findings(case: Case) -> list[Finding]:
    """Give all findings in the order of the method's steps; never a ranking of people.

    Within one rule the finding on which most hangs comes first, then by id.
    """
    return [
        finding
        for rule in RULES.values()
        for finding in sorted(rule(case), key=lambda f: (-f.weight, f.subjects))
    ]


def _loose_ingredient(case: Case) -> Iterator[Finding]:
    for key in case.measured.of_state("loose"):
        yield Finding("loose_ingredient", (key,))


def _expected_only(case: Case) -> Iterator[Finding]:
    for key in case.measured.of_state("expected_only"):
        yield Finding("expected_only", (key,))


def _hanging_actor(case: Case) -> Iterator[Finding]:
    fabric = case.measured.fabric
    for key in fabric.actors:
        if key in fabric.holds and key not in fabric.flow.distance:
            yield Finding("hanging_actor", (key,), len(fabric.holds[key]))


def _thin_thread(case: Case) -> Iterator[Finding]:
    for key, threads in case.sole.items():
        if len(threads) >= case.settings.thin_thread:
            yield Finding("thin_thread", (key,), len(threads))


def _only_professional(case: Case) -> Iterator[Finding]:
    for key in only_professional(case.measured):
        yield Finding("only_professional", (key,))


def _vague_actor(case: Case) -> Iterator[Finding]:
    for key, actor in case.measured.fabric.actors.items():
        if actor.concreteness is not Concreteness.NAMED:
            yield Finding("vague_actor", (key,))


def _no_contact(case: Case) -> Iterator[Finding]:
    for key in case.measured.fabric.actors.keys() - with_contact(case.board):
        yield Finding("no_contact", (key,))


def _no_story(case: Case) -> Iterator[Finding]:
    contacted = case.measured.fabric.actors.keys() & with_contact(case.board)
    for key in contacted - with_story(case.board):
        yield Finding("no_story", (key,))


def _no_position(case: Case) -> Iterator[Finding]:
    spoken = {
        actor
        for contact in case.board.contacts.values()
        if contact.status in SPOKEN
        for actor in contact.members
    }
    for key, positions in case.positions.items():
        if key in spoken and not positions:
            yield Finding("no_position", (key,))


def _empty_position(case: Case) -> Iterator[Finding]:
    for position, actors in holders(case.positions).items():
        if not actors:
            yield Finding("empty_position", (position,))


def _stale_position(case: Case) -> Iterator[Finding]:
    recent = case.earlier[-case.settings.stale_after :]
    if len(recent) < case.settings.stale_after:
        return
    for key, involvement in case.board.involvements.items():
        counts = involvement.actor in case.positions and active(involvement, case.date)
        if counts and all(old.involvements.get(key) == involvement for old in recent):
            yield Finding("stale_position", (involvement.actor, str(involvement.position)))


def _seat_uncovered(case: Case) -> Iterator[Finding]:
    for seat, (reachable, written) in coverage_per_seat(case.measured).items():
        if written and reachable / written < case.settings.seat_coverage:
            yield Finding("seat_uncovered", (seat,), written - reachable)


def _convergent_uncarried(case: Case) -> Iterator[Finding]:
    for group in converging(case.board):
        if not any(case.measured.carriers[key] for key in group["ingredients"]):
            yield Finding("convergent_uncarried", tuple(group["ingredients"]), len(group["seats"]))


def converging(board: Board) -> list[Json]:
    """Give the groups that people confirmed and that two or more seats wrote."""
    groups = []
    for key, group in sorted(board.convergences.items()):
        members = sorted(set(group.ingredients) & board.ingredients.keys())
        seats = sorted({board.ingredients[member].seat for member in members})
        if group.state is ConvergenceState.CONFIRMED and len(seats) > 1:
            groups.append({"id": key, "label": group.label, "ingredients": members, "seats": seats})
    return groups


RULES: Mapping[str, Callable[[Case], Iterator[Finding]]] = {
    "loose_ingredient": _loose_ingredient,
    "expected_only": _expected_only,
    "hanging_actor": _hanging_actor,
    "thin_thread": _thin_thread,
    "only_professional": _only_professional,
    "vague_actor": _vague_actor,
    "no_contact": _no_contact,
    "no_story": _no_story,
    "no_position": _no_position,
    "empty_position": _empty_position,
    "stale_position": _stale_position,
    "seat_uncovered": _seat_uncovered,
    "convergent_uncarried": _convergent_uncarried,
}
