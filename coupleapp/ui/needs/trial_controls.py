"""The second half of a talk about needs for QML: common ground, options, one plan to try."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.agreements.agreement import Side
from coupleapp.domain.guided_session import Refusal
from coupleapp.domain.guided_session import commands as sc
from coupleapp.domain.guided_session import needs_commands as c
from coupleapp.domain.needs.needs import Trial
from coupleapp.domain.words.lines import clean_line
from coupleapp.ui.agreements.words import LengthRow, length_rows
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.needs.needs_model import NeedsModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TrialControls(QObject):
    def __init__(self, needs: NeedsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._session = needs.session
        self._lengths = Rows(LengthRow, self)
        self._lengths.replace(length_rows())
        needs.session.keyed.connect(self._keyed)

    # -- common ground, options

    @Slot(str, bool)
    def mark(self, need_id: str, both: bool) -> None:
        self._needs.give(c.MarkCommon(need_id, both))

    @Slot(str, result=bool)
    def add(self, text: str) -> bool:
        """Whether the line of common ground, or the option, stands there now."""
        needs = self._needs
        return needs.do(lambda leader: needs.talk.add_line(leader, text, needs.names()), "line")

    @Slot(str)
    def takeAway(self, line_id: str) -> None:
        self._needs.give(c.TakeLine(line_id))

    @Slot(str)
    def choose(self, line_id: str) -> None:
        """Both choose this option; chosen already, it is open again."""

        def toggle(leader: SessionLeader) -> Refusal | None:
            chosen = leader.state.needs.chosen == line_id
            return leader.handle(c.ChooseOption(None if chosen else line_id))

        self._needs.do(toggle)

    @Slot(str)
    def goOn(self, text: str) -> None:
        """What stands in the field is added before."""
        if not text.strip() or self.add(text):
            self._needs.give(sc.GoOn())

    # -- the plan

    @Property(QObject, constant=True)
    def lengths(self) -> Rows:
        return self._lengths

    @Slot(int)
    def tryFor(self, days: int) -> None:
        self._needs.keepDraft("days", str(days))
        self._needs.look()

    @Slot(str, str, str, str, str, str, str)
    def propose(
        self,
        what: str,
        when: str,
        where: str,
        left_will: str,
        left_honours: str,
        right_will: str,
        right_honours: str,
    ) -> None:
        """Lay the plan on the table, for both to read."""
        needs = self._needs

        def plan(leader: SessionLeader) -> Refusal | None:
            trial = Trial(
                when=clean_line(when, needed=True),
                where=clean_line(where),
                left=_side(left_will, left_honours),
                right=_side(right_will, right_honours),
                days=needs.props.days,
                what=clean_line(what),
            )
            return needs.talk.propose(leader, trial, needs.names())

        needs.do(plan)

    @Slot()
    def reopen(self) -> None:
        self._needs.give(c.ReopenTrial())

    @Slot(int)
    def confirm(self, seat: int | str) -> None:
        needs = self._needs
        if self._session.props.stage is Stage.TRIAL_CONFIRM:
            needs.do(lambda leader: needs.talk.confirm(leader, seat_of(seat)))
            leader = self._session.leader
            if leader is not None and leader.state.needs.agreement_id is not None:
                needs.forget_plan()

    @Slot(str)
    def _keyed(self, seat: str) -> None:
        self.confirm(seat)


def _side(will: str, honours: str) -> Side:
    return Side(clean_line(will, needed=True), clean_line(honours, needed=True))
