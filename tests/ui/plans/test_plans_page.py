"""The page of plans: a time agreed, moved, let go; rituals of two yeses; the calendar file."""

import pytest
from icalendar import Calendar
from PySide6.QtCore import QLocale, QObject, Qt, QUrl

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from tests.application.hands import write_protected
from tests.ui.house import Role, name_of

WHERE, WILL = "Where (if you like)", "We will … (if you like)"
NAME, MEANING, AT = "What you call it", "What it means to you both", "Time of day"
Key = Qt.Key


@pytest.fixture
def page(house):
    house.turn_to("next_talk")
    house.focus_on("Day")
    return house


def talks(house):
    return [(one.at.isoformat()[:16], one.place, one.will) for one in appointments(house)]


def appointments(house):
    return house.store.appointments.appointments()


def rituals(house):
    return {one.name: set(one.agreed) for one in house.store.rituals.rituals()}


def text_of(house, name):
    return house.find(name).property("text")


def on(*days):
    return QLocale().createSeparatedList(days)


def button(house, words):
    """The whole name of the only control that begins so."""
    (found,) = {n for n in map(name_of, house.controls()) if n.startswith(words)}
    return found


def press(house, words):
    house.click(button(house, words))


def agree(house, place="", will="", time="20:00"):
    for name, text in (("Time", time), (WHERE, place), (WILL, will)):
        house.paste(name, text)
    house.click("It's a date")


def propose(house, name="Tea on the stairs", days=("Monday", "Friday"), meaning="Rest."):
    house.turn_to("rituals")
    house.settle()
    press(house, "Propose")
    for field, text in ((NAME, name), (AT, "20:30"), (MEANING, meaning)):
        house.paste(field, text)
    for day in days:
        house.click(day)
    house.click("Put it on the table")


class TestTheNextTalk:
    def test_when_where_and_i_will(self, page):
        agree(page, "the kitchen", "put the telephone away")
        assert talks(page) == [("2026-11-30T20:00", "the kitchen", "put the telephone away")]
        for words in (
            "Monday, 30 November, 20:00",
            "the kitchen",
            "We will put the telephone away",
        ):
            assert page.says(words)
        page.focus_on("Agree on another time")
        page.click("Home")
        assert page.says("30 November, 20:00, your next talk · the kitchen")

    def test_whoever_reminds_is_told_of_every_change(self, page):
        told = page.models.next_talk_model.changed
        with page.qtbot.waitSignal(told):
            agree(page)
        with page.qtbot.waitSignal(told):
            press(page, "Let it go")
        with page.qtbot.waitSignal(told):
            press(page, "Put it back")
        with page.qtbot.waitSignal(page.models.own_rituals_model.changed):
            propose(page)

    def test_by_the_keyboard_alone(self, page):
        page.key(Key.Key_Up)
        page.tab_to(WHERE)
        page.type("the park")
        page.tab_to(WILL)
        page.type("listen")
        page.key(Key.Key_Return)
        assert talks(page) == [("2026-11-29T20:00", "the park", "listen")]

    def test_moved_without_a_reason(self, page):
        agree(page, "the kitchen", "listen")
        press(page, "Move or change it")
        page.focus_on("Day")
        assert (text_of(page, "Time"), text_of(page, WHERE)) == ("20:00", "the kitchen")
        page.key(Key.Key_Down)
        page.paste("Time", "9:15 pm")
        page.paste(WHERE, "")
        page.click("It's a date")
        assert talks(page) == [("2026-12-01T21:15", "", "listen")]
        assert not page.says("the kitchen")

    def test_leaving_it_as_it_was(self, page):
        agree(page, "the kitchen")
        press(page, "Move or change it")
        page.paste(WHERE, "nowhere")
        page.click("Cancel")
        assert page.says("the kitchen")
        press(page, "Move or change it")
        assert text_of(page, WHERE) == "the kitchen"

    def test_let_go_and_put_back(self, page):
        agree(page, "the kitchen")
        before = appointments(page)
        press(page, "Let it go")
        assert appointments(page) == ()
        page.focus_on("Put it back")
        page.key(Key.Key_Return)
        assert appointments(page) == before
        assert page.says("the kitchen")
        press(page, "Let it go")
        page.click("Home")
        page.turn_to("next_talk")
        assert not page.says("Put it back")

    def test_what_cannot_be_agreed_on_is_explained(self, page):
        page.find("Day").setProperty("currentIndex", 0)
        agree(page, "the kitchen", time="7:00")
        assert page.says("That time has passed already.")
        page.find("Day").setProperty("currentIndex", 1)
        agree(page, "the kitchen", time="tea time")
        assert page.says("That time could not be read.")
        agree(page, "x" * 300)
        assert page.says("up to 120 fit")
        assert len(text_of(page, WHERE)) == 300
        assert appointments(page) == ()
        agree(page, "the kitchen")
        assert not page.says("up to 120 fit")
        assert len(appointments(page)) == 1

    def test_a_full_disk_keeps_the_words_in_the_fields(self, page):
        with write_protected(page.store):
            agree(page, "the kitchen")
            assert page.says("may not write to its folder")
            assert text_of(page, WHERE) == "the kitchen"
        agree(page, "the kitchen")
        assert len(appointments(page)) == 1

    def test_what_was_typed_survives_another_page_and_a_crash(self, page, build):
        for name, text in ((WHERE, "the kit"), (WILL, "list"), ("Time", "21")):
            page.find(name).forceActiveFocus()
            page.find(name).selectAll()
            page.type(text)
        page.click("Home")
        again = build()
        again.turn_to("next_talk")
        again.focus_on("Day")
        assert [text_of(again, n) for n in (WHERE, WILL, "Time")] == ["the kit", "list", "21"]
        again.click("It's a date")
        assert talks(again)[0][1:] == ("the kit", "list")
        assert again.store.drafts.drafts_under("plans:") == {}

    def test_a_begun_form_is_open_again_beside_an_agreed_time(self, page, build):
        agree(page, "the kitchen")
        page.click("Agree on another time")
        page.paste(WHERE, "the par")
        again = build()
        again.turn_to("next_talk")
        again.wait_for("the kitchen")
        again.focus_on("Day")
        assert text_of(again, WHERE) == "the par"

    def test_the_words_of_what_is_gone_go_too(self, page):
        agree(page, "the kitchen")
        press(page, "Move or change it")
        page.paste(WHERE, "marzipan")
        page.clock.pass_time(9 * 86_400)
        page.click("Home")
        page.turn_to("next_talk")
        assert not page.says("the kitchen")
        assert page.store.drafts.drafts_under("plans:") == {}


class TestRituals:
    def test_it_is_theirs_when_both_say_so(self, page):
        propose(page)
        assert rituals(page) == {"Tea on the stairs": set()}
        assert page.says(on("Monday", "Friday") + ", 20:30")
        assert page.says("Waits for a yes from both of you.")
        press(page, "Tomas says yes")
        assert page.says("Waits for Maya’s yes.")
        press(page, "Maya says yes")
        assert page.says("You both said yes.")
        assert rituals(page) == {"Tea on the stairs": set(Seat)}
        assert not page.says("says yes")

    def test_each_by_an_own_key(self, page):
        propose(page)
        page.tab_to("Maya says yes: Tea on the stairs")
        page.key(Key.Key_F)
        page.focus_on("Tomas says yes")
        page.key(Key.Key_F)
        assert rituals(page) == {"Tea on the stairs": {Seat.LEFT}}
        page.key(Key.Key_J)
        assert rituals(page) == {"Tea on the stairs": set(Seat)}
        page.focus_on("Change it")

    def test_the_keys_are_letters_where_one_types(self, page):
        propose(page)
        press(page, "Change it")
        page.focus_on(NAME)
        page.key(Key.Key_End)
        page.type("fj")
        assert text_of(page, NAME) == "Tea on the stairsfj"
        assert rituals(page) == {"Tea on the stairs": set()}

    def test_a_change_asks_both_again(self, page):
        propose(page)
        page.use.plans.confirm(
            page.use.plans.confirm(page.use.plans.rituals()[0], Seat.LEFT), Seat.RIGHT
        )
        page.click("Home")
        page.turn_to("rituals")
        assert page.says("You both said yes.")
        press(page, "Change it")
        page.focus_on(NAME)
        page.click("Monday")
        page.click("Sunday")
        page.click("Put it on the table")
        assert page.says(on("Friday", "Sunday") + ", 20:30")
        assert page.says("Waits for a yes from both of you.")
        assert rituals(page) == {"Tea on the stairs": set()}

    def test_let_go_and_put_back_with_its_yes(self, page):
        propose(page)
        press(page, "Maya says yes")
        (there,) = page.store.rituals.rituals()
        press(page, "Let it go: Tea")
        assert rituals(page) == {}
        page.focus_on("Put it back: Tea on the stairs")
        page.key(Key.Key_Return)
        assert page.store.rituals.rituals() == (there,)

    def test_what_is_missing_is_said(self, page):
        propose(page, days=())
        assert page.says("Choose at least one day for it.")
        page.click("Friday")
        page.paste(MEANING, " ")
        page.click("Put it on the table")
        assert page.says("A ritual has a name, and a few words on what it means to you.")
        page.paste(MEANING, "Rest.")
        page.paste(AT, "soon")
        page.click("Put it on the table")
        assert page.says("That time could not be read.")
        assert rituals(page) == {}

    def test_what_was_begun_survives_a_crash(self, page, build):
        page.turn_to("rituals")
        page.settle()
        press(page, "Propose")
        page.paste(NAME, "Tea")
        page.paste(MEANING, "Re")
        page.click("Friday")
        again = build()
        again.turn_to("rituals")
        again.wait_for("Put it on the table")
        assert [text_of(again, n) for n in (NAME, MEANING)] == ["Tea", "Re"]
        again.click("Put it on the table")
        (made,) = again.store.rituals.rituals()
        assert made.days == {4}
        assert again.store.drafts.drafts_under("plans:") == {}

    def test_what_cannot_be_kept_is_said(self, page):
        propose(page)
        with write_protected(page.store):
            press(page, "Maya says yes")
            assert page.says("may not write to its folder")
        assert rituals(page) == {"Tea on the stairs": set()}

    def test_a_screen_reader_hears_which_day_is_chosen(self, page):
        page.turn_to("rituals")
        page.settle()
        press(page, "Propose")
        page.click("Friday")
        states = {name_of(i): i.state() for i in page.seen() if i.role() == Role.CheckBox}
        assert states["Friday"].checked
        assert not states["Monday"].checked


class TestTheCalendarFile:
    @pytest.fixture
    def agreed(self, page):
        agree(page, "the kitchen", "listen")
        plans = page.use.plans
        tea = plans.propose("Tea", "Rest.", frozenset({4}), page.clock.now().time())
        plans.confirm(plans.confirm(tea, Seat.LEFT), Seat.RIGHT)
        return page

    def write(self, house, path):
        house.models.next_talk_model.saveCalendar(QUrl.fromLocalFile(str(path)))
        house.settle()

    def test_neutral_unless_they_choose_otherwise(self, agreed, tmp_path):
        path = tmp_path / "ours.ics"
        self.write(agreed, path)
        assert agreed.says("ours.ics is written.")
        found = Calendar.from_ical(path.read_bytes()).events
        assert [str(one["SUMMARY"]) for one in found] == ["Time for us two"] * 2
        agreed.click("Our own words")
        assert not agreed.says("is written")
        self.write(agreed, path)
        found = Calendar.from_ical(path.read_bytes()).events
        assert {str(one["SUMMARY"]) for one in found} == {"Our talk", "Tea"}
        agreed.click("Only “Time for us two”")
        self.write(agreed, path)
        assert "kitchen" not in path.read_text("utf-8")

    def test_a_name_without_an_ending_gets_one(self, agreed, tmp_path):
        self.write(agreed, tmp_path / "ours")
        assert (tmp_path / "ours.ics").exists()
        assert not (tmp_path / "ours").exists()

    def test_where_nothing_can_be_written(self, agreed, tmp_path):
        self.write(agreed, tmp_path / "nowhere" / "ours.ics")
        assert agreed.says("The file could not be written there. Choose another place;")

    def test_the_dialog_asks_where(self, agreed, tmp_path):
        path = tmp_path / "ours.ics"
        agreed.click("Save a calendar file …")
        dialog = self.dialog(agreed)
        agreed.qtbot.waitUntil(lambda: dialog.property("visible"))
        path.touch()
        dialog.setProperty("selectedFile", QUrl.fromLocalFile(str(path)))
        dialog.accepted.emit()
        assert agreed.says("ours.ics is written.")
        assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
        dialog.close()
        agreed.qtbot.waitUntil(lambda: not dialog.property("visible"))

    def test_the_dialog_comes_again(self, agreed):
        for _ in range(2):
            agreed.click("Save a calendar file …")
            dialog = self.dialog(agreed)
            agreed.qtbot.waitUntil(lambda d=dialog: d.property("visible"))
            dialog.close()
            agreed.qtbot.waitUntil(lambda d=dialog: not d.property("visible"))
        assert not agreed.says("is written")

    def dialog(self, house):
        (found,) = [
            one
            for one in house.shell.findChildren(QObject)
            if one.metaObject().className().startswith("CalendarDialog")
        ]
        return found


class TestAtTheEndOfASession:
    @pytest.fixture
    def asked(self, house):
        house.sit_down_until("theme_talk", s.NextDate)
        house.click("Another day")
        house.focus_on("Day")
        return house

    def test_the_next_date_has_a_place_and_a_promise(self, asked):
        agree(asked, "the kitchen", "listen")
        assert asked.step == "over"
        assert talks(asked) == [("2026-11-30T20:00", "the kitchen", "listen")]
        assert asked.store.drafts.drafts_under("session:") == {}

    def test_the_keys_of_the_session_are_letters_there(self, asked):
        asked.find(WHERE).forceActiveFocus()
        asked.type("bdfkj by the door")
        assert text_of(asked, WHERE) == "bdfkj by the door"
        assert asked.step == "next_date"

    def test_both_may_stay_empty(self, asked):
        asked.click("It's a date")
        assert [one[1:] for one in talks(asked)] == [("", "")]

    def test_what_was_typed_survives_a_crash(self, asked, build):
        asked.paste(WHERE, "the kit")
        asked.paste(WILL, "list")
        again = build()
        again.session.carryOn()
        again.focus_on("Day")
        assert (text_of(again, WHERE), text_of(again, WILL)) == ("the kit", "list")

    def test_left_open_or_stopped_the_words_wait_with_the_plans(self, asked):
        asked.paste(WHERE, "the kitchen")
        asked.click("Leave it open")
        assert appointments(asked) == ()
        asked.session.goHome()
        asked.turn_to("next_talk")
        asked.focus_on("Day")
        assert text_of(asked, WHERE) == "the kitchen"

    def test_what_cannot_be_is_said_and_nothing_is_lost(self, asked):
        agree(asked, "x" * 121)
        assert asked.says("up to 120 fit")
        agree(asked, "the kitchen", time="tea time")
        assert asked.says("That time could not be read.")
        with write_protected(asked.store):
            agree(asked, "the kitchen")
            assert asked.says("may not write to its folder")
        assert asked.step == "next_date"
        assert text_of(asked, WHERE) == "the kitchen"
