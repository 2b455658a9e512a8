"""What they have promised each other comes at its time, before anything else, and once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.reminders.due import EARLY, LAST_CALL, WINDOW, due, next_moment, upcoming
from coupleapp.domain.reminders.kinds import (
    INVITATIONS,
    PROMISES,
    Promise,
    Reminder,
    ReminderKind,
    ShownReminder,
    Standing,
)
from coupleapp.domain.settings import Settings
from tests.domain.reminders.reminding import (
    BERLIN,
    DAY,
    LATER,
    MINUTE,
    NEW,
    SILENT,
    Couple,
    berlin,
)

K = ReminderKind
DAY_OF_IT = date(2026, 6, 10)
SIX = berlin(10, 18)


def agreed(*moments: datetime, kind: ReminderKind = K.APPOINTMENT) -> Standing:
    return replace(NEW, promises=tuple(Promise(kind, at) for at in moments))


def come(kind: ReminderKind, at: datetime) -> Reminder:
    return Reminder(kind, at.astimezone(BERLIN).date(), at)


def again(kind: ReminderKind, on: date = DAY_OF_IT) -> Reminder:
    return Reminder(kind, on)


def test_only_a_promise_has_a_moment() -> None:
    for kind in ReminderKind:
        if kind in PROMISES:
            Promise(kind, SIX)
        else:
            with pytest.raises(ValueError, match="no promise"):
                Promise(kind, SIX)


@pytest.mark.parametrize("kind", sorted(PROMISES))
def test_it_is_due_for_ninety_minutes_and_comes_once(kind: ReminderKind) -> None:
    standing = agreed(SIX, kind=kind)
    assert due(SIX - MINUTE, BERLIN, SILENT, standing) == ()
    assert due(SIX, BERLIN, SILENT, standing) == (come(kind, SIX),)
    assert due(SIX + WINDOW - MINUTE, BERLIN, SILENT, standing) == (come(kind, SIX),)
    assert due(SIX + WINDOW, BERLIN, SILENT, standing) == ()
    couple = Couple(BERLIN, SILENT, standing)
    couple.look_every_minute(SIX - 30 * MINUTE, SIX + 2 * WINDOW)
    assert couple.seen == [(SIX, come(kind, SIX))]


def test_it_comes_once_when_the_clock_is_set_back() -> None:
    couple = Couple(BERLIN, SILENT, agreed(SIX, SIX + 20 * MINUTE))
    couple.look_every_minute(SIX, SIX + WINDOW)
    couple.look_every_minute(SIX - WINDOW, SIX + 2 * WINDOW)
    assert [moment for moment, _ in couple.seen] == [SIX, SIX + 20 * MINUTE]


def test_a_clock_set_back_behind_two_does_not_bring_the_first_after_the_second() -> None:
    second = SIX + WINDOW + 15 * MINUTE
    couple = Couple(BERLIN, SILENT, agreed(SIX, second))
    couple.look_every_minute(second, second + 10 * MINUTE)
    couple.look_every_minute(SIX, second + WINDOW)
    assert couple.seen == [(second, come(K.APPOINTMENT, second))]


def test_its_window_goes_on_over_midnight() -> None:
    late = berlin(10, 23, 30)
    after = late + 75 * MINUTE
    assert after.astimezone(BERLIN).date() == DAY_OF_IT + DAY
    assert due(after, BERLIN, SILENT, agreed(late)) == (come(K.APPOINTMENT, late),)


def test_a_moment_is_a_moment_in_whatever_zone_it_was_written() -> None:
    """When clocks go back: the second half past two of that night."""
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    couple = Couple(BERLIN, SILENT, agreed(second))
    midnight = berlin(25, 0, month=10)
    couple.look_when_told(midnight, midnight + DAY)
    assert [moment for moment, _ in couple.seen] == [midnight + 3.5 * timedelta(hours=1)]
    assert next_moment(midnight, BERLIN, SILENT, agreed(second)) == second.astimezone(UTC)
    first = agreed(second.replace(fold=0))
    couple = Couple(BERLIN, SILENT, first)
    couple.look_every_minute(midnight + 4 * timedelta(hours=1), midnight + DAY)
    assert couple.seen == [], "ninety minutes from the first half past two are over by three"


def test_two_on_one_date_both_come() -> None:
    couple = Couple(BERLIN, SILENT, agreed(SIX, SIX + 45 * MINUTE))
    couple.look_when_told(SIX - DAY, SIX + DAY)
    assert [moment for moment, _ in couple.seen] == [SIX, SIX + 45 * MINUTE]


def test_of_two_that_both_wait_the_later_one_comes_alone() -> None:
    eight = SIX + 45 * MINUTE
    couple = Couple(BERLIN, SILENT, agreed(eight, SIX))
    couple.look_every_minute(SIX + 60 * MINUTE, SIX + 3 * WINDOW)
    assert [reminder for _, reminder in couple.seen] == [come(K.APPOINTMENT, eight)]


def test_the_second_goes_before_the_first_that_was_put_off() -> None:
    second = SIX + LATER
    shown = ShownReminder(K.APPOINTMENT, DAY_OF_IT, SIX, second)
    couple = Couple(BERLIN, SILENT, replace(agreed(SIX, second), shown=(shown,)))
    couple.look_every_minute(SIX, SIX + 2 * WINDOW)
    assert couple.seen == [(second, come(K.APPOINTMENT, second))]


# -- put off


@pytest.mark.parametrize("kind", sorted(PROMISES))
def test_put_off_it_comes_again_even_after_its_window(kind: ReminderKind) -> None:
    late = SIX + WINDOW + MINUTE
    shown = ShownReminder(kind, DAY_OF_IT, SIX, late)
    standing = replace(agreed(SIX, kind=kind), shown=(shown,))
    assert due(late - MINUTE, BERLIN, SILENT, standing) == ()
    assert due(late, BERLIN, SILENT, standing) == (again(kind),)
    assert due(late + LAST_CALL, BERLIN, SILENT, standing) == ()


def test_moved_while_it_was_put_off_it_comes_at_its_new_time_only() -> None:
    moved = SIX + 3 * WINDOW
    shown = ShownReminder(K.APPOINTMENT, DAY_OF_IT, SIX, SIX + LATER)
    couple = Couple(BERLIN, SILENT, replace(agreed(moved), shown=(shown,)))
    couple.look_every_minute(SIX, moved + 2 * WINDOW)
    assert couple.seen == [(moved, come(K.APPOINTMENT, moved))]


def test_let_go_while_it_was_put_off_it_stays_away() -> None:
    """Though another one of its kind was there the day before."""
    shown = ShownReminder(K.RITUAL, DAY_OF_IT, SIX, SIX + LATER)
    standing = replace(agreed(SIX - DAY, kind=K.RITUAL), shown=(shown,))
    assert due(SIX + LATER, BERLIN, SILENT, standing) == ()


# -- kept


@pytest.mark.parametrize(
    ("sat_down", "kept"),
    [
        (SIX - EARLY - MINUTE, False),
        (SIX - EARLY, True),
        (SIX - MINUTE, True),
        (SIX, True),
        (SIX + 10 * MINUTE, True),
    ],
)
def test_who_sits_down_up_to_an_hour_early_has_kept_it(sat_down: datetime, *, kept: bool) -> None:
    standing = replace(agreed(SIX), last_session=sat_down)
    expected = () if kept else (come(K.APPOINTMENT, SIX),)
    assert due(SIX + 20 * MINUTE, BERLIN, SILENT, standing) == expected
    put_off = ShownReminder(K.APPOINTMENT, DAY_OF_IT, SIX, SIX + LATER)
    standing = replace(standing, shown=(put_off,))
    expected = () if kept else (again(K.APPOINTMENT),)
    assert due(SIX + LATER, BERLIN, SILENT, standing) == expected


@pytest.mark.parametrize("kind", sorted(PROMISES - {K.APPOINTMENT}))
def test_a_talk_keeps_no_other_promise(kind: ReminderKind) -> None:
    standing = replace(agreed(SIX, kind=kind), last_session=SIX - MINUTE)
    assert due(SIX, BERLIN, SILENT, standing) == (come(kind, SIX),)


# -- a clock that was wrong


def test_a_clock_that_was_a_year_ahead_silences_nothing() -> None:
    weekly = Settings(evening=None, invite_at=time(18, 30), invites=1)
    wrong = SIX + 364 * DAY
    shown = (
        ShownReminder(K.RITUAL, DAY_OF_IT + 364 * DAY, wrong),
        ShownReminder(K.APPRECIATION, DAY_OF_IT + 364 * DAY, wrong),
    )
    standing = replace(agreed(SIX, kind=K.RITUAL), shown=shown)
    assert due(SIX, BERLIN, SILENT, standing) == (come(K.RITUAL, SIX),)
    pick = replace(NEW, needs_pick=True, shown=shown)
    assert due(berlin(10, 18, 30), BERLIN, weekly, pick) == (again(K.PICK),)


# -- precedence


EVERYTHING = replace(
    NEW,
    promises=tuple(Promise(kind, SIX) for kind in PROMISES),
    theme_since=date(2026, 6, 8),
    check_in_on=DAY_OF_IT,
    reviews=(DAY_OF_IT,),
    needs_pick=True,
    has_lines=True,
    last_together=berlin(9, 12),
)
ALL_AT_SIX = Settings(evening=time(18), invite_at=time(18), invites=2)


def test_promises_go_before_the_appreciation_and_that_before_an_invitation() -> None:
    kinds = [reminder.kind for reminder in due(SIX, BERLIN, ALL_AT_SIX, EVERYTHING)]
    assert kinds == [
        K.RETURN,
        K.APPOINTMENT,
        K.ACTIVITY,
        K.RITUAL,
        K.APPRECIATION,
        K.REVIEW,
    ]


def test_they_come_one_by_one_each_once_and_the_invitation_half_an_hour_apart() -> None:
    couple = Couple(BERLIN, ALL_AT_SIX, EVERYTHING)
    couple.look_when_told(SIX, SIX + 5 * timedelta(hours=1))
    assert [reminder.kind for _, reminder in couple.seen] == [
        *(kind for kind in ReminderKind if kind in PROMISES),
        K.APPRECIATION,
        K.REVIEW,
    ]
    assert [moment for moment, _ in couple.seen] == [SIX] * 5 + [SIX + 30 * MINUTE]


@given(st.permutations(tuple(PROMISES)), st.integers(0, 89))
def test_the_order_of_promises_does_not_matter(kinds: list[ReminderKind], minute: int) -> None:
    standing = replace(NEW, promises=tuple(Promise(kind, SIX) for kind in kinds))
    found = due(SIX + minute * MINUTE, BERLIN, SILENT, standing)
    assert [reminder.kind for reminder in found] == [K.RETURN, K.APPOINTMENT, K.ACTIVITY, K.RITUAL]


def test_every_kind_is_a_promise_or_an_invitation_but_for_the_appreciation() -> None:
    assert {*PROMISES, *INVITATIONS, K.APPRECIATION} == set(ReminderKind)
    assert not PROMISES & set(INVITATIONS)


# -- rest


def test_promises_rest_and_come_back_on_the_last_day_of_the_rest() -> None:
    days = [SIX + n * DAY for n in range(4)]
    settings = replace(SILENT, rest_until=DAY_OF_IT + 2 * DAY)
    couple = Couple(BERLIN, settings, agreed(*days, kind=K.RITUAL))
    couple.look_when_told(SIX - DAY, SIX + 5 * DAY)
    assert [moment for moment, _ in couple.seen] == days[2:]


def test_of_two_around_midnight_only_the_one_after_the_rest_comes() -> None:
    before, after = berlin(10, 23, 50), berlin(11, 0, 10)
    settings = replace(SILENT, rest_until=DAY_OF_IT + DAY)
    couple = Couple(BERLIN, settings, agreed(before, after, kind=K.RITUAL))
    couple.look_every_minute(before, before + 3 * WINDOW)
    assert couple.seen == [(after, come(K.RITUAL, after))]


def test_a_promise_that_was_put_off_rests_too() -> None:
    shown = ShownReminder(K.RETURN, DAY_OF_IT, SIX, SIX + LATER)
    standing = replace(agreed(SIX, kind=K.RETURN), shown=(shown,))
    resting = replace(SILENT, rest_until=DAY_OF_IT + DAY)
    assert due(SIX + LATER, BERLIN, SILENT, standing) == (again(K.RETURN),)
    assert due(SIX + LATER, BERLIN, resting, standing) == ()


def test_one_that_was_moved_on_the_same_day_comes_again_and_then_the_next() -> None:
    """What was shown before its time was moved is no reason to leave it out."""
    before = ShownReminder(K.RETURN, DAY_OF_IT, SIX - 2 * LATER)
    standing = replace(agreed(SIX, kind=K.RETURN), shown=(before,))
    assert upcoming(SIX - LATER, BERLIN, SILENT, standing, 3) == ((SIX, come(K.RETURN, SIX)),)
