"""A recovery sheet: drawn, put on paper, asked back, and taken when both say it is stored."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Property, QCoreApplication, QDate, QEnum, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.lock import Lock
from coupleapp.application.ports import Clock
from coupleapp.application.printing import Paper, Printed, Printing
from coupleapp.domain.consent import Consent, said_yes
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import SHEET_GROUPS, SheetCode, WayIn
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows, ViewModel, qml_enum
from coupleapp.ui.lock import words
from coupleapp.ui.lock.work import Work

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

ASKED_BACK = 2
"""Groups that are asked back. Design: what was copied wrong is rarely one group alone."""


class SheetStage(StrEnum):
    """How far they are with it."""

    BEFORE = "before"
    SHOWN = "shown"
    ASKED = "asked"
    STORED = "stored"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class SheetProps:
    """``earlier``: what becomes of the sheet that is there; ``first``, ``second``: asked back."""

    stage: SheetStage = SheetStage.BEFORE
    earlier: str = ""
    date: str = ""
    first: str = ""
    second: str = ""
    printed: str = ""
    left_name: str = ""
    right_name: str = ""
    yes_left: bool = False
    yes_right: bool = False
    busy: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class SheetGroupRow:
    """One group; ``spoken`` is how a screen reader says it, symbol by symbol."""

    number: int
    text: str
    spoken: str


def _two_of(places: Sequence[int]) -> list[int]:
    return secrets.SystemRandom().sample(places, ASKED_BACK)


@QmlElement
class SheetModel(ViewModel):
    """Before both say that it is stored nothing has changed, and leaving forgets the code."""

    Props = SheetProps
    Stages = QEnum(qml_enum(SheetStage))

    changed = Signal()

    def __init__(
        self,
        lock: Lock,
        clock: Clock,
        aside: Callable[[Callable[[], None]], None],
        printing: Callable[[], Printing],
        ask_back: Callable[[Sequence[int]], list[int]] = _two_of,
    ) -> None:
        """``ask_back`` chooses which of these groups are asked back."""
        super().__init__()
        self._lock = lock
        self._clock = clock
        self._work = Work(aside)
        self._make_printing = printing
        self._printing: Printing | None = None
        self._ask_back = ask_back
        self._code: SheetCode | None = None
        self._places: tuple[int, ...] = ()
        self._consent: Consent[SheetCode] = Consent()
        self._rows = Rows(SheetGroupRow, self)

    @Property(QObject, constant=True)
    def groups(self) -> Rows:
        """Only while the sheet is shown."""
        return self._rows

    def open(self, couple: Couple) -> None:
        earlier = WayIn.SHEET in self._lock.ways()
        self.show(
            SheetProps(
                earlier=_earlier_words() if earlier else "",
                date=self._today(),
                left_name=couple.left,
                right_name=couple.right,
            )
        )

    def leave(self) -> bool:
        """Forget the code; the sheet that is there stays the one that opens the notebook."""
        if self._printing is not None:
            self._printing.stop()
        self._forget()
        self._show(SheetStage.BEFORE)
        return False

    @Slot()
    def draw(self) -> None:
        """A new code, on the screen until they go on."""
        self._code = self._lock.draw()
        self.showAgain()

    @Slot()
    def showAgain(self) -> None:
        if self._code is not None:
            self._places = ()
            self._rows.replace(
                [
                    SheetGroupRow(number, group, _spoken(number, group))
                    for number, group in enumerate(self._code.groups, 1)
                ]
            )
            self._show(SheetStage.SHOWN)

    @Slot()
    def onPaper(self) -> None:
        """They have it: hide it, and ask two groups back."""
        if self._code is not None:
            self._rows.replace([])
            self._places = tuple(sorted(self._ask_back(range(1, SHEET_GROUPS + 1))))
            self._show(SheetStage.ASKED)

    @Slot(str, str)
    def answer(self, first: str, second: str) -> None:
        """The two groups as they read on the paper."""
        if self._code is None or not self._places:
            return
        typed = dict(zip(self._places, (first, second), strict=True))
        wrong = [
            place
            for place, group in typed.items()
            if "".join(group.split()).upper() != self._code.groups[place - 1]
        ]
        if wrong:
            self.show(replace(self.props, trouble=words.look_again(tuple(wrong))))
        else:
            self._show(SheetStage.STORED)

    @Slot(int)
    def sayYes(self, seat: int | str) -> None:
        """This partner's yes: it is stored."""
        code = self._code
        if code is None or self.props.stage is not SheetStage.STORED or self._work.running:
            return
        self._consent = said_yes(self._consent, seat_of(seat), code)
        by = self._consent.by
        self.show(replace(self.props, yes_left=Seat.LEFT in by, yes_right=Seat.RIGHT in by))
        if self._consent.whole:
            self.show(replace(self.props, busy=True, trouble=""))
            self._work.do(lambda: self._lock.take(code), lambda error: self._end(code, error))

    @Slot()
    def printIt(self) -> None:
        code = self._code
        if code is None:
            return
        if self._printing is None:
            self._printing = self._make_printing()
        self.show(replace(self.props, printed=""))
        self._printing.start(self._paper(code), self._say_printed)

    def _end(self, code: SheetCode, error: Exception | None) -> None:
        self.changed.emit()
        here = code is self._code
        self.show(replace(self.props, busy=False))
        if not here:
            return
        if error is None:
            earlier = self.props.earlier
            self._forget()
            self._show(SheetStage.TAKEN)
            self.show(replace(self.props, earlier=_gone_words() if earlier else ""))
        else:
            self._consent = Consent()
            self._show(SheetStage.STORED)
            self.show(replace(self.props, trouble=words.trouble_words(error, "")))

    def _forget(self) -> None:
        self._code, self._places, self._consent = None, (), Consent()
        self._rows.replace([])

    def _show(self, stage: SheetStage) -> None:
        labels = [_group_words(place) for place in self._places]
        first, second = labels if labels else ("", "")
        self.show(
            replace(
                self.props,
                stage=stage,
                first=first,
                second=second,
                printed="",
                yes_left=False,
                yes_right=False,
                trouble="",
            )
        )

    def _say_printed(self, how: Printed) -> None:
        if self.props.stage is SheetStage.SHOWN:
            self.show(replace(self.props, printed=printed_words(how)))

    def _paper(self, code: SheetCode) -> Paper:
        made = translate("SheetModel", "Made on {day}.").format(day=self._today())
        return Paper(
            translate("SheetModel", "Nearer: our recovery sheet"),
            (
                made,
                translate(
                    "SheetModel",
                    "The code on this sheet opens our notebook in Nearer when the passphrase is "
                    "forgotten, or the computer is another one. Whoever has it and our files can "
                    "read them.",
                ),
            ),
            code.groups,
            (
                translate(
                    "SheetModel",
                    "Keep it where you keep papers that matter, not in the computer. Letters and "
                    "figures that look alike are not used.",
                ),
            ),
        )

    def _today(self) -> str:
        today = self._clock.now().astimezone(self._clock.zone()).date()
        return QLocale().toString(QDate(today.year, today.month, today.day), "d MMMM yyyy")


def _group_words(place: int) -> str:
    return translate("SheetModel", "Group {number}").format(number=place)


def _spoken(number: int, group: str) -> str:
    return f"{_group_words(number)}: {' '.join(group)}"


def _earlier_words() -> str:
    return translate(
        "SheetModel",
        "You have a sheet already. It opens your notebook until the new one is stored, and not "
        "after that.",
    )


def _gone_words() -> str:
    return translate(
        "SheetModel",
        "The earlier sheet opens nothing here any more. Only a copy that you put somewhere else "
        "before still opens with it.",
    )


def printed_words(how: Printed) -> str:
    """What became of printing it."""
    match how:
        case Printed.HANDED_OVER:
            return translate("SheetModel", "It is on its way to the printer.")
        case Printed.NO_PRINTER:
            return translate(
                "SheetModel",
                "No printer is set up on this computer. Copy it by hand; two of the groups are "
                "asked back, so that no slip stays in it.",
            )
        case Printed.REFUSED:
            return translate(
                "SheetModel", "The printer did not take it. Try again, or copy it by hand."
            )
        case Printed.LET_GO:
            return ""
