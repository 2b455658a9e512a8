"""The page of packs: opened by dialog or let go on the page, looked at, taken in, laid aside."""

import warnings
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent

from coupleapp.application.packs import Look, Shelved, WhyNot
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.packs import KeptPack, Pack, PackInvalid
from coupleapp.domain.programme.programme import Cue
from coupleapp.packs import read_pack
from coupleapp.ui.packs import words
from coupleapp.ui.packs.packs_model import PacksProps, derive_look
from tests.application.hands import full_disk, write_protected
from tests.packs.mutations import RICH, TEMPLATE
from tests.store.helpers import NOW
from tests.ui.house import Role, name_of

Key = Qt.Key
TEXT = TEMPLATE.decode().replace("Your name", "Ruth Weber")
OPEN, TAKE, LEAVE = "Open a pack …", "Take it in", "Leave it"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "tea pot ö.toml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def page(house):
    house.click("Settings")
    house.click("Packs")
    house.wait_for("None is here yet.")
    return house


def dialog_of(house):
    (found,) = [
        one
        for one in house.shell.findChildren(QObject)
        if one.metaObject().className().startswith("PackDialog")
    ]
    return found


def open_by_dialog(house, path):
    house.click(OPEN)
    dialog = dialog_of(house)
    house.qtbot.waitUntil(lambda: dialog.property("visible"))
    dialog.close()
    house.qtbot.waitUntil(lambda: not dialog.property("visible"))
    dialog.setProperty("selectedFile", QUrl.fromLocalFile(str(path)))
    # As a window manager does when a dialog goes.
    house.frame.requestActivate()
    dialog.accepted.emit()
    house.settle()


def mime(*urls: QUrl, text: str = "") -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls(list(urls))
    if text:
        data.setText(text)
    return data


def hold_over(house, data: QMimeData) -> QPointF:
    """Dragged from another program to the middle of the window."""
    middle = QPointF(house.frame.width() / 2, house.frame.height() / 2)
    with warnings.catch_warnings():
        # Qt 6.12 would rather make it itself.
        warnings.simplefilter("ignore", DeprecationWarning)
        event = QDragEnterEvent(
            middle.toPoint(),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    QCoreApplication.sendEvent(house.frame, event)
    return middle


def let_go(house, data: QMimeData) -> QDropEvent:
    at = hold_over(house, data)
    event = QDropEvent(
        at,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(house.frame, event)
    house.settle()
    return event


def drop(house, *paths) -> QDropEvent:
    return let_go(house, mime(*(QUrl.fromLocalFile(str(path)) for path in paths)))


def kept(house):
    return [(pack.id, pack.on) for pack in house.store.packs.packs()]


def take_in(house, path):
    drop(house, path)
    house.click(TAKE)
    house.wait_for("is here now.")


def test_a_file_that_is_dropped_is_copied_and_stays_where_it_was(page, file):
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    data = mime(QUrl.fromLocalFile(str(file)))
    at = hold_over(page, data)
    held = (both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    for event in (QDragMoveEvent(at.toPoint(), *held), QDropEvent(at, *held)):
        event.setDropAction(Qt.DropAction.MoveAction)
        QCoreApplication.sendEvent(page.frame, event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction
    page.wait_for("At the kitchen table")


# -- opening


def test_a_file_is_opened_looked_at_and_taken_in(page, file):
    open_by_dialog(page, file)
    assert page.says("At the kitchen table")
    assert page.says("Ruth Weber · version 1 · English")
    assert page.says("Small questions for an evening with tea.")
    assert page.says("1 theme with 2 questions; 1 question more for themes of Nearer; 1 kind")
    assert page.says("At its deepest: easy to begin.")
    assert page.says("Theme: The table (easy to begin)")
    assert page.says("Sitting: One cup of tea (10 minutes, light)")
    assert kept(page) == []
    page.click(TAKE)
    page.wait_for("“At the kitchen table” is here now.")
    assert kept(page) == [("kitchen_table", True)]
    assert not page.says("None is here yet.")
    page.focus_on(OPEN)


def test_it_is_left_and_nothing_of_it_stays(page, file):
    drop(page, file)
    page.click(LEAVE)
    assert kept(page) == []
    assert page.says("None is here yet.")
    assert not page.says("kitchen")
    page.focus_on(OPEN)


def test_a_file_let_go_on_the_page_is_looked_at(page, file):
    event = drop(page, file)
    assert event.isAccepted()
    assert page.says("At the kitchen table")
    page.focus_on(TAKE)


def test_while_it_hangs_there_the_page_says_so(page, file):
    data = mime(QUrl.fromLocalFile(str(file)))
    hold_over(page, data)
    page.wait_for("Let it go here.")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (mime(QUrl("https://a.example/tea.toml")), "That was no file of this computer."),
        (mime(text="schema = 1"), "That was no file of this computer."),
        (mime(QUrl.fromLocalFile("/a.toml"), QUrl.fromLocalFile("/b.toml")), "One pack at a time"),
        (mime(QUrl.fromLocalFile("/nowhere/a.toml")), "a.toml: This is not a file that can be"),
        (mime(QUrl.fromLocalFile("/")), "This is not a file that can be opened."),
    ],
    ids=["web", "words", "two", "gone", "folder"],
)
def test_what_is_not_one_file_gets_one_sentence(page, data, sentence):
    before = page.store.packs.packs()
    let_go(page, data)
    assert page.says(sentence)
    assert not page.says(TAKE)
    assert page.store.packs.packs() == before


def test_elsewhere_nothing_is_taken(house, file):
    for name in ("home", "settings", "notebook"):
        house.turn_to(name)
        house.settle()
        drop(house, file)
        assert house.app.props.page == name
        assert not house.says("kitchen table")


def test_a_damaged_file_is_said_with_its_line(page, tmp_path):
    path = tmp_path / "tea.toml"
    path.write_text(TEXT.replace("depth = 2", "depth = 9"), "utf-8")
    drop(page, path)
    assert page.says("tea.toml, line 53: “depth” is at most 5. Nothing was changed.")
    alerts = [name_of(i) for i in page.seen() if i.role() == Role.AlertMessage]
    assert any("line 53" in name for name in alerts)
    path.write_text(TEXT, "utf-8")
    drop(page, path)
    assert not page.says("line 53")


def test_the_dialog_comes_again_and_may_be_left(page):
    for _ in range(2):
        page.click(OPEN)
        dialog = dialog_of(page)
        page.qtbot.waitUntil(lambda d=dialog: d.property("visible"))
        dialog.close()
        page.qtbot.waitUntil(lambda d=dialog: not d.property("visible"))
    assert model_of(page).props == PacksProps()


def model_of(house):
    return house.models.packs_model


# -- versions


def test_a_newer_one_says_whose_place_it_takes(page, file):
    take_in(page, file)
    file.write_text(TEXT.replace("version = 1", "version = 2"), "utf-8")
    drop(page, file)
    assert page.says("It takes the place of version 1, which is here now.")
    page.click(TAKE)
    page.wait_for("Ruth Weber · version 2")
    assert kept(page) == [("kitchen_table", True)]


def test_somebody_else_s_pack_with_the_same_name_says_so(page, file):
    take_in(page, file)
    other = TEXT.replace("version = 1", "version = 2").replace("Ruth Weber", "Jo")
    file.write_text(other, "utf-8")
    drop(page, file)
    assert page.says("It takes the place of “At the kitchen table” by Ruth Weber, version 1.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("", ""), "This pack is here already, word for word."),
        (("One cup", "Two cups"), "In the file, make it version 3; then it takes the place"),
        (("version = 2", "version = 1"), "A newer one is here: version 2. To go back to version 1"),
    ],
)
def test_what_is_here_already_is_said_and_cannot_be_taken_in(page, file, change, sentence):
    newer = TEXT.replace("version = 1", "version = 2")
    file.write_text(newer, "utf-8")
    take_in(page, file)
    before = page.store.packs.packs()
    file.write_text(newer.replace(*change), "utf-8")
    drop(page, file)
    assert page.says(sentence)
    assert not page.says(TAKE)
    assert page.focused_name() == "All right"
    page.key(Key.Key_Space)
    assert page.store.packs.packs() == before
    assert not model_of(page).props.looking


def test_once_the_newer_one_is_removed_the_older_may_be_taken_in(page, file):
    file.write_text(TEXT.replace("version = 1", "version = 2"), "utf-8")
    take_in(page, file)
    file.write_text(TEXT, "utf-8")
    drop(page, file)
    assert not page.says(TAKE)
    page.click("Remove: At the kitchen table")
    page.click("Remove for good")
    page.wait_for("is removed.")
    page.click(TAKE)
    page.wait_for("Ruth Weber · version 1")


# -- the shelf


def test_laid_aside_and_used_again(page, file):
    take_in(page, file)
    page.click("In use: At the kitchen table")
    assert kept(page) == [("kitchen_table", False)]
    page.settle()
    box = page.find("In use: At the kitchen table")
    assert not QAccessible.queryAccessibleInterface(box).state().checked
    assert page.focused_name() == "In use: At the kitchen table"
    assert box.property("text") == "Put aside"
    page.click("In use: At the kitchen table")
    assert kept(page) == [("kitchen_table", True)]


def test_removing_is_asked_once_and_can_be_undone_by_the_file(page, file):
    take_in(page, file)
    page.click("Remove: At the kitchen table")
    page.click("Keep it after all")
    assert kept(page) == [("kitchen_table", True)]
    page.click("Remove: At the kitchen table")
    page.click("Remove for good")
    assert kept(page) == []
    assert page.says("“At the kitchen table” is removed. Your talks and notes stay;")
    assert page.says("None is here yet.")
    take_in(page, file)
    assert kept(page) == [("kitchen_table", True)]
    assert not page.says("Remove for good")


def test_by_the_keyboard_alone(page, file):
    model_of(page).lookAt(QUrl.fromLocalFile(str(file)))
    page.settle()
    page.focus_on(TAKE)
    page.tab_to(LEAVE)
    page.key(Key.Key_Return)
    page.settle()
    page.focus_on(OPEN)
    model_of(page).lookAt(QUrl.fromLocalFile(str(file)))
    page.settle()
    page.key(Key.Key_Escape)
    page.settle()
    assert not model_of(page).props.looking
    page.focus_on(OPEN)
    model_of(page).lookAt(QUrl.fromLocalFile(str(file)))
    page.settle()
    page.key(Key.Key_Space)
    page.wait_for("is here now.")
    page.tab_to("In use: At the kitchen table")
    page.key(Key.Key_Space)
    page.settle()
    assert kept(page) == [("kitchen_table", False)]
    page.tab_to("Remove: At the kitchen table")
    page.key(Key.Key_Return)
    assert page.focused_name() == "Keep it after all"
    page.tab_to("Keep it after all")
    page.key(Key.Key_Return)
    assert page.focused_name() == "Remove: At the kitchen table"
    page.key(Key.Key_Return)
    page.tab_to("Remove for good")
    page.key(Key.Key_Space)
    page.settle()
    assert kept(page) == []
    page.focus_on(OPEN)


def test_what_cannot_be_kept_is_said_and_can_be_tried_again(page, file):
    drop(page, file)
    for trouble in (write_protected, full_disk):
        with trouble(page.store):
            page.click(TAKE)
            page.settle()
            assert model_of(page).props.trouble
            assert model_of(page).props.looking
        assert kept(page) == []
    page.click(TAKE)
    page.wait_for("is here now.")
    assert model_of(page).props.trouble == ""
    with write_protected(page.store):
        page.click("In use: At the kitchen table")
        assert page.says("Nearer may not write to its folder.")
    assert kept(page) == [("kitchen_table", True)]


def test_one_that_cannot_be_read_any_more_says_why_and_can_be_removed(page, file):
    take_in(page, file)
    with page.store.database.transaction() as work:
        work.connection().exec_driver_sql("UPDATE pack SET text = 'schema = 2'")
    page.click("Settings")
    page.click("Packs")
    assert page.says("This Nearer cannot read it, so it is put aside.")
    assert not page.says("In use:")
    page.click("Remove: kitchen_table")
    page.click("Remove for good")
    assert kept(page) == []


def test_it_is_there_after_a_start(page, file, build):
    take_in(page, file)
    again = build()
    again.turn_to("packs")
    again.settle()
    assert again.says("Ruth Weber · version 1 · English")
    assert any(kind.id == "kitchen_table:one_cup" for kind in again.use.library.programme.formats)


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
def test_everything_can_be_reached(page, file, size):
    from tests.ui.test_reach import check_names, check_tab, large

    rich = file.with_name("rich.toml")
    rich.write_bytes(RICH)
    take_in(page, rich)
    if size == "twice as large":
        large(page)
    drop(page, file)
    check_names(page)
    check_tab(page)


# -- elsewhere


def test_a_pack_s_sitting_stands_with_its_author_and_is_played(page, file):
    take_in(page, file)
    page.click("Home")
    page.click("Talks")
    page.wait_for("One cup of tea")
    (row,) = [i for i in page.seen() if name_of(i) == "One cup of tea" and i.role() == Role.Button]
    described = row.text(QAccessible.Text.Description)
    assert described.startswith("about 10 minutes. light. from Ruth Weber. ")
    assert [r.author for r in page.models.talks_model.every if r.author] == ["from Ruth Weber"]
    page.running.composition.session.begin("kitchen_table:one_cup", "")
    assert page.step == "agree"


def test_the_longest_author_and_title_fit_at_200_percent(page, file):
    from tests.ui.test_reach import large

    long = TEXT.replace("Ruth Weber", "W" * 60).replace("One cup of tea", "M" * 40)
    file.write_text(long, "utf-8")
    take_in(page, file)
    large(page)
    page.turn_to("talks")
    page.settle()
    column = next(i for i in page.seen() if name_of(i) == "M" * 40).object()
    for item in column.findChildren(QObject):
        text = item.property("text")
        if text and item.property("contentWidth"):
            assert item.property("contentWidth") <= column.width(), text


def test_home_and_the_notebook_do_not_miss_a_pack_that_is_gone(page, file):
    take_in(page, file)
    page.sit_down_until("kitchen_table:one_cup", s.Introducing)
    page.session.clear()
    page.use.packs.remove("kitchen_table")
    leader = page.use.sessions.take_up(page.store.sessions.unfinished())
    page.lead(leader)
    page.click("Carry on")
    page.click("Another one")
    page.click("None tonight")
    assert leader.state.prompt.text.startswith("Talk as you like")
    for name in ("home", "notebook", "talks", "ours"):
        page.turn_to(name)
        page.settle()
        assert page.frame.activeFocusItem() is not None


# -- words


def pack_with(**more) -> Pack:
    added = Addition(cues=(Cue("ruth:nod", "Nod."),))
    return Pack(
        **{
            "id": "ruth",
            "title": "T",
            "author": "R",
            "version": 2,
            "about": "A.",
            "addition": added,
        }
        | more
    )


def test_what_a_pack_adds_in_words(qapp):
    rich = read_pack(RICH, "rich")
    assert words.adds(rich) == (
        "It adds 2 themes with 5 questions; 2 questions more for themes of Nearer; "
        "3 kinds of sitting; 3 lines for the listener. At its deepest: most tender."
    )
    assert words.adds(pack_with()) == "It adds 1 line for the listener."
    assert words.contents(rich)[-1] == "Sitting: Ein Brief (9 minutes, easy to begin)"


@pytest.mark.parametrize(
    ("language", "shown"),
    [(None, ""), ("de", " · Deutsch"), ("en", " · English"), ("zz", ""), ("fr", " · français")],
)
def test_the_language_calls_itself_by_its_own_name(qapp, language, shown):
    assert words.byline(pack_with(language=language)) == "R · version 2" + shown


@pytest.mark.parametrize("why", [*WhyNot, None])
def test_each_reason_has_its_words(qapp, why):
    look = Look(pack_with(), "text", pack_with(version=3), why)
    props = derive_look(PacksProps(empty=False), look)
    assert bool(props.why_not) is (why is not None)
    assert bool(props.place) is (why is None)
    assert "{" not in props.why_not + props.place
    assert (props.looking, props.empty) == (True, False)


def test_the_reasons_are_told_apart(qapp):
    said = {words.why_not(Look(pack_with(), "", pack_with(), why)) for why in WhyNot}
    assert len(said) == len(WhyNot)


def test_leaving_shows_nothing_of_the_pack(qapp):
    looked = derive_look(PacksProps(empty=False), Look(pack_with(), "text"))
    left = derive_look(looked, None)
    assert left == PacksProps(empty=False)
    shown = {field.name for field in fields(looked) if getattr(looked, field.name)}
    assert {"title", "byline", "about", "adds"} <= shown


def test_a_row_of_the_shelf(qapp):
    there = KeptPack("ruth", "text", True, NOW)
    row = words.pack_row(Shelved(there, pack_with(), None))
    assert (row.pack_id, row.title, row.on, row.fault) == ("ruth", "T", True, "")
    aside = words.pack_row(Shelved(there, None, PackInvalid("ruth", 3, "It is too new.")))
    assert (aside.title, aside.adds) == ("ruth", "")
    assert aside.fault.endswith("It is too new.")
