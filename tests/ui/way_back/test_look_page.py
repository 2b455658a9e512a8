"""A copy looked into before it is taken, and any file one has in hand; by keyboard and by ear."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl

from coupleapp.application import ports
from coupleapp.application.looking import EnvelopeMissing, NotANotebook
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import Passphrase, draw_sheet
from coupleapp.domain.settings import Settings
from coupleapp.store import FILE_NAME, open_store, write_copy
from coupleapp.store.copies import COPIES, envelope_beside
from coupleapp.ui.way_back.words import trouble
from tests.store.helpers import NOW, PAGE, began, bytes_of, ended, entry, past
from tests.ui.lock.hands import with_passphrase
from tests.ui.lock.test_locking import lock, open_with
from tests.ui.needs.test_needs_pages import items_below
from tests.ui.test_reach import check_focus, check_names, check_tab

Key = Qt.Key
OURS = "four words we say"
SHEET = draw_sheet(lambda symbols: symbols[3])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of a couple with a copy that has one line, one of Maya's own and a talk; a line since."""
    folder = tmp_path / "nearer"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
        store.sessions.append(replace(ended(past("s1")), talked=True), 0, [began()])
        store.notebook.add(entry("e1", "the heron was there again"))
        store.notebook.add(replace(entry("e2", "marzipan"), private=True, author=Seat.LEFT))
        store.copies.make(NOW)
        store.notebook.add(entry("e3", "newer than the copy"))
    return folder


def spoil(folder: Path, page: int = 0) -> None:
    path = folder / FILE_NAME
    data = bytearray(path.read_bytes())
    data[page * PAGE + 99] ^= 1
    path.write_bytes(data)


@pytest.fixture
def in_hand(tmp_path: Path) -> Path:
    """As ``coupleapp move`` brings it from another computer."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(open_store(tmp_path / "there", [])) as store:
        store.couple.save(Couple("Ana", "Bo", NOW.date()), Settings())
        store.notebook.add(entry("o1", "from the other computer"))
        store.lock.take_sheet(SHEET)
        sealed = store.lock.envelope_with(Passphrase(OURS))
        write_copy(store.database, stick / "ours.db", sealed)
    return stick / "ours.db"


def give(house, path: Path) -> None:
    """As the file dialog does."""
    house.app.lookAtFile(QUrl.fromLocalFile(str(path)))
    house.settle()


def everything_shown(house) -> str:
    """In any item of the window, seen or not."""
    return "\n".join(str(i.property("text")) for i in items_below(house.frame.contentItem()))


def named(house, beginning: str) -> str:
    return next(name for name in house.names() if name.startswith(beginning))


# -- on the page of trouble


def test_a_copy_is_looked_into_and_left_and_taken(build, folder):
    spoil(folder)
    house = build(opens=False)
    house.wait_for("1 talk, 1 line in your notebook.")
    before = bytes_of(folder)
    house.tab_to(named(house, "Look inside"))
    house.key(Key.Key_Return)
    house.wait_for("the heron was there again")
    shown = everything_shown(house)
    assert "You talked." in shown
    assert "marzipan" not in shown
    assert house.focused_name() == "Back"
    assert bytes_of(folder) == before
    assert not list(folder.glob("looking-*"))
    house.key(Key.Key_Escape)
    house.focus_on("Look inside")
    assert "heron" not in everything_shown(house)
    house.key(Key.Key_Return)
    house.wait_for("the heron was there again")
    house.click("Take this one")
    house.focus_on("Leave it as it is")
    assert house.says("what is there now is put aside, not deleted")
    house.key(Key.Key_Return)
    house.focus_on("Take this one")
    house.key(Key.Key_Return)
    house.tab_to("Yes, take it")
    house.key(Key.Key_Return)
    house.move_in()
    assert [one.id for one in house.store.notebook.page(None, 9)] == ["e1"]


def test_beside_what_can_still_be_counted_it_says_how_it_compares(build, folder):
    """A page that belongs to none of the three tables leaves them to be counted."""
    said = set()
    data = (folder / FILE_NAME).read_bytes()
    for page in range(len(data) // PAGE):
        (folder / FILE_NAME).write_bytes(data)
        spoil(folder, page)
        house = build(opens=False)
        house.wait_for("1 talk, 1 line in your notebook.")
        said.add(house.says("One fewer than now."))
        assert not house.says("As many as now.")
        if said == {True, False}:
            return
    raise AssertionError(said)


def test_a_file_in_hand_leads_home_too(build, folder, in_hand):
    spoil(folder)
    house = build(opens=False)
    house.tab_to("From a file …")
    give(house, in_hand)
    house.wait_for("that its notebook had at that time")
    house.type(OURS)
    house.key(Key.Key_Return)
    house.wait_for("1 line in your notebook.")
    assert not house.says("from the other computer"), "what it is comes first"
    house.click("Take this one")
    house.click("Yes, take it")
    house.move_in()
    assert house.store.couple.couple().left == "Ana"
    assert list(folder.glob("nearer-damaged-*.db"))


# -- on the first page


def test_a_new_computer_begins_from_a_file_and_asks_once(new_house, in_hand):
    house = new_house
    house.tab_to("We have a copy of our notebook …")
    give(house, in_hand)
    house.focus_on("Your passphrase")
    house.paste("Your passphrase", "not the right one")
    house.key(Key.Key_Return)
    house.wait_for("That did not open it. Try once more, slowly.")
    house.paste("Your passphrase", OURS)
    house.key(Key.Key_Return)
    house.wait_for("1 line in your notebook.")
    house.click("Look inside")
    house.wait_for("from the other computer")
    house.click("Take this one")
    before = house.running.composition
    house.click("Yes, take it")
    house.qtbot.waitUntil(lambda: house.running.composition not in {None, before})
    house.move_in()
    house.wait_for("Ana")
    house.turn_to("notebook")
    house.wait_for("from the other computer")


def test_the_sheet_opens_it_as_well_and_then_a_passphrase_is_chosen(new_house, in_hand):
    house = new_house
    give(house, in_hand)
    house.click("We have our sheet")
    house.paste("The code on your sheet", " ".join(SHEET.groups))
    house.click("Open")
    house.click("Take this one")
    before = house.running.composition
    house.click("Yes, take it")
    house.qtbot.waitUntil(lambda: house.running.composition not in {None, before})
    house.move_in()
    house.wait_for("Choose a new passphrase")


def test_back_leaves_the_first_page_as_it_was(new_house, in_hand):
    house = new_house
    house.focus_on("On the left sits")
    house.type("Maya")
    give(house, in_hand)
    house.click("Back")
    house.focus_on("On the left sits")
    assert house.find("On the left sits").property("text") == "Maya"


# -- in Settings


def test_from_the_page_of_copies(build, folder, in_hand):
    house = build()
    house.turn_to("copies")
    house.click(named(house, "Look inside"))
    house.wait_for("the heron was there again")
    house.wait_for("One fewer than now.")
    house.click("Back")
    house.tab_to("From a file …")
    give(house, in_hand)
    house.paste("Your passphrase", OURS)
    house.click("Open")
    house.wait_for("1 line in your notebook.")
    house.click("Back")
    assert [one.id for one in house.store.notebook.page(None, 9)] == ["e3", "e1"]


@pytest.mark.parametrize("how", ["lock", "turn", "close"])
def test_it_goes_when_something_else_comes(build, folder, how):
    house = build()
    house.turn_to("copies")
    house.click(named(house, "Look inside"))
    house.wait_for("the heron was there again")
    match how:
        case "lock":
            lock(house)
        case "turn":
            house.navigation.turn_to("home")
        case "close":
            house.close_window()
    house.qtbot.waitUntil(lambda: "heron" not in everything_shown(house))
    if how == "turn":
        house.wait_for("Maya")
        assert house.shell.isVisible()


def test_a_copy_of_a_locked_notebook_opens_only_with_what_opens_that(build, folder, tmp_path):
    house = build()
    with_passphrase(house)
    (copy,) = (folder / COPIES).glob("*.db")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for path in (copy, envelope_beside(copy)):
        path.rename(elsewhere / path.name)
    (folder / FILE_NAME).unlink()
    house = build(opens=False)
    house.wait_for("Your notebook is not where it was")
    give(house, elsewhere / copy.name)
    house.wait_for("that its notebook had at that time")
    assert "heron" not in everything_shown(house)
    open_with(house)
    house.wait_for("1 line in your notebook.")
    house.click("Look inside")
    house.wait_for("heron")


@pytest.mark.parametrize("sheet", [False, True])
def test_where_a_locked_notebook_is_gone_its_copies_are_asked_for(build, folder, sheet):
    house = build()
    code = with_passphrase(house, sheet=True)
    (folder / FILE_NAME).unlink()
    house = build(opens=False)
    house.wait_for("Closed for now")
    open_with(house, "not the right one")
    house.wait_for("That did not open it. Try once more, slowly.")
    if sheet:
        house.click("We have our sheet")
        house.paste("The code on your sheet", " ".join(code.groups))
        house.key(Key.Key_Return)
    else:
        open_with(house)
    house.wait_for("1 talk, 1 line in your notebook.")
    house.click(named(house, "Take this copy"))
    house.click("Yes, take it")
    house.move_in()
    assert [one.id for one in house.store.notebook.page(None, 9)] == ["e1"]


def test_a_long_one_is_shown_piece_by_piece(build, folder):
    house = build()
    for n in range(90):
        house.store.notebook.add(entry(f"m{n}", f"line {n}", n))
    house.clock.pass_time(60)
    house.use.copies.make()
    house.turn_to("copies")
    house.click(named(house, "Look inside"))
    house.wait_for("line 89")
    assert not house.says("line 9 ")
    for _ in range(2):
        house.click("Show earlier ones")
    house.wait_for("the heron was there again")
    assert not house.says("Show earlier ones")


@pytest.mark.parametrize("also", ["a talk", "nothing"])
def test_what_could_not_be_read_of_it_is_said(build, folder, also):
    house = build()
    work_on(house, "UPDATE notebook_entry SET kind = 'odd'")
    if also == "nothing":
        work_on(house, "DELETE FROM session_event", "DELETE FROM guided_session")
    house.clock.pass_time(60)
    house.use.copies.make()
    house.turn_to("copies")
    house.click(named(house, "Look inside"))
    house.wait_for("entries could not be read. They stay in the file")
    assert house.says("You talked.") == (also == "a talk")
    assert not house.says("There is no line and no talk in it yet.")
    house.click("Back")
    assert house.running._way_back._inside._model.leftAside == ""


def work_on(house, *statements: str) -> None:
    with house.store.database.transaction() as work:
        for sql in statements:
            work.connection().exec_driver_sql(sql)


def test_one_without_a_word_says_so(build, tmp_path):
    house = build()
    house.use.couples.begin("Maya", "Tomas", None)
    house.use.copies.make()
    house.turn_to("copies")
    house.click(named(house, "Look inside"))
    house.wait_for("There is no line and no talk in it yet.")


# -- what cannot be opened


def test_each_trouble_with_a_file_has_one_calm_sentence(qapp):
    errors = [
        NotANotebook(),
        EnvelopeMissing(),
        ports.StoreTooNew(),
        ports.StoreDamaged(),
        ports.KeyMissing(),
        ports.StoreFull(),
        ports.StoreReadOnly(),
        ports.StoreError(),
    ]
    assert len({trouble(error) for error in errors}) == len(errors)


def test_what_is_no_notebook_is_said_and_nothing_was_changed(build, folder, tmp_path):
    house = build()
    before = bytes_of(folder)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ana", "utf-8")
    give(house, letter)
    house.wait_for("This is not a notebook of Nearer")
    assert not house.says("Take this one")
    assert house.focused_name() == "Back"
    house.key(Key.Key_Return)
    house.wait_for("Maya")
    assert bytes_of(folder) == before


def test_an_envelope_that_lies_elsewhere_can_be_chosen(build, folder, in_hand, tmp_path):
    house = build()
    moved = tmp_path / "letters.json"
    envelope_beside(in_hand).rename(moved)
    give(house, in_hand)
    house.wait_for("The file with its locks was not found beside it.")
    house.tab_to("Choose the file with its locks …")
    model = house.running._way_back._inside._model
    model.chooseEnvelope(QUrl("https://example.org/keys.json"))
    model.chooseEnvelope(QUrl.fromLocalFile(str(moved)))
    house.paste("Your passphrase", OURS)
    house.click("Open")
    house.wait_for("1 line in your notebook.")


def test_what_is_no_file_is_not_looked_at(build, folder):
    house = build()
    house.app.lookAtFile(QUrl("https://example.org/ours.db"))
    house.settle()
    assert not house.says("A copy of your notebook")


@pytest.mark.parametrize("stage", ["known", "inside", "locked", "sheet", "refused", "asked"])
def test_every_stage_for_those_who_use_no_mouse_and_no_eyes(build, folder, in_hand, stage):
    house = build()
    match stage:
        case "known":
            give(house, folder / COPIES / next((folder / COPIES).glob("*.db")).name)
        case "inside" | "asked":
            house.turn_to("copies")
            house.click(named(house, "Look inside"))
            house.wait_for("heron")
            if stage == "asked":
                house.click("Take this one")
        case "locked":
            give(house, in_hand)
        case "sheet":
            give(house, in_hand)
            house.click("We have our sheet")
        case "refused":
            envelope_beside(in_hand).unlink()
            give(house, in_hand)
    house.settle()
    check_focus(house)
    check_names(house)
    check_tab(house)
