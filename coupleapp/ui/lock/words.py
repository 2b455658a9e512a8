"""What opens the notebook, and what somebody types for it, in words."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coupleapp.application.lock import RenewalInterrupted
from coupleapp.application.ports import SecretRefused, StoreError
from coupleapp.domain.lock import (
    GROUP_LENGTH,
    SHEET_GROUPS,
    SHORTEST_PASSPHRASE,
    Passphrase,
    SheetUnreadable,
    WayIn,
    read_sheet,
)
from coupleapp.ui.base import wording

translate = QCoreApplication.translate


def opens_words(ways: AbstractSet[WayIn]) -> str:
    """What opens it now."""
    if WayIn.PASSPHRASE in ways and WayIn.KEYRING in ways:
        return translate(
            "Lock", "Your passphrase opens your notebook. On this computer it also opens by itself."
        )
    if WayIn.PASSPHRASE in ways:
        return translate("Lock", "Your passphrase opens your notebook.")
    if WayIn.KEYRING in ways:
        return translate(
            "Lock",
            "Your notebook opens by itself. The key lies in this computer's keyring, which opens "
            "when you log in.",
        )
    if WayIn.KEYFILE in ways:
        return translate(
            "Lock",
            "Your notebook opens by itself. The key lies in a file beside it that only your "
            "account can read. Whoever copies the whole folder can read your words.",
        )
    return translate("Lock", "Nothing on this computer opens your notebook by itself.")


def loss_words(ways: AbstractSet[WayIn]) -> str:
    """What happens when that is lost."""
    sheet = WayIn.SHEET in ways
    if WayIn.PASSPHRASE in ways:
        if sheet:
            return translate(
                "Lock", "If you forget it, your recovery sheet opens your notebook all the same."
            )
        return translate(
            "Lock",
            "If you forget it, nobody can open your notebook, not even us. A recovery sheet "
            "would open it all the same.",
        )
    if WayIn.KEYRING in ways:
        if sheet:
            return translate(
                "Lock",
                "If that is lost (a new computer, a reset password), your recovery sheet opens "
                "it all the same.",
            )
        return translate(
            "Lock",
            "If that is lost (a new computer, a reset password), nobody can open your notebook. "
            "A recovery sheet would open it all the same.",
        )
    if WayIn.KEYFILE in ways:
        if sheet:
            return translate(
                "Lock",
                "If that file is lost, your recovery sheet opens your notebook all the same.",
            )
        return translate(
            "Lock",
            "If that file is lost, nobody can open your notebook. A recovery sheet would open it "
            "all the same.",
        )
    return translate("Lock", "Your recovery sheet does.") if sheet else ""


def settings_words(ways: AbstractSet[WayIn]) -> str:
    """For the settings, in short."""
    return translate("Lock", "Your words are encrypted.") + " " + opens_words(ways)


def passphrase_trouble(new: Passphrase, again: Passphrase) -> str:
    """Why this cannot be taken; empty where it can."""
    if not new.long_enough:
        words = translate(
            "Lock",
            "A little longer, please: at least {count} characters. A few words that both of you "
            "can say will do.",
        )
        return words.format(count=SHORTEST_PASSPHRASE)
    if new != again:
        return translate("Lock", "The two are not the same yet. Type it once more, slowly.")
    return ""


def kept_again() -> str:
    """It was opened with the sheet, and there is no passphrase."""
    return translate(
        "Lock", "Opened with your sheet. This computer keeps the key again from now on."
    )


def refused_sheet() -> str:
    return translate(
        "Lock",
        "This sheet reads right, but it belongs to another notebook, or it is an earlier one.",
    )


def trouble_words(error: Exception, refused: str) -> str:
    """``refused``: what is said where something else opens it."""
    match error:
        case SecretRefused():
            return refused
        case StoreError():
            return wording.store_trouble(error)
        case RenewalInterrupted():
            return translate(
                "Lock",
                "Your notebook was closed before it had a new key, so it has the one from before. "
                "Please ask for a new one once more.",
            )
        case _:
            return wording.bug()


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """One choice of when it locks by itself."""

    count: int
    words: str


def minutes_row(minutes: int) -> MinutesRow:
    if minutes == 0:
        return MinutesRow(0, translate("LockModel", "Not by itself"))
    if minutes == 1:
        return MinutesRow(1, translate("LockModel", "After a minute"))
    sentence = translate("LockModel", "After {count} minutes")
    return MinutesRow(minutes, sentence.format(count=minutes))


# -- the code of a sheet, as it is typed


def sheet_trouble(unreadable: SheetUnreadable) -> str:
    """Where to look again in what was typed as a whole."""
    if unreadable.found > SHEET_GROUPS:
        return translate("Lock", "There are more groups here than on a sheet: it has seven.")
    if unreadable.groups:
        return look_again(unreadable.groups)
    if unreadable.found == 0:
        return translate("Lock", "Type the code on your sheet: seven groups of five.")
    if unreadable.found == 1:
        return translate("Lock", "One group is there. A sheet has seven.")
    words = translate("Lock", "{count} groups are there. A sheet has seven.")
    return words.format(count=unreadable.found)


def typed_words(typed: str) -> str:
    """What can be said while somebody types; nothing of the group they are typing."""
    try:
        read_sheet(typed)
    except SheetUnreadable as unreadable:
        whole = unreadable.found - _is_begun(typed)
        wrong = tuple(place for place in unreadable.groups if place <= whole)
        if wrong or whole > SHEET_GROUPS:
            return sheet_trouble(SheetUnreadable(wrong, whole))
        if whole == 0:
            return ""
        words = translate("Lock", "{count} of seven groups read right.")
        return words.format(count=whole)
    return translate("Lock", "All seven groups read right.")


def _is_begun(typed: str) -> bool:
    """Whether the last group is not whole yet."""
    *before, last = typed.replace("-", " ").split() or [""]
    if before:
        return len(last) < GROUP_LENGTH
    return len(last) % GROUP_LENGTH != 0


def look_again(groups: tuple[int, ...]) -> str:
    """Which groups do not read right."""
    first, *others = groups
    if not others:
        return translate("Lock", "Have another look at group {first}.").format(first=first)
    if len(others) == 1:
        words = translate("Lock", "Have another look at groups {first} and {second}.")
        return words.format(first=first, second=others[0])
    words = translate("Lock", "Have another look, beginning with group {first}.")
    return words.format(first=first)
