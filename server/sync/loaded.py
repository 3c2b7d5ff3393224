"""From what the store holds of a board to a document and its gate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.sync.codec import ProtocolError
from server.sync.gate import Gate
from server.sync.limits import Limits
from server.sync.owners import Owners
from server.sync.refusal import Refusal
from server.sync.replica import Replica, ReplicaFault, Watch
from server.sync.shape import Shape


class LoadError(Exception):
    """What the store holds of a board cannot be read; the board must not be opened."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the store holds of a board: updates in their order, and whose each client id is.

    `careful` is set after a `Reset`: the room then applies one update at a time, so that a
    poisonous one is found (RM9). `poisons` are the fingerprints of those that were.
    """

    doc_updates: Sequence[bytes] = ()
    bindings: Mapping[int, str] = field(default_factory=dict)
    careful: bool = False
    poisons: frozenset[str] = frozenset()
    watch: Watch | None = None


def open_board(
    shape: Shape, limits: Limits, loaded: Loaded, owners: Owners
) -> tuple[Gate, Replica]:
    """Build document and index, each from the same updates; `LoadError` unless they agree."""
    gate = Gate(shape, limits, owners)
    try:
        for update in loaded.doc_updates:
            gate.load(update)
        replica = Replica(loaded.doc_updates)
    except (ProtocolError, Refusal, ReplicaFault) as fault:
        raise LoadError(str(fault)) from fault
    if replica.vector != gate.clocks:
        raise LoadError("the document is not what its updates say")
    replica.poisons = loaded.poisons
    replica.watch = loaded.watch or replica.watch
    return gate, replica
