"""One's own pages, in words."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coupleapp.application.own_pages import SealedBy, Standing
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
    AGAIN = "again"
    MEND = "mend"

    @property
    def asks_old(self) -> bool:
        return self in {PassphraseForm.CHANGE, PassphraseForm.LET_GO}

    @property
    def asks_new(self) -> bool:
        return self not in {PassphraseForm.NONE, PassphraseForm.LET_GO}


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
        case PassphraseForm.AGAIN:
            return translate("OwnPages", "Seal with yours again")
        case PassphraseForm.ANEW | PassphraseForm.MEND:
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
                "What you have sealed stays sealed, and nobody can read it, not even us. If your "
                "earlier passphrase comes back to you, it opens those lines again. What you write "
                "from now on opens with the new one.",
            )
        case PassphraseForm.AGAIN:
            return translate(
                "OwnPages",
                "Take the one you have, or a new one. What you write from now on opens with it. "
                "What was kept under something else stays as it is.",
            )
        case PassphraseForm.MEND:
            return translate(
                "OwnPages",
                "What you have sealed stays where it is, and cannot be read for now: what opened "
                "it is damaged. A copy from before may still hold it. What you write from now on "
                "opens with the new passphrase. You may take the same one again.",
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
        case PassphraseForm.ANEW | PassphraseForm.MEND:
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


def closed_words(standing: Standing) -> str:
    """What cannot be read with what is open."""
    return " ".join(filter(None, [_under_another(standing.closed), _lost(standing.lost)]))


def _under_another(lines: int) -> str:
    if lines == 0:
        return ""
    if lines == 1:
        return translate("OwnPages", "One line lies under another passphrase.")
    sentence = translate("OwnPages", "{count} lines lie under another passphrase.")
    return sentence.format(count=lines)


def _lost(lines: int) -> str:
    if lines == 0:
        return ""
    if lines == 1:
        return translate(
            "OwnPages",
            "One line cannot be opened: what opened it is damaged or gone. A copy from before "
            "may still hold it.",
        )
    sentence = translate(
        "OwnPages",
        "{count} lines cannot be opened: what opened them is damaged or gone. A copy from before "
        "may still hold it.",
    )
    return sentence.format(count=lines)


def sealed_by(by: SealedBy, day: str = "") -> str:
    """Where it is not what it should be; ``day``: when that was chosen which seals them now."""
    match by:
        case SealedBy.ANOTHER:
            sentence = translate(
                "OwnPages",
                "Another passphrase was chosen here: {day}. What is kept from then on opens with "
                "that one alone, so nothing can be written here with this one. If it was not you, "
                "seal with yours again.",
            )
            return sentence.format(day=day)
        case SealedBy.CHANGED:
            return translate(
                "OwnPages",
                "Somebody has changed what seals these pages. What was kept since then may open "
                "for them, and not for you, so nothing can be written here now. Seal with yours "
                "again.",
            )
        case SealedBy.NOTHING_MORE:
            return translate(
                "OwnPages",
                "Nothing seals these pages any more: what you write here lies open, as all else "
                "in your notebook does. If it was not you who did without your passphrase, take "
                "one again.",
            )
        case SealedBy.NOTHING | SealedBy.THIS:
            return ""


def damaged() -> str:
    return translate(
        "OwnPages",
        "What seals these pages cannot be read. A copy from before may still hold it: look in "
        "Settings, Copies. Or begin anew: what you have sealed then waits.",
    )


def empty(*, in_bin: bool) -> str:
    if in_bin:
        return translate("OwnPages", "Nothing is in the bin.")
    return translate("OwnPages", "Nothing here yet. What you keep for yourself alone will be here.")
