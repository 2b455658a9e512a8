"""What is written in a guided session, for QML: lines, gifts, the next date. No word is lost."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.agreements import Agreements
from coupleapp.application.drafts import Drafts
from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import StoreError
from coupleapp.application.session_drafts import NEXT_FIELDS, alone_key, draft_key, put_away
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import Refusal, Why
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.notebook import TextRefused
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.guided_session.inventory import Inventory
from coupleapp.ui.guided_session.kept_rows import GiftRow, gift_rows
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.plans import words as plans_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

DAYS_AHEAD = 14
OFFERED = 6
"""Small wins to choose from; the others come another time."""


@QmlElement
class WritingControls(Inventory):
    draftChanged = Signal()
    nextDaysChanged = Signal()
    lettingChanged = Signal()

    def __init__(
        self,
        session: SessionModel,
        drafts: Drafts,
        small_wins: Sequence[str],
        notebook: Notebook,
        agreements: Agreements,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, notebook, agreements, parent)
        self._drafts = drafts
        self._small_wins = list(small_wins)
        self._draft = ""
        self._typed = ""
        self._letting = False
        self._put_away = False
        self._asked_on = self._today()
        self._gifts = Rows(GiftRow, self)
        session.entered.connect(self._entered)

    @Property(str, notify=draftChanged)
    def draft(self) -> str:
        """What was typed in this step before, if anything."""
        return self._draft

    @Property(bool, notify=draftChanged)
    def putAway(self) -> bool:
        """Whether words not finished were put into the notebook when the session ended."""
        return self._put_away

    @Property("QStringList", notify=draftChanged)  # type: ignore[arg-type]
    def smallWins(self) -> list[str]:
        """A handful to choose from, others for each partner and in each session."""
        leader, wins = self._session.leader, self._small_wins
        if leader is None or not wins:
            return []
        first = int(leader.id[:6], 16) + (self._session.props.asked == Seat.RIGHT) * OFFERED
        return [wins[(first + n) % len(wins)] for n in range(min(OFFERED, len(wins)))]

    @Property("QStringList", notify=nextDaysChanged)  # type: ignore[arg-type]
    def nextDays(self) -> list[str]:
        today = self._asked_on
        return [wording.day(today + timedelta(days=n), today) for n in range(1, DAYS_AHEAD + 1)]

    @Property(str, notify=nextDaysChanged)
    def usualTime(self) -> str:
        """Now, to the half hour before."""
        clock = self._session.clock
        return wording.half_hour(clock.now(), clock.zone())

    @Property(str, notify=draftChanged)
    def nextPlace(self) -> str:
        return self._drafts.recall(self._next_key("place"))

    @Property(str, notify=draftChanged)
    def nextWill(self) -> str:
        return self._drafts.recall(self._next_key("will"))

    @Property(QObject, constant=True)
    def gifts(self) -> Rows:
        return self._gifts

    @Slot(str)
    def share(self, text: str) -> None:
        """What this partner wrote; empty for "said aloud" or "nothing today"."""
        leader, asked = self._session.leader, self._session.props.asked
        if leader is None:
            return
        if self._session.props.stage is Stage.KEEP:
            self._keep(lambda: leader.keep_line(text))
        else:
            self._keep(lambda: leader.share(Seat(asked), text))

    @Slot(str, bool, bool)
    def finishWriting(self, text: str, keep: bool, private: bool) -> None:
        leader, alone = self._session.leader, self._session.props.alone
        if leader is not None:
            done = self._keep(lambda: leader.finish_writing(text, keep=keep, private=private))
            if done:
                self._drafts.forget(alone_key(alone))

    def _keep(self, keep: Callable[[], Refusal | None]) -> bool:
        """Whether it was kept; if not, one sentence says why, and nothing has changed."""
        session, key = self._session, self._key()
        try:
            refusal = keep()
        except TextRefused as refused:
            session.set_trouble(wording.text_trouble(refused))
        except LineRefused as refused:
            session.set_trouble(plans_words.line_trouble(refused))
        except StoreError as error:
            session.set_trouble(wording.store_trouble(error))
        else:
            if refusal is None:
                self._drafts.forget(key)
            past = refusal is not None and refusal.why is Why.IN_THE_PAST
            session.set_trouble(plans_words.time_passed() if past else "")
            session.refresh()
            return refusal is None
        return False

    @Property(str, notify=lettingChanged)
    def letGoWords(self) -> str:
        if not self._typed.strip():
            return translate("WritingControls", "Nothing today")
        if self._letting:
            return translate("WritingControls", "Let it go for good")
        return translate("WritingControls", "Let it go")

    @Slot()
    def letGo(self) -> None:
        """Words need a second press."""
        if self._letting or not self._typed.strip():
            self.finishWriting("", keep=False, private=True)
        else:
            self._note(self._typed, letting=True)

    @Slot(str)
    def keepDraft(self, text: str) -> None:
        self._drafts.keep(self._key(), text)
        self._note(text)

    @Slot(str, str)
    def keepNextDraft(self, field: str, text: str) -> None:
        self._drafts.keep(self._next_key(field), text)

    @Slot(int, str, str, str)
    def planNext(self, day_index: int, time_text: str, place: str = "", will: str = "") -> None:
        at = wording.parse_time(time_text)
        if at is None:
            self._session.set_trouble(plans_words.time_trouble())
            return
        on = self._asked_on + timedelta(days=1 + max(0, day_index))
        when = wording.local_datetime(on, at, self._session.clock.zone())
        leader = self._session.leader
        if leader is not None and self._keep(lambda: leader.plan_next(when, place, will)):
            for field in NEXT_FIELDS:
                self._drafts.forget(self._next_key(field))

    @Slot()
    def leaveDateOpen(self) -> None:
        self._session.do(c.PlanNext(None))

    @Slot()
    def _entered(self) -> None:
        stage = self._session.props.stage
        if stage is Stage.NEXT_DATE:
            self._asked_on = self._today()
            self.nextDaysChanged.emit()
        if stage in {Stage.CARD, Stage.INVENTORY}:
            self.show_inventory()
        leader, over = self._session.leader, stage is Stage.OVER
        if over:
            self._show_gifts()
        self._put_away = over and leader is not None and put_away(self._drafts, leader.id)
        self._draft = self._drafts.recall(self._key())
        if stage is Stage.WRITE and not self._draft:
            self._draft = self._drafts.recall(alone_key(self._session.props.alone))
        self._note(self._draft)
        self.draftChanged.emit()

    def _note(self, typed: str, *, letting: bool = False) -> None:
        self._typed, self._letting = typed, letting
        self.lettingChanged.emit()

    def _show_gifts(self) -> None:
        couple, leader = self._session.couple, self._session.leader
        if couple is None or leader is None or self._session.props.ending != Ending.FINISHED:
            self._gifts.replace([])
        else:
            self._gifts.replace(gift_rows(self._notebook, couple, leader.id))

    def _key(self) -> str:
        leader, props = self._session.leader, self._session.props
        return draft_key(leader.id if leader else "", props.stage, props.asked)

    def _next_key(self, field: str) -> str:
        leader = self._session.leader
        return draft_key(leader.id if leader else "", Stage.NEXT_DATE, field)

    def _today(self) -> date:
        return local_date(self._session.clock)
