"""Kills itself before every step on the disk, and at moments nobody chose; says how often.

``python -m tests.store.killed FOLDER WHAT WHAT_STANDS_THERE``: see ``WORK`` and ``prepare``.
"""

import itertools
import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coupleapp.application.copies import Copies
from coupleapp.application.lock import Lock
from coupleapp.application.ports import KeyMissing, StoreDamaged
from coupleapp.application.second_place import SecondPlace
from coupleapp.domain.lock import Passphrase
from coupleapp.store import FILE_NAME, Store, check_store, open_store
from coupleapp.store.copies import COPIES, found_copies
from coupleapp.store.envelope import ENVELOPE
from coupleapp.store.restoring import restore_copy
from tests.application.hands import HandClock
from tests.store.helpers import entry, remove_both

AT = datetime(2026, 11, 23, 20, tzinfo=UTC)
LATER = AT + timedelta(days=1)
STEPS = {"open", "os.rename", "os.link", "os.remove", "os.utime", "os.mkdir", "shutil.copyfile"}
MOST_S = 0.06
"""A copy of so small a file is done by then."""


OURS, OTHER = Passphrase("four words we say"), Passphrase("four other words")


def lines(folder: Path, *openers: Passphrase) -> int:
    store = open_store(folder, openers)
    try:
        return len(store.notebook.page(None, 99))
    finally:
        store.close()


def forked(work: Callable[[], None]) -> bool:
    """Do it in a process of its own; whether it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            # What went wrong is on stderr by then, and the parent sees no good end.
            failed = sys.exc_info()[1]
            if failed is not None:
                sys.excepthook(type(failed), failed, failed.__traceback__)
            os._exit(0 if failed is None else 1)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "it failed by itself"
    return not os.WIFSIGNALED(status)


def killed_at(step: int, folder: Path, work: Callable[[], None]) -> Callable[[], None]:
    """The work, that kills its process before its n-th step on the disk below this folder."""

    def until_then() -> None:
        count = itertools.count(1)

        def look(event: str, told: tuple[object, ...]) -> None:
            if event in STEPS and str(folder) in str(told[0]) and next(count) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(look)
        work()

    return until_then


def killed_after(seconds: float, work: Callable[[], None]) -> Callable[[], None]:
    """The work, cut off as by SIGKILL: nobody handles this signal."""

    def until_then() -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        work()
        signal.setitimer(signal.ITIMER_REAL, 0)

    return until_then


def make(folder: Path) -> None:
    store = open_store(folder, [])
    store.copies.make(LATER)


def restore(folder: Path) -> None:
    (first,) = [c for c in found_copies(folder, []) if c.made_at == AT and not c.put_aside]
    restore_copy(folder, [], first.path, LATER)


def lock(folder: Path) -> None:
    Lock(open_store(folder, []).lock).choose(OURS)


def change(folder: Path) -> None:
    Lock(open_store(folder, [OURS]).lock).choose(OTHER, OURS)


def unlock(folder: Path) -> None:
    Lock(open_store(folder, [OURS]).lock).let_go(OURS)


def copies_of(store: Store) -> Copies:
    """With a second place inside the folder, so that it is killed there, too."""
    clock = HandClock()
    place = store.folder / "stick"
    second = SecondPlace(store.second_place, store.copies.made, clock, lambda: str(place))
    return Copies(store.copies, clock, lambda: True, lambda: True, second)


def second(folder: Path) -> None:
    copies_of(open_store(folder, [])).make()


def only(folder: Path) -> None:
    copies_of(open_store(folder, [])).keep_only_a_new_one(put_aside=True)


def prepare(folder: Path, stands: str) -> None:
    """One line in the copy, two in the file, and then what has become of the file."""
    store = open_store(folder, [])
    store.notebook.add(entry("e1"))
    store.copies.make(AT)
    store.notebook.add(entry("e2"))
    store.close()
    if stands == "damaged":
        data = bytearray((folder / FILE_NAME).read_bytes())
        data[5000] ^= 1
        (folder / FILE_NAME).write_bytes(data)
        (folder / (FILE_NAME + "-journal")).write_bytes(b"half a journal")
    elif stands == "another":
        remove_both(folder / ENVELOPE)
        (folder / FILE_NAME).unlink()
        aside = folder.with_name("aside")
        (folder / COPIES).rename(aside)
        store = open_store(folder, [])
        for n in range(2):
            store.notebook.add(entry(f"e{n}"))
        store.close()
        aside.rename(folder / COPIES)
    elif stands == "locked":
        lock(folder)
    elif stands == "two places":
        (folder / "stick").mkdir()
        store = open_store(folder, [])
        copies_of(store).catch_up()
        store.close()


def check_making(folder: Path, _stands: str) -> None:
    assert lines(folder) == 2
    found = found_copies(folder, [])
    assert len(found) in {1, 2}
    assert all(copy.holding is not None for copy in found), "what is listed can be read"


def check_restoring(folder: Path, stands: str) -> None:
    """The file from before, or the copy; else a loss that is told, with the copies at hand."""
    before = folder / FILE_NAME
    try:
        seen = lines(folder)
    except StoreDamaged:
        assert stands != "whole", "one takes the other's place in one step"
    else:
        assert seen in {1, 2}
        assert seen == 1 or stands != "damaged"
    kept = [copy for copy in found_copies(folder, []) if copy.holding is not None]
    assert any(copy.made_at == AT and copy.holding.lines == 1 for copy in kept)
    if stands != "damaged":
        asides = [copy for copy in kept if copy.put_aside and copy.holding.lines == 2]
        assert asides or before.stat().st_size, "what was there is still there"
    restore(folder)
    assert lines(folder) == 1
    if stands != "damaged":
        assert any(c.holding and c.holding.lines == 2 for c in found_copies(folder, []))


def check_locking(folder: Path, _stands: str) -> None:
    """What opened it before does, or what was chosen; the copies go with the notebook."""
    # Where there is no passphrase, one that is typed keeps nobody out.
    opener = next(one for one in ((), (OURS,), (OTHER,)) if opens(folder, one))
    assert lines(folder, *opener) == 2
    assert all(copy.holding is not None for copy in found_copies(folder, opener))


def check_second(folder: Path, _stands: str) -> None:
    """Whatever lies in either place can be read, and the next time all is made good."""
    check_making(folder, "")
    store = open_store(folder, [])
    there, copies = folder / "stick", copies_of(store)
    made = store.second_place.made(there)
    assert made
    assert all(store.second_place.readable(there, at) for at in made)
    copies.make()
    assert store.second_place.made(there) == store.copies.made()
    assert not list(there.glob("*.new"))
    store.close()


def opens(folder: Path, openers: tuple[Passphrase, ...]) -> bool:
    try:
        check_store(folder, openers)
    except KeyMissing:
        return False
    return True


WORK = {
    "make": (make, check_making),
    "restore": (restore, check_restoring),
    "lock": (lock, check_locking),
    "change": (change, check_locking),
    "unlock": (unlock, check_locking),
    "second": (second, check_second),
    "only": (only, check_second),
}


def main(folder: Path, what: str, stands: str) -> None:
    template, place = folder / "template", folder / "place"
    prepare(template, stands)
    kills = 0

    def once(cut_off: Callable[[Callable[[], None]], Callable[[], None]]) -> bool:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(template, place)
        work, check = WORK[what]
        done = forked(cut_off(lambda: work(place)))
        check(place, stands)
        return done

    for step in itertools.count(1):
        if once(lambda work, step=step: killed_at(step, place, work)):
            break
        kills += 1
    chance = random.Random(7)  # noqa: S311 - the same moments each time
    for _ in range(8):
        moment = chance.uniform(0.001, MOST_S)
        kills += not once(lambda work, moment=moment: killed_after(moment, work))
    print(json.dumps({"steps": step - 1, "kills": kills}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
