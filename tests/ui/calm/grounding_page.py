"""The grounding page alone in a window, over our own programme, with hands and eyes."""

from datetime import date

from PySide6.QtCore import Qt, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from coupleapp.application.couples import Couples
from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.calm.breath_choices import BreathChoices
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.settings import Settings
from coupleapp.packs import load_programme
from coupleapp.ui.base.windows import QML_FOLDER, Windows
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.calm.grounding import GroundingControls
from tests.application.hands import HandClock

PROGRAMME = load_programme(resource_folder() / "programme").programme

PAGE = b"""
import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property GroundingControls grounding
    required property BreathModel breath
    property bool lighterOffered: true
    property bool running: true

    property list<string> answers: []

    anchors.fill: parent
    centred: true
    widest: 900

    GroundingMenu {
        focus: true
        width: parent.width
        grounding: root.grounding
        breath: root.breath
        room: root.height
        lighterOffered: root.lighterOffered
        running: root.running
        onGoOn: root.answers.push("on")
        onLighter: root.answers.push("lighter")
        onStop: root.answers.push("stop")
    }
}
"""


class Kept:
    """Settings that are nowhere on a disk."""

    def __init__(self) -> None:
        self.chosen = Settings(breath=BreathChoices().having_read("slow", tuple(Seat)))

    def couple(self) -> Couple:
        return Couple("Maya", "Tomas", date(2026, 11, 23))

    def settings(self) -> Settings:
        return self.chosen

    def save(self, couple: Couple, settings: Settings) -> None:
        self.chosen = settings


class GroundingPage:
    """What ``PausingStep`` does around it, and nothing else."""

    def __init__(self, qtbot, speed: float = 1.0, size: tuple[int, int] = (1100, 760)) -> None:
        self.qtbot = qtbot
        self.warnings: list[str] = []
        self.windows = Windows(resource_folder())
        self.windows.engine.warnings.connect(
            lambda found: self.warnings.extend(warning.toString() for warning in found)
        )
        clock = HandClock()
        self.couples = Couples(Kept(), clock)
        self.model = GroundingControls(PROGRAMME, lambda: self.couples.settings, speed)
        self.breath = BreathModel(self.couples, clock)
        self.model.pause()
        self.model.ask()
        self.frame = self.windows.frame()
        self.frame.resize(*size)
        self.windows.look("dark", 1.0, reduced_motion=True)

    def open(self) -> "GroundingPage":
        self._component = QQmlComponent(self.windows.engine)
        base = QUrl.fromLocalFile(str(QML_FOLDER) + "/Nearer/calm/GroundingPage.qml")
        self._component.setData(PAGE, base)
        self.item: QQuickItem = self._component.createWithInitialProperties(
            {
                "grounding": self.model,
                "breath": self.breath,
                "parent": self.frame.contentItem(),
            }
        )
        assert self.item is not None, self._component.errorString()
        self.item.setParentItem(self.frame.contentItem())
        self.frame.show()
        self.frame.requestActivate()
        self.qtbot.waitUntil(self.frame.isActive)
        self.item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self.settle()
        return self

    def close(self) -> None:
        self.item.setParentItem(None)
        self.item.deleteLater()
        self.windows.clear()

    def settle(self) -> None:
        """Until everything has its place, and the keyboard too."""
        for _ in range(2):
            with self.qtbot.waitSignal(self.frame.frameSwapped):
                self.frame.update()

    def key(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.frame, key)
        self.settle()

    def answers(self) -> list[str]:
        return list(self.item.property("answers"))
