"""One row that cannot be read: the others are there, and it stays in the file as it is."""

# ruff: noqa: S608 - every statement is ours

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from coupleapp.application.ports import KeptKind, StoreDamaged, StoreError
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.evening import Appreciation
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.domain.programme.own_themes import OwnQuestion, OwnTheme
from coupleapp.domain.programme.packs import KeptPack
from coupleapp.domain.reminders.kinds import ReminderKind
from coupleapp.domain.settings import Settings
from coupleapp.domain.together.activities import ActivityBlock, Pick
from coupleapp.domain.together.ideas import Idea, Traits
from coupleapp.store import Store, open_store
from coupleapp.store.agreements import add_agreement
from tests.domain.agreements.agreeing import TEA
from tests.store.helpers import NOW, began, ended, entry, past

CARD = PromptCard(None, "a question", "", "")
MONDAY = date(2026, 11, 23)
NO_TEXT = "CAST(x'ff' AS TEXT)"
"""Bytes that are no UTF-8, under the name of text."""


def sql(store: Store, statement: str) -> None:
    with store.database.transaction() as work:
        work.connection().exec_driver_sql(statement)


def rows_of(store: Store, table: str) -> list[tuple]:
    """As bytes: what cannot be read can be compared."""
    with store.database.transaction() as work:
        connection = work.connection()
        columns = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
        as_bytes = ", ".join(f'typeof("{name}"), CAST("{name}" AS BLOB)' for name in columns)
        return [tuple(row) for row in connection.exec_driver_sql(f"SELECT {as_bytes} FROM {table}")]


@dataclass(frozen=True)
class Shelf:
    """Two rows of one kind, how they are read, and what can be wrong with one of them."""

    keep: Callable[[Store, int], object]
    read: Callable[[Store], int]
    bad: tuple[str, ...]
    key: Callable[[int], str] = lambda number: f"id LIKE '%n{number}'"
    kind: KeptKind | None = None


def _entry(store: Store, number: int) -> None:
    store.notebook.add(entry(f"n{number}", minutes=number))


def _appointment(store: Store, number: int) -> None:
    store.appointments.keep(Appointment(f"n{number}", NOW + timedelta(days=number + 1)))


def _ritual(store: Store, number: int) -> None:
    both = frozenset(Seat)
    store.rituals.keep(OwnRitual(f"n{number}", "Tea", "ours", frozenset({1}), time(20), both, NOW))


def _pick(store: Store, number: int) -> None:
    store.activities.keep_pick(Pick(MONDAY + timedelta(weeks=number), f"i{number}", "A walk"))


def _block(store: Store, number: int) -> None:
    store.activities.keep_block(ActivityBlock(MONDAY + timedelta(weeks=number)))


def _idea(store: Store, number: int) -> None:
    store.activities.keep_idea(Idea(f"own_n{number}", "A walk", Traits(), NOW, Seat.LEFT))


def _theme(store: Store, number: int) -> None:
    store.own_themes.keep_theme(OwnTheme(f"own_n{number}", "Ours", "why", None, NOW), CARD)


def _question(store: Store, number: int) -> None:
    question = OwnQuestion(f"own_n{number}", "home", 1, "What?", "", "", None, NOW)
    store.own_themes.keep_question(question, CARD)


def _pack(store: Store, number: int) -> None:
    store.packs.keep(KeptPack(f"n{number}", "text", on=True, added_at=NOW))


def _given(store: Store, number: int) -> None:
    store.evenings.give(MONDAY + timedelta(days=number), Appreciation(Seat.LEFT, "thank you"))


def _shown(store: Store, number: int) -> None:
    store.evenings.claim(next(iter(ReminderKind)), MONDAY + timedelta(days=number), NOW)


def _session(store: Store, number: int) -> None:
    store.sessions.append(ended(past(f"n{number}", number)), 0, [began()])


def _cut_off(store: Store, number: int) -> None:
    store.sessions.append(past(f"n{number}", number), 0, [began()])


def _agreement(store: Store, number: int) -> None:
    with store.database.transaction() as work:
        add_agreement(work, replace(TEA, id=f"n{number}"))


def _draft(store: Store, number: int) -> None:
    store.drafts.remember_draft(f"n{number}", "words")


SHELVES = {
    "notebook_entry": Shelf(
        _entry,
        lambda store: len(store.notebook.page(None, 50)),
        ("kind = 'odd'", f"text = {NO_TEXT}", "written_at = 'then'", "author = 7"),
        kind=KeptKind.ENTRIES,
    ),
    "appointment": Shelf(
        _appointment,
        lambda store: len(store.appointments.appointments()),
        ("at = 'then'", f"at = {10**18}", f"place = {NO_TEXT}", "at = x'00'"),
        kind=KeptKind.APPOINTMENTS,
    ),
    "ritual": Shelf(
        _ritual,
        lambda store: len(store.rituals.rituals()),
        (
            "days = 'x'",
            "days = ''",
            "name = ''",
            "at = 'evening'",
            f"name = {NO_TEXT}",
            "days = x'00'",
            "days = '9'",
        ),
        kind=KeptKind.RITUALS,
    ),
    "activity_pick": Shelf(
        _pick,
        lambda store: len(store.activities.picks(date.min)),
        (
            "brought = 'odd'",
            "week = 'then'",
            "week = '2027-11-24'",
            f"text = {NO_TEXT}",
            "at = 'x'",
        ),
        key=lambda number: f"idea_id = 'i{number}'",
        kind=KeptKind.PICKS,
    ),
    "activity_block": Shelf(
        _block,
        lambda store: 0 if store.activities.block() is None else 1,
        ("ended_on = 'never'", "began_on = 'then'", "began_on = '2027-11-24'"),
        key=lambda number: f"began_on = '{MONDAY + timedelta(weeks=number)}'",
        kind=KeptKind.BLOCKS,
    ),
    "own_idea": Shelf(
        _idea,
        lambda store: len(store.activities.own_ideas()),
        ("cost = 'odd'", "text = ' '", "added_at = 'then'", f"text = {NO_TEXT}"),
        kind=KeptKind.IDEAS,
    ),
    "own_theme": Shelf(
        _theme,
        lambda store: len(store.own_themes.own_themes()),
        ("author = 'odd'", "title = ' '", "added_at = 'then'", f"title = {NO_TEXT}"),
        kind=KeptKind.THEMES,
    ),
    "own_question": Shelf(
        _question,
        lambda store: len(store.own_themes.own_questions()),
        ("depth = 0", "depth = 'deep'", f"text = {NO_TEXT}"),
        kind=KeptKind.QUESTIONS,
    ),
    "pack": Shelf(
        _pack,
        lambda store: len(store.packs.packs()),
        ("added_at = 'then'", "text = ''", "id = ' '", f"text = {NO_TEXT}"),
        kind=KeptKind.PACKS,
    ),
    "evening_appreciation": Shelf(
        _given,
        lambda store: len(store.evenings.sealed()),
        ("seat = 'odd'", "evening = 'then'", f"text = {NO_TEXT}"),
        key=lambda number: f"evening = '{MONDAY + timedelta(days=number)}'",
        kind=KeptKind.APPRECIATIONS,
    ),
    "shown_reminder": Shelf(
        _shown,
        lambda store: len(store.evenings.reminders(date.min)),
        ("kind = 'odd'", "shown_at = 'then'"),
        key=lambda number: f"evening = '{MONDAY + timedelta(days=number)}'",
    ),
    "guided_session": Shelf(
        _session,
        lambda store: len(store.sessions.history()),
        (
            "ending = 'odd'",
            "prompt_ids = '[7]'",
            "prompt_ids = '{'",
            f"prompt_ids = {NO_TEXT}",
            "tension_left = 'x'",
        ),
        kind=KeptKind.SESSIONS,
    ),
    "agreement": Shelf(
        _agreement,
        lambda store: len(store.agreements.logs()),
        (),
        kind=KeptKind.AGREEMENTS,
    ),
    "draft": Shelf(
        _draft,
        lambda store: len(store.drafts.drafts_under("n")),
        (f"text = {NO_TEXT}", "text = x'00ff'"),
        key=lambda number: f"key = 'n{number}'",
    ),
}
DAMAGES = [(table, bad) for table, shelf in SHELVES.items() for bad in shelf.bad]


@pytest.mark.parametrize(("table", "bad"), DAMAGES)
@pytest.mark.parametrize("which", [0, 1])
def test_the_others_are_read_and_it_stays_as_it_is(
    folder: Path, table: str, bad: str, which: int, caplog: pytest.LogCaptureFixture
):
    shelf = SHELVES[table]
    with_both = open_store(folder, [])
    for number in range(2):
        shelf.keep(with_both, number)
    both = shelf.read(with_both)
    sql(with_both, f"UPDATE {table} SET {bad} WHERE {shelf.key(which)}")
    with_both.close()
    store = open_store(folder, [])
    before = rows_of(store, table)

    with caplog.at_level(logging.WARNING):
        assert shelf.read(store) == shelf.read(store) == max(1, both - 1)

    assert rows_of(store, table) == before
    told = [record.getMessage() for record in caplog.records]
    if table != "activity_block" or which == 1:
        (said,) = told
        assert said.startswith(f"a row of {table} cannot be read, it is left aside: ")
        if shelf.kind is not None:
            assert store.left_aside([shelf.kind]) == 1
    assert store.left_aside([kind for kind in KeptKind if kind != shelf.kind]) == 0
    store.close()


def test_what_is_taken_away_is_not_said_any_more(store: Store):
    _appointment(store, 0)
    sql(store, "UPDATE appointment SET at = 'then'")
    assert store.appointments.appointments() == ()
    assert store.left_aside([KeptKind.APPOINTMENTS]) == 1
    store.appointments.drop(["n0"])
    assert store.left_aside([KeptKind.APPOINTMENTS]) == 0


def test_a_page_full_of_them_still_has_the_next(store: Store):
    for number in range(60):
        store.notebook.add(entry(f"e{number:02}", minutes=number))
    sql(store, "UPDATE notebook_entry SET kind = 'odd' WHERE id >= 'e05' AND id < 'e58'")

    newest = store.notebook.page(None, 4)
    assert [each.id for each in newest] == ["e59", "e58", "e04", "e03"]
    rest = store.notebook.page(newest[-1], 4)
    assert [each.id for each in rest] == ["e02", "e01", "e00"]
    assert store.left_aside([KeptKind.ENTRIES]) == 53


def test_a_session_that_cannot_be_read_leaves_the_one_before(store: Store):
    for number in range(2):
        _cut_off(store, number)
    sql(store, "UPDATE session_event SET kind = 'Odd' WHERE session_id = 'n1'")
    found = store.sessions.unfinished()
    assert found is not None
    assert found.id == "n0"
    assert store.sessions.log("n1") == ()
    assert store.sessions.log("n0") == (began(),)
    assert store.left_aside([KeptKind.SESSIONS]) == 1


@pytest.mark.parametrize("bad", ["kind = 'Odd'", "data = '{}'", f"data = {NO_TEXT}"])
def test_an_agreement_that_cannot_be_read_leaves_the_others(store: Store, bad: str):
    for number in range(3):
        _agreement(store, number)
    sql(store, f"UPDATE agreement_event SET {bad} WHERE agreement_id = 'n1'")
    before = rows_of(store, "agreement_event")
    assert [log.agreement_id for log in store.agreements.logs()] == ["n0", "n2"]
    assert store.left_aside([KeptKind.AGREEMENTS]) == 1
    assert rows_of(store, "agreement_event") == before


def test_opening_an_evening_takes_nothing_from_what_cannot_be_read(store: Store):
    for seat in Seat:
        store.evenings.give(MONDAY, Appreciation(seat, f"thank you, says {seat}"))
    sql(store, "UPDATE evening_appreciation SET seat = 'odd' WHERE seat = 'right'")
    (bad,) = [row for row in rows_of(store, "evening_appreciation") if b"odd" in row]
    store.evenings.reveal(MONDAY, [])
    assert bad in rows_of(store, "evening_appreciation")
    assert store.evenings.evening(MONDAY).revealed


@pytest.mark.parametrize(
    ("table", "bad", "keep"),
    [
        ("activity_pick", "brought = 'odd'", _pick),
        ("activity_block", "ended_on = 'never'", _block),
        ("pack", "added_at = 'then'", _pack),
    ],
)
def test_nothing_is_written_over_it(store: Store, table: str, bad: str, keep):
    keep(store, 0)
    sql(store, f"UPDATE {table} SET {bad}")
    before = rows_of(store, table)
    with pytest.raises(StoreError, match="stays"):
        keep(store, 0)
    assert rows_of(store, table) == before


def test_new_words_take_the_place_of_a_draft_that_cannot_be_read(store: Store):
    _draft(store, 0)
    sql(store, f"UPDATE draft SET text = {NO_TEXT}")
    assert store.drafts.draft("n0") == ""
    store.drafts.remember_draft("n0", "typed anew")
    assert store.drafts.draft("n0") == "typed anew"


ONE_OF_A_KIND = [
    "UPDATE couple SET left = ''",
    "UPDATE couple SET since = 'then'",
    f"UPDATE couple SET right = {NO_TEXT}",
    "UPDATE setting SET value = '{' WHERE name = 'sound'",
    "UPDATE setting SET value = '\"loud\"' WHERE name = 'sound'",
    f"UPDATE setting SET value = {NO_TEXT} WHERE name = 'sound'",
    "INSERT INTO depth_ceiling VALUES ('left', 99)",
    "INSERT INTO depth_ceiling VALUES ('odd', 1)",
    "INSERT INTO theme_choice (kind, at, theme_id, theme_order) VALUES ('odd', 0, '', '[]')",
    "INSERT INTO theme_choice (kind, at, theme_id, theme_order) VALUES ('order', 0, '', '[')",
]


@pytest.mark.parametrize("damage", ONE_OF_A_KIND)
def test_what_there_is_only_one_of_is_damage_told_at_the_start(folder: Path, damage: str):
    store = open_store(folder, [])
    couple = Couple("Ada", "Ben", date(2026, 11, 1))
    store.couple.save(couple, Settings())
    sql(store, damage)
    store.close()
    with pytest.raises(StoreDamaged):
        open_store(folder, [])


def test_trouble_with_the_file_is_not_a_row_that_cannot_be_read(store: Store):
    _entry(store, 0)
    sql(store, "DROP TABLE notebook_entry")
    with pytest.raises(Exception, match="no such table"):
        store.notebook.page(None, 50)


@pytest.mark.parametrize("at", ["'then'", str(10**18), "x'00'"])
def test_what_a_copy_holds_is_told_in_spite_of_it(store: Store, at: str):
    for number in range(2):
        _entry(store, number)
        _session(store, number)
    sql(store, f"UPDATE notebook_entry SET written_at = {at} WHERE id = 'n0'")
    sql(store, f"UPDATE guided_session SET talked = 1, began_at = {at} WHERE id = 'n0'")
    store.copies.make(NOW)
    (copy,) = store.copies.found()
    assert copy.holding is not None
    assert (copy.holding.lines, copy.holding.newest) == (2, entry("n1", minutes=1).written_at)
