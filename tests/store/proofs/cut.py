"""Cuts the power while a deed is done, and looks at what the disk has kept; says how often.

``python -m tests.store.proofs.cut FOLDER EACH MOST [DEED]...``

``EACH``: how many disks are left by a cut after each change; ``MOST``: how many of all these cuts
are tried for each deed, drawn by chance, besides one whenever something was said to be done; 0 for
all of them. The same cuts with a disk on which an fsync does nothing have to lose something: else
nothing was looked at.
"""

import json
import sys
from pathlib import Path
from random import Random

from tests.store.proofs.calls import Call, Said, call_of, lines, wishes
from tests.store.proofs.child import in_a_child
from tests.store.proofs.deeds import DEEDS
from tests.store.proofs.disk import Disk, NothingUnsafe
from tests.store.proofs.stage import Stage


def record(stage: Stage, log: Path) -> tuple[list[Call], list[int]]:
    """All that the deed asks of the disk, and after how many calls a cut is another one."""
    stage.begin()
    disk = Disk(stage.root)
    in_a_child(stage.do, wishes(log))
    calls: list[Call] = []
    moments: list[int] = []
    for line in lines(log):
        call = call_of(line, disk.open)
        if call is None:
            continue
        before = disk.at_stake
        disk.do(call)
        calls.append(call)
        if disk.at_stake != before or call == Said():
            moments.append(len(calls))
    there = {
        str(path.relative_to(stage.root)): path.read_bytes()
        for path in stage.root.rglob("*")
        if path.is_file()
    }
    assert disk.now() == there, "something was done that was not seen"
    return calls, moments


def cut(stage: Stage, calls: list[Call], seed: int | None, *, lies: bool) -> None:
    """Raises what the store says, or finds, when the power was cut after these."""
    stage.begin()
    disk = Disk(stage.root, lies=lies)
    for call in calls:
        disk.do(call)
    stage.clear()
    # Without a number the worst that can be.
    disk.leave(stage.root, NothingUnsafe() if seed is None else Random(seed))  # noqa: S311
    stage.hold(calls.count(Said()))


def main(folder: Path, each: int, most: int, names: list[str]) -> None:
    chance = Random(7)  # noqa: S311 - the same each time
    table: dict[str, dict[str, int]] = {}
    for name in names or DEEDS:
        stage = Stage(DEEDS[name], folder / name)
        calls, moments = record(stage, folder / "log")
        cuts = [(at, seed) for at in moments for seed in (None, *range(each))]
        if most:
            said = [(at, None) for at in moments if calls[at - 1] == Said()]
            cuts = said + chance.sample(cuts, min(most, len(cuts)))
        lost = 0
        for at, seed in cuts:
            try:
                cut(stage, calls[:at], seed, lies=False)
            except Exception as error:
                raise AssertionError(f"{name}: lost at {at}, {seed}: {calls[at - 1]}") from error
            try:
                cut(stage, calls[:at], seed, lies=True)
            except Exception:  # noqa: BLE001 - whatever it is, it is a loss that was seen
                lost += 1
        table[name] = {"cuts": len(cuts), "lost": 0, "lost where fsync lies": lost}
    print(json.dumps(table))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
