"""Every page and every byte of what opens it, damaged: told, never served, and taken back."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.application.ports import KeyMissing, StoreDamaged
from coupleapp.store import FILE_NAME, check_store, found_copies, open_store, restore_copy
from coupleapp.store.copies import COPIES, envelope_beside
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import ENVELOPE
from coupleapp.store.vault import KEY_FILE
from tests.store.helpers import NOW, PAGE, bytes_of, fill, later, write_both

LINES = 40


@pytest.fixture
def copied(folder: Path) -> Path:
    """A file of many pages, and a copy of it; the copy's path."""
    fill(folder)
    with closing(open_store(folder, [])) as store:
        store.copies.make(NOW)
    (copy,) = found_copies(folder, [])
    return copy.path


def lines(folder: Path) -> int:
    with closing(open_store(folder, [])) as store:
        return len(store.notebook.page(None, 99))


def one_bit_of_each_page(data: bytes) -> Iterator[bytes]:
    """Each page once damaged, anywhere in it."""
    chance = random.Random(7)  # noqa: S311 - the same each time
    for start in range(0, len(data), PAGE):
        at = start + chance.randrange(PAGE)
        yield data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def test_every_page_of_the_file(folder: Path, copied: Path, record_property):
    path = folder / FILE_NAME
    whole = path.read_bytes()
    pages = list(one_bit_of_each_page(whole))
    for number, damaged in enumerate(pages):
        path.write_bytes(damaged)
        before = bytes_of(folder)
        for look in (open_store, check_store):
            with pytest.raises(StoreDamaged):
                look(folder, [])
        assert bytes_of(folder) == before
        if number % 20 == 0:
            aside = restore_copy(folder, [], copied, later(number)).put_aside
            assert aside is not None
            assert aside.read_bytes() == damaged
            assert lines(folder) == LINES
    record_property("damaged pages of the file, told, none served", len(pages))
    assert len(pages) > 40


def test_every_page_of_a_copy(folder: Path, copied: Path, record_property):
    pages = list(one_bit_of_each_page(copied.read_bytes()))
    for damaged in pages:
        copied.write_bytes(damaged)
        assert [copy.holding for copy in found_copies(folder, [])] == [None]
    record_property("damaged pages of a copy, none offered", len(pages))
    assert len(pages) > 40


def test_every_byte_of_the_envelope_of_a_copy(folder: Path, copied: Path, record_property):
    (before,) = found_copies(folder, [])
    envelope = envelope_beside(copied)
    whole = envelope.read_bytes()
    for at in range(len(whole)):
        envelope.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        (copy,) = found_copies(folder, [])
        assert copy.holding in {None, before.holding}
    record_property("damaged bytes of the envelope of a copy", len(whole))


@pytest.mark.parametrize("name", [ENVELOPE, KEY_FILE])
def test_every_byte_of_a_key_file_and_of_its_second(folder, copied, name, record_property):
    """The same byte of both: then no file of its keys is whole; the copy lies somewhere else."""
    copied = Path(shutil.move(folder / COPIES, folder.with_name("stick"))) / copied.name
    path = folder / name
    files = {one: one.read_bytes() for one in (path, second_of(path))}
    whole = files[path]
    told = 0
    for at in range(len(whole)):
        for one, data in files.items():
            one.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        try:
            seen = lines(folder)
        except (StoreDamaged, KeyMissing):
            told += 1
        else:
            assert seen == LINES, "what was opened is whole"
        if name == ENVELOPE and at % 50 == 0:
            shutil.copytree(folder, folder.with_name(f"again-{at}"))
            assert taken_back(folder.with_name(f"again-{at}"), copied) == LINES
        for one, data in files.items():
            one.write_bytes(data)
    record_property(f"damaged bytes of both {name}, told", f"{told} of {len(whole)}")
    assert told > len(whole) * 0.9


def test_both_envelopes_damaged_that_of_a_copy_is_theirs(folder, copied, record_property):
    envelope = folder / ENVELOPE
    whole = envelope.read_bytes()
    for at in range(0, len(whole), 7):
        write_both(envelope, whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert lines(folder) == LINES
        assert envelope.read_bytes() == second_of(envelope).read_bytes() == whole
    record_property("damaged bytes of both keys.json, mended from a copy", len(whole) // 7 + 1)


def taken_back(folder: Path, copied: Path) -> int:
    restore_copy(folder, [], copied, later(1))
    return lines(folder)
