"""Presence messages written and read by hand."""

import json
from typing import Any

from server.sync import messages
from server.sync.codec import Reader, text, uint


def entry(presence_id: int, clock: int, state: object) -> bytes:
    """One entry; a state that is text already goes as it is."""
    words = state if isinstance(state, str) else json.dumps(state)
    return uint(presence_id) + uint(clock) + text(words)


def shows(presence_id: int, clock: int, state: object) -> bytes:
    """The message with which a client shows one state."""
    return messages.awareness(uint(1) + entry(presence_id, clock, state))


def repeats(*entries: bytes) -> bytes:
    """A message with several entries."""
    return messages.awareness(uint(len(entries)) + b"".join(entries))


def entries_in(message: bytes) -> dict[int, tuple[int, Any]]:
    """The clock and the state per presence id in a message."""
    reader = Reader(message)
    assert reader.uint() == messages.AWARENESS
    inner = Reader(reader.take())
    reader.finish()
    out = {}
    for _ in range(inner.uint()):
        presence_id, clock = inner.uint(), inner.uint()
        out[presence_id] = (clock, json.loads(inner.text()))
    inner.finish()
    return out


def states_in(message: bytes) -> dict[int, Any]:
    """The state per presence id in a message."""
    return {presence_id: state for presence_id, (_, state) in entries_in(message).items()}
