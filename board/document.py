"""From a document to the board that it means.

Reading never fails on content. Whatever does not fit the schema is left out and listed.
What counts:

- A record exists when its birth value does; registers without a birth are left out. A register
  that is null or was never written has its default.
- A record whose `gone` holds an object is left out. A gone actor with a live tie that the deleter
  did not see stays as *contested*; live is a tie that is not gone, with an other end that is not
  gone. A gone seat stays while slips or ink lie on it, and so does one that was never made.
- A tie joins an actor with the theme, an ingredient or another actor, all on the board.
- What refers to something left out drops the reference; a story, a position, an invitation or a
  question about something left out is left out with it, and so is a story that says nothing.
- An id stands for one thing: an actor or ingredient with the theme's id and an ingredient with an
  actor's id are left out.
- A text over the limit is kept whole and listed: nobody's words vanish.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pycrdt import Doc, Map

from board.effective import effective
from board.faults import shown
from board.model import Board
from board.records import Problem, records
from board.schema import ROOTS

Roots = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A board and what could not be read of it, in order of root, key and fault."""

    board: Board
    problems: tuple[Problem, ...] = ()


def read(doc: "Doc[Map[object]]") -> Reading:
    """Give the board that lies in a document."""
    return read_roots(to_roots(doc))


def read_roots(roots: Roots) -> Reading:
    """Give the board that lies in plain root maps; the order of the keys does not matter."""
    problems = [Problem(shown(name), "", "no such root") for name in roots if name not in ROOTS]
    tables = {name: records(name, roots.get(name, {}), problems) for name in ROOTS}
    board = effective(tables, problems)
    return Reading(board, tuple(sorted(problems)))


def to_roots(doc: "Doc[Map[object]]") -> dict[str, dict[str, object]]:
    """Give the root maps of a document as plain values, shared types inside them as `Foreign`.

    Root types only come to life when asked for by type, so each is asked for as a map; the names
    of other roots are given with nothing in them.
    """
    with doc.transaction():
        roots: dict[str, dict[str, object]] = {name: {} for name in doc.keys()}  # noqa: SIM118
        for name in ROOTS:
            root = doc.get(name, type=Map)
            roots[name] = {key: _plain(value) for key, value in root.items()}
    return roots


_PLAIN = (str, bool, int, float, list, dict, bytes, bytearray)


class Foreign:
    """Stands for a shared type inside a root map, where only plain values belong."""


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, _PLAIN) else Foreign()
