"""Keeps colours, sizes, motion and sound as they were chosen, and follows the computer."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from coupleapp.application.ports import Clock
from coupleapp.desktop.sound import Tone, Tones
from coupleapp.domain.settings import Settings
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.system_look import system_look
from coupleapp.ui.base.windows import Windows


class AppearanceController(QObject):
    """How everything looks and sounds; the defaults until the couple's choices are known."""

    def __init__(
        self, model: AppModel, windows: Windows, tones: Tones, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._windows = windows
        self._tones = tones
        self._clock = clock
        self._settings = Settings()
        self._less_motion = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)

    def choose(self, settings: Settings, *, less_motion: bool | None = None) -> None:
        """Show these choices from now on, and what the desktop says of motion, where it said."""
        self._settings = _look_of(settings)
        if less_motion is not None:
            self._less_motion = less_motion
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Show the choices as they are."""
        local = self._clock.now().astimezone(self._clock.zone()).time()
        system = system_look(QGuiApplication.styleHints(), reduced_motion=self._less_motion)
        self._model.look(self._settings, system, local)
        shown = self._model.props
        self._windows.look(shown.scheme, shown.text_scale, shown.reduced_motion)
        self._tones.muted = not shown.sound

    @Slot(str)
    def play(self, tone: str) -> None:
        """Play a tone by its name."""
        self._tones.play(Tone(tone))


def _look_of(settings: Settings) -> Settings:
    """Of all choices those that are seen and heard: the window outlives the open notebook."""
    return Settings(
        appearance=settings.appearance,
        text_scale=settings.text_scale,
        motion=settings.motion,
        sound=settings.sound,
    )
