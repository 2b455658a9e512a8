"""After a damaged notebook: the list of what can still be read, kept or left by the couple."""

import pytest
from PySide6.QtCore import Qt

from coupleapp.application.ports import StoreFull
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.settings import Settings
from coupleapp.store import FILE_NAME, open_store
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.way_back.salvage_model import kept_words, list_words
from tests.store.helpers import NOW, PAGE
from tests.store.test_salvage import LINES, fill
from tests.ui.test_reach import check_focus, check_names, check_tab

Key = Qt.Key


@pytest.fixture
def damaged(tmp_path):
    """A copy of the first day, half a year since, and then one page that cannot be read."""
    folder = tmp_path / "nearer"
    store = open_store(folder, [])
    store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
    store.copies.make(NOW)
    fill(store)
    store.close()
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    data[len(data) // PAGE // 2 * PAGE + 99] ^= 1
    path.write_bytes(data)
    return folder


def take_the_copy(build):
    house = build(opens=False)
    house.wait_for("Your names and choices")
    house.click(next(name for name in house.names() if name.startswith("Take this copy")))
    house.click("Yes, take it")
    house.move_in()
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)
    house.settle()
    return house


def texts(house):
    return [one.text for one in house.store.notebook.page(None, 999)]


def test_it_is_offered_by_itself_and_kept_line_by_line_or_left(build, damaged):
    house = take_the_copy(build)
    house.wait_for("are newer than your copy and can still be read")
    rows = house.models.salvage_model.saved.rows
    offered = len(rows)
    assert texts(house) == []
    house.models.salvage_model.keep(rows[0].key)
    house.wait_for("Kept, with its own date.")
    house.focus_on("Keep all of it")
    house.models.salvage_model.leaveOne(house.models.salvage_model.saved.rows[0].key)
    house.wait_for("Left where it is.")
    assert len(house.models.salvage_model.saved.rows) == offered - 2
    house.key(Key.Key_Return)
    house.wait_for(f"{offered - 2} kept, each with its own date.")
    house.focus_on("Go on")
    assert not house.use.salvage.waits()
    lines = texts(house)
    assert len(lines) == len(set(lines))
    assert LINES // 2 < len(lines) < LINES
    house.key(Key.Key_Return)
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.HOME)
    house = build()
    house.settle()
    assert house.app.props.page is PageName.HOME, "nobody is asked again"
    assert texts(house) == lines


def test_where_nothing_can_be_read_nobody_is_asked(build, damaged):
    path = damaged / FILE_NAME
    path.write_bytes(b"x" * PAGE + path.read_bytes()[PAGE:])
    house = build(opens=False)
    house.wait_for("Your names and choices")
    house.click(next(name for name in house.names() if name.startswith("Take this copy")))
    house.click("Yes, take it")
    house.move_in()
    house.wait_for("Maya")
    assert house.app.props.page is PageName.HOME
    assert not house.use.salvage.waits()
    house.turn_to("salvage")
    house.wait_for("Nothing newer than your copy could be read in the damaged file.")


def test_what_one_keeps_alone_is_not_shown_and_lies_with_its_author(build, damaged):
    house = take_the_copy(build)
    own = house.store.notebook.private_of(Seat.LEFT)
    assert own
    shown = {row.key for row in house.models.salvage_model.saved.rows}
    assert not shown & {one.id for one in own}


def test_they_may_leave_it_and_find_it_later_in_settings(build, damaged):
    house = take_the_copy(build)
    house.tab_to("Leave the rest where it is")
    house.key(Key.Key_Return)
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.HOME)
    assert texts(house) == []
    house = build()
    assert house.app.props.page is PageName.HOME
    house.turn_to("copies")
    house.click("What a damaged notebook still holds")
    house.wait_for("can still be read")
    house.click("Keep all of it")
    house.wait_for("each with its own date.")
    assert texts(house)


def test_without_an_answer_it_is_offered_again(build, damaged):
    house = take_the_copy(build)
    house.turn_to("home")
    house = build()
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)


def test_a_full_disk_is_said_and_the_list_stays(build, damaged, monkeypatch):
    house = take_the_copy(build)
    before = list(house.models.salvage_model.saved.rows)

    def full(*_, **__):
        raise StoreFull

    monkeypatch.setattr(house.store.database, "transaction", full, raising=False)
    house.models.salvage_model.keepAll()
    house.wait_for("The disk is full")
    assert house.models.salvage_model.saved.rows == before
    monkeypatch.undo()


def test_it_can_be_used_without_a_mouse_and_without_eyes(build, damaged):
    house = take_the_copy(build)
    model = house.models.salvage_model
    for row in list(model.saved.rows)[3:]:
        model.leaveOne(row.key)
    house.settle()
    check_focus(house)
    check_names(house)
    check_tab(house)


def test_nothing_is_offered_where_nothing_is_newer(house):
    assert house.app.props.page is PageName.HOME
    house.turn_to("copies")
    assert not house.says("What a damaged notebook still holds")
    house.turn_to("salvage")
    house.wait_for("No damaged notebook was put aside here.")


def test_its_sentences(qapp):
    assert "one thing is newer" in list_words(1)
    assert "7 things are newer" in list_words(7)
    assert "Nothing newer" in list_words(0)
    assert kept_words(1) != kept_words(2)
