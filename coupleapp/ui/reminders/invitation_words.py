"""What Home invites to, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.reminders.kinds import ReminderKind

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation: its kind by name, one sentence, and what its button is called."""

    kind: str = ""
    words: str = ""
    yes: str = ""


def first_invitation(kinds: Sequence[ReminderKind]) -> Invitation:
    """The first that has a place of its own on Home; an empty one when there is none."""
    return next((found for kind in kinds if (found := _invitation(kind)).kind), Invitation())


def _invitation(kind: ReminderKind) -> Invitation:
    match kind:
        case ReminderKind.WELCOME:
            return Invitation(
                kind.value,
                translate("HomeModel", "Good to see you. Start anywhere; a quiet one is enough."),
                translate("HomeModel", "Eight quiet minutes"),
            )
        case ReminderKind.REVIEW:
            return Invitation(
                kind.value,
                translate("HomeModel", "It is a good time to look again at what you agreed on."),
                translate("HomeModel", "Look at it again"),
            )
        case ReminderKind.CHECK_IN:
            return Invitation(
                kind.value,
                translate(
                    "HomeModel",
                    "A few minutes for the month, whenever it suits: thanks, what went well, "
                    "and one wish.",
                ),
                translate("HomeModel", "Sit down for the month"),
            )
        case ReminderKind.PICK:
            return Invitation(
                kind.value,
                translate("HomeModel", "This week is still free for something together."),
                translate("HomeModel", "Choose something nice"),
            )
        case ReminderKind.LOOK_BACK:
            return Invitation(
                kind.value,
                translate(
                    "HomeModel",
                    "An evening with your notebook: read each other three lines that still "
                    "feel true.",
                ),
                translate("HomeModel", "Open the notebook"),
            )
        case _:
            return Invitation()
