"""The quiet moment: sealed until both gave, reminded of once."""

from datetime import date, datetime, timedelta, timezone

import pytest

from coupleapp.application.evening import Evenings
from coupleapp.application.ports import StoreError, StoreReadOnly
from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TEXT_MAX, EntryKind, TextRefused
from coupleapp.domain.rituals import SNOOZE, Reminder, ReminderKind, due
from tests.application.hands import new_id, write_protected

TONIGHT = date(2026, 11, 23)
REMINDER = Reminder(ReminderKind.APPRECIATION, TONIGHT)


@pytest.fixture
def evenings(store, clock):
    return Evenings(store.evenings, clock, new_id)


def test_one_sentence_stays_sealed(store, evenings):
    evening = evenings.give(TONIGHT, Seat.LEFT, "  You warmed the car.\n")
    assert evening == evenings.evening(TONIGHT)
    assert (evening.complete, evening.next_seat) == (False, Seat.RIGHT)
    with pytest.raises(ValueError, match="together"):
        evenings.reveal(evening)
    assert store.notebook.page(None, 9) == ()
    assert not evenings.evening(TONIGHT).revealed


def test_both_are_shown_together_and_kept(store, evenings, clock):
    evenings.give(TONIGHT, Seat.RIGHT, "You laughed with me.")
    evening = evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
    shown = evenings.reveal(evening)
    assert {a.seat: a.text for a in shown.given} == {
        Seat.LEFT: "You warmed the car.",
        Seat.RIGHT: "You laughed with me.",
    }
    kept = store.notebook.page(None, 9)
    assert {(e.author, e.text, e.kind) for e in kept} == {
        (Seat.LEFT, "You warmed the car.", EntryKind.APPRECIATION),
        (Seat.RIGHT, "You laughed with me.", EntryKind.APPRECIATION),
    }
    again = evenings.evening(TONIGHT)
    assert again.revealed
    evenings.reveal(again)
    assert len(store.notebook.page(None, 9)) == 2


def test_what_was_said_aloud_leaves_no_line(store, evenings):
    evenings.give(TONIGHT, Seat.LEFT, None)
    evenings.reveal(evenings.give(TONIGHT, Seat.RIGHT, None))
    assert evenings.evening(TONIGHT).revealed
    assert store.notebook.page(None, 9) == ()


def test_a_second_sentence_is_refused(evenings):
    evenings.give(TONIGHT, Seat.LEFT, "one")
    with pytest.raises(ValueError, match="once"):
        evenings.give(TONIGHT, Seat.LEFT, "two")
    assert [a.text for a in evenings.evening(TONIGHT).given] == ["one"]


@pytest.mark.parametrize("text", ["", " \n ", "x" * (TEXT_MAX + 1)])
def test_a_refused_sentence_changes_nothing(evenings, text):
    with pytest.raises(TextRefused):
        evenings.give(TONIGHT, Seat.LEFT, text)
    assert evenings.evening(TONIGHT).given == ()
    assert evenings.give(TONIGHT, Seat.LEFT, "x" * TEXT_MAX).given[0].text == "x" * TEXT_MAX


def test_what_cannot_be_kept_stays_sealed(store, evenings):
    with write_protected(store), pytest.raises(StoreReadOnly):
        evenings.give(TONIGHT, Seat.LEFT, "one")
    evenings.give(TONIGHT, Seat.LEFT, "one")
    both = evenings.give(TONIGHT, Seat.RIGHT, "two")
    with write_protected(store), pytest.raises(StoreReadOnly):
        evenings.reveal(both)
    assert not evenings.evening(TONIGHT).revealed
    assert store.notebook.page(None, 9) == ()
    assert [a.text for a in evenings.evening(TONIGHT).given] == ["one", "two"]


def test_a_reminder_is_claimed_once(store, evenings, clock):
    assert evenings.claim(REMINDER)
    assert not evenings.claim(REMINDER)
    another_window = Evenings(store.evenings, clock, new_id)
    assert not another_window.claim(REMINDER)
    assert evenings.claim(Reminder(ReminderKind.APPRECIATION, TONIGHT + timedelta(days=1)))


def test_a_reminder_that_cannot_be_claimed_is_not_shown(store, evenings):
    with write_protected(store), pytest.raises(StoreError):
        evenings.claim(REMINDER)
    assert evenings.claim(REMINDER)


def asked_for(evenings, clock) -> tuple:
    at = (clock.now() + timedelta(minutes=1)).time()
    return due(clock.now(), clock.zone(), at, evenings.history(TONIGHT - timedelta(days=2)))


def test_later_is_half_an_hour_and_once_again(evenings, clock):
    assert evenings.claim(REMINDER)
    evenings.later(REMINDER)
    assert asked_for(evenings, clock) == ()
    clock.pass_time(SNOOZE.total_seconds())
    assert asked_for(evenings, clock) == (REMINDER,)
    assert evenings.claim(REMINDER)
    assert not evenings.claim(REMINDER)
    assert asked_for(evenings, clock) == ()
    (shown,) = evenings.history(TONIGHT)
    assert shown.shown_at == clock.now() - SNOOZE


def test_not_tonight_takes_a_promise_back(evenings, clock):
    assert evenings.claim(REMINDER)
    evenings.later(REMINDER)
    evenings.not_tonight(REMINDER.kind, TONIGHT)
    clock.pass_time(SNOOZE.total_seconds())
    assert asked_for(evenings, clock) == ()
    assert not evenings.claim(REMINDER)


def test_not_tonight_before_it_came_lets_it_rest(evenings):
    evenings.not_tonight(REMINDER.kind, TONIGHT)
    assert not evenings.claim(REMINDER)


@pytest.mark.parametrize(
    ("local", "evening"),
    [
        ("2026-11-23T04:00", "2026-11-23"),
        ("2026-11-23T23:59", "2026-11-23"),
        ("2026-11-24T00:00", "2026-11-23"),
        ("2026-11-24T03:59", "2026-11-23"),
        ("2026-11-24T04:00", "2026-11-24"),
    ],
)
def test_the_small_hours_belong_to_the_evening_before(store, clock, local, evening):
    zone = timezone(timedelta(hours=9))
    at = datetime.fromisoformat(local).replace(tzinfo=zone)
    clock.zone = lambda: zone
    clock.move_wall((at - clock.now()).total_seconds())
    assert Evenings(store.evenings, clock, new_id).today().isoformat() == evening
