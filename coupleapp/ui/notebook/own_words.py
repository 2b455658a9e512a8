"""One's own pages, in words."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.lock import SHORTEST_PASSPHRASE, Passphrase
from coupleapp.ui.lock import words as lock_words

translate = QCoreApplication.translate


class PassphraseForm(StrEnum):
    """What is being done about one's own passphrase; one at a time."""

    NONE = ""
    CHOOSE = "choose"
    CHANGE = "change"
    LET_GO = "let_go"
    ANEW = "anew"

    @property
    def asks_old(self) -> bool:
        return self in {PassphraseForm.CHANGE, PassphraseForm.LET_GO}

    @property
    def asks_new(self) -> bool:
        return self in {PassphraseForm.CHOOSE, PassphraseForm.CHANGE, PassphraseForm.ANEW}


def title(form: PassphraseForm) -> str:
    match form:
        case PassphraseForm.NONE:
            return ""
        case PassphraseForm.CHOOSE:
            return translate("OwnPages", "A passphrase of your own")
        case PassphraseForm.CHANGE:
            return translate("OwnPages", "Change your own passphrase")
        case PassphraseForm.LET_GO:
            return translate("OwnPages", "Do without your own passphrase")
        case PassphraseForm.ANEW:
            return translate("OwnPages", "Begin anew")


def words(form: PassphraseForm, other: str) -> str:
    """What to know before it; ``other``: the partner's name."""
    match form:
        case PassphraseForm.NONE:
            return ""
        case PassphraseForm.CHOOSE:
            protects = translate(
                "OwnPages",
                "What you keep for yourself alone is then sealed. Even with the file and your "
                "shared passphrase in hand, {other} cannot read it.",
            )
            return "\n\n".join([protects.format(other=other), _not_against(), _if_forgotten()])
        case PassphraseForm.CHANGE:
            return translate(
                "OwnPages", "A copy from before still opens with the passphrase you had then."
            )
        case PassphraseForm.LET_GO:
            return translate(
                "OwnPages",
                "Your lines are then kept like all others in your notebook. They still show only "
                "here, after the curtain.",
            )
        case PassphraseForm.ANEW:
            return translate(
                "OwnPages",
                "What you have sealed stays sealed, and nobody can read it, not even we. If your "
                "earlier passphrase comes back to you, it opens those lines again. What you write "
                "from now on opens with the new one.",
            )


def _not_against() -> str:
    return translate(
        "OwnPages",
        "That there are lines, and from which day, can still be seen. Copies from before hold "
        "them unsealed; in Settings, Copies can let go of those. What you write in a sitting is "
        "sealed once you keep it. Against a program that spies on this computer nothing helps.",
    )


def _if_forgotten() -> str:
    return translate(
        "OwnPages",
        "If you forget it, nobody can give your lines back to you: not your recovery sheet, not "
        "we. Write it down for yourself.",
    )


def button(form: PassphraseForm) -> str:
    match form:
        case PassphraseForm.NONE:
            return ""
        case PassphraseForm.LET_GO:
            return translate("OwnPages", "Do without it")
        case PassphraseForm.ANEW:
            return translate("OwnPages", "Begin anew with this one")
        case _:
            return translate("OwnPages", "Take this passphrase")


def refused_now() -> str:
    return translate("OwnPages", "That is not the passphrase you have now. Nothing has changed.")


def refused() -> str:
    return translate("OwnPages", "That did not open your pages. Try once more, slowly.")


def trouble(new: Passphrase, again: Passphrase) -> str:
    """Why this cannot be taken; empty where it can."""
    if not new.long_enough:
        sentence = translate(
            "OwnPages",
            "A little longer, please: at least {count} characters. A few words that nobody "
            "guesses will do.",
        )
        return sentence.format(count=SHORTEST_PASSPHRASE)
    return lock_words.passphrase_trouble(new, again)


def shared() -> str:
    return translate("OwnPages", "You both know that one. Take one that is yours alone.")


def done(form: PassphraseForm) -> str:
    if form is PassphraseForm.LET_GO:
        return translate("OwnPages", "Done. Your lines are not sealed any more.")
    return translate("OwnPages", "Done. Your own passphrase opens these pages from now on.")


def closed_words(lines: int) -> str:
    """``lines``: how many lie under another passphrase."""
    if lines == 0:
        return ""
    if lines == 1:
        return translate("OwnPages", "One line lies under another passphrase.")
    sentence = translate("OwnPages", "{count} lines lie under another passphrase.")
    return sentence.format(count=lines)


def newer(day: str) -> str:
    """``day``: when the passphrase was chosen that seals them now."""
    sentence = translate(
        "OwnPages",
        "Another passphrase was chosen here: {day}. What is kept from then on opens with that one "
        "alone, so nothing can be written here with this one. If it was not you, seal with yours "
        "again.",
    )
    return sentence.format(day=day)


def damaged() -> str:
    return translate(
        "OwnPages",
        "What seals these pages cannot be read. A copy from before may still hold it: look in "
        "Settings, Copies.",
    )


def empty() -> str:
    return translate("OwnPages", "Nothing here yet. What you keep for yourself alone will be here.")
