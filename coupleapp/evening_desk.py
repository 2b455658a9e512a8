"""Brings the evening's small window when it is due, or when somebody asks for it."""

from PySide6.QtCore import QObject, Signal, Slot

from coupleapp.desktop.sound import Tone, Tones
from coupleapp.domain.rituals import Reminder, ReminderKind
from coupleapp.rooms import Rooms
from coupleapp.ui.popup import EveningPopup
from coupleapp.ui.window import Stage


class EveningDesk(QObject):
    """At most one small window, never while a session runs.

    Signals:
        gone: The small window was closed.
        come_back_asked: They would go on with the talk that waits.
    """

    gone = Signal()
    come_back_asked = Signal()

    def __init__(self, rooms: Rooms, stage: Stage, tones: Tones, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._tones = tones
        self._popup = EveningPopup(stage)
        rooms.home_model.eveningAsked.connect(self.open_now)
        rooms.evening_model.closed.connect(self._close)
        rooms.evening_model.changed.connect(self._show_on_home)
        rooms.evening_model.comeBackAsked.connect(self.come_back_asked)

    @Slot(object)
    def remind(self, reminder: Reminder) -> None:
        """Show it once, without taking the keyboard; what cannot be claimed is not shown."""
        rooms, leader = self._rooms, self._rooms.session_model.leader
        rests = leader is None or leader.held or leader.over or leader.state.waits_until
        # One that nobody answered yesterday makes room for today's.
        waiting = rooms.evening_model.asks_about_another(reminder)
        if not rests or (self._popup.open and not waiting):
            return
        if reminder.kind is ReminderKind.RETURN:
            done = rooms.sessions.waiting() is None
        else:
            done = rooms.evenings.evening(reminder.evening).revealed
        if rooms.couples.couple is None or not rooms.evenings.claim(reminder) or done:
            return
        self._tones.load()
        self._tones.play(Tone.EVENING)
        rooms.evening_model.open(rooms.couples.couple, reminder)
        self._popup.appear(rooms.evening_model, active=False)

    @Slot()
    def open_now(self) -> None:
        """Show it because somebody asked."""
        if self._rooms.couples.couple is None:
            return
        if not self._popup.open or self._rooms.evening_model.props.stage == "return":
            self._rooms.evening_model.open(self._rooms.couples.couple, None)
        self._popup.appear(self._rooms.evening_model, active=True)

    @Slot()
    def _close(self) -> None:
        self._popup.go()
        if self._rooms.session_model.leader is None:
            self._tones.unload()
        self.gone.emit()

    @Slot()
    def _show_on_home(self) -> None:
        self._rooms.refresh_home()
