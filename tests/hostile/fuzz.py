"""Grammar-aware fuzz on live boards: `python -m tests.hostile.fuzz --frames 50000 --seed 1`.

Several peers of all roles send frames that are nearly right to one board, which grows from what
is admitted. After each session the document of the room, a reload of what was stored, a reload
of its compacted state, a peer that heard everything, and Yjs itself must hold the same.
Prints one JSON line of totals; ends with 1 and the seed at the first thing that is wrong.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from pycrdt import Doc

from server.sync import messages
from server.sync.effects import Effect, Reset
from server.sync.limits import Limits
from tests.builders.table import Table, a_pass, closes, content, persists, sent_to
from tests.hostile.grammar import Grammar
from tests.hostile.replay import plain
from tests.hostile.victim import CPU_SECONDS, confine

SESSION = 2_000
HANG_SECONDS = 0.25
FRAMES_PER_SECOND = 500
"""What even a slow machine does."""
LISTENER = 1
READER = Path(__file__).with_name("content.mjs")


class WrongError(Exception):
    """Something that must never be."""


class Session:
    """One board among peers who send what the grammar makes."""

    def __init__(self, seed: int) -> None:
        self.rnd = random.Random(seed)
        rate = 60 if self.rnd.random() < 0.1 else 0
        self.table = Table(Limits(updates_per_second=rate, presence_per_second=0))
        self.grammar = Grammar(self.rnd, self.table.room._gate._index)
        self.heard: Doc[Any] = Doc()
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self.peers = 1
        self.here: dict[int, list[int]] = {}
        self.table.join(LISTENER, a_pass("listener", role="viewer"))
        for _ in range(4):
            self.come()

    def come(self) -> None:
        """Let one more in, under a name and client ids that may have been here before."""
        self.peers += 1
        who = self.rnd.randrange(4)
        role = ("participant", "participant", "facilitator", "viewer")[who]
        self.note(self.table.join(self.peers, a_pass(f"p{who}", role=role)))
        self.here[self.peers] = [1_000 * (who + 1) + self.rnd.randrange(3) for _ in range(2)]

    def go(self, peer: int) -> None:
        self.here.pop(peer, None)
        self.table.room.leave(peer)

    def run(self, frames: int) -> None:
        for _ in range(frames):
            self.step()
        self.note(self.table.settle())
        self.compare()

    def step(self) -> None:
        """Somebody sends a frame; now and then something else happens as well."""
        self.table.now += 0.01
        peer = self.rnd.choice(list(self.here))
        frame = self.grammar.frame(self.here[peer])
        start = time.process_time()
        effects = self.table.say(peer, frame)
        self.slowest = max(self.slowest, time.process_time() - start)
        self.outcomes[outcome(peer, frame, effects)] += 1
        self.note(effects)
        for closed in closes(effects):
            self.go(closed)
            self.come()
        if self.rnd.random() < 0.2:
            self.happen()

    def happen(self) -> None:
        peer = self.rnd.choice(list(self.here))
        match self.rnd.randrange(8):
            case 0:
                self.go(peer)
                self.come()
            case 1:
                self.note(self.table.room.lagging(peer))
            case 2:
                self.note(self.table.room.drained(peer))
            case 3:
                self.stumble()
            case _:
                start = time.process_time()
                self.note(self.table.settle())
                self.slowest = max(self.slowest, time.process_time() - start)

    def stumble(self) -> None:
        """The store does not answer for a while."""
        flushed = self.table.flush()
        self.note(flushed)
        for persist in persists(flushed):
            self.note(self.table.room.unstored(persist.batch, "away"))
            for peer in self.here:
                self.note(self.table.say(peer, self.grammar.frame(self.here[peer])))
            self.note(self.table.store(self.table.room.retry()))

    def note(self, effects: list[Effect]) -> None:
        """Let the listener hear, and look out for what must not happen."""
        for effect in effects:
            if isinstance(effect, Reset):
                raise WrongError(f"a reset: {effect.reason} {effect.case.hex()}")
        for message in sent_to(LISTENER, effects):
            if message[:2] in (b"\x00\x01", b"\x00\x02"):
                self.heard.apply_update(messages.decode(message, 10**9).update)

    def compare(self) -> None:
        """All who should hold the same do."""
        compacted: Doc[Any] = Doc()
        compacted.apply_update(self.table.room.doc.get_update())
        mine = plain(self.table.content())
        others = {
            "a reload": content(self.table.reloaded().doc),
            "a compacted state": content(compacted),
            "a listener": content(self.heard),
        }
        for name, theirs in others.items():
            if plain(theirs) != mine:
                raise WrongError(f"{name} holds something else")
        if self.slowest > HANG_SECONDS:
            raise WrongError(f"one step took {self.slowest:.3f} s")

    def compare_with_yjs(self) -> None:
        """Yjs makes the same of what was stored."""
        log = "\n".join(update.hex() for update in self.table.log)
        command = ["node", str(READER)]
        run = subprocess.run(command, input=log, capture_output=True, text=True, check=True)
        if json.loads(run.stdout) != plain(self.table.content()):
            raise WrongError("Yjs holds something else")


def outcome(peer: int, frame: bytes, effects: list[Effect]) -> str:
    """What became of a frame, in a word."""
    for code in closes(effects).values():
        return str(code)
    for message in sent_to(peer, effects):
        if message[0] == messages.NOTICE:
            return str(json.loads(message[message.index(b"{") :])["code"])
    known = bool(effects)
    is_update = frame[:2] in (b"\x00\x01", b"\x00\x02")
    return ("known" if known else "admitted") if is_update else "other"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--yjs-every", type=int, default=5, help="sessions between two looks at Yjs"
    )
    options = parser.parse_args()
    confine(CPU_SECONDS + options.frames // FRAMES_PER_SECOND)
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for number in range(-(-options.frames // SESSION)):
        session = Session(options.seed + number)
        try:
            session.run(min(SESSION, options.frames - number * SESSION))
            if number % options.yjs_every == 0:
                session.compare_with_yjs()
        except Exception as fault:
            print(f"seed {options.seed + number}: {fault!r}", file=sys.stderr)
            raise
        outcomes += session.outcomes
        slowest = max(slowest, session.slowest)
    print(json.dumps({"slowest": slowest, "outcomes": outcomes}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
