"""Makes breathing heard: its tones, and the voice where the computer has one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from coupleapp.desktop.sound import Tones
from coupleapp.desktop.speech import Speech
from coupleapp.ui.calm.breath_model import BreathModel


class BreathingSound(QObject):
    """Plays the tones and the voice of the breathing model."""

    def __init__(
        self, model: BreathModel, tones: Tones, play: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._tones = tones
        self._speech = Speech(self)
        model.tone.connect(play)
        model.said.connect(self._speech.say)
        model.hushed.connect(self._speech.hush)
        model.voiceAsked.connect(self._speech.look)
        self._speech.found.connect(model.offer_voice)

    @Slot()
    def get_ready(self) -> None:
        """Load the tones."""
        self._tones.load()
        self._model.hear(tones=self._tones.available)

    def stop(self) -> None:
        """Stop the voice."""
        self._speech.stop()
