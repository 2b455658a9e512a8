"""How windows are drawn: what is kept of it, and how Nearer begins again."""

import os
import subprocess
import sys

import pytest

from coupleapp.desktop.graphics import Graphics


class Begun(Exception):
    """Another has begun in our place."""


@pytest.fixture(autouse=True)
def by_the_card(monkeypatch):
    monkeypatch.delenv("QT_QUICK_BACKEND", raising=False)
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "coupleapp", "--background"])


@pytest.fixture
def begun(monkeypatch) -> list:
    """The program, its arguments and its environment."""
    found: list = []

    def begin(*what):
        found.extend(what)
        raise Begun

    monkeypatch.setattr(os, "execve", begin)
    return found


@pytest.fixture
def failed(tmp_path, begun) -> Graphics:
    graphics = Graphics(tmp_path / "not" / "there")
    with pytest.raises(Begun):
        graphics.start_again_by_software()
    return graphics


def test_it_begins_again_as_it_was_begun_but_by_software(failed, begun):
    program, command, environment = begun
    assert program == sys.executable
    assert command == [sys.executable, "-m", "coupleapp", "--background"]
    assert environment["QT_QUICK_BACKEND"] == "software"
    assert environment["PATH"] == os.environ["PATH"]
    assert not failed.by_software


def test_frozen_it_begins_as_a_program_of_its_own(monkeypatch, tmp_path, begun):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["nearer", "--background"])
    with pytest.raises(Begun):
        Graphics(tmp_path).start_again_by_software()
    _, command, environment = begun
    assert command == [sys.executable, "--background"]
    assert environment["PYINSTALLER_RESET_ENVIRONMENT"] == "1"


@pytest.mark.usefixtures("begun")
def test_on_windows_it_is_begun_beside_this_one_which_ends(monkeypatch, tmp_path):
    def end(code):
        raise Begun(code)

    found = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "Popen", lambda command, env: found.append((command, env)))
    monkeypatch.setattr(os, "_exit", end)
    with pytest.raises(Begun, match="0"):
        Graphics(tmp_path).start_again_by_software()
    ((command, environment),) = found
    assert command[1:] == ["-m", "coupleapp", "--background"]
    assert environment["QT_QUICK_BACKEND"] == "software"


def next_start(tmp_path, *, background: bool) -> Graphics:
    graphics = Graphics(tmp_path / "not" / "there")
    graphics.begin(background=background)
    return graphics


@pytest.mark.usefixtures("failed")
def test_the_next_in_the_background_draws_by_software(tmp_path):
    assert next_start(tmp_path, background=True).by_software


@pytest.mark.usefixtures("failed")
def test_the_next_with_a_window_tries_the_card_and_what_that_finds_holds(tmp_path, monkeypatch):
    graphics = next_start(tmp_path, background=False)
    assert not graphics.by_software
    graphics.drawn()
    assert not next_start(tmp_path, background=True).by_software
    # Nothing that is there is missed.
    graphics.drawn()


@pytest.mark.usefixtures("failed")
def test_drawn_by_software_says_nothing_of_the_card(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QUICK_BACKEND", "software")
    next_start(tmp_path, background=False).drawn()
    monkeypatch.delenv("QT_QUICK_BACKEND")
    assert next_start(tmp_path, background=True).by_software


def test_what_somebody_chose_by_hand_stays(tmp_path, failed, monkeypatch):
    monkeypatch.setenv("QT_QUICK_BACKEND", "rhi")
    next_start(tmp_path, background=True)
    assert os.environ["QT_QUICK_BACKEND"] == "rhi"


@pytest.mark.parametrize(("asked", "left"), [("Vulkan", None), ("opengl", "opengl")])
def test_vulkan_is_never_tried(tmp_path, monkeypatch, asked, left):
    monkeypatch.setenv("QSG_RHI_BACKEND", asked)
    next_start(tmp_path, background=False)
    assert os.environ.get("QSG_RHI_BACKEND") == left


def test_where_nothing_can_be_noted_it_begins_again_all_the_same(tmp_path, begun):
    (tmp_path / "file").touch()
    with pytest.raises(Begun):
        Graphics(tmp_path / "file").start_again_by_software()
