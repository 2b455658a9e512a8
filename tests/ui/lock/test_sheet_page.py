"""The way to a recovery sheet, over files that are really sealed."""

import pytest
from PySide6.QtCore import Qt

from coupleapp.application.ports import StoreFull
from coupleapp.application.printing import Printed
from coupleapp.domain.keys import KeyPlace
from coupleapp.domain.lock import SheetCode, WayIn, read_sheet
from coupleapp.store.lock import EnvelopeLock
from tests.ui.base.strokes import press_at
from tests.ui.house import Role, name_of, rect_of
from tests.ui.lock.hands import closed, quick, ways, with_passphrase
from tests.ui.needs.test_needs_pages import everything_shown
from tests.ui.test_reach import check_focus, check_names, check_tab, large

Key = Qt.Key


class PaperTray:
    """What a printer would be handed, and how it ends."""

    how = Printed.HANDED_OVER

    def __init__(self):
        self.papers, self.stopped = [], 0

    def start(self, paper, then):
        self.papers.append(paper)
        then(self.how)

    def stop(self):
        self.stopped += 1


@pytest.fixture
def sheet(house):
    """Two groups are asked back: the second and the fifth."""
    quick(house)
    house.models.sheet_model._ask_back = lambda places: [places[4], places[1]]
    house.tray = PaperTray()
    house.models.sheet_model._make_printing = lambda: house.tray
    house.turn_to("lock")
    house.click("Make a sheet")
    house.focus_on("Make our sheet")
    return house


def groups(house) -> tuple[str, ...]:
    """As somebody reads them on the screen."""
    shown = [name_of(i) for i in house.seen() if name_of(i).startswith("Group ")]
    return tuple(name.partition(": ")[2].replace(" ", "") for name in shown)


def until_asked(house) -> SheetCode:
    house.click("Make our sheet")
    code = read_sheet(" ".join(groups(house)))
    house.click("We have it on paper")
    house.focus_on("Group 2")
    return code


def until_stored(house) -> SheetCode:
    code = until_asked(house)
    house.type(code.groups[1].lower())
    house.key(Key.Key_Return)
    house.focus_on("Group 5")
    house.type(code.groups[4])
    house.key(Key.Key_Return)
    house.focus_on("Maya says yes")
    return code


def test_the_keyboard_alone_makes_one_and_it_opens_the_files(sheet):
    sheet.key(Key.Key_Return)
    sheet.focus_on("Recovery sheet")
    code = read_sheet(" ".join(groups(sheet)))
    sheet.tab_to("We have it on paper")
    sheet.key(Key.Key_Return)
    sheet.focus_on("Group 2")
    assert not any(group in everything_shown(sheet) for group in code.groups)
    sheet.type(code.groups[1])
    sheet.key(Key.Key_Return)
    sheet.type(code.groups[4])
    sheet.key(Key.Key_Return)
    sheet.focus_on("Maya says yes")
    assert WayIn.SHEET not in ways(sheet)
    sheet.key(Key.Key_Return)
    sheet.focus_on("Tomas says yes")
    assert WayIn.SHEET not in ways(sheet)
    sheet.key(Key.Key_Return)
    sheet.focus_on("Back to the lock")
    assert sheet.says("Done. This sheet opens your notebook from now on.")
    assert not sheet.says("The earlier sheet")
    assert sheet.models.sheet_model._code is None
    sheet.key(Key.Key_Return)
    sheet.wait_for("your recovery sheet opens your notebook all the same")
    with closed(sheet) as opened:
        assert opened(code) is True


def test_each_says_yes_with_their_own_key_on_a_russian_keyboard(sheet):
    until_stored(sheet)
    press_at(sheet.frame, KeyPlace.KEY_F, "а")
    assert sheet.says("Maya has said yes")
    press_at(sheet.frame, KeyPlace.KEY_F, "а")
    assert WayIn.SHEET not in ways(sheet)
    press_at(sheet.frame, KeyPlace.KEY_J, "о")
    assert WayIn.SHEET in ways(sheet)


def test_nobody_says_yes_to_what_was_not_asked_back(sheet):
    sheet.click("Make our sheet")
    for seat in ("left", "right"):
        sheet.models.sheet_model.sayYes(seat)
    sheet.key(Key.Key_F)
    sheet.key(Key.Key_J)
    assert WayIn.SHEET not in ways(sheet)


def test_a_slip_names_its_group_and_they_may_look_again(sheet):
    code = until_asked(sheet)
    sheet.type("22222")
    sheet.key(Key.Key_Return)
    sheet.type(code.groups[4])
    sheet.key(Key.Key_Return)
    assert sheet.says("Have another look at group 2.")
    sheet.click("Show it again")
    sheet.focus_on("Recovery sheet")
    assert groups(sheet) == code.groups
    sheet.click("We have it on paper")
    sheet.focus_on("Group 2")
    assert sheet.find("Group 2").property("text") == ""
    assert not sheet.says("another look")


def test_a_new_sheet_makes_the_earlier_one_worthless_when_it_is_stored(house):
    earlier = with_passphrase(house, sheet=True)
    house.models.sheet_model._ask_back = lambda _: [2, 5]
    house.turn_to("lock")
    house.click("Make a new sheet")
    house.wait_for("It opens your notebook until the new one is stored")
    code = until_stored(house)
    assert house.use.lock._keys.opens(earlier)
    house.click("Maya says yes")
    house.click("Tomas says yes")
    assert house.says("The earlier sheet opens nothing here any more")
    assert house.use.lock._keys.opens(code)
    assert not house.use.lock._keys.opens(earlier)


@pytest.mark.parametrize("stage", ["shown", "asked", "stored", "one yes"])
def test_leaving_before_the_end_changes_nothing_and_forgets_the_code(sheet, stage):
    before = (sheet.store.folder / "keys.json").read_bytes()
    if stage == "shown":
        sheet.click("Make our sheet")
    elif stage == "asked":
        until_asked(sheet)
    else:
        until_stored(sheet)
    if stage == "one yes":
        sheet.click("Maya says yes")
    sheet.turn_to("home")
    model = sheet.models.sheet_model
    assert (model._code, model.groups.rows) == (None, [])
    assert (sheet.store.folder / "keys.json").read_bytes() == before
    sheet.turn_to("sheet")
    sheet.focus_on("Make our sheet")
    model.sayYes("right")
    assert (sheet.store.folder / "keys.json").read_bytes() == before


def test_no_two_sheets_are_alike(sheet):
    drawn = set()
    for _ in range(3):
        sheet.click("Make our sheet")
        drawn.add(groups(sheet))
        sheet.turn_to("sheet")
        sheet.focus_on("Make our sheet")
    assert len(drawn) == 3


def test_a_full_disk_is_said_and_asked_again(sheet, monkeypatch):
    def full(*_):
        raise StoreFull

    code = until_stored(sheet)
    monkeypatch.setattr(EnvelopeLock, "_write", full)
    sheet.click("Maya says yes")
    sheet.click("Tomas says yes")
    assert sheet.says("The disk is full.")
    assert WayIn.SHEET not in ways(sheet)
    monkeypatch.undo()
    sheet.click("Maya says yes")
    sheet.click("Tomas says yes")
    assert sheet.use.lock._keys.opens(code)


def test_it_is_printed_with_its_groups_and_its_day(sheet):
    sheet.click("Make our sheet")
    sheet.click("Print …")
    (paper,) = sheet.tray.papers
    assert paper.groups == groups(sheet)
    assert any("Made on 23 November 2026." in line for line in paper.before)
    assert not any("Maya" in line for line in (paper.title, *paper.before, *paper.after))
    assert sheet.says("It is on its way to the printer.")
    sheet.tray.how = Printed.NO_PRINTER
    sheet.click("Print …")
    assert sheet.says("No printer is set up on this computer. Copy it by hand")
    sheet.turn_to("home")
    assert sheet.tray.stopped == 1


def test_a_screen_reader_says_each_group_symbol_by_symbol(sheet):
    sheet.click("Make our sheet")
    spoken = [name_of(i) for i in sheet.seen() if name_of(i).startswith("Group ")]
    assert len(spoken) == 7
    for number, name in enumerate(spoken, 1):
        head, _, symbols = name.partition(": ")
        assert head == f"Group {number}"
        assert len(symbols.split(" ")) == 5
    role = [i.role() for i in sheet.seen() if name_of(i).startswith("Group ")]
    assert set(role) == {Role.StaticText}


def test_the_groups_stand_from_the_left_in_a_mirrored_window(sheet, qapp):
    sheet.click("Make our sheet")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        sheet.settle()
        sheet.settle()
        shown = [i for i in sheet.seen() if name_of(i).startswith("Group ")]
        places = [rect_of(i.object()).topLeft() for i in shown]
        order = sorted(range(7), key=lambda at: (places[at].y(), places[at].x()))
        assert order == list(range(7))
        sheet.click("We have it on paper")
        sheet.settle()
        field = sheet.find("Group 2")
        assert field.property("cursorRectangle").x() < field.width() / 2
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_every_stage_for_the_keyboard_and_large_letters(sheet, size):
    if size == "twice as large":
        large(sheet)
    model = sheet.models.sheet_model

    def check():
        check_focus(sheet)
        check_names(sheet)
        check_tab(sheet)

    check()
    model.draw()
    sheet.focus_on("Recovery sheet")
    code = model._code
    check()
    model.onPaper()
    check()
    model.answer(code.groups[1], code.groups[4])
    check()
    for seat in ("left", "right"):
        model.sayYes(seat)
    check()
