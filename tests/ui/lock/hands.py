"""What the tests of the lock have in common."""

from contextlib import contextmanager

from coupleapp.application.ports import KeyMissing, StoreError
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.store import open_store
from tests.store.helpers import little_stretching

OURS = "the heron on the lake"


class Keyring:
    """One that works."""

    name = "secret-service"

    def __init__(self):
        self.kept = {}

    def load(self, account):
        return self.kept.get(account)

    def save(self, account, secret):
        self.kept[account] = secret
        return True

    def forget(self, account):
        self.kept.pop(account, None)


def quick(house):
    """A passphrase is stretched as little as may be: the tests choose many."""
    house.store.lock._stretching = little_stretching


def with_keyring(house):
    keyring = Keyring()
    house.store.lock._keepers.append(keyring)
    return keyring


def with_passphrase(house, *, sheet=False):
    """They have chosen one before; the code of the sheet, if they have one."""
    quick(house)
    house.use.lock.choose(Passphrase(OURS))
    code = house.use.lock.draw() if sheet else None
    if code is not None:
        house.use.lock.take(code)
    house.models.lock_model.changed.emit()
    return code


@contextmanager
def closed(house):
    """As after the end: what opens the files is asked of the files alone."""
    folder = house.store.folder
    house.running.stop()
    house.close = lambda: None
    yield lambda *openers: _opened(folder, openers)


def _opened(folder, openers):
    try:
        store = open_store(folder, list(openers))
    except KeyMissing as error:
        return type(error)
    except StoreError:
        raise
    try:
        return store.couple.couple() is not None
    finally:
        store.close()


def ways(house) -> set[WayIn]:
    return set(house.use.lock.ways())
