"""Show board B1 in a browser slowed four times and count what moving over it costs.

    python bench/frames.py                          ours, Excalidraw and tldraw, three repetitions
    python bench/frames.py --shows ours --repetitions 1 --profile

All three show the same board in the same browser, with twelve others moving, in turn within each
repetition, so that a drift of the machine hits all alike. The peers are installed once into
BENCH_HOME (default: ~/.cache/tafelkleed-bench). `--write` puts the table into bench/README.md.
"""

import argparse
import asyncio
import functools
import gzip
import http.server
import json
import os
import re
import shutil
import statistics
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.async_api import Browser, CDPSession, Page, async_playwright

HERE = Path(__file__).resolve().parent
FRONTEND = HERE.parent / "frontend"
HOME = Path(os.environ.get("BENCH_HOME") or Path.home() / ".cache" / "tafelkleed-bench") / "frames"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PACKAGES = (
    "react@18.3.1",
    "react-dom@18.3.1",
    "@excalidraw/excalidraw@0.18.1",
    "tldraw@5.1.1",
    "vite@8.3.8",
)
SIZE = {"width": 1280, "height": 800}
THROTTLE = 4
BEGIN, END = "<!-- frames -->", "<!-- /frames -->"

SHOWS = {
    "ours": "ours/dev/index.html?board=b1&phase=free&peers=12",
    "excalidraw": "peers/index.html?show=excalidraw",
    "tldraw": "peers/index.html?show=tldraw",
}
# moves of the wheel: horizontal, vertical, with the control key (near and far)
GESTURES = {
    "pan near": [(24, 8, False)] * 40 + [(-24, -8, False)] * 40,
    "zoom": [(0, 30, True)] * 25 + [(0, -30, True)] * 25,
    "pan far": [(24, 8, False)] * 40 + [(-24, -8, False)] * 40,
}
WATCH = """() => { window.frames_ = []; let before = 0
  const see = (now) => { if (before) frames_.push(now - before); before = now
    if (frames_) window.watch_ = requestAnimationFrame(see) }
  window.watch_ = requestAnimationFrame(see) }"""


def build(shows: list[str]) -> None:
    """Build our loose cloth, and the pages on which the peers show the same board."""
    if "ours" in shows:
        vite("dev/vite.config.ts", "ours", "--base", "./")
    if set(shows) == {"ours"}:
        return
    if not (HOME / "node_modules").exists():
        HOME.mkdir(parents=True, exist_ok=True)
        (HOME / "package.json").write_text('{"private": true}')
        subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", *PACKAGES], cwd=HOME, check=True
        )
    vite(str(HERE / "frames" / "vite.config.mjs"), "peers")


def vite(config: str, folder: str, *options: str) -> None:
    """Build the pages of one configuration into a folder of the site."""
    out = ["--config", config, "--outDir", str(HOME / "site" / folder), "--logLevel", "warn"]
    environment = {**os.environ, "FRAMES_HOME": str(HOME)}
    subprocess.run(
        ["npx", "vite", "build", *out, *options], cwd=FRONTEND, check=True, env=environment
    )


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as it is needed and give its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


async def one_show(browser: Browser, address: str, show: str, profile: bool) -> dict[str, object]:
    """Open a board, move over it and give what each gesture cost."""
    page = await browser.new_page(viewport=SIZE)
    await page.goto(f"{address}/{SHOWS[show]}")
    await page.wait_for_function("window.ready_ === true", timeout=180_000)
    await page.wait_for_timeout(3000)
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable")
    await session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    costs: dict[str, object] = {}
    for name, moves in GESTURES.items():
        await stand(page, "far" if name == "pan far" else "near")
        costs[name] = await gesture(page, session, moves, profile and name)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    await session.send("HeapProfiler.collectGarbage")
    costs["heap_mb"] = round((await figures(session))["JSHeapUsedSize"] / 1e6, 1)
    costs["elements"] = await page.evaluate("document.querySelectorAll('*').length")
    costs["notes"] = await page.evaluate("document.querySelectorAll('button.note').length")
    await page.close()
    return costs


async def stand(page: Page, where: str) -> None:
    """Look at the whole board, or from near by."""
    await page.evaluate(f"window.look_({json.dumps(where)})")
    await page.wait_for_timeout(2500)


async def figures(session: CDPSession) -> dict[str, float]:
    found = await session.send("Performance.getMetrics")
    return {one["name"]: one["value"] for one in found["metrics"]}


async def gesture(
    page: Page, session: CDPSession, moves: list[tuple[int, int, bool]], profile: str | bool
) -> dict[str, float]:
    """Turn the wheel at its own pace while the frames are counted."""
    if profile:
        await session.send("Profiler.enable")
        await session.send("Profiler.start")
    before = await figures(session)
    await page.evaluate(WATCH)
    x, y = SIZE["width"] // 2, SIZE["height"] // 2
    for dx, dy, near in moves:
        await session.send(
            "Input.dispatchMouseEvent",
            {
                "type": "mouseWheel",
                "x": x,
                "y": y,
                "deltaX": dx,
                "deltaY": dy,
                "modifiers": 2 if near else 0,
            },
        )
        await asyncio.sleep(0.02)
    frames = await page.evaluate(
        "() => { const seen = frames_; window.frames_ = null; return seen }"
    )
    after = await figures(session)
    if profile:
        tell(str(profile), (await session.send("Profiler.stop"))["profile"])
    return {
        "p50": statistics.median(frames),
        "p95": sorted(frames)[int(len(frames) * 0.95)],
        "cpu": (after["TaskDuration"] - before["TaskDuration"]) * 1000 / len(moves),
        "style": (after["RecalcStyleDuration"] - before["RecalcStyleDuration"]) * 1000 / len(moves),
        "layout": (after["LayoutDuration"] - before["LayoutDuration"]) * 1000 / len(moves),
        "script": (after["ScriptDuration"] - before["ScriptDuration"]) * 1000 / len(moves),
    }


def tell(name: str, profile: dict) -> None:
    """Print the functions in which the time went."""
    spent: dict[int, int] = {}
    for node, took in zip(profile["samples"], profile["timeDeltas"], strict=True):
        spent[node] = spent.get(node, 0) + took
    by_name: dict[str, int] = {}
    for node in profile["nodes"]:
        frame = node["callFrame"]
        file = frame["url"].rsplit("/", 1)[-1]
        key = f"{frame['functionName'] or '·'} {file}:{frame['lineNumber']}"
        by_name[key] = by_name.get(key, 0) + spent.get(node["id"], 0)
    print(f"-- {name}")
    for key, took in sorted(by_name.items(), key=lambda item: -item[1])[:14]:
        print(f"   {took / 1000:8.1f} ms  {key}")


def first_load() -> float:
    """Give the size of what the start of the real program loads, gzipped, in kB."""
    dist = FRONTEND / "dist"
    page = (dist / "index.html").read_text()
    names = set(re.findall(r'(?:src|href)="/?(assets/[^"]+\.js)"', page))
    return sum(len(gzip.compress((dist / name).read_bytes(), 9)) for name in names) / 1000


async def run(shows: list[str], repetitions: int, profile: bool) -> dict[str, list[dict]]:
    results: dict[str, list[dict]] = {show: [] for show in shows}
    async with async_playwright() as playwright:
        with serving(HOME / "site") as address:
            for _ in range(repetitions):
                for show in shows:
                    browser = await playwright.chromium.launch(
                        executable_path=CHROMIUM,
                        args=["--no-sandbox", "--enable-precise-memory-info"],
                    )
                    results[show].append(await one_show(browser, address, show, profile))
                    await browser.close()
                    print(show, json.dumps(results[show][-1]), flush=True)
    return results


def table(results: dict[str, list[dict]]) -> str:
    """Give the medians, with each peer's ratio to ours."""
    lines = [
        "| | gesture | p50 ms | p95 ms | main thread, ms a move | of ours |",
        "|---|---|---|---|---|---|",
    ]
    for show, runs in results.items():
        for name in GESTURES:
            middle = {
                key: statistics.median(run[name][key] for run in runs)
                for key in ("p50", "p95", "cpu")
            }
            ours = [run[name]["cpu"] for run in results.get("ours", [])]
            ratio = f"{middle['cpu'] / statistics.median(ours):.2f}" if ours else "–"
            lines.append(
                f"| {show} | {name} | {middle['p50']:.0f} | {middle['p95']:.0f} "
                f"| {middle['cpu']:.1f} | {ratio} |"
            )
    lines += ["", "| | heap MB | elements | notes as elements |", "|---|---|---|---|"]
    for show, runs in results.items():
        middle = {
            key: statistics.median(run[key] for run in runs)
            for key in ("heap_mb", "elements", "notes")
        }
        lines.append(
            f"| {show} | {middle['heap_mb']:.0f} | {middle['elements']:.0f} "
            f"| {middle['notes']:.0f} |"
        )
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the table between its marks in the README."""
    readme = HERE / "README.md"
    before, rest = readme.read_text().split(BEGIN)
    readme.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shows", default=",".join(SHOWS))
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--built", action="store_true", help="what was built before is shown again")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not shutil.which("npx"):
        parser.error("npx is needed to build the pages")
    shows = options.shows.split(",")
    if not options.built:
        build(shows)
    results = asyncio.run(run(shows, options.repetitions, options.profile))
    text = table(results)
    if (FRONTEND / "dist").exists():
        text += f"\n\nThe first load of the program: {first_load():.0f} kB of JavaScript, gzipped."
    print(text)
    if options.write:
        write(text)


if __name__ == "__main__":
    main()
