"""The programme in words: how far they have come, whose theme it is, what is said by itself."""

from PySide6.QtCore import QCoreApplication, QLocale

from coupleapp.application.own_themes import FieldRefused, OwnFull
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.programme.own_themes import OwnWords, is_own
from coupleapp.domain.programme.programme import DEPTHS, Theme
from coupleapp.ui.base import wording

translate = QCoreApplication.translate


def own_words() -> OwnWords:
    """What is said where they have said nothing about something of their own."""
    return OwnWords(
        freely=translate("programme", "Talk as you like about “{title}”."),
        softer=translate("programme", "Say one thing about it, however small."),
        listener=translate("programme", "Listen for one feeling. Say it back as a guess."),
        gone=translate("programme", "Talk as you like."),
    )


def in_a_sentence(theme: Theme) -> str:
    """The title as it stands in the middle of a sentence; theirs stays as they wrote it."""
    title = theme.title
    return title if is_own(theme.id) else title[:1].lower() + title[1:]


def introduces(name: str) -> str:
    return translate("programme", "{name} reads the first question aloud.").format(name=name)


def depth_words(depth: int) -> str:
    """How deep it goes; tender kinds say so."""
    match depth:
        case 1:
            return translate("programme", "light")
        case 2:
            return translate("programme", "easy to begin")
        case 3:
            return translate("programme", "deeper")
        case 4:
            return translate("programme", "tender")
        case _:
            return translate("programme", "most tender")


def number_words(count: int) -> str:
    words = (
        translate("programme", "one"),
        translate("programme", "two"),
        translate("programme", "three"),
        translate("programme", "four"),
        translate("programme", "five"),
        translate("programme", "six"),
        translate("programme", "seven"),
        translate("programme", "eight"),
        translate("programme", "nine"),
        translate("programme", "ten"),
        translate("programme", "eleven"),
        translate("programme", "twelve"),
    )
    return words[count - 1] if 1 <= count <= len(words) else QLocale().toString(count)


def progress(count: int, following: Theme, *, done: bool) -> str:
    """How far they have come; never how far there is to go."""
    then = in_a_sentence(following)
    if count == 0:
        first = translate("programme", "The first theme is {theme}. It waits as long as you like.")
        return first.format(theme=then)
    if done:
        sentence = translate(
            "programme", "You have sat together on {count} themes; next would be {theme}."
        )
    else:
        sentence = translate(
            "programme", "You have sat together on {count} themes; the next is {theme}."
        )
    if count == 1:
        sentence = translate("programme", "You have sat together on one theme; next is {theme}.")
    return sentence.format(count=number_words(count), theme=then)


def exit_words(reached: int) -> str:
    """A good place to rest, and to go on from; empty where none is open."""
    match reached:
        case 4:
            return translate(
                "programme",
                "Four themes together. That is a good place to rest, and a good one to go on from.",
            )
        case 8:
            return translate(
                "programme",
                "Eight themes together. To leave it here is a good ending; to go on is good, too.",
            )
        case 12:
            return translate(
                "programme",
                "Twelve themes together. You have come a long way; rest here, or go on as you "
                "like.",
            )
        case _:
            return ""


def done_title() -> str:
    return translate("programme", "Done for now")


def done_words() -> str:
    return translate(
        "programme",
        "A good ending. What you found for each other stays yours; the themes wait, and you can "
        "sit down whenever you like.",
    )


def author_words(author: Seat | None, couple: Couple) -> str:
    if author is None:
        return translate("programme", "from both of you")
    return translate("programme", "from {name}").format(name=couple.name(author))


def ceiling_words(depth: int) -> str:
    """How deep it may go, with what is there."""
    match depth:
        case 1:
            return translate("programme", "Light: everyday joys")
        case 2:
            return translate("programme", "Easy to begin: memories, small plans")
        case 3:
            return translate("programme", "Deeper: values, pride, regrets")
        case 4:
            return translate("programme", "Tender: fears, needs, loneliness")
        case _:
            return translate("programme", "Most tender: what hurts between you, what would help")


def depths() -> tuple[str, ...]:
    """The lightest first."""
    return tuple(depth_words(depth) for depth in DEPTHS)


def field_trouble(refused: FieldRefused) -> str:
    if refused.fault is TextFault.EMPTY:
        match refused.field:
            case "title":
                return translate("programme", "A theme needs a title. One word will do.")
            case "intent":
                return translate(
                    "programme", "Add one sentence of what it is for. A few words are enough."
                )
            case _:
                return translate(
                    "programme", "There is no question yet. One short sentence is enough."
                )
    sentence = translate(
        "programme",
        "{field} has {length} letters; up to {most} fit. Shorten it a little, nothing is lost.",
    )
    return sentence.format(
        field=_field_name(refused.field), length=refused.length, most=refused.most
    )


def _field_name(field: str) -> str:
    match field:
        case "title":
            return translate("programme", "The title")
        case "intent":
            return translate("programme", "What it is for")
        case "softer":
            return translate("programme", "The softer form")
        case "listener":
            return translate("programme", "The line for the listener")
        case _:
            return translate("programme", "The question")


def full_trouble() -> str:
    return translate(
        "programme", "You have many themes of your own. Delete one, and this one has its place."
    )


REFUSALS: wording.Refusals = {FieldRefused: field_trouble, OwnFull: lambda _: full_trouble()}
"""What a theme or a question of their own can be refused."""


def spoken(intent: str, byline: str, *, first: bool) -> str:
    comes = translate("programme", "comes next") if first else ""
    return ". ".join(filter(None, (comes, byline, intent)))


def week_label(*, done: bool) -> str:
    return (
        translate("programme", "The themes rest") if done else translate("programme", "This week")
    )


def talked_words(*, once_more: bool) -> str:
    if once_more:
        return translate("programme", "You have talked about it. It stays another week.")
    return translate("programme", "You have talked about it. It stays until the week is over.")
