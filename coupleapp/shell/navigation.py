"""Turns the pages of the main window, and leaves all of them in one way."""

from collections.abc import Sequence
from contextlib import suppress
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQuick import QQuickItem

from coupleapp.application.ports import StoreError
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.use_cases import UseCases
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.copied_text import forget_copied
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.base.page import Page
from coupleapp.ui.base.windows import Windows


class Navigation(QObject):
    """One page at a time."""

    turning = Signal(object)

    _unread = Signal()

    def __init__(
        self,
        pages: Pages,
        app: AppModel,
        windows: Windows,
        use: UseCases,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._app = app
        self._windows = windows
        self._use = use
        self._shell: QQuickItem | None = None
        self._item: QQuickItem | None = None
        self._put_page: PageName | None = None
        self._emptied: list[Page] = []
        # Later: it is met while something is read, and from any thread.
        self._unread.connect(self.say_left_aside, Qt.ConnectionType.QueuedConnection)
        use.store.follow_left_aside(self._unread.emit)

    @property
    def page(self) -> PageName:
        """What is shown."""
        page: PageName = self._app.props.page
        return page

    @property
    def item(self) -> QQuickItem | None:
        """The page that is shown, once it is drawn."""
        return self._item

    def show_in(self, shell: QQuickItem) -> None:
        """Show the pages here from now on."""
        self._shell = shell
        self._put()

    def take_down(self) -> None:
        """Take the page away, and what it was shown in."""
        self._use.store.follow_left_aside(lambda: None)
        for made in (self._item, self._shell):
            if made is not None:
                self._windows.drop(made)
        self._item = self._shell = self._put_page = None

    def turn_to(self, page: PageName) -> None:
        """Show this page as things stand; nothing before there is a couple.

        Raises:
            StoreError: It could not be read; the page is shown all the same.
        """
        if self._use.couples.couple is None:
            return
        try:
            self.open(page)
        finally:
            self.show(page)

    def open(self, page: PageName) -> None:
        """Bring this page up to date; whatever was open elsewhere is left first.

        Raises:
            StoreError: It could not be read; the rest of it is up to date.
        """
        self.leave()
        self._open(self._pages.entries[page].pages)

    def _open(self, pages: Sequence[Page]) -> None:
        couple, errors = self._use.couples.couple, list[StoreError]()
        if couple is None:
            return
        for page in pages:
            try:
                page.open(couple)
            except StoreError as error:
                errors.append(error)
        self._say_left_aside(pages)
        if errors:
            raise errors[0]

    def show(self, page: PageName) -> None:
        """Show this page as it was made ready."""
        self.turning.emit(page)
        self._app.turn_to(page)
        self._put()

    def leave(self) -> None:
        """Close on every page what one partner opened in private, or only to look at it."""
        emptied = [page for page in self._pages.every if page.leave()]
        if emptied:
            forget_copied()
        self._emptied += emptied

    def fill(self) -> None:
        """Show what leaving has emptied, where somebody looks at it again.

        Raises:
            StoreError: It could not be read.
        """
        emptied, self._emptied = self._emptied, []
        self._open([page for page in self._pages.entries[self.page].pages if page in emptied])

    @Slot()
    def say_left_aside(self) -> None:
        """What is shown may have met another row that cannot be read."""
        self._say_left_aside(self._pages.entries[self.page].pages)

    def _say_left_aside(self, pages: Sequence[Page]) -> None:
        with suppress(StoreError):
            for page in pages:
                page.say_left_aside(self._use.store.left_aside(page.reads))

    def _put(self) -> None:
        if self._shell is None or self._put_page is self.page:
            return
        self._put_page = self.page
        before, entry = self._item, self._pages.entries[self.page]
        item = cast("QQuickItem", self._windows.make(entry.qml, {**entry.own, **entry.lent}))
        item.setParent(self._shell)
        self._shell.setProperty("page", item)
        self._item = item
        if before is not None:
            self._windows.drop(before)
