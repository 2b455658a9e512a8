"""Evening reminders on this computer: what comes, what was found, and what can be chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import QCoreApplication, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock
from coupleapp.application.reminding import Reminding
from coupleapp.domain.checks import clamp
from coupleapp.domain.couple import Couple
from coupleapp.domain.defaults import INVITES_BOUNDS
from coupleapp.domain.settings import EVENING, INVITE_AT, Closing, Settings
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel, named, qml_enum
from coupleapp.ui.reminders.words import (
    Abilities,
    Login,
    back_words,
    coming_line,
    found_lines,
    next_lines,
    resting_words,
)

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RemindersProps:
    """``invites`` a week; ``resting``: until when, as a sentence, or empty.

    ``how``: in which way a question comes on this desktop.
    """

    coming: tuple[str, ...] = ()
    how: str = ""
    found: tuple[str, ...] = ()
    evening_on: bool = True
    evening: str = ""
    invites: int = 1
    invite_at: str = ""
    resting: str = ""
    closing: Closing = Closing.TRAY
    back_words: str = ""
    tray: bool = False
    login: Login = Login.IMPOSSIBLE
    trouble: str = ""


@QmlElement
class RemindersModel(ViewModel):
    """``lookAsked``: what this computer can tell is wanted anew."""

    Props = RemindersProps
    Closings = QEnum(qml_enum(Closing))
    Logins = QEnum(qml_enum(Login))

    changed = Signal()
    loginAsked = Signal(bool)
    lookAsked = Signal()
    leaving = Signal()

    def __init__(self, couples: Couples, reminding: Reminding, clock: Clock) -> None:
        super().__init__()
        self._couples = couples
        self._reminding = reminding
        self._clock = clock
        self._around = Abilities()

    def open(self, couple: Couple) -> None:
        """Show everything as it is, and ask this computer anew."""
        self.refresh()
        self.lookAsked.emit()

    def see(self, around: Abilities) -> None:
        self._around = around
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        if self._couples.couple is None:
            return
        chosen, zone = self._couples.settings, self._clock.zone()
        today = local_date(self._clock)
        self.show(
            RemindersProps(
                coming=next_lines(self._reminding.upcoming(), zone, today),
                how=coming_line(self._around.comes),
                found=found_lines(self._around),
                evening_on=chosen.evening is not None,
                evening=wording.short_time(chosen.evening or EVENING),
                invites=chosen.invites if chosen.invite_at is not None else 0,
                invite_at=wording.short_time(chosen.invite_at or INVITE_AT),
                resting=resting_words(self._reminding.rests_until(), today),
                closing=chosen.closing,
                back_words=back_words(tray=self._around.tray),
                tray=self._around.tray,
                login=Login(self._around.login),
            )
        )

    @Slot(bool, str)
    def setEvening(self, on: bool, text: str) -> None:
        at = self._time(text)
        if at is not None or not on:
            self._choose(replace(self._couples.settings, evening=at if on else None))

    @Slot(str)
    def keepEvening(self, text: str) -> None:
        """What was typed is kept when the field is left; Enter is not needed."""
        if self.props.evening_on and _is_other(text, self._couples.settings.evening):
            self.setEvening(True, text)  # noqa: FBT003

    @Slot(str)
    def keepInviteTime(self, text: str) -> None:
        if self.props.invites and _is_other(text, self._couples.settings.invite_at):
            self.setInvites(self.props.invites, text)

    @Slot(int, str)
    def setInvites(self, number: int, text: str) -> None:
        at = self._time(text)
        if at is not None:
            self._choose(
                replace(self._couples.settings, invites=clamp(number, INVITES_BOUNDS), invite_at=at)
            )

    @Slot(int)
    def rest(self, days: int) -> None:
        """Let everything rest for so many days; 0 ends it."""
        self._do(lambda: self._reminding.rest(days) if days else self._reminding.wake())

    @Slot(int)
    def setClosing(self, name: int | str) -> None:
        self._choose(replace(self._couples.settings, closing=named(Closing, name)))

    @Slot(bool)
    def setLogin(self, on: bool) -> None:
        self.loginAsked.emit(on)

    @Slot()
    def quit(self) -> None:
        self.leaving.emit()

    def _time(self, text: str) -> time | None:
        at = wording.parse_time(text)
        if at is None:
            self._say(translate("RemindersModel", "Please write the time like 21:30."))
            return None
        return time(at.hour(), at.minute())

    def _choose(self, settings: Settings) -> None:
        self._do(lambda: self._couples.choose(settings))

    def _do(self, work: Callable[[], None]) -> None:
        if self.attempt(work):
            self.refresh()
            self.changed.emit()

    def _say(self, sentence: str) -> None:
        self.show(replace(self.props, trouble=sentence))


def _is_other(text: str, chosen: time | None) -> bool:
    """Whether this is not the chosen time, however it is written."""
    at = wording.parse_time(text)
    return at is None or time(at.hour(), at.minute()) != chosen
