"""After a damaged notebook: the list of what can still be read, kept or left by the couple."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from coupleapp.application.ports import StoreFull, StoreTooNew
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.domain.settings import Settings
from coupleapp.store import FILE_NAME, open_store
from coupleapp.store.copies import envelope_beside
from coupleapp.store.envelope import VERSION, Envelope, bytes_of, wrap
from coupleapp.store.salvage import DamagedFolder
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.way_back.salvage_model import kept_words, list_words
from tests.store.helpers import NOW, PAGE, quick
from tests.store.test_salvage import LINES, fill, under_a_new_key
from tests.ui.needs.test_needs_pages import items_below
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


class Held:
    """What is handed aside waits until it is let go."""

    def __init__(self, house):
        self._model, self._waiting = house.models.salvage_model, []
        self._inline, self._model._aside = self._model._aside, self._waiting.append

    def let_go(self):
        self._model._aside = self._inline
        for work in self._waiting:
            work()
        self._waiting.clear()


def test_who_goes_on_before_the_list_is_shown_has_decided_nothing(build, damaged):
    house = take_the_copy(build)
    held = Held(house)
    house.turn_to("home")
    house.turn_to("salvage")
    house.wait_for("Reading what can still be read …")
    house.focus_on("Go on")
    house.key(Key.Key_Return)
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.HOME)
    held.let_go()
    assert house.use.salvage.waits()
    house = build()
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)


def test_nor_has_who_goes_on_where_nothing_could_be_looked_for(build, damaged, monkeypatch):
    house = take_the_copy(build)
    monkeypatch.setattr(house.store.damaged, "here", full)
    house.turn_to("home")
    house.turn_to("salvage")
    house.wait_for("The disk is full")
    house.click("Go on")
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.HOME)
    monkeypatch.undo()
    assert house.use.salvage.waits()


def test_much_is_kept_beside_the_window_and_said_when_it_is(build, damaged):
    house = take_the_copy(build)
    held, model = Held(house), house.models.salvage_model
    offered = len(model.saved.rows)
    house.click("Keep all of it")
    house.wait_for("Keeping them …")
    # Pressed once more, or left: nothing is decided before it is kept.
    model.keepAll()
    model.leaveRest()
    assert texts(house) == []
    assert house.app.props.page is PageName.SALVAGE
    held.let_go()
    house.wait_for(f"{offered} kept, each with its own date.")
    assert not house.use.salvage.waits()


def test_what_a_newer_nearer_wrote_is_said_once_and_looked_at_again(build, damaged, monkeypatch):
    house = take_the_copy(build)
    house.turn_to("home")
    monkeypatch.setattr(DamagedFolder, "read", too_new)
    house = build()
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)
    house.wait_for("A newer Nearer wrote a damaged file.")
    assert not house.says("Nothing newer")
    house.click("Go on")
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.HOME)
    house = build()
    house.settle()
    assert house.app.props.page is PageName.HOME
    monkeypatch.undo()
    house = build()
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)
    house.wait_for("are newer than your copy and can still be read")


def full(*_, **__):
    raise StoreFull


def too_new(*_):
    raise StoreTooNew


def test_a_full_disk_is_said_and_the_list_stays(build, damaged, monkeypatch):
    house = take_the_copy(build)
    before = list(house.models.salvage_model.saved.rows)
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


OURS = Passphrase("the heron on the lake")
LATE = bytes_of(
    Envelope(VERSION, "v", (wrap(bytes(32), bytes(32), "v", WayIn.KEYRING, "secret-service"),))
)
"""The envelope of a notebook that only a keyring opens."""


@pytest.fixture
def closed(tmp_path):
    """Damaged after a new key; a copy from before took its place. Both open with a passphrase."""
    folder = tmp_path / "nearer"
    with closing(quick(open_store(folder, []))) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
        store.lock.lock_with(OURS)
    under_a_new_key(folder, OURS)
    return folder


def everything_shown(house):
    return "\n".join(str(i.property("text")) for i in items_below(house.frame.contentItem()))


def unlock(build):
    house = build(opens=False)
    house.focus_on("Your passphrase")
    house.type(OURS.text)
    house.key(Key.Key_Return)
    house.move_in()
    house.settle()
    return house


def test_what_is_closed_is_asked_for_and_read_then(build, closed):
    house = unlock(build)
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)
    house.wait_for("that you had at that time")
    assert not house.says("Nothing newer")
    house.focus_on("Your passphrase")
    house.type("not the right one")
    house.key(Key.Key_Return)
    house.wait_for("That did not open it. Try once more, slowly.")
    house.focus_on("Your passphrase")
    house.paste("Your passphrase", OURS.text)
    house.key(Key.Key_Return)
    house.wait_for("are newer than your copy and can still be read")
    assert not house.says("A damaged file is still closed")
    house.focus_on("Keep all of it")
    assert house.store.notebook.private_of(Seat.LEFT)
    house.key(Key.Key_Return)
    house.wait_for("each with its own date.")
    assert not house.use.salvage.waits()


def test_who_goes_on_is_not_asked_at_each_start_and_can_still_open_it(build, closed):
    house = unlock(build)
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.SALVAGE)
    house.click("Go on")
    house.qtbot.waitUntil(lambda: house.app.props.page is PageName.HOME)
    house = unlock(build)
    house.wait_for("Maya")
    assert house.app.props.page is PageName.HOME
    assert house.use.salvage.waits()
    house.turn_to("salvage")
    house.focus_on("Your passphrase")
    house.type(OURS.text)
    house.key(Key.Key_Return)
    house.wait_for("can still be read")


def test_nothing_that_was_typed_stays(build, closed):
    house = unlock(build)
    house.focus_on("Your passphrase")
    house.type("marzipan")
    assert "marzipan" in everything_shown(house)
    house.turn_to("home")
    assert "marzipan" not in everything_shown(house)
    house.turn_to("salvage")
    house.focus_on("Your passphrase")
    assert "marzipan" not in everything_shown(house)


def test_what_is_asked_can_be_reached_and_is_named(build, closed):
    house = unlock(build)
    house.focus_on("Your passphrase")
    check_focus(house)
    check_names(house)
    check_tab(house)


def test_a_keyring_that_is_late_is_said_where_nothing_can_be_typed(build, closed):
    house = unlock(build)
    envelope_beside(*house.store.damaged.files()).write_bytes(LATE)
    house.turn_to("salvage")
    house.wait_for("Nearer will look for it again at its next start")
    assert not house.says("Your passphrase")
    house.focus_on("Go on")
    house.key(Key.Key_Return)
    assert house.use.salvage.waits()
