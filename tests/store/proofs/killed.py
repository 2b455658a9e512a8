"""Kills what does a deed: before each of its steps, and at moments nobody chose; says how often.

``python -m tests.store.proofs.killed FOLDER MOST [DEED]...``

``MOST``: how many kills for each deed, drawn by chance; 0 for all of them. A step is a statement of
SQL, the end of a transaction, or what Python asks of the disk; where a process can be watched, also
every call by which SQLite changes something.
"""

import itertools
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from sqlalchemy import Engine, event

from tests.store.proofs.calls import Line, lines, wishes
from tests.store.proofs.child import Ended, How, Say, cannot_be_watched, in_a_child
from tests.store.proofs.deeds import DEEDS
from tests.store.proofs.failing import changing
from tests.store.proofs.stage import Stage

STEPS = {"open", "os.rename", "os.link", "os.remove", "os.utime", "os.mkdir", "shutil.copyfile"}
MOMENTS = 25
"""At how many moments each deed is killed, of those nobody chose."""

Kill = Callable[[], Ended]


def stepping(stage: Stage, at_step: Callable[[], None], say: Say) -> None:
    """Do it, and call this before each step."""

    def look(what: str, told: tuple[object, ...]) -> None:
        if what in STEPS and str(stage.place) in str(told[0]):
            at_step()

    def look_at_sql(*_: object) -> None:
        at_step()

    sys.addaudithook(look)
    for what in ("before_cursor_execute", "commit"):
        event.listen(Engine, what, look_at_sql)
    stage.do(say)


def at_step(stage: Stage, step: int) -> Ended:
    count = itertools.count(1)

    def kill_at_it() -> None:
        if next(count) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return in_a_child(partial(stepping, stage, kill_at_it))


def steps_of(stage: Stage, folder: Path) -> int:
    """How many steps it has when nothing comes in between."""
    told = folder / "steps"

    def count_them(say: Say) -> None:
        count = itertools.count(1)
        stepping(stage, lambda: next(count), say)
        told.write_text(str(next(count) - 1))

    stage.begin()
    in_a_child(count_them)
    return int(told.read_text())


def kills_of(stage: Stage, folder: Path, chance: Random, watchable: bool) -> list[tuple[str, Kill]]:
    kills = [
        ("steps", partial(at_step, stage, step)) for step in range(1, steps_of(stage, folder) + 1)
    ]
    stage.begin()
    began = time.perf_counter()
    in_a_child(stage.do)
    lasts = time.perf_counter() - began
    kills += [
        ("moments", partial(in_a_child, stage.do, killed_after=chance.uniform(0, lasts)))
        for _ in range(MOMENTS)
    ]
    if watchable:
        log = folder / "log"
        stage.begin()
        in_a_child(stage.do, wishes(log))
        calls = changing(lines(log), stage)
        kills += [("calls", partial(in_a_child, stage.do, killing(line))) for line in calls]
    return kills


def killing(line: Line) -> list[str]:
    """What strace is asked for, so that this call never happens."""
    inject = f"inject={line.name}:signal=KILL:when={line.nth}"
    return ["-o", os.devnull, "-e", f"trace={line.name}", "-e", inject]


def main(folder: Path, most: int, names: list[str]) -> None:
    chance = Random(7)  # noqa: S311 - the same moments each time
    watchable = cannot_be_watched() is None
    table: dict[str, dict[str, int]] = {}
    for name in names or DEEDS:
        stage = Stage(DEEDS[name], folder / name)
        kills = kills_of(stage, folder, chance, watchable)
        table[name] = dict.fromkeys(("steps", "calls", "moments"), 0)
        for way, kill in chance.sample(kills, min(most or len(kills), len(kills))):
            stage.begin()
            ended = kill()
            try:
                stage.hold(ended.said)
            except Exception as error:
                raise AssertionError(f"{name}: lost, killed by {way}: {kill}") from error
            assert ended.how is How.KILLED or way == "moments", kill
            table[name][way] += ended.how is How.KILLED
    print(json.dumps(table))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
