"""The window as a whole: which page, which colours, how large, how much moves."""

from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.settings import Appearance, Motion, Settings
from coupleapp.ui.base.navigation import (
    WITHOUT_NAVIGATION,
    NavigationRow,
    PageName,
    above,
    lit_on,
    navigation_rows,
    way_up,
)
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_DAY = (time(7), time(18))


@dataclass(frozen=True, slots=True)
class SystemLook:
    """What the computer says: "light" or "dark" (or nothing), high contrast, reduced motion."""

    scheme: str = ""
    high_contrast: bool = False
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class AppProps:
    """The window.

    Attributes:
        lit: The door that is lit.
        navigates: Whether the doors are below the page.
        up: Where the way at the top leads, in words; empty on the pages of the doors.
        leaving: Whether it is asked if they leave although something is not kept.
        scheme: "light", "dark" or "contrast".
        text_scale: Times the normal text size.
        resources: Where pictures are, as an address.
        lock: What is pressed to lock the notebook, or to put it out of sight.
    """

    page: PageName = PageName.FIRST_RUN
    lit: PageName = PageName.FIRST_RUN
    navigates: bool = False
    up: str = ""
    leaving: bool = False
    scheme: str = "dark"
    text_scale: float = 1.0
    reduced_motion: bool = False
    sound: bool = True
    resources: str = ""
    lock: str = ""
    notice: str = ""


def derive_look(settings: Settings, system: SystemLook, at: time) -> tuple[str, bool]:
    """The set of colours, and whether motion is reduced.

    Where the computer does not say, the evening is dark and the day is light.
    """
    reduced = settings.motion is Motion.REDUCED or (
        settings.motion is Motion.SYSTEM and system.reduced_motion
    )
    if settings.appearance is not Appearance.SYSTEM:
        return settings.appearance.value, reduced
    if system.high_contrast:
        return Appearance.CONTRAST.value, reduced
    by_hour = "light" if _DAY[0] <= at < _DAY[1] else "dark"
    return system.scheme or by_hour, reduced


@QmlElement
class AppModel(ViewModel):
    Props = AppProps
    PageNames = QEnum(qml_enum(PageName))

    turned = Signal(object)
    leaveConfirmed = Signal()
    lockAsked = Signal()
    announce = Signal(str)
    fileGiven = Signal(object)
    """The ``QUrl`` of a copy that somebody has in hand."""

    def __init__(self, resources: QUrl) -> None:
        super().__init__()
        self.has_passphrase = False
        """Whether the notebook that is open, or was open last, has one."""
        self._ways = Rows(NavigationRow, self)
        self._ways.replace(navigation_rows())
        self.show(AppProps(resources=resources.toString()))

    @Property(QObject, constant=True)
    def ways(self) -> Rows:
        return self._ways

    def look(self, settings: Settings, system: SystemLook, at: time) -> None:
        scheme, reduced = derive_look(settings, system, at)
        self.show(
            replace(
                self.props,
                scheme=scheme,
                reduced_motion=reduced,
                text_scale=settings.text_scale,
                sound=settings.sound,
            )
        )

    def locks(self, *, with_passphrase: bool) -> None:
        """Say what locking does."""
        self.has_passphrase = with_passphrase
        lock = translate("App", "Lock") if with_passphrase else translate("App", "Hide")
        self.show(replace(self.props, lock=lock))

    def turn_to(self, page: PageName) -> None:
        self.show(
            replace(
                self.props,
                page=page,
                lit=lit_on(page),
                navigates=page not in WITHOUT_NAVIGATION,
                up=way_up(page),
                leaving=False,
                notice="",
            )
        )

    def ask_leave(self) -> None:
        """Ask whether they leave although something they typed is not kept."""
        self.show(replace(self.props, leaving=True))

    def notify(self, sentence: str) -> None:
        self.show(replace(self.props, notice=sentence))

    @Slot(QUrl)
    def lookAtFile(self, url: QUrl) -> None:
        self.fileGiven.emit(url)

    @Slot()
    def lockNow(self) -> None:
        self.lockAsked.emit()

    @Slot(int)
    def go(self, page: int) -> None:
        self.turned.emit(named(PageName, page))

    @Slot()
    def goUp(self) -> None:
        """One level up; nothing from Home, nor out of a talk."""
        up = above(self.props.page)
        if up is not None:
            self.turned.emit(up)

    @Slot()
    def stay(self) -> None:
        self.show(replace(self.props, leaving=False))

    @Slot()
    def leaveAnyway(self) -> None:
        self.stay()
        self.leaveConfirmed.emit()

    @Slot()
    def dismissNotice(self) -> None:
        self.notify("")
