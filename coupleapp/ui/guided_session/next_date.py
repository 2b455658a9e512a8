"""The next time together, for QML: the one that is offered by one press, or any other."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.local_date import local_date
from coupleapp.application.plans import Plans
from coupleapp.application.session_drafts import NEXT_FIELDS, draft_key
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel
from coupleapp.ui.guided_session.keeping import keep
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.plans import words as plans_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class NextDateProps:
    """What is shown of the next time.

    Attributes:
        days: From tomorrow on.
        usual_time: Now, to the half hour before.
        place: What was typed before; so, too, ``will``.
        offered: When, and where if they have said; as tonight, a week later.
        yes: What the button says that agrees to it.
        agreed: What they have agreed on; empty where it is left open.
    """

    days: tuple[str, ...] = ()
    usual_time: str = ""
    place: str = ""
    will: str = ""
    offered: str = ""
    yes: str = ""
    agreed: str = ""


@QmlElement
class NextDateModel(ViewModel):
    Props = NextDateProps

    def __init__(
        self, session: SessionModel, drafts: Drafts, plans: Plans, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._drafts = drafts
        self._plans = plans
        self._asked_on = local_date(session.clock)
        session.entered.connect(self._entered)
        self.show(NextDateProps(days=self._days()))

    @Slot()
    def planOffered(self) -> None:
        leader = self._session.leader
        if leader is not None:
            offered = self._plans.offered(leader.id, leader.began_at)
            self._keep(offered.at, offered.place)

    @Slot(int, str, str, str)
    def plan(self, day_index: int, time_text: str, place: str = "", will: str = "") -> None:
        """On one of the ``days``, at a time as people type it."""
        at = wording.parse_time(time_text)
        if at is None:
            self._session.set_trouble(plans_words.time_trouble())
            return
        on = self._asked_on + timedelta(days=1 + max(0, day_index))
        self._keep(wording.local_datetime(on, at, self._session.clock.zone()), place, will)

    @Slot()
    def leaveOpen(self) -> None:
        self._session.do(c.PlanNext(None))

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        self._drafts.keep(self._key(field), text)

    def _keep(self, when: datetime, place: str = "", will: str = "") -> None:
        session, leader = self._session, self._session.leader
        if leader is not None and keep(session, lambda: leader.plan_next(when, place, will)):
            for field in NEXT_FIELDS:
                self._drafts.forget(self._key(field))

    @Slot()
    def _entered(self) -> None:
        stage, leader = self._session.props.stage, self._session.leader
        clock = self._session.clock
        if leader is None or stage not in {Stage.NEXT_DATE, Stage.OVER}:
            # There before the step is: a choice of days keeps its place only while they stay.
            self._asked_on = local_date(clock)
            self.show(replace(self.props, days=self._days()))
            return
        offered = self._plans.offered(leader.id, leader.began_at)
        like_last_time = self._plans.has_last_time(leader.began_at)
        self.show(
            NextDateProps(
                days=self._days(),
                usual_time=wording.half_hour(clock.now(), clock.zone()),
                place=self._drafts.recall(self._key("place")),
                will=self._drafts.recall(self._key("will")),
                offered=self._in_words(offered),
                yes=plans_words.yes_to(offered.at, clock.zone(), like_last_time=like_last_time),
                agreed=self._in_words(self._plans.of_session(leader.id)),
            )
        )

    def _days(self) -> tuple[str, ...]:
        today = self._asked_on
        return tuple(
            wording.day(today + timedelta(days=n), today) for n in range(1, DAYS_AHEAD + 1)
        )

    def _in_words(self, agreed: Appointment | None) -> str:
        if agreed is None:
            return ""
        when = wording.day_and_time(agreed.at, self._session.clock.zone(), self._asked_on)
        return ", ".join(filter(None, (when, agreed.place)))

    def _key(self, field: str) -> str:
        leader = self._session.leader
        return draft_key(leader.id if leader else "", Stage.NEXT_DATE, field)
