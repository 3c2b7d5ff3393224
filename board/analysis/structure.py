"""The position structure: a board's graph and positions, and all that follows by fixed rules."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version

from board.analysis.convergence import MATCHER, convergence
from board.analysis.findings import Case, converging, findings
from board.analysis.graph import fabric
from board.analysis.measures import (
    Json,
    Measured,
    bridged_pairs,
    measured,
    sole,
    totals,
    with_contact,
    with_story,
)
from board.analysis.positions import active, held, holders, inmost, known, position_totals
from board.analysis.settings import Settings
from board.analysis.threads import single_threads
from board.model import Board, Involvement
from board.schema import Basis, Position

SCHEMA = "tafelkleed/position-structure/1"
SOFTWARE = f"tafelkleed {version('tafelkleed')}"
ATTRIBUTION = "Methode: netwerkanalyse, Stichting Eigentijdse Verbindingen"
_PLAIN = Settings()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a structure comes from; `taken_at` is ISO 8601 with a zone."""

    board: str | None = None
    snapshot: str | None = None
    hash: str | None = None
    taken_at: str | None = None


def structure(
    board: Board, source: Source, settings: Settings = _PLAIN, earlier: Sequence[Board] = ()
) -> Json:
    """Give the position structure of `board` as plain JSON values, shape `SCHEMA`.

    Contested actors are named under `contested` and left out of everything else. `earlier`
    holds older boards of the same cloth, oldest first, for `stale_position`.
    """
    found = measured(board, fabric(board))
    positions = held(board, source.taken_at)
    threads = sole(found)
    case = Case(found, positions, threads, settings, source.taken_at, earlier)
    alike = convergence({key: i.text for key, i in board.ingredients.items()})
    return {
        "schema": SCHEMA,
        "source": asdict(source),
        "method": _method(settings),
        "theme": _theme(board),
        "seats": _seats(board),
        "actors": _actors(case),
        "ingredients": _ingredients(found),
        "ties": _ties(found),
        "contested": sorted(key for key, actor in board.actors.items() if actor.contested),
        "totals": totals(found) | position_totals(positions, settings),
        "positions": holders(positions),
        "convergence": alike.groups(),
        "convergence_truncated": alike.truncated,
        "converging": converging(board),
        "findings": [
            {"rule": f.rule, "subjects": list(f.subjects), "weight": f.weight}
            for f in findings(case)
        ],
    }


def _ties(found: Measured) -> list[Json]:
    single = single_threads(found.fabric)
    return [
        {
            "id": tie.id,
            "ends": list(tie.ends),
            "basis": str(tie.basis),
            "evidence": tie.evidence,
            "single": tie.id in single,
        }
        for tie in found.fabric.ties
    ]


def _method(settings: Settings) -> Json:
    return {
        "software": SOFTWARE,
        "attribution": ATTRIBUTION,
        "basis": [str(Basis.FACTUAL)],
        "matcher": MATCHER,
        "position_order": {str(p): settings.position_order[p] for p in Position},
        "thin_thread": settings.thin_thread,
        "seat_coverage": settings.seat_coverage,
        "stale_after": settings.stale_after,
    }


def _theme(board: Board) -> Json:
    theme = board.theme
    return {"id": theme.id, "text": theme.text, "released": theme.released}


def _seats(board: Board) -> Json:
    return {
        key: {"label": seat.label, "angle": seat.angle, "actor": seat.actor, "host": seat.host}
        for key, seat in sorted(board.seats.items())
    }


def _actors(case: Case) -> Json:
    contacted, told, involved = with_contact(case.board), with_story(case.board), known(case.board)
    return {
        key: _described(case, key)
        | {"involvements": [_involvement(case, i) for i in involved.get(key, ())]}
        | _measured(case, key)
        | {"contact": key in contacted, "story": key in told}
        for key in case.positions
    }


def _described(case: Case, key: str) -> Json:
    actor, positions = case.board.actors[key], case.positions[key]
    nearest = inmost(positions, case.settings)
    return {
        "label": actor.label,
        "kind": str(actor.kind),
        "sphere": str(actor.sphere),
        "concreteness": str(actor.concreteness),
        "on_cloth": actor.on_cloth,
        "positions": [str(p) for p in positions],
        "inmost": nearest and str(nearest),
    }


def _involvement(case: Case, involvement: Involvement) -> Json:
    return {
        "position": str(involvement.position),
        "basis": str(involvement.basis),
        "since": involvement.since,
        "until": involvement.until,
        "active": active(involvement, case.date),
    }


def _measured(case: Case, key: str) -> Json:
    fabric, ingredients = case.measured.fabric, case.board.ingredients
    if key not in fabric.actors:
        return dict.fromkeys(("distance", "reach", "sole_reach", "seats", "bridged_pairs")) | {
            "ingredients": [],
            "sole": [],
        }
    holds, threads = fabric.holds.get(key, ()), case.sole.get(key, [])
    seats = [ingredients[i].seat for i in holds]
    return {
        "distance": fabric.flow.distance.get(key),
        "reach": len(holds),
        "ingredients": list(holds),
        "sole_reach": len(threads),
        "sole": list(threads),
        "seats": len(set(seats)),
        "bridged_pairs": bridged_pairs(seats),
    }


def _ingredients(found: Measured) -> Json:
    return {
        key: {
            "text": found.board.ingredients[key].text,
            "seat": found.board.ingredients[key].seat,
            "carriers": list(carriers),
            "distance": found.fabric.flow.distance.get(key),
            "state": found.state[key],
        }
        for key, carriers in found.carriers.items()
    }
