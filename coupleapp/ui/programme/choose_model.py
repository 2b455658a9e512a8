"""Choose together: every kind of sitting, with its length, its depth and what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.depth import Depths
from coupleapp.application.library import Library
from coupleapp.application.local_date import local_date
from coupleapp.application.packs import Packs
from coupleapp.application.planning import is_open, was_open
from coupleapp.application.ports import Clock
from coupleapp.application.sitting_down import SittingDown
from coupleapp.domain.couple import Couple
from coupleapp.domain.formats.format import Format, Sitting
from coupleapp.domain.guided_session.setback import SETBACK
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
        later: Said where it is not open: one sentence where it never was yet, one where it was,
            and in neither why; empty where it is.
        author: Whose pack it comes from; empty for ours.
    """

    key: str
    title: str
    purpose: str
    caution: str
    length: str
    depth: str
    later: str
    author: str


@dataclass(frozen=True, slots=True)
class ChooseProps:
    """``lead``: the question, or one neutral line to both after talks that ended in pauses."""

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
    planned: Sequence[tuple[date, int]],
    author_of: Callable[[str], str],
) -> list[FormatRow]:
    """Lightest and shortest first; ``depth`` and ``planned`` as ``Depths`` has them.

    What one looks at after a talk that ended early is none of them: it is asked on Home, a day
    after.
    """
    listed = [kind for kind in formats if kind.id != SETBACK]
    in_order = sorted(listed, key=lambda kind: (kind.depth, kind.minutes))
    rows = []
    for kind in in_order:
        opened = was_open(kind, since, today, planned)
        later = "" if is_open(kind, since, today, depth) else _later(opened=opened)
        rows.append(_row(kind, later, author_of(kind.id)))
    return rows


def _later(*, opened: bool) -> str:
    """Why is nobody's business; a date would tell, where the weeks alone are the reason."""
    if opened:
        return translate("ChooseModel", "It rests for now.")
    return translate("ChooseModel", "It opens a little later.")


def _row(kind: Format, later: str, author: str) -> FormatRow:
    return FormatRow(
        key=kind.id,
        title=kind.title,
        purpose=kind.purpose,
        caution=kind.caution,
        length=translate("ChooseModel", "about {count} minutes").format(count=kind.minutes),
        depth=depth_words(kind.depth),
        later=later,
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
    if kind.sitting is Sitting.ALONE:
        return translate("ChooseModel", "Who would like to write?")
    return translate("ChooseModel", "Who has something to say this time?")


def _lead() -> str:
    return translate(
        "ChooseModel", "What would be good for you both tonight? Light is as good as deep."
    )


@QmlElement
class ChooseModel(ViewModel):
    """``chosen``: a format's id, and the seat that opens it or sits alone, or ""."""

    Props = ChooseProps

    chosen = Signal(str, str)

    def __init__(
        self,
        library: Library,
        packs: Packs,
        depths: Depths,
        sitting_down: SittingDown,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._library = library
        self._packs = packs
        self._depths = depths
        self._sitting_down = sitting_down
        self._clock = clock
        self._formats: dict[str, Format] = {}
        self._rows = Rows(FormatRow, self)

    @Property(QObject, constant=True)
    def formats(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        today = local_date(self._clock)
        depth, kinds = self._depths.so_far(), self._library.programme.formats
        self._formats = {kind.id: kind for kind in kinds}
        planned = self._depths.planned()
        self._rows.replace(
            format_rows(kinds, couple.since, today, depth, planned, self._packs.author_of)
        )
        carry_on = self._sitting_down.pauses_carry_on()
        self.show(
            ChooseProps(
                left_name=couple.left,
                right_name=couple.right,
                lead=wording.pauses_carry_on() if carry_on else _lead(),
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
