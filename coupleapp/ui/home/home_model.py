"""Home's model."""

from collections.abc import Callable

from PySide6.QtCore import QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.home import Home
from coupleapp.application.ports import KeptKind
from coupleapp.application.trusted_date import TrustedDate
from coupleapp.domain.couple import Couple
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import ViewModel, qml_enum
from coupleapp.ui.home.offers import HomeOffer
from coupleapp.ui.home.props import HomeProps, derive_home_props
from coupleapp.ui.reminders.words import Abilities

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HomeModel(ViewModel):
    Props = HomeProps
    Offers = QEnum(qml_enum(HomeOffer))
    reads = (
        KeptKind.SESSIONS,
        KeptKind.APPRECIATIONS,
        KeptKind.APPOINTMENTS,
        KeptKind.RITUALS,
        KeptKind.PICKS,
        KeptKind.AGREEMENTS,
    )

    sitDownAsked = Signal()
    eveningAsked = Signal()
    comeBackAsked = Signal()
    restAsked = Signal()
    outsideViewAsked = Signal()
    setbackTaken = Signal(str)
    inviteTaken = Signal(str)
    wakeAsked = Signal()
    loginAnswered = Signal(bool)
    dateConfirmed = Signal()

    def __init__(self, home: Home, date: TrustedDate, stays: Callable[[], bool]) -> None:
        super().__init__()
        self._home = home
        self._date = date
        self._stays = stays
        self._login_possible = False
        self._date_left = False
        self._couple: Couple | None = None
        self._asking = False

    def open(self, couple: Couple) -> None:
        self._couple, self._asking = couple, False
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Nothing is shown before Home was opened."""
        if self._couple is not None:
            home = self._home.look(self._couple)
            props = derive_home_props(
                home,
                stays=self._stays(),
                login_possible=self._login_possible,
                asking=self._asking,
                date_left=self._date_left,
            )
            self.show(props)

    @Slot(object)
    def see(self, around: Abilities) -> None:
        self._login_possible = around.login == "off"
        self.refresh()

    @Slot()
    def sitDown(self) -> None:
        self.sitDownAsked.emit()

    @Slot()
    def comeBack(self) -> None:
        self.comeBackAsked.emit()

    @Slot()
    def letRest(self) -> None:
        self.restAsked.emit()

    @Slot()
    def lookFromOutside(self) -> None:
        self.outsideViewAsked.emit()

    @Slot()
    def askWhoLooks(self) -> None:
        """Somebody would like to look at the setback; alone, so it is asked who."""
        self._asking = True
        self.refresh()

    @Slot(int)
    def lookAtSetback(self, seat: int | str) -> None:
        """This partner alone; the other may, too, another time."""
        self.setbackTaken.emit(seat_of(seat))

    @Slot()
    def letSetbackGo(self) -> None:
        self._home.let_setback_go()
        self.refresh()

    @Slot()
    def takeInvite(self) -> None:
        self.inviteTaken.emit(self.props.invite)

    @Slot()
    def wake(self) -> None:
        self.wakeAsked.emit()

    @Slot(bool)
    def answerLogin(self, yes: bool) -> None:
        self.loginAnswered.emit(yes)

    @Slot(bool)
    def answerDate(self, right: bool) -> None:
        """Whether this computer's date is right; "no" holds until Nearer is opened again."""
        if right:
            self._date.confirm()
            self.dateConfirmed.emit()
        self._date_left = not right
        self.refresh()

    @Slot()
    def openEvening(self) -> None:
        self.eveningAsked.emit()
