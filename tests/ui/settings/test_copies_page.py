"""The copies in Settings, and the page that offers them where the notebook cannot be opened."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coupleapp.application.copies import Copy, Holding
from coupleapp.application.ports import StoreError, StoreFull, StoreReadOnly
from coupleapp.console.self_test import StagedClock
from coupleapp.domain.couple import Couple
from coupleapp.domain.settings import Settings
from coupleapp.store import FILE_NAME, found_copies, open_store
from coupleapp.store.copies import COPIES
from coupleapp.ui.base.copy_choice import CopyChoice, beside_now, found_words, holds_words
from coupleapp.ui.settings.copies_model import trouble_words
from tests.store.helpers import NOW, PAGE, bytes_of, entry, remove_both

# -- in words


@pytest.mark.parametrize(
    ("holding", "words"),
    [
        (
            Holding(12, 212, 3, NOW),
            "Up to 23 November 2026: 12 talks, 212 lines in your notebook, 3 agreements.",
        ),
        (
            Holding(1, 1, 1, NOW),
            "Up to 23 November 2026: 1 talk, 1 line in your notebook, 1 agreement.",
        ),
        (Holding(0, 0, 2, None), "2 agreements."),
        (Holding(0, 0, 0, None), "Your names and choices; no talk and no line yet."),
    ],
)
def test_what_a_copy_holds_is_said_in_counts_and_a_day(qapp, holding, words):
    assert holds_words(holding, NOW.tzinfo) == words


def copy(name: str, holding: Holding | None, *, put_aside: bool = False) -> Copy:
    return Copy(Path(name), NOW, holding, put_aside)


HELD = Holding(1, 2, 0, NOW)


def test_only_those_that_can_be_read_are_offered(qapp):
    choice = CopyChoice(StagedClock())
    choice.offer([copy("a", HELD), copy("b", None), copy("c", HELD, put_aside=True)])
    assert [row.key for row in choice.copies.rows] == ["a", "c"]
    assert choice.copies.rows[1].made.startswith("Put aside: ")
    assert "One more could not be read." in choice.props.words
    assert "2 more" in found_words([copy("a", HELD), copy("b", None), copy("c", None)])
    assert "No copy that can be read" in found_words([copy("a", None, put_aside=True)])


def test_one_is_taken_only_after_the_question(qapp):
    choice, taken = CopyChoice(StagedClock()), []
    choice.taken.connect(taken.append)
    choice.offer([copy("a", HELD)])
    choice.take()
    assert taken == []
    choice.ask("a")
    assert "put aside, not deleted" in choice.props.question
    choice.leaveIt()
    choice.take()
    assert taken == []
    choice.ask("a")
    choice.take()
    choice.take()
    assert taken == [Path("a")]


def test_each_trouble_with_a_copy_has_its_words(qapp):
    said = {trouble_words(error()) for error in (StoreFull, StoreReadOnly, StoreError)}
    assert len(said) == 3
    assert all("Your notebook is as it was" in words for words in said)


# -- in Settings


def test_the_way_there_and_one_made_now(house):
    house.turn_to("settings")
    house.click("Copies")
    assert house.says("There is no copy yet")
    assert house.says("As soon as there is a copy, it stands here.")
    house.click("Make one now")
    assert house.says("The last copy: Today")
    assert house.says("Made, and read through.")
    assert house.says("Your names and choices; no talk and no line yet.")
    assert house.says("copies")


def test_a_full_disk_is_said_and_what_is_there_stays(house, monkeypatch):
    house.turn_to("copies")
    house.click("Make one now")

    def full(*_):
        raise StoreFull

    monkeypatch.setattr(house.store.database, "copy_into", full, raising=False)
    house.use.notebook.write("One more line.", None)
    house.click("Make one now")
    assert house.says("The disk is full, so no copy was made.")
    assert house.says("Your names and choices; no talk and no line yet.")


def test_with_only_a_new_copy_the_earlier_ones_are_gone(house):
    for _ in range(3):
        house.use.copies.make()
        house.clock.pass_time(86_400)
    house.turn_to("copies")
    assert len(house.models.copy_choice.copies.rows) == 3
    house.click("Keep only a new copy")
    assert house.focused_name() == "Keep them after all"
    house.click("Remove the earlier copies for good")
    assert len(house.models.copy_choice.copies.rows) == 1
    assert house.says("Done: a new copy was made and read through, the rest is gone.")
    house.click("Make one now")
    assert house.says("Made, and read through.")
    assert not house.says("the rest is gone")


def test_copies_that_cannot_be_read_are_said(house, monkeypatch):
    house.use.copies.make()

    def unreadable(*_):
        raise StoreReadOnly

    monkeypatch.setattr(type(house.store.copies), "found", unreadable)
    house.turn_to("copies")
    assert house.says("Nearer may not read the folder of the copies")
    assert not house.says("Reading through")


def test_a_folder_that_cannot_be_listed_any_more_is_said(house, monkeypatch):
    house.turn_to("copies")

    def unreadable(*_):
        raise StoreReadOnly

    monkeypatch.setattr(type(house.store.copies), "made", unreadable)
    house.models.copies_model.look()
    assert house.models.copies_model.props.trouble
    assert house.says(house.models.copies_model.props.trouble)


def test_one_is_taken_back_and_what_was_there_stays_beside_it(house, tmp_path):
    house.use.notebook.write("The old line.", None)
    house.use.copies.make()
    house.clock.pass_time(86_400)
    house.use.notebook.write("The new line.", None)
    house.turn_to("copies")
    before = house.running.composition
    house.click("Take this copy: Yesterday, " + house.models.copies_model.props.last[-6:-1])
    house.wait_for("put aside, not deleted")
    assert house.focused_name() == "Leave it as it is"
    house.click("Yes, take it")
    house.qtbot.waitUntil(lambda: house.running.composition not in {None, before})
    house.wait_for("Maya")
    house.move_in()
    assert [one.text for one in house.store.notebook.page(None, 9)] == ["The old line."]
    aside = [one for one in found_copies(tmp_path / "nearer", []) if one.put_aside]
    assert [one.holding.lines for one in aside] == [2]
    # It is a whole house again.
    house.turn_to("settings")
    house.wait_for("Keep the names")


def test_a_day_that_only_waits_has_its_copy_too(house):
    controller = house.running.composition.copies
    for copies in (1, 2):
        house.use.notebook.write("A line.", None)
        controller.keep_up()
        controller.keep_up()
        assert len(house.use.copies.found()) == copies
        house.clock.pass_time(86_400)
    house.sit_down()
    controller.keep_up()
    assert len(house.use.copies.found()) == 2, "not during a talk"


def test_closing_leaves_a_copy_if_something_was_written(build, tmp_path):
    folder = tmp_path / "nearer" / COPIES
    build()
    build().use.couples.begin("Maya", "Tomas", None)
    assert not folder.exists(), "before there is a couple there is nothing to copy"
    build()
    assert len(bytes_of(folder)) == 2
    # In its second start Nearer has noted the date; after that it writes nothing by itself.
    build()
    first = bytes_of(folder)
    assert len(first) == 2
    build()
    assert bytes_of(folder) == first


@pytest.mark.parametrize(
    ("lines", "talks", "words"),
    [
        (9, 2, "As many as now."),
        (8, 2, "One fewer than now."),
        (6, 1, "4 fewer than now."),
        (10, 2, "One more than now."),
        (9, 5, "3 more than now."),
        (8, 3, "1 fewer and 1 more than now."),
    ],
)
def test_a_copy_says_how_it_compares_with_now(qapp, lines, talks, words):
    now = Holding(2, 9, 0, NOW)
    assert beside_now(Holding(talks, lines, 0, NOW), now) == words
    assert beside_now(now, None) == ""


def test_on_the_page_it_stands_beside_what_the_copy_holds(house):
    house.store.notebook.add(entry("e1"))
    house.store.copies.make(NOW)
    house.store.notebook.add(entry("e2"))
    house.turn_to("copies")
    house.wait_for("1 line in your notebook. One fewer than now.")


# -- where the notebook cannot be opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of a couple with one copy and one line more since, closed."""
    folder = tmp_path / "nearer"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomas", NOW.date()), Settings())
        store.notebook.add(entry("e1"))
        store.copies.make(NOW)
        store.notebook.add(entry("e2"))
    return folder


def spoil(folder: Path, how: str) -> None:
    path = folder / FILE_NAME
    match how:
        case "damaged":
            path.write_bytes(b"x" * PAGE + path.read_bytes()[PAGE:])
        case "emptied":
            path.write_bytes(b"")
        case "gone":
            path.unlink()


def test_without_its_envelope_it_opens_with_that_of_its_copy(build, folder):
    remove_both(folder / "keys.json")
    house = build()
    assert len(house.store.notebook.page(None, 9)) == 2


@pytest.mark.parametrize("how", ["damaged", "emptied", "gone"])
def test_the_page_of_trouble_leads_home(build, folder, how):
    spoil(folder, how)
    before = bytes_of(folder)
    house = build(opens=False)
    house.wait_for("Up to 23 November 2026: 1 line in your notebook.")
    assert bytes_of(folder) == before
    house.click("Try again")
    house.wait_for("Up to 23 November 2026: 1 line in your notebook.")
    house.tab_to("Close Nearer")
    house.tab_to("Take this copy: Today, 20:00")
    house.key(Qt.Key.Key_Return)
    house.focus_on("Leave it as it is")
    assert house.says("what is there now is put aside, not deleted")
    house.key(Qt.Key.Key_Return)
    house.focus_on("Take this copy")
    house.key(Qt.Key.Key_Return)
    house.tab_to("Yes, take it")
    house.key(Qt.Key.Key_Return)
    house.move_in()
    house.wait_for("Maya")
    assert len(house.store.notebook.page(None, 9)) == 1
    asides = [
        one for one in folder.iterdir() if one.name.startswith("nearer-") and one.suffix == ".db"
    ]
    assert len(asides) == (how != "gone")
    if asides:
        assert asides[0].read_bytes() == before[FILE_NAME]


def test_a_copy_that_is_damaged_too_is_not_offered(build, folder):
    (path,) = (folder / COPIES).glob("*.db")
    data = bytearray(path.read_bytes())
    data[PAGE + 99] ^= 1
    path.write_bytes(data)
    spoil(folder, "damaged")
    house = build(opens=False)
    house.wait_for("No copy that can be read lies on this computer.")
    assert not any(name.startswith("Take this copy") for name in house.names())


def test_a_copy_that_cannot_be_taken_after_all_is_said(build, folder):
    spoil(folder, "gone")
    house = build(opens=False)
    house.wait_for("Up to 23 November 2026")
    (path,) = (folder / COPIES).glob("*.db")
    path.write_bytes(b"")
    house.click("Take this copy: Today, 20:00")
    house.click("Yes, take it")
    house.wait_for("No copy that can be read lies on this computer.")
    assert not (folder / FILE_NAME).exists()


def test_where_only_the_key_is_missing_no_copy_is_said_to_be_broken(build, folder):
    remove_both(folder / "key")
    house = build(opens=False)
    house.wait_for("its key was not found on this computer")
    assert not house.says("copy")
