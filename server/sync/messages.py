"""The messages of the wire as typed values: decoding what clients send, encoding what we send."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from server.sync.codec import TOO_BIG, ProtocolError, Reader, sized, text, uint

SYNC, AWARENESS, AUTH, QUERY_AWARENESS = 0, 1, 2, 3
STEP1, STEP2, UPDATE = 0, 1, 2
STORED, SESSION, NOTICE, PART = 80, 81, 82, 83
LARGE_BYTES, PART_BYTES = 256 * 1024, 64 * 1024


class Step1(NamedTuple):
    """A peer says what it has and asks for the rest."""

    state_vector: bytes


class Update(NamedTuple):
    """A change that was just made, or (`answers`) what we lacked according to our step 1."""

    update: bytes
    answers: bool


class Awareness(NamedTuple):
    """Presence, as y-protocols packs it."""

    states: bytes


class QueryAwareness(NamedTuple):
    """A peer asks for everybody's presence."""


Message = Step1 | Update | Awareness | QueryAwareness


def decode(data: bytes, most_bytes: int) -> Message:
    """The one message in `data`; `ProtocolError` if there is none, or more (ME1-ME3)."""
    if len(data) > most_bytes:
        raise ProtocolError("a message is too big", TOO_BIG)
    reader = Reader(data)
    kind = reader.uint()
    if kind == SYNC:
        message: Message = _sync(reader)
    elif kind == AWARENESS:
        message = Awareness(reader.take())
    elif kind == QUERY_AWARENESS:
        message = QueryAwareness()
    else:
        raise ProtocolError(f"a client sends no message of type {kind}")
    reader.finish()
    return message


def _sync(reader: Reader) -> Message:
    step = reader.uint()
    if step == STEP1:
        return Step1(reader.take())
    if step in (STEP2, UPDATE):
        return Update(reader.take(), answers=step == STEP2)
    raise ProtocolError(f"there is no sync message {step}")


def step1(state_vector: bytes) -> bytes:
    """Sync step 1: what we have."""
    return b"\x00\x00" + sized(state_vector)


def step2(update: bytes) -> bytes:
    """Sync step 2: what the peer lacks."""
    return b"\x00\x01" + sized(update)


def update(payload: bytes) -> bytes:
    """A change for everybody."""
    return b"\x00\x02" + sized(payload)


def awareness(states: bytes) -> bytes:
    """Presence of one or more peers."""
    return b"\x01" + sized(states)


def denied(reason: str) -> bytes:
    """Permission denied, in the words that stock clients know."""
    return b"\x02\x00" + text(reason)


def stored(count: int) -> bytes:
    """The first `count` updates of this peer are durable or were refused."""
    return uint(STORED) + uint(count)


def session(payload: str) -> bytes:
    """The session as JSON text."""
    return uint(SESSION) + text(payload)


def notice(code: str, words: str, fields: Mapping[str, object]) -> bytes:
    """Something a person should know: a refusal with its `update` number, a limit, a restart."""
    body = {"code": code, "text": words, "update": None, **fields}
    return uint(NOTICE) + text(json.dumps(body, ensure_ascii=False, separators=(",", ":")))


def in_parts(message: bytes) -> Iterator[bytes]:
    """The same message, or if it is large its parts, so that a peer sees it coming (ME5)."""
    if len(message) <= LARGE_BYTES:
        yield message
        return
    head = uint(PART) + uint(len(message))
    for at in range(0, len(message), PART_BYTES):
        yield head + message[at : at + PART_BYTES]
