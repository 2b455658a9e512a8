"""Home: this week's theme, one large button, what was kept and what is coming."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.couple import Couple
from coupleapp.domain.evening import Evening
from coupleapp.domain.guided_session.past import (
    PastSession,
    next_introducer,
    outside_view_is_offered,
    pauses_carry_on,
)
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.programme.programme import Theme
from coupleapp.domain.reminders.due import window_of
from coupleapp.domain.reminders.kinds import ReminderKind
from coupleapp.domain.settings import EVENING, Settings
from coupleapp.domain.together.activities import Pick
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel
from coupleapp.ui.programme import words as themes
from coupleapp.ui.reminders.invitation_words import first_invitation
from coupleapp.ui.reminders.words import resting_words

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
        together: What they will do together and when; empty when nothing is picked.
        brought: Whether it may be asked if that brought something back.
        next_talk: The next talk that was agreed on; empty when there is none.
        waiting: The talk that waits, and until when; empty when there is none.
        line: One neutral line to both, after talks that ended in pauses; empty otherwise.
        outside_view: The offer to look from outside, the day after a hard talk; empty otherwise.
        invite: What they are invited to, by its name; empty when to nothing.
        invite_words: One sentence on it.
        invite_yes: What its button is called.
        last_evening: One line on last evening: it stayed quiet, or a sealed sentence waits.
        while_open: Whether the quiet moment comes only while the window stays open.
        resting: Until when reminders rest; empty while they do not.
        login: Whether it is asked if Nearer may begin at login.
        exit_words: A good place to rest with the themes; empty where none is open.
        themes_rest: Whether they are done for now.
    """

    greeting: str = ""
    theme: str = ""
    intent: str = ""
    minutes: str = ""
    quote: str = ""
    quote_by: str = ""
    tonight: str = ""
    tonight_open: bool = False
    together: str = ""
    brought: bool = False
    next_talk: str = ""
    waiting: str = ""
    line: str = ""
    outside_view: str = ""
    invite: str = ""
    invite_words: str = ""
    invite_yes: str = ""
    last_evening: str = ""
    while_open: bool = False
    resting: str = ""
    login: bool = False
    exit_words: str = ""
    themes_rest: bool = False


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
    appointment: Appointment | None = None
    pick: Pick | None = None
    asks_what_it_brought: bool = False
    invitations: Sequence[ReminderKind] = ()
    quiet_last_evening: bool = False
    sealed_before: bool = False
    put_off_until: datetime | None = None
    stays: bool = True
    rests_until: date | None = None
    may_ask_login: bool = False
    done: bool = False
    natural_exit: int = 0


def _ended(sentence: str) -> str:
    """With a full stop where whoever wrote it has left it out."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def derive_home_props(inputs: HomeInputs) -> HomeProps:
    """The snapshot for these inputs."""
    couple, theme, zone = inputs.couple, inputs.theme, inputs.zone
    today = inputs.now.astimezone(zone).date()
    who = themes.introduces(couple.name(next_introducer(inputs.history)))
    minutes = translate("HomeModel", "about {count} minutes").format(count=inputs.minutes)
    newest = inputs.newest
    asked = first_invitation(inputs.invitations)
    this_week = translate("HomeModel", "This week: {theme}")
    return HomeProps(
        greeting=_greeting(inputs.now.astimezone(zone).hour, couple),
        theme=themes.done_title()
        if inputs.done
        else this_week.format(theme=themes.in_a_sentence(theme)),
        intent=themes.done_words() if inputs.done else f"{_ended(theme.intent)} {who}",
        minutes=minutes,
        quote=newest.text if newest else "",
        quote_by=_by(newest, couple, zone, inputs.now) if newest else "",
        tonight=_tonight(inputs),
        tonight_open=not inputs.evening.revealed,
        together=_together(inputs, today),
        brought=inputs.asks_what_it_brought,
        next_talk=_next_talk(inputs, today),
        waiting=_waiting(inputs, today),
        line=wording.pauses_carry_on() if pauses_carry_on(inputs.history) else "",
        outside_view=_outside_view(inputs, today),
        invite=asked.kind,
        invite_words=asked.words,
        invite_yes=asked.yes,
        last_evening=_last_evening(inputs),
        while_open=_comes_tonight(inputs) and not inputs.stays,
        resting=resting_words(inputs.rests_until, today),
        login=inputs.may_ask_login,
        exit_words=themes.exit_words(inputs.natural_exit),
        themes_rest=inputs.done,
    )


def _last_evening(inputs: HomeInputs) -> str:
    if inputs.sealed_before:
        return translate("HomeModel", "A sealed sentence waits for tonight.")
    if not inputs.quiet_last_evening or ReminderKind.WELCOME in inputs.invitations:
        return ""
    return translate("HomeModel", "Last evening stayed quiet. Tonight is a new one.")


def _together(inputs: HomeInputs, today: date) -> str:
    pick = inputs.pick
    if pick is None or pick.brought is not None or inputs.asks_what_it_brought:
        return ""
    if pick.at is None:
        return translate("HomeModel", "This week, together: {what}").format(what=pick.text)
    when = wording.day_and_time(pick.at, inputs.zone, today)
    return translate("HomeModel", "{when}, together: {what}").format(when=when, what=pick.text)


def _next_talk(inputs: HomeInputs, today: date) -> str:
    """When they sit down next, and where, if they said."""
    agreed = inputs.appointment
    if agreed is None or agreed.at <= inputs.now:
        return ""
    sentence = translate("HomeModel", "{when}, your next talk")
    line = sentence.format(when=wording.day_and_time(agreed.at, inputs.zone, today))
    return f"{line} · {agreed.place}" if agreed.place else line


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
    if evening.revealed and not evening.complete:
        return translate("HomeModel", "Tonight’s thank-you lies in your notebook.")
    if evening.revealed:
        return translate("HomeModel", "Tonight you have thanked each other.")
    if evening.given:
        if evening.complete:
            return translate("HomeModel", "Two appreciations are waiting, sealed.")
        return translate("HomeModel", "One appreciation is waiting, sealed.")
    if not _comes_tonight(inputs):
        return translate("HomeModel", "A quiet moment, whenever you like.")
    usual = inputs.settings.evening or EVENING
    later = inputs.put_off_until
    at = wording.time_of_day(later, inputs.zone) if later else wording.short_time(usual)
    return translate("HomeModel", "Tonight, a quiet moment at {time}").format(time=at)


def _comes_tonight(inputs: HomeInputs) -> bool:
    """Whether the quiet moment may still come this evening by itself."""
    at = inputs.settings.evening
    if at is None or inputs.evening.revealed:
        return False
    return inputs.put_off_until is not None or not _has_passed(inputs, at)


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
        inviteTaken: They take what they are invited to, by its name.
        wakeAsked: Reminders may begin again.
        loginAnswered: Whether Nearer may begin at login.
    """

    Props = HomeProps

    sitDownAsked = Signal()
    eveningAsked = Signal()
    comeBackAsked = Signal()
    restAsked = Signal()
    outsideViewAsked = Signal()
    inviteTaken = Signal(str)
    wakeAsked = Signal()
    loginAnswered = Signal(bool)

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
    def takeInvite(self) -> None:
        self.inviteTaken.emit(self.props.invite)

    @Slot()
    def wake(self) -> None:
        self.wakeAsked.emit()

    @Slot(bool)
    def answerLogin(self, yes: bool) -> None:
        self.loginAnswered.emit(yes)

    @Slot()
    def openEvening(self) -> None:
        self.eveningAsked.emit()
