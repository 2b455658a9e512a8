"""The page of the licences: whose work Nearer stands on, each with the text of its licence."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.couple import Couple
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.settings.notices import OthersWork, read_notices

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class LicencesProps:
    """``opened``: whose text is read, -1 for nobody's; ``text``: that text."""

    opened: int = -1
    text: str = ""


@QmlElement
class LicencesModel(ViewModel):
    Props = LicencesProps

    def __init__(self, resources: Path) -> None:
        super().__init__()
        self._file = resources / "notices.txt"
        self._works = Rows(OthersWork, self)

    @Property(QObject, constant=True)
    def works(self) -> Rows:
        return self._works

    def open(self, couple: Couple) -> None:
        # Not before anybody looks: it is long.
        self._works.replace(read_notices(self._file.read_text("utf-8")))
        self.show(LicencesProps())

    @Slot(int)
    def read(self, at: int) -> None:
        """Show this one's text; or none, if it is shown already."""
        if at == self.props.opened:
            self.show(LicencesProps())
        else:
            self.show(LicencesProps(at, self._works.rows[at].text))
