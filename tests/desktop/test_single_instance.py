"""With real processes: two Nearers on one folder, and what is left after one was killed."""

import errno
import os
import random
import shutil
import stat
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coupleapp.application.folder import FolderUnlockable
from coupleapp.desktop import folder_lock
from coupleapp.desktop.single_instance import Outcome, SingleInstance

OTHER = textwrap.dedent("""
    import sys
    from pathlib import Path
    import coupleapp
    coupleapp.__version__ = sys.argv[3] or coupleapp.__version__
    from PySide6.QtCore import QCoreApplication
    from coupleapp.desktop.single_instance import SingleInstance

    app = QCoreApplication([])
    instance = SingleInstance(Path(sys.argv[1]))
    instance.shown.connect(lambda: print("SHOWN", flush=True))
    print(instance.become_first(patience_s=20).name, flush=True)
    app.exec() if sys.argv[2] == "lives" else sys.stdin.read()
""")

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    processes: list[subprocess.Popen[str]] = []

    def start_other(
        folder: Path = tmp_path,
        how: str = "hangs",
        version: str = "",
        **environment: str | None,
    ) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(folder), how, version],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={k: v for k, v in {**os.environ, **environment}.items() if v is not None},
        )
        processes.append(process)
        return process

    yield start_other
    for process in processes:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def first(tmp_path: Path, qapp: object) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    yield instance
    instance.release()


def test_a_second_start_brings_the_first_to_the_front(
    qtbot: QtBot, first: SingleInstance, start: Start
) -> None:
    assert first.become_first() is Outcome.FIRST
    with qtbot.waitSignal(first.shown, timeout=60_000):
        second = start()
    assert said(second) == "HANDED_OVER"
    with qtbot.waitSignal(first.shown, timeout=60_000):
        third = start()
    assert said(third) == "HANDED_OVER"


def test_the_first_makes_room_for_a_newer_one(
    qtbot: QtBot, first: SingleInstance, start: Start
) -> None:
    assert first.become_first() is Outcome.FIRST
    with qtbot.assertNotEmitted(first.shown), qtbot.waitSignal(first.outdated, timeout=60_000):
        newer = start(version="999.0")
    first.release()
    assert said(newer) == "FIRST"
    assert first.become_first(patience_s=0.2) is Outcome.UNREACHABLE


@pytest.mark.parametrize("version", ["0.0.9", "0", "of no kind"])
def test_an_older_one_is_only_another_start(
    qtbot: QtBot, first: SingleInstance, start: Start, version: str
) -> None:
    assert first.become_first() is Outcome.FIRST
    with qtbot.assertNotEmitted(first.outdated), qtbot.waitSignal(first.shown, timeout=60_000):
        older = start(version=version)
    assert said(older) == "HANDED_OVER"


def test_the_right_to_come_to_the_front_is_handed_over(
    qtbot: QtBot, first: SingleInstance, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    first.become_first()
    with qtbot.waitSignal(first.shown, timeout=60_000):
        start(XDG_ACTIVATION_TOKEN="a-click")  # noqa: S106 - no password
    assert os.environ.get("XDG_ACTIVATION_TOKEN", "") == "a-click"


def test_another_folder_is_another_nearer(
    first: SingleInstance, start: Start, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert said(start(elsewhere)) == "FIRST"
    assert first.become_first() is Outcome.FIRST


def test_what_a_killed_one_left_behind_is_taken_over(
    qtbot: QtBot, first: SingleInstance, start: Start, tmp_path: Path
) -> None:
    killed = start()
    assert said(killed) == "FIRST"
    killed.kill()
    killed.wait()
    assert (tmp_path / "nearer.lock").exists()
    assert first.become_first() is Outcome.FIRST
    with qtbot.waitSignal(first.shown, timeout=60_000):
        second = start()
    assert said(second) == "HANDED_OVER"


@contextmanager
def nothing_can_be_written() -> Iterator[None]:
    """As on a full disk: a file may be made, and not a byte put into it."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_the_dead_have_left_in_a_full_folder_is_nobody(
    first: SingleInstance, start: Start
) -> None:
    killed = start()
    assert said(killed) == "FIRST"
    killed.kill()
    killed.wait()
    begun = time.monotonic()
    with nothing_can_be_written():
        with pytest.raises(OSError, match=r"nearer\.lock"):
            first.become_first()
        with pytest.raises(OSError, match=r"nearer\.lock"):
            first.take()
        with pytest.raises(OSError, match=r"nearer\.lock"), first.held():
            pass
    assert time.monotonic() - begun < 0.5, "nobody is waited for"
    assert first.take()
    assert first.take()
    second = SingleInstance(first._folder)
    assert not second.take()


def test_one_that_lives_in_a_full_folder_is_shown(
    qtbot: QtBot, first: SingleInstance, start: Start
) -> None:
    assert first.become_first() is Outcome.FIRST
    with nothing_can_be_written(), qtbot.waitSignal(first.shown, timeout=60_000):
        second = start()
    assert said(second) == "HANDED_OVER"


def test_a_folder_in_the_place_of_the_lock_is_nobody(first: SingleInstance, tmp_path: Path) -> None:
    (tmp_path / "nearer.lock").mkdir()
    with pytest.raises(OSError, match=r"nearer\.lock"):
        first.become_first()


def test_a_first_that_hangs_is_told_apart(first: SingleInstance, start: Start) -> None:
    hanging = start()  # it waits for its input and never for its events
    assert said(hanging) == "FIRST"
    assert first.become_first(patience_s=1) is Outcome.UNREACHABLE


def test_a_released_folder_is_free(first: SingleInstance, start: Start) -> None:
    assert first.become_first() is Outcome.FIRST
    first.release()
    assert said(start()) == "FIRST"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, qapp: object) -> None:
    with pytest.raises(OSError, match=r"nearer\.lock"):
        SingleInstance(tmp_path / "missing").become_first()


def test_a_folder_is_held_as_long_as_something_works_on_it(tmp_path: Path, start: Start) -> None:
    holding = SingleInstance(tmp_path)
    with holding.held() as ours:
        assert ours
        assert SingleInstance(tmp_path).become_first(patience_s=0.1) is Outcome.UNREACHABLE
        with SingleInstance(tmp_path).held() as theirs:
            assert not theirs
    other = start()
    assert said(other) == "FIRST"
    with holding.held() as ours:
        assert not ours
    other.kill()
    other.wait()
    with holding.held() as ours:
        assert ours, "a dead one has nothing"


def test_who_holds_it_for_a_moment_only_is_waited_for(first: SingleInstance, start: Start) -> None:
    with ExitStack() as holding:
        assert holding.enter_context(first.held())
        other = start()
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(1)
    assert said(other) == "FIRST"


def test_a_folder_cannot_be_held_where_nothing_can_be_written(tmp_path: Path) -> None:
    gone = SingleInstance(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError), gone.held():
        pass


# -- what once made a second start believe in one that is not there, or miss the one that is


NO_FOLDER = "/nowhere/at/all"


@pytest.mark.parametrize(
    "around",
    [
        {"TMPDIR": "/var/tmp"},  # noqa: S108 - another one is the point
        {"TMPDIR": NO_FOLDER},
        {"LOGNAME": "somebody", "USER": "somebody", "LNAME": "somebody", "USERNAME": "somebody"},
        {"LOGNAME": None, "USER": None},
        {"XDG_RUNTIME_DIR": None},
        {"XDG_RUNTIME_DIR": NO_FOLDER},
        {"HOME": NO_FOLDER},
    ],
    ids=["tmp", "no tmp", "name", "no name", "no runtime", "runtime", "home"],
)
def test_whatever_is_around_the_second_it_finds_the_first(start: Start, around: dict) -> None:
    living = start(how="lives")
    assert said(living) == "FIRST"
    assert said(start(**around)) == "HANDED_OVER"
    assert said(living) == "SHOWN"
    living.kill()
    living.wait()
    assert said(start(**around)) == "FIRST"


def test_a_temporary_folder_that_is_tidied_up_changes_nothing(start: Start, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    living = start(how="lives", TMPDIR=str(temporary))
    assert said(living) == "FIRST"
    shutil.rmtree(temporary)
    assert said(start()) == "HANDED_OVER"


def test_a_process_number_that_comes_again_is_nobody(first: SingleInstance, tmp_path: Path) -> None:
    """In a sandbox the one that crashed and the one that starts may have the same number."""
    for number in (os.getpid(), os.getppid(), 1, 2):
        (tmp_path / "nearer.lock").write_text(f"{number}\npython\nthis-computer\n")
        assert first.become_first() is Outcome.FIRST
        first.release()


@pytest.mark.parametrize("gone", ["socket", "lock", "folder of the socket"])
def test_what_is_removed_under_the_first_is_made_anew(
    qtbot: QtBot, first: SingleInstance, start: Start, tmp_path: Path, gone: str
) -> None:
    assert first.become_first() is Outcome.FIRST
    socket = Path(first._server.fullServerName())
    if gone == "lock":
        (tmp_path / "nearer.lock").unlink()
    elif gone == "socket":
        socket.unlink()
    else:
        shutil.rmtree(socket.parent)
    first.mind()
    with qtbot.waitSignal(first.shown, timeout=60_000):
        second = start()
    assert said(second) == "HANDED_OVER"


def test_a_path_too_long_for_a_socket_is_no_hindrance(start: Start, tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 90) / ("b" * 90)
    deep.mkdir(parents=True)
    living = start(deep, how="lives", XDG_RUNTIME_DIR=None)
    assert said(living) == "FIRST"
    assert said(start(deep, TMPDIR="/var/tmp")) == "HANDED_OVER"  # noqa: S108
    assert said(living) == "SHOWN"


def test_another_user_cannot_answer_in_our_name(
    first: SingleInstance, start: Start, tmp_path: Path
) -> None:
    living = start(how="lives")
    assert said(living) == "FIRST"
    place = Path(first._lock.noted())
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(place.parent.stat().st_mode) & 0o077 == 0
    if os.geteuid() == 0:
        os.chown(place, 12345, -1)
        assert first.become_first(patience_s=0.2) is Outcome.UNREACHABLE
        os.chown(place, 0, -1)
    place.rename(place.with_name("aside"))
    place.symlink_to(place.with_name("aside"))
    assert first.become_first(patience_s=0.2) is Outcome.UNREACHABLE


def test_a_runtime_folder_that_others_can_enter_is_not_used(
    first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(open_to_all))
    assert first.become_first() is Outcome.FIRST
    assert list(open_to_all.iterdir()) == []


def test_a_lock_that_was_removed_before_it_was_had_is_none(
    first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, removed = folder_lock._lock, []

    def late(handle: int) -> None:
        if not removed:
            removed.append((tmp_path / "nearer.lock").unlink())
        lock(handle)

    monkeypatch.setattr(folder_lock, "_lock", late)
    assert first.become_first() is Outcome.FIRST
    assert SingleInstance(tmp_path).become_first(patience_s=0.1) is Outcome.UNREACHABLE


def test_a_drive_without_locks_is_told(
    first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_here(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(folder_lock, "_lock", none_here)
    with pytest.raises(FolderUnlockable):
        first.become_first()


KILLS = 24


def test_the_first_is_killed_while_the_second_starts(
    start: Start, record_property: Callable[[str, object], None]
) -> None:
    """Whoever starts is the first or is answered; nobody believes in a dead one."""
    begun = time.monotonic()
    current = start(how="lives")
    assert said(current) == "FIRST"
    takes_s = time.monotonic() - begun
    outcomes = Counter[str]()
    at = random.Random(13)  # noqa: S311 - moments, no secrets
    for _ in range(KILLS):
        second = start(how="lives")
        with suppress(subprocess.TimeoutExpired):
            second.wait(at.uniform(0.4, 1.3) * takes_s)
        current.kill()
        current.wait()
        answer = said(second)
        outcomes[answer] += 1
        current = second
        if answer == "HANDED_OVER":
            second.kill()
            current = start(how="lives")
            assert said(current) == "FIRST"
    record_property("kills of the first while a second started", dict(outcomes))
    assert set(outcomes) <= {"FIRST", "HANDED_OVER"}
