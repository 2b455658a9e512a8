"""The sentences of the step on the screen: which are said is decided here, and shown in QML."""

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.defaults import ONE_BREATH_S
from coupleapp.domain.guided_session.events import Ending
from coupleapp.ui.guided_session import turn_words
from coupleapp.ui.guided_session.snapshot import SessionProps, StepWords
from coupleapp.ui.guided_session.stage import Stage

translate = QCoreApplication.translate


def step_words(props: SessionProps) -> StepWords:
    hint = _hint(props).format(other=props.other_name, time=props.countdown)
    return StepWords(
        heading=_heading(props),
        hint=hint,
        spoken_hint=_breathing() if props.stage is Stage.BREATHE else hint,
        tender_words=tender_words() if props.tender else "",
        cue_words=cue_words(props.cue),
        doing=turn_words.doing_words(props),
        about_left=turn_words.about_left_words(props),
        wished=turn_words.wished_words(props),
        listening=turn_words.listening_words(props),
        part_words=_part(props),
        card_words=_card(props),
        time_words=time_words(props),
        keep_words=_keep(props.stage),
        leave_words=_leave(props.stage),
        back_words=_back(props),
        question_words=turn_words.question_words(props),
        softer_words=first_words() if props.softened else softer_words(),
        take_back_words=_take_back(props),
        pause_line=_pause_line(props),
        breath_end=_breath_end(props),
        left_yes=_yes(props.left_name, done=props.confirmed_left),
        right_yes=_yes(props.right_name, done=props.confirmed_right),
    )


def time_words(props: SessionProps) -> str:
    """How much time is left to write; one may write on after it."""
    if props.in_grace and props.stage is Stage.WRITE:
        return translate("StepWords", "That was the time. Take as long as you need to end.")
    if props.in_grace:
        return translate("StepWords", "That was the time. There is no hurry to end.")
    if props.countdown:
        return translate("StepWords", "{time} left").format(time=props.countdown)
    return ""


def _heading(props: SessionProps) -> str:
    match props.stage:
        case Stage.READINESS | Stage.RATE | Stage.RETURNING:
            return props.asked_name
        case Stage.PAUSE_CHOICE | Stage.PAUSING if props.alone:
            return translate("StepWords", "A pause")
        case Stage.PAUSE_CHOICE | Stage.PAUSING:
            return translate("StepWords", "A pause for both of you")
        case Stage.BOOKING if props.may_extend:
            return translate("StepWords", "Not quite yet")
        case Stage.BOOKING:
            return translate("StepWords", "Another time suits you better")
        case Stage.WAITING:
            return translate("StepWords", "Your talk waits for you")
        case Stage.INVENTORY:
            return translate("StepWords", "Moments you have named before")
        case Stage.MATTERED:
            words = translate("StepWords", "{asked}, what did you hear that mattered?")
        case Stage.SMALL_WIN:
            words = translate("StepWords", "{asked}, what did {other} do well just now?")
        case Stage.APPRECIATE:
            words = translate("StepWords", "{asked}, one thing you appreciate about {other}")
        case Stage.NOTEBOOK:
            words = translate("StepWords", "{asked}, a sentence or two for the notebook?")
        case Stage.STOPPED | Stage.OVER:
            return _ended(props)
        case _:
            return props.title
    return words.format(asked=props.asked_name, other=props.other_name)


def _ended(props: SessionProps) -> str:
    if props.ending == Ending.ANOTHER_TIME:
        return translate("StepWords", "Another time, then")
    if props.ending != Ending.FINISHED:
        return translate("StepWords", "Enough for today")
    if props.alone:
        return translate("StepWords", "You took this time for the two of you")
    if props.light and not props.talked:
        return translate("StepWords", "You were quiet together. That counts.")
    return translate("StepWords", "You both stayed.")


def _hint(props: SessionProps) -> str:
    match props.stage:
        case Stage.BREATHE if not props.countdown:
            return _breathing()
        case Stage.BREATHE:
            return translate(
                "StepWords", "Easy, small breaths; smaller if you feel light-headed. {time} left."
            )
        case Stage.ONE_BREATH if props.countdown:
            words = translate("StepWords", "About {seconds} seconds, then you go on.")
            return words.format(seconds=ONE_BREATH_S)
        case Stage.ONE_BREATH:
            return translate("StepWords", "Take your time. You go on when you like.")
        case Stage.LAST_BREATH:
            return translate("StepWords", "One breath together.")
        case Stage.MATTERED:
            return translate("StepWords", "Say it aloud first. One line of it may be kept.")
        case Stage.SMALL_WIN:
            return translate(
                "StepWords",
                "Choose one, or use your own words. It is given to {other} at the end.",
            )
        case Stage.KEEP:
            return translate(
                "StepWords",
                "It joins the moments you both know of: where it was, and what was felt.",
            )
        case Stage.APPRECIATE:
            return translate(
                "StepWords", "Small and true is best. Say it aloud, or write it down too."
            )
        case Stage.NOTEBOOK:
            return translate(
                "StepWords", "Only if you like. What would you want to read again in a year?"
            )
        case Stage.BOOKING if props.may_extend:
            return translate(
                "StepWords",
                "Wait a quarter of an hour, or choose a time within two days. "
                "Your talk waits, exactly where you left it.",
            )
        case Stage.BOOKING:
            return translate(
                "StepWords",
                "Choose one within two days, tomorrow if you can. "
                "Your talk waits there, exactly where you left it.",
            )
        case Stage.WAITING if props.came_back:
            return translate("StepWords", "Would you both like to go on with it now?")
        case Stage.WAITING:
            return translate(
                "StepWords",
                "Every word and all your time is kept, and a quiet reminder comes then, "
                "if Nearer is open. The talk can rest until that time, and so can you.",
            )
        case Stage.OVER if props.ending == Ending.FINISHED:
            return translate("StepWords", "Now something ordinary: tea, a walk, the dishes.")
        case Stage.STOPPED | Stage.OVER:
            return translate("StepWords", "That is a good ending, too.")
        case _:
            return ""


def _take_back(props: SessionProps) -> str:
    """How one slip is undone, by both."""
    if not props.can_take_back:
        return ""
    match props.stage, bool(props.alone):
        case Stage.STOPPED, True:
            return translate("StepWords", "Pressed by mistake? You can go on.")
        case Stage.STOPPED, False:
            return translate("StepWords", "Pressed by mistake? Together you can go on.")
        case _, True:
            return translate("StepWords", "Lighter now. You can take it back.")
        case _:
            return translate("StepWords", "Lighter now. Together you can take it back.")


def _breathing() -> str:
    return translate("StepWords", "Easy, small breaths; smaller if you feel light-headed.")


def _breath_end(props: SessionProps) -> str:
    """Without a timer it waits for them."""
    if props.countdown:
        return translate("StepWords", "Back to normal breathing")
    return translate("StepWords", "On we go")


def softer_words() -> str:
    return translate("StepWords", "A softer one")


def first_words() -> str:
    return translate("StepWords", "The first one again")


def tender_words() -> str:
    """What stands before a question that is named as tender."""
    return translate("StepWords", "This one can feel tender. A softer one is just as good.")


def cue_words(cue: str) -> str:
    """The listener's task, before anybody speaks."""
    return translate("StepWords", "For the one who listens: {cue}").format(cue=cue) if cue else ""


def _card(props: SessionProps) -> str:
    """Which of several questions it is."""
    if props.cards < 2:
        return ""
    if props.card == props.cards:
        return translate("StepWords", "The last question")
    if props.card > 1:
        return translate("StepWords", "The second question")
    if props.cards == 2:
        return translate("StepWords", "The first of two questions")
    return translate("StepWords", "The first of three questions")


def _part(props: SessionProps) -> str:
    place = ""
    if props.stage is Stage.SPEAK and props.chunks > 1:
        words = translate("StepWords", "part {part} of {parts}")
        place = words.format(part=props.chunk, parts=props.chunks)
    typed = translate("StepWords", "Ctrl+Return when you are done") if props.types else ""
    return " · ".join(filter(None, (place, typed)))


def _keep(stage: Stage) -> str:
    if stage is Stage.SMALL_WIN:
        return translate("StepWords", "Give it")
    return translate("StepWords", "Keep this line")


def _leave(stage: Stage) -> str:
    match stage:
        case Stage.NOTEBOOK:
            return translate("StepWords", "Nothing today")
        case Stage.SMALL_WIN:
            return translate("StepWords", "Not this time")
        case _:
            return translate("StepWords", "Saying it was enough")


def _back(props: SessionProps) -> str:
    if props.alone:
        words = translate("StepWords", "Back at {time}")
    else:
        words = translate("StepWords", "Back together at {time}")
    return words.format(time=props.back_at)


def _pause_line(props: SessionProps) -> str:
    if props.alone:
        words = translate("StepWords", "{left} left, back at {time}")
    else:
        words = translate("StepWords", "{left} left, back together at {time}")
    return words.format(left=props.countdown, time=props.back_at)


def _yes(name: str, *, done: bool) -> str:
    asks = translate("StepWords", "{name}: yes")
    words = translate("StepWords", "{name} said yes") if done else asks
    return words.format(name=name)
