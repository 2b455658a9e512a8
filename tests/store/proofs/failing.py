"""Lets each call fail by which a deed changes something on the disk; says how often.

``python -m tests.store.proofs.failing FOLDER MOST [DEED]...``

``MOST``: how many failures for each deed, drawn by chance, besides one at the end of a transaction;
0 for all of them. Each call fails once, and then works again; and once, with all that are like it,
from there on.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.store.proofs.calls import Line, call_of, lines, wishes
from tests.store.proofs.child import How, in_a_child
from tests.store.proofs.deeds import DEEDS
from tests.store.proofs.disk import Disk
from tests.store.proofs.stage import Stage

WRITES = ("write", "pwrite64", "sendfile")
NAMES = ("rename", "link", "unlink", "mkdir")
ERRORS = {
    **dict.fromkeys(WRITES, ("ENOSPC", "EIO", "EROFS")),
    **dict.fromkeys(("fsync", "fdatasync", "ftruncate"), ("EIO",)),
    **dict.fromkeys(NAMES, ("EROFS", "EIO", "ENOSPC")),
    "openat": ("EROFS", "ENOSPC", "EIO"),
}
FROM_THERE_ON = {
    "ENOSPC": WRITES,
    "EROFS": (*WRITES, *NAMES, "ftruncate"),
    "EIO": (*WRITES, *NAMES, "ftruncate", "fsync", "fdatasync"),
}
"""What else does not work any more, where a disk is full, can only be read, or is broken."""


@dataclass(frozen=True)
class Fault:
    """``injects``: what strace is asked for; ``lasts``: it does not get better."""

    error: str
    injects: tuple[str, ...]
    lasts: bool

    def wishes(self, log: Path) -> list[str]:
        asked = [word for inject in self.injects for word in ("-e", f"inject={inject}")]
        names = ",".join(inject.split(":")[0] for inject in self.injects)
        return ["-xx", "-o", str(log), "-e", f"trace={names}", *asked]


def changing(all_lines: Sequence[Line], stage: Stage) -> list[Line]:
    """Those by which a deed changes something, or makes it safe."""
    stage.begin()
    disk, root = Disk(stage.root), stage.root
    found = []
    for line in all_lines:
        call = call_of(line, disk.open)
        if line.name in ERRORS and line.result >= 0 and _changes(line, root, disk):
            found.append(line)
        if call is not None:
            disk.do(call)
    return found


def _changes(line: Line, root: Path, disk: Disk) -> bool:
    if line.name in NAMES:
        return str(root) in line.paths[0]
    if line.name == "openat":
        writes = "O_RDWR" in line.told or "O_WRONLY" in line.told
        return writes and str(root) in line.paths[0]
    return line.numbers[0] in disk.open


def faults_of(all_lines: list[Line], stage: Stage) -> list[Fault]:
    found = []
    for line in changing(all_lines, stage):
        before = Counter(one.name for one in all_lines[: all_lines.index(line)])
        for error in ERRORS[line.name]:
            once = f"{line.name}:error={error}:when={line.nth}"
            found.append(Fault(error, (once,), lasts=False))
            if line.name in (with_it := FROM_THERE_ON.get(error, ())):
                on = tuple(f"{name}:error={error}:when={before[name] + 1}+" for name in with_it)
                found.append(Fault(error, on, lasts=True))
    return found


def ending(all_lines: list[Line], stage: Stage) -> Fault | None:
    """The journal of the last transaction is gone, and that is not safe."""
    lines_of_it = changing(all_lines, stage)
    for gone, synced in reversed([*pairwise(lines_of_it)]):
        if gone.name == "unlink" and "-journal" in gone.paths[0] and synced.name == "fsync":
            return Fault("EIO", (f"fsync:error=EIO:when={synced.nth}",), lasts=False)
    return None


def main(folder: Path, most: int, names: list[str]) -> None:
    chance = Random(7)  # noqa: S311 - the same each time
    table: dict[str, Counter[str]] = {}
    log = folder / "log"
    for name in names or DEEDS:
        stage = Stage(DEEDS[name], folder / name)
        stage.begin()
        in_a_child(stage.do, wishes(log))
        faults = faults_of(lines(log), stage)
        table[name] = Counter()
        if most:
            at_the_end = ending(lines(log), stage)
            faults = chance.sample(faults, most) + ([at_the_end] if at_the_end else [])
        for fault in faults:
            try:
                hurt = _hurt(stage, fault, log)
            except Exception as error:
                raise AssertionError(f"{name}: {fault}") from error
            table[name][fault.error] += hurt
    print(json.dumps(table))


def _hurt(stage: Stage, fault: Fault, log: Path) -> bool:
    """Whether it was met; what was said before is there, and the next try works."""
    for work in (stage.do,) if fault.lasts else (stage.do, stage.insist):
        stage.begin()
        ended = in_a_child(work, fault.wishes(log))
        if not any(line.injected for line in lines(log)):
            return False
        assert ended.how is How.DONE or work == stage.do, f"again: {ended.why}"
        stage.hold(ended.said)
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
