"""Plays a recording of real Yjs clients (traffic.mjs) into a room.

By hand: `python -m tests.hostile.replay --sessions 200 --steps 3000`.
"""

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from server.sync import messages
from server.sync.limits import Limits
from tests.builders.table import Table, a_pass, content, sent_to

TRAFFIC = Path(__file__).with_name("traffic.mjs")
FREE = Limits(updates_per_second=0, delete_objects=1_000_000, delete_share=1e9, peers=1_000_000)
"""Without the limits that a recording, which knows no clock, would run into."""


def recorded(seed: int, steps: int) -> Iterator[dict[str, Any]]:
    """The events of one recorded session."""
    command = ["node", str(TRAFFIC), str(seed), str(steps)]
    output = subprocess.run(command, check=True, capture_output=True, timeout=600).stdout
    return map(json.loads, output.splitlines())


def play(events: Iterable[dict[str, Any]], seed: int) -> tuple[Table, list[str], int]:
    """Play a recording; gives the table, what went wrong in words, and the number of updates."""
    table = Table(FREE)
    rnd = random.Random(seed)
    faults: list[str] = []
    updates = 0
    for event in events:
        match event:
            case {"event": "join", "peer": peer, "participant": name}:
                table.join(peer, a_pass(name), synced=False)
            case {"event": "leave", "peer": peer}:
                table.room.leave(peer)
            case {"event": "step1", "peer": peer, "vector": vector}:
                table.say(peer, messages.step1(bytes.fromhex(vector)))
            case {"event": "update"}:
                updates += 1
                faults += _write(table, event)
            case {"event": "end", "roots": roots}:
                table.settle()
                faults += _compare(table, roots)
        if rnd.random() < 0.3:
            table.settle()
    return table, faults, updates


def _write(table: Table, event: dict[str, Any]) -> list[str]:
    peer, update = event["peer"], bytes.fromhex(event["update"])
    said = sent_to(peer, table.write(peer, update, answers=event["answers"]))
    notices = [message for message in said if message[0] == messages.NOTICE]
    codes = [json.loads(message[message.index(b"{") :])["code"] for message in notices]
    foreseen = ["gap"] if event["gap"] else []
    return [] if codes == foreseen else [f"{codes}, not {foreseen}: {event}"[:300]]


def _compare(table: Table, roots: dict[str, Any]) -> list[str]:
    wanted = {name: root for name, root in roots.items() if root}
    faults = []
    if plain(table.content()) != wanted:
        faults.append("the room does not hold what Yjs holds")
    if content(table.reloaded().doc) != table.content():
        faults.append("a reload does not hold what the room holds")
    return faults


def plain(value: object) -> object:
    """Values as the recording writes them."""
    if isinstance(value, bytes | bytearray):
        return {"bytes": value.hex()}
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list) else value


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--steps", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total = 0
    for seed in range(options.seed, options.seed + options.sessions):
        _, faults, updates = play(recorded(seed, options.steps), seed)
        total += updates
        for fault in faults[:5]:
            print(f"seed {seed}: {fault}")
        if faults:
            return 1
    print(f"{total} updates, no false refusal")
    return 0


if __name__ == "__main__":
    sys.exit(main())
