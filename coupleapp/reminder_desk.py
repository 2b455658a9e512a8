"""Brings the small window when something is due and nothing speaks against it, or when asked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from coupleapp.desktop.attention import GAP_S, Attention, Hold
from coupleapp.desktop.notifier import Notifier
from coupleapp.desktop.sound import Tone, Tones
from coupleapp.domain.reminders import Reminder, ReminderKind
from coupleapp.rooms import Rooms
from coupleapp.ui.popup import SmallWindow
from coupleapp.ui.question_model import outside_words
from coupleapp.ui.window import Stage

LIGHTER = "quiet_together"
"""What two who come back after quiet days are offered first."""

Aside = Callable[[Callable[[], None]], None]


class ReminderDesk(QObject):
    """At most one small window: never over a talk, a film, a call, a presentation or typing.

    What is held is not dropped: it stays due until its window ends, and is looked at again.

    Signals:
        gone: The small window was closed, or may be tried again.
        page: A page is wanted, by its name.
        begin: A sitting is wanted, by its format.
        come_back: They would go on with the talk that waits.
    """

    gone = Signal()
    page = Signal(str)
    begin = Signal(str)
    come_back = Signal()
    _looked = Signal(object, object)

    def __init__(
        self,
        rooms: Rooms,
        stage: Stage,
        tones: Tones,
        attention: Attention,
        notifier: Notifier,
        aside: Aside,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._tones = tones
        self._attention = attention
        self._notifier = notifier
        self._aside = aside
        self._small = SmallWindow(stage, self)
        self._looking = False
        self._told: Reminder | None = None
        self._pressed: Reminder | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.setInterval(max(250, round(GAP_S * 1000 / rooms.clock.speed)))
        self._again.timeout.connect(self.gone)
        self._looked.connect(self._decide)
        notifier.pressed.connect(self._show_what_was_told)
        rooms.home_model.eveningAsked.connect(self.open_evening)
        rooms.home_model.inviteTaken.connect(self._take)
        rooms.question_model.accepted.connect(self._accept)
        rooms.question_model.answered.connect(self._close)
        rooms.evening_model.closed.connect(self._close)
        rooms.evening_model.changed.connect(rooms.refresh_home)

    @property
    def open(self) -> bool:
        """Whether the small window is there."""
        return self._small.open

    @Slot(object)
    def remind(self, reminder: Reminder) -> None:
        """Show it once, without taking the keyboard; later, while something speaks against it."""
        if self._looking or self._busy(reminder):
            return
        self._looking = True
        # Asking the desktop goes over its bus, and may take its time.
        self._aside(lambda: self._looked.emit(reminder, self._attention.holds()))

    @Slot()
    def open_evening(self) -> None:
        """Show tonight because somebody asked."""
        couple = self._rooms.couples.couple
        if couple is None:
            return
        if not self._small.open or self._rooms.question_model.props.asking:
            self._rooms.question_model.drop()
            self._rooms.evening_model.open(couple)
        self._appear(active=True)

    def _busy(self, reminder: Reminder) -> bool:
        leader, asked = self._rooms.session_model.leader, self._rooms.question_model.reminder
        talks = not (leader is None or leader.held or leader.over or leader.state.waits_until)
        # One that nobody answered yesterday makes room for today's.
        waiting = asked is not None and asked.evening < reminder.evening
        return talks or (self._small.open and not waiting)

    @Slot(object, object)
    def _decide(self, reminder: Reminder, hold: Hold | None) -> None:
        self._looking = False
        if hold is Hold.TYPING:
            self._again.start()
        elif hold is Hold.DO_NOT_DISTURB:
            self._tell(reminder)
        elif hold is None:
            self._show(reminder)

    def _tell(self, reminder: Reminder) -> None:
        """Where the desktop keeps things quiet, it also keeps a note for later."""
        if self._told != reminder:
            self._told = reminder
            self._pressed = reminder
            self._notifier.tell("Nearer", outside_words())

    @Slot()
    def _show_what_was_told(self) -> None:
        reminder, self._pressed = self._pressed, None
        if reminder is not None and not self._busy(reminder):
            self._show(reminder, active=True)

    def _show(self, reminder: Reminder, *, active: bool = False) -> None:
        rooms = self._rooms
        if self._busy(reminder) or reminder not in rooms.reminding.due():
            return
        tonight = reminder.kind is ReminderKind.APPRECIATION
        done = tonight and rooms.evenings.evening(reminder.evening).revealed
        if not rooms.reminding.claim(reminder) or done:
            return
        self._notifier.withdraw()
        self._tones.load()
        self._tones.play(Tone.EVENING)
        rooms.question_model.ask(reminder)
        self._appear(active=active)

    def _appear(self, *, active: bool) -> None:
        self._small.appear(self._rooms.question_model, self._rooms.evening_model, active=active)

    @Slot(str)
    def _accept(self, name: str) -> None:
        couple = self._rooms.couples.couple
        if name == ReminderKind.APPRECIATION and couple is not None:
            self._rooms.evening_model.open(couple)
            return
        self._close()
        match ReminderKind(name):
            case ReminderKind.RETURN:
                self.come_back.emit()
            case ReminderKind.ACTIVITY | ReminderKind.PICK:
                self.page.emit("activities")
            case ReminderKind.LOOK_BACK:
                self.page.emit("notebook")
            case ReminderKind.RITUAL:
                pass
            case _:
                self.page.emit("home")

    @Slot(str)
    def _take(self, name: str) -> None:
        """What Home invites to, taken there."""
        kind, rooms = ReminderKind(name), self._rooms
        rooms.reminding.take(kind)
        match kind:
            case ReminderKind.WELCOME:
                self.begin.emit(LIGHTER)
            case ReminderKind.CHECK_IN:
                self.begin.emit(rooms.check_in())
            case ReminderKind.PICK:
                self.page.emit("activities")
            case ReminderKind.LOOK_BACK:
                self.page.emit("notebook")
            case _:
                self.page.emit("home")

    @Slot()
    def _close(self) -> None:
        self._rooms.question_model.drop()
        self._small.go()
        if self._rooms.session_model.leader is None:
            self._tones.unload()
        self.gone.emit()
