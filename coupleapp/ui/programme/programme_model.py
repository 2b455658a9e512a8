"""Themes: the one of this week, what comes next, and what they choose about it."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.own_themes import OwnThemes
from coupleapp.application.programme import ThemeWeeks
from coupleapp.domain.couple import Couple
from coupleapp.domain.programme.theme_choices import (
    BeDone,
    BeginAgain,
    KeepGoing,
    MoveDown,
    MoveUp,
    OnceIsEnough,
    OnceMore,
    PutLast,
    TakeNext,
    ThemeCommand,
)
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.programme.props import (
    AskedRow,
    ComingRow,
    ProgrammeInputs,
    ProgrammeProps,
    asked_rows,
    coming_rows,
    derive_programme,
)

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ProgrammeModel(ViewModel):
    Props = ProgrammeProps

    changed = Signal()

    def __init__(self, themes: ThemeWeeks, own: OwnThemes) -> None:
        super().__init__()
        self._themes = themes
        self._own = own
        self._couple: Couple | None = None
        self._coming = Rows(ComingRow, self)
        self._asked = Rows(AskedRow, self)

    @Property(QObject, constant=True)
    def coming(self) -> Rows:
        return self._coming

    @Property(QObject, constant=True)
    def asked(self) -> Rows:
        return self._asked

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self.show(ProgrammeProps(turns=self.props.turns))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        inputs = self._inputs()
        if inputs is not None:
            self.show(derive_programme(self.props, inputs))
            self._coming.replace(coming_rows(self.props, inputs))
            self._asked.replace(asked_rows(inputs))

    # -- the list

    @Slot(str)
    def look(self, theme_id: str) -> None:
        """Open what can be done with this theme, or close it."""
        opened = "" if theme_id == self.props.opened else theme_id
        self.show(replace(self.props, opened=opened, trouble=""))

    @Slot(bool)
    def showAll(self, all_of_them: bool) -> None:
        self.show(replace(self.props, all_shown=all_of_them, opened=""))
        self.refresh()

    @Slot(str)
    def takeNext(self, theme_id: str) -> None:
        self._choose(TakeNext(theme_id))

    @Slot(str)
    def moveUp(self, theme_id: str) -> None:
        self._choose(MoveUp(theme_id))

    @Slot(str)
    def moveDown(self, theme_id: str) -> None:
        self._choose(MoveDown(theme_id))

    @Slot(str)
    def skip(self, theme_id: str) -> None:
        self._choose(PutLast(theme_id))

    # -- this week

    @Slot()
    def another(self) -> None:
        """Put this week's theme at the end."""
        self._choose(PutLast(self.props.theme_id))

    @Slot()
    def toggleOnceMore(self) -> None:
        """It stays another week, or does not after all."""
        self._choose(OnceIsEnough() if self.props.once_more else OnceMore())

    @Slot(str)
    def mark(self, prompt_id: str) -> None:
        marked = prompt_id in self._themes.favourites()
        if self.attempt(lambda: self._themes.mark(prompt_id, favourite=not marked)):
            self.refresh()

    # -- a good ending

    @Slot()
    def goOn(self) -> None:
        self._choose(KeepGoing())

    @Slot()
    def beDone(self) -> None:
        self._choose(BeDone())

    @Slot()
    def beginAgain(self) -> None:
        self._choose(BeginAgain())

    def _choose(self, command: ThemeCommand) -> None:
        """What cannot be done changes nothing."""
        if self.attempt(lambda: self._themes.choose(command)):
            self.refresh()
            self.show(replace(self.props, turns=self.props.turns + 1))
            self.changed.emit()

    def _inputs(self) -> ProgrammeInputs | None:
        if self._couple is None:
            return None
        queue = self._themes.queue()
        theme = self._themes.on_table(queue)
        return ProgrammeInputs(
            couple=self._couple,
            queue=queue,
            themes=self._themes.themes(),
            authors={one.id: one.author for one in self._own.themes()},
            introducer=self._themes.introducer(),
            asked=[prompt_id for prompt_id, _ in self._themes.talked_about(theme)],
            favourites=self._themes.favourites(),
        )
