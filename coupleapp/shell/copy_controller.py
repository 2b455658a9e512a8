"""Copies while Nearer is open: one a day by itself, and what their page asks for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from coupleapp.application.copy_progress import Progress, Told
from coupleapp.application.ports import StoreError
from coupleapp.application.second_shelf import PlaceRefused
from coupleapp.desktop.bounded import within
from coupleapp.desktop.folder_look import synced_by
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.use_cases import Aside, UseCases
from coupleapp.store.patience import ANSWERS_S
from coupleapp.ui.base.copy_choice import CopyChoice
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.settings.copies_model import CopiesModel, CopyWish
from coupleapp.ui.settings.second_place_model import SecondPlaceModel

LOOK_MS = 3_600_000
"""How often it is looked whether today has a copy: an hour."""

SETTLED_MS = 60_000
"""How long after the notebook has opened the second place is caught up with."""

PACE_S = 1.5
"""How often it is said how far it is: what is done sooner needs no words."""


class CopyController(QObject):
    """Nothing of it is done on the thread of the window."""

    _found = Signal(object, object)
    _made = Signal()
    _failed = Signal(object)
    _unread = Signal(object)
    _looking = Signal(object)
    _making = Signal(object)
    _bringing = Signal(object)
    _not_brought = Signal(object)
    _stands = Signal(object, str)
    _checked = Signal(object)
    _refused = Signal(object)

    def __init__(self, use: UseCases, pages: Pages, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self._copies = use.copies
        self._second = use.second_place
        self._couples = use.couples
        self._time = use.clock.monotonic
        self._aside = aside
        self._session = pages.model(SessionModel)
        model, self._choice = pages.model(CopiesModel), pages.model(CopyChoice)
        self._place = pages.model(SecondPlaceModel)
        self._found.connect(self._choice.offer)
        self._looking.connect(self._choice.read_on)
        self._making.connect(model.go_on)
        self._made.connect(model.made)
        self._failed.connect(model.failed)
        self._unread.connect(self._choice.unread)
        self._bringing.connect(self._place.go_on)
        self._not_brought.connect(self._place.not_brought)
        self._stands.connect(self._place.stand)
        self._stands.connect(model.look)
        self._checked.connect(self._take_place)
        self._refused.connect(self._place.refused)
        model.lookAsked.connect(self._look)
        model.makeAsked.connect(self._make)
        self._place.placeAsked.connect(self._check_place)
        self._place.awayAsked.connect(self._take_place_away)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.keep_up)
        self._clock.start()
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.catch_up)
        self._settled.start()

    def stop(self) -> None:
        """Make none by itself any more."""
        self._clock.stop()
        self._settled.stop()

    def make_last(self) -> None:
        """Nearer closes: make one, if something was written since the last."""
        self.stop()
        self._aside(self._keep_up)

    @Slot()
    def keep_up(self) -> None:
        """Make today's, where there is none yet. Not during a talk: the file is held for it."""
        if self._session.leader is None:
            self._aside(self._keep_up_daily)

    @Slot()
    def catch_up(self) -> None:
        """Bring to the second place what it missed, and not during a talk."""
        if self._session.leader is None:
            self._aside(self._copies.catch_up)

    def _keep_up(self) -> None:
        self._copies.keep_up()

    def _keep_up_daily(self) -> None:
        self._copies.keep_up(daily=True)

    # -- what the page asks for

    @Slot()
    def _look(self) -> None:
        self._choice.look()
        self._aside(self._look_aside)

    def _look_aside(self) -> None:
        try:
            found = self._copies.found(self._calmly(self._looking))
            self._found.emit(found, self._copies.present())
        except StoreError as error:
            self._unread.emit(error)
        try:
            self._copies.catch_up(self._calmly(self._bringing))
        except StoreError as error:
            self._not_brought.emit(error)
        self._look_there()

    @Slot(object)
    def _make(self, wish: CopyWish) -> None:
        told, copies = self._calmly(self._making), self._copies
        match wish:
            case CopyWish.ONE_MORE:
                self._try(lambda: copies.make(told))
            case CopyWish.ONLY_A_NEW_ONE:
                self._try(lambda: copies.keep_only_a_new_one(told))
            case CopyWish.NOTHING_PUT_ASIDE_EITHER:
                self._try(lambda: copies.keep_only_a_new_one(told, put_aside=True))

    def _try(self, make: Callable[[], None]) -> None:
        def work() -> None:
            try:
                make()
            except StoreError as error:
                self._failed.emit(error)
            else:
                self._made.emit()

        self._aside(work)

    def _calmly(self, signal: SignalInstance) -> Told:
        """Says how far it is, where it takes more than a moment."""
        said, time = self._time(), self._time

        def tell(progress: Progress) -> None:
            nonlocal said
            if time() - said >= PACE_S:
                said = time()
                signal.emit(progress)

        return tell

    # -- the second place

    @Slot(str)
    def _check_place(self, typed: str) -> None:
        def work() -> None:
            place = Path(typed)
            try:
                place = place.expanduser()
                self._second.check(place)
            except (PlaceRefused, RuntimeError) as error:
                self._refused.emit(error)
            else:
                self._checked.emit(place)

        self._aside(work)

    @Slot(object)
    def _take_place(self, place: Path) -> None:
        self._choose_place(str(place))

    @Slot()
    def _take_place_away(self) -> None:
        self._choose_place("")

    def _choose_place(self, place: str) -> None:
        chosen = replace(self._couples.settings, second_place=place)
        if self._place.attempt(lambda: self._couples.choose(chosen)):
            self._place.chose(taken_away=not place)
            self._aside(self._begin_there)

    def _begin_there(self) -> None:
        told = self._calmly(self._bringing)
        try:
            self._second.begin()
            if self._second.place is not None and self._copies.last() is None:
                self._copies.make(told)
            else:
                self._copies.catch_up(told)
        except StoreError as error:
            self._not_brought.emit(error)
        self._look_there()

    def _look_there(self) -> None:
        standing = self._second.standing()
        self._stands.emit(standing, "" if standing is None else _copied_by(standing.place))


def _copied_by(place: Path) -> str:
    try:
        return within(ANSWERS_S, lambda: synced_by(place))
    except OSError:
        return ""
