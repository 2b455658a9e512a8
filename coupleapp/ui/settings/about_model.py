"""The page about Nearer itself: its version, what lies where, and how it is taken off again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtQml import QmlElement

from coupleapp import __version__
from coupleapp.application.couples import Couples
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


@QmlElement
class AboutModel(ViewModel):
    Props = AboutProps

    def __init__(
        self, couples: Couples, key_place: Callable[[], str], folder: Path, taking_off: str
    ) -> None:
        """``key_place``: what opens it; ``taking_off``: how Nearer goes again. Both in words."""
        super().__init__()
        self._couples = couples
        self._key_place = key_place
        self._folder = folder
        self._taking_off = taking_off

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
                taking_off=self._taking_off,
            )
        )
