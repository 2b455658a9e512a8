"""The quiet moment: sealed until both gave, reminded of once."""

from datetime import date, datetime, time, timedelta, timezone

import pytest

from coupleapp.application.evening import Evenings
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Opening
from coupleapp.domain.notebook import TEXT_MAX, EntryKind, TextRefused
from coupleapp.domain.reminders.due import window_of
from tests.application.hands import new_id, write_protected

TONIGHT = date(2026, 11, 23)
TOMORROW = TONIGHT + timedelta(days=1)
AT = time(21, 30)


@pytest.fixture
def evenings(store, clock):
    return Evenings(store.evenings, clock, new_id, lambda: AT)


def move_to(clock, moment):
    clock.move_wall((moment - clock.now()).total_seconds())


def test_one_sentence_stays_sealed(store, evenings):
    evening = evenings.give(TONIGHT, Seat.LEFT, "  You warmed the car.\n")
    assert evening == evenings.evening(TONIGHT)
    assert (evening.complete, evening.open_seats) == (False, (Seat.RIGHT,))
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


def test_one_alone_can_be_opened_at_the_end_by_the_one_who_gave(store, evenings, clock):
    ends = window_of(TONIGHT, AT, clock.zone())[1]
    alone = evenings.give(TONIGHT, Seat.RIGHT, "You waited.")
    move_to(clock, ends - timedelta(seconds=1))
    assert evenings.opening(alone) is Opening.SEALED
    with pytest.raises(ValueError, match="consent"):
        evenings.reveal(alone, Seat.RIGHT)
    move_to(clock, ends)
    assert evenings.opening(alone) is Opening.BY_CONSENT
    for consent in (None, Seat.LEFT):
        with pytest.raises(ValueError, match="consent"):
            evenings.reveal(alone, consent)
    assert store.notebook.page(None, 9) == ()
    shown = evenings.reveal(alone, Seat.RIGHT)
    assert (shown.revealed, shown.open_seats) == (True, ())
    assert [(e.author, e.text) for e in store.notebook.page(None, 9)] == [
        (Seat.RIGHT, "You waited.")
    ]
    with pytest.raises(ValueError, match="opened"):
        evenings.give(TONIGHT, Seat.LEFT, "late")


def test_what_waited_is_a_kept_note_from_the_next_window_on(store, evenings, clock):
    evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
    begins = window_of(TOMORROW, AT, clock.zone())[0]
    move_to(clock, begins - timedelta(seconds=1))
    assert evenings.keep_overdue() == ()
    move_to(clock, begins)
    (kept,) = evenings.keep_overdue()
    assert (kept.author, kept.text, kept.kind) == (
        Seat.LEFT,
        "You warmed the car.",
        EntryKind.APPRECIATION,
    )
    assert kept.written_at == window_of(TONIGHT, AT, clock.zone())[1]
    assert store.notebook.page(None, 9) == (kept,)
    assert evenings.evening(TONIGHT).revealed
    assert evenings.keep_overdue() == ()


def test_both_sealed_and_never_opened_are_kept_too_and_what_was_said_leaves_no_line(
    store, evenings, clock
):
    evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
    evenings.give(TONIGHT, Seat.RIGHT, None)
    assert not evenings.has_kept()
    move_to(clock, window_of(TOMORROW, AT, clock.zone())[0] + timedelta(days=9))
    assert [e.author for e in evenings.keep_overdue()] == [Seat.LEFT]
    assert evenings.has_kept()
    assert store.evenings.sealed() == ()


def test_what_cannot_be_moved_stays_sealed(store, evenings, clock):
    evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
    move_to(clock, window_of(TOMORROW, AT, clock.zone())[0])
    with write_protected(store), pytest.raises(StoreReadOnly):
        evenings.keep_overdue()
    assert store.notebook.page(None, 9) == ()
    assert len(evenings.keep_overdue()) == 1


def test_either_may_be_the_first(evenings):
    first = evenings.give(TONIGHT, Seat.RIGHT, None)
    assert first.open_seats == (Seat.LEFT,)
    assert evenings.give(TONIGHT, Seat.LEFT, None).open_seats == ()


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


def test_what_waits_since_another_evening_is_told_and_tonight_is_not(evenings):
    evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
    assert not evenings.waits_since_before(TONIGHT)
    assert evenings.waits_since_before(TOMORROW)
    evenings.reveal(evenings.give(TONIGHT, Seat.RIGHT, None))
    assert not evenings.waits_since_before(TOMORROW)


class TestADateThatMayBeWrong:
    @pytest.fixture
    def doubtful(self, store, clock):
        return Evenings(store.evenings, clock, new_id, lambda: AT, lambda: False)

    def test_nothing_is_opened_because_time_has_passed(self, store, evenings, doubtful, clock):
        evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
        clock.move_wall(365 * 86_400)
        evening = evenings.evening(TONIGHT)
        assert evenings.opening(evening) is Opening.OVERDUE
        assert doubtful.opening(evening) is Opening.SEALED
        assert doubtful.keep_overdue() == ()
        with pytest.raises(ValueError, match="together"):
            doubtful.reveal(evening, Seat.LEFT)
        clock.move_wall(-365 * 86_400)
        assert evenings.evening(TONIGHT) == evening
        assert store.notebook.page(None, 9) == ()

    def test_both_can_open_what_both_gave(self, evenings, doubtful, clock):
        evenings.give(TONIGHT, Seat.RIGHT, "You laughed with me.")
        evening = evenings.give(TONIGHT, Seat.LEFT, "You warmed the car.")
        clock.move_wall(365 * 86_400)
        assert doubtful.keep_overdue() == ()
        assert doubtful.opening(evening) is Opening.TOGETHER
        assert doubtful.reveal(evening).revealed
