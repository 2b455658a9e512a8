"""Choose together: every kind of sitting, with its length, its depth and what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.planning import is_open
from coupleapp.domain.couple import Couple
from coupleapp.domain.formats.format import Format, Sitting
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import Rows, ViewModel, named

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A kind of sitting.

    Attributes:
        key: The format's id.
        title: What it is called.
        purpose: What it is for.
        caution: One fixed sentence; may be empty.
        length: About how long.
        depth: How deep, in words.
        later: Said where it is not open yet, always the same; empty where it is.
        asks: Whether one of the two opens it, or sits alone: "", "opener" or "alone".
        author: Whose pack it comes from; empty for ours.
    """

    key: str
    title: str
    purpose: str
    caution: str
    length: str
    depth: str
    later: str
    asks: str
    author: str


@dataclass(frozen=True, slots=True)
class ChooseProps:
    """The snapshot.

    Attributes:
        left_name: The left partner.
        right_name: The right partner.
        asking: The format for which it is asked who opens or sits alone; empty otherwise.
        question: That question.
        lead: The question, or one neutral line to both after talks that ended in pauses.
    """

    left_name: str = ""
    right_name: str = ""
    asking: str = ""
    question: str = ""
    lead: str = ""


def format_rows(
    formats: Sequence[Format],
    since: date,
    today: date,
    depth: int,
    author_of: Callable[[str], str],
) -> list[FormatRow]:
    """Lightest and shortest first."""
    in_order = sorted(formats, key=lambda kind: (kind.depth, kind.minutes))
    return [_row(kind, is_open(kind, since, today, depth), author_of(kind.id)) for kind in in_order]


def _row(kind: Format, is_open_now: bool, author: str) -> FormatRow:
    # Why it is not is nobody's business; a date would tell, where the weeks alone are the reason.
    later = translate(
        "ChooseModel",
        "This one comes later: after more small steps, and as deep as you both let it go.",
    )
    return FormatRow(
        key=kind.id,
        title=kind.title,
        purpose=kind.purpose,
        caution=kind.caution,
        length=translate("ChooseModel", "about {count} minutes").format(count=kind.minutes),
        depth=depth_words(kind.depth),
        later="" if is_open_now else later,
        asks="" if kind.sitting is Sitting.BOTH else kind.sitting.value,
        author=translate("ChooseModel", "from {author}").format(author=author) if author else "",
    )


def depth_words(depth: int) -> str:
    """How deep it goes; tender kinds say so."""
    match depth:
        case 1:
            return translate("ChooseModel", "light")
        case 2:
            return translate("ChooseModel", "easy to begin")
        case 3:
            return translate("ChooseModel", "goes deeper")
        case 4:
            return translate("ChooseModel", "can feel tender")
        case _:
            return translate("ChooseModel", "tender; go slowly")


def who_question(kind: Format) -> str:
    """Who is it for this time?"""
    if kind.sitting is Sitting.ALONE:
        return translate("ChooseModel", "Who would like to write?")
    return translate("ChooseModel", "Who has something to say this time?")


def _lead() -> str:
    return translate(
        "ChooseModel", "What would be good for you both tonight? Light is as good as deep."
    )


@QmlElement
class ChooseModel(ViewModel):
    """The page's model.

    Signals:
        chosen: A format by its id, and the seat that opens it or sits alone, or "".
    """

    Props = ChooseProps

    chosen = Signal(str, str)

    def __init__(
        self,
        formats: Callable[[], Sequence[Format]],
        author_of: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._there_are = formats
        self._author_of = author_of
        self._formats: dict[str, Format] = {}
        self._rows = Rows(FormatRow, self)

    @Property(QObject, constant=True)
    def formats(self) -> Rows:
        """The kinds of sitting."""
        return self._rows

    def open(self, couple: Couple, today: date, depth: int, *, pauses_carry_on: bool) -> None:
        """Show what is open today, having come so deep."""
        self._formats = {kind.id: kind for kind in self._there_are()}
        kinds = list(self._formats.values())
        self._rows.replace(format_rows(kinds, couple.since, today, depth, self._author_of))
        self.show(
            ChooseProps(
                left_name=couple.left,
                right_name=couple.right,
                lead=wording.pauses_carry_on() if pauses_carry_on else _lead(),
            )
        )

    @Slot(str)
    def choose(self, key: str) -> None:
        """Begin this one, or ask who it is for."""
        kind, row = self._formats.get(key), self._row(key)
        if kind is None or row is None or row.later:
            return
        if kind.sitting is Sitting.BOTH:
            self.chosen.emit(key, "")
        else:
            self.show(replace(self.props, asking=key, question=who_question(kind)))

    @Slot(int)
    def answer(self, seat: int | str) -> None:
        """This one; nobody's takes the question back."""
        key, who = self.props.asking, named(Whose, seat)
        self.show(replace(self.props, asking="", question=""))
        if key and who:
            self.chosen.emit(key, who)

    def _row(self, key: str) -> FormatRow | None:
        return next((row for row in self._rows.rows if row.key == key), None)
