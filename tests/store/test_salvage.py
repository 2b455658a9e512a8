"""A damaged file read row by row: whatever page is damaged, nothing wrong comes out of it."""

import json
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.lock import Opener
from coupleapp.application.looking import InHand
from coupleapp.application.own_pages import own_draft
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretRefused,
    StoreDamaged,
    StoreError,
    StoreTooNew,
)
from coupleapp.application.salvage import Readable, Salvage
from coupleapp.domain.agreements.life import Left, Made
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import Passphrase
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.settings import Settings
from coupleapp.store import FILE_NAME, Store, open_store, renew_key, restore_copy
from coupleapp.store.copies import COPIES, envelope_beside
from coupleapp.store.database import Database
from coupleapp.store.envelope import ENVELOPE
from tests.store.helpers import (
    MAYA,
    NOW,
    PAGE,
    MemoryKeeper,
    began,
    bytes_of,
    ended,
    entry,
    later,
    little_stretching,
    past,
    plain_pages,
    quick,
    remove_both,
    said_back,
)
from tests.store.test_agreements import TEA, add
from tests.store.test_unreadable import NO_TEXT, sql

LINES, TALKS, AGREEMENTS = 120, 24, 12


def fill(store: Store) -> None:
    """As after half a year: the tables have many pages each."""
    for n in range(TALKS):
        talk = replace(ended(past(f"s{n}", n)), talked=True, theme_id="x" * 300)
        store.sessions.append(talk, 0, [began(), *(said_back(at) for at in range(12))])
    for n in range(LINES):
        of = f"s{n % TALKS}" if n % 3 == 0 else None
        line = entry(f"e{n}", f"{n}" + " marzipan" * 40, n)
        own = n % 10 == 9
        store.notebook.add(replace(line, session_id=of, private=own))
    for n in range(AGREEMENTS):
        made = replace(TEA, id=f"a{n}", made_at=later(n), when="w" * 110, where="x" * 110)
        add(store, made)
        store.agreements.append(f"a{n}", 1, Left(later(n + 1)))


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> tuple[Path, Readable]:
    """A copy from the first day, much that was written since; and all of that."""
    folder = tmp_path_factory.mktemp("filled") / "nearer"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
        store.copies.make(NOW)
        fill(store)
        everything = everything_in(store)
    return folder, everything


def everything_in(store: Store) -> Readable:
    talks = store.sessions.history()
    own = [line for seat in Seat for line in store.notebook.private_of(seat)]
    return Readable(
        (*store.notebook.page(None, 999), *own),
        store.agreements.logs(),
        tuple((past, store.sessions.log(past.id)) for past in talks),
    )


def put_aside(folder: Path, data: bytes) -> tuple[Store, Path]:
    """The damaged file gives way to the copy; what is open now, and where that file lies."""
    (folder / FILE_NAME).write_bytes(data)
    (copy,) = (folder / COPIES).glob("*.db")
    aside = restore_copy(folder, [], copy, later(9999)).put_aside
    return open_store(folder, []), aside


def flipped(data: bytes, page: int) -> bytes:
    damaged = bytearray(data)
    damaged[page * PAGE + 2000] ^= 1
    return bytes(damaged)


def copied_to(place: Path, folder: Path) -> Path:
    shutil.copytree(folder, place)
    return place


def whole(readable: Readable, everything: Readable) -> None:
    """Nothing that was not there comes out."""
    assert set(readable.entries) <= set(everything.entries)
    assert set(readable.agreements) <= set(everything.agreements)
    known = dict(everything.talks)
    for talk in readable.talks:
        assert talk.session in known
        assert talk.events in ((), known[talk.session])


@pytest.mark.slow
def test_whatever_page_is_damaged_the_rest_comes_out_and_nothing_wrong(
    filled, tmp_path, record_property
):
    folder, everything = filled
    data = (folder / FILE_NAME).read_bytes()
    pages = len(data) // PAGE
    counts = []
    for page in range(pages):
        place = copied_to(tmp_path / f"p{page}", folder)
        damaged = flipped(data, page)
        (place / FILE_NAME).write_bytes(damaged)
        with pytest.raises(StoreDamaged):
            open_store(place, [])
        store, aside = put_aside(place, damaged)
        with closing(store):
            readable = store.damaged.read(aside)
        assert aside.read_bytes() == damaged
        assert not list(place.glob("looking-*"))
        whole(readable, everything)
        counts.append(
            (len(readable.entries), len(readable.agreements), len(readable.talks)),
        )
    record_property("lines, agreements and talks read, page by page", json.dumps(counts))
    print(f"\n{pages} pages; of {(LINES, AGREEMENTS, TALKS)} were read:", *counts, sep="\n")
    full = (LINES, AGREEMENTS, TALKS)
    nothing = [page for page, count in enumerate(counts) if count == (0, 0, 0)]
    assert nothing[0] == 0
    assert len(nothing) <= 6, "only without the pages that say where the tables are"
    for count in counts:
        lost = [have != all_ for have, all_ in zip(count, full, strict=True)]
        assert count == (0, 0, 0) or sum(lost) <= 1, "a page belongs to one table, or to its index"
    mostly = [count for count in counts if sum(count) >= sum(full) - 12]
    assert len(mostly) >= 0.8 * pages


def test_a_row_that_says_nothing_costs_no_other(filled, tmp_path):
    folder, everything = filled
    place = copied_to(tmp_path / "place", folder)
    with closing(open_store(place, [])) as store, store.database.transaction() as work:
        link = work.connection()
        for sql in (
            "UPDATE notebook_entry SET kind = 'odd' WHERE id = 'e7'",
            "UPDATE notebook_entry SET text = CAST(x'ff' AS TEXT) WHERE id = 'e8'",
            "DELETE FROM agreement_event WHERE agreement_id = 'a3'",
            "UPDATE session_event SET data = '{' WHERE session_id = 's5'",
        ):
            link.exec_driver_sql(sql)
    data = (place / FILE_NAME).read_bytes()
    last = flipped(data, len(data) // PAGE - 1)
    store, aside = put_aside(place, last)
    with closing(store):
        readable = store.damaged.read(aside)
    whole(readable, everything)
    assert not {"e7", "e8"} & {one.id for one in readable.entries}
    assert "a3" not in {one.agreement_id for one in readable.agreements}
    assert all(talk.events == () for talk in readable.talks if talk.session.id == "s5")
    assert len(readable.entries) >= LINES - 12


def salvage_of(store: Store) -> Salvage:
    return Salvage(
        store.damaged, store.notebook, store.sessions, store.agreements, store.salvage_marks
    )


def middle(folder: Path) -> bytes:
    data = (folder / FILE_NAME).read_bytes()
    return flipped(data, len(data) // PAGE // 2)


def test_from_the_damaged_file_into_the_notebook_and_never_twice(filled, tmp_path):
    folder, everything = filled
    place = copied_to(tmp_path / "place", folder)
    store, aside = put_aside(place, middle(place))
    before = aside.read_bytes()
    with closing(store):
        use = salvage_of(store)
        assert use.waits()
        found = use.look()
        assert found.saved
        assert not any(getattr(one.kept, "private", False) for one in found.saved)
        for _ in range(2):
            use.keep(found.saved)
        kept = everything_in(store)
        # What one keeps alone is kept before anybody has decided about its talk.
        alone = {replace(one, session_id=None) for one in everything.entries if one.private}
        assert set(kept.entries) <= {*everything.entries, *alone}
        assert set(kept.agreements) <= set(everything.agreements)
        assert len({line.id for line in kept.entries}) == len(kept.entries)
        assert {line for line in kept.entries if line.private}, "kept for their author"
        assert use.look().saved == ()
        use.done(found)
    assert aside.read_bytes() == before
    with closing(open_store(place, [])) as store:
        assert everything_in(store) == kept
        assert not salvage_of(store).waits()


def test_what_is_left_can_be_kept_after_another_start(filled, tmp_path):
    place = copied_to(tmp_path / "place", filled[0])
    store, _ = put_aside(place, middle(place))
    with closing(store):
        salvage_of(store).look()
    with closing(open_store(place, [])) as store:
        assert salvage_of(store).waits()
        assert salvage_of(store).look().saved


@pytest.mark.parametrize("what", ["its envelope", "its journal", "its key"])
def test_without_what_belongs_to_it(filled, tmp_path, what):
    place = copied_to(tmp_path / "place", filled[0])
    store, aside = put_aside(place, middle(place))
    match what:
        case "its envelope":
            envelope_beside(aside).unlink()
        case "its journal":
            aside.with_name(aside.name + "-journal").write_bytes(b"half a journal")
        case "its key":
            envelope_beside(aside).write_bytes(b"{}")
    with closing(store):
        readable = store.damaged.read(aside)
    assert bool(readable.entries) == (what != "its key")


def test_where_the_envelope_was_lost_nothing_needs_to_be_salvaged_by_it(filled, tmp_path):
    """The file itself is whole then: the list is all that is newer."""
    place = copied_to(tmp_path / "place", filled[0])
    remove_both(place / ENVELOPE)
    # With the copies gone as well nothing here opens it; one of them lies on a stick.
    stick = Path(shutil.move(place / COPIES, tmp_path / "stick"))
    (copy,) = stick.glob("*.db")
    aside = restore_copy(place, [], copy, later(9999)).put_aside
    with closing(open_store(place, [])) as store:
        assert aside.name.startswith("nearer-damaged-")
        assert len(store.damaged.read(aside).entries) == LINES


def test_a_disk_in_trouble_is_no_damage_and_is_tried_again(filled, tmp_path, monkeypatch):
    place = copied_to(tmp_path / "place", filled[0])
    store, _ = put_aside(place, middle(place))
    known = Database.revision

    def gone_meanwhile(database):
        found = known(database)
        if database.path.parent != place:
            database.close()
            shutil.rmtree(database.path.parent)
        return found

    with closing(store):
        monkeypatch.setattr(Database, "revision", gone_meanwhile)
        with pytest.raises(StoreError):
            salvage_of(store).look()
        monkeypatch.undo()
        assert salvage_of(store).look().saved
        assert any(store.notebook.private_of(Seat.LEFT))


KEEPING = """
import os, signal, sys
from pathlib import Path
from coupleapp.application.salvage import Salvage
from coupleapp.store import open_store
store = open_store(Path(sys.argv[1]), [])
use = Salvage(store.damaged, store.notebook, store.sessions, store.agreements, store.salvage_marks)
found = use.look().saved
print(len(found), flush=True)
for number, one in enumerate(found):
    use.keep([one])
    print(number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("kept", [1, 9, 30])
def test_whenever_it_is_killed_what_was_kept_is_kept_once(filled, tmp_path, kept):
    folder, everything = filled
    place = copied_to(tmp_path / "place", folder)
    store, aside = put_aside(place, middle(place))
    store.close()
    damaged = aside.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", KEEPING, str(place)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as keeping:
        offered = int(keeping.stdout.readline())
        for _ in range(kept):
            keeping.stdout.readline()
        keeping.kill()
        keeping.wait()
    with closing(open_store(place, [])) as store:
        use = salvage_of(store)
        left = use.look().saved
        assert offered - len(left) >= kept
        use.keep(left)
        use.keep(left)
        assert use.look().saved == ()
        after = everything_in(store)
        ids = [line.id for line in after.entries]
        assert len(ids) == len(set(ids))
        known = {line.id: line.text for line in everything.entries}
        assert all(line.text == known[line.id] for line in after.entries)
    assert aside.read_bytes() == damaged


@pytest.mark.parametrize("chosen", ["before the copy", "since"])
def test_what_a_partner_has_sealed_comes_back_as_sealed_as_it_is(tmp_path, chosen):
    folder, mine = tmp_path / "nearer", Passphrase("only my own words")
    with closing(open_store(folder, [])) as store:
        if chosen == "before the copy":
            store.own_pages.begin(Seat.LEFT, mine, NOW)
        store.copies.make(NOW)
        if chosen == "since":
            store.own_pages.begin(Seat.LEFT, mine, NOW)
        own = replace(entry("e1", "a sealed hour"), private=True, session_id=None)
        store.notebook.add(own)
        for n in range(40):
            store.notebook.add(entry(f"n{n}", f"{n}" + " word" * 200, n))
    data = (folder / FILE_NAME).read_bytes()
    store, _ = put_aside(folder, flipped(data, len(data) // PAGE - 2))
    with closing(store):
        use = salvage_of(store)
        for _ in range(2):
            assert "a sealed hour" not in repr(use.look())
        assert store.own_pages.has_passphrase(Seat.LEFT)
        assert store.notebook.private_of(Seat.LEFT) == ()
        opened = store.own_pages.open(Seat.LEFT, mine)
        assert store.notebook.private_of(Seat.LEFT, opened) == (own,)
        store.notebook.delete("e1", MAYA)
        use.look()
        assert store.notebook.private_of(Seat.LEFT, opened) == ()
    assert not any(b"a sealed hour" in one for one in bytes_of(folder).values())


FORGOTTEN, TODAYS = Passphrase("words long forgotten"), Passphrase("the words of today")


def own(id: str, text: str, minutes: float = 0) -> NotebookEntry:  # noqa: A002
    return replace(entry(id, text, minutes), private=True, session_id=None)


def damaged_at_the_end(folder: Path) -> bytes:
    """Of the notebook only its last lines are gone."""
    with closing(open_store(folder, [])) as store:
        for n in range(60):
            store.notebook.add(entry(f"n{n}", f"{n}" + " word" * 200, n))
    data = (folder / FILE_NAME).read_bytes()
    return flipped(data, len(data) // PAGE - 2)


def test_a_forgotten_key_comes_back_but_seals_nothing_more(tmp_path):
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, FORGOTTEN, NOW)
        store.notebook.add(own("e1", "from before"))
        store.own_pages.begin(Seat.LEFT, TODAYS, later(2))
        store.notebook.add(own("e2", "from today", 3))
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        salvage_of(store).look()
        store.notebook.add(own("e3", "from afterwards", 9))
        opened = store.own_pages.open(Seat.LEFT, TODAYS)
        texts = [line.text for line in store.notebook.private_of(Seat.LEFT, opened)]
        assert texts == ["from afterwards", "from today"]
        opened = store.own_pages.open(Seat.LEFT, FORGOTTEN)
        assert [line.id for line in store.notebook.private_of(Seat.LEFT, opened)] == ["e1"]
        store.own_pages.change(Seat.LEFT, TODAYS, Passphrase("and those of tomorrow"))


def test_who_had_let_their_passphrase_go_has_none_afterwards(tmp_path):
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, FORGOTTEN, NOW)
        store.notebook.add(own("e1", "from before"))
        store.own_pages.begin(Seat.LEFT, TODAYS, later(2))
        store.own_pages.let_go(Seat.LEFT, TODAYS)
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        salvage_of(store).look()
        assert not store.own_pages.has_passphrase(Seat.LEFT)
        assert store.own_pages.standing(Seat.LEFT, None).closed == 1


def test_the_key_in_use_here_stays_the_one_in_use(tmp_path):
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, FORGOTTEN, NOW)
        store.notebook.add(own("e1", "from before"))
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        store.own_pages.begin(Seat.LEFT, TODAYS, later(2))
        salvage_of(store).look()
        store.notebook.add(own("e2", "from today", 3))
        opened = store.own_pages.open(Seat.LEFT, TODAYS)
        assert [line.id for line in store.notebook.private_of(Seat.LEFT, opened)] == ["e2"]
        assert store.own_pages.standing(Seat.LEFT, opened).closed == 1


@pytest.mark.parametrize("damage", ["seat = 'middle'", "nonce = ''", f"sealed = {NO_TEXT}"])
def test_a_key_that_is_none_stays_where_it_is_and_the_rest_comes_back(tmp_path, damage):
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, TODAYS, NOW)
        store.notebook.add(own("e1", "under a damaged key"))
        sql(store, f"UPDATE own_key SET {damage}")  # noqa: S608 - ours
        store.own_pages.begin(Seat.LEFT, FORGOTTEN, later(2))
        store.notebook.add(own("e2", "and under a whole one", 3))
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        salvage_of(store).look()
        opened = store.own_pages.open(Seat.LEFT, FORGOTTEN)
        assert [line.id for line in store.notebook.private_of(Seat.LEFT, opened)] == ["e2"]
        assert store.database.read("SELECT id FROM notebook_entry WHERE id = 'e1'") == []
        with pytest.raises(SecretRefused):
            store.own_pages.open(Seat.LEFT, TODAYS)


def test_beside_a_damaged_key_in_use_another_waits(tmp_path):
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, TODAYS, NOW)
        store.notebook.add(own("e1", "from before"))
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        store.own_pages.begin(Seat.LEFT, FORGOTTEN, later(2))
        sql(store, "UPDATE own_key SET nonce = ''")
        salvage_of(store).look()
        with pytest.raises(StoreDamaged):
            store.own_pages.has_passphrase(Seat.LEFT)
        opened = store.own_pages.open(Seat.LEFT, TODAYS)
        assert [line.id for line in store.notebook.private_of(Seat.LEFT, opened)] == ["e1"]


@pytest.mark.parametrize("since", ["a line", "nothing"])
def test_with_a_key_in_use_all_that_lies_open_is_sealed(tmp_path, since):
    """The copy is from before the passphrase: what it has is sealed in the damaged file."""
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.notebook.add(own("e1", "an older hour"))
        under, kept = store.own_pages.seal(Seat.LEFT, "an")
        store.drafts.remember_draft(own_draft(Seat.LEFT, "note", under), kept)
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, TODAYS, NOW)
        if since == "a line":
            store.notebook.add(own("e2", "a newer hour", 1))
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        assert [line.id for line in store.notebook.private_of(Seat.LEFT)] == ["e1"]
        salvage_of(store).look()
        assert store.notebook.private_of(Seat.LEFT) == ()
        opened = store.own_pages.open(Seat.LEFT, TODAYS)
        texts = [line.text for line in store.notebook.private_of(Seat.LEFT, opened)]
        assert texts == ["a newer hour", "an older hour"][since == "nothing" :]
        (draft,) = store.drafts.drafts_under(own_draft(Seat.LEFT, "")).values()
        assert store.own_pages.unseal(None, draft) == ""
        assert store.own_pages.unseal(opened, draft) == "an"
    assert b"an older hour" not in plain_pages(folder)


@pytest.mark.parametrize("how", ["open", "sealed", "sealed since", "changed here since"])
def test_of_a_line_of_ones_own_the_newer_is_kept(tmp_path, how):
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        if how == "sealed":
            store.own_pages.begin(Seat.LEFT, TODAYS, NOW)
        store.notebook.add(own("e1", "as it was"))
        store.copies.make(NOW)
        if how == "sealed since":
            store.own_pages.begin(Seat.LEFT, TODAYS, NOW)
        newer = replace(own("e1", "and as it is"), changed_at=later(50))
        store.notebook.put_back(newer)
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        if how == "changed here since":
            newer = replace(own("e1", "said once more"), changed_at=later(60))
            store.notebook.put_back(newer)
        assert "as it" not in repr(salvage_of(store).look())
        opened = store.own_pages.open(Seat.LEFT, TODAYS) if how.startswith("sealed") else None
        assert store.notebook.private_of(Seat.LEFT, opened) == (newer,)
        if opened:
            assert store.notebook.private_of(Seat.LEFT) == ()
    assert b"as it was" not in plain_pages(folder)


def under_a_new_key(folder: Path, *openers: Opener) -> None:
    """A copy from before the new key, a line since; then it is damaged, and the copy is taken."""
    renew_key(folder, openers, NOW, little_stretching)
    with closing(open_store(folder, openers)) as store:
        store.notebook.add(own("e1", "written since"))
        for n in range(60):
            store.notebook.add(entry(f"n{n}", f"{n}" + " word" * 200, n))
    data = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(flipped(data, len(data) // PAGE - 2))
    (copy,) = (folder / COPIES).glob("*.db")
    restore_copy(folder, openers, copy, later(9999))


def test_what_was_written_under_a_new_key_waits_for_its_passphrase(tmp_path):
    folder, ours = tmp_path / "nearer", TODAYS
    with closing(quick(open_store(folder, []))) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
        store.lock.lock_with(ours)
    under_a_new_key(folder, ours)
    with closing(open_store(folder, [ours])) as store:
        use = salvage_of(store)
        found = use.look()
        assert found.saved == ()
        assert isinstance(found.why_closed, PassphraseNeeded)
        use.done(found)
    with closing(open_store(folder, [ours])) as store:
        use = salvage_of(store)
        assert use.waits()
        found = use.look()
        with pytest.raises(SecretRefused):
            use.open(found, FORGOTTEN)
        use.open(found, ours)
        found = use.look()
        assert len(found.saved) > 50
        assert store.notebook.private_of(Seat.LEFT) == (own("e1", "written since"),)
        use.done(found)
        assert not use.waits()


def test_a_keyring_that_answers_late_loses_nothing(tmp_path):
    folder, keyring = tmp_path / "nearer", MemoryKeeper()
    with closing(open_store(folder, [keyring])) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
    under_a_new_key(folder, keyring)
    with closing(open_store(folder, [keyring])) as store:
        (name,) = set(keyring.kept) - {store.vault.id}
        late = keyring.kept.pop(name)
        use = salvage_of(store)
        found = use.look()
        assert found.saved == ()
        assert type(found.why_closed) is KeyMissing
        use.done(found)
        keyring.kept[name] = late
        assert use.waits()
        assert len(use.look().saved) > 50
        assert store.notebook.private_of(Seat.LEFT)


def changed_by(folder: Path, *statements: str) -> None:
    with closing(open_store(folder, [])) as store, store.database.transaction() as work:
        for sql in statements:
            work.connection().exec_driver_sql(sql)


def test_what_a_newer_nearer_wrote_is_not_taken_for_empty(filled, tmp_path):
    place = copied_to(tmp_path / "place", filled[0])
    changed_by(place, "UPDATE alembic_version SET version_num = 'r9999'")
    store, _ = put_aside(place, middle(place))
    with closing(store):
        use = salvage_of(store)
        found = use.look()
        assert isinstance(found.why_closed, StoreTooNew)
        assert use.asks(found)
        use.done(found)
        assert use.waits()
        assert store.notebook.private_of(Seat.LEFT) == ()


@pytest.mark.parametrize("since", ["nothing", "a line", "an older line said anew"])
def test_who_writes_without_a_passphrase_since_gets_none_back(tmp_path, since):
    """It was closed at first, and meanwhile its partner let go of it."""
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.notebook.add(own("e0", "from before all"))
        store.copies.make(NOW)
        store.own_pages.begin(Seat.LEFT, FORGOTTEN, NOW)
        store.notebook.add(own("e1", "sealed"))
    store, _ = put_aside(folder, damaged_at_the_end(folder))
    with closing(quick(store)):
        if since == "a line":
            store.notebook.add(own("e2", "in the open", 10_500))
        elif since != "nothing":
            store.notebook.put_back(replace(own("e0", "anew"), changed_at=later(10_500)))
        salvage_of(store).look()
        assert store.own_pages.has_passphrase(Seat.LEFT) == (since == "nothing")
        assert len(store.notebook.private_of(Seat.LEFT)) == {"nothing": 0, "a line": 2}.get(
            since, 1
        )
        opened = store.own_pages.open(Seat.LEFT, FORGOTTEN)
        assert "e1" in {line.id for line in store.notebook.private_of(Seat.LEFT, opened)}


@pytest.mark.parametrize("whose", ["theirs", "ours"])
def test_another_couple_s_damaged_file_offers_nothing_here(tmp_path, whose):
    """Theirs was taken while ours was damaged; and ours, that had a new key since its copy."""
    folder, theirs = tmp_path / "nearer", tmp_path / "theirs"
    for place in (folder, theirs):
        with closing(open_store(place, [])) as store:
            store.copies.make(NOW)
            store.notebook.add(own("e1", "for one alone"))
            store.notebook.add(entry("e2", "for both"))
    with closing(open_store(folder, [])) as store:
        before = store.known
    if whose == "ours":
        before = (*before, renew_key(folder, [], NOW, little_stretching))
    (folder / FILE_NAME).write_bytes(damaged_at_the_end(folder))
    (copy,) = (theirs if whose == "theirs" else folder).glob("copies/nearer-2026-11-23-200000.db")
    with_keys = InHand(theirs / FILE_NAME) if whose == "theirs" else InHand(copy)
    restore_copy(folder, [], with_keys, later(9999))
    with closing(open_store(folder, before)) as store:
        store.notebook.delete("e1", MAYA)
        store.notebook.delete("e2", MAYA)
        found = salvage_of(store).look()
        assert not found.closed
        assert bool(found.saved) == (whose == "ours")
        assert bool(store.notebook.private_of(Seat.LEFT)) == (whose == "ours")


def test_the_made_of_an_agreement_stays_what_it_was(store: Store):
    made = Made(replace(TEA, session_id="gone"))
    add(store, replace(TEA, id="a9"))
    (log,) = store.agreements.logs()
    store.agreements.put_back(replace(log, agreement_id="a1", length=6, events=(made, Left(NOW))))
    again = next(one for one in store.agreements.logs() if one.agreement_id == "a1")
    assert (again.events, again.length) == ((made, Left(NOW)), 6)
    store.agreements.append("a9", 1, Left(NOW))


def test_nothing_is_offered_where_nothing_was_put_aside(store: Store, folder: Path):
    before = bytes_of(folder)
    assert store.damaged.files() == ()
    assert not salvage_of(store).waits()
    assert bytes_of(folder) == before
