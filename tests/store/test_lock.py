"""The ways into a notebook: a passphrase, a sheet, this computer; over real files."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.application.lock import Lock
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretRefused,
    SheetNeeded,
    StoreDamaged,
    StoreError,
)
from coupleapp.domain.lock import Passphrase, SheetCode, WayIn
from coupleapp.store import FILE_NAME, Store, found_copies, open_store, renew_key, restore_copy
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import ENVELOPE, read_envelope, stretching_of_today
from coupleapp.store.vault import KEY_FILE, KeyFile, open_vault, settle
from tests.store.helpers import (
    NOW,
    MemoryKeeper,
    bytes_of,
    entry,
    key_of,
    later,
    quick,
    remove_both,
    write_both,
)

OURS = Passphrase("four words we say")
OTHER = Passphrase("four other words")
SHEET = SheetCode("23456789ABCDEFGHJKMNPQRSTUVW")
OTHER_SHEET = SheetCode("W" * 28)


@pytest.fixture
def keyring() -> MemoryKeeper:
    return MemoryKeeper()


@pytest.fixture
def store(folder: Path, keyring: MemoryKeeper) -> Iterator[Store]:
    with closing(quick(open_store(folder, [keyring]))) as store:
        store.notebook.add(entry("e1"))
        yield store


def lines(folder: Path, *openers: object) -> int:
    with closing(open_store(folder, openers)) as store:
        return len(store.notebook.page(None, 10))


def test_without_a_keyring_the_key_file_goes(folder: Path):
    with closing(quick(open_store(folder, []))) as store:
        store.notebook.add(entry("e1"))
        before = KeyFile(folder).load(store.vault.id)
        store.lock.lock_with(OURS)

    written = b"".join(bytes_of(folder).values())
    assert before is not None
    assert before.hex().encode() not in written
    assert KeyFile(folder).load(store.vault.id) is None
    assert lines(folder, OURS) == 1
    with pytest.raises(PassphraseNeeded):
        open_store(folder, [])


def test_a_change_reaches_every_copy(folder: Path, store: Store, keyring: MemoryKeeper):
    store.copies.make(NOW)
    Lock(store.lock).choose(OURS)
    Lock(store.lock).take(SHEET)
    store.copies.make(later(60))
    store.close()

    assert {copy.holding for copy in found_copies(folder, [keyring])} == {None}
    for opener in (OURS, SHEET):
        assert all(copy.holding is not None for copy in found_copies(folder, [opener]))
    assert all(copy.holding is not None for copy in store.copies.found()), "while it is open"


def test_a_copy_from_before_keeps_to_the_passphrase_of_today(folder: Path, store: Store):
    store.copies.make(NOW)
    elsewhere = folder.with_name("stick")
    shutil.copytree(store.copies.place(), elsewhere)
    Lock(store.lock).choose(OURS)
    store.close()
    ways = read_envelope(folder).ways

    (copy,) = elsewhere.glob("*.db")
    restore_copy(folder, [store.vault.known], copy, later(5))

    assert read_envelope(folder).ways == ways == {WayIn.PASSPHRASE}
    assert lines(folder, OURS) == 1


def test_a_copy_is_taken_to_a_computer_that_knows_nothing(folder: Path, store: Store, tmp_path):
    Lock(store.lock).choose(OURS)
    store.copies.make(NOW)
    new, (copy,) = tmp_path / "new", store.copies.place().glob("*.db")

    with pytest.raises(PassphraseNeeded):
        restore_copy(new, [], copy, later(5))
    with pytest.raises(SecretRefused):
        restore_copy(new, [OTHER], copy, later(5))
    restore_copy(new, [OURS], copy, later(5))

    assert lines(new, OURS) == 1


def test_a_crash_between_notebook_and_copies_is_made_good(folder: Path, store: Store):
    store.copies.make(NOW)
    (copy,) = store.copies.place().glob("*.keys.json")
    before = copy.read_bytes()
    store.lock.lock_with(OURS)
    store.close()
    copy.write_bytes(before)

    lines(folder, OURS)

    assert WayIn.PASSPHRASE.encode() in copy.read_bytes()
    assert copy.read_bytes() == (folder / ENVELOPE).read_bytes()


def test_an_envelope_of_another_notebook_is_let_be(folder: Path, store: Store, tmp_path: Path):
    store.copies.make(NOW)
    with closing(open_store(tmp_path / "another", [])):
        pass
    (copy,) = store.copies.place().glob("*.keys.json")
    for foreign in ((tmp_path / "another" / ENVELOPE).read_bytes(), b"{"):
        copy.write_bytes(foreign)
        store.lock.lock_with(OURS)
        assert copy.read_bytes() == foreign


def test_a_passphrase_is_stretched_as_asked_and_says_so():
    quick, slow = stretching_of_today(0.0), stretching_of_today(60.0)

    assert (quick.memory_kib, quick.passes, quick.lanes) == (65536, 3, 4)
    assert slow.passes == 100
    assert quick.salt != slow.salt


# -- damage


@pytest.mark.parametrize("name", [ENVELOPE, KEY_FILE])
def test_every_byte_of_a_key_file_may_break_once(folder: Path, name: str):
    with closing(open_store(folder, [])) as store:
        store.lock.take_sheet(SHEET)
    key, path = key_of(folder), folder / name
    good = path.read_bytes()

    for spoiled in (path, second_of(path)):
        for at in range(len(good)):
            spoiled.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            assert key_of(folder) == key
            settle(folder, open_vault(folder, folder / FILE_NAME, []))
            assert spoiled.read_bytes() == good, "mended"
        for length in (0, 1, len(good) // 2, len(good) - 1):
            spoiled.write_bytes(good[:length])
            assert lines(folder) == 0
            assert spoiled.read_bytes() == good
        spoiled.unlink()
        assert lines(folder) == 0
        assert spoiled.read_bytes() == good
        assert key_of(folder) == key


@pytest.mark.parametrize("which", ["first", "second"])
@pytest.mark.parametrize("name", [ENVELOPE, KEY_FILE])
def test_a_file_of_another_notebook_takes_nothing_away(folder, tmp_path: Path, name: str, which):
    for place, line in ((folder, "ours"), (tmp_path / "other", "theirs")):
        with closing(open_store(place, [])) as store:
            store.notebook.add(entry(line))
    path = folder / name if which == "first" else second_of(folder / name)
    ours = path.read_bytes()
    path.write_bytes((tmp_path / "other" / name).read_bytes())

    assert lines(folder) == 1

    assert ours in {one.read_bytes() for one in (folder / name, second_of(folder / name))} or (
        name == KEY_FILE
    )
    assert lines(folder) == 1


def test_a_foreign_envelope_asks_for_no_passphrase_of_its_own(folder: Path, store, tmp_path):
    store.lock.lock_with(OURS)
    store.close()
    with closing(quick(open_store(tmp_path / "other", []))) as other:
        other.lock.lock_with(OTHER)
    (folder / ENVELOPE).write_bytes((tmp_path / "other" / ENVELOPE).read_bytes())

    for wrong in (OTHER, Passphrase("neither of them")):
        with pytest.raises((SecretRefused, StoreDamaged)):
            open_store(folder, [wrong])
    assert lines(folder, OURS) == 1
    assert lines(folder, OURS) == 1


def test_what_is_put_aside_keeps_both_envelopes_where_they_differ(folder: Path, store, tmp_path):
    store.copies.make(NOW)
    store.close()
    with closing(open_store(tmp_path / "other", [])):
        pass
    ours = second_of(folder / ENVELOPE).read_bytes()
    (folder / ENVELOPE).write_bytes((tmp_path / "other" / ENVELOPE).read_bytes())
    (copy,) = store.copies.place().glob("*.db")

    done = restore_copy(folder, [store.vault.known], copy, later(5))

    assert done.put_aside is not None
    beside = folder.glob(done.put_aside.stem + "*.json")
    assert ours in {path.read_bytes() for path in beside}


def test_what_a_crash_left_half_written_is_cleared_away(folder: Path):
    with closing(open_store(folder, [])):
        pass
    drafts = [folder / f"{name}.new" for name in (ENVELOPE, KEY_FILE, "keys-second.json")]
    for draft in drafts:
        draft.write_bytes(b"half")

    assert lines(folder) == 0
    assert not any(draft.exists() for draft in drafts)


def test_damage_is_told_from_a_wrong_passphrase(folder: Path, store: Store):
    store.lock.lock_with(OURS)
    store.close()
    content = json.loads((folder / ENVELOPE).read_text())
    content["wraps"][0]["sealed"] = content["wraps"][0]["sealed"][::-1]
    write_both(folder / ENVELOPE, json.dumps(content).encode())

    with pytest.raises(StoreDamaged):
        open_store(folder, [OURS])


@pytest.mark.parametrize("change", [{"passes": 0}, {"memory_kib": 8}, {"salt": "?"}, None])
def test_a_stretching_that_cannot_be_is_damage(folder: Path, store: Store, change):
    store.lock.lock_with(OURS)
    store.close()
    content = json.loads((folder / ENVELOPE).read_text())
    del content["check"]
    wrap = content["wraps"][0]
    wrap["stretching"] = None if change is None else wrap["stretching"] | change
    write_both(folder / ENVELOPE, json.dumps(content).encode())

    with pytest.raises(StoreDamaged):
        open_store(folder, [OURS])


def test_the_envelope_of_the_first_nearer_opens(folder: Path, store: Store, keyring: MemoryKeeper):
    store.close()
    content = json.loads((folder / ENVELOPE).read_text())
    first = {
        "version": 1,
        "vault": content["vault"],
        "wraps": [
            {key: one[key] for key in ("kind", "keeper", "nonce", "sealed")}
            for one in content["wraps"]
        ],
    }
    remove_both(folder / ENVELOPE)
    (folder / ENVELOPE).write_text(json.dumps(first, indent=2))

    assert lines(folder, keyring) == 1
    assert second_of(folder / ENVELOPE).exists()


def test_nothing_is_mended_by_one_who_only_looks(folder: Path, store: Store, keyring):
    from coupleapp.store import check_store

    store.close()
    second_of(folder / ENVELOPE).unlink()
    before = bytes_of(folder)

    check_store(folder, [keyring])

    assert bytes_of(folder) == before


def test_no_key_is_written_out(folder: Path, store: Store):
    store.lock.lock_with(OURS)
    store.lock.take_sheet(SHEET)

    assert store.vault.key.hex() not in repr(store.vault) + repr(store.vault.known)
    written = b"".join(bytes_of(folder).values())
    for secret in (OURS.text, SHEET.symbols, "".join(SHEET.groups), store.vault.key.hex()):
        assert secret.encode() not in written
        assert secret.encode("utf-16-le") not in written


@pytest.mark.parametrize("loss", ["gone", "damaged", "another's"])
def test_an_envelope_lost_while_it_is_open_is_written_again(folder, store, tmp_path, loss):
    store.lock.lock_with(OURS)
    with closing(open_store(tmp_path / "other", [])):
        pass
    match loss:
        case "gone":
            remove_both(folder / ENVELOPE)
        case "damaged":
            write_both(folder / ENVELOPE, b"{")
        case _:
            write_both(folder / ENVELOPE, (tmp_path / "other" / ENVELOPE).read_bytes())

    assert store.lock.ways() == {WayIn.PASSPHRASE}
    store.close()
    assert lines(folder, OURS) == 1


def test_a_lost_envelope_is_no_question_of_a_passphrase(folder: Path, store: Store):
    store.lock.lock_with(OURS)
    store.close()
    remove_both(folder / ENVELOPE)

    with pytest.raises(KeyMissing) as missing:
        open_store(folder, [OURS])

    assert not isinstance(missing.value, PassphraseNeeded | SecretRefused)
    assert (folder / FILE_NAME).stat().st_size


@pytest.fixture(params=["gone", "damaged"])
def envelope_lost(request):
    """Loses both files of an envelope."""

    def lose(folder):
        if request.param == "gone":
            remove_both(folder / ENVELOPE)
        else:
            write_both(folder / ENVELOPE, b"{")

    return lose


def test_a_lost_envelope_is_that_of_the_copies(folder: Path, store: Store, envelope_lost):
    store.copies.make(NOW)
    store.lock.lock_with(OURS)
    store.close()
    envelope_lost(folder)

    with pytest.raises(PassphraseNeeded):
        open_store(folder, [])
    with pytest.raises(SecretRefused):
        open_store(folder, [Passphrase("something else")])
    assert lines(folder, OURS) == 1
    assert read_envelope(folder).ways == {WayIn.PASSPHRASE}, "it is written again"


def test_with_every_key_lost_the_sheet_opens_it(folder: Path, store: Store, envelope_lost):
    store.copies.make(NOW)
    store.lock.take_sheet(SHEET)
    store.close()
    envelope_lost(folder)
    remove_both(folder / KEY_FILE)

    with pytest.raises(SheetNeeded):
        open_store(folder, [])
    assert lines(folder, SHEET) == 1


def test_the_copies_of_another_notebook_are_of_no_use(folder: Path, store: Store, tmp_path):
    store.close()
    with closing(open_store(tmp_path / "other", [])) as other:
        other.copies.make(NOW)
        other.lock.lock_with(OURS)
    shutil.copytree(tmp_path / "other" / "copies", folder / "copies", dirs_exist_ok=True)
    remove_both(folder / ENVELOPE)
    before = bytes_of(folder)

    with pytest.raises(StoreError):
        open_store(folder, [OURS])
    assert bytes_of(folder) == before


def test_another_notebook_s_envelope_is_no_obstacle_where_a_copy_has_ours(
    folder: Path, store: Store, tmp_path
):
    store.copies.make(NOW)
    store.lock.lock_with(OURS)
    store.close()
    with closing(quick(open_store(tmp_path / "other", []))) as other:
        other.lock.lock_with(OTHER)
    write_both(folder / ENVELOPE, (tmp_path / "other" / ENVELOPE).read_bytes())

    with pytest.raises(StoreError):
        open_store(folder, [Passphrase("something else")])
    assert lines(folder, OURS) == 1
    assert read_envelope(folder).vault != read_envelope(tmp_path / "other").vault


def test_an_envelope_from_before_a_new_key_is_no_obstacle_either(folder: Path, store: Store):
    store.lock.lock_with(OURS)
    store.close()
    before = (folder / ENVELOPE).read_bytes()
    renew_key(folder, [OURS], NOW)
    with closing(open_store(folder, [OURS])) as renewed:
        renewed.copies.make(later(5))
    write_both(folder / ENVELOPE, before)

    assert lines(folder, OURS) == 1
