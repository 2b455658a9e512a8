"""The evening's question while the notebook is locked, and what of it counts afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coupleapp.application.locked_evening import LockedEvening, LockedReminding, locked_evening
from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Appreciation
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from coupleapp.store.locked_evening import read_locked_evening, write_locked_evening
from tests.application.test_reminding import Life


@pytest.fixture
def life(store, clock):
    return Life(store, clock)


def locked(life) -> tuple[LockedReminding, list[LockedEvening]]:
    noted: list[LockedEvening] = []
    known = locked_evening(life.couples, life.store.evenings, life.clock)
    return LockedReminding(known, life.clock, noted.append), noted


def test_what_nobody_could_see_is_due_at_once_and_is_noted(life):
    life.go_to(life.at("21:30"))
    asked, noted = locked(life)
    (reminder,) = asked.look().due
    asked.claim(reminder)
    asked.ask_again(reminder)
    assert asked.look().due == (reminder,)
    assert noted[-1] == asked.known


def test_it_asks_at_the_time_they_chose_and_once(life):
    life.go_to(life.at("21:29"))
    asked, noted = locked(life)
    assert asked.look().due == ()
    assert asked.look().look_again == life.at("21:30")
    life.go_to(life.at("21:30"))
    (reminder,) = asked.look().due
    assert reminder.kind is ReminderKind.APPRECIATION
    asked.claim(reminder)
    assert asked.look().due == ()
    assert noted == [asked.known]
    life.go_to(life.at("21:30", days=1))
    assert len(asked.look().due) == 1


def test_later_comes_again_and_not_tonight_does_not(life):
    life.go_to(life.at("21:30"))
    asked, _ = locked(life)
    (reminder,) = asked.look().due
    asked.claim(reminder)
    asked.later(reminder, 15)
    assert asked.look().due == ()
    life.go_to(life.at("21:45"))
    assert asked.look().due == (reminder,)
    asked.let_go(reminder)
    assert asked.look().due == ()


def test_what_was_asked_and_not_answered_when_it_was_locked_is_asked_again(life):
    life.go_to(life.at("21:30"))
    reminder = life.show()
    known = locked_evening(life.couples, life.store.evenings, life.clock, unanswered=reminder)
    assert LockedReminding(known, life.clock, lambda _: None).look().due == (reminder,)
    yesterday = replace(reminder, evening=reminder.evening - timedelta(days=1))
    known = locked_evening(life.couples, life.store.evenings, life.clock, unanswered=yesterday)
    assert LockedReminding(known, life.clock, lambda _: None).look().due == ()


def test_what_was_asked_while_it_was_open_is_not_asked_again(life):
    life.go_to(life.at("21:30"))
    life.show()
    asked, _ = locked(life)
    assert asked.look().due == ()


def test_who_has_begun_by_themselves_is_not_asked(life):
    life.go_to(life.at("21:30"))
    today = life.at("21:30").date()
    life.store.evenings.give(today, Appreciation(Seat.LEFT, "the soup"))
    asked, _ = locked(life)
    assert asked.look().due == ()


@pytest.mark.parametrize("rests", [True, False])
def test_it_rests_with_the_reminders(life, rests):
    if rests:
        life.reminding.rest(3)
    else:
        life.couples.choose(replace(life.couples.settings, evening=None))
    life.go_to(life.at("21:30"))
    asked, _ = locked(life)
    assert asked.look().due == ()


def test_what_was_answered_meanwhile_counts_when_it_is_open_again(life):
    life.go_to(life.at("21:30"))
    asked, _ = locked(life)
    (reminder,) = asked.look().due
    asked.let_go(reminder)
    life.reminding.take_over(asked.known.shown)
    assert life.due() == []


def test_it_is_noted_without_a_word(life, folder):
    life.store.evenings.give(life.at("21:30").date(), Appreciation(Seat.LEFT, "the soup"))
    known = locked_evening(life.couples, life.store.evenings, life.clock)
    write_locked_evening(folder, known)
    assert read_locked_evening(folder) == known
    assert b"soup" not in (folder / "locked-evening.json").read_bytes()
    (folder / "locked-evening.json").write_bytes(b"{")
    assert read_locked_evening(folder) is None
    write_locked_evening(folder, None)
    write_locked_evening(folder, None)
    assert read_locked_evening(folder) is None


def test_of_another_evening_it_knows_nothing(life):
    life.go_to(life.at("21:30"))
    asked, _ = locked(life)
    other = Reminder(ReminderKind.APPRECIATION, life.at("21:30", days=-1).date())
    asked.claim(other)
    assert len(asked.look().due) == 1
