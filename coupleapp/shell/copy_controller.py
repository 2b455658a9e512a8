"""Copies while Nearer is open: one a day by itself, and what their page asks for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from coupleapp.application.ports import StoreError
from coupleapp.shell.pages import Pages
from coupleapp.shell.use_cases import Aside, UseCases
from coupleapp.ui.base.copy_choice import CopyChoice
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.settings.copies_model import CopiesModel

LOOK_MS = 3_600_000
"""How often it is looked whether today has a copy: an hour."""


class CopyController(QObject):
    """Nothing of it is done on the thread of the window."""

    taken = Signal(object)
    """The ``Path`` of a copy that is to take the place of the notebook."""

    _found = Signal(object, object)
    _made = Signal()
    _failed = Signal(object)

    def __init__(self, use: UseCases, pages: Pages, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._copies = use.copies
        self._aside = aside
        self._session = pages.model(SessionModel)
        model, self._choice = pages.model(CopiesModel), pages.model(CopyChoice)
        self._found.connect(self._choice.offer)
        self._made.connect(model.made)
        self._failed.connect(model.failed)
        self._choice.taken.connect(self.taken)
        model.lookAsked.connect(self._look)
        model.makeAsked.connect(self._make)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.keep_up)
        self._clock.start()

    def stop(self) -> None:
        """Make none by itself any more."""
        self._clock.stop()

    def make_last(self) -> None:
        """Nearer closes: make one, if something was written since the last."""
        self.stop()
        self._aside(self._keep_up)

    @Slot()
    def keep_up(self) -> None:
        """Make today's, where there is none yet. Not during a talk: the file is held for it."""
        if self._session.leader is None:
            self._aside(self._keep_up_daily)

    def _keep_up(self) -> None:
        self._copies.keep_up()

    def _keep_up_daily(self) -> None:
        self._copies.keep_up(daily=True)

    @Slot()
    def _look(self) -> None:
        self._choice.look()
        copies = self._copies
        self._aside(lambda: self._found.emit(copies.found(), copies.present()))

    @Slot(bool)
    def _make(self, alone: bool) -> None:
        make = self._copies.keep_only_a_new_one if alone else self._copies.make
        self._aside(lambda: self._try(make))

    def _try(self, make: Callable[[], None]) -> None:
        try:
            make()
        except StoreError as error:
            self._failed.emit(error)
        else:
            self._made.emit()
