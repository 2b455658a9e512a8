"""What is printed on the keys, kept up to date, and what keeps a slip from doing more than one."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from coupleapp.domain.keys import KeyPlace
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.navigation import Navigation
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.session_controller import SessionController
from coupleapp.ui.agreements.decision_model import DecisionModel
from coupleapp.ui.base.key_letters import KeyLetters
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.calm.grounding import GroundingControls
from coupleapp.ui.guided_session.closing_round import ClosingRoundModel
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.needs.needs_model import NeedsModel
from coupleapp.ui.notebook.own_pages_model import OwnPagesModel
from coupleapp.ui.plans.own_rituals_model import OwnRitualsModel
from coupleapp.ui.settings.settings_model import SettingsModel


class Keyboard(QObject):
    """Knows the letters, from the system and from what is typed in the main window."""

    def __init__(
        self, printed: Callable[[], Mapping[KeyPlace, str]], window: MainWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self.letters = KeyLetters(printed, self)
        window.guard.struck.connect(self.letters.learn)
        window.frame.activeChanged.connect(self.letters.look_again)

    def follow(self, pages: Pages, navigation: Navigation, session: SessionController) -> None:
        """Look now and before each session; whatever is new on the screen is told to the guard."""
        guard = self._window.guard
        # ``Any``: their signals are made from their snapshots.
        model: Any = pages.model(SessionModel)
        grounding: Any = pages.model(GroundingControls)
        closing: Any = pages.model(ClosingRoundModel)
        breath: Any = pages.model(BreathModel)
        session.beginning.connect(self.letters.look_again)
        model.soundAsked.connect(pages.model(SettingsModel).toggleSound)
        navigation.turning.connect(guard.appeared)
        model.entered.connect(guard.appeared)
        model.curtainChanged.connect(guard.appeared)
        # What takes the place of something else within one step, or one page.
        grounding.placeChanged.connect(guard.appeared)
        closing.writerChanged.connect(guard.appeared)
        breath.stageChanged.connect(guard.appeared)
        # After one partner's word the keyboard stands on the other's; one button says two things.
        needs: Any = pages.model(NeedsModel)
        decision: Any = pages.model(DecisionModel)
        rituals: Any = pages.model(OwnRitualsModel)
        home: Any = pages.model(HomeModel)
        own: Any = pages.model(OwnPagesModel)
        for word in (
            home.setbackAskingChanged,
            model.softenedChanged,
            breath.readers.dataChanged,
            breath.yesLeftChanged,
            breath.yesRightChanged,
            model.confirmedLeftChanged,
            model.confirmedRightChanged,
            needs.yesLeftChanged,
            needs.yesRightChanged,
            decision.yesLeftChanged,
            decision.yesRightChanged,
            rituals.rituals.modelReset,
            own.stageChanged,
            own.formChanged,
        ):
            word.connect(guard.appeared)
        self.letters.look_again()
