"""Whether two people are in the middle of something in the window."""

from coupleapp.shell.main_window import MainWindow
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.guided_session.session_model import SessionModel


class UnderWay:
    """Asked by what comes by itself."""

    def __init__(self, window: MainWindow, session: SessionModel) -> None:
        self._window = window
        self._session = session

    @property
    def talk(self) -> bool:
        """A talk is on the screen, also one that asks how it ended."""
        return self._session.leader is not None

    @property
    def breath(self) -> bool:
        """They breathe, or are about to."""
        return self._window.shows(PageName.BREATHE) and self._window.frame.isVisible()

    @property
    def something(self) -> bool:
        """A talk that runs, or a breath."""
        leader = self._session.leader
        runs = not (leader is None or leader.over or leader.state.waits_until)
        if runs and leader is not None and leader.held:
            runs = self._window.frame.isVisible()
        return runs or self.breath
