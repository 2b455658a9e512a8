"""The keyring of the operating system, used only when it really keeps a secret."""

import base64
import binascii
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from coupleapp.desktop.bounded import within

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

logger = logging.getLogger(__name__)

SERVICE = "Nearer"
PATIENCE_S = 3.0

T = TypeVar("T")


class KeyringUnfit(Exception):
    """There is no keyring, or none that keeps a secret secret."""


class OsKeyring:
    """Keeps a secret in the Windows, macOS, GNOME or KDE keyring.

    A keyring may ask the person something, or hang. Nothing here waits for it longer than
    ``patience_s``, and it is not asked again before it has answered.
    """

    name = "keyring"

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._asking = False

    def load(self, account: str) -> bytes | None:
        kept = self._ask(lambda: _fit_keyring().get_password(SERVICE, account), None)
        try:
            return None if kept is None else base64.b64decode(kept, validate=True)
        except binascii.Error:
            logger.info("what the keyring has is not ours")
            return None

    def save(self, account: str, secret: bytes) -> bool:
        text = base64.b64encode(secret).decode("ascii")

        def keep() -> bool:
            place = _fit_keyring()
            place.set_password(SERVICE, account, text)
            return place.get_password(SERVICE, account) == text

        return self._ask(keep, otherwise=False)

    def forget(self, account: str) -> None:
        self._ask(lambda: _fit_keyring().delete_password(SERVICE, account), None)

    def _ask(self, work: Callable[[], T], otherwise: T) -> T:
        if self._asking:
            return otherwise
        self._asking = True

        def answered() -> T:
            try:
                return work()
            finally:
                self._asking = False

        try:
            return within(self._patience_s, answered)
        except TimeoutError:
            logger.info("the keyring does not answer")
        except Exception as error:  # noqa: BLE001 - each backend raises what its libraries raise
            logger.info("the keyring cannot be used: %s", type(error).__name__)
        return otherwise


def _fit_keyring() -> "KeyringBackend":
    """The keyring that is set up, or the best of a chain.

    Raises:
        KeyringUnfit: Only "fail", "null" and those that write plain text are there: all of them
            are below the priority that keyring itself recommends.
    """
    from keyring.backends.chainer import ChainerBackend
    from keyring.core import get_keyring, recommended

    chosen = get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for candidate in candidates:
        if recommended(candidate):
            return candidate
    raise KeyringUnfit
