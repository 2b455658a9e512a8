"""What Qt says while the first window comes, and what is said where none does."""

import os

import pytest
from PySide6.QtCore import QtMsgType, qWarning

from coupleapp.desktop.first_window import FirstWindow, not_shown

NO_SCREEN = (
    "This application failed to start because no Qt platform plugin could be initialized. "
    "Reinstalling the application may fix this problem.\n\nAvailable ones are: xcb."
)
NO_CARD = "Failed to create a scene graph\n(and so on)"


@pytest.fixture
def first(tmp_path):
    first = FirstWindow(tmp_path)
    first.listen()
    yield first
    first.stop()


def log_of(tmp_path) -> str:
    log = tmp_path / "nearer.log"
    return log.read_text("utf-8") if log.exists() else ""


def test_what_qt_has_said_comes_out_once(first, tmp_path, capsys):
    qWarning("a font is missing")
    assert capsys.readouterr().err == ""
    first.stop()
    assert capsys.readouterr().err == "a font is missing\n"
    first.stop()
    assert capsys.readouterr().err == ""
    assert log_of(tmp_path) == ""


def test_why_there_is_no_window_is_noted_with_what_qt_said(first, tmp_path, capsys):
    qWarning("no card")
    first.stop()
    first.say("It could not be drawn.")
    assert capsys.readouterr().err == "no card\nIt could not be drawn.\n"
    assert log_of(tmp_path).index("no card") < log_of(tmp_path).index("It could not be drawn.")


def test_an_end_is_said_in_one_sentence_and_noted_with_what_led_to_it(
    first, tmp_path, capsys, monkeypatch
):
    def end(code):
        raise SystemExit(code)

    monkeypatch.setattr(os, "_exit", end)
    qWarning("no card")
    with pytest.raises(SystemExit) as ended:
        first._hear(QtMsgType.QtFatalMsg, None, NO_CARD)
    assert ended.value.code == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert "no card" in log_of(tmp_path)


def test_the_way_somebody_chose_is_to_blame_where_it_is(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland;xcb")
    assert "Leave QT_QPA_PLATFORM out" in not_shown(NO_SCREEN)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert "QT_QPA_PLATFORM" not in not_shown(NO_SCREEN)


def test_what_is_not_about_the_way_names_its_own_cause(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland;xcb")
    said = not_shown(NO_CARD)
    assert "QT_QPA_PLATFORM" not in said
    assert said.endswith("Qt says: Failed to create a scene graph")
