"""Run the same loads against several Yjs websocket servers and print medians and ratios.

    python bench/compare.py                       every server, every load, three repetitions
    python bench/compare.py --servers ours,hocuspocus --loads fan-100x30 --repetitions 5

Server on core 0, generator on core 1, repetitions outermost so that a drift of the machine hits
all alike. The peers are installed once into BENCH_HOME (default: ~/.cache/tafelkleed-bench).
Results go to standard output as a Markdown table and to --out as one JSON object a line.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import table

HERE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("BENCH_HOME") or Path.home() / ".cache" / "tafelkleed-bench")
GENERATOR = HOME / "generator"
NODE = HOME / "node_modules" / "node" / "bin" / "node"
VENV = HOME / "venv" / "bin" / "python"
PYCRDT_PEERS = (
    "pycrdt-websocket==0.16.5",
    "pycrdt-store==0.1.5",
    "uvicorn==0.54.0",
    "websockets==17.4",
)

# name -> (command, path before the room, hocuspocus framing)
SERVERS = {
    "ours": (
        f"{sys.executable} -m server.cli serve --open --alone --port {{port}} --data {{database}}",
        "/sync/",
        0,
    ),
    "hocuspocus": (f"{NODE} {HERE}/peers/hocuspocus.mjs {HOME} {{port}} {{database}}", "/", 1),
    "y-websocket-server": (
        (
            f"env HOST=127.0.0.1 PORT={{port}} YPERSISTENCE={{database}} {NODE} "
            f"{HOME}/node_modules/@y/websocket-server/src/server.js"
        ),
        "/",
        0,
    ),
    "pycrdt-websocket": (f"{VENV} {HERE}/peers/pycrdt_server.py {{port}} {{database}}", "/", 0),
}
LOADS = {
    "fan-10x30": "load --peers 10 --rate 30",
    "fan-50x30": "load --peers 50 --rate 30",
    "fan-100x30": "load --peers 100 --rate 30",
    "ramp-100": "ramp --peers 100 --rate 2",
    "rooms-200x4x5": "load --rooms 200 --peers 4 --rate 5",
    "presence-50x20": "load --peers 50 --rate 0 --presence 20",
    "idle-500": "idle --rooms 100 --peers 5 --seconds 2",
}
# name -> (items on the board, peers who arrive)
JOINS = {
    "join-cold": (10_000, 1),
    "join-warm": (10_000, 1),
    "join-50": (10_000, 50),
    "join-100k-cold": (100_000, 1),
    "join-100k-warm": (100_000, 1),
}
SEEDS = {"seed-10k": 10_000, "seed-100k": 100_000}


def install() -> None:
    """Build the generator and install the peers, once."""
    HOME.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cc", "-O2", "-o", GENERATOR, HERE / "generator.c"], check=True)
    if not NODE.exists():
        shutil.copy(HERE / "peers" / "package.json", HOME / "package.json")
        subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=HOME, check=True)
    if not VENV.exists():
        subprocess.run([sys.executable, "-m", "venv", HOME / "venv"], check=True)
        subprocess.run([VENV, "-m", "pip", "install", "-q", *PYCRDT_PEERS], check=True)


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(name: str, database: Path) -> Iterator[tuple[int, int]]:
    """Start a server on core 0; give its port and process id; stop it afterwards."""
    port = free_port()
    command = SERVERS[name][0].format(port=port, database=database)
    environment = {
        **os.environ,
        "TAFELKLEED_LIMIT_UPDATES_PER_SECOND": "0",
        "TAFELKLEED_LIMIT_BOARD_BYTES": str(1024**3),
        "PYTHONPATH": str(HERE.parent),
    }
    log = Path(f"{database}.log").open("ab")  # noqa: SIM115 - lives as long as the server
    server = subprocess.Popen(
        ["taskset", "-c", "0", *command.split()], stdout=log, stderr=log, env=environment
    )
    try:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise SystemExit(f"{name} did not start, see {database}.log")
        time.sleep(0.5)
        yield port, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def generate(name: str, options: str, port: int, pid: int, room: str) -> dict[str, float]:
    """Run the generator on core 1; give its last result that was good."""
    _, path, framing = SERVERS[name]
    command = ["taskset", "-c", "1", GENERATOR, *options.split(), "--port", port, "--path", path]
    command += ["--hocuspocus", framing, "--pid", pid, "--room", room]
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    good = [row for row in rows if row.get("p99_ms", 0) < 50 and not row.get("lost")]
    if options.startswith("ramp"):
        return good[-1] if good else {"error": 1}
    return rows[-1] if rows else {"error": 1, "text": run.stderr[-200:]}


def joins(
    name: str, database: Path, seed: str, wanted: list[str]
) -> Iterator[tuple[str, dict[str, float]]]:
    """Seed a board, restart the server, and let peers arrive."""
    count = SEEDS[seed]
    with running(name, database) as (port, pid):
        yield seed, generate(name, f"seed --peers 2 --count {count}", port, pid, "board")
        time.sleep(4)  # some servers store late
    with running(name, database) as (port, pid):
        for load in wanted:
            options = f"join --count {count} --peers {JOINS[load][1]}"
            yield load, generate(name, options, port, pid, "board")


def repetition(name: str, loads: list[str], seconds: int) -> Iterator[tuple[str, dict[str, float]]]:
    """Run all `loads` against one server, each on a fresh database."""
    with tempfile.TemporaryDirectory() as folder:
        for number, load in enumerate(load for load in loads if load in LOADS):
            options = LOADS[load]
            if options.startswith("load"):
                options += f" --seconds {seconds}"
            with running(name, Path(folder) / f"{number}") as (port, pid):
                yield load, generate(name, options, port, pid, "room")
        for seed, count in SEEDS.items():
            wanted = [
                load for load, (items, _) in JOINS.items() if load in loads and items == count
            ]
            if wanted or seed in loads:
                yield from joins(name, Path(folder) / seed, seed, wanted)


def told(repetitions: int) -> str:
    """Give a line on where and when."""
    cores = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(": ")[1] for line in cores if line.startswith("model n")), "unknown")
    day = time.strftime("%Y-%m-%d")
    return f"{day}, {repetitions} repetitions, {os.cpu_count()} cores of {model}:"


def main() -> None:
    """Read the command line, run, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--servers", default=",".join(SERVERS))
    parser.add_argument("--loads", default=",".join([*LOADS, *SEEDS, *JOINS]))
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--out", type=Path, default=Path("results.jsonl"))
    parser.add_argument("--readme", action="store_true", help="put the table into the README")
    chosen = parser.parse_args()
    install()
    servers, results = chosen.servers.split(","), []
    with chosen.out.open("a") as out:
        for number in range(chosen.repetitions):
            for server in servers:
                for load, row in repetition(server, chosen.loads.split(","), chosen.seconds):
                    line = {"server": server, "load": load, "repetition": number, **row}
                    results.append(line)
                    out.write(json.dumps(line) + "\n")
                    out.flush()
                    print(json.dumps(line), file=sys.stderr)
    lines = list(table.table(results, servers))
    print("\n".join(lines))
    if chosen.readme:
        table.write([told(chosen.repetitions), "", *lines], "results")


if __name__ == "__main__":
    main()
