"""What this computer lets Nearer do by itself, and whether it begins at login."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from coupleapp.desktop.attention import Attention
from coupleapp.desktop.autostart.base import Autostart
from coupleapp.shell.abilities import find_abilities
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.use_cases import Aside, UseCases
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.reminders.reminders_model import RemindersModel


class LoginController(QObject):
    """Looks when somebody asks, and switches what they have chosen."""

    _found = Signal(object)

    def __init__(
        self,
        use: UseCases,
        pages: Pages,
        attention: Attention,
        login: Autostart,
        aside: Aside,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._couples = use.couples
        self._attention = attention
        self._login = login
        self._aside = aside
        self._home = pages.model(HomeModel)
        reminders = pages.model(RemindersModel)
        self._found.connect(reminders.see)
        self._found.connect(self._home.see)
        reminders.lookAsked.connect(self._look)
        reminders.loginAsked.connect(self._switch)
        self._home.loginAnswered.connect(self._answer)

    def start(self) -> None:
        """Bring what the system keeps up to date, and look around."""
        self._login.refresh()
        self._look()

    @Slot()
    def _look(self) -> None:
        attention, login = self._attention, self._login.state()
        self._aside(lambda: self._found.emit(find_abilities(attention, login)))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._login.switch(on)
        self._look()

    @Slot(bool)
    def _answer(self, yes: bool) -> None:
        self._couples.choose(replace(self._couples.settings, login_asked=True))
        if yes:
            self._switch(yes)
        self._home.refresh()
