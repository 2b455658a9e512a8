import json
import os
import stat
from pathlib import Path

import pytest

from coupleapp.application.ports import KeyMissing, StoreDamaged, StoreReadOnly, StoreTooNew
from coupleapp.domain.lock import WayIn
from coupleapp.store import FILE_NAME, open_store
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import ENVELOPE, KeyRefused
from coupleapp.store.vault import KEY_FILE, KeyFile, open_vault
from tests.store.helpers import NOW, MemoryKeeper, bytes_of, remove_both, write_both


class Forgetful(MemoryKeeper):
    """Says that it keeps, and does not."""

    def load(self, account: str) -> None:
        return None


class Closed(MemoryKeeper):
    def save(self, account: str, secret: bytes) -> bool:
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _open(folder: Path, *keepers: MemoryKeeper):
    return open_vault(folder, folder / FILE_NAME, keepers)


def _envelope(folder: Path) -> dict:
    return json.loads((folder / ENVELOPE).read_text())


def test_the_keyring_keeps_the_key_where_there_is_one(folder: Path):
    keyring = MemoryKeeper()

    made = _open(folder, keyring)

    assert made.opened_by is WayIn.KEYRING
    assert len(made.key) == 32
    assert _open(folder, keyring) == made
    assert set(bytes_of(folder)) == {ENVELOPE, second_of(Path(ENVELOPE)).name}
    assert list(keyring.kept) == [_envelope(folder)["vault"]]


@pytest.mark.parametrize("keepers", [[], [Forgetful()], [Closed()]])
def test_else_a_file_keeps_it(folder: Path, keepers: list[MemoryKeeper]):
    made = _open(folder, *keepers)

    assert made.opened_by is WayIn.KEYFILE
    assert _open(folder, *keepers) == made
    names = (Path(ENVELOPE), Path(KEY_FILE))
    assert set(bytes_of(folder)) == {one.name for path in names for one in (path, second_of(path))}


def test_the_first_place_that_keeps_it_is_taken(folder: Path):
    good, never_asked = MemoryKeeper(), MemoryKeeper()

    _open(folder, Closed(), good, never_asked)

    assert len(good.kept) == 1
    assert never_asked.kept == {}


def test_the_key_itself_is_nowhere(folder: Path):
    key = _open(folder).key

    written = b"".join(bytes_of(folder).values())
    assert key not in written
    assert key.hex().encode() not in written
    assert key.hex() not in repr(_open(folder))
    assert str(key) not in repr(_open(folder))


def test_every_vault_has_its_own_key(tmp_path: Path):
    keys = set()
    for name in "abc":
        (tmp_path / name).mkdir()
        keys.add(_open(tmp_path / name).key)

    assert len(keys) == 3


def test_a_keyring_that_lost_it_is_told_from_one_that_has_another(folder: Path):
    keyring = MemoryKeeper()
    _open(folder, keyring)
    before = bytes_of(folder)

    with pytest.raises(KeyMissing) as missing:
        _open(folder, MemoryKeeper())
    keyring.kept = dict.fromkeys(keyring.kept, os.urandom(32))
    with pytest.raises(KeyRefused):
        _open(folder, keyring)
    keyring.kept = dict.fromkeys(keyring.kept, b"too short")
    with pytest.raises(KeyRefused):
        _open(folder, keyring)

    assert not isinstance(missing.value, KeyRefused)
    assert bytes_of(folder) == before


def test_a_wrap_does_not_open_another_vault(tmp_path: Path):
    keyring = MemoryKeeper()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        _open(tmp_path / name, keyring)
    mine, other = _envelope(tmp_path / "a"), _envelope(tmp_path / "b")
    swapped = {**mine, "wraps": other["wraps"]}
    del swapped["check"]
    (tmp_path / "a" / ENVELOPE).write_text(json.dumps(swapped))
    keyring.kept[mine["vault"]] = keyring.kept[other["vault"]]

    with pytest.raises(KeyRefused):
        _open(tmp_path / "a", keyring)


def test_a_database_without_an_envelope_has_lost_its_key(folder: Path):
    open_store(folder, []).close()
    remove_both(folder / ENVELOPE)
    before = bytes_of(folder)

    with pytest.raises(KeyMissing):
        open_store(folder, [])

    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-20],
        lambda _: "",
        lambda _: "\udcff",
        lambda _: "[]",
        lambda text: text.replace('"wraps"', '"warps"'),
        lambda text: text.replace('"keyfile"', '"attic"', 1),
        lambda text: text.replace('"sealed": "', '"sealed": "no hex'),
    ],
)
def test_an_envelope_damaged_twice_is_left_as_it_is(folder: Path, damage):
    open_store(folder, []).close()
    damaged = damage((folder / ENVELOPE).read_text()).encode(errors="surrogateescape")
    write_both(folder / ENVELOPE, damaged)
    before = bytes_of(folder)

    with pytest.raises(StoreDamaged):
        open_store(folder, [])

    assert bytes_of(folder) == before


def test_a_newer_envelope_is_left_as_it_is(folder: Path):
    _open(folder)
    newer = json.dumps({"version": 3, "anything": "else"})
    write_both(folder / ENVELOPE, newer.encode())

    with pytest.raises(StoreTooNew):
        _open(folder)

    assert (folder / ENVELOPE).read_text() == newer


def test_a_crash_between_the_envelope_and_the_database_loses_nothing(folder: Path):
    (folder / "first-start").touch()
    key = _open(folder).key

    open_store(folder, []).close()

    assert _open(folder).key == key


def test_a_crash_before_the_envelope_begins_anew(folder: Path):
    (folder / (ENVELOPE + ".new")).write_text("half of")
    KeyFile(folder).save("never used", b"k" * 32)

    made = _open(folder)

    assert _open(folder) == made
    assert KeyFile(folder).load("never used") == b"k" * 32


def test_a_key_file_keeps_one_key_for_each_vault(folder: Path):
    keys = KeyFile(folder)

    assert keys.load("a") is None
    assert keys.save("a", b"1" * 32)
    assert keys.save("b", b"2" * 32)
    keys.forget("a")

    assert keys.load("a") is None
    assert keys.load("b") == b"2" * 32


def test_a_damaged_key_file_is_left_as_it_is(folder: Path):
    _open(folder)
    remove_both(folder / ENVELOPE)
    write_both(folder / KEY_FILE, b"{")
    before = bytes_of(folder)

    with pytest.raises(StoreDamaged):
        _open(folder)

    assert bytes_of(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes; the profile is the owner's")
def test_only_the_owner_can_read_anything(tmp_path: Path):
    folder, before = tmp_path / "made" / "here", os.umask(0)
    try:
        store = open_store(folder, [])
        store.copies.make(NOW)
        with store.database.transaction() as work:
            work.connection().exec_driver_sql("INSERT INTO draft VALUES ('a', 'b')")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}
        store.close()
    finally:
        os.umask(before)

    assert modes.pop(FILE_NAME + "-journal") == 0o600
    assert modes.pop("copies") == 0o700
    assert len(modes) == 7
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreReadOnly):
        open_store(tmp_path / "file", [])
    with pytest.raises(StoreReadOnly):
        open_store(tmp_path / "file" / "below", [])


def test_an_envelope_of_brackets_without_end_is_damaged(folder: Path):
    open_store(folder, []).close()
    write_both(folder / ENVELOPE, b"[" * 100_000)

    with pytest.raises(StoreDamaged):
        open_store(folder, [])
