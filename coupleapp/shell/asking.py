"""How a question comes: as quietly as the desktop allows, and for how long it stands."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from coupleapp.application.ports import Clock
from coupleapp.desktop.attention import GAP_S, Attention, Hold, Room
from coupleapp.desktop.notifier import Notifier
from coupleapp.domain.reminders.due import WINDOW
from coupleapp.domain.reminders.kinds import Reminder
from coupleapp.shell.use_cases import Aside
from coupleapp.ui.reminders.ask_model import AskModel, outside_words, short_answers

PATIENCE_MS = 30_000
"""How often it is looked whether an unanswered question has been there long enough."""


class Asking(QObject):
    """The steps, from the quietest: Home, a notification of the desktop's own, a window.

    Home has it in any case. A window comes by itself only where nothing speaks against it; where
    that cannot be told, the desktop is asked to notify, and a window comes when that was pressed.

    Signals:
        opens: Its window is to come: whether it was asked for, and on which screen, or None.
        too_late: It was pressed, and is not to be asked any more.
        again: What spoke against it may be over.
        over: Nobody has answered. Next morning it would come in the middle of a day.
    """

    opens = Signal(bool, object)
    too_late = Signal()
    again = Signal()
    over = Signal()
    _found = Signal(int, object, object, bool)

    def __init__(
        self,
        ask: AskModel,
        take: Callable[[Reminder], bool],
        attention: Attention,
        notifier: Notifier,
        aside: Aside,
        clock: Clock,
        parent: QObject,
    ) -> None:
        """``take``: takes the right to ask this now, once; False where there is none."""
        super().__init__(parent)
        self._ask = ask
        self._take = take
        self._attention = attention
        self._notifier = notifier
        self._aside = aside
        self._clock = clock
        self._looking = False
        self._looks = 0
        self._told: Reminder | None = None
        self._began_at: datetime | None = None
        self._patience = QTimer(self, interval=max(250, round(PATIENCE_MS / clock.speed)))
        self._patience.timeout.connect(self._tick)
        self._gap = QTimer(self, singleShot=True)
        self._gap.setInterval(max(250, round(GAP_S * 1000 / clock.speed)))
        self._gap.timeout.connect(self.again)
        self._found.connect(self._decide)
        notifier.pressed.connect(self._open_what_was_told)
        notifier.answered.connect(self._answer_what_was_told)

    @property
    def stands(self) -> bool:
        """Whether a question waits for its answer, in a window or in a notification."""
        return self._began_at is not None

    def look(self, reminder: Reminder) -> None:
        """Ask it, if the desktop lets it come and no other waits for its answer."""
        if self._looking or self._ask.reminder is not None:
            return
        self._looking = True
        number = self._looks
        self._aside(lambda: self._ask_the_desktop(number, reminder))

    def end(self) -> None:
        """It was answered, or is gone; what the desktop has not answered yet counts no more."""
        self._looking = False
        self._looks += 1
        self._patience.stop()
        self._began_at = None
        self._ask.drop()
        self._take_back()

    def _ask_the_desktop(self, number: int, reminder: Reminder) -> None:
        """On another thread: it goes over the desktop's bus, and may take its time."""
        seen: Hold | Room = Hold.UNSURE
        pressable = False
        try:
            seen = self._attention.look()
            pressable = seen is Hold.UNSURE and self._notifier.can_be_pressed()
        finally:
            # The notebook may have been closed since, and this with it.
            with suppress(RuntimeError):
                self._found.emit(number, reminder, seen, pressable)

    @Slot(int, object, object, bool)
    def _decide(self, number: int, reminder: Reminder, seen: Hold | Room, pressable: bool) -> None:
        if number != self._looks:
            return
        self._looking = False
        match seen:
            case Room():
                self._open(reminder, seen)
            case Hold.TYPING:
                self._gap.start()
            case Hold.DO_NOT_DISTURB if self._told != reminder:
                # Shown when quiet is over; a window comes then, too.
                self._tell(reminder)
            case Hold.UNSURE if pressable and self._tell(reminder):
                # What was not told is not used up.
                if self._take(reminder):
                    self._ask.ask(reminder)
                else:
                    self.end()

    def _open(self, reminder: Reminder, room: Room) -> None:
        screen = _free_screen(room)
        if screen is not None and self._take(reminder):
            self._take_back()
            self._begin(reminder)
            self.opens.emit(False, screen)  # noqa: FBT003

    def _begin(self, reminder: Reminder) -> None:
        self._ask.ask(reminder)
        self._be_patient()

    def _be_patient(self) -> None:
        self._began_at = self._clock.now()
        self._patience.start()

    def _tell(self, reminder: Reminder) -> bool:
        if not self._notifier.tell("Nearer", outside_words(), short_answers()):
            return False
        self._told = reminder
        self._be_patient()
        return True

    def _take_back(self) -> None:
        self._told = None
        self._notifier.withdraw()

    @Slot()
    def _open_what_was_told(self) -> None:
        reminder = self._told
        if reminder is None:
            return
        if not self._is_still_asked(reminder):
            # It said "whenever it suits".
            self.end()
            self.too_late.emit()
            return
        self._take_back()
        self._begin(reminder)
        self.opens.emit(True, None)  # noqa: FBT003

    @Slot(str)
    def _answer_what_was_told(self, name: str) -> None:
        reminder = self._told
        if reminder is None:
            return
        if not self._is_still_asked(reminder):
            self.end()
            return
        self._take_back()
        self._begin(reminder)
        self._ask.answer(name)
        if self.stands:
            # It could not be kept: the question says so, and they may try again.
            self.opens.emit(True, None)  # noqa: FBT003

    def _is_still_asked(self, reminder: Reminder) -> bool:
        """Whether an answer counts: it may have lain in a list until the next morning."""
        return self._ask.reminder == reminder or self._take(reminder)

    @Slot()
    def _tick(self) -> None:
        if self._began_at is not None and abs(self._clock.now() - self._began_at) >= WINDOW:
            self.over.emit()


def _free_screen(room: Room) -> QScreen | None:
    """The first on which nothing is covered, theirs before the others; None keeps it due."""
    theirs = QGuiApplication.primaryScreen()
    if room.screens is None:
        return theirs
    every = [theirs, *QGuiApplication.screens()]
    return next((screen for screen in every if screen.name() in room.screens), None)
