"""The tray icon, where the desktop has a tray."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

translate = QCoreApplication.translate

LOOK_AGAIN_MS = 30_000
"""How often a tray is looked for where there is none."""

RESTS = (1, 3, 7)
"""Days of rest that the menu offers."""


class Tray(QObject):
    """Never the only way to anything; ``restAsked(days)`` with 0 ends the rest."""

    opened = Signal()
    eveningAsked = Signal()
    restAsked = Signal(int)
    leaving = Signal()
    messageClicked = Signal()

    def __init__(self, icon: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look_again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self.appear)
        self._menu = QMenu()
        self._rests = QMenu(translate("Tray", "Let the reminders rest"), self._menu)
        self._icon = QSystemTrayIcon(QIcon(str(icon)), self)
        self._icon.setToolTip("Nearer")
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.messageClicked)
        self.say("")

    @property
    def here(self) -> bool:
        """Whether the desktop shows it now; trays come and go."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._icon.isVisible()

    @Slot()
    def appear(self) -> None:
        """Show it where there is a tray, else look again: at login it may come after us."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._look_again.stop()
            self._icon.show()
        else:
            self._look_again.start()

    def hide(self) -> None:
        self._look_again.stop()
        self._icon.hide()

    def go(self) -> None:
        self.hide()
        self._menu.deleteLater()

    def say(self, resting: str) -> None:
        """Build the menu; ``resting``: until when reminders rest, as a sentence, or empty."""
        self._menu.clear()
        self._add(self._menu, translate("Tray", "Open Nearer"), self.opened)
        self._add(self._menu, translate("Tray", "An appreciation now"), self.eveningAsked)
        self._menu.addSeparator()
        if resting:
            self._menu.addAction(resting).setEnabled(False)
            self._rest(self._menu, translate("Tray", "Begin again now"), 0)
        else:
            self._rests.clear()
            self._menu.addMenu(self._rests)
            names = (
                translate("Tray", "For today"),
                translate("Tray", "For three days"),
                translate("Tray", "For a week"),
            )
            for name, days in zip(names, RESTS, strict=True):
                self._rest(self._rests, name, days)
        self._menu.addSeparator()
        self._add(self._menu, translate("Tray", "Quit Nearer"), self.leaving)

    def showMessage(self, title: str, words: str) -> None:
        self._icon.showMessage(title, words, self._icon.icon())

    def _add(self, menu: QMenu, name: str, signal: SignalInstance) -> None:
        menu.addAction(name).triggered.connect(lambda: signal.emit())

    def _rest(self, menu: QMenu, name: str, days: int) -> None:
        menu.addAction(name).triggered.connect(lambda: self.restAsked.emit(days))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
