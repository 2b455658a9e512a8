"""Asks when something is due and nothing speaks against it; brings the evening when asked."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QScreen

from coupleapp.desktop.attention import Attention
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
from coupleapp.ui.reminders.ask_model import AskModel
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
    """At most one question: never over a talk, a film, a call, a presentation or typing.

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
        self._under_way = under_way
        self._agreements = pages.model(AgreementsModel)
        stems = [stem.text for stem in use.library.programme.stems]
        self.ask = AskModel(use.reminding)
        self.evening = EveningModel(use.evenings, use.drafts, stems)
        models = {"question": self.ask, "evening": self.evening}
        self._small = SmallWindow(window.windows, "SmallWindow", models, self._shown, self)
        self._asking = Asking(
            self.ask, self._take_right, attention, notifier, aside, use.clock, self
        )
        self._asking.opens.connect(self._show)
        self._asking.too_late.connect(self._lead_home)
        self._asking.again.connect(self.gone)
        self._asking.over.connect(self._close)
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
    def unanswered(self) -> Reminder | None:
        """The evening's question, while nobody has answered it."""
        asked = self.ask.reminder
        return asked if asked and asked.kind is ReminderKind.APPRECIATION else None

    @property
    def _in_use(self) -> bool:
        """Whether they use Nearer now: every invitation stands on Home already."""
        return self._window.frame.isActive()

    @Slot(object)
    def remind(self, reminder: Reminder) -> None:
        """Ask it once, without taking the keyboard; later, while something speaks against it."""
        waits = reminder.kind in INVITATIONS and self._in_use
        if not (self._busy() or waits):
            self._asking.look(reminder)

    @Slot()
    def open_evening(self) -> None:
        """Show tonight because somebody asked."""
        couple = self._use.couples.couple
        if couple is None:
            return
        evening = self.evening
        if not self._small.open or self.ask.props.asking or evening.stale:
            self._asking.end()
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
        """Nothing is asked any more, because a talk begins; what was typed is kept."""
        self._close()

    def ask_again(self) -> None:
        """What is being asked was not seen.

        Raises:
            StoreError: It could not be kept.
        """
        if self.ask.reminder is not None:
            self._use.reminding.ask_again(self.ask.reminder)

    def _busy(self) -> bool:
        asking = self.ask.props.asking
        taken = self._small.open and (asking or not self.evening.stale)
        return self._under_way.something or taken

    def _take_right(self, reminder: Reminder) -> bool:
        use = self._use
        if self._busy() or reminder not in use.reminding.due():
            return False
        tonight = reminder.kind is ReminderKind.APPRECIATION
        done = tonight and use.evenings.evening(reminder.evening).revealed
        return use.reminding.claim(reminder) and not done

    @Slot(bool, object)
    def _show(self, active: bool, screen: QScreen | None) -> None:
        self._window.tones.load()
        self._window.tones.play(Tone.EVENING)
        self.evening.leave()
        self._appear(active=active, screen=screen)

    @Slot()
    def _lead_home(self) -> None:
        self.page.emit(PageName.HOME)

    def _shown(self) -> object:
        return self.ask.reminder, self.evening.props.stage, self.evening.props.asked

    def _appear(self, *, active: bool, screen: QScreen | None = None) -> None:
        if active:
            self.took_screen.emit()
        self._small.appear(active=active, screen=screen)

    @Slot(str)
    def _accept(self, name: str) -> None:
        couple, evening = self._use.couples.couple, self.evening
        if name == ReminderKind.APPRECIATION and couple is not None:
            if evening.open_tonight(couple):
                self._asking.end()
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
        stood = self._small.open or self._asking.stands
        self._asking.end()
        if not stood:
            return
        self._small.go()
        self.evening.leave()
        if not (self._under_way.talk or self._under_way.breath):
            self._window.tones.unload()
        self.gone.emit()
