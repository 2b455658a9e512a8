"""Asks before a page is left on which something was typed that is not kept yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickItem

from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.navigation import PageName


class Leaving(QObject):
    """Stands between what turns the pages and them."""

    def __init__(
        self,
        app: AppModel,
        shown: Callable[[], QQuickItem | None],
        turn: Callable[[PageName], None],
        parent: QObject,
    ) -> None:
        """``shown``: the page in the window; ``turn``: turns to another."""
        super().__init__(parent)
        self._app = app
        self._shown = shown
        self._turn = turn
        self._to: PageName | None = None
        app.turned.connect(self._asked)
        app.leaveConfirmed.connect(self._confirmed)

    @Slot(object)
    def _asked(self, page: PageName) -> None:
        shown = self._shown()
        if shown is not None and holds_unkept(shown):
            self._to = page
            self._app.ask_leave()
        else:
            self._turn(page)

    @Slot()
    def _confirmed(self) -> None:
        to, self._to = self._to, None
        if to is not None:
            self._turn(to)


def holds_unkept(item: QQuickItem) -> bool:
    """Whether a field in it says ``unkept``: what is typed there is neither kept nor a draft."""
    if not item.isVisible():
        return False
    if item.property("unkept") is True:
        return True
    return any(holds_unkept(child) for child in item.childItems())
