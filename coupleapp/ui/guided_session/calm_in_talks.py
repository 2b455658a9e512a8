"""Breathing and grounding within a talk: who is there, and what was named or has to be read."""

from PySide6.QtCore import QObject, Slot

from coupleapp.domain.calm.grounding import Zone
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.calm.grounding import GroundingControls
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage


class CalmInTalks(QObject):
    """Tells both where the session stands."""

    def __init__(
        self, session: SessionModel, breath: BreathModel, grounding: GroundingControls
    ) -> None:
        super().__init__(session)
        self._session = session
        self._breath = breath
        self._grounding = grounding
        session.entered.connect(self._entered)
        session.keyed.connect(self._keyed)
        breath.allRead.connect(self._all_read)

    @Slot()
    def _entered(self) -> None:
        props = self._session.props
        alone = props.alone
        present = tuple(Seat) if alone is Whose.NOBODY else (Seat(alone),)
        self._breath.sit(present)
        self._grounding.sit(present)
        if props.stage is Stage.PAUSING:
            # Who asked for a pause because it was too much has said how it is.
            flooded = props.pause_kind == PauseKind.FLOODED
            self._grounding.pause(Zone.TOO_MUCH if flooded else None)
        else:
            self._grounding.begin()

    @Slot(str)
    def _keyed(self, seat: str) -> None:
        """Their own key says that they have read it."""
        if self._session.props.stage is Stage.CAUTION:
            self._breath.read(seat)

    @Slot()
    def _all_read(self) -> None:
        if self._session.props.stage is Stage.CAUTION:
            self._session.goOn()
