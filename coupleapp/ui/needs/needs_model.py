"""A talk about needs for QML: what may be read of it just now, and what stands in its fields.

Before both lists are opened it holds no list but the one whose writer has opened their curtain.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.local_date import local_date
from coupleapp.application.needs_talk import NeedsTalk, OnTheTable
from coupleapp.application.ports import StoreError
from coupleapp.application.session_drafts import PLAN_FIELDS, draft_key, forget_plan
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import TRIAL_DAYS
from coupleapp.domain.guided_session import Command, Refusal
from coupleapp.domain.guided_session.needs_commands import ParkTalk
from coupleapp.domain.needs.guarded import BelongsToEachAlone
from coupleapp.domain.needs.needs import Ring
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows, ViewModel, qml_enum
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.needs import words as needs_words
from coupleapp.ui.needs.board_model import BoardModel, NeedRow, need_rows
from coupleapp.ui.needs.props import (
    STAGES,
    Begun,
    LineRow,
    NeedsInputs,
    NeedsProps,
    derive_needs_props,
    line_rows,
)

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

Work = Callable[[SessionLeader], Refusal | None]


@QmlElement
class NeedsModel(ViewModel):
    """``formChanged``: the fields are to show what the snapshot has."""

    Props = NeedsProps
    Rings = QEnum(qml_enum(Ring))

    formChanged = Signal()

    def __init__(
        self,
        session: SessionModel,
        talk: NeedsTalk,
        drafts: Drafts,
        board: BoardModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.talk = talk
        self.drafts = drafts
        self._board = board
        self._ring = Ring.CORE
        self._asks_to_park = False
        self._mine = Rows(NeedRow, self)
        self._lines = Rows(LineRow, self)
        # Made from its Props. The second also when the session is taken off the screen.
        session.curtainChanged.connect(self.look)  # type: ignore[attr-defined]
        session.stageChanged.connect(self.look)  # type: ignore[attr-defined]
        session.entered.connect(self._entered)

    @Property(QObject, constant=True)
    def mine(self) -> Rows:
        """What the one who writes has put on this list; empty while their curtain is closed."""
        return self._mine

    @Property(QObject, constant=True)
    def lines(self) -> Rows:
        """The lines of common ground they have added, or the options."""
        return self._lines

    @Slot()
    def park(self) -> None:
        """Asked once where something of a plan is written."""
        stage, begun = self.session.props.stage, self._begun().plan.values()
        written = stage is Stage.TRIAL_CONFIRM or any(text.strip() for text in begun)
        if written and not self._asks_to_park:
            self._asks_to_park = True
            self.look()
        elif self.give(ParkTalk()):
            self.forget_plan()

    @Slot()
    def stay(self) -> None:
        self._asks_to_park = False
        self.look()

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        self.drafts.keep(self.key(field), text)

    # -- for the controls

    @property
    def listing(self) -> Ring:
        """Which of one's two lists is written."""
        return self._ring

    def turn_to(self, ring: Ring) -> None:
        """Write this list; what was begun in the other stays in its field."""
        self._ring = ring
        self.show_form()

    def give(self, command: Command) -> bool:
        """Whether it was done."""
        return self.do(lambda leader: leader.handle(command))

    def do(self, work: Work, *fields: str) -> bool:
        """Do it, and forget what stood in these fields; if refused, say why and change nothing."""
        session, leader = self.session, self.session.leader
        if leader is None:
            return False
        keys, stage = [self.key(field) for field in fields], session.props.stage
        try:
            refusal = work(leader)
        except BelongsToEachAlone:
            session.set_trouble(wording.belongs_to_each(listing=stage is Stage.LISTS))
        except LineRefused as refused:
            session.set_trouble(needs_words.line_trouble(refused, plan=stage is Stage.TRIAL))
        except StoreError as error:
            session.set_trouble(wording.store_trouble(error))
        else:
            session.set_trouble(needs_words.refused_words(refusal) if refusal else "")
            if refusal is None:
                for key in keys:
                    self.drafts.forget(key)
                session.refresh()
                # Only where the fields are empty now; what stands in another one is left alone.
                if keys:
                    self.show_form()
                else:
                    self.look()
            return refusal is None
        return False

    def forget_plan(self) -> None:
        """Forget what was typed for the plan."""
        if self.session.leader is not None:
            forget_plan(self.drafts, self.session.leader.id)

    def names(self) -> tuple[str, ...]:
        couple = self.session.couple
        return () if couple is None else (couple.left, couple.right)

    def key(self, field: str) -> str:
        """Where this field of the present step has its draft; a list's by its writer."""
        leader, props = self.session.leader, self.session.props
        where = (props.asked, self._ring) if props.stage is Stage.LISTS else ()
        return draft_key(leader.id if leader is not None else "", props.stage, *where, field)

    def show_form(self) -> None:
        """Show how it stands, and let the fields follow."""
        self.look()
        self.formChanged.emit()

    @Slot()
    def look(self) -> None:
        session = self.session
        leader, couple, stage = session.leader, session.couple, session.props.stage
        table, begun, alone = OnTheTable(), Begun(), self._alone()
        if leader is None or couple is None:
            self.show(NeedsProps())
            self._fill(table, couple, Stage.NONE)
            return
        if stage in STAGES:
            try:
                table, begun = self.talk.read(leader, alone), self._begun()
            except StoreError as error:
                session.set_trouble(wording.store_trouble(error))
        today = local_date(session.clock)
        inputs = NeedsInputs(
            couple, leader.state, stage, alone, table, begun, today, self._asks_to_park
        )
        self.show(derive_needs_props(inputs))
        self._fill(table, couple, stage)

    @Slot()
    def _entered(self) -> None:
        self._asks_to_park = False
        self.turn_to(Ring.CORE)

    def _fill(self, table: OnTheTable, couple: Couple | None, stage: Stage) -> None:
        alone = self._alone()
        if couple is not None and stage in STAGES - {Stage.TOPIC, Stage.LISTS}:
            self._board.lay(table, couple)
        else:
            self._board.clear()
        self._mine.replace(need_rows(table, alone, self._ring, couple) if couple and alone else [])
        lines = table.grounds if stage is Stage.COMMON else table.options
        self._lines.update(line_rows(lines, table.chosen))

    def _alone(self) -> Seat | None:
        props = self.session.props
        alone = props.stage is Stage.LISTS and not props.curtain and props.asked
        return Seat(props.asked) if alone else None

    def _begun(self) -> Begun:
        """What stands in the fields of this step; nothing of a list while its curtain is closed."""
        stage = self.session.props.stage
        if stage is Stage.LISTS:
            if self._alone() is None:
                return Begun()
            text, why, asks = map(self._recall, ("text", "why", "asks"))
            return Begun(ring=self._ring, text=text, why=why, asks=asks)
        if stage is not Stage.TRIAL:
            return Begun(line=self._recall("line"))
        days = self._recall("days")
        return Begun(
            plan={field: self._recall(field) for field in PLAN_FIELDS},
            days=int(days) if days.isdecimal() else TRIAL_DAYS,
        )

    def _recall(self, field: str) -> str:
        return self.drafts.recall(self.key(field))
