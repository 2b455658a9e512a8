"""What they have named before and what they are trying, as it is read again in a session."""

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot

from coupleapp.application.agreements import Agreements
from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.guided_session.kept_rows import (
    MomentRow,
    inventory_words,
    moment_rows,
    shows_one_at_most,
    try_rows,
)
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage


class Inventory(QObject):
    momentsChanged = Signal()

    def __init__(
        self,
        session: SessionModel,
        notebook: Notebook,
        agreements: Agreements,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notebook = notebook
        self._agreements = agreements
        self._moments = Rows(MomentRow, self)
        self._waiting: list[MomentRow] = []
        self._tries = Rows(MomentRow, self)

    @Property(QObject, constant=True)
    def moments(self) -> Rows:
        """The unseen moments they have named, newest first."""
        return self._moments

    @Property(bool, notify=momentsChanged)
    def momentWaits(self) -> bool:
        """Whether one of them is shown once somebody asks for it."""
        return bool(self._waiting)

    @Property(QObject, constant=True)
    def tries(self) -> Rows:
        """Empty in any sitting but a check-in."""
        return self._tries

    @Property(str, notify=momentsChanged)
    def cardText(self) -> str:
        props = self._session.props
        if props.stage is not Stage.INVENTORY:
            return str(props.text)
        return inventory_words(shown=len(self._moments.rows), one_waits=bool(self._waiting))

    @Slot()
    def showMoment(self) -> None:
        """The newest one, and no other."""
        self._moments.replace(self._waiting)
        self._waiting = []
        self.momentsChanged.emit()

    def show_inventory(self) -> None:
        """On a card that is none of it, nothing."""
        couple, leader, clock = self._session.couple, self._session.leader, self._session.clock
        there = self._session.props.stage is Stage.INVENTORY
        moments, tries = list[MomentRow](), list[MomentRow]()
        self._waiting = []
        if there and couple is not None and leader is not None:
            kind = leader.state.plan.format_id
            moments = moment_rows(self._notebook, couple, clock.zone(), self._today())
            tries = try_rows(self._agreements, kind)
            if shows_one_at_most(kind):
                self._waiting, moments = moments[:1], []
        self._moments.replace(moments)
        self._tries.replace(tries)
        self.momentsChanged.emit()

    def _today(self) -> date:
        return local_date(self._session.clock)
