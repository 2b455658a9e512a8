"""Brings the small window when something is due and nothing speaks against it, or when asked."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from coupleapp.desktop.attention import GAP_S, Attention, Hold
from coupleapp.desktop.notifier import Notifier
from coupleapp.desktop.sound import Tone
from coupleapp.domain.reminders.kinds import INVITATIONS, Reminder, ReminderKind
from coupleapp.shell.asking import Asking
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.under_way import UnderWay
from coupleapp.shell.use_cases import Aside, UseCases
from coupleapp.ui.agreements.agreements_model import AgreementsModel
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.reminders.ask_model import AskModel, outside_words
from coupleapp.ui.reminders.evening_model import EveningModel
from coupleapp.ui.reminders.small_window import SmallWindow

LIGHTER = "quiet_together"
"""What two who come back after quiet days are offered first."""

PAGES = {
    ReminderKind.ACTIVITY: PageName.ACTIVITIES,
    ReminderKind.PICK: PageName.ACTIVITIES,
    ReminderKind.LOOK_BACK: PageName.NOTEBOOK,
    ReminderKind.REVIEW: PageName.AGREEMENTS,
}
"""Where a kind leads to, if not Home."""


class ReminderController(QObject):
    """At most one small window: never over a talk, a film, a call, a presentation or typing.

    What is held is not dropped: it stays due until its window ends, and is looked at again. A
    question that nobody answers goes when its window ends.

    ``gone``: the small window was closed, or may be tried again. ``took_screen``: somebody asked
    for it, and it has the keyboard.
    """

    gone = Signal()
    page = Signal(object)
    begin = Signal(str)
    come_back = Signal()
    took_screen = Signal()

    def __init__(
        self,
        use: UseCases,
        pages: Pages,
        window: MainWindow,
        under_way: UnderWay,
        attention: Attention,
        notifier: Notifier,
        aside: Aside,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._window = window
        self._notifier = notifier
        self._under_way = under_way
        self._agreements = pages.model(AgreementsModel)
        stems = [stem.text for stem in use.library.programme.stems]
        self.ask = AskModel(use.reminding)
        self.evening = EveningModel(use.evenings, use.drafts, stems)
        models = {"question": self.ask, "evening": self.evening}
        self._small = SmallWindow(window.windows, "SmallWindow", models, self._shown, self)
        self._told: Reminder | None = None
        self._pressed: Reminder | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.setInterval(max(250, round(GAP_S * 1000 / use.clock.speed)))
        self._again.timeout.connect(self.gone)
        self._asking = Asking(attention, aside, use.clock, self)
        self._asking.looked.connect(self._decide)
        self._asking.over.connect(self._close)
        notifier.pressed.connect(self._show_what_was_told)
        home = pages.model(HomeModel)
        home.eveningAsked.connect(self.open_evening)
        home.inviteTaken.connect(self._take)
        self.ask.accepted.connect(self._accept)
        self.ask.answered.connect(self._close)
        self.evening.closed.connect(self._close)
        self.evening.changed.connect(home.refresh)

    @property
    def open(self) -> bool:
        """Whether the small window is there."""
        return self._small.open

    @property
    def written_in(self) -> bool:
        """Whether the small window has the keyboard."""
        return self._small.active

    @property
    def _at_home(self) -> bool:
        """Whether they are looking at Home, where every invitation stands already."""
        return self._window.shows(PageName.HOME) and self._window.frame.isActive()

    @Slot(object)
    def remind(self, reminder: Reminder) -> None:
        """Show it once, without taking the keyboard; later, while something speaks against it."""
        seen = reminder.kind in INVITATIONS and self._at_home
        if not (self._busy() or seen):
            self._asking.look(reminder)

    @Slot()
    def open_evening(self) -> None:
        """Show tonight because somebody asked."""
        couple = self._use.couples.couple
        if couple is None:
            return
        ask, evening = self.ask, self.evening
        if not self._small.open or ask.props.asking or evening.stale:
            ask.drop()
            self._asking.stop()
            evening.open_tonight(couple)
            self._count_as_shown()
        self._appear(active=True)

    def _count_as_shown(self) -> None:
        """Opened by themselves within the evening's window, it need not be asked any more."""
        due = self._use.reminding.due()
        for reminder in (one for one in due if one.kind is ReminderKind.APPRECIATION):
            self._use.reminding.claim(reminder)

    @Slot()
    def make_room(self) -> None:
        """Close the small window because a talk begins; what was typed in it is kept."""
        if self._small.open:
            self._close()

    def _busy(self) -> bool:
        asking = self.ask.props.asking
        taken = self._small.open and (asking or not self.evening.stale)
        return self._under_way.something or taken

    @Slot(object, object)
    def _decide(self, reminder: Reminder, hold: Hold | None) -> None:
        if hold is Hold.TYPING:
            self._again.start()
        elif hold is Hold.DO_NOT_DISTURB:
            self._tell(reminder)
        elif hold is None:
            self._show(reminder)

    def _tell(self, reminder: Reminder) -> None:
        """Send a notification, which a desktop that keeps things quiet shows later."""
        if self._told != reminder:
            self._told = reminder
            self._pressed = reminder
            self._notifier.tell("Nearer", outside_words())

    @Slot()
    def _show_what_was_told(self) -> None:
        reminder, self._pressed = self._pressed, None
        if reminder is not None and not self._show(reminder, active=True):
            # Its window has ended since; it said "whenever it suits".
            self.page.emit(PageName.HOME)

    def _show(self, reminder: Reminder, *, active: bool = False) -> bool:
        use = self._use
        if self._busy() or reminder not in use.reminding.due():
            return False
        tonight = reminder.kind is ReminderKind.APPRECIATION
        done = tonight and use.evenings.evening(reminder.evening).revealed
        if not use.reminding.claim(reminder) or done:
            return False
        self._notifier.withdraw()
        self._window.tones.load()
        self._window.tones.play(Tone.EVENING)
        self.evening.leave()
        self.ask.ask(reminder)
        self._asking.begin()
        self._appear(active=active)
        return True

    def _shown(self) -> object:
        return self.ask.reminder, self.evening.props.stage, self.evening.props.asked

    def _appear(self, *, active: bool) -> None:
        if active:
            self.took_screen.emit()
        self._small.appear(active=active)

    @Slot(str)
    def _accept(self, name: str) -> None:
        couple, evening = self._use.couples.couple, self.evening
        if name == ReminderKind.APPRECIATION and couple is not None:
            if evening.open_tonight(couple):
                self._asking.stop()
                self.ask.drop()
            else:
                self.ask.say(evening.props.trouble)
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
        """They take on Home what it invites to."""
        kind, use = ReminderKind(name), self._use
        use.reminding.take(kind)
        match kind:
            case ReminderKind.WELCOME:
                self.begin.emit(LIGHTER)
            case ReminderKind.CHECK_IN:
                self.begin.emit(use.sitting_down.check_in())
            case _:
                self._lead_to(kind)

    def _lead_to(self, kind: ReminderKind) -> None:
        self.page.emit(PAGES.get(kind, PageName.HOME))
        if kind is ReminderKind.REVIEW:
            self._agreements.look_at_due()

    @Slot()
    def _close(self) -> None:
        if not self._small.open:
            return
        self._asking.stop()
        self.ask.drop()
        self._small.go()
        self.evening.leave()
        if not (self._under_way.talk or self._under_way.breath):
            self._window.tones.unload()
        self.gone.emit()
