"""Locking and opening again, in the running app over real files."""

import gc
import weakref
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp.application.ports import StoreFull
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.store import FILE_NAME, read_locked_evening
from coupleapp.store.lock import EnvelopeLock
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.notebook.entry_rows import EntryRow
from tests.store.helpers import PAGE, entry, remove_both
from tests.ui.lock.hands import OURS, with_passphrase
from tests.ui.needs.test_needs_pages import items_below
from tests.ui.reminders.test_small_window import half_past_nine

MINE = "a marzipan hour"


def everything_shown(house):
    """In any item of any window, seen or not."""
    windows = [one for one in (house.frame, house.small_window) if one is not None]
    items = [item for window in windows for item in items_below(window.contentItem())]
    return "\n".join(str(item.property("text")) for item in items)


def lock(house):
    house.app.lockNow()
    house.qtbot.waitUntil(lambda: house.running.composition is None)
    house.settle()


def open_with(house, text=OURS):
    house.paste("Your passphrase", text)
    house.key(Qt.Key.Key_Return)


def opened(house):
    house.move_in()
    house.settle()


def test_a_locked_notebook_shows_nothing_and_is_closed(house):
    house.store.notebook.add(entry("e1", MINE))
    with_passphrase(house)
    house.turn_to("notebook")
    assert MINE in everything_shown(house)
    store = house.store
    lock(house)
    shown = everything_shown(house)
    assert MINE not in shown
    assert "Maya" not in shown
    assert house.frame.title() == "Nearer"
    assert store.database._engine.pool.checkedin() == 0
    open_with(house)
    opened(house)
    assert house.app.props.page is PageName.HOME
    house.turn_to("notebook")
    assert MINE in everything_shown(house)


def test_a_wrong_passphrase_is_told_and_changes_nothing(house):
    with_passphrase(house)
    lock(house)
    open_with(house, "another one")
    house.settle()
    assert house.running.composition is None
    assert "That did not open it" in everything_shown(house)
    open_with(house)
    opened(house)


def test_by_its_keys_from_anywhere(house):
    with_passphrase(house)
    for place in ("home", "notebook", "settings", "about"):
        house.turn_to(place)
        house.settle()
        QTest.keyClick(house.frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        house.qtbot.waitUntil(lambda: house.running.composition is None)
        house.settle()
        open_with(house)
        opened(house)


def test_without_a_passphrase_it_is_only_out_of_sight(house):
    assert house.app.props.lock == "Hide"
    house.click("Hide")
    house.qtbot.waitUntil(lambda: house.running.composition is None)
    house.settle()
    assert "Maya" not in everything_shown(house)
    house.click("Open our notebook")
    opened(house)


def test_by_the_buttons_of_its_page(house):
    house.turn_to("lock")
    house.click("Hide it now")
    house.qtbot.waitUntil(lambda: house.running.composition is None)
    house.settle()
    house.click("Open our notebook")
    opened(house)
    with_passphrase(house)
    house.turn_to("lock")
    house.click("Lock now")
    house.qtbot.waitUntil(lambda: house.running.composition is None)
    house.settle()
    open_with(house)
    opened(house)


def test_a_talk_waits_where_it_was(house):
    with_passphrase(house)
    house.sit_down_until("theme_talk", s.Talking)
    before = house.session.leader.state.step
    lock(house)
    open_with(house)
    opened(house)
    assert house.session.leader.state.step == before
    assert house.session.leader.held


def sits_still(house, minutes):
    house.clock.pass_time(minutes * 60)
    house.running.composition.lock.auto.look()
    house.settle()


def test_it_locks_by_itself_when_nobody_sits_there(house):
    with_passphrase(house)
    house.desktop.idle = 4.9 * 60
    sits_still(house, 4.9)
    assert house.running.composition is not None
    house.desktop.idle = 5.1 * 60
    sits_still(house, 0.2)
    assert house.running.composition is None


def test_it_does_not_while_they_read(house):
    with_passphrase(house)
    for _ in range(10):
        house.desktop.idle = 1.0
        sits_still(house, 4)
    assert house.running.composition is not None


def test_it_never_locks_in_a_talk(house):
    with_passphrase(house)
    house.sit_down_until("theme_talk", s.Talking)
    house.desktop.idle = 3600.0
    sits_still(house, 60)
    house.running._screen_lock.locked.emit()
    house.settle()
    assert house.running.composition is not None


def test_it_never_locks_by_itself_without_a_passphrase(house):
    house.desktop.idle = 3600.0
    sits_still(house, 60)
    assert house.running.composition is not None


def test_it_locks_with_the_screen_and_when_the_computer_slept(house):
    with_passphrase(house)
    house.running._screen_lock.locked.emit()
    house.qtbot.waitUntil(lambda: house.running.composition is None)
    open_with(house)
    opened(house)
    house.clock.move_wall(600)
    house.running.composition.lock.auto.look()
    house.qtbot.waitUntil(lambda: house.running.composition is None)


def test_what_is_begun_in_the_evening_waits_as_a_draft(house):
    with_passphrase(house)
    half_past_nine(house, days=-timedelta(minutes=1) / timedelta(days=1))
    house.open_evening()
    house.click("Maya writes", house.small_window)
    house.paste("One thing you appreciate", MINE, house.small_window)
    lock(house)
    assert house.small_window is None
    open_with(house)
    opened(house)
    house.open_evening()
    house.click("Maya writes", house.small_window)
    assert MINE in everything_shown(house)


def test_in_the_evening_it_asks_without_a_word_of_theirs(house):
    house.store.notebook.add(entry("e1", MINE))
    with_passphrase(house)
    half_past_nine(house, days=-timedelta(minutes=1) / timedelta(days=1))
    lock(house)
    assert not house.running._evening.open
    house.clock.pass_time(120)
    house.running._evening._reminders.check()
    (window,) = [w for w in house.windows_shown() if w is not house.frame]
    assert not window.isActive()
    assert "A quiet moment?" in house.names(window)
    assert not {"Maya", "Tomas"} & set(" ".join(house.names(window)).split())
    house.click("Yes", window)
    assert not house.running._evening.open
    open_with(house)
    opened(house)
    assert house.small_window is not None
    assert not house.reminder.ask.props.asking


def test_what_could_not_be_drawn_while_it_is_locked_is_asked_again(house):
    with_passphrase(house)
    half_past_nine(house)
    house.settle()
    lock(house)
    house.running._evening._reminders.check()
    house.running.ask_again()
    (known,) = read_locked_evening(house.running._folder).shown
    assert known.again_at == house.clock.now()


def test_what_is_answered_while_it_is_locked_counts(house):
    with_passphrase(house)
    half_past_nine(house)
    house.settle()
    lock(house)
    house.running._evening._reminders.check()
    (window,) = [w for w in house.windows_shown() if w is not house.frame]
    house.click("Not tonight", window)
    open_with(house)
    opened(house)
    assert house.use.reminding.due() == ()


def test_it_locks_also_when_its_keys_were_taken_away(house):
    house.store.notebook.add(entry("e1", MINE))
    with_passphrase(house)
    remove_both(house.store.folder / "keys.json")
    lock(house)
    assert MINE not in everything_shown(house)
    open_with(house)
    opened(house)
    assert [one.text for one in house.store.notebook.page(None, 9)] == [MINE]


def test_opened_with_the_sheet_they_choose_a_new_passphrase(house):
    sheet = with_passphrase(house, sheet=True)
    lock(house)
    house.click("We have our sheet")
    house.paste("The code on your sheet", " ".join(sheet.groups))
    house.key(Qt.Key.Key_Return)
    opened(house)
    assert house.app.props.page is PageName.LOCK
    house.wait_for("Choose a new passphrase that both of you know.")


@pytest.mark.parametrize("full", [False, True])
def test_without_a_passphrase_the_sheet_opens_a_lost_key(house, full, monkeypatch):
    sheet = house.use.lock.draw()
    house.use.lock.take(sheet)
    remove_both(house.store.folder / "key")
    if full:
        monkeypatch.setattr(EnvelopeLock, "unlock", disk_is_full)
    lock(house)
    house.click("Open our notebook")
    house.paste("The code on your sheet", " ".join(sheet.groups))
    house.key(Qt.Key.Key_Return)
    opened(house)
    assert house.says("The disk is full." if full else "This computer keeps the key again")


def disk_is_full(_):
    raise StoreFull


def test_a_file_damaged_meanwhile_shows_its_copies_and_one_is_taken(house):
    house.store.notebook.add(entry("e1", MINE))
    with_passphrase(house)
    lock(house)
    path = house.store.folder / FILE_NAME
    path.write_bytes(b"x" * PAGE + path.read_bytes()[PAGE:])
    open_with(house)
    house.qtbot.waitUntil(lambda: house.running._trouble.choice.copies.rowCount() > 0)


def test_nothing_that_was_built_over_it_outlives_the_lock(house):
    house.store.notebook.add(entry("e1", MINE))
    with_passphrase(house)
    house.turn_to("notebook")
    composition = house.running.composition
    built = [composition, composition.use.store, *composition.pages.own]
    gone = [weakref.ref(one) for one in built if type(one).__weakrefoffset__]
    assert len(gone) > 40
    del composition, built
    lock(house)
    for name in ("models", "navigation", "use", "store", "shell", "reminder", "pages"):
        vars(house).pop(name)

    def left():
        gc.collect()
        lines = [one for one in gc.get_objects() if type(one) in {NotebookEntry, EntryRow}]
        return [*filter(None, (one() for one in gone)), *lines]

    house.qtbot.waitUntil(lambda: left() == [])


def test_what_is_typed_after_a_wrong_one_takes_its_place(house):
    with_passphrase(house)
    lock(house)
    open_with(house, "another one")
    house.wait_for("That did not open it. Try once more, slowly.")
    house.focus_on("Your passphrase")
    house.type("fjdk")
    assert house.find("Your passphrase").property("text") == "fjdk"
