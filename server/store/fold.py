"""Folding: many updates become one that says the same."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from board.document import read
from board.snapshot import content, content_hash
from server.sync.replica import Replica, ReplicaFault


class NotTheSame(Exception):  # noqa: N818
    """A folded board did not read back as what its log says; nothing was replaced."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All updates up to `seq` as one, with the state vector and the hash of its content."""

    seq: int
    state: bytes
    state_vector: bytes
    hash: str


Folding = Callable[[Sequence[bytes], int], Awaitable[Checkpoint]]
"""A way to `fold` that lets the loop go on."""


def fold(doc_updates: Sequence[bytes], head: int) -> Checkpoint:
    """Make one update of many, and make sure that it says the same."""
    try:
        whole = Replica(doc_updates)
        state = whole.since({})
        again = Replica([state])
    except ReplicaFault as fault:
        raise NotTheSame(f"folding up to {head}: {fault}") from fault
    content_hash = _hash(whole)
    if again.vector != whole.vector or _hash(again) != content_hash:
        raise NotTheSame(f"folding up to {head}")
    return Checkpoint(head, state, whole.doc.get_state(), content_hash)


async def fold_in_thread(doc_updates: Sequence[bytes], head: int) -> Checkpoint:
    """Fold in this process: quick for a small board, and in the way of others for a large one."""
    return await asyncio.to_thread(fold, doc_updates, head)


def _hash(replica: Replica) -> str:
    return content_hash(content(read(replica.doc).board))
