"""A talk about needs in words: its topics, what a wish is about, what is kept, what is refused."""

from PySide6.QtCore import QCoreApplication, QLocale

from coupleapp.application.needs_talk import OnTheTable
from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Couple
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.guided_session import GuidedSession, Refusal, Why
from coupleapp.domain.needs.guarded import Area
from coupleapp.domain.needs.needs import Bends, Need, Ring
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.agreements.words import free_no, topic_words

translate = QCoreApplication.translate


def topic_choice(topic: Topic) -> str:
    if topic is Topic.OWN:
        return translate("NeedsControls", "Something else")
    return topic_words(topic)


def topic_of(table: OnTheTable) -> str:
    """Empty before it was chosen."""
    return topic_words(table.topic, table.own_topic) if table.topic is not None else ""


def area_words(area: Area) -> str:
    match area:
        case Area.TIME:
            return translate("NeedsControls", "time")
        case Area.HOME:
            return translate("NeedsControls", "the home")
        case Area.PLANS:
            return translate("NeedsControls", "plans and weekends")
        case Area.TALKING:
            return translate("NeedsControls", "how we talk")
        case Area.SPENDING:
            return translate("NeedsControls", "what we spend together")
        case Area.TENDERNESS:
            return translate("NeedsControls", "tenderness")
        case Area.SEX:
            return translate("NeedsControls", "sex")
        case Area.SAFETY:
            return translate("NeedsControls", "safety")
        case Area.HEALTH:
            return translate("NeedsControls", "health")
        case Area.PEOPLE:
            return translate("NeedsControls", "friends and family")
        case Area.DEVICES:
            return translate("NeedsControls", "a phone or a computer")
        case Area.MONEY:
            return translate("NeedsControls", "one’s own money")
        case Area.ELSE:
            return translate("NeedsControls", "something else")


def note(need: Need, couple: Couple) -> str:
    """What stands small below a line: why it matters, or whom a wish is for."""
    if need.bends is Bends.MINE or need.area is None:
        return need.why
    sentence = translate("NeedsControls", "A wish for {name}: {area}")
    return sentence.format(name=couple.name(need.seat.other), area=area_words(need.area))


def drawn(need: Need) -> str:
    """A line as it stands in its oval, where there is no room for a note."""
    if need.bends is Bends.MINE:
        return need.text
    return translate("NeedsControls", "a wish: {text}").format(text=need.text)


def a_no(*, stands: bool) -> str:
    """The line about a no where it stands; empty elsewhere."""
    return free_no() if stands else ""


def both_can(free_no: str) -> str:
    """That both can say yes to a line, with the line about a no where it stands."""
    return translate("NeedsControls", "Both can say yes. {free_no}").format(free_no=free_no)


def list_words(ring: Ring, name: str) -> dict[str, str]:
    """The sentences around the list one writes."""
    if ring is Ring.CORE:
        heading = translate("NeedsControls", "{name}, what matters most to you?")
        hint = translate("NeedsControls", "As few as are true, up to three.")
        label = translate("NeedsControls", "What matters most to me")
        full = translate("NeedsControls", "That is three. Fewer would be fine, too.")
    else:
        heading = translate("NeedsControls", "{name}, what can you bend?")
        hint = translate(
            "NeedsControls", "When, where, how often: as much as is true, up to eight."
        )
        label = translate("NeedsControls", "What I can bend")
        full = translate("NeedsControls", "That is eight. Plenty to work with.")
    return {
        "list_heading": heading.format(name=name),
        "list_hint": hint,
        "list_label": label,
        "list_full": full,
    }


def say_back_hint(name: str, *, again: bool) -> str:
    if again:
        words = translate("NeedsControls", "{name}, once more, with what was missing.")
    else:
        words = translate("NeedsControls", "{name}, say it back in your own words. No answer yet.")
    return words.format(name=name)


def heard_hint() -> str:
    return translate("NeedsControls", "Hearing isn’t the same as agreeing.")


def yes_words(name: str, *, done: bool) -> str:
    asks = translate("NeedsControls", "{name}: yes")
    words = translate("NeedsControls", "{name} said yes") if done else asks
    return words.format(name=name)


def about_what() -> str:
    return translate("NeedsControls", "What is the wish about? Choose one of the words below it.")


def kept(state: GuidedSession) -> str:
    """What stays of a talk about needs when it is over; empty for every other talk."""
    needs = state.needs
    if needs.topic is None:
        return ""
    if not needs.revealed and state.stopped:
        return translate(
            "NeedsControls",
            "What you each wrote alone was not opened. It goes for good when you leave here.",
        )
    if not needs.revealed:
        return translate(
            "NeedsControls", "What you each wrote alone was not opened. It is gone now, for good."
        )
    if needs.agreement_id is not None:
        return translate(
            "NeedsControls",
            "Your plan is kept, and so are the two lists you have opened. "
            "You find them under Ours.",
        )
    return translate(
        "NeedsControls",
        "The two lists you have opened are kept, under Ours. A plan can come another day.",
    )


def line_trouble(refused: LineRefused, *, plan: bool = False) -> str:
    """Why a line was not taken, and what to do."""
    if refused.fault is TextFault.EMPTY:
        if plan:
            return translate(
                "NeedsControls",
                "Each line of the plan has a few words; what you try and the place may stay open.",
            )
        return translate("NeedsControls", "There is nothing to add yet. A few words are enough.")
    sentence = translate(
        "NeedsControls",
        "One line is {length} characters long; up to {most} fit. "
        "Shorten it a little, nothing is lost.",
    )
    locale = QLocale()
    return sentence.format(length=locale.toString(refused.length), most=locale.toString(LINE_MAX))


def refused_words(refusal: Refusal) -> str:
    """What is said of a refusal that two people can mend; empty for every other."""
    match refusal.why:
        case Why.FULL:
            return translate(
                "NeedsControls", "That is as many as fit here. Take one away to add another."
            )
        case Why.TOO_FEW:
            return translate(
                "NeedsControls", "Three ideas make a choice. One more may be as odd as you like."
            )
        case _:
            return ""


def options_hint(*, enough: bool) -> str:
    """What is asked of both while they collect what could be tried."""
    if enough:
        return translate(
            "NeedsControls", "When you are ready: choose one to try, or a mix of them."
        )
    return translate(
        "NeedsControls",
        "Three ideas or more. No judging yet: odd ones and small ones are welcome.",
    )


def try_words(*, enough: bool, chosen: bool) -> str:
    """The button that goes on from the options."""
    if not enough:
        return translate("NeedsControls", "Go on")
    if chosen:
        return translate("NeedsControls", "We try this one")
    return translate("NeedsControls", "We try a mix")
