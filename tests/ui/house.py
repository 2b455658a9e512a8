"""The real composition over a real store, and hands, eyes and ears as a couple has them."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QClipboard,
    QGuiApplication,
    QWindow,
)
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.exceptions import TimeoutError as WaitedInVain

from coupleapp.application.ports import StoreError
from coupleapp.desktop.attention import Detected, Hold, Room
from coupleapp.desktop.autostart.base import AutostartState
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.screen_capture import ScreenCapture
from coupleapp.desktop.screen_lock import ScreenLock
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.keys import KeyPlace
from coupleapp.domain.settings import Closing
from coupleapp.packs import load_programme
from coupleapp.shell.app import App
from coupleapp.shell.options import Options
from coupleapp.shell.platform_services import PlatformServices
from coupleapp.ui.base.input_guard import PressClock
from coupleapp.ui.base.navigation import PageName
from tests.application.hands import HandClock
from tests.domain.guided_session.sessions import a_plan, a_way_on

Role = QAccessible.Role
PRESSED = {Role.Button, Role.CheckBox}
REACHABLE = PRESSED | {Role.EditableText, Role.Slider, Role.ComboBox}

read_programme = cache(load_programme)
PROGRAMME = read_programme(resource_folder() / "programme").programme


class Desktop:
    """What speaks against a window now: nothing, unless a test says so."""

    def __init__(self) -> None:
        self.hold = None
        self.idle = None

    def look(self) -> Hold | Room:
        return self.hold or Room(None)

    def idle_s(self):
        return self.idle

    def detected(self) -> Detected:
        return Detected(window=True, full_screen=True, do_not_disturb=False, call=False, idle=False)


class Notes(QObject):
    """What the desktop's own notifications would say, and whether they can be pressed."""

    pressed = Signal()
    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pressable = True
        self.takes = True
        self.told: list[tuple[str, str]] = []
        self.answers: list[dict[str, str]] = []

    def can_be_pressed(self) -> bool:
        return self.pressable

    def tell(self, title: str, words: str, answers: dict[str, str]) -> bool:
        if not self.takes:
            return False
        self.told.append((title, words))
        self.answers.append(answers)
        return True

    def withdraw(self) -> None:
        self.told.clear()


class Login:
    """What the system says of beginning at login, until it says something else."""

    says = AutostartState.IMPOSSIBLE

    def __init__(self) -> None:
        self.asked: list[bool] = []

    def state(self) -> AutostartState:
        return self.says

    def switch(self, on: bool) -> AutostartState:
        self.asked.append(on)
        return self.says

    def refresh(self) -> None:
        pass


class WakeLock:
    """Remembers whether the screen is kept on."""

    held = False

    def hold(self) -> bool:
        self.held = True
        return True

    def release(self) -> None:
        self.held = False


class Hands:
    """Hands that take their time, unless a test says that they are quick: seconds from the last."""

    pause_s = 2.0

    def __init__(self) -> None:
        self._at = 0.0

    def __call__(self) -> float:
        self._at += self.pause_s
        return self._at


class Inline(Executor):
    """What the app hands aside is done here and now."""

    def submit(self, fn, /, *args, **kwargs):
        done: Future = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as in a pool
            done.set_exception(error)
        return done


class House:
    """The app as it is composed, on a computer of which tests hold every string."""

    def __init__(
        self, folder: Path, qtbot, *, opens: bool = True, later=0, leave=None, **chosen
    ) -> None:
        """``opens``: whether its notebook can be opened; ``later``: seconds after the others.

        ``leave``: how this system leaves a window out of pictures of the screen.
        """
        self.qtbot = qtbot
        self.clock = HandClock()
        self.clock.move_wall(later)
        self.warnings: list[str] = []
        self.desktop, self.notes, self.login = Desktop(), Notes(), Login()
        self.wake_lock = WakeLock()
        self.printed: dict[KeyPlace, str] = {}
        self.hands = Hands()
        self._elsewhere: QWindow | None = None
        folder.mkdir(exist_ok=True)
        services = PlatformServices(
            keepers=[],
            wake_lock=self.wake_lock,
            attention=self.desktop,
            notifier=lambda *_: self.notes,
            login=lambda *_: self.login,
            less_motion=lambda: True,
            printed=lambda: dict(self.printed),
            screen_lock=ScreenLock,
            captures=ScreenCapture(leave),
            press_clock=PressClock(lambda _: self.hands(), self.hands),
            worker=Inline(),
        )
        options = Options(data_dir=folder, now=self.clock.now(), **chosen)
        self.running = App(options, folder, self.clock, services, take=lambda: True)
        window = self.running.window
        self.app, self.windows, self.tones = window.app, window.windows, window.tones
        self.frame: QQuickWindow = window.frame
        self.windows.engine.warnings.connect(
            lambda found: self.warnings.extend(warning.toString() for warning in found)
        )
        # As on a screen with room; the offscreen one is smaller than the window.
        self.frame.resize(1100, 760)
        self.running.start()
        if opens:
            self.move_in()
        qtbot.waitUntil(self.frame.isActive)
        self.settle()

    def move_in(self) -> None:
        """Get to know what is open now: after the start, and once a copy was taken back."""
        self.qtbot.waitUntil(lambda: self.running.composition is not None)
        composition = self.running.composition
        self.use, self.store = composition.use, composition.use.store
        self.pages, self.navigation = composition.pages, composition.navigation
        self.reminder = composition.reminder
        self.shell: QQuickItem = self.navigation._shell
        self.models = SimpleNamespace(
            ask_model=self.reminder.ask,
            evening_model=self.reminder.evening,
            kept_board_model=self.pages.entries[PageName.LISTS].own["board"],
            **{
                _snake(type(model).__name__): model
                for entry in reversed(self.pages.entries.values())
                for model in entry.own.values()
            },
        )

    @property
    def session(self):
        return self.models.session_model

    @property
    def clipboard(self) -> QClipboard:
        return QGuiApplication.clipboard()

    @property
    def step(self) -> str:
        return self.session.props.stage

    def turn_to(self, page: str) -> None:
        self.navigation.turn_to(PageName(page))

    def come_back(self) -> None:
        self.models.home_model.comeBack()

    def sit_down(self, kind=None, who=None) -> None:
        with self.known_troubles_are_told():
            self.lead(self.use.sitting_down.begin(kind, who))

    def lead(self, leader) -> None:
        self.running.composition.session.lead(leader)

    @contextmanager
    def known_troubles_are_told(self) -> Iterator[None]:
        """As where nobody catches them: see ``App.not_caught``."""
        try:
            yield
        except StoreError as error:
            self.running.not_caught(error)

    def look_away(self) -> None:
        """They use another program."""
        self._elsewhere = QWindow()
        self.show(self._elsewhere)

    def open_evening(self) -> None:
        self.reminder.open_evening()
        self.qtbot.waitUntil(lambda: self.small_window.isActive())

    def remind(self, reminder) -> QQuickWindow | None:
        """As when it is due; the small window, if it came."""
        self.reminder.remind(reminder)
        return self.small_window

    @property
    def small_window(self) -> QQuickWindow | None:
        return self.reminder._small._window

    @staticmethod
    def windows_shown() -> list[QQuickWindow]:
        return [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]

    def sit_down_until(self, kind: str, step: type, who=None) -> None:
        """A sitting of this kind, as far as this step, by the rules alone."""
        self.sit_down(self.use.sitting_down.kind(kind), who)
        for _ in range(60):
            if isinstance(self.session.leader.state.step, step):
                self.settle()
                return
            self.session.do(a_way_on(self.session.leader.state))
        raise AssertionError(step)

    def stop_for_good(self) -> None:
        """Enough for today, and nobody takes it back."""
        self.session.stop()
        self.session.do(c.LeaveStopped())

    def deepen(self, depth: int) -> None:
        """They have come so deep together, and both are glad to."""
        self.store.programme.keep_ceilings(Ceilings(5, 5))
        deep = replace(a_plan(), theme_id="", depth=depth)
        leader = self.use.sessions.begin(deep)
        leader.handle(c.Stop())
        leader.handle(c.LeaveStopped())
        self.clock.pass_time(60)

    def show(self, window: QWindow) -> None:
        window.show()
        window.requestActivate()
        self.qtbot.waitUntil(window.isActive)

    def close_window(self) -> None:
        """Nearer waits on, as they have chosen."""
        chosen = self.use.couples.settings
        self.use.couples.choose(replace(chosen, closing=Closing.STAY))
        self.frame.close()

    def close(self) -> None:
        if self.running.composition is not None:
            self.running.composition.reminder._small.go()
        if self._elsewhere is not None:
            self._elsewhere.deleteLater()
        self.running.stop()

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
        try:
            self.qtbot.waitUntil(lambda: self.says(words, window))
        except WaitedInVain as error:
            raise AssertionError((words, self.names(window))) from error

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
    """Its name; where a password is typed that of its label, as a screen reader has it."""
    name = found.text(QAccessible.Text.Name)
    if name or not found.state().passwordEdit:
        return name
    labels = found.relations(QAccessible.RelationFlag.Label)
    return " ".join(label.text(QAccessible.Text.Name) for label, _ in labels)


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


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]
