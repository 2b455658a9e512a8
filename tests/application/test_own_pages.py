"""One's own pages, over a real file: sealed for the other, kept without a passphrase."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.drafts import Drafts
from coupleapp.application.lock import Lock
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import OwnPages, PassphraseShared, SealedBy, Standing
from coupleapp.application.ports import SecretRefused
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages, Passphrase
from coupleapp.store import Store, open_store
from tests.application.hands import HandClock, new_id
from tests.store.helpers import MAYA, TOMAS, began, bytes_of, entry, past

HERS = Passphrase("the lake in winter")
LATER = Passphrase("the lake in summer")
BOTH = Passphrase("four words we say")
MINE = "I was afraid, and said nothing."


@pytest.fixture
def drafts(store: Store) -> Drafts:
    return Drafts(store.drafts, lambda work: work())


@pytest.fixture
def own(store: Store, drafts: Drafts, clock: HandClock) -> OwnPages:
    return OwnPages(store.own_pages, drafts, clock, Lock(store.lock).shared)


@pytest.fixture
def notebook(store: Store, clock: HandClock) -> Notebook:
    return Notebook(store.notebook, clock, new_id, lambda: True)


def texts(notebook: Notebook, opened: OpenPages | None = None, seat: Seat = Seat.LEFT) -> list[str]:
    return [entry.text for entry in notebook.private_of(seat, opened)]


def everything_in(store: Store) -> str:
    """What the other could read who opens the file: every value of every table."""
    names = store.database.read("SELECT name FROM sqlite_master WHERE type = 'table'")
    rows = [store.database.read(f"SELECT * FROM {name}") for (name,) in names]  # noqa: S608
    return str(rows)


def test_what_is_kept_from_then_on_is_sealed_and_read_with_the_passphrase(
    store, notebook, own, clock
):
    own.choose(Seat.LEFT, HERS)
    line = notebook.write(MINE, MAYA, private=True)

    assert MINE not in everything_in(store)
    assert texts(notebook) == []
    assert own.standing(Seat.LEFT).closed == 1
    opened = own.open(Seat.LEFT, HERS)
    assert notebook.private_of(Seat.LEFT, opened) == (line,)
    assert own.standing(Seat.LEFT, opened) == Standing(SealedBy.THIS, clock.now())
    assert "key" not in repr(opened).replace("OpenPages", "")


def test_what_was_there_before_is_sealed_too_and_leaves_the_file(store, notebook, own, folder):
    notebook.write(MINE, MAYA, private=True)
    notebook.write("His own.", TOMAS, private=True)
    notebook.write("Ours.", MAYA)
    own.keep_draft(Seat.LEFT, None, "Half a thou")
    assert MINE in everything_in(store)

    own.choose(Seat.LEFT, HERS)

    assert not {MINE, "Half a thou"} & set(everything_in(store).split("'"))
    assert texts(notebook, own.open(Seat.LEFT, HERS)) == [MINE]
    assert texts(notebook, seat=Seat.RIGHT) == ["His own."]
    assert [entry.text for entry in notebook.page()] == ["Ours."]


def test_nobody_else_opens_them(notebook, own, folder, store):
    notebook.write(MINE, MAYA, private=True)
    own.choose(Seat.LEFT, HERS)
    own.choose(Seat.RIGHT, LATER)
    before = bytes_of(folder)

    for seat, wrong in ((Seat.LEFT, LATER), (Seat.RIGHT, HERS), (Seat.LEFT, BOTH)):
        with pytest.raises(SecretRefused):
            own.open(seat, wrong)
        with pytest.raises(SecretRefused):
            own.let_go(seat, wrong)
        with pytest.raises(SecretRefused):
            own.choose(seat, Passphrase("another one here"), old=wrong)
    with pytest.raises(SecretRefused):
        own.choose(Seat.LEFT, LATER)
    assert bytes_of(folder) == before


def test_a_passphrase_that_both_know_or_that_is_short_is_no_own_one(store, own):
    Lock(store.lock).choose(BOTH)

    for refuse in (own.choose, own.begin_anew):
        with pytest.raises(PassphraseShared):
            refuse(Seat.LEFT, BOTH)
        with pytest.raises(ValueError, match="short"):
            refuse(Seat.LEFT, Passphrase("short"))
    assert not own.has_passphrase(Seat.LEFT)


def test_a_change_of_it_reads_the_same_lines(notebook, own):
    notebook.write(MINE, MAYA, private=True)
    own.choose(Seat.LEFT, HERS)
    own.choose(Seat.LEFT, LATER, old=HERS)

    assert texts(notebook, own.open(Seat.LEFT, LATER)) == [MINE]
    with pytest.raises(SecretRefused):
        own.open(Seat.LEFT, HERS)


def test_without_one_the_lines_lie_open_again(notebook, own, store):
    own.choose(Seat.LEFT, HERS)
    notebook.write(MINE, MAYA, private=True)
    own.keep_draft(Seat.LEFT, own.open(Seat.LEFT, HERS), "Half a thou")

    own.let_go(Seat.LEFT, HERS)

    assert not own.has_passphrase(Seat.LEFT)
    assert texts(notebook) == [MINE]
    assert own.draft(Seat.LEFT, None) == "Half a thou"
    assert store.database.read("SELECT count(*) FROM own_key") == [(0,)]


def test_who_forgot_it_goes_on_and_who_remembers_it_reads_what_was_before(notebook, own, clock):
    own.choose(Seat.LEFT, HERS)
    notebook.write(MINE, MAYA, private=True)
    own.keep_draft(Seat.LEFT, own.open(Seat.LEFT, HERS), "Half a thou")
    clock.pass_time(60)

    own.begin_anew(Seat.LEFT, LATER)
    notebook.write("A new year.", MAYA, private=True)

    opened = own.open(Seat.LEFT, LATER)
    assert texts(notebook, opened) == ["A new year."]
    assert own.standing(Seat.LEFT, opened) == Standing(SealedBy.THIS, clock.now(), closed=1)
    assert own.draft(Seat.LEFT, opened) == ""
    earlier = own.open(Seat.LEFT, HERS)
    assert own.standing(Seat.LEFT, earlier) == Standing(SealedBy.ANOTHER, clock.now(), closed=1)
    assert texts(notebook, earlier) == [MINE]
    assert own.draft(Seat.LEFT, earlier) == "Half a thou"
    with pytest.raises(SecretRefused):
        own.let_go(Seat.LEFT, HERS)
    own.let_go(Seat.LEFT, LATER)
    assert texts(notebook) == ["A new year."]
    assert texts(notebook, own.open(Seat.LEFT, HERS)) == ["A new year.", MINE]
    with pytest.raises(SecretRefused):
        own.open(Seat.LEFT, LATER)


def test_one_passphrase_taken_twice_reads_both(notebook, own, clock):
    own.choose(Seat.LEFT, HERS)
    notebook.write(MINE, MAYA, private=True)
    clock.pass_time(60)
    own.begin_anew(Seat.LEFT, HERS)
    notebook.write("Later.", MAYA, private=True)
    clock.pass_time(60)

    own.choose(Seat.LEFT, LATER, old=HERS)

    assert sorted(texts(notebook, own.open(Seat.LEFT, LATER))) == sorted([MINE, "Later."])


def test_a_changed_line_is_sealed_again_and_its_draft_as_well(store, notebook, own):
    own.choose(Seat.LEFT, HERS)
    line = notebook.write(MINE, MAYA, private=True)
    opened = own.open(Seat.LEFT, HERS)
    own.keep_draft(Seat.LEFT, opened, "I was af", line.id)

    assert own.draft(Seat.LEFT, opened, line.id) == "I was af"
    assert own.draft(Seat.LEFT, None, line.id) == ""
    notebook.change(line, "I was afraid.", MAYA)
    own.keep_draft(Seat.LEFT, opened, "", line.id)

    assert texts(notebook, opened) == ["I was afraid."]
    assert "afraid" not in everything_in(store)
    assert own.draft(Seat.LEFT, opened, line.id) == ""


def test_a_draft_lies_open_where_there_is_no_passphrase(own):
    own.keep_draft(Seat.LEFT, None, "sealed in a letter")

    assert own.draft(Seat.LEFT, None) == "sealed in a letter"
    assert own.draft(Seat.RIGHT, None) == ""


def test_what_a_sitting_keeps_alone_is_sealed_and_not_shown_at_its_end(store, notebook, own):
    own.choose(Seat.LEFT, HERS)
    alone = replace(entry("e1", MINE), author=Seat.LEFT, private=True, session_id="s1")
    store.sessions.append(past(), 0, [began()], [alone])

    assert MINE not in everything_in(store)
    assert notebook.of_session("s1") == ()
    assert notebook.private_of(Seat.LEFT, own.open(Seat.LEFT, HERS)) == (alone,)


def test_a_sealed_line_moved_to_another_place_is_left_aside(store, notebook, own):
    own.choose(Seat.LEFT, HERS)
    notebook.write(MINE, MAYA, private=True)
    other = notebook.write("Another.", MAYA, private=True)
    with store.database.transaction() as work:
        work.connection().exec_driver_sql(
            "UPDATE notebook_entry SET text = (SELECT text FROM notebook_entry WHERE id <> ?) "
            "WHERE id = ?",
            (other.id, other.id),
        )

    assert texts(notebook, own.open(Seat.LEFT, HERS)) == [MINE]


def test_they_are_sealed_still_when_it_is_opened_again(
    folder: Path, store: Store, notebook, own, clock
):
    own.choose(Seat.LEFT, HERS)
    notebook.write(MINE, MAYA, private=True)
    store.close()

    with closing(open_store(folder, [])) as again:
        drafts = Drafts(again.drafts, lambda work: work())
        own = OwnPages(again.own_pages, drafts, clock, Lock(again.lock).shared)
        read = Notebook(again.notebook, clock, new_id, lambda: True)
        assert texts(read) == []
        (line,) = read.private_of(Seat.LEFT, own.open(Seat.LEFT, HERS))
        read.delete(replace(line), MAYA)
        assert read.private_of(Seat.LEFT, own.open(Seat.LEFT, HERS)) == ()
        assert own.standing(Seat.LEFT).closed == 0
