"""The forms of the lock: what each asks, and what is said on it."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class LockForm(StrEnum):
    """What is being done about the lock; one at a time."""

    NONE = ""
    CHOOSE = "choose"
    CHANGE = "change"
    LET_GO = "let_go"
    AFTER_SHEET = "after_sheet"
    TEST = "test"
    RENEW = "renew"

    @property
    def asks_new(self) -> bool:
        """Whether a new passphrase is typed in it."""
        return self in {LockForm.CHOOSE, LockForm.CHANGE, LockForm.AFTER_SHEET}


def title(form: LockForm) -> str:
    match form:
        case LockForm.NONE:
            return ""
        case LockForm.CHOOSE:
            return translate("LockForm", "Choose a passphrase")
        case LockForm.CHANGE:
            return translate("LockForm", "Change your passphrase")
        case LockForm.LET_GO:
            return translate("LockForm", "Do without a passphrase")
        case LockForm.AFTER_SHEET:
            return translate("LockForm", "Your sheet opened it")
        case LockForm.TEST:
            return translate("LockForm", "Test our sheet")
        case LockForm.RENEW:
            return translate("LockForm", "A new key")


def words(form: LockForm, *, passphrase: bool, sheet: bool) -> str:
    """What to know before it; ``passphrase`` and ``sheet``: whether there is one now."""
    match form:
        case LockForm.NONE:
            return ""
        case LockForm.CHOOSE | LockForm.CHANGE if sheet:
            return translate(
                "LockForm",
                "Both of you know it, and nobody else. Your recovery sheet opens your notebook as "
                "before.",
            )
        case LockForm.CHOOSE:
            return translate(
                "LockForm",
                "Nobody can open your notebook without the passphrase or a recovery sheet, not "
                "even us. Make a sheet first, or right after.",
            )
        case LockForm.CHANGE:
            return translate("LockForm", "Both of you know it, and nobody else.")
        case LockForm.LET_GO:
            return translate(
                "LockForm",
                "Your notebook then opens by itself on this computer, for whoever uses your "
                "account.",
            )
        case LockForm.AFTER_SHEET:
            return translate(
                "LockForm",
                "Choose a new passphrase that both of you know. The earlier one then opens "
                "it no more.",
            )
        case LockForm.TEST:
            return translate("LockForm", "Type the code from the paper. Nothing changes.")
        case LockForm.RENEW:
            return _renew_words(passphrase=passphrase, sheet=sheet)


def _renew_words(*, passphrase: bool, sheet: bool) -> str:
    said = [
        translate(
            "LockForm",
            "Your notebook is written anew under another key. Whoever knows the one of today "
            "cannot read what you write from then on.",
        )
    ]
    if passphrase:
        said += [
            translate(
                "LockForm",
                "Your passphrase stays the same; if somebody may know it, change it first.",
            )
        ]
    said += [translate("LockForm", "Nearer closes your notebook for a moment and opens it again.")]
    if sheet:
        said += [
            translate(
                "LockForm",
                "Your recovery sheet opens only copies from before; make a new one after.",
            )
        ]
    return " ".join(said)


def button(form: LockForm) -> str:
    match form:
        case LockForm.NONE:
            return ""
        case LockForm.LET_GO:
            return translate("LockForm", "Do without it")
        case LockForm.TEST:
            return translate("LockForm", "Test it")
        case LockForm.RENEW:
            return translate("LockForm", "Give it a new key")
        case _:
            return translate("LockForm", "Take this passphrase")


def done(*, again: bool) -> str:
    """``again``: whether there was a passphrase before."""
    if again:
        return translate("LockForm", "Done. Your new passphrase counts from now on.")
    return translate("LockForm", "Done. Nearer asks for your passphrase from now on.")


def refused(form: LockForm) -> str:
    """What is said where what was typed opens something else."""
    if form is LockForm.AFTER_SHEET:
        return translate("LockForm", "This sheet opens your notebook no more. Nothing has changed.")
    return translate("LockForm", "That is not the passphrase you have now. Nothing has changed.")


def lock_words(*, passphrase: bool) -> str:
    if passphrase:
        return translate("LockForm", "Lock now")
    return translate("LockForm", "Hide it now")


def sheet_words(*, sheet: bool) -> str:
    if sheet:
        return translate("LockForm", "Make a new sheet")
    return translate("LockForm", "Make a sheet")
