"""The program with its gate taken out: whatever clients send goes straight to the document.

`python -m tests.crash.ungated serve …` shows what happens behind a gate that fails. Nothing of it
is part of what is installed, and no setting leads here.
"""

import sys

from server import cli
from server.sync import room, vectors
from server.sync.gate import Admission, Gate
from server.sync.limits import Limits
from server.sync.loaded import Loaded
from server.sync.owners import Owners
from server.sync.passes import Pass
from server.sync.replica import Replica
from server.sync.shape import Shape
from server.sync.update import Change

SOMETHING = {0: ((0, 1),)}
"""Deletes that say no more than that a change is one."""


class OpenGate(Gate):
    """Lets everything pass as it came."""

    def admit(self, update: bytes, who: Pass) -> Admission:
        return Admission(Change((), SOMETHING, update))


class Credulous(Replica):
    """Takes for foreseen whatever comes."""

    def _applied(self, update: bytes) -> bytes:
        state = super()._applied(update)
        self.vector = vectors.parse(state)
        self._packed = vectors.clocks_in(state)
        return state


def opened(
    shape: Shape, limits: Limits, loaded: Loaded, owners: Owners
) -> tuple[OpenGate, Credulous]:
    replica = Credulous(loaded.doc_updates)
    replica.poisons = loaded.poisons
    replica.watch = loaded.watch or replica.watch
    return OpenGate(shape, limits, owners), replica


if __name__ == "__main__":
    room.open_board = opened
    sys.exit(cli.main())
