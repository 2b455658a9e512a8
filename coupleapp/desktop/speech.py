"""A voice that says single words, where the computer has one. It may never fail aloud."""

import logging
import shutil
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal, Slot

from coupleapp.desktop.sound import quieten_the_library

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

logger = logging.getLogger(__name__)

LANGUAGE = QLocale.Language.English
"""The language of the words; a voice that reads another one is no voice."""

PATIENCE_MS = 4000
"""A speech program that has not ended by then hangs."""

_NO_VOICES = {"mock", "dummy", "output", "modules"}
"""What Qt and speech-dispatcher list without it being a voice; the latter's list has a head."""


class _QtVoice(QObject):
    """The engine of Windows or macOS, which speaks by itself."""

    found = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._engine: QTextToSpeech | None = None
        self._looked = False

    def look(self) -> None:
        if not self._looked:
            self._looked = True
            self._engine = self._first_engine()
        self.found.emit(self._engine is not None)

    def say(self, word: str) -> None:
        if not self._looked:
            self.look()
        if self._engine is not None:
            # A word that is late is worse than none.
            self._engine.stop()
            self._engine.say(word)

    def hush(self) -> None:
        if self._engine is not None:
            self._engine.stop()

    def stop(self) -> None:
        self.hush()
        self._engine = None

    def _first_engine(self) -> "QTextToSpeech | None":
        quieten_the_library()
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return None
        for name in QTextToSpeech.availableEngines():
            if name in _NO_VOICES:
                continue
            engine = QTextToSpeech(name, self)
            spoken = [each for each in engine.availableLocales() if each.language() == LANGUAGE]
            if spoken and engine.state() != QTextToSpeech.State.Error:
                here = QLocale().territory()
                engine.setLocale(next((s for s in spoken if s.territory() == here), spoken[0]))
                return engine
            engine.deleteLater()
        return None


class _DispatchedVoice(QObject):
    """Linux: speech-dispatcher by its own program.

    WORKAROUND: Qt's engine for it waits for the dispatcher's answers in its constructor, for a
    second at best and for ever when the dispatcher hangs, which stops every thread of Python.
    """

    found = Signal(bool)

    def __init__(self, parent: QObject, program: str) -> None:
        super().__init__(parent)
        self._program = program
        self._voice: bool | None = None
        self._running: set[QProcess] = set()

    def look(self) -> None:
        if self._voice is None:
            self._run("-O", asks=True)
        else:
            self.found.emit(self._voice)

    def say(self, word: str) -> None:
        # While the last word has not come out, the dispatcher hangs: no queue of late words.
        if self._voice is not False and not self._running:
            language = QLocale.languageToCode(LANGUAGE)
            self._run("-l", language, "-P", "important", "--", word)

    def hush(self) -> None:
        """One word is over by itself; cancelling would silence a screen reader, too."""

    def stop(self) -> None:
        for process in list(self._running):
            process.finished.disconnect()
            process.kill()
            process.waitForFinished(PATIENCE_MS)
        self._running.clear()

    def _run(self, *arguments: str, asks: bool = False) -> None:
        process = QProcess(self)
        self._running.add(process)
        process.finished.connect(lambda code, _status: self._ended(process, code, asks))
        process.errorOccurred.connect(
            lambda error: (
                self._ended(process, 1, asks)
                if error is QProcess.ProcessError.FailedToStart
                else None
            )
        )
        process.start(self._program, list(arguments))
        QTimer.singleShot(PATIENCE_MS, process, process.kill)

    def _ended(self, process: QProcess, code: int, asks: bool) -> None:
        self._running.discard(process)
        if asks:
            said = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace").lower()
            self._voice = code == 0 and bool(set(said.split()) - _NO_VOICES)
            self.found.emit(self._voice)
        process.deleteLater()


class _NoVoice(QObject):
    found = Signal(bool)

    def look(self) -> None:
        self.found.emit(False)  # noqa: FBT003

    def say(self, word: str) -> None:
        pass

    def hush(self) -> None:
        pass

    def stop(self) -> None:
        pass


class Speech(QObject):
    """Says words, if there is anything to say them with. Nothing is loaded before the first.

    Signals:
        found: Whether this computer has a voice; the answer to ``look``, now or later.
    """

    found = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = _voice_for(sys.platform, self)
        self._voice.found.connect(self._tell)

    @Slot()
    def look(self) -> None:
        self._voice.look()

    @Slot(str)
    def say(self, word: str) -> None:
        self._voice.say(word)

    @Slot()
    def hush(self) -> None:
        self._voice.hush()

    def stop(self) -> None:
        self._voice.stop()

    @Slot(bool)
    def _tell(self, found: bool) -> None:
        if not found:
            logger.info("no voice on this computer")
        self.found.emit(found)


def _voice_for(platform: str, parent: QObject) -> _QtVoice | _DispatchedVoice | _NoVoice:
    if platform != "linux":
        return _QtVoice(parent)
    program = shutil.which("spd-say")
    return _DispatchedVoice(parent, program) if program else _NoVoice(parent)
