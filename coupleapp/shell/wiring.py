"""The desks over open rooms: the session, breathing, reminders, and what passes between them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from coupleapp.application.ports import WakeLock
from coupleapp.desktop.attention import Attention
from coupleapp.desktop.autostart import this_autostart
from coupleapp.desktop.notifier import Notifier
from coupleapp.desktop.sound import Tones
from coupleapp.reminders import Reminders
from coupleapp.shell.appearance import AppearanceController
from coupleapp.shell.breathing_sound import BreathingSound
from coupleapp.shell.closing import ClosingController
from coupleapp.shell.models import Rooms
from coupleapp.shell.reminder_controller import ReminderController
from coupleapp.shell.session_controller import SessionController
from coupleapp.shell.surroundings import look_around
from coupleapp.ui.base.windows import Windows


@dataclass(frozen=True, slots=True)
class House:
    """What stands before anything is read from disk."""

    stage: Windows
    frame: QQuickWindow
    tones: Tones
    looks: AppearanceController
    awake: WakeLock
    door: ClosingController
    worker: ThreadPoolExecutor
    aside: Callable[[Callable[[], None]], None]
    page: Callable[[], str]
    folder: Path
    data_dir: Path | None


class Desks(QObject):
    """Built over one store, taken down before it closes.

    Signals:
        turned: A page is wanted as it stands now, by its name.
        shown: A page is wanted that is made ready, by its name.
        forward: The main window is wanted in front.
    """

    turned = Signal(str)
    shown = Signal(str)
    forward = Signal()
    _found = Signal(object)

    def __init__(self, rooms: Rooms, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._house = house
        self.breath = BreathingSound(rooms.breath_model, house.tones, house.looks.play, self)
        self.session = SessionController(rooms, house.tones, house.awake, house.worker.submit, self)
        self._notifier = Notifier(house.door.tray, self)
        self._attention = Attention()
        reason = QCoreApplication.translate("Desks", "To bring the quiet moment of the evening")
        self._login = this_autostart(house.folder, house.data_dir, reason)
        self._reminder = ReminderController(
            rooms,
            house.stage,
            house.tones,
            self._attention,
            self._notifier,
            house.aside,
            breathes=lambda: house.frame.isVisible() and house.page() == "breathe",
            in_front=house.frame.isVisible,
            at_home=lambda: house.frame.isActive() and house.page() == "home",
            parent=self,
        )
        self.reminders = Reminders(rooms.clock, rooms.reminding, self)
        self._wire_session()
        self._wire_reminders()
        self._wire_door()

    def start(self) -> None:
        """Begin to remind."""
        self._rooms.evening_model.keep_overdue()
        self.reminders.start()
        self._login.refresh()
        self._look_around()

    def stop(self) -> None:
        """Stop whatever runs by itself."""
        self.reminders.stop()
        self._rooms.session_model.leave()
        self.breath.stop()
        self._notifier.withdraw()

    @Slot()
    def settings_changed(self) -> None:
        """Something was chosen."""
        self._house.door.settle()
        self.reminders.check()
        self._say_rest()

    def _wire_session(self) -> None:
        rooms, session = self._rooms, self.session
        rooms.session_model.tone.connect(self._house.looks.play)
        rooms.programme_model.changed.connect(rooms.refresh_home)
        session.began.connect(self.breath.get_ready)
        session.began.connect(lambda: self.shown.emit("session"))
        session.began.connect(self._reminder.make_room)
        session.ended.connect(lambda: self.turned.emit("home"))
        session.ended.connect(self.reminders.check)
        session.choosing.connect(lambda: self.shown.emit("choose"))
        self._house.frame.visibleChanged.connect(session.wait_behind_a_closed_window)

    def _wire_reminders(self) -> None:
        desk = self._reminder
        self.reminders.due.connect(desk.remind)
        desk.gone.connect(self.reminders.check)
        desk.page.connect(self._bring)
        desk.begin.connect(self._begin)
        desk.come_back.connect(self.session.come_back)
        desk.come_back.connect(self.forward)
        model = self._rooms.reminders_model
        model.lookAsked.connect(self._look_around)
        model.loginAsked.connect(self._switch_login)
        model.leaving.connect(QGuiApplication.quit)
        self._found.connect(model.see)
        self._found.connect(self._rooms.refresh_home)
        self._rooms.home_model.loginAnswered.connect(self._answer_login)
        self._rooms.home_model.wakeAsked.connect(lambda: model.rest(0))

    def _wire_door(self) -> None:
        rooms, door = self._rooms, self._house.door
        door.follow(lambda: rooms.couples.settings.closing, lambda: self._reminder.open)
        rooms.stays = lambda: door.stays
        door.tray.opened.connect(self.forward)
        door.tray.eveningAsked.connect(self._reminder.open_evening)
        door.tray.restAsked.connect(rooms.reminders_model.rest)
        self._say_rest()

    @Slot(str)
    def _bring(self, page: str) -> None:
        # Nobody is thrown out of a talk.
        if self._rooms.session_model.leader is None:
            self.turned.emit(page)
        self.forward.emit()

    @Slot(str)
    def _begin(self, key: str) -> None:
        self.session.begin(key, "")
        self.forward.emit()

    def _say_rest(self) -> None:
        self._house.door.tray.say(self._rooms.reminders_model.props.resting)

    @Slot()
    def _look_around(self) -> None:
        login = self._login.state()
        self._house.aside(lambda: self._found.emit(look_around(self._attention, login)))

    @Slot(bool)
    def _switch_login(self, on: bool) -> None:
        self._login.switch(on)
        self._look_around()

    @Slot(bool)
    def _answer_login(self, yes: bool) -> None:
        couples = self._rooms.couples
        couples.choose(replace(couples.settings, login_asked=True))
        if yes:
            self._switch_login(yes)
        self._rooms.refresh_home()
