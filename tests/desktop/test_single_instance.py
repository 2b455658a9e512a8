"""With real processes: two Nearers on one folder, and what is left after one was killed."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coupleapp.desktop.single_instance import Outcome, SingleInstance

OTHER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from coupleapp.desktop.single_instance import SingleInstance

    app = QCoreApplication([])
    instance = SingleInstance(Path(sys.argv[1]), patience_s=float(sys.argv[2]))
    print(instance.become_first().name, flush=True)
    sys.stdin.read()
""")

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    processes: list[subprocess.Popen[str]] = []

    def start_other(folder: Path = tmp_path, click: str | None = None) -> subprocess.Popen[str]:
        environment = dict(os.environ)
        if click:
            environment["XDG_ACTIVATION_TOKEN"] = click
        process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(folder), "20"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
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
    instance = SingleInstance(tmp_path, patience_s=1)
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


def test_the_right_to_come_to_the_front_is_handed_over(
    qtbot: QtBot, first: SingleInstance, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    first.become_first()
    with qtbot.waitSignal(first.shown, timeout=60_000):
        start(click="a-click")
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
    second = SingleInstance(first._lock_path.parent)
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
    assert first.become_first() is Outcome.UNREACHABLE


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
        assert SingleInstance(tmp_path, patience_s=0.1).become_first() is Outcome.UNREACHABLE
        with SingleInstance(tmp_path).held() as theirs:
            assert not theirs
        assert (tmp_path / "nearer.lock").exists()
    assert not (tmp_path / "nearer.lock").exists()
    other = start()
    assert said(other) == "FIRST"
    with holding.held() as ours:
        assert not ours
    other.kill()
    other.wait()
    with holding.held() as ours:
        assert ours, "a dead one has nothing"


def test_who_holds_it_for_a_moment_only_is_waited_for(
    first: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as holding:
        holding.enter_context(SingleInstance(tmp_path).held())

        def nobody_answers(_: bytes, *, waits: bool) -> bool:
            assert waits
            holding.close()
            return False

        monkeypatch.setattr(first, "_hand_over", nobody_answers)
        assert first.become_first() is Outcome.FIRST


def test_a_folder_cannot_be_held_where_nothing_can_be_written(tmp_path: Path) -> None:
    gone = SingleInstance(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError), gone.held():
        pass
