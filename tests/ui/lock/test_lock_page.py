"""The page of the lock, over files that are really sealed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from coupleapp.application.ports import PassphraseNeeded, StoreFull
from coupleapp.domain.lock import AUTO_LOCK_CHOICES, Passphrase, WayIn
from coupleapp.store.lock import EnvelopeLock
from tests.ui.house import Role
from tests.ui.lock.hands import OURS, closed, quick, ways, with_keyring, with_passphrase
from tests.ui.needs.test_needs_pages import everything_shown
from tests.ui.test_reach import check_focus, check_names, check_tab, large

Key = Qt.Key
NEW = "The new one: a few words that both of you can say"
AGAIN = "The same once more"
OLD = "The passphrase you have now"
OTHER = "two mugs by the window"


@pytest.fixture
def lock(house):
    quick(house)
    house.turn_to("settings")
    house.click("Lock")
    house.settle()
    return house


def field_type(house, label, text):
    house.tab_to(label)
    house.type(text)


def choose(house, new=OURS, again=None):
    house.click("Choose a passphrase")
    house.focus_on(NEW)
    house.type(new)
    house.key(Key.Key_Return)
    assert house.focused_name() == AGAIN
    house.type(new if again is None else again)
    house.key(Key.Key_Return)
    house.settle()


def test_a_couple_without_one_hears_what_happens_when_the_key_goes(lock):
    assert lock.says("The key lies in a file beside it")
    assert lock.says("If that file is lost, nobody can open your notebook.")
    assert lock.says("It does not protect an open one")
    assert not lock.says("It opens by itself")
    assert not lock.says("After 5 minutes")


def test_one_is_chosen_by_the_keyboard_alone_and_nothing_else_opens_it_then(lock):
    lock.tab_to("Choose a passphrase")
    lock.key(Key.Key_Return)
    lock.focus_on(NEW)
    assert lock.says("Nobody can open your notebook without the passphrase or a recovery sheet")
    lock.type(OURS)
    lock.key(Key.Key_Return)
    lock.type(OURS)
    lock.key(Key.Key_Return)
    lock.focus_on("Make a recovery sheet now")
    assert lock.says("Nearer asks for your passphrase from now on.")
    assert ways(lock) == {WayIn.PASSPHRASE}
    with closed(lock) as opened:
        assert opened() is PassphraseNeeded
        assert opened(Passphrase(OURS)) is True


def test_the_sheet_comes_first_or_right_after(lock):
    lock.click("Choose a passphrase")
    lock.click("Make a sheet first")
    lock.wait_for("Make our sheet")
    lock.turn_to("lock")
    choose(lock)
    lock.key(Key.Key_Return)
    lock.wait_for("Make our sheet")


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [("a b c", "a b c", "at least 8 characters"), (OURS, OTHER, "not the same yet")],
)
def test_what_cannot_be_taken_is_said_and_stays(lock, new, again, said):
    choose(lock, new, again)
    assert lock.says(said)
    assert lock.find(NEW).property("text") == new
    assert ways(lock) == {WayIn.KEYFILE}


def test_it_is_changed_with_the_old_one_only(lock):
    with_passphrase(lock)
    lock.turn_to("lock")
    lock.click("Change the passphrase")
    lock.focus_on(OLD)
    lock.type(OTHER)
    for _ in range(2):
        lock.key(Key.Key_Return)
        lock.type(OTHER)
    lock.key(Key.Key_Return)
    assert lock.says("That is not the passphrase you have now. Nothing has changed.")
    assert lock.use.lock._keys.opens(Passphrase(OURS))
    lock.paste(OLD, OURS)
    lock.click("Take this passphrase")
    assert lock.says("Done.")
    assert lock.use.lock._keys.opens(Passphrase(OTHER))
    assert not lock.use.lock._keys.opens(Passphrase(OURS))


def test_they_do_without_it_again(lock):
    with_passphrase(lock)
    lock.turn_to("lock")
    lock.click("Do without a passphrase")
    lock.focus_on(OLD)
    lock.type("the wrong one")
    lock.key(Key.Key_Return)
    assert lock.says("Nothing has changed.")
    lock.paste(OLD, OURS)
    lock.click("Do without it")
    assert lock.says("This computer opens your notebook.")
    assert ways(lock) == {WayIn.KEYFILE}
    with closed(lock) as opened:
        assert opened() is True


def test_a_keyring_opens_it_beside_the_passphrase(lock):
    with_passphrase(lock)
    keyring = with_keyring(lock)
    lock.turn_to("lock")
    lock.click("It opens by itself")
    assert lock.says("On this computer it also opens by itself.")
    assert ways(lock) == {WayIn.PASSPHRASE, WayIn.KEYRING}
    assert len(keyring.kept) == 1
    lock.click("It asks for the passphrase")
    assert ways(lock) == {WayIn.PASSPHRASE}
    assert keyring.kept == {}


def test_where_there_is_no_keyring_that_is_said(lock):
    with_passphrase(lock)
    lock.turn_to("lock")
    lock.click("It opens by itself")
    assert lock.says("No keyring answered on this computer")
    assert not lock.models.lock_model.props.here
    assert ways(lock) == {WayIn.PASSPHRASE}


def test_when_it_locks_is_chosen_and_kept(lock):
    with_passphrase(lock)
    lock.turn_to("lock")
    changed = QSignalSpy(lock.models.lock_model.changed)
    rows = lock.models.lock_model.minuteChoices.rows
    assert [row.count for row in rows] == list(AUTO_LOCK_CHOICES)
    for words, minutes in ((row.words, row.count) for row in rows):
        lock.click(words)
        assert lock.store.couple.settings().lock_after == minutes
        assert lock.models.lock_model.props.minutes == minutes
    assert changed.count() == len(AUTO_LOCK_CHOICES)


def test_our_sheet_is_tested_and_nothing_changes(lock):
    code = with_passphrase(lock, sheet=True)
    lock.turn_to("lock")
    before = (lock.store.folder / "keys.json").read_bytes()
    lock.click("Test our sheet")
    lock.focus_on("The code on your sheet")
    lock.type(" ".join(code.groups))
    assert lock.says("All seven groups read right.")
    lock.key(Key.Key_Return)
    assert lock.says("Yes, this sheet opens your notebook.")
    other = lock.use.lock.draw()
    lock.paste("The code on your sheet", " ".join(other.groups))
    lock.click("Test it")
    assert lock.says("belongs to another notebook, or it is an earlier one")
    lock.paste("The code on your sheet", " ".join(["22222", *code.groups[1:]]))
    lock.click("Test it")
    assert lock.says("Have another look at group 1.")
    assert not lock.says("Yes, this sheet")
    assert (lock.store.folder / "keys.json").read_bytes() == before


def test_after_a_sheet_a_new_one_is_chosen_without_the_old(lock):
    code = with_passphrase(lock, sheet=True)
    lock.models.lock_model.after_sheet(code)
    lock.turn_to("lock")
    lock.focus_on(NEW)
    assert lock.says("Your sheet opened it")
    assert not lock.says(OLD)
    lock.type(OTHER)
    lock.key(Key.Key_Return)
    lock.type(OTHER)
    lock.key(Key.Key_Return)
    assert lock.says("Done.")
    assert not lock.says("Make a recovery sheet now")
    assert lock.use.lock._keys.opens(Passphrase(OTHER))
    assert lock.use.lock._keys.opens(code)


def test_a_code_is_forgotten_with_the_page(lock):
    code = with_passphrase(lock, sheet=True)
    lock.models.lock_model.after_sheet(code)
    lock.turn_to("lock")
    lock.wait_for("Your sheet opened it")
    lock.turn_to("home")
    assert lock.models.lock_model._sheet is None
    lock.turn_to("lock")
    assert not lock.says("Your sheet opened it")


def test_what_was_typed_in_one_form_is_not_in_the_next(lock):
    with_passphrase(lock)
    lock.turn_to("lock")
    for form in ("change", "let_go"):
        lock.models.lock_model.ask(form)
        lock.focus_on(OLD)
        assert lock.find(OLD).property("text") == ""
        lock.type("a marzipan hour")
    lock.models.lock_model.cancel()
    lock.focus_on("Lock now")
    assert "a marzipan hour" not in everything_shown(lock)


def test_a_full_disk_changes_nothing_and_is_said(lock, monkeypatch):
    def full(*_):
        raise StoreFull

    monkeypatch.setattr(EnvelopeLock, "_write", full)
    choose(lock)
    assert lock.says("The disk is full.")
    assert lock.find(NEW).property("text") == OURS
    assert not lock.models.lock_model.props.busy
    monkeypatch.undo()
    assert ways(lock) == {WayIn.KEYFILE}


def test_the_window_goes_on_while_a_passphrase_is_stretched(lock):
    model = lock.models.lock_model
    with ThreadPoolExecutor(1) as pool:
        model._work._aside = pool.submit
        choose(lock)
        assert model.props.busy
        assert lock.says("One moment …")
        assert not lock.find("Take this passphrase").isEnabled()
        lock.qtbot.waitUntil(lambda: not model.props.busy)
    lock.focus_on("Make a recovery sheet now")
    assert lock.use.lock._keys.opens(Passphrase(OURS))


def test_what_comes_of_it_is_not_said_to_who_has_left(lock):
    model, waiting = lock.models.lock_model, []
    model._work._aside = waiting.append
    choose(lock)
    model.finish("", OTHER, OTHER)
    assert len(waiting) == 1
    lock.turn_to("home")
    lock.turn_to("lock")
    assert model.props.busy
    waiting.pop()()
    lock.settle()
    assert not model.props.busy
    assert model.props.has_passphrase
    assert not lock.says("Done.")


def test_the_settings_say_what_opens_it(lock):
    lock.turn_to("settings")
    assert lock.says("Your words are encrypted. Your notebook opens by itself.")
    with_passphrase(lock)
    lock.turn_to("settings")
    assert lock.says("Your words are encrypted. Your passphrase opens your notebook.")


FORMS = ("", "choose", "change", "let_go", "test")


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_for_the_keyboard_and_large_letters(lock, form, size):
    with_passphrase(lock, sheet=True)
    if size == "twice as large":
        large(lock)
    lock.turn_to("lock")
    lock.models.lock_model.ask(form)
    check_focus(lock)
    check_names(lock)
    check_tab(lock)
    hidden = [i for i in lock.seen() if i.role() is Role.EditableText and form != "test"]
    assert all(i.state().passwordEdit for i in hidden)
