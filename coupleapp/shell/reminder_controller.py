"""Brings the small window when something is due and nothing speaks against it, or when asked."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from coupleapp.desktop.attention import GAP_S, Attention, Hold
from coupleapp.desktop.notifier import Notifier
from coupleapp.desktop.sound import Tone, Tones
from coupleapp.domain.reminders.due import WINDOW
from coupleapp.domain.reminders.kinds import INVITATIONS, Reminder, ReminderKind
from coupleapp.shell.models import Rooms
from coupleapp.ui.base.windows import Windows
from coupleapp.ui.reminders.ask_model import outside_words
from coupleapp.ui.reminders.small_window import SmallWindow

PATIENCE_MS = 30_000
"""How often it is looked whether an unanswered question has been there long enough."""

LIGHTER = "quiet_together"
"""What two who come back after quiet days are offered first."""

PAGES = {
    ReminderKind.ACTIVITY: "activities",
    ReminderKind.PICK: "activities",
    ReminderKind.LOOK_BACK: "notebook",
    ReminderKind.REVIEW: "agreements",
}
"""Where a kind leads to, if not Home."""

Aside = Callable[[Callable[[], None]], None]


class ReminderController(QObject):
    """At most one small window: never over a talk, a film, a call, a presentation or typing.

    What is held is not dropped: it stays due until its window ends, and is looked at again. A
    question that nobody answers goes when its window ends.

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
        stage: Windows,
        tones: Tones,
        attention: Attention,
        notifier: Notifier,
        aside: Aside,
        breathes: Callable[[], bool],
        in_front: Callable[[], bool],
        at_home: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Work at these.

        Args:
            rooms: Every model and use case.
            stage: Makes the window.
            tones: The tone of the evening.
            attention: Tells what speaks against a window.
            notifier: The desktop's own notifications.
            aside: Does work on another thread.
            breathes: Whether the page of breathing is open in front of them.
            in_front: Whether the main window is there.
            at_home: Whether they are looking at Home, where every invitation stands already.
            parent: Owns it.
        """
        super().__init__(parent)
        self._rooms = rooms
        self._tones = tones
        self._attention = attention
        self._notifier = notifier
        self._aside = aside
        self._breathes = breathes
        self._in_front = in_front
        self._at_home = at_home
        self._small = SmallWindow(stage, self)
        self._looking = False
        self._told: Reminder | None = None
        self._pressed: Reminder | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.setInterval(max(250, round(GAP_S * 1000 / rooms.clock.speed)))
        self._again.timeout.connect(self.gone)
        self._asked_at: datetime | None = None
        self._patience = QTimer(self)
        self._patience.setInterval(max(250, round(PATIENCE_MS / rooms.clock.speed)))
        self._patience.timeout.connect(self._withdraw_in_time)
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
        seen = reminder.kind in INVITATIONS and self._at_home()
        if self._looking or self._busy() or seen:
            return
        self._looking = True
        self._aside(lambda: self._ask_the_desktop(reminder))

    def _ask_the_desktop(self, reminder: Reminder) -> None:
        """On another thread: it goes over the desktop's bus, and may take its time."""
        hold: Hold | None = None
        try:
            hold = self._attention.holds()
        finally:
            self._looked.emit(reminder, hold)

    @Slot()
    def open_evening(self) -> None:
        """Show tonight because somebody asked."""
        couple = self._rooms.couples.couple
        if couple is None:
            return
        question, evening = self._rooms.question_model, self._rooms.evening_model
        if not self._small.open or question.props.asking or evening.stale:
            question.drop()
            self._patience.stop()
            evening.open(couple)
            self._count_as_shown()
        self._appear(active=True)

    def _count_as_shown(self) -> None:
        """Who comes by themselves within the evening's window need not be asked any more."""
        due = self._rooms.reminding.due()
        for reminder in (one for one in due if one.kind is ReminderKind.APPRECIATION):
            self._rooms.reminding.claim(reminder)

    @Slot()
    def make_room(self) -> None:
        """They sit down: the small window goes, and what was typed in it waits."""
        if self._small.open:
            self._close()

    def _busy(self) -> bool:
        leader = self._rooms.session_model.leader
        talks = not (leader is None or leader.over or leader.state.waits_until)
        if talks and leader is not None and leader.held:
            talks = self._in_front()
        asking = self._rooms.question_model.props.asking
        taken = self._small.open and (asking or not self._rooms.evening_model.stale)
        return talks or taken or self._breathes()

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
        if reminder is not None and not self._show(reminder, active=True):
            # Its window has ended since; it said "whenever it suits".
            self.page.emit("home")

    def _show(self, reminder: Reminder, *, active: bool = False) -> bool:
        rooms = self._rooms
        if self._busy() or reminder not in rooms.reminding.due():
            return False
        tonight = reminder.kind is ReminderKind.APPRECIATION
        done = tonight and rooms.evenings.evening(reminder.evening).revealed
        if not rooms.reminding.claim(reminder) or done:
            return False
        self._notifier.withdraw()
        self._tones.load()
        self._tones.play(Tone.EVENING)
        rooms.question_model.ask(reminder)
        self._asked_at = rooms.clock.now()
        self._patience.start()
        self._appear(active=active)
        return True

    @Slot()
    def _withdraw_in_time(self) -> None:
        """Answered next morning, it would come in the middle of a day."""
        now = self._rooms.clock.now()
        if self._asked_at is not None and abs(now - self._asked_at) >= WINDOW:
            self._close()

    def _appear(self, *, active: bool) -> None:
        self._small.appear(self._rooms.question_model, self._rooms.evening_model, active=active)

    @Slot(str)
    def _accept(self, name: str) -> None:
        couple, evening = self._rooms.couples.couple, self._rooms.evening_model
        if name == ReminderKind.APPRECIATION and couple is not None:
            if evening.open(couple):
                self._patience.stop()
                self._rooms.question_model.drop()
            else:
                self._rooms.question_model.say(evening.props.trouble)
            return
        self._close()
        match ReminderKind(name):
            case ReminderKind.RETURN:
                self.come_back.emit()
            case ReminderKind.RITUAL:
                pass
            case kind:
                self._lead_to(kind)

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
            case _:
                self._lead_to(kind)

    def _lead_to(self, kind: ReminderKind) -> None:
        self.page.emit(PAGES.get(kind, "home"))
        if kind is ReminderKind.REVIEW:
            self._rooms.agreements_model.look_at_due()

    @Slot()
    def _close(self) -> None:
        if not self._small.open:
            return
        self._patience.stop()
        self._rooms.question_model.drop()
        self._small.go()
        if self._rooms.session_model.leader is None and not self._breathes():
            self._tones.unload()
        self.gone.emit()
