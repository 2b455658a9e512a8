import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from coupleapp.desktop import sound
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.sound import Tone, Tones


@pytest.fixture
def tones(qapp: QGuiApplication) -> Tones:
    return Tones(resource_folder() / "sounds")


def use_all(tones: Tones) -> None:
    tones.load()
    for tone in Tone:
        tones.play(tone)
    tones.unload()


def test_there_is_a_file_for_every_tone() -> None:
    for tone in Tone:
        assert (resource_folder() / "sounds" / f"{tone}.wav").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux goes without a sound server")
def test_without_a_sound_server_nobody_is_asked_and_it_is_said_once(
    tones: Tones,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("PULSE_SERVER", str(tmp_path / "native"))
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with caplog.at_level(logging.INFO):
        use_all(tones)
        use_all(tones)
    assert not tones.available
    assert [record.message for record in caplog.records] == ["no sound on this computer"]


def test_without_the_library_there_is_no_sound_and_nothing_else(
    tones: Tones, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sound, "may_have_sound", lambda: True)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with caplog.at_level(logging.INFO):
        use_all(tones)
    assert not tones.available
    assert len(caplog.records) == 1


# With a library and a server that does not answer, Qt itself complains.
@pytest.mark.qt_log_ignore("PulseAudioService")
def test_the_real_library_is_loaded_and_let_go(
    tones: Tones, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "may_have_sound", lambda: True)
    tones.load()
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    from PySide6.QtMultimedia import QMediaDevices

    assert tones.available is not QMediaDevices.defaultAudioOutput().isNull()
    for tone in Tone:
        tones.play(tone)
    tones.unload()
    assert not tones.available
    tones.play(Tone.EVENING)


class Effect:
    """Stands for a QSoundEffect: a computer that runs tests has no loudspeaker."""

    def __init__(self) -> None:
        self.played = 0

    def play(self) -> None:
        self.played += 1


def test_muted_plays_nothing(tones: Tones) -> None:
    effect = Effect()
    tones._effects = {Tone.EVENING: effect}  # type: ignore[dict-item]
    tones.muted = True
    tones.play(Tone.EVENING)
    assert effect.played == 0
    tones.muted = False
    tones.play(Tone.EVENING)
    tones.play(Tone.TURN_END)
    assert effect.played == 1
