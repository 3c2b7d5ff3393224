"""Replicas of one document, as pycrdt has them, and the edits that people make on them.

An edit is a list of (root, key, value); a value `ERASED` takes the key away. Keys and values are
those that the frontend writes.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from typing import Any

from pycrdt import Doc, Map

from board.document import Reading, read
from board.edits import seed
from board.model import Board

ERASED = object()
Edit = Sequence[tuple[str, str, Any]]


def replica(board: Board | None = None, *, client_id: int | None = None) -> Doc:
    """Give a document, with a board in it if there is one."""
    doc: Doc = Doc(client_id=client_id) if client_id else Doc()
    if board is not None:
        seed(doc, board)
    return doc


def copy_of(doc: Doc, *, client_id: int | None = None) -> Doc:
    """Give another replica that has seen the same."""
    copy = replica(client_id=client_id)
    copy.apply_update(doc.get_update())
    return copy


def make(doc: Doc, edit: Edit) -> None:
    """Carry out one edit in one transaction."""
    with doc.transaction():
        for root, key, value in edit:
            entries = doc.get(root, type=Map)
            if value is not ERASED:
                entries[key] = value
            elif key in entries:
                del entries[key]


def update_of(doc: Doc, edit: Edit) -> bytes:
    """Carry out one edit and give what others need to have it too."""
    before = doc.get_state()
    make(doc, edit)
    return doc.get_update(before)


def at_the_same_time(board: Board, *edits: Edit) -> list[Reading]:
    """Let each edit be made by a replica of its own that has not seen the others.

    Gives what every replica and a fresh one read when all have all, whatever the order in which
    the updates came and whichever replica has the higher client id.
    """
    readings = []
    for client_ids in permutations(range(101, 101 + len(edits))):
        start = replica(board, client_id=100)
        people = [copy_of(start, client_id=client_id) for client_id in client_ids]
        updates = [update_of(doc, edit) for doc, edit in zip(people, edits, strict=True)]
        for order in permutations(updates):
            readings += [read(applied(copy_of(doc), order)) for doc in (start, *people)]
    return readings


def applied(doc: Doc, updates: Iterable[bytes]) -> Doc:
    """Give the document after these updates."""
    for update in updates:
        doc.apply_update(update)
    return doc


def agreed(readings: Sequence[Reading]) -> Reading:
    """Give the reading that all share; fail if two differ."""
    assert all(reading == readings[0] for reading in readings)
    return readings[0]


def outcomes(readings: Sequence[Reading], of: Callable[[Board], Any]) -> list[Any]:
    """Give the different results over all orders, in ascending order of their text."""
    found = [of(reading.board) for reading in readings]
    return sorted({str(value): value for value in found}.values(), key=str)
