"""macOS 13 and later, as an app bundle: the login item that System Settings shows.

macOS starts the bundle itself, without arguments, and finds it again when it was moved. Tested
against a fake service only.
"""

import logging
from pathlib import Path
from typing import Protocol, cast

from coupleapp.desktop.autostart.base import AutostartState

logger = logging.getLogger(__name__)

ENABLED = 1
REQUIRES_APPROVAL = 2

_STATES = {ENABLED: AutostartState.ON, REQUIRES_APPROVAL: AutostartState.REFUSED}
"""Of SMAppServiceStatus. 0 is "not registered" and 3 "not found", which is said of an app that
was never registered; both are off."""


class AppService(Protocol):
    """What is used of SMAppService, under the names PyObjC gives it."""

    def status(self) -> int: ...
    def registerAndReturnError_(self, error: None, /) -> tuple[bool, object]: ...  # noqa: N802
    def unregisterAndReturnError_(self, error: None, /) -> tuple[bool, object]: ...  # noqa: N802


class LoginItemAutostart:
    def __init__(self, service: AppService) -> None:
        self._service = service

    def state(self) -> AutostartState:
        return _STATES.get(self._service.status(), AutostartState.OFF)

    def switch(self, on: bool) -> AutostartState:
        state = self.state()
        done = True
        if on and state is AutostartState.OFF:
            done, _ = self._service.registerAndReturnError_(None)
        elif not on and state is not AutostartState.OFF:
            done, _ = self._service.unregisterAndReturnError_(None)
        if not done:
            logger.info("macOS did not change the login item")
        return self.state()

    def refresh(self) -> None:
        """Nothing to do: the entry is the bundle itself, not its path."""


def main_app_service() -> AppService | None:
    """This app's own service; None where macOS is too old or PyObjC is missing."""
    try:
        from ServiceManagement import SMAppService
    except ImportError:
        return None
    return cast(AppService, SMAppService.mainAppService())


def legacy_switched_off(path: Path) -> bool:
    """Whether the person has forbidden a property list in System Settings, Login Items."""
    try:
        from Foundation import NSURL
        from ServiceManagement import SMAppService
    except ImportError:
        return False
    url = NSURL.fileURLWithPath_(str(path))
    return bool(SMAppService.statusForLegacyURL_(url) == REQUIRES_APPROVAL)
