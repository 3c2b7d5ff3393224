"""From results to a Markdown table, and the table into bench/README.md."""

import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"
FIGURES = {
    "load": ("p50_ms", "p99_ms", "cpu_s_per_million", "lost"),
    "ramp": ("delivered_per_s", "p99_ms"),
    "idle": ("kb_per_peer",),
    "seed": ("updates_per_s",),
    "join": ("p50_ms", "max_ms"),
}
REFERENCE = "hocuspocus"
# load and figure -> how ours must stand to the reference; what is per second must be at least that
GOALS = {
    ("ramp-100", "delivered_per_s"): 4.0,
    ("fan-100x30", "cpu_s_per_million"): 0.45,
    ("fan-100x30", "p99_ms"): 0.5,
    ("fan-10x30", "cpu_s_per_million"): 0.6,
    ("fan-10x30", "p50_ms"): 3.0,
    ("rooms-200x4x5", "cpu_s_per_million"): 0.55,
    ("rooms-200x4x5", "p99_ms"): 0.25,
    ("presence-50x20", "cpu_s_per_million"): 0.45,
    ("presence-50x20", "p99_ms"): 0.7,
    ("join-cold", "p50_ms"): 0.05,
    ("join-warm", "p50_ms"): 0.10,
    ("join-50", "max_ms"): 0.10,
    ("idle-500", "kb_per_peer"): 0.6,
    ("seed-10k", "updates_per_s"): 2.5,
}
Result = dict[str, object]


def table(results: Sequence[Result], servers: Sequence[str]) -> Iterator[str]:
    """Give Markdown rows: per server the median [lowest–highest], and ours as a share of it."""
    yield f"| load | figure | {' | '.join(servers)} | goal |"
    yield "|---|---|" + "---|" * (len(servers) + 1)
    for load in dict.fromkeys(str(row["load"]) for row in results):
        rows = [row for row in results if row["load"] == load]
        modes = [str(row["mode"]) for row in rows if "mode" in row]
        for figure in FIGURES[modes[0]] if modes else ():
            middles = {server: _values(rows, server, figure) for server in servers}
            cells = [_cell(middles[server], middles[servers[0]]) for server in servers]
            yield f"| {load} | {figure} | {' | '.join(cells)} | {_goal(load, figure, middles)} |"


def write(lines: Sequence[str], mark: str) -> None:
    """Put `lines` into the README, in the place of what stands between its two marks."""
    text = README.read_text()
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    README.write_text(before + "\n".join([begin, "", *lines, "", end]) + after)


def _values(rows: Sequence[Result], server: str, figure: str) -> list[float]:
    own = [row for row in rows if row["server"] == server and figure in row]
    return [float(str(row[figure])) for row in own]


def _cell(values: Sequence[float], ours: Sequence[float]) -> str:
    if not values:
        return "–"
    middle = statistics.median(values)
    share = ""
    if values is not ours and ours and middle:
        share = f" ({statistics.median(ours) / middle:.2f})"
    return f"{_short(middle)} [{_short(min(values))}–{_short(max(values))}]{share}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def _goal(load: str, figure: str, middles: dict[str, list[float]]) -> str:
    goal = GOALS.get((load, figure))
    ours, reference = next(iter(middles.values())), middles.get(REFERENCE, [])
    if goal is None or not ours or not reference:
        return ""
    share = statistics.median(ours) / max(1e-9, statistics.median(reference))
    at_least = figure.endswith("per_s")
    reached = share >= goal if at_least else share <= goal
    return f"{'≥' if at_least else '≤'} {goal:g} × {'reached' if reached else 'not reached'}"
