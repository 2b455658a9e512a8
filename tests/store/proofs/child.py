"""Does something in a process of its own, which may be watched, disturbed or killed."""

import ctypes
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from threading import Timer

from coupleapp.application.ports import StoreError

Say = Callable[[], None]
"""Called when a thing is done, after the store has said so."""

Work = Callable[[Say], None]

KEPT = b"kept"


class How(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    KILLED = "killed"


@dataclass(frozen=True)
class Ended:
    """How many things were said to be done, and how the process ended."""

    said: int
    how: How
    why: str = ""


def in_a_child(work: Work, watched: Sequence[str] = (), killed_after: float | None = None) -> Ended:
    """Do it in a process that is forked here.

    Args:
        work: What is done.
        watched: What strace is asked for.
        killed_after: Seconds after which it is killed, wherever it stands.

    Raises:
        AssertionError: It failed by itself, and not by a StoreError.
    """
    go, tell = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(work, go, tell)
    os.close(go[0])
    os.close(tell[1])
    watcher = _watcher(child, watched) if watched else None
    killer = Timer(killed_after or 0, os.kill, (child, signal.SIGKILL))
    os.write(go[1], b"x")
    os.close(go[1])
    if killed_after is not None:
        killer.start()
    with open(tell[0], "rb") as told:  # noqa: PTH123 - a pipe
        lines = told.read().decode().split("\n")
    if killed_after is not None:
        killer.cancel()
        killer.join()
    status = os.waitpid(child, 0)[1]
    if watcher is not None:
        watcher.communicate()
    said = lines.count(KEPT.decode())
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL, lines
        return Ended(said, How.KILLED)
    why = "\n".join(line for line in lines if line != KEPT.decode())
    assert os.WEXITSTATUS(status) in {0, 2}, why
    return Ended(said, How.REFUSED if os.WEXITSTATUS(status) else How.DONE, why)


def _be_the_child(work: Work, go: tuple[int, int], tell: tuple[int, int]) -> None:
    failed = 1
    with suppress(BaseException):
        os.close(tell[0])
        _let_it_be_watched()
        os.read(go[0], 1)

        # Not by write(2), which is what is disturbed.
        def tell_it(what: bytes) -> None:
            os.writev(tell[1], [what + b"\n"])

        try:
            work(lambda: tell_it(KEPT))
            failed = 0
        except StoreError as error:
            tell_it(f"{type(error).__name__}: {error}".encode())
            failed = 2
        except BaseException:  # noqa: BLE001 - the parent is told
            tell_it(traceback.format_exc().encode())
    os._exit(failed)


def _watcher(child: int, watched: Sequence[str]) -> subprocess.Popen[bytes]:
    watcher = subprocess.Popen(["strace", "-p", str(child), *watched], stderr=subprocess.PIPE)
    said = watcher.stderr.readline() if watcher.stderr else b""
    if b"attached" not in said:
        os.kill(child, signal.SIGKILL)
        raise RuntimeError(f"nothing can be watched: {said.decode()}")
    return watcher


def _let_it_be_watched() -> None:
    """Some systems let only an ancestor watch a process, and strace is a sibling."""
    if sys.platform == "linux":
        set_ptracer, anybody = 0x59616D61, ctypes.c_ulong(-1)
        ctypes.CDLL(None).prctl(set_ptracer, anybody, 0, 0, 0)


def cannot_be_watched() -> str | None:
    """Why nothing can be watched here; None where it can."""
    if sys.platform != "linux":
        return "strace is of Linux"
    try:
        in_a_child(lambda _: None, ["-o", os.devnull, "-e", "trace=fsync"])
    except FileNotFoundError:
        return "strace is missing"
    except RuntimeError as error:
        return str(error)
    return None
