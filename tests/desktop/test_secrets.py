import threading

import keyring
import pytest
from keyring import core
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from coupleapp.application.ports import SecretKeeper
from coupleapp.desktop.secrets import OsKeyring

SECRET = bytes(range(32))


class Memory(KeyringBackend):
    """A keyring that works."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username))


class Plain(Memory):
    """Like the plain-text backends of keyrings.alt."""

    priority = 0.5  # type: ignore[assignment]


class Forgetful(Memory):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Say nothing and keep nothing."""


class Locked(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    set_password = delete_password = get_password  # type: ignore[assignment]


class Asking(Memory):
    """Waits for somebody to type a password."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = threading.Event()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        self.typed.wait()
        return super().get_password(service, username)


@pytest.fixture(autouse=True)
def nobody_elses_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "_keyring_backend", fail.Keyring())


def use(backend: KeyringBackend) -> OsKeyring:
    keyring.set_keyring(backend)
    return OsKeyring(patience_s=5)


def test_keeps_gives_back_and_forgets() -> None:
    place: SecretKeeper = use(memory := Memory())
    assert place.load("couple") is None
    assert place.save("couple", SECRET)
    assert place.load("couple") == SECRET
    assert place.load("another") is None
    place.forget("couple")
    assert memory.kept == {}
    place.forget("couple")


@pytest.mark.parametrize(
    "backend", [fail.Keyring(), null.Keyring(), Plain(), Forgetful(), Locked()]
)
def test_a_place_that_does_not_keep_a_secret_is_refused(backend: KeyringBackend) -> None:
    place = use(backend)
    assert not place.save("couple", SECRET)
    assert place.load("couple") is None
    assert getattr(backend, "kept", {}) == {}
    place.forget("couple")


def test_a_chain_gives_its_first_fit_link(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, memory = Plain(), Memory()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, memory])
    place = use(chainer.ChainerBackend())
    assert place.save("couple", SECRET)
    assert plain.kept == {}
    assert len(memory.kept) == 1


def test_a_chain_of_nothing_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [])
    assert not use(chainer.ChainerBackend()).save("couple", SECRET)


def test_what_is_not_ours_is_not_taken() -> None:
    memory = Memory()
    place = use(memory)
    place.save("couple", SECRET)
    memory.kept = dict.fromkeys(memory.kept, "not base64!")
    assert place.load("couple") is None


def test_a_keyring_that_asks_holds_nobody_up_and_may_answer_later() -> None:
    asking = Asking()
    keyring.set_keyring(asking)
    place = OsKeyring(patience_s=0.05)
    assert place.load("couple") is None
    assert place.load("couple") is None
    assert asking.asked == 1, "it is not asked again while it is still asking"
    asking.typed.set()
    for thread in threading.enumerate():
        if thread.name == "bounded":
            thread.join(5)
    patient = place
    patient._patience_s = 5
    assert patient.save("couple", SECRET)
    assert patient.load("couple") == SECRET
