"""The page of a closed notebook, in the window as the shell will put it there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy

from coupleapp.application.ports import (
    PassphraseNeeded,
    SecretRefused,
    SheetNeeded,
    StoreDamaged,
    StoreLocked,
)
from coupleapp.domain.lock import Passphrase, draw_sheet
from coupleapp.ui.lock.unlock_model import UnlockModel
from tests.ui.house import Role, inside, name_of, rect_of
from tests.ui.test_reach import check_focus, check_names, check_tab

Key = Qt.Key
OURS = "the heron on the lake"
CODE = draw_sheet(lambda symbols: symbols[7])
WHOLE = " ".join(CODE.groups)
WITH_SHEET, ALONE = PassphraseNeeded(sheet=True), PassphraseNeeded(sheet=False)


@pytest.fixture
def page(new_house):
    """Puts the page into the window and asks for what would open it."""
    house = new_house
    house.shell.setVisible(False)
    model = UnlockModel(house.clock)
    house.unlock, made = model, []

    def page(error):
        model.ask(error)
        if not made:
            made.append(house.windows.put_into(house.frame, "UnlockPage", {"model": model}))
        house.settle()
        return house

    yield page
    model._tries.stop()
    for item in made:
        house.windows.drop(item)


def given(house):
    spy = QSignalSpy(house.unlock.given)
    return lambda: [spy.at(at)[0] for at in range(spy.count())]


def test_hidden_by_the_couple_it_opens_by_one_press(page):
    house = page(None)
    opened = QSignalSpy(house.unlock.opened)
    assert house.focused_name() == "Open our notebook"
    assert not [i for i in house.seen() if i.role() is Role.EditableText]
    house.key(Key.Key_Return)
    assert opened.count() == 1
    house.unlock.working()
    house.unlock.press()
    assert opened.count() == 1


def test_the_passphrase_is_typed_and_given_with_return(page):
    house = page(ALONE)
    typed = given(house)
    assert house.focused_name() == "Your passphrase"
    house.key(Key.Key_Return)
    assert typed() == []
    house.type(OURS)
    house.key(Key.Key_Return)
    assert typed() == [Passphrase(OURS)]
    assert not house.says("We have our sheet")


def test_nobody_beside_them_and_no_input_method_reads_it(page):
    house = page(ALONE)
    house.type(OURS)
    field = house.find("Your passphrase")
    found = QAccessible.queryAccessibleInterface(field)
    assert found.state().passwordEdit
    assert OURS not in [i.text(QAccessible.Text.Value) for i in house.seen()]
    assert OURS not in field.property("displayText")
    hints = field.property("inputMethodHints")
    for hint in ("SensitiveData", "HiddenText", "NoPredictiveText", "NoAutoUppercase"):
        assert hints & getattr(Qt.InputMethodHint, f"Imh{hint}"), hint
    house.click("Show what I type")
    assert field.property("displayText") == OURS
    assert not QAccessible.queryAccessibleInterface(field).state().passwordEdit
    house.click("Show what I type")
    assert OURS not in field.property("displayText")


def test_a_wrong_one_is_said_calmly_and_stays(page):
    house = page(WITH_SHEET)
    house.type(OURS)
    house.key(Key.Key_Return)
    house.unlock.working()
    assert house.says("One moment …")
    house.unlock.refused(SecretRefused())
    house.settle()
    assert house.says("That did not open it. Try once more, slowly.")
    assert house.find("Your passphrase").property("text") == OURS
    assert house.focused_name() == "Your passphrase"
    assert not house.says("Often it is")
    house.unlock.refused(SecretRefused())
    assert house.says("Your recovery sheet opens it all the same.")


def test_after_several_it_rests_and_then_goes_on(page):
    house = page(ALONE)
    typed = given(house)
    house.type(OURS)
    for _ in range(5):
        house.unlock.refused(SecretRefused())
    house.settle()
    assert house.says("You can try again in 4 seconds. What you typed is still here.")
    assert not house.find("Open").isEnabled()
    house.key(Key.Key_Return)
    assert typed() == []
    house.clock.pass_time(3)
    house.unlock._tries.tick()
    assert house.says("You can try again in 1 second.")
    house.clock.pass_time(1)
    house.unlock._tries.tick()
    house.settle()
    assert house.find("Open").isEnabled()
    assert not house.unlock._tries._look.isActive()
    house.key(Key.Key_Return)
    assert typed() == [Passphrase(OURS)]


def test_the_rest_outlives_the_page_and_ends_when_it_is_open(page):
    house = page(ALONE)
    for _ in range(4):
        house.unlock.refused(SecretRefused())
    house.unlock.drop()
    house.unlock.ask(ALONE)
    assert house.unlock.props.rests
    house.unlock.accepted()
    house.unlock.ask(ALONE)
    assert not house.unlock.props.rests
    house.unlock.refused(SecretRefused())
    assert not house.unlock.props.rests


def test_it_rests_for_no_longer_than_a_minute(page):
    house = page(ALONE)
    for _ in range(200):
        house.unlock.refused(SecretRefused())
    assert "in 60 seconds" in house.unlock.props.rests


def test_a_trouble_that_is_no_wrong_passphrase_has_its_own_words(page):
    house = page(ALONE)
    for error, said in ((StoreDamaged(), "could not be read"), (StoreLocked(), "Another program")):
        house.unlock.working()
        house.unlock.refused(error)
        assert said in house.unlock.props.trouble
        assert not house.unlock.props.busy
    assert house.unlock._tries.wrong == 0


def test_the_sheet_instead_of_the_passphrase(page):
    house = page(WITH_SHEET)
    typed = given(house)
    house.type("half of it")
    house.click("We have our sheet")
    house.settle()
    assert house.focused_name() == "The code on your sheet"
    house.type(f"{CODE.groups[0]} 22222 ".lower())
    assert house.says("Have another look at group 2.")
    house.key(Key.Key_Return)
    assert house.unlock.props.trouble == "Have another look at group 2."
    assert typed() == []
    house.paste("The code on your sheet", "")
    house.type(WHOLE.lower())
    assert house.says("All seven groups read right.")
    house.key(Key.Key_Return)
    assert typed() == [CODE]
    house.unlock.refused(SecretRefused())
    assert house.says("belongs to another notebook, or it is an earlier one")
    house.click("We have our passphrase")
    house.settle()
    assert house.find("Your passphrase").property("text") == ""


def test_where_the_key_is_gone_the_sheet_is_asked_for_at_once(page):
    house = page(SheetNeeded(keyring=True))
    assert house.says("If its keyring is locked, unlock it and try again.")
    house.unlock.ask(SheetNeeded())
    assert house.says("Your recovery sheet opens your notebook.")
    assert not house.says("keyring")
    opened = QSignalSpy(house.unlock.opened)
    assert house.focused_name() == "The code on your sheet"
    house.click("Try again")
    assert opened.count() == 1


def test_what_was_typed_is_gone_when_it_is_dropped(page):
    house = page(ALONE)
    house.type(OURS)
    house.click("Show what I type")
    field = house.find("Your passphrase")
    gone = QSignalSpy(field.destroyed)
    del field
    house.unlock.drop()
    house.qtbot.waitUntil(lambda: gone.count() == 1)
    assert not any(OURS in name for name in house.names())
    house.unlock.ask(ALONE)
    house.settle()
    assert house.find("Your passphrase").property("text") == ""


def test_nothing_of_the_couple_is_on_it(page):
    house = page(WITH_SHEET)
    house.use.couples.begin("Maya", "Tomas", None)
    assert not house.says("Maya")
    assert not house.says("Tomas")
    assert house.frame.title() == "Nearer"


def test_nothing_moves_when_it_is_refused(page):
    house = page(ALONE)
    before = rect_of(house.find("Open"))
    for _ in range(4):
        house.unlock.refused(SecretRefused())
        house.settle()
        assert rect_of(house.find("Open")) == before
    assert house.unlock.props.rests
    assert house.unlock.props.advice


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
@pytest.mark.parametrize("error", [None, WITH_SHEET, SheetNeeded()], ids=["press", "pass", "sheet"])
def test_the_keyboard_alone_opens_it(page, error, size):
    house = page(error)
    if size == "twice as large":
        house.windows.look("dark", 2.0, reduced_motion=True)
        house.frame.resize(800, 600)
        house.qtbot.waitUntil(lambda: house.frame.width() == 800)
        house.settle()
    check_focus(house)
    check_names(house)
    check_tab(house)
    for found in house.seen():
        if found.role() in {Role.Button, Role.EditableText}:
            house.tab_to(name_of(found))
            house.settle()
            assert inside(house.frame.activeFocusItem(), house.frame), name_of(found)
