"""A copy is looked into, a file begun from: nothing is written to it, nothing plain lies."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.looking import (
    EnvelopeMissing,
    InHand,
    NotANotebook,
)
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretRefused,
    StoreDamaged,
    StoreError,
    StoreTooNew,
)
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import Passphrase, draw_sheet
from coupleapp.domain.settings import Settings
from coupleapp.store import (
    FILE_NAME,
    forget_looks,
    holding_now,
    look_into,
    open_store,
    restore_copy,
    write_copy,
)
from coupleapp.store.copies import COPIES, envelope_beside
from coupleapp.store.database import Database
from coupleapp.store.envelope import ENVELOPE
from tests.store.helpers import (
    NOW,
    PAGE,
    began,
    bytes_of,
    ended,
    entry,
    key_of,
    later,
    past,
    remove_both,
)
from tests.store.test_agreements import TEA, add
from tests.store.test_migrations import write_third_revision

OURS = Passphrase("four words we say")


@pytest.fixture
def copied(folder: Path) -> Path:
    """A copy with a line of both, one of Maya alone, a talk and an agreement; closed."""
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
        talk = replace(ended(past("s1", 30)), talked=True)
        store.sessions.append(talk, 0, [began()])
        store.sessions.append(ended(past("s2", 40)), 0, [began()])
        add(store, replace(TEA, made_at=later(35)))
        store.notebook.add(entry("e1", "a line of ours", 1))
        store.notebook.add(
            replace(entry("e2", "marzipan"), private=True, author=Seat.LEFT, session_id="s1")
        )
        store.copies.make(NOW)
        store.notebook.add(entry("e3", minutes=99))
    (path,) = (folder / COPIES).glob("*.db")
    return path


def all_bytes(folder: Path) -> dict[Path, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_what_both_may_read_newest_first_and_not_a_byte_is_written(folder, copied):
    before = all_bytes(folder)
    looked = look_into(folder, [], InHand(copied))
    assert [type(one).__name__ for one in looked.contents] == [
        "AgreementLife",
        "PastSession",
        "NotebookEntry",
    ]
    assert "marzipan" not in repr(looked)
    assert looked.couple.left == "Maya"
    assert looked.written_at == NOW.replace(microsecond=0)
    assert (looked.holding.talks, looked.holding.lines, looked.holding.agreements) == (1, 1, 1)
    assert looked.now.lines == 2
    assert all_bytes(folder) == before


def test_the_private_copy_is_its_owners_as_encrypted_as_itself_and_gone_afterwards(
    folder, copied, monkeypatch
):
    seen = {}

    def look(database, *_):
        (place,) = folder.glob("looking-*")
        seen.update({one.name: one.read_bytes() for one in place.iterdir()})
        seen["mode"] = {stat.S_IMODE(one.stat().st_mode) for one in (place, *place.iterdir())}
        return whole(database)

    whole = Database.check
    monkeypatch.setattr(Database, "check", look)
    look_into(folder, [], InHand(copied))
    assert seen[FILE_NAME] == copied.read_bytes()
    assert b"a line of ours" not in seen[FILE_NAME]
    if os.name == "posix":
        assert seen["mode"] == {0o700, 0o600}
    assert not list(folder.glob("looking-*"))


def test_nor_stays_one_of_what_could_not_be_read(folder, copied):
    data = bytearray(copied.read_bytes())
    data[PAGE + 7] ^= 1
    copied.write_bytes(data)
    with pytest.raises(StoreDamaged):
        look_into(folder, [], InHand(copied))
    assert not list(folder.glob("looking-*"))


KILLED = """
import os, signal, sys
from pathlib import Path
from coupleapp.application.looking import InHand
from coupleapp.store import look_into
from coupleapp.store.database import Database
Database.check = lambda _: os.kill(os.getpid(), signal.SIGKILL)
look_into(Path(sys.argv[1]), [], InHand(Path(sys.argv[2])))
"""


def test_what_a_kill_leaves_of_one_goes_by_who_holds_the_folder(folder, copied):
    before = all_bytes(folder)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), str(copied)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode != 0
    assert list(folder.glob("looking-*"))
    assert {**all_bytes(folder), **before} == all_bytes(folder)
    forget_looks(folder)
    assert not list(folder.glob("looking-*"))


def test_another_who_opens_the_notebook_takes_no_look_away(folder, copied, monkeypatch):
    """As a command on the console does while the window looks."""

    def look(database, *_):
        monkeypatch.undo()
        open_store(folder, []).close()
        return whole(database)

    whole = Database.check
    monkeypatch.setattr(Database, "check", look)
    assert look_into(folder, [], InHand(copied)).holding.lines == 1


def test_what_cannot_be_read_of_it_is_counted(folder, copied):
    assert look_into(folder, [], InHand(copied)).left_aside == 0
    statements = (
        "UPDATE notebook_entry SET kind = 'odd' WHERE id = 'e1'",
        "UPDATE guided_session SET prompt_ids = '{' WHERE id = 's1'",
        "UPDATE agreement_event SET kind = 'odd'",
    )
    with closing(Database(copied, key_of(folder))) as copy, copy.transaction() as work:
        for sql in statements:
            work.connection().exec_driver_sql(sql)
    looked = look_into(folder, [], InHand(copied))
    assert looked.contents == ()
    assert looked.left_aside == 3


def test_one_of_an_earlier_nearer_can_be_looked_into_and_stays_as_it_is(folder, tmp_path):
    there = tmp_path / "there"
    write_third_revision(there)
    before = bytes_of(there)
    looked = look_into(folder, [], InHand(there / FILE_NAME))
    assert looked.holding.lines == 8
    assert len(looked.contents) == 8 + looked.holding.talks
    assert bytes_of(there) == before


# -- from anywhere


@pytest.fixture
def in_hand(tmp_path: Path) -> Path:
    """A copy of another notebook on a stick, under a passphrase; as ``coupleapp move`` makes it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(open_store(tmp_path / "other", [])) as store:
        store.couple.save(Couple("Ana", "Bo", NOW.date()), Settings())
        store.notebook.add(entry("o1", "from the other computer"))
        write_copy(store.database, stick / "ours.db", store.lock.envelope_with(OURS))
    return stick / "ours.db"


def test_it_opens_with_its_own_passphrase_and_nothing_else(folder, in_hand):
    with pytest.raises(PassphraseNeeded):
        look_into(folder, [], InHand(in_hand))
    with pytest.raises(SecretRefused):
        look_into(folder, [Passphrase("four other words")], InHand(in_hand))
    looked = look_into(folder, [OURS], InHand(in_hand))
    assert [one.text for one in looked.contents] == ["from the other computer"]
    assert looked.now is None


def test_a_new_computer_begins_from_it(folder, in_hand):
    open_store(folder, []).close()
    restore_copy(folder, [OURS], InHand(in_hand), NOW)
    with closing(open_store(folder, [OURS])) as store:
        assert store.couple.couple().left == "Ana"


def test_its_envelope_may_lie_anywhere_if_they_choose_it(folder, in_hand, tmp_path):
    moved = tmp_path / "letters.json"
    envelope_beside(in_hand).rename(moved)
    with pytest.raises(EnvelopeMissing):
        look_into(folder, [OURS], InHand(in_hand))
    open_store(folder, []).close()
    with pytest.raises(EnvelopeMissing):
        look_into(folder, [OURS], InHand(in_hand))
    with pytest.raises(EnvelopeMissing):
        restore_copy(folder, [OURS], InHand(in_hand), NOW)
    assert look_into(folder, [OURS], InHand(in_hand, moved)).holding.lines == 1
    restore_copy(folder, [OURS], InHand(in_hand, moved), NOW)
    with closing(open_store(folder, [OURS])) as store:
        assert len(store.notebook.page(None, 9)) == 1


def test_of_a_whole_folder_the_keys_lie_with_it_and_come_along(folder, copied, tmp_path):
    whole = tmp_path / "stick"
    shutil.copytree(folder, whole)
    shutil.rmtree(folder)
    file = InHand(whole / FILE_NAME)
    assert look_into(folder, [], file).holding.lines == 2
    open_store(folder, []).close()
    restore_copy(folder, [], file, NOW)
    shutil.rmtree(whole)
    with closing(open_store(folder, [])) as store:
        assert len(store.notebook.page(None, 9)) == 2


@pytest.mark.parametrize("what", ["a file", "a folder", "somebody else's"])
def test_something_else_called_key_is_in_nobodys_way(folder, in_hand, monkeypatch, what):
    key, read = in_hand.parent / "key", Path.read_bytes
    if what == "a folder":
        key.mkdir()
    else:
        key.write_bytes(b"of our front door")

    def refused(path: Path) -> bytes:
        if path == key:
            raise PermissionError(errno.EACCES, "not yours")
        return read(path)

    if what == "somebody else's":
        # No file mode stops the superuser.
        monkeypatch.setattr(Path, "read_bytes", refused)
    assert look_into(folder, [OURS], InHand(in_hand)).holding.lines == 1


def test_what_was_cut_off_in_a_change_is_taken_as_before_it(folder, copied, tmp_path):
    """Its journal lies beside it: without it half of the change would be taken for whole."""
    cut_off(folder)
    whole = tmp_path / "stick"
    shutil.copytree(folder, whole)
    before = bytes_of(whole)
    shutil.rmtree(folder)
    assert look_into(folder, [], InHand(whole / FILE_NAME)).holding.lines == 2
    restore_copy(folder, [], InHand(whole / FILE_NAME), NOW)
    with closing(open_store(folder, [])) as store:
        assert {one.id for one in store.notebook.page(None, 9)} == {"e1", "e3"}
    assert bytes_of(whole) == before


CUT_OFF = """
import os, signal, sys
from pathlib import Path
from coupleapp.store.database import Database
with Database(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])).transaction() as work:
    link = work.connection()
    link.exec_driver_sql("PRAGMA cache_size = 1")
    link.exec_driver_sql("DELETE FROM notebook_entry")
    for n in range(300):
        link.exec_driver_sql("INSERT INTO draft VALUES (?, ?)", (str(n), "x" * 900))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def cut_off(folder: Path) -> None:
    """In the middle of a change, when half of it was in the file already."""
    done = subprocess.run(
        [sys.executable, "-c", CUT_OFF, str(folder / FILE_NAME), key_of(folder).hex()],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode != 0
    assert (folder / (FILE_NAME + "-journal")).stat().st_size


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"", NotANotebook),
        (b"a letter", NotANotebook),
        (b"SQLite format 3\x00" + bytes(PAGE - 16), NotANotebook),
        (bytes(range(256)) * 16, StoreDamaged),
    ],
)
def test_what_is_no_notebook_is_refused(folder, in_hand, content, refused):
    in_hand.write_bytes(content)
    with pytest.raises(refused):
        look_into(folder, [OURS], InHand(in_hand))


def test_nor_is_one_cut_off_gone_a_folder_too_new_or_with_a_spoilt_envelope(folder, in_hand):
    file = InHand(in_hand)
    data = in_hand.read_bytes()
    in_hand.write_bytes(data[: 3 * PAGE + 5])
    with pytest.raises(NotANotebook):
        look_into(folder, [OURS], file)
    in_hand.write_bytes(data[: 3 * PAGE])
    with pytest.raises(StoreDamaged):
        look_into(folder, [OURS], file)
    in_hand.unlink()
    with pytest.raises(StoreError):
        look_into(folder, [OURS], file)
    in_hand.mkdir()
    with pytest.raises(StoreError):
        look_into(folder, [OURS], file)
    in_hand.rmdir()
    in_hand.write_bytes(data)
    envelope = envelope_beside(in_hand)
    sealed = envelope.read_bytes()
    envelope.write_bytes(b"{}")
    with pytest.raises(StoreDamaged):
        look_into(folder, [OURS], file)
    envelope.write_bytes(sealed)
    other = in_hand.parents[1] / "other"
    with closing(Database(in_hand, key_of(other))) as copy, copy.transaction() as work:
        work.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'r9999'")
    with pytest.raises(StoreTooNew):
        look_into(folder, [OURS], file)


def test_what_only_its_own_computer_opens_is_said_so(folder, in_hand, tmp_path):
    there = tmp_path / "there"
    with closing(open_store(there, [])) as store:
        write_copy(store.database, tmp_path / "mine.db")
    with pytest.raises(KeyMissing):
        look_into(folder, [], InHand(tmp_path / "mine.db"))


def test_a_sheet_opens_one_too(folder, tmp_path):
    sheet = draw_sheet(lambda symbols: symbols[5])
    with closing(open_store(tmp_path / "there", [])) as store:
        store.lock.take_sheet(sheet)
        write_copy(store.database, tmp_path / "mine.db")
    assert look_into(folder, [sheet], InHand(tmp_path / "mine.db")).holding.lines == 0


# -- what is here now


def test_what_is_here_is_counted_where_it_still_can_be(folder, copied):
    assert holding_now(folder, []).lines == 2
    path = folder / FILE_NAME
    data = path.read_bytes()
    pages = range(len(data) // PAGE)
    counted = 0
    for page in pages:
        damaged = bytearray(data)
        damaged[page * PAGE + 1000] ^= 1
        path.write_bytes(damaged)
        now = holding_now(folder, [])
        assert now is None or (now.lines, now.talks, now.agreements) == (2, 1, 1)
        counted += now is not None
        assert path.read_bytes() == damaged
    assert 0 < counted < len(pages)


def test_nothing_is_counted_where_a_change_was_cut_off_or_nothing_is_there(folder, copied):
    cut_off(folder)
    before = bytes_of(folder)
    assert holding_now(folder, []) is None
    assert bytes_of(folder) == before
    remove_both(folder / ENVELOPE)
    assert holding_now(folder, []) is None
    (folder / FILE_NAME).unlink()
    assert holding_now(folder, []) is None
