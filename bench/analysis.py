"""Time the analysis and the files of cloths of every size, beside networkx and python-igraph.

    python bench/analysis.py                     every row up to unions of 100,000
    python bench/analysis.py --most 1000000      the largest union as well, minutes and gigabytes
    python bench/analysis.py --write             and the table into bench/README.md

Each figure comes from a process of its own: processor time, the least of the repetitions, and how
far memory rose above what lay there before. The peers get nodes and arcs ready made and do the
same work on the graph: distances and immediate dominators from the root.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path

import table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from board.analysis.compare import compare
from board.analysis.convergence import comparable, likeness, stem
from board.analysis.graph import fabric
from board.analysis.identity import Ref
from board.analysis.structure import Source, structure
from board.analysis.union import ROOT, Member, Union, sole_counts, union
from board.export.formats import FORMATS
from board.export.moment import Moment
from board.model import Actor, Board, Ingredient, Seat, Theme, Tie, tie_between
from board.schema import THEME_ID, Basis, Sphere
from board.snapshot import content, content_hash

CLOTHS = (50, 500, 5000)
UNIONS = (10_000, 100_000, 1_000_000)
MEMBER = 1000
STRUCTURES = ("structure cold", "structure, a text later", "structure, a tie later")
PEERS = ("networkx", "igraph")
TAKEN = "2025-01-10T15:30:00+01:00"
SOUNDS = [
    a + b + c for a in "bdgklmnprstvw" for b in ("aa", "e", "ie", "o", "oe") for c in "klnrst"
]
Work = Callable[[], object]


def main() -> None:
    """Measure what is asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=100_000, help="nodes of the largest union")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--only", default="", help="rows whose name begins so")
    parser.add_argument("--write", action="store_true", help="put the table into bench/README.md")
    parser.add_argument("--one", nargs=3, metavar=("ROW", "SIZE", "PEER"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        row, size, peer = args.one
        print(json.dumps(measure(row, int(size), peer, args.repetitions)))
        return
    lines = list(rows(args.most, args.repetitions, args.only))
    if args.write:
        table.write(lines, "analysis")


def rows(most: int, repetitions: int, only: str) -> Iterator[str]:
    """Give the table line by line, each printed as soon as it is known."""
    wanted = [(row, size) for row in ("graph", *STRUCTURES, "diff") for size in CLOTHS]
    wanted += [("union", size) for size in UNIONS if size <= most]
    wanted += [(f"export {name}", size) for name in FORMATS for size in CLOTHS]
    head = ["| work | nodes | ours | networkx | igraph |", "|---|---:|---:|---:|---:|"]
    for line in chain(
        head, (_line(*one, repetitions) for one in wanted if one[0].startswith(only))
    ):
        print(line, flush=True)
        yield line


def _line(row: str, size: int, repetitions: int) -> str:
    often = 1 if size > max(CLOTHS) or row.startswith("export") else repetitions
    ours = _apart(row, size, "ours", often)
    peers = [_apart(row, size, peer, often) if row in GRAPHS else None for peer in PEERS]
    cells = [_cell(ours, None), *(_cell(peer, ours) for peer in peers)]
    return f"| {row} | {size:,} | {' | '.join(cells)} |"


def _cell(found: dict[str, float] | None, ours: dict[str, float] | None) -> str:
    if found is None:
        return "–"
    share = f" ({ours['cpu_ms'] / max(found['cpu_ms'], 1e-6):.2f})" if ours else ""
    # what lay there for the boards hides what a peer takes, so memory is told of ours alone
    rise = "" if ours else f", {found['peak_mb']:,.0f} MB"
    return f"{found['cpu_ms']:,.1f} ms{share}{rise}"


def _apart(row: str, size: int, peer: str, repetitions: int) -> dict[str, float]:
    own = ["--one", row, str(size), peer, "--repetitions", str(repetitions)]
    done = subprocess.run(
        [sys.executable, __file__, *own], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(row: str, size: int, peer: str, repetitions: int) -> dict[str, float]:
    """Give the least processor time in ms and the rise of memory in MB of one piece of work."""
    work = _work(row, size) if peer == "ours" else _peer(peer, *GRAPHS[row](size))
    before, times = _peak_mb(), []
    for _ in range(repetitions):
        if row == "structure cold":
            for cache in (comparable, stem, likeness):
                cache.cache_clear()
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return {"cpu_ms": min(times), "peak_mb": _peak_mb() - before}


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _work(row: str, size: int) -> Work:
    if row == "union":
        members, same = family(size)
        return lambda: sole_counts(union(members, same))
    board, changed = cloth(size), changing(cloth(size))
    if row == "graph":
        return lambda: fabric(board).flow
    if row in STRUCTURES:
        structure(board, Source())
        return lambda: structure(
            board if row == "structure, a tie later" else next(changed), Source()
        )
    if row == "diff":
        earlier, later = structure(board, Source()), structure(next(changed), Source())
        return lambda: compare(earlier, later)
    frozen = moment(board)
    return lambda: FORMATS[row.removeprefix("export ")].write(frozen, names=True)


def moment(board: Board) -> Moment:
    """Give a board as it stands in a snapshot."""
    plain = content(board)
    source = Source("board", "snapshot", content_hash(plain), TAKEN)
    return Moment(board, structure(board, source), plain, source, "Start")


def changing(board: Board) -> Iterator[Board]:
    """Give the board again and again, each time with another text on its first slip."""
    (key, slip), *_ = board.ingredients.items()
    for number in range(1_000_000):
        told = replace(slip, text=f"{slip.text} {SOUNDS[number % len(SOUNDS)]}{number}")
        yield replace(board, ingredients={**board.ingredients, key: told})


def cloth(nodes: int, seed: int = 1) -> Board:
    """Give a cloth: one schakel to seven slips, of one to four words out of two thousand."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SOUNDS, k=chance.randint(1, 3))) for _ in range(2000)]
    actors = [f"a{number:05}" for number in range(nodes // 8)]
    slips = [f"i{number:05}" for number in range(nodes - len(actors) - 1)]
    ends = [(actor, THEME_ID) for actor in actors if chance.random() < 0.6]
    ends += [tuple(chance.sample(actors, 2)) for _ in range(len(actors) // 3)]
    ends += [
        (chance.choice(actors), s) for s in slips for _ in range(chance.choice((0, 1, 1, 2, 3)))
    ]
    bases = chance.choices(list(Basis), (8, 1, 1), k=len(ends))
    ties = (Tie(*tie_between(*two), basis) for two, basis in zip(ends, bases, strict=True))
    return Board(
        theme=Theme("Fijn wonen"),
        seats={f"s{number}": Seat(f"s{number}", 30.0 * number) for number in range(12)},
        ingredients={
            key: Ingredient(
                key, " ".join(chance.choices(words, k=chance.randint(1, 4))), f"s{n % 12}"
            )
            for n, key in enumerate(slips)
        },
        actors={a: Actor(a, chance.choice(words), sphere=chance.choice([*Sphere])) for a in actors},
        ties={tie.id: tie for tie in sorted(ties, key=lambda tie: tie.id)},
    )


def family(nodes: int) -> tuple[list[Member], list[tuple[Ref, Ref]]]:
    """Give boards of a thousand nodes, each of which shares two schakels with the one before."""
    members = [Member(f"b{n:04}", cloth(MEMBER, seed=n)) for n in range(nodes // MEMBER)]
    same = [
        (Ref(one.name, f"a{2 * n:05}"), Ref(other.name, f"a{2 * n + 1:05}"))
        for one, other in pairwise(members)
        for n in (1, 2)
    ]
    return members, same


Graph = tuple[int, list[tuple[int, int]]]


def one_graph(nodes: int) -> Graph:
    """Give the ways of one cloth as numbers, its theme 0."""
    found = fabric(cloth(nodes))
    return numbered(found.theme, list(found.arcs))


def union_graph(nodes: int) -> Graph:
    """Give the ways of a union as numbers, the root 0."""
    found: Union = union(*family(nodes))
    return numbered(ROOT, list(found.arcs))


def numbered(root: str, arcs: Sequence[tuple[str, str]]) -> Graph:
    """Give how many nodes there are, and the arcs between their numbers."""
    names = {name: n for n, name in enumerate(dict.fromkeys(chain([root], *arcs)))}
    return len(names), [(names[start], names[end]) for start, end in arcs]


GRAPHS: dict[str, Callable[[int], Graph]] = {"graph": one_graph, "union": union_graph}


def _peer(name: str, count: int, arcs: list[tuple[int, int]]) -> Work:
    return (_networkx if name == "networkx" else _igraph)(count, arcs)


def _networkx(count: int, arcs: list[tuple[int, int]]) -> Work:
    import networkx as nx

    def work() -> object:
        graph = nx.DiGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(arcs)
        steps = dict(nx.single_source_shortest_path_length(graph, 0))
        return steps, nx.immediate_dominators(graph, 0)

    return work


def _igraph(count: int, arcs: list[tuple[int, int]]) -> Work:
    import igraph

    def work() -> object:
        graph = igraph.Graph(n=count, edges=arcs, directed=True)
        return graph.distances(source=0), graph.dominator(0)

    return work


if __name__ == "__main__":
    main()
