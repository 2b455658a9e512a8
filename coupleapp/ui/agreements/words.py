"""Agreements in words: what they say, what both answers said together, what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from coupleapp.domain.agreements.agreement import Agreement, Topic
from coupleapp.domain.agreements.life import AgreementLife, How, Past, Status
from coupleapp.domain.agreements.review import Finding, Shift
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import LINE_MAX, TRIAL_LENGTHS
from coupleapp.domain.needs.guarded import BelongsToEachAlone
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """``free_no`` and ``history`` (one sentence a line) are empty where there is none."""

    agreement_id: str
    topic: str
    what: str
    when: str
    left_will: str
    right_will: str
    left_honours: str
    right_honours: str
    free_no: str
    look_again: str
    due: bool
    history: str


def agreement_row(life: AgreementLife, couple: Couple, zone: tzinfo, today: date) -> AgreementRow:
    agreement = life.agreement
    return AgreementRow(
        agreement_id=agreement.id,
        topic=topic_words(agreement.topic, agreement.own_topic),
        what=agreement.what,
        when=when_words(agreement),
        left_will=_will(agreement, Seat.LEFT, couple),
        right_will=_will(agreement, Seat.RIGHT, couple),
        left_honours=_honours(agreement, Seat.LEFT, couple),
        right_honours=_honours(agreement, Seat.RIGHT, couple),
        free_no=free_no() if agreement.about_touch else "",
        look_again=_look_again(life, couple, today),
        due=life.is_due(today),
        history="\n".join(past_words(past, zone, today) for past in life.past),
    )


def topic_words(topic: Topic, own: str = "") -> str:
    """What an agreement is about; ``own`` are the couple's words where the topic is their own."""
    match topic:
        case Topic.CLOSENESS:
            return translate("agreements", "Closeness")
        case Topic.TIME:
            return translate("agreements", "Time together")
        case Topic.SPACE:
            return translate("agreements", "Room for yourself")
        case Topic.CHORES:
            return translate("agreements", "Work at home")
        case Topic.TOUCH:
            return translate("agreements", "Touch")
        case Topic.MONEY:
            return translate("agreements", "Money")
        case Topic.FAMILY:
            return translate("agreements", "Family")
        case Topic.OWN:
            return own


def free_no() -> str:
    return translate("agreements", "A no needs no reason and can change any time.")


def when_words(agreement: Agreement) -> str:
    return " · ".join(line for line in (agreement.when, agreement.where) if line)


def plan_words(agreement: Agreement) -> str:
    """What they try, when and where, in one line."""
    return " · ".join(filter(None, (agreement.what, when_words(agreement))))


def _will(agreement: Agreement, seat: Seat, couple: Couple) -> str:
    sentence = translate("agreements", "{name}: I will {words}")
    return sentence.format(name=couple.name(seat), words=agreement.side(seat).will)


def _honours(agreement: Agreement, seat: Seat, couple: Couple) -> str:
    sentence = translate("agreements", "What matters to {name} in it: {words}")
    return sentence.format(name=couple.name(seat), words=agreement.side(seat).honours)


def _look_again(life: AgreementLife, couple: Couple, today: date) -> str:
    if life.status is not Status.RUNNING:
        return ""
    due = translate("agreements", "It is a good time to look at this again.")
    now = [due if life.is_due(today) else "", sealed_words(life, couple)]
    if any(now):
        return " ".join(filter(None, now))
    if life.review_on is None:
        return translate("agreements", "No day is set. Look at it whenever you like.")
    if (life.review_on - today).days == 1:
        return translate("agreements", "Tomorrow you look at it again.")
    on_a_day = translate("agreements", "You look at it again on {day}.")
    return on_a_day.format(day=wording.day(life.review_on, today))


def sealed_words(life: AgreementLife, couple: Couple) -> str:
    """Whose answer is sealed; empty while nobody’s is."""
    match life.sealed:
        case ():
            return ""
        case (one,):
            sentence = translate("agreements", "{name}’s answer is sealed.")
            return sentence.format(name=couple.name(one.seat))
        case _:
            return translate("agreements", "Both answers are sealed.")


def past_words(past: Past, zone: tzinfo, today: date) -> str:
    """What became of it at that time, one or two sentences with the day before them."""
    day = wording.day(past.at.astimezone(zone).date(), today)
    said = [finding_words(past.finding)] if past.finding else []
    sentence = translate("agreements", "{day}: {words}")
    return sentence.format(day=day, words=" ".join([*said, became(past)]))


def became(past: Past) -> str:
    match past.how:
        case How.KEPT:
            return translate("agreements", "You kept it.")
        case How.CHANGED:
            words = translate("agreements", "You changed it; before, it was “{words}”.")
            return words.format(words=plan_words(past.agreement))
        case How.ENDED:
            return translate("agreements", "You ended it. It served its time.")
        case How.PARKED:
            return translate("agreements", "You let it rest.")
        case How.TAKEN_UP:
            return translate("agreements", "You took it up again.")
        case How.LEFT:
            return translate("agreements", "It ended.")


def finding_words(finding: Finding) -> str:
    match (finding.fitted, finding.shift):
        case (True, Shift.LESS):
            return translate("agreements", "It fits, and there is less distance than before.")
        case (True, Shift.SAME):
            return translate("agreements", "It fits, and the distance is about the same.")
        case (True, Shift.MORE):
            return translate("agreements", "It fits, though there is more distance for now.")
        case (True, Shift.MIXED):
            return translate("agreements", "It fits, and you feel the distance differently.")
        case (True, None):
            return translate("agreements", "It fits. How the distance is, was left open.")
        case (False, Shift.LESS):
            return translate(
                "agreements", "The plan did not fit, though there is less distance than before."
            )
        case (False, Shift.SAME):
            return translate(
                "agreements", "The plan did not fit, and the distance is about the same."
            )
        case (False, Shift.MORE):
            return translate(
                "agreements", "The plan did not fit, and there is more distance for now."
            )
        case (False, Shift.MIXED):
            return translate(
                "agreements", "The plan did not fit, and you feel the distance differently."
            )
        case (False, None):
            return translate(
                "agreements", "The plan did not fit. How the distance is, was left open."
            )
        case (_, Shift.LESS):
            return translate(
                "agreements", "There is less distance than before. How well it fits was left open."
            )
        case (_, Shift.SAME):
            return translate(
                "agreements", "The distance is about the same. How well it fits was left open."
            )
        case (_, Shift.MORE):
            return translate(
                "agreements", "There is more distance for now. How well it fits was left open."
            )
        case (_, Shift.MIXED):
            return translate(
                "agreements", "You feel the distance differently. How well it fits was left open."
            )
        case _:
            return translate(
                "agreements", "How it fits was left open. You can still choose together."
            )


def glad_words() -> str:
    return translate("agreements", "You could both be yourselves in it. That is worth a moment.")


def decided_words(how: How) -> str:
    match how:
        case How.KEPT:
            return translate("agreements", "You keep it.")
        case How.CHANGED | How.TAKEN_UP:
            return translate("agreements", "A new trial begins.")
        case How.ENDED:
            return translate("agreements", "Ended. It served its time.")
        case How.PARKED:
            return translate("agreements", "It rests here, for as long as you like.")
        case How.LEFT:
            return translate("agreements", "It has ended. Endings are good endings, too.")


@dataclass(frozen=True, slots=True)
class LengthRow:
    count: int
    words: str


def length_rows() -> list[LengthRow]:
    return [LengthRow(days, _length_words(days)) for days in TRIAL_LENGTHS]


def _length_words(days: int) -> str:
    match days:
        case 7:
            return translate("agreements", "In a week")
        case 14:
            return translate("agreements", "In two weeks")
        case 30:
            return translate("agreements", "In a month")
        case _:
            return translate("agreements", "In {days} days").format(days=QLocale().toString(days))


def line_trouble(refused: LineRefused) -> str:
    if refused.fault is TextFault.EMPTY:
        return translate(
            "agreements", "Each line has a few words; what you try and the place may stay open."
        )
    sentence = translate(
        "agreements",
        "One line is {length} characters long; up to {most} fit. "
        "Shorten it a little, nothing is lost.",
    )
    locale = QLocale()
    return sentence.format(length=locale.toString(refused.length), most=locale.toString(LINE_MAX))


def rows_of(
    lives: Sequence[AgreementLife], couple: Couple, zone: tzinfo, today: date
) -> list[AgreementRow]:
    return [agreement_row(life, couple, zone, today) for life in lives]


REFUSALS: wording.Refusals = {
    LineRefused: line_trouble,
    BelongsToEachAlone: lambda _: wording.belongs_to_each(listing=False),
}
"""What other words for an agreement can be refused."""


def review_hint(*, both: bool) -> str:
    if both:
        return translate("ReviewModel", "Come close, and see what they say together.")
    return translate(
        "ReviewModel",
        "Each of you answers four short questions alone, in any order, at any time.",
    )


def together_hint(*, fits: bool) -> str:
    if fits:
        return translate("ReviewModel", "What becomes of it now?")
    return translate(
        "ReviewModel",
        "That is about the plan, and about neither of you. What would fit better?",
    )


def lead_words(*, empty: bool) -> str:
    if empty:
        return translate(
            "AgreementsModel",
            "When you have agreed on something small to try, it stands here in your own words.",
        )
    return translate(
        "AgreementsModel",
        "Each is a trial. It may stay, change, rest or end, and either of you may leave it.",
    )
