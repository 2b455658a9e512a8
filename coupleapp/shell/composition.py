"""The composition over one open store: what it is built of, and what passes between its parts."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from coupleapp.application.ports import Clock
from coupleapp.desktop.screen_lock import ScreenLock
from coupleapp.domain.guided_session import ImpossibleEventError
from coupleapp.reminders import Reminders
from coupleapp.shell.breathing_sound import BreathingSound
from coupleapp.shell.copy_controller import CopyController
from coupleapp.shell.keyboard import Keyboard
from coupleapp.shell.leaving import Leaving
from coupleapp.shell.lock_controller import LockController
from coupleapp.shell.login_controller import LoginController
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.navigation import Navigation
from coupleapp.shell.options import Options
from coupleapp.shell.pages import build_pages
from coupleapp.shell.passing_time import go_by_date
from coupleapp.shell.platform_services import PlatformServices
from coupleapp.shell.profile import Profile
from coupleapp.shell.reminder_controller import ReminderController
from coupleapp.shell.salvage_controller import SalvageController
from coupleapp.shell.session_controller import SessionController
from coupleapp.shell.under_way import UnderWay
from coupleapp.shell.use_cases import build_use_cases
from coupleapp.ui.agreements.agreements_model import AgreementsModel
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.plans.next_talk_model import NextTalkModel
from coupleapp.ui.plans.own_rituals_model import OwnRitualsModel
from coupleapp.ui.programme.programme_model import ProgrammeModel
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.first_run_model import FirstRunModel
from coupleapp.ui.settings.settings_model import SettingsModel
from coupleapp.ui.together.activities_model import ActivitiesModel

HOME_MS = 60_000
"""How often a Home that is left open is brought up to date."""


class Composition(QObject):
    """Built over one store, taken down before it closes."""

    def __init__(
        self,
        profile: Profile,
        window: MainWindow,
        services: PlatformServices,
        clock: Clock,
        screen_lock: ScreenLock,
        folder: Path,
        options: Options,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._services = services
        aside = services.aside
        self.use = build_use_cases(
            profile.store, profile.programme, clock, aside, rehearsal=options.rehearsal
        )
        self._keyboard = Keyboard(services.printed, window, self)
        self.pages = build_pages(
            self.use,
            window.app,
            lambda: window.closing.stays,
            self._keyboard.letters,
            services.captures.leave_out if services.captures.available else None,
        )
        self.pages.belong_to(self)
        self.navigation = Navigation(self.pages, window.app, window.windows, self.use, self)
        self._notifier = services.notifier(window.closing.tray, self)
        model, play = self.pages.model, window.appearance.play
        self._breath = BreathingSound(model(BreathModel), window.tones, play, self)
        self.session = SessionController(self.use, self.pages, self.navigation, self)
        under_way = UnderWay(window, model(SessionModel))
        self.reminder = ReminderController(
            self.use, self.pages, window, under_way, services.attention, self._notifier, aside, self
        )
        self._login = LoginController(
            self.use,
            self.pages,
            services.attention,
            services.login(folder, options.data_dir),
            aside,
            self,
        )
        self.reminders = Reminders(clock, self.use.reminding, self)
        SalvageController(self.use, self.pages, self.navigation, self)
        self.copies = CopyController(self.use, self.pages, aside, self)
        self.lock = LockController(
            self.use,
            self.pages,
            self.navigation,
            self.reminder,
            under_way,
            window,
            services.attention,
            screen_lock,
            aside,
            self,
        )
        self._home_clock = QTimer(self, interval=HOME_MS)
        self._home_clock.timeout.connect(self.keep_home_true)
        self._wire_pages()
        self._wire_session()
        self._keyboard.follow(self.pages, self.navigation, self.session)
        self._wire_reminders()
        self._wire_closing()

    def start(self) -> None:
        """Show the first page, and begin to remind."""
        self._window.appearance.choose(
            self.use.couples.settings, less_motion=self._services.less_motion()
        )
        self._open_first_page()
        self.navigation.show_in(self._window.show_pages())
        go_by_date(self.use, self.reminder.evening)
        self.reminders.start()
        self._login.start()
        self._home_clock.start()

    def stop(self) -> None:
        """Stop whatever runs by itself, and let the store go."""
        self.reminders.stop()
        self._home_clock.stop()
        self.lock.auto.stop()
        self.pages.model(SessionModel).clear()
        self._breath.stop()
        self._notifier.withdraw()
        self.navigation.take_down()

    @Slot()
    def keep_home_true(self) -> None:
        """Bring Home up to date, where it is shown: it may stay open overnight."""
        self.use.date.note()
        if self.navigation.page is PageName.HOME:
            self.pages.model(HomeModel).refresh()

    def come_forward(self) -> None:
        """Show the main window, with Home up to date."""
        if self._window.frame.isVisible():
            self.keep_home_true()
        self._window.come_forward()

    def _open_first_page(self) -> None:
        if self.use.couples.couple is None:
            self.navigation.show(PageName.FIRST_RUN)
            return
        self.navigation.turn_to(PageName.HOME)
        try:
            self.session.take_up()
        except ImpossibleEventError as error:
            # One log that cannot be read keeps nobody out of the house.
            sys.excepthook(type(error), error, error.__traceback__)

    # -- pages

    def _wire_pages(self) -> None:
        model, app = self.pages.model, self._window.app
        Leaving(app, lambda: self.navigation.item, self.navigation.turn_to, self)
        self.navigation.turning.connect(self._tones_for)
        reminders = model(RemindersModel)
        for changed in (
            model(SettingsModel).changed,
            model(NextTalkModel).changed,
            model(OwnRitualsModel).changed,
            model(ActivitiesModel).changed,
            model(AgreementsModel).changed,
            model(ProgrammeModel).changed,
            model(FirstRunModel).done,
        ):
            changed.connect(reminders.refresh)
            changed.connect(self._chosen)
        # It shows by itself what was chosen on it.
        reminders.changed.connect(self._chosen)
        model(FirstRunModel).done.connect(lambda: self.navigation.turn_to(PageName.HOME))
        model(ProgrammeModel).changed.connect(model(HomeModel).refresh)

    @Slot(object)
    def _tones_for(self, page: PageName) -> None:
        """Load the tones before the page is shown: the first phase of breathing has one."""
        if page is PageName.BREATHE:
            self._breath.get_ready()
        elif page is PageName.HOME:
            self._window.tones.unload()

    @Slot()
    def _chosen(self) -> None:
        """Apply what was chosen to the window, the reminders and the tray."""
        self._window.appearance.choose(self.use.couples.settings)
        self._window.closing.settle()
        self.pages.model(SessionModel).offer_keys()
        self.reminders.check()
        self._say_rest()

    # -- a session

    def _wire_session(self) -> None:
        model, session = self.pages.model(SessionModel), self.session
        model.tone.connect(self._window.appearance.play)
        model.entered.connect(self._mind_the_screen)
        session.beginning.connect(self._breath.get_ready)
        session.began.connect(self.reminder.make_room)
        session.ended.connect(self.reminders.check)

    @Slot()
    def _mind_the_screen(self) -> None:
        """Keep it on while a session runs; it may go dark before and after."""
        lock = self._services.wake_lock
        rests = self.pages.model(SessionModel).props.stage in {"held", "over", "waiting"}
        self._services.worker.submit(lock.release if rests else lock.hold)

    # -- reminders

    def _wire_reminders(self) -> None:
        controller, model = self.reminder, self.pages.model
        self.reminders.due.connect(controller.remind)
        controller.gone.connect(self.reminders.check)
        controller.page.connect(self._bring)
        controller.begin.connect(self._begin)
        controller.come_back.connect(self.session.come_back)
        controller.come_back.connect(self.come_forward)
        controller.took_screen.connect(self._leave_for_another_window)
        reminders, home = model(RemindersModel), model(HomeModel)
        reminders.leaving.connect(QGuiApplication.quit)
        home.dateConfirmed.connect(lambda: go_by_date(self.use, controller.evening))
        home.wakeAsked.connect(lambda: reminders.rest(0))

    @Slot()
    def _leave_for_another_window(self) -> None:
        self.navigation.leave()
        self.navigation.fill()

    @Slot(object)
    def _bring(self, page: PageName) -> None:
        try:
            # Nobody is thrown out of a talk.
            if self.pages.model(SessionModel).leader is None:
                self.navigation.turn_to(page)
        finally:
            self.come_forward()

    @Slot(str)
    def _begin(self, key: str) -> None:
        self.session.begin(key, "")
        self.come_forward()

    # -- closing the window, the mark beside the clock, login

    def _wire_closing(self) -> None:
        closing = self._window.closing
        closing.follow(lambda: self.use.couples.settings.closing, lambda: self.reminder.open)
        closing.tray.opened.connect(self.come_forward)
        closing.tray.eveningAsked.connect(self.reminder.open_evening)
        closing.tray.restAsked.connect(self.pages.model(RemindersModel).rest)
        self._window.frame.visibleChanged.connect(self._window_shown)
        self._say_rest()

    @Slot(bool)
    def _window_shown(self, visible: bool) -> None:
        """Behind a closed window no talk runs on and nothing private stays open."""
        if visible:
            self.navigation.fill()
        else:
            self.navigation.leave()
            self.session.hold()

    def _say_rest(self) -> None:
        self._window.closing.tray.say(self.pages.model(RemindersModel).props.resting)
