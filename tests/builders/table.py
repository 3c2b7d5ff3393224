"""A room with peers around it, and the shell's part played by hand."""

from collections.abc import Mapping
from typing import Any

from pycrdt import Doc, Map

from server.live.shape import shape
from server.sync import messages
from server.sync.effects import Broadcast, Close, Effect, Persist, Send
from server.sync.limits import Limits
from server.sync.loaded import Loaded
from server.sync.passes import Pass
from server.sync.room import Room

SHAPE = shape()
NOTHING = b"\x00"
"""The state vector of an empty document."""


def a_pass(
    participant: str = "ann", *, role: str = "participant", speaks: bool = True, seat: str = "s1"
) -> Pass:
    return Pass(
        participant=participant,
        name=participant.title(),
        seat=seat,
        role=role,
        may_write=role in {"participant", "facilitator"},
        speaks=speaks,
        facilitator=role == "facilitator",
    )


class Table:
    """A room whose store answers when told to; `log` holds what was made durable."""

    def __init__(self, limits: Limits | None = None, loaded: Loaded | None = None) -> None:
        limits, loaded = limits or Limits(), loaded or Loaded()
        self.room = Room(SHAPE, limits, loaded)
        self.log: list[bytes] = list(loaded.doc_updates)
        self.bindings: dict[int, str] = dict(loaded.bindings)
        self.now = 0.0

    def join(self, peer: int, pass_: Pass | None = None, *, synced: bool = True) -> list[Effect]:
        """Let a peer in and, unless told not to, have it ask for its first state."""
        effects = self.room.join(peer, pass_ or a_pass())
        return effects + (self.say(peer, messages.step1(NOTHING)) if synced else [])

    def say(self, peer: int, data: bytes) -> list[Effect]:
        return self.room.receive(peer, data, self.now)

    def write(self, peer: int, update: bytes, *, answers: bool = False) -> list[Effect]:
        return self.say(peer, (messages.step2 if answers else messages.update)(update))

    def flush(self) -> list[Effect]:
        return self.room.flush()

    def store(self, effects: list[Effect]) -> list[Effect]:
        """Make durable what `effects` ask for and give what the room says to that."""
        out: list[Effect] = []
        for effect in effects:
            if isinstance(effect, Persist):
                self.log.append(effect.update)
                self.bindings.update(effect.bindings)
                out += self.room.stored(effect.batch)
        return out

    def settle(self) -> list[Effect]:
        """Flush and store until nothing waits."""
        out: list[Effect] = []
        while self.room.wants_flush:
            effects = self.flush()
            out += effects + self.store(effects)
        return out

    def content(self) -> dict[str, dict[str, Any]]:
        return content(self.room.doc)

    def reloaded(self) -> Room:
        """A room built anew from what was made durable."""
        return Room(SHAPE, Limits(), Loaded(self.log, self.bindings))


def content(doc: Doc[Any]) -> dict[str, dict[str, Any]]:
    """What the roots of a document hold, without those that hold nothing."""
    roots = {name: doc.get(name, type=Map).to_py() or {} for name in SHAPE.roots}
    return {name: root for name, root in roots.items() if root}


def sent_to(peer: int, effects: list[Effect]) -> list[bytes]:
    """The messages that reach `peer`, in order."""
    return [
        effect.message
        for effect in effects
        if (isinstance(effect, Send) and effect.peer == peer)
        or (isinstance(effect, Broadcast) and peer in effect.peers)
    ]


def closes(effects: list[Effect]) -> Mapping[int, int]:
    """The close code per peer that is sent away."""
    return {effect.peer: effect.code for effect in effects if isinstance(effect, Close)}


def persists(effects: list[Effect]) -> list[Persist]:
    return [effect for effect in effects if isinstance(effect, Persist)]
