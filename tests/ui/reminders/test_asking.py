"""How a question comes, step by step: the same whether the notebook is open or locked."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from coupleapp.desktop.attention import Hold, Room
from tests.application.hands import write_protected
from tests.ui.lock.hands import with_passphrase
from tests.ui.lock.test_locking import lock, open_with, opened
from tests.ui.reminders.test_small_window import half_past_nine


class Evening:
    """Half past nine, with the notebook open or locked."""

    def __init__(self, house, *, locked: bool) -> None:
        self.house = house
        self.locked = locked
        minute_before = -timedelta(minutes=1) / timedelta(days=1)
        if locked:
            with_passphrase(house)
            half_past_nine(house, days=minute_before)
            lock(house)
            self.controller = house.running._evening
            house.clock.pass_time(60)
        else:
            half_past_nine(house)
            self.controller = house.reminder

    def comes(self):
        """As when it is due, or still due."""
        if self.locked:
            self.controller._reminders.check()
        else:
            for reminder in self.house.use.reminding.due()[:1]:
                self.controller.remind(reminder)
        return self.window

    @property
    def due(self) -> bool:
        asked = self.controller._reminding if self.locked else self.house.use.reminding
        return asked.look().due != ()

    @property
    def window(self):
        return self.controller._small._window

    def waits_out(self) -> None:
        self.house.clock.move_wall(90 * 60)
        self.controller._asking._tick()


@pytest.fixture(params=["open", "locked"])
def evening(house, request):
    return Evening(house, locked=request.param == "locked")


def test_where_a_window_may_be_in_the_way_a_notification_asks_and_a_press_opens(house, evening):
    house.desktop.hold = Hold.UNSURE
    assert evening.comes() is None
    ((title, words),) = house.notes.told
    assert (title, words) == ("Nearer", "A moment for you, whenever it suits.")
    assert evening.comes() is None
    assert len(house.notes.told) == 1, "it comes once"
    house.notes.pressed.emit()
    house.qtbot.waitUntil(evening.window.isActive)
    assert "A quiet moment?" in house.names(evening.window)
    assert house.notes.told == [], "what was pressed is gone"
    house.click("Not tonight", evening.window)
    assert evening.window is None
    assert not evening.due


def test_what_was_not_told_is_not_used_up(house, evening):
    house.desktop.hold = Hold.UNSURE
    house.notes.takes = False
    assert evening.comes() is None
    assert evening.due
    house.notes.takes = True
    evening.comes()
    assert (len(house.notes.told), evening.due) == (1, False)


def test_no_question_pushes_another_away(house):
    half_past_nine(house)
    house.use.plans.make(house.clock.now() + timedelta(minutes=1))
    house.clock.move_wall(60)
    house.desktop.hold = Hold.UNSURE
    weightier, other = house.use.reminding.due()
    house.reminder.remind(weightier)
    house.reminder.remind(other)
    assert house.reminder.ask.reminder == weightier
    assert house.use.reminding.due() == (other,)
    house.notes.answered.emit("no")
    house.reminder.remind(other)
    assert house.reminder.ask.reminder == other


def test_where_nothing_can_be_pressed_home_is_all_and_it_stays_due(house, evening):
    house.desktop.hold = Hold.UNSURE
    house.notes.pressable = False
    assert evening.comes() is None
    assert house.notes.told == []
    assert evening.due
    house.desktop.hold = None
    assert evening.comes() is not None, "an X server that was only slow"


@pytest.mark.parametrize(("name", "minutes"), [("later", 30), ("no", None)])
def test_it_is_answered_without_any_window(house, evening, name, minutes):
    house.desktop.hold = Hold.UNSURE
    evening.comes()
    (answers,) = house.notes.answers
    assert answers == {"later": "In half an hour", "no": "Not now"}
    house.notes.answered.emit(name)
    assert evening.window is None
    assert (house.notes.told, evening.due) == ([], False)
    if minutes is not None:
        house.clock.move_wall(minutes * 60)
        evening.comes()
        assert len(house.notes.told) == 1


def test_unanswered_it_is_taken_back_when_its_time_is_over(house, evening):
    house.desktop.hold = Hold.UNSURE
    evening.comes()
    evening.waits_out()
    assert house.notes.told == []
    house.notes.pressed.emit()
    assert evening.window is None, "an old one in some list leads nowhere"


@pytest.mark.parametrize("hold", [Hold.FULL_SCREEN, Hold.CALL, Hold.TYPING])
def test_what_speaks_against_it_lets_nothing_come(house, evening, hold):
    house.desktop.hold = hold
    assert evening.comes() is None
    assert house.notes.told == []
    assert evening.due
    assert evening.controller._asking._gap.isActive() is (hold is Hold.TYPING)


def test_a_quiet_desktop_has_it_in_its_list_and_a_window_comes_after_it(house, evening):
    house.desktop.hold = Hold.DO_NOT_DISTURB
    assert evening.comes() is None
    assert len(house.notes.told) == 1
    house.desktop.hold = None
    window = evening.comes()
    assert window is not None
    assert not window.isActive()
    assert house.notes.told == []


def test_no_window_comes_where_no_free_screen_is_known(house, evening, monkeypatch):
    theirs = QGuiApplication.primaryScreen()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [theirs, theirs])
    monkeypatch.setattr(house.desktop, "look", lambda: Room(("another",)))
    assert evening.comes() is None
    assert evening.due
    monkeypatch.setattr(house.desktop, "look", lambda: Room((theirs.name(),)))
    assert evening.comes() is not None


def test_an_answer_that_cannot_be_kept_is_said_in_a_window(house):
    evening = Evening(house, locked=False)
    house.desktop.hold = Hold.UNSURE
    evening.comes()
    with write_protected(house.store):
        house.notes.answered.emit("later")
    house.wait_for("Nearer may not write to its folder.", evening.window)
    house.click("Not tonight", evening.window)
    assert not evening.due


@pytest.mark.parametrize("hold", [Hold.UNSURE, Hold.DO_NOT_DISTURB])
def test_a_talk_takes_back_what_was_told(house, hold):
    evening = Evening(house, locked=False)
    house.desktop.hold = hold
    evening.comes()
    assert len(house.notes.told) == 1
    house.sit_down()
    assert house.notes.told == []
    house.notes.pressed.emit()
    assert evening.window is None


@pytest.mark.parametrize("name", ["later", "no"])
def test_an_answer_of_the_next_morning_counts_no_more(house, evening, name):
    house.desktop.hold = Hold.DO_NOT_DISTURB
    evening.comes()
    house.clock.move_wall(10.5 * 3600)
    house.notes.answered.emit(name)
    house.clock.move_wall(1800)
    assert house.notes.told == []
    assert (evening.comes(), evening.due) == (None, False)


def test_what_the_desktop_answers_into_a_talk_is_not_told(house, monkeypatch):
    evening = Evening(house, locked=False)
    house.desktop.hold = Hold.DO_NOT_DISTURB
    slow = []
    monkeypatch.setattr(evening.controller._asking, "_aside", slow.append)
    evening.comes()
    house.sit_down()
    (answer,) = slow
    answer()
    assert house.notes.told == []


def test_an_unanswered_question_is_asked_again_when_the_notebook_locks(house):
    with_passphrase(house)
    evening = Evening(house, locked=False)
    assert evening.comes() is not None
    lock(house)
    (window,) = [w for w in house.windows_shown() if w is not house.frame]
    assert "A quiet moment?" in house.names(window)
    house.click("Not tonight", window)
    open_with(house)
    opened(house)
    assert house.use.reminding.due() == ()
