"""The copies that can be taken back, in words, and the one question before one is taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import Property, QCoreApplication, QDate, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.copies import Copy, Holding
from coupleapp.application.copy_progress import Doing, Progress
from coupleapp.application.ports import Clock, StoreError, StoreReadOnly
from coupleapp.ui.base import wording
from coupleapp.ui.base.copy_words import progress_words, reading_words
from coupleapp.ui.base.view_model import Rows, ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CopyChoiceProps:
    """``words``: what is here; ``asked``: the key of the one that is asked about."""

    words: str = ""
    asked: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """When it was made, and what it holds."""

    key: str
    made: str
    holds: str


def holds_words(holding: Holding, zone: tzinfo) -> str:
    """As "Up to 14 November 2026: 12 talks, 212 lines in your notebook." says it."""
    parts = []
    if holding.talks:
        parts.append(
            translate("CopyChoice", "1 talk")
            if holding.talks == 1
            else translate("CopyChoice", "{count} talks").format(count=holding.talks)
        )
    if holding.lines:
        parts.append(
            translate("CopyChoice", "1 line in your notebook")
            if holding.lines == 1
            else translate("CopyChoice", "{count} lines in your notebook").format(
                count=holding.lines
            )
        )
    if holding.agreements:
        parts.append(
            translate("CopyChoice", "1 agreement")
            if holding.agreements == 1
            else translate("CopyChoice", "{count} agreements").format(count=holding.agreements)
        )
    if not parts:
        return translate("CopyChoice", "Your names and choices; no talk and no line yet.")
    what = translate("CopyChoice", ", ").join(parts)
    if holding.newest is None:
        return what + "."
    words = translate("CopyChoice", "Up to {day}: {what}.")
    return words.format(day=_date(holding.newest, zone), what=what)


def beside_now(holding: Holding, now: Holding | None) -> str:
    """How many talks and lines it has fewer or more than the notebook has now; empty for none."""
    if now is None:
        return ""
    # An agreement comes of a talk, so it is told with that.
    each = (holding.talks - now.talks, holding.lines - now.lines)
    more = sum(each)
    if min(each) < 0 < max(each):
        words = translate("CopyChoice", "{fewer} fewer and {more} more than now.")
        return words.format(fewer=-min(each), more=max(each))
    if more == 0:
        return translate("CopyChoice", "As many as now.")
    if more == -1:
        return translate("CopyChoice", "One fewer than now.")
    if more == 1:
        return translate("CopyChoice", "One more than now.")
    words = (
        translate("CopyChoice", "{count} fewer than now.")
        if more < 0
        else translate("CopyChoice", "{count} more than now.")
    )
    return words.format(count=abs(more))


def made_words(copy: Copy, clock: Clock) -> str:
    """When it was made, or put aside."""
    zone = clock.zone()
    today = clock.now().astimezone(zone).date()
    made = wording.day_and_time(copy.made_at, zone, today)
    if copy.put_aside:
        return translate("CopyChoice", "Put aside: {when}").format(when=made)
    return made


def take_question(made: str) -> str:
    """What is asked before the one that was made then is taken."""
    question = translate(
        "CopyChoice",
        "Nearer then opens with this copy ({when}); what is there now is put aside, not deleted.",
    )
    return question.format(when=made)


def no_copies_yet() -> str:
    return translate("CopyChoice", "As soon as there is a copy, it stands here.")


def found_words(copies: Sequence[Copy]) -> str:
    """How many of them can be read."""
    whole = sum(copy.holding is not None for copy in copies)
    broken = sum(copy.holding is None and not copy.put_aside for copy in copies)
    if not whole:
        return translate(
            "CopyChoice",
            "No copy that can be read lies on this computer. If you have one somewhere else, or "
            "a copy of the whole folder, put it back; and keep the file, it may still be saved.",
        )
    words = translate("CopyChoice", "Each of these copies was read through just now.")
    if broken == 1:
        words += " " + translate("CopyChoice", "One more could not be read.")
    elif broken:
        more = translate("CopyChoice", "{count} more could not be read.")
        words += " " + more.format(count=broken)
    return words


def unread_words(error: StoreError) -> str:
    if isinstance(error, StoreReadOnly):
        return translate(
            "CopyChoice",
            "Nearer may not read the folder of the copies; allow reading there and come back.",
        )
    return translate(
        "CopyChoice", "The copies could not be read just now; come back to this page to try again."
    )


def _date(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")


@QmlElement
class CopyChoice(ViewModel):
    """Which copy takes the place of the notebook."""

    Props = CopyChoiceProps

    taken = Signal(object)
    """The ``Path`` of the one to take."""

    looked = Signal(object)
    """The ``Path`` of the one to look into."""

    def __init__(self, clock: Clock, *, lost: bool = False) -> None:
        """``lost``: the notebook could not be opened, so that a copy is looked for."""
        super().__init__()
        self._clock = clock
        self._lost = lost
        self._copies: dict[str, Copy] = {}
        self._rows = Rows(CopyRow, self)

    @Property(QObject, constant=True)
    def copies(self) -> Rows:
        return self._rows

    def look(self) -> None:
        """They are being read."""
        self._copies.clear()
        self._rows.replace([])
        self.show(CopyChoiceProps(reading_words()))

    def read_on(self, progress: Progress) -> None:
        """How far that is."""
        if progress.doing is Doing.LOOKING_THROUGH:
            self.show(CopyChoiceProps(progress_words(progress)))

    def offer(self, copies: Sequence[Copy], now: Holding | None = None) -> None:
        """Show those that can be read; ``now``: what the notebook holds, where it is open."""
        zone = self._clock.zone()
        self._copies = {copy.path.name: copy for copy in copies if copy.holding is not None}
        self._rows.replace(
            [
                CopyRow(
                    key,
                    made_words(copy, self._clock),
                    f"{holds_words(copy.holding, zone)} {beside_now(copy.holding, now)}".strip(),
                )
                for key, copy in self._copies.items()
                if copy.holding is not None
            ]
        )
        calm = not (copies or self._lost)
        self.show(CopyChoiceProps(no_copies_yet() if calm else found_words(copies)))

    def unread(self, error: StoreError) -> None:
        """They could not be read: nothing is known of them."""
        self.offer_none()
        self.show(CopyChoiceProps(unread_words(error)))

    def offer_none(self) -> None:
        """Show nothing at all."""
        self._copies.clear()
        self._rows.replace([])
        self.show(CopyChoiceProps())

    @Slot(str)
    def ask(self, key: str) -> None:
        """Ask once more about this one."""
        question = take_question(made_words(self._copies[key], self._clock))
        self.show(CopyChoiceProps(self.props.words, key, question))

    @Slot(str)
    def lookInto(self, key: str) -> None:
        """Look at what is in this one, without taking it."""
        self.looked.emit(self._copies[key].path)

    @Slot()
    def leaveIt(self) -> None:
        self.show(CopyChoiceProps(self.props.words))

    @Slot()
    def take(self) -> None:
        """The one that was asked about."""
        copy = self._copies.get(self.props.asked)
        if copy is None:
            return
        self._rows.replace([])
        self.show(CopyChoiceProps(translate("CopyChoice", "The copy takes its place …")))
        self.taken.emit(copy.path)
