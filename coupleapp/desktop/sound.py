"""The five soft tones. Sound is never the only cue, so nothing here may ever fail aloud."""

import logging
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

from coupleapp.desktop.sound_server import may_have_sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

logger = logging.getLogger(__name__)

VOLUME = 0.6


class Tone(StrEnum):
    """Each is the name of its file."""

    TURN_END = "turn_end"
    PAUSE_END = "pause_end"
    BREATH_IN = "breath_in"
    BREATH_OUT = "breath_out"
    EVENING = "evening"


class Tones:
    """Plays tones, where the computer can.

    Loaded for a session and let go at its end: a loaded effect keeps an audio stream open, and
    unplugging headphones then has crashed Qt up to 6.11.0 (QTBUG-145704).
    """

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        self.muted = False
        self._folder = folder
        self._parent = parent
        self._effects: dict[Tone, QSoundEffect] = {}
        self._tried = False

    @property
    def available(self) -> bool:
        """Whether the tones are loaded and there is something to hear them with."""
        return bool(self._effects)

    def load(self) -> None:
        if self._effects or not may_have_sound():
            self._say_once_if_unavailable()
            return
        quieten_the_library()
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            # On Linux QtMultimedia is linked against libpulse, which may not be there.
            self._say_once_if_unavailable()
            return
        if not QMediaDevices.defaultAudioOutput().isNull():
            for tone in Tone:
                effect = QSoundEffect(self._parent)
                effect.setVolume(VOLUME)
                effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{tone}.wav")))
                self._effects[tone] = effect
        self._say_once_if_unavailable()

    def unload(self) -> None:
        for effect in self._effects.values():
            effect.stop()
            effect.deleteLater()
        self._effects.clear()

    def play(self, tone: Tone) -> None:
        effect = self._effects.get(tone)
        if effect is not None and not self.muted:
            effect.play()

    def _say_once_if_unavailable(self) -> None:
        if not self._effects and not self._tried:
            logger.info("no sound on this computer")
        self._tried = True


def quieten_the_library() -> None:
    """Before it is loaded; it would name the optional video libraries that are missing."""
    QLoggingCategory.setFilterRules(
        "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false"
    )
