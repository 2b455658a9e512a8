"""The page about Nearer itself: its version, what lies where, and how it is taken off again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtQml import QmlElement

from coupleapp import APP_ID, __version__
from coupleapp.application.couples import Couples
from coupleapp.application.installed import Installed, Origin
from coupleapp.domain.couple import Couple
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AboutProps:
    """Nearer on this computer.

    Attributes:
        source: Where its source is.
        folder: Where their words are.
        key_place: What opens them.
        second_place: Where copies go, too; empty where there is no such place.
        drawings: Where Qt keeps our pages in a form that it reads quickly; empty where it does not.
        taking_off: How it is taken off this computer.
    """

    version: str = ""
    source: str = ""
    folder: str = ""
    key_place: str = ""
    second_place: str = ""
    drawings: str = ""
    taking_off: str = ""


def taking_off_words(here: Installed) -> str:
    """How it goes the way it came."""
    return _taking_off(here.origin).format(place=here.place, app=APP_ID)


def _taking_off(origin: Origin) -> str:
    match origin:
        case Origin.PACKAGE:
            return translate(
                "AboutModel",
                "Remove Nearer where your system lists its programs, or in a terminal: "
                "sudo apt remove nearer",
            )
        case Origin.APP_IMAGE:
            return translate("AboutModel", "Delete the file that you begin it with: {place}")
        case Origin.FLATPAK:
            return translate(
                "AboutModel",
                "Remove Nearer where your system lists its programs, or in a terminal: "
                "flatpak uninstall {app}",
            )
        case Origin.WINDOWS:
            return translate(
                "AboutModel",
                "In the settings of Windows, under Apps, choose Nearer and then Uninstall.",
            )
        case Origin.MAC:
            return translate("AboutModel", "Move Nearer to the Trash: {place}")
        case Origin.FOLDER:
            return translate("AboutModel", "Delete the folder of the program: {place}")
        case Origin.PYTHON:
            return translate(
                "AboutModel",
                "Remove it the way you brought it. With pipx that is “pipx uninstall coupleapp”, "
                "with uv “uv tool uninstall coupleapp”.",
            )


@QmlElement
class AboutModel(ViewModel):
    Props = AboutProps

    def __init__(
        self, couples: Couples, key_place: Callable[[], str], folder: Path, here: Installed
    ) -> None:
        """``key_place``: what opens their words, in words."""
        super().__init__()
        self._couples = couples
        self._key_place = key_place
        self._folder = folder
        self._here = here

    def open(self, couple: Couple) -> None:
        caches = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
        self.show(
            AboutProps(
                version=translate("AboutModel", "Version {number}").format(number=__version__),
                source=translate(
                    "AboutModel",
                    "Its source lies beside every package, as coupleapp-{number}.tar.gz.",
                ).format(number=__version__),
                folder=str(self._folder),
                key_place=self._key_place(),
                second_place=self._couples.settings.second_place,
                drawings=caches if Path(caches).is_dir() else "",
                taking_off=taking_off_words(self._here),
            )
        )
