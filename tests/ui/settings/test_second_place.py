"""The second place on the page of the copies, and how far the work on them is."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl

from coupleapp.application.copies import Held
from coupleapp.application.copy_progress import Doing, Progress
from coupleapp.application.own_themes import QuestionWords
from coupleapp.application.ports import StoreError, StoreFull, StoreReadOnly
from coupleapp.application.second_place import Newest, NoCopy, SecondStanding
from coupleapp.application.second_shelf import Hindered, InTheWay, PlaceFault, SecondNote
from coupleapp.console.self_test import StagedClock
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.domain.together.ideas import Traits
from coupleapp.store import copies, open_store, restore_copy
from coupleapp.ui.base.copy_words import progress_words
from coupleapp.ui.base.held_words import deleting_words, held_words
from coupleapp.ui.settings.copies_model import asks_words, deleted_words, gone_words
from coupleapp.ui.settings.second_place_words import (
    missed_words,
    opens_words,
    refused_words,
    stands_words,
)
from tests.store.helpers import NOW, bytes_of

DAY = 86_400

# -- in words


def standing(**changes) -> SecondStanding:
    there = SecondStanding(Path("/stick"), SecondNote(), Newest(NOW, whole=True))
    return replace(there, **changes)


def hindered(by: InTheWay, missing: datetime | None = NOW) -> SecondNote:
    return SecondNote(hindered=Hindered(by, missing))


def test_each_trouble_with_it_has_its_words(qapp):
    clock = StagedClock()
    said = {by: stands_words(standing(note=hindered(by)), "", clock) for by in InTheWay}
    assert len(set(said.values())) == len(InTheWay)
    away = stands_words(
        standing(note=hindered(InTheWay.AWAY), found=NoCopy.AWAY),
        "",
        clock,
    )
    assert away.startswith("It was not there at the last copy (")
    assert "catches up by itself" in away


def test_a_day_in_the_middle_of_a_sentence_is_small(qapp):
    clock = StagedClock()
    for by in (InTheWay.FULL, InTheWay.OTHER):
        assert "copy of today, " in missed_words(hindered(by, clock.now()), clock)


def test_so_has_each_where_nothing_is_missing_there(qapp):
    clock = StagedClock()
    said = {missed_words(hindered(by, None), clock) for by in InTheWay}
    assert len(said) == len(InTheWay)
    assert missed_words(hindered(InTheWay.AWAY, None), clock) == ""
    told = missed_words(hindered(InTheWay.READ_ONLY, None), clock)
    assert told.startswith("It has every copy, but Nearer may not write there")


@pytest.mark.parametrize(
    "note", [SecondNote(), hindered(InTheWay.EMPTIED), hindered(InTheWay.EMPTIED, None)]
)
def test_a_new_stick_in_place_of_a_worn_one_is_told_what_to_do(qapp, note):
    told = stands_words(standing(note=note, found=NoCopy.EMPTIED), "", StagedClock())
    assert told.startswith("Nothing is left in this folder. If it is a new stick, choose it once")


def test_what_stands_there_is_said(qapp):
    clock = StagedClock()
    unread, nothing = Newest(NOW, whole=False), NoCopy.NONE_YET
    again = SecondNote(unreadable=(NOW,))
    assert "read through just now" in stands_words(standing(), "", clock)
    assert "could not be read. If" in stands_words(standing(found=unread), "", clock)
    assert "brings it once more" in stands_words(standing(found=unread, note=again), "", clock)
    assert "No copy lies there yet" in stands_words(standing(found=nothing), "", clock)
    out = stands_words(standing(found=NoCopy.AWAY), "", clock)
    assert out == "It is not there just now. It has every copy up to the last."
    assert "Nextcloud copies this folder on" in stands_words(standing(), "Nextcloud", clock)
    pending = standing(note=SecondNote(only_since=NOW))
    assert "What you removed goes from there when Nearer next reaches it." in stands_words(
        pending, "", clock
    )


def test_each_folder_that_cannot_be_it_has_its_words(qapp):
    assert len({refused_words(fault) for fault in PlaceFault}) == len(PlaceFault)


def test_what_opens_them_elsewhere_is_said(qapp):
    assert "passphrase" in opens_words({WayIn.PASSPHRASE, WayIn.SHEET})
    assert "recovery sheet" in opens_words({WayIn.SHEET, WayIn.KEYRING})
    assert "this computer alone" in opens_words({WayIn.KEYFILE})
    both = opens_words({WayIn.PASSPHRASE}, others=True)
    assert both.startswith(opens_words({WayIn.PASSPHRASE}))
    assert both.endswith("Copies from another computer open with what you chose there.")


def test_how_far_it_is_has_words(qapp):
    assert len({progress_words(Progress(doing, 3, 17)) for doing in Doing}) == len(Doing)
    assert "3 of 17" in progress_words(Progress(Doing.LOOKING_THROUGH, 3, 17))


def test_where_it_still_lies_is_said_in_plain_words(qapp):
    day = NOW.date() + timedelta(days=165)
    assert held_words(Held(None)) == ""
    assert deleting_words(Held(None)) == "It is gone at once, and no copy keeps it."
    words = deleting_words(Held(day, put_aside=True, away=True))
    assert "until 7 May 2027 at the latest, if you use Nearer once a week" in words
    assert "put aside" in words
    assert "second place" in words
    assert words.endswith("You can take it out sooner: Settings, Copies.")


STAY = (
    "Copies that another computer brought to your second place stay until somebody removes them "
    "there; deleted words may still be in them."
)


def test_that_those_of_another_computer_stay_is_said_plainly(qapp):
    held = Held(NOW.date(), others=True)
    assert deleting_words(held).endswith(f"Settings, Copies. {STAY}")
    assert deleting_words(Held(None, others=True)) == f"It is gone from here at once. {STAY}"
    assert deleted_words(held).endswith("it is gone from this computer's copies now.")
    assert gone_words(held).endswith("the rest of this computer's is gone.")
    assert gone_words(Held(None)).endswith("the rest is gone.")
    assert deleted_words(Held(None, others=True)).endswith(STAY)
    asked = asks_words(1, held, second=True)
    assert asked.startswith(
        "A new copy is made and read through; then every earlier one of this computer goes, here "
        f"and in your second place. {STAY} One file was put aside"
    )
    assert STAY not in asks_words(0, Held(NOW.date()), second=True)


# -- on the page


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def choose(house, place: Path) -> None:
    house.turn_to("copies")
    choose_typed(house, place)


def choose_typed(house, place: Path) -> None:
    house.click("Type where it is")
    house.paste("Where it is", str(place))
    house.key(Qt.Key.Key_Return)


def test_it_is_chosen_by_the_keyboard_alone(house, stick):
    house.turn_to("copies")
    house.tab_to("Type where it is")
    house.key(Qt.Key.Key_Return)
    assert house.focused_name() == "Where it is"
    house.type(str(stick))
    house.key(Qt.Key.Key_Return)
    house.wait_for(f"Every copy goes to {stick}, too.")
    assert house.focused_name() == "Choose a folder …"
    house.wait_for("The newest copy there is from today")
    assert len(bytes_of(stick)) == 2, "one is made at once"
    assert house.use.couples.settings.second_place == str(stick)


def test_or_by_the_dialog(house, stick):
    house.turn_to("copies")
    house.click("Choose a folder …")
    (dialog,) = [
        one
        for one in house.shell.findChildren(QObject)
        if one.metaObject().className().startswith("PlaceDialog")
    ]
    house.qtbot.waitUntil(lambda: dialog.property("visible"))
    dialog.close()
    house.qtbot.waitUntil(lambda: not dialog.property("visible"))
    dialog.setProperty("selectedFolder", QUrl.fromLocalFile(str(stick)))
    house.frame.requestActivate()
    dialog.accepted.emit()
    house.wait_for(f"Every copy goes to {stick}, too.")


def test_an_address_is_a_folder_too(house, stick):
    house.models.second_place_model.typed(f" {QUrl.fromLocalFile(str(stick)).toString()} ")
    assert house.use.couples.settings.second_place == str(stick)


@pytest.mark.parametrize(
    ("place", "words"),
    [("none", "There is no such folder"), ("nearer", "A notebook already lives in that folder")],
)
def test_what_cannot_be_it_is_said_and_changes_nothing(house, tmp_path, place, words):
    choose(house, tmp_path / place)
    house.wait_for(words)
    assert house.use.couples.settings.second_place == ""
    assert house.focused_name() == "Where it is"
    house.click("Cancel")
    assert house.focused_name() == "Choose a folder …"


@pytest.mark.parametrize("typed", ["", "stick", "~nobody-here/x"])
def test_half_a_path_is_none(house, typed):
    house.models.second_place_model.typed(typed)
    assert "There is no such folder" in house.models.second_place_model.props.trouble


def test_a_full_disk_chooses_none(house, stick, monkeypatch):
    def full(*_):
        raise StoreFull

    monkeypatch.setattr(house.use.couples, "choose", full)
    choose(house, stick)
    house.wait_for("The disk is full")
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("shelf", "name", "error", "words"),
    [
        ("second_place", "keep", StoreFull(), "The disk of this computer is full"),
        ("copies", "make", StoreReadOnly(), "Nearer may not write to its own folder"),
        ("copies", "make", StoreError(), "Your copies could not go there just now."),
    ],
)
def test_what_keeps_copies_from_going_there_is_said(
    house, stick, monkeypatch, shelf, name, error, words
):
    house.turn_to("copies")

    def fails(*_):
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(getattr(house.store, shelf), name, fails, raising=False)
        choose_typed(house, stick)
        house.wait_for(words)
        assert house.models.second_place_model.props.said == ""
        assert house.models.second_place_model.props.place == str(stick)
    choose_typed(house, stick)
    house.wait_for("The newest copy there is from today")
    assert not house.says(words)
    assert house.focused_name() == "Choose a folder …", "the same place, chosen once more"


def test_a_stick_that_is_out_is_one_calm_line_and_catches_up(house, stick):
    choose(house, stick)
    pocket = stick.rename(stick.with_name("pocket"))
    house.clock.pass_time(DAY)
    house.use.notebook.write("A line.", None)
    house.click("Make one now")
    assert house.says("Made, and read through.")
    house.wait_for("It was not there at the last copy (today")
    pocket.rename(stick)
    house.turn_to("home")
    house.turn_to("copies")
    house.wait_for("The newest copy there is from today")
    assert len(list(stick.glob("*.db"))) == 2


def test_it_is_caught_up_with_soon_after_the_start(house, stick):
    choose(house, stick)
    pocket = stick.rename(stick.with_name("pocket"))
    house.clock.pass_time(DAY)
    house.use.copies.make()
    pocket.rename(stick)
    house.sit_down()
    house.running.composition.copies.catch_up()
    assert len(list(stick.glob("*.db"))) == 1, "not during a talk"
    house.stop_for_good()
    house.session.clear()
    house.running.composition.copies.catch_up()
    assert len(list(stick.glob("*.db"))) == 2


def test_without_a_way_in_the_lock_is_offered(house, stick):
    choose(house, stick)
    house.wait_for("So far they open on this computer alone.")
    house.click("Set up a passphrase or sheet")
    house.use.lock.choose(Passphrase("four words we say"))
    house.turn_to("copies")
    house.wait_for("On another computer they open with your passphrase.")
    assert "Set up a passphrase or sheet" not in house.names()


def test_where_the_envelope_cannot_be_read_nothing_is_said_of_it(house, stick, monkeypatch):
    choose(house, stick)

    def unread():
        raise StoreReadOnly

    monkeypatch.setattr(house.models.second_place_model, "_ways", unread)
    house.turn_to("home")
    house.turn_to("copies")
    assert house.models.second_place_model.props.opens == ""


def test_taken_away_it_keeps_what_it_has(house, stick):
    house.turn_to("copies")
    assert house.says("can keep them, too: the copies stay encrypted.")
    choose(house, stick)
    before = bytes_of(stick)
    house.click("Stop using it")
    house.wait_for("Nearer no longer uses this folder. What lies there stays as it is.")
    assert house.says("can keep them, too: the copies stay encrypted.")
    assert house.focused_name() == "Choose a folder …"
    assert house.use.couples.settings.second_place == ""
    house.clock.pass_time(DAY)
    house.use.copies.make()
    assert bytes_of(stick) == before


def test_where_it_is_copied_on_is_said(house, tmp_path):
    place = tmp_path / "Nextcloud"
    place.mkdir()
    choose(house, place)
    house.wait_for("Nextcloud copies this folder on")


# -- how far it is


def follow(model, name: str) -> list[str]:
    """Every sentence that stood there."""
    said: list[str] = []
    getattr(model, f"{name}Changed").connect(lambda: said.append(getattr(model.props, name)))
    return said


def test_where_it_takes_long_it_is_said_how_far_it_is(house, monkeypatch):
    house.turn_to("copies")
    said, copy = follow(house.models.copies_model, "done"), house.store.database.copy_into

    def slowly(empty, refuse, written):
        house.clock.pass_time(5)
        copy(empty, refuse, written)

    house.click("Make one now")
    assert said == ["Making a copy …", "Made, and read through."], "it took no time"
    monkeypatch.setattr(house.store.database, "copy_into", slowly)
    house.click("Make one now")
    assert said[2:] == ["Making a copy …", "Reading it back …", "Made, and read through."]


def test_and_while_they_are_read_through(house, monkeypatch):
    for _ in range(3):
        house.use.copies.make()
        house.clock.pass_time(DAY)
    check = copies.check_copy

    def slowly(*given):
        house.clock.pass_time(5)
        return check(*given)

    monkeypatch.setattr(copies, "check_copy", slowly)
    said = follow(house.models.copy_choice, "words")
    house.turn_to("copies")
    assert said == [
        "Reading through your copies …",
        "Reading through your copies: 1 of 3 done …",
        "Reading through your copies: 2 of 3 done …",
        "Each of these copies was read through just now.",
    ]


def test_and_while_they_are_brought_there(house, stick, monkeypatch):
    for _ in range(3):
        house.use.copies.make()
        house.clock.pass_time(DAY)
    bring = house.store.second_place.write

    def slowly(*given):
        house.clock.pass_time(5)
        return bring(*given)

    monkeypatch.setattr(house.store.second_place, "write", slowly)
    said = follow(house.models.second_place_model, "said")
    choose(house, stick)
    assert said == [
        "Your copies go there now …",
        "Bringing them to the second place: 1 of 3 …",
        "Bringing them to the second place: 2 of 3 …",
        "",
    ]
    house.wait_for("The newest copy there")


# -- let go of


def test_what_another_computer_brought_is_told_before_only_a_new_copy_stays(house, tmp_path, stick):
    choose(house, stick)
    house.wait_for("The newest copy there")
    (copy,) = stick.glob("*.db")
    known = house.store.vault.known
    restore_copy(tmp_path / "other", [known], copy, house.clock.now())
    with closing(open_store(tmp_path / "other", [known])) as other:
        at = other.copies.make(house.clock.now() + timedelta(days=1))
        other.second_place.write(stick, at)

    house.turn_to("settings")
    house.turn_to("copies")
    house.wait_for("Copies from another computer open with what you chose there")
    house.click("Keep only a new copy")
    assert STAY in house.models.copies_model.props.asks
    house.wait_for(STAY)
    house.click("Remove the earlier copies for good")
    house.wait_for("the rest of this computer's is gone")
    assert house.store.second_place.made(stick) == (house.use.copies.last(), at)


def test_what_was_put_aside_goes_only_if_they_say_so(house, tmp_path, stick):
    folder = tmp_path / "nearer"
    house.use.copies.make()
    house.clock.pass_time(DAY)
    before = house.running.composition
    house.turn_to("copies")
    choice = house.models.copy_choice
    choice.ask(choice.copies.rows[0].key)
    choice.take()
    house.qtbot.waitUntil(lambda: house.running.composition not in {None, before})
    house.move_in()
    choose(house, stick)
    house.clock.pass_time(DAY)
    house.use.copies.make()
    house.turn_to("home")
    house.turn_to("copies")
    assert house.says("What was put aside keeps it until you let go of it.")
    house.click("Keep only a new copy")
    assert house.focused_name() == "Keep them after all"
    assert house.says("every earlier one goes, here and in your second place.")
    assert house.says("One file was put aside")
    house.click("Remove the earlier copies for good")
    assert len(list(folder.glob("nearer-before-restore-*.db"))) == 1
    assert len(list(stick.glob("*.db"))) == 1
    house.click("Keep only a new copy")
    house.click("Remove them and what was put aside for good")
    assert list(folder.glob("nearer-before-restore-*")) == []
    assert not house.says("What was put aside")


def in_the_notebook(house) -> None:
    """In its bin, where it goes for good."""
    house.use.notebook.delete(house.use.notebook.write("A line.", None), None)
    house.turn_to("notebook")
    house.settle()
    house.click("The bin")


def among_the_ideas(house) -> None:
    house.use.activities.add("Feed the ducks", None, Traits())
    house.turn_to("activities")


def among_the_questions(house) -> None:
    theme = house.use.library.programme.themes[0].id
    house.use.own_themes.add_question(theme, QuestionWords("What did the ducks do?"), None)
    house.turn_to("programme")


@pytest.mark.parametrize(
    ("begin", "delete"),
    [
        (in_the_notebook, "Delete for good"),
        (among_the_ideas, "Delete: Feed the ducks"),
        (among_the_questions, "Delete: What did the ducks do?"),
    ],
)
def test_before_something_is_deleted_it_is_said_until_when_copies_keep_it(house, begin, delete):
    begin(house)
    house.click(delete)
    assert house.says("It is gone at once, and no copy keeps it.")
    house.click("Leave it in the bin" if begin is in_the_notebook else "Keep it after all")
    house.use.copies.make()
    house.click(delete)
    assert house.says("Copies may keep it until ")
    assert house.says("at the latest, if you use Nearer once a week. You can take it out sooner")


def test_what_cannot_be_looked_up_is_said_carefully(house, monkeypatch):
    def unread():
        raise StoreReadOnly

    monkeypatch.setattr(house.store.copies, "made", unread, raising=False)
    house.models.held_model.look()
    assert house.models.held_model.props.words.endswith("Copies may still keep it.")
