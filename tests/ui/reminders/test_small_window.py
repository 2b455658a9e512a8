"""The small window: it asks once, quietly; nothing of a sentence is seen before it is opened."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from coupleapp.application.ports import StoreLocked
from coupleapp.desktop.attention import Hold
from coupleapp.domain.couple import Seat
from coupleapp.domain.reminders.due import window_of
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from coupleapp.domain.settings import EVENING, INVITE_AT, Settings
from coupleapp.ui.reminders.small_window import MARGIN, STILL_MS
from tests.application.hands import full_disk, write_protected
from tests.ui.house import middle

FIELD = "One thing you appreciate"
K = ReminderKind


class Evening:
    """The hands and eyes of the house, at its small window."""

    def __init__(self, house) -> None:
        self.house = house

    @property
    def window(self):
        return self.house.small_window

    def click(self, name):
        self.house.click(name, self.window)

    def says(self, words):
        return self.house.says(words, self.window)

    def text(self):
        return self.house.find(FIELD, self.window).property("text")

    def paste(self, text):
        self.house.paste(FIELD, text, self.window)


def half_past_nine(house, days=0):
    """It is the time of the evening."""
    house.use.couples.choose(Settings())
    begins = window_of(house.use.couples.couple.since, EVENING, house.clock.zone())[0]
    wanted = begins + timedelta(days=days)
    house.clock.move_wall((wanted - house.clock.now()).total_seconds())


def remind(house):
    """As when it is due: what comes is the real desk's doing."""
    for reminder in house.use.reminding.due()[:1]:
        house.reminder.remind(reminder)
    return house.small_window


@pytest.fixture
def evening(house):
    half_past_nine(house)
    remind(house)
    house.show(house.small_window)
    house.reminder._small._still.stop()
    return Evening(house)


@pytest.fixture
def tonight(house):
    return house.use.evenings.today()


def room_around(window):
    """How far the window is from each edge of the screen: left, top, right, bottom."""
    screen, here = window.screen().availableGeometry(), window.geometry()
    sides = (here.left() - screen.left(), here.top() - screen.top())
    return (*sides, screen.right() - here.right(), screen.bottom() - here.bottom())


def test_it_comes_in_the_corner_where_a_line_ends(house):
    half_past_nine(house)
    left, _, right, bottom = room_around(remind(house))
    assert (right, bottom) == pytest.approx((MARGIN, MARGIN), abs=1)
    assert left > right


def test_mirrored_it_comes_in_the_other_corner(house):
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        half_past_nine(house)
        left, _, right, bottom = room_around(remind(house))
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (left, bottom) == pytest.approx((MARGIN, MARGIN), abs=1)
    assert right > left


def test_a_longer_page_grows_away_from_the_edge(house):
    half_past_nine(house)
    evening, window = Evening(house), remind(house)
    house.reminder._small._still.stop()
    house.models.ask_model.accept()
    house.settle(window)
    before = window.height()
    evening.click("Maya writes")
    house.qtbot.waitUntil(lambda: window.height() > before)
    house.qtbot.waitUntil(lambda: abs(room_around(window)[3] - MARGIN) <= 1)


def test_who_has_moved_it_has_it_there(house):
    half_past_nine(house)
    remind(house).setPosition(5, 7)
    house.models.ask_model.accept()
    house.settle(house.small_window)
    assert (house.small_window.x(), house.small_window.y()) == (5, 7)


def test_who_asks_for_it_has_it_in_the_middle(house):
    half_past_nine(house)
    house.open_evening()
    house.settle(house.small_window)
    left, top, right, bottom = room_around(house.small_window)
    assert abs(left - right) <= 2
    assert abs(top - bottom) <= 2


def test_from_the_question_to_both_shown(house, evening):
    assert evening.says("A quiet moment?")
    evening.click("Yes")
    assert evening.says("the other looks away")
    evening.click("Maya writes")
    house.focus_on(FIELD, house.small_window)
    house.type("You warmed the car.", house.small_window)
    assert evening.text() == "You warmed the car."
    evening.click("Seal it")
    unseen_until_both(house, evening)
    assert not evening.says("Maya writes")
    evening.click("Tomas writes")
    assert evening.text() == ""
    unseen_until_both(house, evening)
    evening.paste("You laughed.")
    evening.click("Seal it")
    unseen_until_both(house, evening)
    evening.click("Open both")
    assert evening.says("You warmed the car.")
    assert evening.says("You laughed.")
    evening.click("Good night")
    assert not house.reminder.open
    house.wait_for("Tonight you have thanked each other.")
    assert house.says("You laughed.") or house.says("You warmed the car.")


def texts_in(window):
    """What stands in any item of it, seen or not."""
    return [str(item.property("text")) for item in window.findChildren(QQuickItem)]


def unseen_until_both(house, evening):
    """Neither in the window, nor at home, nor in any text field that is not shown."""
    assert not evening.says("warmed")
    assert not house.says("warmed")
    assert "warmed" not in "".join(texts_in(house.small_window))
    assert "warmed" not in repr(house.models.evening_model.props)
    assert house.store.notebook.page(None, 9) == ()


def test_after_it_is_sealed_keys_write_nowhere_and_press_nothing(house, evening):
    evening.click("Yes")
    evening.click("Maya writes")
    evening.paste("You warmed the car.")
    keeps_by_keyboard(house)
    assert evening.says("One is sealed")
    keeps_by_keyboard(house)
    house.type("xyz ", house.small_window)
    house.key(Qt.Key.Key_Return, window=house.small_window)
    assert evening.says("One is sealed")
    assert not evening.says(FIELD)
    fields = [item for item in texts_in(house.small_window) if "xyz" in item]
    assert fields == []
    assert house.store.drafts.drafts_under("evening:") == {}
    house.focus_on(house.models.evening_model.props.heading, house.small_window)


def press_at(house, name, ms):
    """With the mouse, at this time on its clock."""
    window = house.small_window
    button = house.find(name, window)
    house.settle(window)
    button.forceActiveFocus()
    house.settle(window)
    pos, left, none = QPointF(middle(button)), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = {QEvent.Type.MouseButtonPress: left, QEvent.Type.MouseButtonRelease: none}
    for kind, held in kinds.items():
        event = QMouseEvent(kind, pos, pos, left, held, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(ms)
        QCoreApplication.sendEvent(window, event)


def test_a_double_click_opens_nothing_that_came_after_the_first(house, evening):
    press_at(house, "Yes", 100_000)
    press_at(house, "Tomas writes", 100_200)
    assert evening.says("the other looks away")
    press_at(house, "Tomas writes", 101_000)
    evening.paste("half a")
    press_at(house, "Another beginning", 102_000)
    press_at(house, "Another beginning", 102_200)
    press_at(house, "Close for now", 103_000)
    house.open_evening()
    press_at(house, "Maya writes", 104_000)
    evening.paste("You warmed the car.")
    press_at(house, "Seal it", 105_000)
    press_at(house, "Tomas writes", 105_200)
    assert evening.says("One is sealed")
    assert not evening.says(FIELD)
    press_at(house, "Tomas writes", 106_000)
    assert evening.text() == "half a"


def keeps_by_keyboard(house):
    QTest.keyClick(house.small_window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_said_aloud_by_both(house, evening):
    evening.click("Yes")
    for name in ("Tomas", "Maya"):
        evening.click(f"{name} writes")
        evening.click("I will say it aloud")
    evening.click("Open both")
    assert evening.says("says it aloud")
    assert house.store.notebook.page(None, 9) == ()


def test_later_keeps_what_was_sealed_and_what_was_begun(house, evening):
    evening.click("Yes")
    evening.click("Tomas writes")
    evening.paste("sealed")
    evening.click("Seal it")
    evening.click("Maya writes")
    evening.paste("half a")
    evening.click("Close for now")
    assert not house.reminder.open
    house.wait_for("One appreciation is waiting, sealed.")
    house.click("An appreciation now")
    assert not evening.says("half a")
    evening.click("Maya writes")
    assert evening.text() == "half a"
    house.type("nd", house.small_window)
    assert evening.text() == "half and"


@pytest.mark.parametrize(
    ("answer", "minutes"),
    [("In a quarter of an hour", 15), ("In half an hour", 30), ("Not tonight", None)],
)
def test_put_off(house, evening, tonight, answer, minutes):
    evening.click(answer)
    assert not house.reminder.open
    (shown,) = house.store.evenings.reminders(tonight)
    again = shown.again_at and (shown.again_at - house.clock.now()).total_seconds() / 60
    assert again == minutes


def test_escape_closes_it_and_nothing_is_lost(house, evening):
    evening.click("Yes")
    evening.click("Maya writes")
    evening.paste("begun")
    house.key(Qt.Key.Key_Escape, window=house.small_window)
    assert not house.reminder.open
    house.open_evening()
    evening.click("Maya writes")
    assert evening.text() == "begun"


def test_a_full_disk_keeps_the_sentence_in_the_field(house, evening):
    evening.click("Yes")
    evening.click("Maya writes")
    evening.paste("ж" * 2000)
    with full_disk(house.store):
        evening.click("Seal it")
        assert evening.says("The disk is full. What you wrote is still here")
        assert evening.text() == "ж" * 2000
    evening.click("Seal it")
    assert evening.says("One is sealed")
    assert not evening.says("The disk is full")


def test_a_sentence_too_long_is_explained(house, evening):
    evening.click("Yes")
    evening.click("Maya writes")
    evening.paste("x" * 3000)
    evening.click("Seal it")
    assert evening.says("Shorten it a little, nothing is lost.")
    assert len(evening.text()) == 3000
    assert house.use.evenings.evening(house.use.evenings.today()).given == ()


def test_it_comes_without_the_keyboard_and_takes_no_key_at_first(house):
    half_past_nine(house)
    window = remind(house)
    assert window.property("_q_showWithoutActivating")
    house.qtbot.waitUntil(window.isExposed)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
        house.key(key, window=window)
    assert house.reminder.open
    assert house.models.ask_model.props.asking
    assert house.reminder._small._still.interval() == STILL_MS
    house.qtbot.waitUntil(
        lambda: not house.reminder._small._still.isActive(), timeout=STILL_MS + 2000
    )
    house.key(Qt.Key.Key_Escape, window=window)
    assert not house.reminder.open


@pytest.mark.parametrize("kept", [True, False])
def test_where_it_cannot_be_drawn_the_next_start_asks_it(house, kept):
    half_past_nine(house)
    window = remind(house)
    undrawable = []
    house.running.window.undrawable.connect(lambda: undrawable.append(True))
    window.sceneGraphError.emit(QQuickWindow.SceneGraphError.ContextNotAvailable, "no card")
    assert undrawable
    with nullcontext() if kept else write_protected(house.store):
        house.running.ask_again()
    assert bool(house.use.reminding.due()) == kept


def test_where_nothing_is_asked_nothing_is_asked_again(house):
    half_past_nine(house)
    due = house.use.reminding.due()
    house.running.ask_again()
    assert house.use.reminding.due() == due
    assert house.store.evenings.reminders(house.use.evenings.today()) == ()


@pytest.mark.parametrize("hold", [Hold.FULL_SCREEN, Hold.CALL, Hold.TYPING, Hold.DO_NOT_DISTURB])
def test_what_speaks_against_it_holds_it_and_drops_nothing(house, hold):
    half_past_nine(house)
    house.desktop.hold = hold
    assert remind(house) is None
    assert house.store.evenings.reminders(house.use.evenings.today()) == ()
    assert bool(house.notes.told) == (hold is Hold.DO_NOT_DISTURB)
    house.desktop.hold = None
    assert remind(house) is not None
    assert house.notes.told == []


def test_a_quiet_desktop_is_told_once_and_nothing_private(house):
    half_past_nine(house)
    house.desktop.hold = Hold.DO_NOT_DISTURB
    remind(house)
    remind(house)
    ((title, words),) = house.notes.told
    assert title == "Nearer"
    for private in ("Maya", "Tomas", "appreciat", "talk"):
        assert private not in words
    house.notes.pressed.emit()
    assert house.models.ask_model.props.asking


def test_typing_is_looked_at_again_after_the_gap(house):
    half_past_nine(house)
    house.desktop.hold = Hold.TYPING
    remind(house)
    assert house.reminder._asking._gap.isActive()
    assert house.reminder._asking._gap.interval() == 5000


def test_a_talk_is_not_disturbed(house):
    half_past_nine(house)
    house.sit_down()
    assert remind(house) is None
    house.stop_for_good()
    assert house.use.reminding.due() != ()
    assert remind(house) is not None


def test_only_one_is_there(house):
    half_past_nine(house)
    remind(house)
    house.reminder.remind(Reminder(K.CHECK_IN, house.use.evenings.today()))
    assert house.models.ask_model.reminder.kind is K.APPRECIATION


def test_a_question_goes_when_its_window_ends(house, tonight):
    half_past_nine(house)
    remind(house)
    house.clock.move_wall(89 * 60)
    house.reminder._asking._tick()
    assert house.reminder.open
    house.clock.move_wall(60)
    house.reminder._asking._tick()
    assert not house.reminder.open
    assert house.use.reminding.due() == ()
    half_past_nine(house, days=1)
    assert remind(house) is not None
    assert house.models.ask_model.reminder.evening == tonight + timedelta(days=1)


def test_a_curtain_left_open_overnight_is_tonights_when_somebody_writes(house, evening, tonight):
    evening.click("Yes")
    half_past_nine(house, days=1)
    evening.click("Tomas writes")
    assert not house.models.evening_model.props.asked, "it begins anew first"
    evening.click("Tomas writes")
    evening.paste("You waited.")
    evening.click("Seal it")
    assert house.store.evenings.evening(tonight).given == ()
    assert len(house.store.evenings.evening(tonight + timedelta(days=1)).given) == 1


def test_an_evening_left_open_makes_room_for_the_next(house, evening, tonight):
    evening.click("Yes")
    half_past_nine(house, days=1)
    remind(house)
    assert house.models.ask_model.props.asking
    assert house.models.ask_model.reminder.evening == tonight + timedelta(days=1)


def test_what_was_begun_yesterday_is_there_today(house, evening):
    evening.click("Yes")
    evening.click("Maya writes")
    evening.paste("half a")
    evening.click("Close for now")
    half_past_nine(house, days=1)
    house.open_evening()
    evening.click("Maya writes")
    assert evening.text() == "half a"
    house.type("nd", house.small_window)
    assert evening.text() == "half and"


def test_it_goes_when_they_sit_down(house):
    half_past_nine(house)
    remind(house)
    house.sit_down()
    assert not house.reminder.open
    assert not house.models.ask_model.props.asking


def test_a_sentence_half_written_makes_room_for_a_talk_and_waits(house):
    half_past_nine(house)
    house.open_evening()
    evening = Evening(house)
    evening.click("Maya writes")
    evening.paste("You warmed the c")
    house.sit_down()
    assert house.small_window is None
    assert house.app.props.page == "session"
    house.stop_for_good()
    house.session.clear()
    house.open_evening()
    assert not evening.says("warmed"), "it is hers"
    evening.click("Maya writes")
    assert evening.text() == "You warmed the c"


def test_a_held_talk_in_front_of_them_and_a_breath_are_not_disturbed(house):
    half_past_nine(house)
    house.turn_to("breathe")
    assert remind(house) is None
    house.turn_to("home")
    house.sit_down()
    house.session.leave()
    assert remind(house) is None
    house.frame.hide()
    assert remind(house) is not None


@pytest.mark.parametrize("page", ["home", "notebook", "programme", "settings"])
def test_whoever_uses_nearer_is_invited_at_home_and_in_no_window(house, page):
    house.turn_to(page)
    house.use.couples.choose(Settings())
    later = house.use.couples.couple.since + timedelta(days=20)
    begins = window_of(later, INVITE_AT, house.clock.zone())[0]
    house.clock.move_wall((begins - house.clock.now()).total_seconds())
    assert remind(house) is None
    assert house.use.reminding.due()[0].kind is K.WELCOME
    house.look_away()
    assert remind(house) is not None


def test_the_quiet_moment_comes_to_whoever_looks_at_home(house):
    half_past_nine(house)
    assert remind(house) is not None


def test_a_sense_that_fails_does_not_end_the_reminders(house):
    half_past_nine(house)

    def broken():
        raise IndexError

    house.desktop.look, works = broken, house.desktop.look
    with house.qtbot.captureExceptions() as caught:
        remind(house)
    assert [kind for kind, *_ in caught] == [IndexError], "a bug is reported"
    assert not house.reminder.open, "what cannot be told is not free"
    house.desktop.look = works
    assert remind(house) is not None


def test_a_file_that_cannot_be_read_leaves_the_question_there(house, evening, monkeypatch):
    def locked(evenings, on):
        raise StoreLocked

    monkeypatch.setattr(type(house.store.evenings), "evening", locked)
    evening.click("Yes")
    assert evening.says("A quiet moment?")
    assert evening.says("Another program is using Nearer's file.")
    monkeypatch.undo()
    evening.click("Yes")
    assert evening.says("Maya writes")


def test_a_note_pressed_when_its_window_is_over_opens_home(house):
    half_past_nine(house)
    house.desktop.hold = Hold.DO_NOT_DISTURB
    remind(house)
    house.clock.move_wall(3 * 3600)
    house.turn_to("settings")
    house.notes.pressed.emit()
    assert house.app.props.page == "home"


def test_who_comes_by_themselves_is_not_asked_again(house):
    half_past_nine(house)
    house.open_evening()
    house.reminder._close()
    assert house.use.reminding.due() == ()


def test_closing_is_told_once(house, evening):
    gone = []
    house.reminder.gone.connect(lambda: gone.append(1))
    evening.click("Not tonight")
    assert gone == [1]


def test_what_both_have_opened_is_not_asked_for(house, tonight):
    half_past_nine(house)
    for seat in Seat:
        both = house.use.evenings.give(tonight, seat, None)
    house.use.evenings.reveal(both)
    assert remind(house) is None
    assert house.use.reminding.due() == ()


def test_one_alone_opens_it_at_the_end_and_only_the_giver_is_asked(house, evening):
    evening.click("Yes")
    evening.click("Tomas writes")
    evening.paste("You warmed the car.")
    evening.click("Seal it")
    assert not evening.says("Tomas opens it now")
    evening.click("Close for now")
    house.clock.move_wall(90 * 60)
    house.open_evening()
    assert not evening.says("warmed")
    evening.click("Tomas opens it now")
    assert evening.says("You warmed the car.")
    evening.click("Good night")
    house.wait_for("You warmed the car.")


def test_what_waited_is_shown_as_a_kept_note_the_next_evening(house, evening):
    evening.click("Yes")
    evening.click("Tomas writes")
    evening.paste("You warmed the car.")
    evening.click("Seal it")
    evening.click("Close for now")
    half_past_nine(house, days=1)
    assert remind(house) is not None
    assert not evening.says("warmed")
    evening.click("Yes")
    assert evening.says("From last evening")
    assert evening.says("You warmed the car.")
    evening.click("Go on to tonight")
    assert not evening.says("warmed")
    assert evening.says("Maya writes")
    assert evening.says("Tomas writes")


def test_another_beginning_is_another_sentence(house, evening):
    evening.click("Yes")
    evening.click("Maya writes")
    before = house.models.evening_model.props.stem
    evening.click("Another beginning")
    assert house.models.evening_model.props.stem not in {"", before}
    assert house.models.evening_model.props.stem in {
        s.text for s in house.use.library.programme.stems
    }


@pytest.mark.parametrize("kind", list(ReminderKind))
def test_every_kind_asks_in_words_of_its_own_and_closes(house, kind):
    house.models.ask_model.ask(Reminder(kind, house.use.evenings.today()))
    house.reminder._appear(active=True)
    house.show(house.small_window)
    props = house.models.ask_model.props
    assert len({props.title, props.words, props.yes, props.no}) == 4
    house.focus_on(props.title, house.small_window)
    house.click(props.no, house.small_window)
    assert not house.reminder.open


PAGES = {
    K.APPOINTMENT: "home",
    K.REVIEW: "agreements",
    K.WELCOME: "home",
    K.CHECK_IN: "home",
    K.THEME: "home",
    K.LOOK_BACK: "notebook",
    K.PICK: "activities",
    K.ACTIVITY: "activities",
}


@pytest.mark.parametrize("kind", list(PAGES))
def test_yes_leads_to_where_it_is(house, kind):
    wanted = []
    house.reminder.page.connect(wanted.append)
    house.models.ask_model.ask(Reminder(kind, house.use.evenings.today()))
    house.reminder._appear(active=True)
    house.show(house.small_window)
    house.click(house.models.ask_model.props.yes, house.small_window)
    assert wanted == [PAGES[kind]]
    assert not house.reminder.open
