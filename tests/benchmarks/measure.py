"""Measures the app beside a bare Qt Quick window: ``python -m tests.benchmarks.measure``.

Every number is a median of several runs, each in a process of its own, the two sides taking
turns. Seconds depend on the computer; the ratios are what to compare. Nothing here is a test.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import keeping
from tests.e2e.desk import Desk, missing

ROOT = Path(__file__).resolve().parents[2]
MS, MIB, PERCENT = 1e3, 1 / 2**20, 100

Run = dict[str, float]


def child(module: str, *arguments: str, env: dict[str, str] | None = None) -> Run:
    """What one process told; moments as seconds since its start."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        cwd=ROOT,
        env=env,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    told = json.loads(done.stdout)
    for moment in ("first_frame", "usable"):
        if moment in told:
            told[moment] -= began
    if gaps := sorted(told.pop("frames", [])):
        told["frame"] = statistics.median(gaps)
        told["frame_p99"] = gaps[int(len(gaps) * 0.99)]
        told["frame_worst"] = gaps[-1]
        told["rate"] = len(gaps) / sum(gaps)
    return told


class Bench:
    """A screen, and folders with nothing, a couple, and ten years in them."""

    def __init__(self, home: Path, turns: int) -> None:
        self.home = home
        self.turns = turns
        self.runs: dict[str, list[Run]] = {}
        (home / "desk").mkdir()
        self.desk = Desk(home / "desk")
        self.env = {**os.environ, **self.desk.env}
        # Nobody listens here, as on most computers.
        self.env.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
        keeping.begin(home / "used")
        keeping.fill(home / "years")

    def scene(self, name: str, which: str, what: str, data: str | None = None) -> None:
        """Run a window once and remember what it told."""
        arguments = [which, what]
        if data is not None:
            arguments.append(str(self.copy(data)))
        self.runs.setdefault(name, []).append(child("scene", *arguments, env=self.env))

    def keep(self, name: str, data: str) -> None:
        """Run the store once and remember what it told."""
        told = child("keeping", str(self.copy(data)))
        self.runs.setdefault(name, []).append(told)

    def copy(self, data: str) -> Path:
        """A folder of this kind that nothing else will write to."""
        target = Path(tempfile.mkdtemp(dir=self.home)) / "data"
        if data != "fresh":
            shutil.copytree(self.home / data, target)
        return target

    def all(self) -> None:
        """Every measurement, the sides taking turns so that a busy minute falls on both."""
        for turn in range(self.turns):
            sys.stderr.write(f"turn {turn + 1} of {self.turns}\n")
            for _ in range(3):
                self.scene("bare", "bare", "start")
                self.scene("fresh", "app", "start", "fresh")
                self.scene("used", "app", "start", "used")
                self.scene("years", "app", "start", "years")
            self.keep("empty file", "used")
            self.keep("years file", "years")
            self.scene("bare alive", "bare", "stay")
            self.scene("used alive", "app", "stay", "used")
            self.scene("years alive", "app", "stay", "years")

    def get(self, name: str, what: str) -> float:
        return statistics.median(run[what] for run in self.runs[name])

    def spread(self, name: str, what: str) -> tuple[float, float]:
        found = [run[what] for run in self.runs[name]]
        return min(found), max(found)


def figure(value: float) -> str:
    """Three digits, and never an exponent."""
    return f"{value:.0f}" if value >= 100 else f"{value:#.3g}"


def row(bench: Bench, words: str, what: str, unit: str, scale: float, *sides: str) -> str:
    """One line: each side, with its least and most, and the last as a multiple of the first."""
    cells = []
    for side in sides:
        least, most = bench.spread(side, what)
        middle = bench.get(side, what) * scale
        cells.append(f"{figure(middle)} {unit} ({figure(least * scale)}–{figure(most * scale)})")
    first, last = bench.get(sides[0], what), bench.get(sides[-1], what)
    ratio = figure(last / first) if first > 0 else "–"
    return f"| {words} | {' | '.join(cells)} | {ratio} |"


def table(bench: Bench) -> str:
    """Markdown."""
    start = ("bare", "fresh", "years", "used")
    alive = ("bare alive", "used alive")
    files = ("empty file", "years file")
    lines = [
        "| process start to | bare | app, first start | app, ten years | app, used | used / bare |",
        "|---|---|---|---|---|---|",
        row(bench, "first frame", "first_frame", "ms", MS, *start),
        row(bench, "first page drawn (Home)", "usable", "ms", MS, *start),
        "",
        "| alive | bare window | app | app / bare |",
        "|---|---|---|---|",
        row(bench, "CPU of one core, Home at rest", "cpu_rest", "%", PERCENT, *alive),
        row(bench, "CPU of one core, breathing", "cpu_moving", "%", PERCENT, *alive),
        row(bench, "frame interval, median", "frame", "ms", MS, *alive),
        row(bench, "frame interval, p99", "frame_p99", "ms", MS, *alive),
        row(bench, "frame interval, worst", "frame_worst", "ms", MS, *alive),
        row(bench, "frames a second", "rate", "", 1, *alive),
        row(bench, "memory of its own (anonymous), Home", "own_rest", "MiB", MIB, *alive),
        row(bench, "memory (PSS), Home", "memory_rest", "MiB", MIB, *alive),
        row(bench, "memory (PSS), breathing", "memory_moving", "MiB", MIB, *alive),
        "",
        "| store | empty file | ten years | ten years / empty |",
        "|---|---|---|---|",
        row(bench, "size of the file", "bytes", "MiB", MIB, *files),
        row(bench, "import of the data layer", "import", "ms", MS, *files),
        row(bench, "open", "open", "ms", MS, *files),
        row(bench, "all sessions (Home asks)", "history", "ms", MS, *files),
        row(bench, "notebook, first page", "page_first", "ms", MS, *files),
        row(bench, "notebook, a later page", "page", "ms", MS, *files),
        row(bench, "one event committed, median", "commit", "ms", MS, *files),
        row(bench, "one event committed, p99", "commit_p99", "ms", MS, *files),
        row(bench, "close", "close", "ms", MS, *files),
        "",
        "| turning to the notebook | app, used | app, ten years | ten years / used |",
        "|---|---|---|---|",
        row(bench, "the slot", "notebook_slot", "ms", MS, "used alive", "years alive"),
        row(bench, "to its first frame", "notebook_frame", "ms", MS, "used alive", "years alive"),
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--turns", type=int, default=3, help="how often all of it is repeated")
    given = parser.parse_args()
    if lacks := missing():
        sys.exit(f"this needs {', '.join(lacks)}")
    with tempfile.TemporaryDirectory(prefix="nearer-bench-") as home:
        bench = Bench(Path(home), given.turns)
        try:
            bench.all()
            sys.stdout.write(table(bench) + "\n")
        finally:
            bench.desk.clear()


if __name__ == "__main__":
    main()
