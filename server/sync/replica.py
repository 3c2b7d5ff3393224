"""The document itself: the only place where pycrdt is called, and never with a client's bytes.

pycrdt answers some faults with a panic, which is no `Exception`; and a failed call may leave the
document half changed. So every call is guarded, and after a `ReplicaFault` the document is
not used again (RM8).
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import blake2b
from typing import Any, TypeVar

from pycrdt import Doc

from server.sync import vectors

T = TypeVar("T")


Watch = Callable[[bytes], object]
"""Called with each update before it is applied, and with nothing when that is done."""


class ReplicaFault(Exception):  # noqa: N818 - what happened, not what was done wrong
    """The document did not do what was foreseen; it can no longer be trusted."""


class Replica:
    """A document and the state vector that it must have."""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        self.doc: Doc[Any] = Doc()
        self._whole: bytes | None = None
        self.watch: Watch = _nobody
        self.poisons: frozenset[str] = frozenset()
        for update in updates:
            _guarded(partial(self.doc.apply_update, update))
        self.vector = vectors.parse(self._state())
        self._packed = vectors.packed_clocks(self.vector)

    def apply(self, update: bytes, ends: Mapping[int, int]) -> None:
        """Apply one update after which the clocks must be as in `ends`, the others as before."""
        if self.poisons and fingerprint(update) in self.poisons:
            raise ReplicaFault("it broke this board before")
        self._whole = None
        self.watch(update)
        try:
            state = _guarded(partial(self._applied, update))
        finally:
            self.watch(b"")
        self.vector.update(ends)
        self._packed.update(vectors.packed_clocks(ends))
        if vectors.clocks_in(state) != self._packed:
            raise ReplicaFault("the state vector is not as foreseen")

    def since(self, vector: Mapping[int, int]) -> bytes:
        """The update that leads from `vector`, which must be of clocks we know, to here."""
        if not vector:
            return self.whole()
        return _guarded(partial(self.doc.get_update, vectors.packed(vector)))

    def whole(self) -> bytes:
        """The update that makes all there is; encoded once until the next change."""
        if self._whole is None:
            self._whole = _guarded(self.doc.get_update)
        return self._whole

    def _applied(self, update: bytes) -> bytes:
        # one transaction instead of two
        with self.doc.transaction():
            self.doc.apply_update(update)
            return self.doc.get_state()

    def _state(self) -> bytes:
        return _guarded(self.doc.get_state)


def _nobody(_: bytes) -> None:
    """Watch nothing."""


def fingerprint(update: bytes) -> str:
    """Give by what an update is known again when its bytes are gone."""
    return blake2b(update, digest_size=16).hexdigest()


def _guarded(call: Callable[[], T]) -> T:
    try:
        return call()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:
        raise ReplicaFault(f"{type(fault).__name__}: {fault}") from fault
