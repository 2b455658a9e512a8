"""Who has the key of the file changes what seals own pages: it is said, and never believed."""

# ruff: noqa: S608 - every statement is ours

from contextlib import suppress

import pytest

from coupleapp.application.drafts import Drafts
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import OwnPages, SealedBy, Standing
from coupleapp.application.ports import SecretRefused, StoreDamaged
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages, Passphrase
from coupleapp.store import Store
from tests.application.hands import HandClock, new_id
from tests.store.helpers import MAYA
from tests.store.test_unreadable import NO_TEXT, sql

HERS = Passphrase("the lake in winter")
HIS = Passphrase("his own words now")
LATER = Passphrase("the lake in summer")
MINE = "I was afraid, and said nothing."


@pytest.fixture
def own(store: Store, clock: HandClock) -> OwnPages:
    drafts = Drafts(store.drafts, lambda work: work())
    return OwnPages(store.own_pages, drafts, clock, lambda _: False)


@pytest.fixture
def notebook(store: Store, clock: HandClock) -> Notebook:
    return Notebook(store.notebook, clock, new_id, lambda: True)


@pytest.fixture
def hers(own: OwnPages, notebook: Notebook) -> OwnPages:
    own.choose(Seat.LEFT, HERS)
    notebook.write(MINE, MAYA, private=True)
    return own


def texts(notebook: Notebook, opened: OpenPages | None) -> list[str]:
    return [entry.text for entry in notebook.private_of(Seat.LEFT, opened)]


def change(store: Store, what: str) -> None:
    """By whoever has the key of the file: nothing holds them to what refers to what."""
    with store.database.migration() as link:
        link.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        link.exec_driver_sql(what)


def test_a_key_that_is_used_no_more_is_said(hers, store, notebook):
    change(store, "UPDATE own_key SET in_use = 0")

    assert not hers.has_passphrase(Seat.LEFT)
    standing = Standing(SealedBy.NOTHING_MORE, closed=1)
    assert hers.standing(Seat.LEFT) == standing
    opened = hers.open(Seat.LEFT, HERS)
    assert hers.standing(Seat.LEFT, opened) == Standing(SealedBy.NOTHING_MORE)
    assert texts(notebook, opened) == [MINE]
    hers.choose(Seat.LEFT, HERS)
    assert hers.standing(Seat.LEFT, hers.open(Seat.LEFT, HERS)).by is SealedBy.THIS


@pytest.mark.parametrize("value", ["2", "''"])
def test_what_is_neither_yes_nor_no_leaves_nothing_open(hers, store, notebook, value):
    change(store, f"UPDATE own_key SET in_use = {value}")
    with suppress(StoreDamaged):
        notebook.write("Later.", MAYA, private=True)
    assert "Later." not in str(store.database.read("SELECT text FROM notebook_entry"))


def test_another_half_that_seals_is_said(hers, store, notebook, clock):
    hers.choose(Seat.RIGHT, HIS)
    change(
        store,
        "UPDATE own_key SET public = (SELECT public FROM own_key WHERE seat = 'right') "
        "WHERE seat = 'left'",
    )
    notebook.write("Read by him.", MAYA, private=True)

    opened = hers.open(Seat.LEFT, HERS)
    assert hers.standing(Seat.LEFT, opened) == Standing(SealedBy.CHANGED, clock.now())
    assert not hers.standing(Seat.LEFT, opened).by.is_theirs
    assert texts(notebook, opened) == [MINE]
    hers.begin_anew(Seat.LEFT, HERS)
    notebook.write("Mine again.", MAYA, private=True)
    opened = hers.open(Seat.LEFT, HERS)
    assert hers.standing(Seat.LEFT, opened).by is SealedBy.THIS
    assert sorted(texts(notebook, opened)) == sorted([MINE, "Mine again."])


def test_what_others_have_sealed_stands_in_no_way_of_doing_without(hers, store, notebook):
    hers.choose(Seat.RIGHT, HIS)
    change(
        store,
        "UPDATE own_key SET public = (SELECT public FROM own_key WHERE seat = 'right') "
        "WHERE seat = 'left'",
    )
    notebook.write("Read by him.", MAYA, private=True)
    hers.begin_anew(Seat.LEFT, HERS)

    hers.let_go(Seat.LEFT, HERS)

    assert texts(notebook, None) == [MINE]
    assert hers.standing(Seat.LEFT) == Standing(SealedBy.NOTHING_MORE, closed=1)


def test_a_whole_key_of_somebody_elses_is_said(hers, store, clock):
    hers.begin_anew(Seat.LEFT, HIS)

    for opened in (None, hers.open(Seat.LEFT, HERS)):
        assert hers.standing(Seat.LEFT, opened).by is SealedBy.ANOTHER
        assert not hers.standing(Seat.LEFT, opened).by.is_theirs


def test_the_half_that_reads_does_not_pass_for_another_key(hers, store, notebook):
    """Theirs is put beside what he seals with: her passphrase opens it, and it is not believed."""
    hers.begin_anew(Seat.LEFT, HIS)
    columns = ("nonce", "sealed", "salt", "memory_kib", "passes", "lanes")
    theirs = ", ".join(
        f"{name} = (SELECT {name} FROM own_key WHERE in_use = 0)" for name in columns
    )
    change(store, f"UPDATE own_key SET {theirs} WHERE in_use = 1")

    assert hers.standing(Seat.LEFT, hers.open(Seat.LEFT, HERS)).by is SealedBy.CHANGED


@pytest.mark.parametrize("seat", ["right", "middle"])
def test_a_key_given_to_another_seat_is_said_and_still_opens_for_its_own(
    hers, store, notebook, seat
):
    hers.choose(Seat.RIGHT, HIS)
    change(store, f"UPDATE own_key SET seat = '{seat}' WHERE seat = 'left'")

    assert hers.standing(Seat.LEFT).by is SealedBy.NOTHING_MORE
    if seat == "middle":
        assert hers.standing(Seat.LEFT).lost == 1
        return
    assert hers.standing(Seat.LEFT).closed == 1
    assert texts(notebook, hers.open(Seat.LEFT, HERS)) == [MINE]
    with pytest.raises(SecretRefused):
        hers.open(Seat.LEFT, HIS)
    with pytest.raises(SecretRefused):
        hers.let_go(Seat.LEFT, HERS)


def test_a_key_taken_away_is_said(hers, store, notebook):
    with store.database.transaction() as work:
        work.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        work.connection().exec_driver_sql("UPDATE notebook_entry SET own_key = NULL")
        work.connection().exec_driver_sql("DELETE FROM own_key")
    assert hers.standing(Seat.LEFT).by is SealedBy.NOTHING


def test_who_never_had_one_is_told_nothing(own):
    assert own.standing(Seat.LEFT) == Standing(SealedBy.NOTHING)
    assert own.standing(Seat.LEFT).by.is_theirs


DAMAGE = ["nonce = ''", f"sealed = {NO_TEXT}", "public = 'x'", "passes = 0", f"since = {NO_TEXT}"]


@pytest.mark.parametrize("damage", DAMAGE)
def test_with_a_damaged_key_nothing_is_kept_open_and_one_can_begin_anew(
    hers, store, notebook, damage
):
    hers.choose(Seat.RIGHT, HIS)
    sql(store, f"UPDATE own_key SET {damage} WHERE seat = 'left'")
    for look in (hers.has_passphrase, hers.standing):
        with pytest.raises(StoreDamaged):
            look(Seat.LEFT)
    with pytest.raises(StoreDamaged):
        notebook.write("Later.", MAYA, private=True)
    with pytest.raises(SecretRefused):
        hers.open(Seat.LEFT, HERS)

    hers.begin_anew(Seat.LEFT, HERS)

    notebook.write("Later.", MAYA, private=True)
    opened = hers.open(Seat.LEFT, HERS)
    assert texts(notebook, opened) == ["Later."]
    standing = hers.standing(Seat.LEFT, opened)
    assert (standing.by, standing.closed, standing.lost) == (SealedBy.THIS, 0, 1)
    assert hers.open(Seat.RIGHT, HIS)
    hers.choose(Seat.LEFT, LATER, old=HERS)
    hers.let_go(Seat.LEFT, LATER)
    assert texts(notebook, None) == ["Later."]


def test_an_earlier_key_that_is_damaged_stands_in_no_way(hers, store, notebook):
    hers.begin_anew(Seat.LEFT, LATER)
    sql(store, "UPDATE own_key SET nonce = '' WHERE in_use = 0")

    opened = hers.open(Seat.LEFT, LATER)
    standing = hers.standing(Seat.LEFT, opened)
    assert (standing.by, standing.lost) == (SealedBy.THIS, 1)
    with pytest.raises(SecretRefused):
        hers.open(Seat.LEFT, HERS)


@pytest.mark.parametrize("text", [NO_TEXT, "x'ff'"])
def test_a_line_that_cannot_be_read_stands_in_no_way_of_a_passphrase(own, store, notebook, text):
    notebook.write(MINE, MAYA, private=True)
    notebook.write("Damaged.", MAYA, private=True)
    sql(store, f"UPDATE notebook_entry SET text = {text} WHERE text = 'Damaged.'")

    own.choose(Seat.LEFT, HERS)

    assert texts(notebook, own.open(Seat.LEFT, HERS)) == [MINE]
