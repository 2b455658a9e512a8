"""Talks: every kind of sitting, with its length, its depth and what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.depth import Depths
from coupleapp.application.library import Library
from coupleapp.application.local_date import local_date
from coupleapp.application.packs import Packs, Shelved
from coupleapp.application.planning import THEME_TALK, is_open, was_open
from coupleapp.application.ports import Clock
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.sitting_down import SittingDown
from coupleapp.domain.couple import Couple
from coupleapp.domain.formats.format import Format, Sitting
from coupleapp.domain.formats.groups import Group, group_of
from coupleapp.domain.guided_session.setback import SETBACK
from coupleapp.domain.programme.programme import Theme
from coupleapp.ui.base import wording
from coupleapp.ui.base.isolation import isolated
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import Rows, ViewModel, named
from coupleapp.ui.programme.words import depth_words, in_a_sentence

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
class TalksProps:
    """What stands beside the kinds of sitting.

    Attributes:
        lead: The question, or one neutral line to both after talks that ended in pauses.
        later_line: Behind it are those that are not open; empty where all are.
        coming: The themes that come next.
        packs: What they have taken in.
    """

    left_name: str = ""
    right_name: str = ""
    asking: str = ""
    question: str = ""
    lead: str = ""
    later_line: str = ""
    coming: str = ""
    packs: str = ""


def format_rows(
    formats: Sequence[Format],
    since: date,
    today: date,
    depth: int,
    planned: Sequence[tuple[date, int]],
    author_of: Callable[[str], str],
    theme: Theme,
) -> list[FormatRow]:
    """This week's theme, then lightest and shortest first; ``depth``, ``planned`` as in ``Depths``.

    What one looks at after a talk that ended early is none of them: it is asked on Home, a day
    after.
    """
    listed = [kind for kind in formats if kind.id != SETBACK]
    in_order = sorted(listed, key=lambda k: (k.id != THEME_TALK, k.depth, k.minutes))
    rows = []
    for kind in in_order:
        opened = was_open(kind, since, today, planned)
        later = "" if is_open(kind, since, today, depth) else _later(opened=opened)
        row = _row(kind, later, author_of(kind.id))
        rows.append(_with_theme(row, theme) if kind.id == THEME_TALK else row)
    return rows


def _with_theme(row: FormatRow, theme: Theme) -> FormatRow:
    length = translate("TalksModel", "this week, {length}").format(length=row.length)
    return replace(row, title=theme.title, length=length)


def _later(*, opened: bool) -> str:
    """Why is nobody's business; a date would tell, where the weeks alone are the reason."""
    if opened:
        return translate("TalksModel", "It rests for now.")
    return translate("TalksModel", "It opens a little later.")


def _later_line() -> str:
    return translate("TalksModel", "More, for another time")


def _row(kind: Format, later: str, author: str) -> FormatRow:
    return FormatRow(
        key=kind.id,
        title=kind.title,
        purpose=kind.purpose,
        caution=kind.caution,
        length=translate("TalksModel", "about {count} minutes").format(count=kind.minutes),
        depth=depth_words(kind.depth),
        later=later,
        author=translate("TalksModel", "from {author}").format(author=author) if author else "",
    )


def coming_words(themes: Sequence[Theme]) -> str:
    """The next two, as they stand in the programme."""
    if not themes:
        return translate("TalksModel", "All of them, and your own")
    if len(themes) == 1:
        return themes[0].title
    then = translate("TalksModel", "{first}, then {second}")
    first, second = themes[0].title, in_a_sentence(themes[1])
    return then.format(first=isolated(first), second=isolated(second))


def packs_words(shelf: Sequence[Shelved]) -> str:
    """Those that are in use, by the first one's title."""
    titles = [one.pack.title for one in shelf if one.pack is not None and one.kept.on]
    if not titles:
        return translate("TalksModel", "None yet")
    if len(titles) == 1:
        return titles[0]
    return translate("TalksModel", "{first}, and more").format(first=isolated(titles[0]))


def who_question(kind: Format) -> str:
    if kind.sitting is Sitting.ALONE:
        return translate("TalksModel", "Who would like to write?")
    return translate("TalksModel", "Who has something to say this time?")


def _lead() -> str:
    return translate(
        "TalksModel", "What would be good for you both tonight? Light is as good as deep."
    )


@QmlElement
class TalksModel(ViewModel):
    """``chosen``: a format's id, and the seat that opens it or sits alone, or ""."""

    Props = TalksProps

    chosen = Signal(str, str)

    def __init__(
        self,
        library: Library,
        themes: ThemeWeeks,
        packs: Packs,
        depths: Depths,
        sitting_down: SittingDown,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._library = library
        self._themes = themes
        self._packs = packs
        self._depths = depths
        self._sitting_down = sitting_down
        self._clock = clock
        self._formats: dict[str, Format] = {}
        self._every: list[FormatRow] = []
        self._groups = {group: Rows(FormatRow, self) for group in Group}
        self._later = Rows(FormatRow, self)

    @property
    def every(self) -> list[FormatRow]:
        """All of them, in their order."""
        return self._every

    @Property(QObject, constant=True)
    def light(self) -> Rows:
        return self._groups[Group.LIGHT]

    @Property(QObject, constant=True)
    def talks(self) -> Rows:
        return self._groups[Group.TALK]

    @Property(QObject, constant=True)
    def tender(self) -> Rows:
        return self._groups[Group.TENDER]

    @Property(QObject, constant=True)
    def alone(self) -> Rows:
        return self._groups[Group.ALONE]

    @Property(QObject, constant=True)
    def later(self) -> Rows:
        """Those that are not open."""
        return self._later

    def open(self, couple: Couple) -> None:
        today = local_date(self._clock)
        depth, kinds = self._depths.so_far(), self._library.programme.formats
        self._formats = {kind.id: kind for kind in kinds}
        planned = self._depths.planned()
        queue = self._themes.queue()
        self._every = format_rows(
            kinds,
            couple.since,
            today,
            depth,
            planned,
            self._packs.author_of,
            self._themes.on_table(queue),
        )
        for group, rows in self._groups.items():
            rows.replace([row for row in self._every if self._is_in(group, row)])
        self._later.replace([row for row in self._every if row.later])
        coming = [theme for one in queue.coming[:2] if (theme := self._themes.find(one))]
        carry_on = self._sitting_down.pauses_carry_on()
        self.show(
            TalksProps(
                left_name=couple.left,
                right_name=couple.right,
                lead=wording.pauses_carry_on() if carry_on else _lead(),
                later_line=_later_line() if self._later.rows else "",
                coming=coming_words(coming),
                packs=packs_words(self._packs.shelf()),
            )
        )

    def _is_in(self, group: Group, row: FormatRow) -> bool:
        return not row.later and group_of(self._formats[row.key]) is group

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
        return next((row for row in self._every if row.key == key), None)
