"""Something together: the week's pick, the ideas to pick from, and the couple's own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.activities import Activities
from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple
from coupleapp.domain.defaults import IDEAS_AT_ONCE
from coupleapp.domain.together.activities import Brought, Pick, days_of
from coupleapp.domain.together.ideas import Idea
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows, ViewModel, qml_enum
from coupleapp.ui.together.idea_words import (
    REFUSALS,
    TAGS,
    IdeaRow,
    TagRow,
    filters_of,
    idea_rows,
    switched,
    tag_rows,
)
from coupleapp.ui.together.own_ideas_model import OwnIdeasModel
from coupleapp.ui.together.props import ActivitiesProps, WeekInputs, WeekStage, derive_week

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_WISHES = "activities:wishes"


@QmlElement
class ActivitiesModel(ViewModel):
    Props = ActivitiesProps
    reads = (KeptKind.BLOCKS, KeptKind.PICKS, KeptKind.IDEAS)
    refusals = REFUSALS
    Stages = QEnum(qml_enum(WeekStage))

    changed = Signal()

    def __init__(
        self, activities: Activities, clock: Clock, drafts: Drafts, own: OwnIdeasModel
    ) -> None:
        super().__init__()
        self._activities = activities
        self._clock = clock
        self._drafts = drafts
        self._own = own
        self._couple: Couple | None = None
        self._current: Pick | None = None
        self._asked: Pick | None = None
        self._days: tuple[date, ...] = ()
        self._offered: Sequence[Idea] = ()
        self._shown = IDEAS_AT_ONCE
        self._rows = Rows(IdeaRow, self)
        self._tags = Rows(TagRow, self)
        own.changed.connect(self._refresh)

    @Property(QObject, constant=True)
    def ideas(self) -> Rows:
        return self._rows

    @Property(QObject, constant=True)
    def wishes(self) -> Rows:
        return self._tags

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self._shown = IDEAS_AT_ONCE
        self._tags.replace(tag_rows())
        wished = self._drafts.recall(_WISHES).split()
        self.show(
            ActivitiesProps(
                left_name=couple.left,
                right_name=couple.right,
                filters=tuple(tag for tag in TAGS if tag in wished),
                turns=self.props.turns,
            )
        )
        self._refresh()

    # -- the week

    @Slot(str)
    def pick(self, idea_id: str) -> None:
        idea = self._idea(idea_id)
        if idea is not None and self.props.can_pick:
            self._turn(lambda: self._activities.pick(idea))

    @Slot()
    def lookForTime(self) -> None:
        self.show(replace(self.props, planning=True, trouble=""))

    @Slot(int, str)
    def plan(self, day_index: int, time_text: str) -> None:
        """``day_index`` counts from the first day that can be planned."""
        if self._current is None or not self._days:
            return
        at = wording.parse_time(time_text)
        if at is None:
            unread = translate(
                "ActivitiesModel", "That time could not be read. Write it like 18:00."
            )
            self.show(replace(self.props, trouble=unread))
            return
        on = self._days[min(max(0, day_index), len(self._days) - 1)]
        when = wording.local_datetime(on, at, self._clock.zone())
        self._for_current(lambda pick: self._activities.plan(pick, when))

    @Slot()
    def leaveOpen(self) -> None:
        """The pick stays."""
        self._for_current(lambda pick: self._activities.plan(pick, None))

    @Slot()
    def letGo(self) -> None:
        """What is shown, picked or asked about, is dropped without a word."""
        pick = self._asked or self._current
        if pick is not None:
            self._turn(lambda: self._activities.drop(pick))

    @Slot(str)
    def answer(self, brought: str) -> None:
        asked = self._asked
        if asked is not None:
            self._turn(lambda: self._activities.say(asked, Brought(brought)))

    @Slot()
    def answerAnew(self) -> None:
        self._for_current(lambda pick: self._activities.say(pick, None))

    @Slot()
    def endWeeks(self) -> None:
        self._turn(self._activities.end)

    # -- the list

    @Slot(str)
    def wish(self, tag: str) -> None:
        filters = switched(self.props.filters, tag)
        self._drafts.keep(_WISHES, " ".join(filters))
        self._shown = IDEAS_AT_ONCE
        self.show(replace(self.props, filters=filters))
        self._show_ideas()

    @Slot()
    def more(self) -> None:
        before = self._shown
        self._shown += IDEAS_AT_ONCE
        self._rows.extend(self._as_rows(self._offered[before : self._shown]))
        self.show(replace(self.props, has_more=len(self._offered) > self._shown))

    @Slot(str)
    def change(self, idea_id: str) -> None:
        idea = self._idea(idea_id)
        if idea is not None:
            self._own.change(idea)

    @Slot(str)
    def remove(self, idea_id: str) -> None:
        idea = self._idea(idea_id)
        if idea is not None:
            self._own.remove(idea)

    # -- showing

    @Slot()
    def _refresh(self) -> None:
        now, zone = self._clock.now(), self._clock.zone()
        stands = self._activities.standing(now, zone)
        self._current = self._activities.current(now, zone)
        self._asked = self._activities.to_ask(now, zone)
        self._days = days_of(stands.week, now.astimezone(zone).date())
        usual = self._activities.planned_before()
        inputs = WeekInputs(stands, self._current, self._asked, usual, now, zone)
        self.show(derive_week(self.props, inputs))
        self._show_ideas()

    def _show_ideas(self) -> None:
        self._offered = self._activities.offered(filters_of(self.props.filters))
        self._rows.replace(self._as_rows(self._offered[: self._shown]))
        self.show(
            replace(
                self.props,
                has_more=len(self._offered) > self._shown,
                nothing_fits=not self._offered,
            )
        )

    def _as_rows(self, ideas: Sequence[Idea]) -> list[IdeaRow]:
        return [] if self._couple is None else idea_rows(ideas, self._couple)

    def _idea(self, idea_id: str) -> Idea | None:
        return next((idea for idea in self._offered if idea.id == idea_id), None)

    # -- trying

    def _turn(self, work: Callable[[], object]) -> None:
        if self.attempt(work):
            self.show(replace(self.props, planning=False, turns=self.props.turns + 1))
            self._refresh()
            self.changed.emit()

    def _for_current(self, work: Callable[[Pick], object]) -> None:
        """The same with this week's pick; if the week is over by now, only show the new one."""
        pick = self._activities.current(self._clock.now(), self._clock.zone())
        if pick is not None and pick == self._current:
            self._turn(lambda: work(pick))
        else:
            self._refresh()
