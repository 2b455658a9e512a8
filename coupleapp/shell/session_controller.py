"""Brings a guided session on the screen and takes it off again, with tones and the screen on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from coupleapp.application.ports import WakeLock
from coupleapp.application.session_leader import SessionLeader
from coupleapp.desktop.sound import Tones
from coupleapp.domain.couple import Seat
from coupleapp.shell.models import Rooms
from coupleapp.shell.navigation import close_curtains, open_page
from coupleapp.ui.notebook.notebook_model import ALL

OUTSIDE_VIEW = "outside_view"


class SessionController(QObject):
    """At most one guided session.

    Signals:
        began: A session is on the screen.
        ended: The couple has left it.
        choosing: The page on which one chooses is wanted.
    """

    began = Signal()
    ended = Signal()
    choosing = Signal()

    def __init__(
        self,
        rooms: Rooms,
        tones: Tones,
        awake: WakeLock,
        aside: Callable[[Callable[[], object]], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rooms = rooms
        self._tones = tones
        self._awake = awake
        self._aside = aside
        rooms.home_model.sitDownAsked.connect(self.sit_down)
        rooms.home_model.comeBackAsked.connect(self.come_back)
        rooms.home_model.restAsked.connect(self._let_rest)
        rooms.home_model.outsideViewAsked.connect(self._look_from_outside)
        rooms.choose_model.chosen.connect(self.begin)
        rooms.session_model.entered.connect(self._mind_the_screen)
        rooms.session_model.ended.connect(self._leave)

    @Slot()
    def sit_down(self) -> None:
        """Begin one. A store that cannot keep it raises, and nothing has begun then."""
        self.lead(self._rooms.sit_down())

    @Slot()
    def come_back(self) -> None:
        """Go on with the talk that waits; not where none does any more, or over another one."""
        waiting, present = self._rooms.sessions.waiting(), self._rooms.session_model.leader
        busy = present is not None and not (present.over or present.state.waits_until)
        if waiting is not None and not busy:
            self.lead(self._rooms.sessions.come_back(waiting))

    @Slot()
    def _let_rest(self) -> None:
        self._rooms.let_rest()
        self._rooms.refresh_home()

    @Slot(str, str)
    def begin(self, key: str, seat: str) -> None:
        """Begin a sitting of this format, opened by this seat where it asks for one."""
        kind = self._rooms.kind(key)
        if kind is not None:
            self.lead(self._rooms.sit_down(kind, Seat(seat) if seat else None))

    @Slot()
    def _look_from_outside(self) -> None:
        open_page(self._rooms, "choose")
        self._rooms.choose_model.choose(OUTSIDE_VIEW)
        self.choosing.emit()

    def lead(self, leader: SessionLeader) -> None:
        """Put this one on the screen."""
        if self._rooms.couples.couple is not None:
            close_curtains(self._rooms)
            self._tones.load()
            self._rooms.session_model.lead(leader, self._rooms.couples.couple)
            self.began.emit()

    @Slot(bool)
    def wait_behind_a_closed_window(self, visible: bool) -> None:
        """A talk does not run on where nobody sees it, and no curtain stays open."""
        if not visible:
            self._rooms.session_model.hold()
            self._rooms.notebook_model.look(ALL)
            self._rooms.review_model.drawCurtain()
            self._rooms.depth_model.leave()

    @Slot()
    def _mind_the_screen(self) -> None:
        """Keep it on while a session runs; it may go dark before and after."""
        rests = self._rooms.session_model.props.stage in {"held", "over", "waiting"}
        self._aside(self._awake.release if rests else self._awake.hold)

    @Slot()
    def _leave(self) -> None:
        self._rooms.session_model.leave()
        self.ended.emit()
