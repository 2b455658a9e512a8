"""A voice is welcome and never needed: nothing here may wait, fail aloud or warn."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QProcess

from coupleapp.desktop import speech
from coupleapp.desktop.speech import Speech

linux = pytest.mark.skipif(sys.platform != "linux", reason="the dispatcher is Linux's")


def program(folder: Path, body: str) -> Path:
    path = folder / "spd-say"
    path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" >> {folder}/calls\n{body}\n')
    path.chmod(0o755)
    return path


def calls(folder: Path) -> list[str]:
    path = folder / "calls"
    return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """Puts a speech program of this kind on the path, before the real ones."""

    def make(body: str) -> Path:
        program(tmp_path, body)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return tmp_path

    return make


@pytest.fixture
def speak(qapp):
    made = []

    def make() -> Speech:
        made.append(Speech())
        return made[-1]

    yield make
    for one in made:
        one.stop()
        assert one.findChildren(QProcess) == [] or all(
            p.state() is QProcess.ProcessState.NotRunning for p in one.findChildren(QProcess)
        )


def answer(qtbot, voice: Speech) -> bool:
    with qtbot.waitSignal(voice.found) as heard:
        voice.look()
    return heard.args[0]


@linux
def test_without_a_program_there_is_no_voice_and_nothing_else(
    speak, qtbot, tmp_path, monkeypatch, caplog
):
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = speak()
    assert answer(qtbot, voice) is False
    voice.say("In")
    voice.hush()
    assert caplog.records == []


@linux
@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('printf "OUTPUT MODULES\\nespeak-ng\\n"', True),
        ('printf "OUTPUT MODULES\\ndummy\\n"', False),
        ('printf "OUTPUT MODULES\\n"', False),
        ('printf "OUTPUT MODULES\\nespeak-ng\\n"; exit 1', False),
        ("echo Failed to connect >&2; exit 1", False),
    ],
)
def test_who_has_a_voice(speak, qtbot, listed, capfd, body, found):
    listed(body)
    voice = speak()
    assert answer(qtbot, voice) is found
    assert answer(qtbot, voice) is found
    assert capfd.readouterr() == ("", "")


@linux
def test_it_is_asked_once_and_says_words_in_the_words_language(speak, qtbot, listed):
    folder = listed('printf "OUTPUT MODULES\\nespeak-ng\\n"')
    voice = speak()
    answer(qtbot, voice)
    answer(qtbot, voice)
    voice.say("In")
    qtbot.waitUntil(lambda: len(calls(folder)) == 2)
    assert calls(folder)[0] == "-O"
    code = QLocale.languageToCode(speech.LANGUAGE)
    assert calls(folder)[1] == f"-l {code} -P important -- In"


@linux
def test_a_voice_that_is_not_there_is_not_asked_to_speak(speak, qtbot, listed):
    folder = listed("exit 1")
    voice = speak()
    answer(qtbot, voice)
    voice.say("In")
    voice.hush()
    assert answer(qtbot, voice) is False
    assert calls(folder) == ["-O"]


@linux
def test_a_dispatcher_that_hangs_holds_nobody_up(speak, qtbot, listed, monkeypatch):
    """Qt's own engine waits in its constructor, for ever: that is why it is not used here."""
    monkeypatch.setattr(speech, "PATIENCE_MS", 150)
    folder = listed("exec sleep 60")
    voice = speak()
    assert answer(qtbot, voice) is False
    assert calls(folder) == ["-O"]


@linux
def test_words_do_not_queue_up_behind_one_that_hangs(speak, qtbot, listed):
    folder = listed('[ "$1" = -O ] && printf "OUTPUT MODULES\\nespeak-ng\\n" || exec sleep 60')
    voice = speak()
    answer(qtbot, voice)
    voice.say("In")
    qtbot.waitUntil(lambda: len(calls(folder)) == 2)
    voice.say("Out")
    voice.stop()
    assert [call.split()[-1] for call in calls(folder)] == ["-O", "In"]


@linux
def test_a_program_that_cannot_be_run_is_no_voice(speak, qtbot, listed):
    folder = listed("")
    voice = speak()
    (folder / "spd-say").unlink()
    assert answer(qtbot, voice) is False


class Engine:
    """Stands for Qt's engine: the computer that runs the tests has none."""

    said: list[str]

    class State:
        Error = "error"

    def __init__(self, name: str, parent: object) -> None:
        self.name, self.said = name, []

    @staticmethod
    def availableEngines() -> list[str]:  # noqa: N802 - Qt's name
        return ["mock", "german", "broken", "native"]

    def availableLocales(self) -> list[QLocale]:  # noqa: N802
        language = "de_DE" if self.name == "german" else "en_AU"
        return [QLocale(language)]

    def state(self) -> str:
        return "error" if self.name == "broken" else "ready"

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802
        self.locale = locale

    def stop(self) -> None:
        self.said.append("")

    def say(self, word: str) -> None:
        self.said.append(word)

    def deleteLater(self) -> None:  # noqa: N802
        """Nothing to delete."""


@pytest.fixture
def native(monkeypatch):
    """As on Windows or macOS."""
    build = speech._voice_for
    monkeypatch.setattr(speech, "_voice_for", lambda _platform, parent: build("darwin", parent))


def test_an_engine_with_a_voice_of_the_words_language_speaks(speak, qtbot, native, monkeypatch):
    library = type(sys)("PySide6.QtTextToSpeech")
    library.QTextToSpeech = Engine
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", library)
    voice = speak()
    assert answer(qtbot, voice) is True
    voice.say("In")
    engine = voice._voice._engine
    assert engine.name == "native"
    assert engine.locale.language() == QLocale.Language.English
    assert engine.said == ["", "In"]


def test_without_the_library_there_is_no_voice(speak, qtbot, native, monkeypatch, capfd):
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = speak()
    assert answer(qtbot, voice) is False
    voice.say("In")
    voice.hush()
    assert capfd.readouterr() == ("", "")
