"""What Home shows: this week's theme, one large button, what was kept and what is coming."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.home import HomeFacts
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.guided_session.past import (
    next_introducer,
    outside_view_is_offered,
    pauses_carry_on,
)
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.reminders.due import window_of
from coupleapp.domain.reminders.kinds import ReminderKind
from coupleapp.domain.settings import EVENING
from coupleapp.ui.base import wording
from coupleapp.ui.base.isolation import isolated
from coupleapp.ui.home.coming import coming_words
from coupleapp.ui.home.offers import HomeOffer, first_offer
from coupleapp.ui.programme import words as themes
from coupleapp.ui.reminders.invitation_words import first_invitation
from coupleapp.ui.reminders.words import resting_words

translate = QCoreApplication.translate

_MORNING, _NOON, _EVENING = 5, 12, 17


@dataclass(frozen=True, slots=True)
class HomeProps:
    """What is empty is not shown.

    Attributes:
        intent: What the theme is for, or that they have talked about it.
        press: What the large button says.
        minutes: About how long.
        quote_by: Whose it is, and when; where there is none, that it comes by itself.
        coming: What comes next of all they have agreed on.
        trying: What they are trying.
        brought: Whether it may be asked if something together brought something back.
        line: One neutral line to both, after talks that ended in pauses.
        outside_view: The offer to look from outside, the day after a hard talk.
        setback: The one question after a talk that ended early.
        setback_asking: Whether it is asked who would like to look at it.
        setback_left: Whether the left partner may still look at it; so, too, the right one.
        last_evening: One line on last evening: it stayed quiet, or a sealed sentence waits.
        while_open: Whether the quiet moment comes only while the window stays open.
        login: Whether it is asked if Nearer may begin at login.
        date_question: Whether this computer's date is right.
        date_left: One line, once they have said that it is not.
    """

    greeting: str = ""
    theme: str = ""
    intent: str = ""
    press: str = ""
    minutes: str = ""
    quote: str = ""
    quote_by: str = ""
    tonight: str = ""
    tonight_open: bool = False
    coming: str = ""
    trying: str = ""
    brought: bool = False
    waiting: str = ""
    line: str = ""
    outside_view: str = ""
    setback: str = ""
    setback_asking: bool = False
    setback_left: bool = False
    setback_right: bool = False
    left_name: str = ""
    right_name: str = ""
    invite: str = ""
    invite_words: str = ""
    invite_yes: str = ""
    last_evening: str = ""
    while_open: bool = False
    resting: str = ""
    login: bool = False
    date_question: str = ""
    date_left: str = ""
    exit_words: str = ""
    themes_rest: bool = False
    offer: HomeOffer = HomeOffer.NOTHING


def _ended(sentence: str) -> str:
    """With a full stop where whoever wrote it has left it out."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def derive_home_props(
    home: HomeFacts,
    *,
    stays: bool = True,
    login_possible: bool = False,
    asking: bool = False,
    date_left: bool = False,
) -> HomeProps:
    """What Home shows.

    Args:
        home: How things stand.
        stays: Whether Nearer waits on when the window closes.
        login_possible: Whether it does not begin at login so far, but could.
        asking: Whether they look at who would like to look at what ended early.
        date_left: Whether they have said that this computer's date is wrong.
    """
    couple, theme, zone = home.couple, home.theme, home.zone
    today = home.now.astimezone(zone).date()
    minutes = translate("HomeModel", "about {count} minutes").format(count=home.minutes)
    newest = home.newest
    asked = first_invitation(home.invitations)
    open_to = home.setback.open_to if home.setback else ()
    this_week = translate("HomeModel", "This week: {theme}")
    shown = HomeProps(
        greeting=_greeting(home.now.astimezone(zone).hour, couple),
        theme=themes.done_title()
        if home.done
        else this_week.format(theme=themes.in_a_sentence(theme)),
        intent=_intent(home),
        press=_press(home),
        minutes=minutes,
        quote=newest.text if newest else "",
        quote_by=_by(newest, couple, zone, home.now) if newest else _nothing_yet(),
        tonight=_tonight(home),
        tonight_open=not home.evening.revealed,
        coming=coming_words(home.coming[0], zone, today) if home.coming else "",
        trying=home.trying,
        brought=home.asks_what_it_brought,
        waiting=_waiting(home, today),
        line=wording.pauses_carry_on() if pauses_carry_on(home.history) else "",
        outside_view=_outside_view(home, today),
        setback=_setback() if open_to else "",
        setback_asking=asking and bool(open_to),
        setback_left=Seat.LEFT in open_to,
        setback_right=Seat.RIGHT in open_to,
        left_name=couple.left,
        right_name=couple.right,
        invite=asked.kind,
        invite_words=asked.words,
        invite_yes=asked.yes,
        last_evening=_last_evening(home),
        while_open=_comes_tonight(home) and not stays,
        resting=resting_words(home.rests_until, today),
        login=_may_ask_login(home, login_possible=login_possible),
        date_question="" if date_left else _date_question(home),
        date_left=_date_left() if date_left and home.date_doubt else "",
        exit_words=themes.exit_words(home.natural_exit),
        themes_rest=home.done,
    )
    return replace(shown, offer=first_offer(shown))


def _intent(home: HomeFacts) -> str:
    if home.done:
        return themes.done_words()
    who = themes.introduces(home.couple.name(next_introducer(home.history)))
    if home.has_talked:
        return f"{themes.talked_words(once_more=home.once_more)} {who}"
    return f"{_ended(home.theme.intent)} {who}"


def _press(home: HomeFacts) -> str:
    if home.has_talked and not home.done:
        return translate("HomeModel", "Sit down once more")
    return translate("HomeModel", "Sit down together")


def _date_question(home: HomeFacts) -> str:
    doubt = home.date_doubt
    if doubt is None:
        return ""
    question = translate(
        "HomeModel",
        "This computer says it is {now}; the last date Nearer is sure of is {sure}. "
        "Is the date right?",
    )
    return question.format(
        now=wording.whole_day(doubt.now.astimezone(home.zone).date()),
        sure=wording.whole_day(doubt.sure_of.astimezone(home.zone).date()),
    )


def _date_left() -> str:
    return translate(
        "HomeModel",
        "Until the clock is set, nothing here is opened or cleared away by its date. "
        "Nearer notices by itself when it is right.",
    )


def _may_ask_login(home: HomeFacts, *, login_possible: bool) -> bool:
    """Once, after the first evening that was kept, where the computer can do it."""
    return login_possible and home.has_kept_an_evening and not home.settings.login_asked


def _last_evening(home: HomeFacts) -> str:
    if home.sealed_before:
        return translate("HomeModel", "A sealed sentence waits for tonight.")
    if not home.quiet_last_evening or ReminderKind.WELCOME in home.invitations:
        return ""
    return translate("HomeModel", "Last evening stayed quiet. Tonight is a new one.")


def _waiting(home: HomeFacts, today: date) -> str:
    """The talk that waits, before its time and after."""
    until = home.waits_until
    if until is None:
        return ""
    if until <= home.now:
        return translate("HomeModel", "Your talk waits, for whenever you like")
    when = wording.day_and_time(until, home.zone, today)
    return translate("HomeModel", "{when}: your talk goes on").format(when=when)


def _outside_view(home: HomeFacts, today: date) -> str:
    if not outside_view_is_offered(home.history, today, home.zone):
        return ""
    return translate(
        "HomeModel",
        "Is your last talk still with you? Seven minutes alone, looking at it from outside.",
    )


def _setback() -> str:
    return translate(
        "HomeModel",
        "Your last talk ended early, and that was all right. What was it trying to protect?",
    )


def _greeting(hour: int, couple: Couple) -> str:
    if _MORNING <= hour < _NOON:
        sentence = translate("HomeModel", "Good morning, {left} and {right}")
    elif _NOON <= hour < _EVENING:
        sentence = translate("HomeModel", "Good afternoon, {left} and {right}")
    else:
        sentence = translate("HomeModel", "Good evening, {left} and {right}")
    return sentence.format(left=isolated(couple.left), right=isolated(couple.right))


def _nothing_yet() -> str:
    return translate("HomeModel", "Nothing yet. The first line comes by itself.")


def _by(entry: NotebookEntry, couple: Couple, zone: tzinfo, now: datetime) -> str:
    on = wording.day(entry.written_at.astimezone(zone).date(), now.astimezone(zone).date())
    return f"{isolated(couple.name(entry.author))}, {on}" if entry.author else on


def _tonight(home: HomeFacts) -> str:
    evening = home.evening
    if evening.revealed and not evening.complete:
        return translate("HomeModel", "Tonight’s thank-you lies in your notebook.")
    if evening.revealed:
        return translate("HomeModel", "Tonight you have thanked each other.")
    if evening.given:
        if evening.complete:
            return translate("HomeModel", "Two appreciations are waiting, sealed.")
        return translate("HomeModel", "One appreciation is waiting, sealed.")
    if not _comes_tonight(home):
        return translate("HomeModel", "A quiet moment, whenever you like.")
    usual = home.settings.evening or EVENING
    later = home.put_off_until
    begins = window_of(evening.evening, usual, home.zone)[0]
    if home.now >= begins and later is None and home.rests_until is None:
        return translate("HomeModel", "It is time for your quiet moment, if you like.")
    at = wording.time_of_day(later, home.zone) if later else wording.short_time(usual)
    return translate("HomeModel", "Tonight, a quiet moment at {time}").format(time=at)


def _comes_tonight(home: HomeFacts) -> bool:
    """Whether the quiet moment may still come this evening by itself."""
    at = home.settings.evening
    if at is None or home.evening.revealed:
        return False
    return home.put_off_until is not None or not _has_passed(home, at)


def _has_passed(home: HomeFacts, at: time) -> bool:
    """Whether tonight's window is over."""
    ends = window_of(home.evening.evening, at, home.zone)[1]
    return home.now >= ends
