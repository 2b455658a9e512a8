"""Brings a guided session on the screen and takes it off again."""

from PySide6.QtCore import QObject, Signal, Slot

from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.setback import SETBACK
from coupleapp.shell.navigation import Navigation
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.use_cases import UseCases
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.notebook.notebook_model import NotebookModel
from coupleapp.ui.programme.talks_model import TalksModel

OUTSIDE_VIEW = "outside_view"


class SessionController(QObject):
    """At most one guided session; ``beginning`` is emitted before it is on the screen."""

    beginning = Signal()
    began = Signal()
    ended = Signal()

    def __init__(
        self, use: UseCases, pages: Pages, navigation: Navigation, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._navigation = navigation
        self._session = pages.model(SessionModel)
        self._talks = pages.model(TalksModel)
        self._notebook = pages.model(NotebookModel)
        self._home = pages.model(HomeModel)
        self._home.sitDownAsked.connect(self.sit_down)
        self._home.comeBackAsked.connect(self.come_back)
        self._home.restAsked.connect(self._let_rest)
        self._home.outsideViewAsked.connect(self._look_from_outside)
        self._home.setbackTaken.connect(self._look_at_setback)
        self._talks.chosen.connect(self.begin)
        self._session.ended.connect(self._end)
        self._session.notebookAsked.connect(self._write_in_the_notebook)

    @Slot()
    def sit_down(self) -> None:
        """Begin one. A store that cannot keep it raises, and nothing has begun then."""
        self.lead(self._use.sitting_down.begin())

    @Slot(str, str)
    def begin(self, key: str, seat: str) -> None:
        """Begin a sitting of this format, opened by this seat where it asks for one."""
        kind = self._use.sitting_down.kind(key)
        if kind is not None:
            self.lead(self._use.sitting_down.begin(kind, Seat(seat) if seat else None))

    @Slot()
    def come_back(self) -> None:
        """Go on with the talk that waits; not where none does any more, or over another one."""
        present = self._session.leader
        if present is None or present.over or present.state.waits_until:
            self._lead_if(self._use.sitting_down.come_back())

    def take_up(self) -> None:
        """Go on with the session that was cut off, if there is one.

        Raises:
            ImpossibleEventError: Its log is not one of ours.
        """
        self._lead_if(self._use.sitting_down.take_up())

    def hold(self) -> None:
        """Let it wait for "carry on"."""
        self._session.hold()

    @Slot()
    def _let_rest(self) -> None:
        self._use.sitting_down.let_rest()
        self._home.refresh()

    @Slot()
    def _look_from_outside(self) -> None:
        self._navigation.open(PageName.TALKS)
        self._talks.choose(OUTSIDE_VIEW)
        self._navigation.show(PageName.TALKS)

    @Slot()
    def _write_in_the_notebook(self) -> None:
        self._navigation.turn_to(PageName.NOTEBOOK)
        self._notebook.startWriting()

    @Slot(str)
    def _look_at_setback(self, seat: str) -> None:
        self.begin(SETBACK, seat)

    def _lead_if(self, leader: SessionLeader | None) -> None:
        if leader is not None:
            self.lead(leader)

    def lead(self, leader: SessionLeader) -> None:
        """Put this one on the screen."""
        couple = self._use.couples.couple
        if couple is not None:
            self._navigation.leave()
            self.beginning.emit()
            self._session.lead(leader, couple)
            self._navigation.show(PageName.SESSION)
            self.began.emit()

    @Slot()
    def _end(self) -> None:
        self._session.clear()
        try:
            self._navigation.turn_to(PageName.HOME)
        finally:
            self.ended.emit()
