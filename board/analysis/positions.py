"""Who takes part from which position on a date."""

from collections import Counter
from collections.abc import Mapping, Sequence

from board.analysis.settings import Settings
from board.model import Board, Involvement
from board.schema import Basis, Position

Held = Mapping[str, tuple[Position, ...]]
_ORDER = {position: number for number, position in enumerate(Position)}


def active(involvement: Involvement, date: str | None) -> bool:
    """Tell whether an involvement was observed and had begun and not ended on `date`.

    Wished and expected involvements are kept apart: they are never active.
    """
    if involvement.basis is not Basis.FACTUAL:
        return False
    if date is None:
        return involvement.until is None
    begun = involvement.since is None or involvement.since[:10] <= date[:10]
    ended = involvement.until is not None and involvement.until[:10] <= date[:10]
    return begun and not ended


def held(board: Board, date: str | None) -> dict[str, tuple[Position, ...]]:
    """Give the active positions of every actor that counts, in the method's order."""
    positions: dict[str, set[Position]] = {
        key: set() for key, actor in sorted(board.actors.items()) if not actor.contested
    }
    for involvement in board.involvements.values():
        if involvement.actor in positions and active(involvement, date):
            positions[involvement.actor].add(involvement.position)
    return {key: tuple(p for p in Position if p in found) for key, found in positions.items()}


def known(board: Board) -> dict[str, list[Involvement]]:
    """Give per actor all its involvements, of whatever basis and date, in the method's order."""
    found: dict[str, list[Involvement]] = {}
    for involvement in sorted(board.involvements.values(), key=lambda i: _ORDER[i.position]):
        found.setdefault(involvement.actor, []).append(involvement)
    return found


def inmost(positions: Sequence[Position], settings: Settings) -> Position | None:
    """Give the position nearest to the core, or None when there is none."""
    return min(positions, key=lambda p: settings.position_order[p], default=None)


def holders(positions: Held) -> dict[str, list[str]]:
    """Give per position the actors that hold it."""
    return {
        str(position): [key for key, found in positions.items() if position in found]
        for position in Position
    }


def position_totals(positions: Held, settings: Settings) -> dict[str, object]:
    """Give the counts per position, the inmost counts, and who holds several or none."""
    nearest = Counter(inmost(found, settings) for found in positions.values())
    return {
        "positions": {name: len(actors) for name, actors in holders(positions).items()},
        "several_positions": [key for key, found in positions.items() if len(found) > 1],
        "no_position": [key for key, found in positions.items() if not found],
        "inmost": {str(p): nearest[p] for p in Position} | {"none": nearest[None]},
    }
