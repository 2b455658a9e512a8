"""After a damaged notebook gave way to a copy: what is newer in it is offered to both."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coupleapp.shell.navigation import Navigation
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.use_cases import UseCases
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.way_back.salvage_model import SalvageModel


class SalvageController(QObject):
    """Looks once at each start, beside the window's thread."""

    _found = Signal()

    def __init__(
        self, use: UseCases, pages: Pages, navigation: Navigation, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._navigation = navigation
        # Later: the first page is there by then, or a talk that was cut off.
        self._found.connect(self._offer, Qt.ConnectionType.QueuedConnection)
        pages.model(SalvageModel).finished.connect(self._go_home)
        use.aside(self._look)

    def _look(self) -> None:
        salvage = self._use.salvage
        if self._use.couples.couple is None or not salvage.waits():
            return
        found = salvage.look()
        if found.saved or salvage.asks(found):
            self._found.emit()
        else:
            salvage.done(found)

    @Slot()
    def _offer(self) -> None:
        """Only where nobody is in the middle of something."""
        if self._navigation.page is PageName.HOME:
            self._navigation.turn_to(PageName.SALVAGE)

    @Slot()
    def _go_home(self) -> None:
        self._navigation.turn_to(PageName.HOME)
