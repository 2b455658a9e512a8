"""What a damaged notebook still holds: a list from which the couple keeps what they like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.ports import Clock, SecretNeeded
from coupleapp.application.salvage import Found, Salvage, Saved
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import Secret
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.lock.unlock_model import UnlockModel
from coupleapp.ui.way_back.words import closed_words, content_row

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SalvageProps:
    """What is shown.

    Attributes:
        there: Whether a damaged file was put aside.
        words: What the list is, or that it is being read.
        place: Where what is left stays.
        any: Whether something waits for an answer.
        closed: That one of them could not be opened; empty where all could.
        asks: Whether somebody can type what opens it.
        done: What was just done.
    """

    there: bool = False
    words: str = ""
    place: str = ""
    any: bool = False
    closed: str = ""
    asks: bool = False
    done: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One thing that can be kept."""

    key: str
    words: str
    byline: str
    seat: Whose


def list_words(count: int) -> str:
    """What stands above a list of so many; the next to nothing where it is empty."""
    if count == 0:
        return translate(
            "SalvageModel", "Nothing newer than your copy could be read in the damaged file."
        )
    if count == 1:
        return translate(
            "SalvageModel",
            "In the damaged file one thing is newer than your copy and can still be read. Would "
            "you like to keep it?",
        )
    sentence = translate(
        "SalvageModel",
        "In the damaged file {count} things are newer than your copy and can still be read. "
        "Which of them would you like to keep?",
    )
    return sentence.format(count=count)


def kept_words(count: int) -> str:
    if count == 1:
        return translate("SalvageModel", "Kept, with its own date.")
    return translate("SalvageModel", "{count} kept, each with its own date.").format(count=count)


@QmlElement
class SalvageModel(ViewModel):
    """``finished``: they have decided about all of it."""

    Props = SalvageProps

    finished = Signal()
    _found = Signal(int, object)
    _kept = Signal(int, object, object)

    def __init__(
        self,
        salvage: Salvage,
        clock: Clock,
        aside: Callable[[Callable[[], None]], None],
        unlock: UnlockModel,
    ) -> None:
        super().__init__()
        self._salvage = salvage
        self._clock = clock
        self._aside = aside
        self._unlock = unlock
        self._couple: Couple | None = None
        self._visit = 0
        self._shown: Found | None = None
        self._saved: dict[str, Saved] = {}
        self._keeping = False
        self._rows = Rows(SavedRow, self)
        self._found.connect(self._take)
        self._kept.connect(self._say_kept)
        unlock.given.connect(self._try)
        self.attempt(lambda: self.show(SalvageProps(there=bool(salvage.files()))))

    @Property(QObject, constant=True)
    def saved(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        self._couple = couple
        # What is still being read or kept is not said any more.
        self._visit += 1
        self._shown, self._keeping = None, False
        self._unlock.drop()
        self._put({})
        there = bool(self._salvage.files())
        reading = translate("SalvageModel", "Reading what can still be read …")
        nothing = translate("SalvageModel", "No damaged notebook was put aside here.")
        self.show(SalvageProps(there=there, words=reading if there else nothing))
        if there:
            self._aside(partial(self._look, self._visit))

    def leave(self) -> bool:
        """What is typed here is gone."""
        asked: bool = self.props.asks
        self._unlock.drop()
        self.show(replace(self.props, asks=False))
        return asked

    @Slot(object)
    def _try(self, secret: Secret) -> None:
        if self._shown is not None:
            self._unlock.working()
            self._aside(partial(self._look, self._visit, self._shown, secret))

    def _look(self, visit: int, before: Found | None = None, secret: Secret | None = None) -> None:
        """On the worker's thread; only signals leave it."""
        try:
            if before is not None and secret is not None:
                self._salvage.open(before, secret)
            self._found.emit(visit, self._salvage.look())
        except Exception as error:  # noqa: BLE001 - said, or raised where it is heard
            self._found.emit(visit, error)

    @Slot(int, object)
    def _take(self, visit: int, found: Found | Exception) -> None:
        if visit != self._visit:
            return
        if isinstance(found, Found):
            self.offer(found)
        elif self.props.asks:
            self._unlock.refused(found)
        else:
            self.show(replace(self.props, words=""))
            self.say_trouble(found)

    def offer(self, found: Found) -> None:
        """Show what was found."""
        self._shown = found
        self._put({one.id: one for one in found.saved})
        why = found.why_closed
        self._ask(why if isinstance(why, SecretNeeded) else None)
        # Of what is closed nobody knows whether it is newer.
        words = list_words(len(found.saved)) if found.saved or why is None else ""
        place = "\n".join(str(file) for file in (*found.read, *found.closed))
        said = "" if why is None else closed_words(why)
        self.show(replace(self.props, words=words, place=place, closed=said, done="", trouble=""))

    def _ask(self, needed: SecretNeeded | None) -> None:
        if needed is None:
            self._unlock.accepted()
        else:
            self._unlock.ask(needed)
        self.show(replace(self.props, asks=needed is not None))

    @Slot(str)
    def keep(self, key: str) -> None:
        self._keep([key])

    @Slot()
    def keepAll(self) -> None:
        self._keep(list(self._saved))

    @Slot(str)
    def leaveOne(self, key: str) -> None:
        """It stays in the file."""
        self._answered([key], translate("SalvageModel", "Left where it is."))

    @Slot()
    def leaveRest(self) -> None:
        """All of it stays in the file, and nobody is asked again."""
        if not self._keeping and self._decide():
            self._put({})
            self.finished.emit()

    def _decide(self) -> bool:
        """About what was shown; where that is nothing yet, nothing is decided."""
        found = self._shown
        return found is None or self.attempt(lambda: self._salvage.done(found))

    def _keep(self, keys: list[str]) -> None:
        wanted = [self._saved[key] for key in keys if key in self._saved]
        if self._keeping or not wanted:
            return
        self._keeping = True
        if len(wanted) > 1:
            keeping = translate("SalvageModel", "Keeping them …")
            self.show(replace(self.props, done=keeping))
        self._aside(partial(self._keep_aside, self._visit, wanted))

    def _keep_aside(self, visit: int, wanted: Sequence[Saved]) -> None:
        """On the worker's thread; only signals leave it."""
        error: Exception | None = None
        try:
            self._salvage.keep(wanted)
        except Exception as caught:  # noqa: BLE001 - as above
            error = caught
        self._kept.emit(visit, wanted, error)

    @Slot(int, object, object)
    def _say_kept(self, visit: int, wanted: Sequence[Saved], error: Exception | None) -> None:
        if visit != self._visit:
            return
        self._keeping = False
        if error is not None:
            self.show(replace(self.props, done=""))
            self.say_trouble(error)
            return
        self.show(replace(self.props, trouble=""))
        self._answered([one.id for one in wanted], kept_words(len(wanted)))

    def _answered(self, keys: list[str], done: str) -> None:
        self._put({key: one for key, one in self._saved.items() if key not in keys})
        left = len(self._saved)
        self.show(replace(self.props, words=list_words(left) if left else "", done=done))
        if not left:
            self._decide()

    def _put(self, saved: dict[str, Saved]) -> None:
        self._saved = saved
        rows = [
            (key, content_row(one.content, self._couple, self._clock)) for key, one in saved.items()
        ]
        self._rows.replace([SavedRow(key, row.words, row.byline, row.seat) for key, row in rows])
        self.show(replace(self.props, any=bool(saved)))
