"""Home: this week's theme, one large button, what was kept and what is coming."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.couple import Couple
from coupleapp.domain.evening import Evening
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.programme import Theme
from coupleapp.domain.rituals import window_of
from coupleapp.domain.rotation import (
    PastSession,
    next_introducer,
    outside_view_is_offered,
    pauses_carry_on,
)
from coupleapp.domain.settings import Settings
from coupleapp.ui import wording
from coupleapp.ui.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_MORNING, _NOON, _EVENING = 5, 12, 17


@dataclass(frozen=True, slots=True)
class HomeProps:
    """The snapshot.

    Attributes:
        greeting: Good evening, and both names.
        theme: This week's theme as a title.
        intent: What it is for, and who introduces.
        minutes: About how long.
        quote: A line from the notebook; empty when there is none yet.
        quote_by: Whose line, and when.
        tonight: The line about the quiet moment tonight; empty when it is switched off.
        tonight_open: Whether it may be taken now.
        next_talk: The next talk that was agreed on; empty when there is none.
        waiting: The talk that waits, and until when; empty when there is none.
        line: One neutral line to both, after talks that ended in pauses; empty otherwise.
        outside_view: The offer to look from outside, the day after a hard talk; empty otherwise.
    """

    greeting: str = ""
    theme: str = ""
    intent: str = ""
    minutes: str = ""
    quote: str = ""
    quote_by: str = ""
    tonight: str = ""
    tonight_open: bool = False
    next_talk: str = ""
    waiting: str = ""
    line: str = ""
    outside_view: str = ""


@dataclass(frozen=True, slots=True)
class HomeInputs:
    """All that the snapshot depends on."""

    couple: Couple
    theme: Theme
    minutes: int
    history: Sequence[PastSession]
    newest: NotebookEntry | None
    evening: Evening
    settings: Settings
    now: datetime
    zone: tzinfo
    waits_until: datetime | None = None


def derive_home_props(inputs: HomeInputs) -> HomeProps:
    """The snapshot for these inputs."""
    couple, theme, zone = inputs.couple, inputs.theme, inputs.zone
    today = inputs.now.astimezone(zone).date()
    introducer = couple.name(next_introducer(inputs.history))
    who = translate("HomeModel", "{name} introduces the question.").format(name=introducer)
    minutes = translate("HomeModel", "about {count} minutes").format(count=inputs.minutes)
    newest = inputs.newest
    ahead = [s.next_date for s in inputs.history if s.next_date and s.next_date > inputs.now][-1:]
    title = theme.title[:1].lower() + theme.title[1:]
    return HomeProps(
        greeting=_greeting(inputs.now.astimezone(zone).hour, couple),
        theme=translate("HomeModel", "This week: {theme}").format(theme=title),
        intent=f"{theme.intent} {who}",
        minutes=minutes,
        quote=newest.text if newest else "",
        quote_by=_by(newest, couple, zone, inputs.now) if newest else "",
        tonight=_tonight(inputs),
        tonight_open=not inputs.evening.revealed,
        next_talk=(
            translate("HomeModel", "{when}, your next talk").format(
                when=wording.day_and_time(ahead[0], zone, today)
            )
            if ahead
            else ""
        ),
        waiting=_waiting(inputs, today),
        line=wording.pauses_carry_on() if pauses_carry_on(inputs.history) else "",
        outside_view=_outside_view(inputs, today),
    )


def _waiting(inputs: HomeInputs, today: date) -> str:
    """The talk that waits, before its time and after."""
    until = inputs.waits_until
    if until is None:
        return ""
    if until <= inputs.now:
        return translate("HomeModel", "Your talk waits, for whenever you like")
    when = wording.day_and_time(until, inputs.zone, today)
    return translate("HomeModel", "{when}: your talk goes on").format(when=when)


def _outside_view(inputs: HomeInputs, today: date) -> str:
    if not outside_view_is_offered(inputs.history, today, inputs.zone):
        return ""
    return translate(
        "HomeModel", "After a hard talk: seven minutes alone, looking at it from outside."
    )


def _greeting(hour: int, couple: Couple) -> str:
    if _MORNING <= hour < _NOON:
        sentence = translate("HomeModel", "Good morning, {left} and {right}")
    elif _NOON <= hour < _EVENING:
        sentence = translate("HomeModel", "Good afternoon, {left} and {right}")
    else:
        sentence = translate("HomeModel", "Good evening, {left} and {right}")
    return sentence.format(left=couple.left, right=couple.right)


def _by(entry: NotebookEntry, couple: Couple, zone: tzinfo, now: datetime) -> str:
    on = wording.day(entry.written_at.astimezone(zone).date(), now.astimezone(zone).date())
    return f"{couple.name(entry.author)}, {on}" if entry.author else on


def _tonight(inputs: HomeInputs) -> str:
    evening = inputs.evening
    if evening.revealed:
        return translate("HomeModel", "Tonight you have thanked each other.")
    if evening.given:
        if evening.complete:
            return translate("HomeModel", "Two appreciations are waiting, sealed.")
        return translate("HomeModel", "One appreciation is waiting, sealed.")
    if inputs.settings.evening is None or _has_passed(inputs, inputs.settings.evening):
        return translate("HomeModel", "A quiet moment, whenever you like.")
    at = wording.short_time(inputs.settings.evening)
    return translate("HomeModel", "Tonight, a quiet moment at {time}").format(time=at)


def _has_passed(inputs: HomeInputs, at: time) -> bool:
    """Whether tonight's window is over."""
    ends = window_of(inputs.evening.evening, at, inputs.zone)[1]
    return inputs.now >= ends


@QmlElement
class HomeModel(ViewModel):
    """Home's model.

    Signals:
        sitDownAsked: Both want to begin.
        eveningAsked: Somebody wants tonight's quiet moment now.
        comeBackAsked: Both want to go on with the talk that waits.
        restAsked: They let it rest.
        outsideViewAsked: Somebody would look from outside.
    """

    Props = HomeProps

    sitDownAsked = Signal()
    eveningAsked = Signal()
    comeBackAsked = Signal()
    restAsked = Signal()
    outsideViewAsked = Signal()

    @Slot()
    def sitDown(self) -> None:
        self.sitDownAsked.emit()

    @Slot()
    def comeBack(self) -> None:
        self.comeBackAsked.emit()

    @Slot()
    def letRest(self) -> None:
        self.restAsked.emit()

    @Slot()
    def lookFromOutside(self) -> None:
        self.outsideViewAsked.emit()

    @Slot()
    def openEvening(self) -> None:
        self.eveningAsked.emit()
