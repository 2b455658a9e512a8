"""The real pages over a real store, and hands, eyes and ears as a couple has them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from coupleapp.application.ports import StoreError
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.sound import Tones
from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.settings import Settings
from coupleapp.packs import load_programme
from coupleapp.shell.build import furnish_rooms
from coupleapp.shell.navigation import open_page
from coupleapp.shell.reminder_controller import ReminderController
from coupleapp.store import open_store
from coupleapp.ui.base import wording
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.windows import Windows
from tests.application.hands import HandClock, at_once
from tests.domain.guided_session.sessions import a_plan, a_way_on

Role = QAccessible.Role
PRESSED = {Role.Button, Role.CheckBox}
REACHABLE = PRESSED | {Role.EditableText, Role.Slider, Role.ComboBox}
PROGRAMME = load_programme(resource_folder() / "programme").programme


class Desktop:
    """What speaks against a window now: nothing, unless a test says so."""

    def __init__(self) -> None:
        self.hold = None

    def holds(self):
        return self.hold


class Notes(QObject):
    """What the desktop's own notifications would say."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []

    def tell(self, title: str, words: str) -> bool:
        self.told.append((title, words))
        return True

    def withdraw(self) -> None:
        self.told.clear()


class House:
    """A window, everything in it, and nothing else: what ``app.py`` does, without its threads."""

    def __init__(self, folder: Path, qtbot) -> None:
        self.qtbot = qtbot
        self.clock = HandClock()
        self.warnings: list[str] = []
        self.store = open_store(folder, [])
        self.rooms = furnish_rooms(self.store, PROGRAMME, self.clock, at_once, rehearsal=True)
        self.stage = Windows(resource_folder())
        self.stage.engine.warnings.connect(
            lambda found: self.warnings.extend(warning.toString() for warning in found)
        )
        self.app = AppModel(QUrl.fromLocalFile(str(resource_folder())))
        self.frame: QQuickWindow = self.stage.frame()
        # As on a screen with room; the offscreen one is smaller than the window.
        self.frame.resize(1100, 760)
        self.desktop, self.notes = Desktop(), Notes()
        self.tones = Tones(resource_folder() / "sounds")
        self.tones.muted = True
        self.looks_at_home = False
        self.desk = ReminderController(
            self.rooms,
            self.stage,
            self.tones,
            self.desktop,
            self.notes,
            at_once,
            breathes=lambda: self.app.props.page == "breathe",
            in_front=self.frame.isVisible,
            at_home=lambda: self.looks_at_home,
            parent=self.app,
        )
        self._wire()
        self.look()
        self.show(self.frame)
        self._open_first_page()
        self.shell = self.stage.furnish(
            self.frame,
            "Shell",
            {"app": self.app, **self.rooms.models},
        )
        self.settle()

    @property
    def session(self):
        return self.rooms.session_model

    @property
    def step(self) -> str:
        return self.session.props.stage

    def _wire(self) -> None:
        rooms = self.rooms
        self.app.turned.connect(self.turn_to)
        rooms.first_run_model.done.connect(lambda: self.turn_to("home"))
        rooms.home_model.sitDownAsked.connect(self.sit_down)
        rooms.home_model.comeBackAsked.connect(self.come_back)
        rooms.home_model.restAsked.connect(self.let_rest)
        rooms.choose_model.chosen.connect(self.choose)
        rooms.session_model.ended.connect(self._session_ended)
        rooms.settings_model.changed.connect(self.look)
        rooms.programme_model.changed.connect(rooms.refresh_home)
        self.desk.page.connect(self.turn_to)
        self.desk.come_back.connect(self.come_back)
        self.desk.begin.connect(lambda key: self.choose(key, ""))

    def _open_first_page(self) -> None:
        unfinished = self.rooms.sessions.unfinished()
        if self.rooms.couples.couple is None:
            self.app.open("first_run")
        elif unfinished is not None:
            self.lead(self.rooms.sessions.take_up(unfinished))
        else:
            self.turn_to("home")

    def turn_to(self, page: str) -> None:
        open_page(self.rooms, page)
        self.app.open(page)

    def choose(self, key: str, seat: str) -> None:
        self.sit_down(self.rooms.kind(key), Seat(seat) if seat else None)

    def let_rest(self) -> None:
        self.rooms.let_rest()
        self.rooms.refresh_home()

    def come_back(self) -> None:
        self.lead(self.rooms.sessions.come_back(self.rooms.sessions.waiting()))

    def sit_down(self, kind=None, who=None) -> None:
        try:
            self.lead(self.rooms.sit_down(kind, who))
        except StoreError as error:
            self.app.notify(wording.store_trouble(error))

    def lead(self, leader) -> None:
        self.session.lead(leader, self.rooms.couples.couple)
        self.app.open("session")
        self.desk.make_room()

    def _session_ended(self) -> None:
        self.session.leave()
        self.turn_to("home")

    def open_evening(self) -> None:
        self.desk.open_evening()
        self.qtbot.waitUntil(lambda: self.small_window.isActive())

    def remind(self, reminder) -> QQuickWindow | None:
        """As when it is due; the small window, if it came."""
        self.desk.remind(reminder)
        return self.small_window

    @property
    def small_window(self) -> QQuickWindow | None:
        return self.desk._small._window

    def sit_down_until(self, kind: str, step: type, who=None) -> None:
        """A sitting of this kind, as far as this step, by the rules alone."""
        self.sit_down(self.rooms.kind(kind), who)
        for _ in range(60):
            if isinstance(self.session.leader.state.step, step):
                self.settle()
                return
            self.session.do(a_way_on(self.session.leader.state))
        raise AssertionError(step)

    def deepen(self, depth: int) -> None:
        """They have come so deep together, and both are glad to."""
        self.store.programme.keep_ceilings(Ceilings(5, 5))
        deep = replace(a_plan(), theme_id="", depth=depth)
        leader = self.rooms.sessions.begin(deep)
        leader.handle(c.Stop())
        self.clock.pass_time(60)

    def look(self) -> None:
        chosen: Settings = self.rooms.couples.settings
        self.stage.look("dark", chosen.text_scale, reduced_motion=True)

    def show(self, window: QQuickWindow) -> None:
        window.show()
        window.requestActivate()
        self.qtbot.waitUntil(window.isActive)

    def close(self) -> None:
        self.session.leave()
        self.desk._small.go()
        self.stage.clear()
        self.store.close()

    # -- eyes and ears

    def seen(self, window: QQuickWindow | None = None) -> list[QAccessibleInterface]:
        """Everything a screen reader finds that is on the screen."""
        root = QAccessible.queryAccessibleInterface(window or self.frame)
        return [found for found in _below(root) if not found.state().invisible]

    def names(self, window: QQuickWindow | None = None) -> list[str]:
        return [name_of(found) for found in self.seen(window)]

    def says(self, words: str, window: QQuickWindow | None = None) -> bool:
        return any(words in name for name in self.names(window))

    def wait_for(self, words: str, window: QQuickWindow | None = None) -> None:
        self.qtbot.waitUntil(lambda: self.says(words, window))

    def find(self, name: str, window: QQuickWindow | None = None) -> QQuickItem:
        """The control with this accessible name."""
        found = [i for i in self.seen(window) if i.role() in REACHABLE and name_of(i) == name]
        assert len(found) == 1, (name, len(found), self.names(window))
        return found[0].object()

    def find_any(self, name: str) -> QQuickItem:
        """The first control with this name, where there are several alike."""
        return next(i.object() for i in self.seen() if i.role() in REACHABLE and name_of(i) == name)

    def controls(self, window: QQuickWindow | None = None) -> list[QAccessibleInterface]:
        """Everything that can be used now."""
        return [
            i
            for i in self.seen(window)
            if i.role() not in {Role.StaticText, Role.AlertMessage, Role.ScrollBar, Role.Window}
        ]

    # -- hands

    def click(self, name: str, window: QQuickWindow | None = None) -> None:
        """With the mouse, in its middle, scrolled there as a person would."""
        window = window or self.frame
        item = self.find(name, window)
        self.settle(window)
        item.forceActiveFocus()
        self.settle(window)
        assert inside(item, window), (name, rect_of(item))
        QTest.mouseClick(
            window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(item)
        )

    def settle(self, window: QQuickWindow | None = None) -> None:
        """Until everything has its place: the next frame is on the screen."""
        window = window or self.frame
        with self.qtbot.waitSignal(window.frameSwapped):
            window.update()

    def focus_on(self, name: str, window: QQuickWindow | None = None) -> None:
        """Until the keyboard is there."""
        self.qtbot.waitUntil(lambda: self.focused_name(window).startswith(name))

    def key(self, key: Qt.Key, *, window: QQuickWindow | None = None) -> None:
        QTest.keyClick(window or self.frame, key)

    def type(self, text: str, window: QQuickWindow | None = None) -> None:
        """Letter by letter into what has the keyboard."""
        for letter in text:
            QTest.keyClick(window or self.frame, letter)

    def paste(self, name: str, text: str, window: QQuickWindow | None = None) -> None:
        """All at once, as from the clipboard."""
        field = self.find(name, window)
        field.forceActiveFocus()
        field.setProperty("text", "")
        field.insert(0, text)
        if field.metaObject().indexOfSignal("textEdited()") >= 0:
            field.textEdited.emit()

    def tab_to(self, name: str, most: int = 80) -> None:
        """By the keyboard alone."""
        for _ in range(most):
            if self.focused_name() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name!r}, only {self.names()}")

    def focused_name(self, window: QQuickWindow | None = None) -> str:
        item = (window or self.frame).activeFocusItem()
        found = QAccessible.queryAccessibleInterface(item) if item is not None else None
        return name_of(found) if found is not None else ""

    def pass_time(self, seconds: float) -> None:
        """As it passes in the app: looked at every second."""
        while seconds > 0:
            self.clock.pass_time(min(1.0, seconds))
            self.session.look_at_the_clock()
            seconds -= 1.0


def name_of(found: QAccessibleInterface) -> str:
    return found.text(QAccessible.Text.Name)


def _below(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for n in range(found.childCount()):
        child = found.child(n)
        if child is not None:
            yield child
            yield from _below(child)


def rect_of(item: QQuickItem) -> QRect:
    # The whole item: a field's bounding rectangle is that of its words.
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).toAlignedRect()


def middle(item: QQuickItem) -> QPoint:
    return rect_of(item).center()


def inside(item: QQuickItem, window: QQuickWindow) -> bool:
    return QRect(0, 0, window.width(), window.height()).contains(rect_of(item))
