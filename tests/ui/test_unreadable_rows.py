"""One entry that cannot be read closes no page: the others are shown, and it is said once."""

from datetime import timedelta

import pytest

from coupleapp.application.ports import KeptKind
from tests.store.helpers import NOW, entry
from tests.store.test_unreadable import SHELVES, rows_of, sql

ONE = "One entry could not be read. It stays in the file as it is; the others are all here."
PAGES = {
    "notebook": ["notebook_entry"],
    "ours": ["appointment", "ritual", "activity_pick", "agreement"],
    "next_talk": ["appointment"],
    "rituals": ["ritual"],
    "activities": ["activity_pick", "own_idea"],
    "programme": ["own_theme", "own_question"],
    "packs": ["pack"],
    "agreements": ["agreement"],
    "home": [
        *("guided_session", "evening_appreciation"),
        *("appointment", "ritual", "activity_pick", "agreement"),
    ],
}
TABLES = [(page, table) for page, tables in PAGES.items() for table in tables]


@pytest.mark.parametrize(("page", "table"), TABLES)
def test_a_page_says_it_once_and_shows_the_others(house, build, page, table):
    shelf = SHELVES[table]
    for number in range(2):
        shelf.keep(house.store, number)
    if table == "agreement":
        sql(house.store, "UPDATE agreement_event SET kind = 'Odd' WHERE agreement_id = 'n1'")
    else:
        sql(house.store, f"UPDATE {table} SET {shelf.bad[0]} WHERE {shelf.key(1)}")  # noqa: S608
    before = rows_of(house.store, table)

    again = build()
    again.turn_to(page)
    again.settle()
    assert [name for name in again.names() if "could not be read" in name] == [ONE]
    assert shelf.read(again.store) == 1
    assert rows_of(again.store, table) == before

    again.turn_to("settings")
    assert not again.says("could not be read")


def test_an_agreement_that_cannot_have_happened_is_said_as_well(house, build):
    shelf = SHELVES["agreement"]
    for number in range(2):
        shelf.keep(house.store, number)
    sql(
        house.store,
        "INSERT INTO agreement_event SELECT agreement_id, 1, kind, data FROM agreement_event "
        "WHERE agreement_id = 'n1'",
    )
    again = build()
    again.turn_to("agreements")
    again.settle()
    assert [name for name in again.names() if "could not be read" in name] == [ONE]
    assert shelf.read(again.store) == 2


def test_older_entries_say_it_when_they_meet_one(house, build):
    for number in range(60):
        house.store.notebook.add(entry(f"e{number:02}", f"Line {number}.", number))
    sql(house.store, "UPDATE notebook_entry SET kind = 'odd' WHERE id IN ('e05', 'e06')")
    again = build()
    again.turn_to("notebook")
    assert len(again.models.notebook_model.entries.rows) == 50
    assert not again.says("could not be read")
    again.click("Older entries")
    again.wait_for("2 entries could not be read. They stay in the file as they are;")
    assert len(again.models.notebook_model.entries.rows) == 58
    assert again.store.left_aside([KeptKind.ENTRIES]) == 2


def test_a_cut_off_talk_that_cannot_be_read_keeps_nobody_out(house, build):
    house.sit_down()
    sql(house.store, "UPDATE session_event SET data = '{'")
    before = rows_of(house.store, "session_event")
    again = build()
    assert again.app.props.page == "home"
    again.wait_for(ONE)
    assert rows_of(again.store, "session_event") == before


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("DROP TABLE ritual", "A part of your notebook is missing from its file."),
        (
            "UPDATE alembic_version SET version_num = 'r0003'",
            "Your notebook's file says it is of another version than it is,",
        ),
    ],
)
def test_tables_that_do_not_fit_lead_to_the_copies(house, build, damage, words):
    house.store.notebook.add(entry("e1"))
    house.use.copies.make()
    sql(house.store, damage)
    again = build(opens=False)
    again.wait_for(words)
    again.wait_for("1 line")


def test_a_newer_file_is_told_as_one(house, build):
    house.use.copies.make()
    sql(house.store, "UPDATE alembic_version SET version_num = 'r0999'")
    again = build(opens=False)
    again.wait_for("Your notebook was written by a newer Nearer. Nothing was changed.")


def test_what_there_is_one_of_leads_to_the_trouble_page(house, build):
    house.store.notebook.add(entry("e1"))
    house.use.copies.make()
    sql(house.store, f"UPDATE couple SET since = {(NOW + timedelta(days=1)).year}")  # noqa: S608
    again = build(opens=False)
    again.wait_for("Your notebook could not be read. The file was left exactly as it is.")
