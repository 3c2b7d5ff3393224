"""A child process with little memory and time, in which a room meets hostile bytes.

`python -m tests.hostile.victim` plays every case of the corpus against a live board and prints
one JSON line each; `… --bare HEX` gives bytes straight to pycrdt, as nobody should.
"""

import json
import resource
import sys
import time
from typing import Any

from pycrdt import Doc

from server.sync import messages
from server.sync.effects import Effect
from server.sync.limits import Limits
from server.sync.loaded import Loaded
from tests.builders import updates as u
from tests.builders.table import Table, a_pass, closes, content, persists, sent_to
from tests.hostile.corpus import BOB, CASES, EVE, board

MIB = 1024 * 1024
ADDRESS_SPACE = 1024 * MIB
CPU_SECONDS = 60
BYSTANDER = 1
BOBS_PAGE = 200
"""The client id under which the bystander writes."""


def confine(cpu_seconds: int = CPU_SECONDS) -> None:
    """Give this process little to break things with."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Ordeal:
    """One live board that meets every case, each from a new connection of the same participant."""

    def __init__(self) -> None:
        self.table = Table(Limits(), Loaded(board(), {EVE: "eve", BOB: "bob"}))
        self.table.join(BYSTANDER, a_pass("bob"))
        self.attacker = BYSTANDER
        self.notes = 0

    def suffer(self, frames: list[bytes]) -> dict[str, Any]:
        """Play one case and say everything there is to say about it."""
        table = self.table
        self.attacker += 1
        table.now += 3_600
        table.join(self.attacker, a_pass("eve"))
        table.write(self.attacker, u.update(), answers=True)
        before, held = table.room.doc.get_update(), memory()
        effects, slowest = self.play(frames)
        start = time.process_time()
        flushed = table.settle()
        return {
            "outcome": self.outcome(effects),
            "seconds": max(slowest, time.process_time() - start),
            "mebibytes": (memory() - held) / MIB,
            "changed": table.room.doc.get_update() != before,
            "persisted": len(persists(flushed)),
            "overheard": len(sent_to(BYSTANDER, effects)),
            "bystander": self.bystander_goes_on(),
        }

    def play(self, frames: list[bytes]) -> tuple[list[Effect], float]:
        effects: list[Effect] = []
        slowest = 0.0
        for frame in frames:
            start = time.process_time()
            effects += self.table.say(self.attacker, frame)
            slowest = max(slowest, time.process_time() - start)
        return effects, slowest

    def outcome(self, effects: list[Effect]) -> str:
        """What the attacker was told last of all that was no acknowledgement or answer."""
        codes = [str(code) for code in closes(effects).values()]
        notices = [m for m in sent_to(self.attacker, effects) if m[0] == messages.NOTICE]
        codes += [json.loads(message[message.index(b"{") :])["code"] for message in notices]
        return codes[-1] if codes else "passed over"

    def bystander_goes_on(self) -> bool:
        """Whether the other peer still writes, and is told that it is stored."""
        self.notes += 1
        note = u.note(BOBS_PAGE, self.notes - 1, f"n{self.notes}.kind", "idea")
        self.table.write(BYSTANDER, note)
        said = sent_to(BYSTANDER, self.table.settle())
        return messages.stored(self.notes) in said


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    confine()
    if "--bare" in sys.argv:
        doc: Doc[Any] = Doc()
        doc.apply_update(bytes.fromhex(sys.stdin.read()))
        content(doc)
        return
    ordeal = Ordeal()
    for name, case in CASES.items():
        print(json.dumps({"case": name, **ordeal.suffer(case.frames())}), flush=True)
    again = content(ordeal.table.reloaded().doc)
    print(json.dumps({"case": "reload", "equal": again == ordeal.table.content()}), flush=True)


if __name__ == "__main__":
    main()
