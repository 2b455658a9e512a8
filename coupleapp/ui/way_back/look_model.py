"""A copy, or a file from anywhere, looked at: what it is, what both may read in it, taken."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.local_date import local_date
from coupleapp.application.looking import EnvelopeMissing, Looked
from coupleapp.application.ports import Clock
from coupleapp.ui.base import wording
from coupleapp.ui.base.copy_choice import beside_now, holds_words, take_question
from coupleapp.ui.base.view_model import Rows, ViewModel, qml_enum
from coupleapp.ui.way_back import words
from coupleapp.ui.way_back.words import ContentRow, content_row

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

PAGE = 40
"""So many at a time."""


class LookStage(StrEnum):
    """How far it is with the file."""

    READING = "reading"
    LOCKED = "locked"
    REFUSED = "refused"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class LookProps:
    """What is shown of it.

    Attributes:
        file: Its name.
        made: When it was made.
        holds: What it holds, in counts.
        inside: Whether what is in it stands there.
        has_more: Whether there is more of that.
        empty: What is said where there is nothing to read.
        asks_envelope: Whether the file with its locks can be chosen.
        question: What is asked before it is taken; empty while it is not.
    """

    stage: LookStage = LookStage.READING
    file: str = ""
    made: str = ""
    holds: str = ""
    inside: bool = False
    has_more: bool = False
    empty: str = ""
    asks_envelope: bool = False
    question: str = ""
    trouble: str = ""


@QmlElement
class LookModel(ViewModel):
    """Reads nothing by itself: see ``shell/copy_look.py``."""

    Props = LookProps
    Stages = QEnum(qml_enum(LookStage))

    takeAsked = Signal()
    left = Signal()
    envelopeGiven = Signal(object)
    """The ``Path`` of the file with its locks."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._looked: Looked | None = None
        self._rows = Rows(ContentRow, self)

    @Property(QObject, constant=True)
    def contents(self) -> Rows:
        return self._rows

    def read(self, path: Path, *, inside: bool) -> None:
        """It is being read; ``inside``: they asked for what is in it, and not only what it is."""
        self.drop()
        self.show(LookProps(file=path.name, inside=inside))

    def ask(self) -> None:
        """Something has to be typed to open it."""
        self.show(replace(self.props, stage=LookStage.LOCKED))

    def refused(self, error: Exception) -> None:
        """It cannot be opened."""
        asks = isinstance(error, EnvelopeMissing)
        self.show(
            replace(
                self.props,
                stage=LookStage.REFUSED,
                trouble=words.trouble(error),
                asks_envelope=asks,
            )
        )

    def known(self, looked: Looked) -> None:
        """It was read through as a whole."""
        self._looked = looked
        compared = beside_now(looked.holding, looked.now)
        self.show(
            replace(
                self.props,
                stage=LookStage.KNOWN,
                made=self._when(looked.written_at),
                holds=f"{holds_words(looked.holding, self._clock.zone())} {compared}".strip(),
                trouble="",
            )
        )
        if self.props.inside:
            self.lookInside()

    def drop(self) -> None:
        """Nothing of it stays here."""
        self._looked = None
        self._rows.replace([])
        self.say_left_aside(0)
        self.show(LookProps())

    @Slot()
    def lookInside(self) -> None:
        if self._looked is None:
            return
        self.say_left_aside(self._looked.left_aside)
        empty = ""
        if not (self._looked.contents or self._looked.left_aside):
            empty = translate("LookModel", "There is no line and no talk in it yet.")
        self.show(replace(self.props, inside=True, empty=empty))
        self._rows.replace([])
        self.more()

    @Slot()
    def more(self) -> None:
        if self._looked is None:
            return
        there, contents = len(self._rows.rows), self._looked.contents
        couple = self._looked.couple
        more = contents[there : there + PAGE]
        self._rows.extend([content_row(one, couple, self._clock) for one in more])
        self.show(replace(self.props, has_more=there + len(more) < len(contents)))

    @Slot(QUrl)
    def chooseEnvelope(self, url: QUrl) -> None:
        if url.isLocalFile():
            self.envelopeGiven.emit(Path(url.toLocalFile()))

    @Slot()
    def askToTake(self) -> None:
        if self._looked is not None:
            question = take_question(self._when(self._looked.written_at))
            self.show(replace(self.props, question=question))

    @Slot()
    def leaveIt(self) -> None:
        self.show(replace(self.props, question=""))

    @Slot()
    def take(self) -> None:
        if self.props.question:
            self.takeAsked.emit()

    @Slot()
    def back(self) -> None:
        self.left.emit()

    def _when(self, at: datetime) -> str:
        return wording.day_and_time(at, self._clock.zone(), local_date(self._clock))
