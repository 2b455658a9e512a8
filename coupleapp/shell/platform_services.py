"""What differs from computer to computer, each behind its own small interface."""

import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from coupleapp.application.ports import SecretKeeper, StoreError, WakeLock
from coupleapp.desktop.attention import Attention
from coupleapp.desktop.autostart import this_autostart
from coupleapp.desktop.autostart.base import Autostart
from coupleapp.desktop.keep_awake import ScreenWakeLock
from coupleapp.desktop.keyboard_layout import printed_letters
from coupleapp.desktop.motion import prefers_reduced_motion
from coupleapp.desktop.notifier import Notifier
from coupleapp.desktop.screen_capture import ScreenCapture, this_system
from coupleapp.desktop.screen_lock import ScreenLock
from coupleapp.desktop.secrets import OsKeyring
from coupleapp.domain.keys import KeyPlace
from coupleapp.ui.base.input_guard import PressClock
from coupleapp.ui.base.tray import Tray


@dataclass(frozen=True, slots=True)
class PlatformServices:
    """What the app needs of the computer it runs on.

    Attributes:
        keepers: Where the file's key may lie, besides a file of its own.
        login: For this folder and this ``--data-dir``.
        less_motion: May ask the desktop's bus.
        printed: What the keys type on the layout in use.
        screen_lock: Says when nobody sits before it any more.
        captures: Leaves our windows out of pictures of the screen.
        press_clock: When a key or the mouse was pressed.
        worker: Where slow work is done, one after the other.
    """

    keepers: Sequence[SecretKeeper]
    wake_lock: WakeLock
    attention: Attention
    notifier: Callable[[Tray, QObject], Notifier]
    login: Callable[[Path, Path | None], Autostart]
    less_motion: Callable[[], bool]
    printed: Callable[[], Mapping[KeyPlace, str]]
    screen_lock: Callable[[QObject], ScreenLock]
    captures: ScreenCapture
    press_clock: PressClock
    worker: Executor

    def aside(self, work: Callable[[], None]) -> None:
        """Do it on the worker's thread, where nobody waits for it."""
        self.worker.submit(known_troubles_are_silent, work)


def platform_services() -> PlatformServices:
    """The one it runs on."""
    return PlatformServices(
        keepers=[OsKeyring()],
        wake_lock=ScreenWakeLock(),
        attention=Attention(),
        notifier=Notifier,
        login=_login,
        less_motion=lambda: prefers_reduced_motion(QGuiApplication.styleHints()),
        printed=printed_letters,
        screen_lock=ScreenLock,
        captures=ScreenCapture(this_system()),
        press_clock=PressClock(),
        # One thread, so that what is handed aside is done in order.
        worker=ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside"),
    )


def _login(folder: Path, data_dir: Path | None) -> Autostart:
    reason = QCoreApplication.translate("Login", "To bring the quiet moment of the evening")
    return this_autostart(folder, data_dir, reason)


def known_troubles_are_silent(work: Callable[[], None]) -> None:
    """For work on the worker's thread that nobody waits for, and that is done again later."""
    try:
        work()
    except StoreError:
        return
    except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
        sys.excepthook(type(error), error, error.__traceback__)
