"""What follows where this computer cannot draw our windows."""

import pytest
from PySide6.QtCore import QObject, Signal, qWarning

from coupleapp.desktop import graphics
from coupleapp.shell import drawing as drawing_module
from coupleapp.shell.drawing import Drawing


class Window(QObject):
    drawn, undrawable = Signal(), Signal()


class Qt(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.ended = 0

    def quit(self) -> None:
        self.ended += 1


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def qt():
    return Qt()


@pytest.fixture
def drawing(tmp_path, monkeypatch, window, qt, clean_qt):
    monkeypatch.setattr(drawing_module, "computer_path", lambda: tmp_path / "computer")
    (tmp_path / "couple").mkdir()
    drawing = Drawing(tmp_path / "couple")
    drawing.begin(background=False)
    drawing.follow(window, qt)
    yield drawing
    drawing.stop()


def test_what_is_drawn_goes_on(drawing, window, qt, qtbot, capsys):
    qWarning("a font is missing")
    window.drawn.emit()
    assert capsys.readouterr().err == "a font is missing\n"
    assert not drawing.failed
    assert qt.ended == 0


def test_where_software_fails_too_it_is_said_and_nothing_lies_with_the_couple(
    drawing, window, qt, qtbot, tmp_path, capsys
):
    qWarning("no memory")
    window.undrawable.emit()
    assert qt.ended == 0, "it is said in the middle of drawing"
    qtbot.waitUntil(lambda: qt.ended == 1)
    assert drawing.failed
    assert drawing.go_on() == 1
    assert "no memory\nNearer could not draw its window." in capsys.readouterr().err
    assert "no memory" in (tmp_path / "couple" / "nearer.log").read_text("utf-8")
    assert [path.name for path in (tmp_path / "couple").iterdir()] == ["nearer.log"]


def test_where_the_card_fails_it_begins_again_without_a_word(
    drawing, monkeypatch, tmp_path, capsys
):
    class Begun(Exception):
        pass

    def begin(*_):
        raise Begun

    qWarning("no card")
    monkeypatch.delenv("QT_QUICK_BACKEND")
    monkeypatch.setattr(graphics.os, "execve", begin)
    with pytest.raises(Begun):
        drawing.go_on()
    assert [path.name for path in (tmp_path / "computer").iterdir()] == ["draws-by-software"]
    assert list((tmp_path / "couple").iterdir()) == []
    assert capsys.readouterr().err == ""
