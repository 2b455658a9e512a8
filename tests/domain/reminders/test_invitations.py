"""Few invitations a week, each occasion once, no backlog after quiet days."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import APART, AWAY_DAYS, LOOK_BACK_DAYS
from coupleapp.domain.reminders.due import LAST_CALL, WINDOW, due
from coupleapp.domain.reminders.invitations import open_on, quiet_days, unasked_on
from coupleapp.domain.reminders.kinds import (
    INVITATIONS,
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
    FIRST_DAY,
    LATER,
    MINUTE,
    NEW,
    WEEKLY,
    Couple,
    berlin,
)

K = ReminderKind
WEEK = 7 * DAY
HALF_PAST_SIX = berlin(10, 18, 30)
WEDNESDAY = date(2026, 6, 10)
BUSY = replace(NEW, last_together=berlin(30, 12, month=12))
"""Something with Nearer every day, so that no day of the year is a quiet one."""

MUCH = replace(
    BUSY,
    theme_since=date(2026, 6, 8),
    check_in_on=date(2026, 6, 3),
    reviews=(date(2026, 6, 4),),
    needs_pick=True,
)


def asked(kind: ReminderKind, on: date) -> ShownReminder:
    return ShownReminder(kind, on, datetime.combine(on, time(18, 30), tzinfo=BERLIN))


def weeks(
    standing: Standing,
    settings: Settings = WEEKLY,
    *,
    days: int = 7,
    begins: date = FIRST_DAY + WEEK,
) -> list[tuple[date, ReminderKind]]:
    couple = Couple(BERLIN, settings, standing)
    start = datetime.combine(begins, time(0), tzinfo=BERLIN)
    couple.look_when_told(start, start + days * DAY)
    return [(reminder.evening, reminder.kind) for _, reminder in couple.seen]


def kinds(found: Iterable[tuple[date, ReminderKind]]) -> list[ReminderKind]:
    return [kind for _, kind in found]


# -- how many, and when


@pytest.mark.parametrize("invites", [0, 1, 2])
def test_no_more_in_a_week_than_they_like(invites: int) -> None:
    found = weeks(MUCH, replace(WEEKLY, invites=invites), days=21)
    # The theme of the first of these weeks is no longer new in the later ones.
    assert (
        kinds(found)
        == {
            0: [],
            1: [K.REVIEW, K.CHECK_IN, K.PICK],
            2: [K.REVIEW, K.CHECK_IN, K.PICK, K.PICK],
        }[invites]
    )
    assert {monday_of(evening) for evening, _ in found} <= {FIRST_DAY + n * WEEK for n in (1, 2, 3)}
    assert len({evening for evening, _ in found}) == len(found), "one a day"


def test_an_invitation_comes_at_its_time_for_ninety_minutes() -> None:
    expected = (Reminder(K.REVIEW, WEDNESDAY),)
    assert due(HALF_PAST_SIX - MINUTE, BERLIN, WEEKLY, MUCH) == ()
    assert due(HALF_PAST_SIX, BERLIN, WEEKLY, MUCH) == expected
    assert due(HALF_PAST_SIX + WINDOW - MINUTE, BERLIN, WEEKLY, MUCH) == expected
    assert due(HALF_PAST_SIX + WINDOW, BERLIN, WEEKLY, MUCH) == ()


def test_switched_off_nothing_is_invited_to() -> None:
    assert weeks(MUCH, replace(WEEKLY, invite_at=None), days=21) == []


def test_fewer_from_now_on_counts_this_week_too() -> None:
    standing = replace(MUCH, shown=(asked(K.REVIEW, date(2026, 6, 8)),))
    assert due(HALF_PAST_SIX, BERLIN, WEEKLY, standing) == ()
    twice = replace(WEEKLY, invites=2)
    assert due(HALF_PAST_SIX, BERLIN, twice, standing) == (Reminder(K.CHECK_IN, WEDNESDAY),)


def test_an_invitation_keeps_apart_from_whatever_came_before() -> None:
    before = ShownReminder(K.RITUAL, WEDNESDAY, HALF_PAST_SIX - 10 * MINUTE)
    free = before.shown_at + APART
    standing = replace(MUCH, shown=(before,))
    assert due(free - MINUTE, BERLIN, WEEKLY, standing) == ()
    assert due(free, BERLIN, WEEKLY, standing) == (Reminder(K.REVIEW, WEDNESDAY),)
    couple = Couple(BERLIN, WEEKLY, standing)
    couple.look_when_told(HALF_PAST_SIX - MINUTE, HALF_PAST_SIX + DAY)
    assert couple.seen == [(free, Reminder(K.REVIEW, WEDNESDAY))]


def test_an_invitation_in_the_small_hours_belongs_to_the_week_of_its_evening() -> None:
    settings = replace(WEEKLY, invite_at=time(0, 30))
    assert weeks(MUCH, settings) == [
        (FIRST_DAY + WEEK - DAY, K.REVIEW),
        (date(2026, 6, 8), K.CHECK_IN),
    ]


def test_invitations_rest() -> None:
    settings = replace(WEEKLY, rest_until=date(2026, 6, 12))
    assert weeks(MUCH, settings) == [(date(2026, 6, 12), K.REVIEW)]


# -- put off


def test_put_off_it_comes_again() -> None:
    row = replace(asked(K.REVIEW, WEDNESDAY), again_at=HALF_PAST_SIX + 2 * WINDOW)
    standing = replace(MUCH, shown=(row,))
    expected = (Reminder(K.REVIEW, WEDNESDAY),)
    assert due(row.again_at - MINUTE, BERLIN, WEEKLY, standing) == ()
    assert due(row.again_at, BERLIN, WEEKLY, standing) == expected
    assert due(row.again_at + LAST_CALL, BERLIN, WEEKLY, standing) == ()
    couple = Couple(BERLIN, WEEKLY, standing)
    couple.look_when_told(HALF_PAST_SIX, HALF_PAST_SIX + 4 * DAY)
    assert couple.seen == [(row.again_at, *expected)]


@pytest.mark.parametrize(
    "off", [replace(WEEKLY, invite_at=None), replace(WEEKLY, invites=0)], ids=["no time", "none"]
)
def test_put_off_it_stays_away_when_invitations_were_switched_off(off: Settings) -> None:
    row = replace(asked(K.REVIEW, WEDNESDAY), again_at=HALF_PAST_SIX + LATER)
    assert due(HALF_PAST_SIX + LATER, BERLIN, off, replace(MUCH, shown=(row,))) == ()


@pytest.mark.parametrize(
    ("kind", "done"),
    [
        (K.WELCOME, replace(NEW, last_together=HALF_PAST_SIX + 25 * MINUTE)),
        (K.REVIEW, replace(MUCH, reviews=())),
        (K.CHECK_IN, replace(MUCH, check_in_on=date(2026, 7, 3))),
        (K.PICK, replace(MUCH, needs_pick=False)),
    ],
)
def test_put_off_it_stays_away_when_it_was_done_in_the_meantime(
    kind: ReminderKind, done: Standing
) -> None:
    row = replace(asked(kind, WEDNESDAY), again_at=HALF_PAST_SIX + LATER)
    quiet = replace(NEW, since=WEDNESDAY - AWAY_DAYS * DAY)
    before = quiet if kind is K.WELCOME else MUCH
    for standing, expected in ((before, (Reminder(kind, WEDNESDAY),)), (done, ())):
        shown = replace(standing, shown=(row,))
        assert due(HALF_PAST_SIX + LATER, BERLIN, WEEKLY, shown) == expected


# -- each occasion


@pytest.mark.parametrize(
    ("standing", "kind", "opens"),
    [
        (replace(BUSY, reviews=(date(2026, 6, 10),)), K.REVIEW, date(2026, 6, 10)),
        (replace(BUSY, check_in_on=date(2026, 7, 1)), K.CHECK_IN, date(2026, 7, 1)),
        (replace(BUSY, has_lines=True), K.LOOK_BACK, FIRST_DAY + LOOK_BACK_DAYS * DAY),
        (replace(BUSY, theme_since=date(2026, 6, 15)), K.THEME, date(2026, 6, 15)),
    ],
)
def test_an_occasion_opens_on_its_day_and_asks_once(
    standing: Standing, kind: ReminderKind, opens: date
) -> None:
    assert open_on(opens - DAY, BERLIN, standing) == ()
    assert open_on(opens, BERLIN, standing) == (kind,)
    assert (
        weeks(standing, days=27) + weeks(standing, days=27, begins=opens)[:1] == [(opens, kind)] * 2
    )


def test_the_most_important_goes_first() -> None:
    standing = replace(MUCH, since=FIRST_DAY - 40 * DAY, has_lines=True)
    assert open_on(WEDNESDAY, BERLIN, standing) == INVITATIONS[1:]
    assert INVITATIONS == (K.WELCOME, K.REVIEW, K.CHECK_IN, K.PICK, K.LOOK_BACK, K.THEME)


def test_what_was_asked_stays_open_on_home_until_it_is_done() -> None:
    row = asked(K.CHECK_IN, date(2026, 6, 3))
    standing = replace(BUSY, check_in_on=date(2026, 6, 3), shown=(row,))
    for day in (date(2026, 6, 3), date(2026, 6, 30)):
        assert open_on(day, BERLIN, standing) == (K.CHECK_IN,)
        assert unasked_on(day, BERLIN, standing) == ()
    done = replace(standing, check_in_on=date(2026, 7, 3))
    assert open_on(date(2026, 6, 30), BERLIN, done) == ()
    assert unasked_on(date(2026, 7, 3), BERLIN, done) == (K.CHECK_IN,)


def test_every_review_asks_once_and_two_that_wait_ask_together() -> None:
    apart = replace(BUSY, reviews=(date(2026, 6, 9), date(2026, 6, 17)))
    assert weeks(apart, days=28) == [(date(2026, 6, 9), K.REVIEW), (date(2026, 6, 17), K.REVIEW)]
    both = replace(BUSY, reviews=(date(2026, 6, 2), date(2026, 6, 4)))
    assert weeks(both, days=28) == [(date(2026, 6, 8), K.REVIEW)]


def test_picking_asks_once_a_week_while_there_is_nothing_picked() -> None:
    standing = replace(BUSY, needs_pick=True)
    mondays = [FIRST_DAY + n * WEEK for n in (1, 2, 3)]
    assert weeks(standing, days=21) == [(monday, K.PICK) for monday in mondays]
    assert weeks(standing, replace(WEEKLY, invites=2), days=21) == weeks(standing, days=21)
    assert weeks(BUSY, days=21) == []


# -- the welcome


def test_after_two_quiet_weeks_it_is_the_welcome_and_nothing_else() -> None:
    last = berlin(9, 22)
    standing = replace(MUCH, last_together=last, has_lines=True)
    back = date(2026, 6, 9) + AWAY_DAYS * DAY
    assert quiet_days(back, BERLIN, standing) == AWAY_DAYS == 14
    assert K.WELCOME not in open_on(back - DAY, BERLIN, standing)
    assert open_on(back, BERLIN, standing) == (K.WELCOME,)
    assert open_on(back + 300 * DAY, BERLIN, standing) == (K.WELCOME,)


def test_one_welcome_for_each_gap_and_none_follows() -> None:
    standing = replace(MUCH, last_together=berlin(9, 22))
    begins = date(2026, 6, 23)
    assert weeks(standing, days=200, begins=begins) == [(begins, K.WELCOME)]
    # They came that very evening, and stayed away again.
    row = asked(K.WELCOME, begins)
    later = replace(standing, last_together=berlin(23, 20), shown=(row,))
    assert K.WELCOME not in open_on(date(2026, 7, 6), BERLIN, later)
    assert weeks(later, days=200, begins=date(2026, 7, 7)) == [(date(2026, 7, 7), K.WELCOME)]


def test_a_look_at_an_agreement_on_the_day_they_chose_comes_in_place_of_the_welcome() -> None:
    """A trial is as long as the quiet days after which one is welcomed."""
    chosen = date(2026, 6, 9) + AWAY_DAYS * DAY
    standing = replace(MUCH, last_together=berlin(9, 22), reviews=(chosen,))
    assert open_on(chosen, BERLIN, standing) == (K.REVIEW,)
    assert open_on(chosen + (AWAY_DAYS - 1) * DAY, BERLIN, standing) == (K.REVIEW,)
    gone = chosen + AWAY_DAYS * DAY
    assert open_on(gone, BERLIN, standing) == (K.WELCOME,), "later it is a backlog, too"
    found = weeks(standing, days=200, begins=chosen)
    assert found == [(chosen, K.REVIEW), (gone, K.WELCOME)]


def test_who_has_only_set_it_up_is_welcomed_after_two_weeks() -> None:
    found = weeks(NEW, days=60)
    assert found == [(FIRST_DAY + AWAY_DAYS * DAY, K.WELCOME)]


def test_quiet_days_are_those_of_their_own_calendar() -> None:
    """Half an hour before midnight in Berlin is another day than in UTC."""
    standing = replace(NEW, last_together=berlin(10, 0, 30))
    assert quiet_days(date(2026, 6, 24), BERLIN, standing) == 14
    assert quiet_days(date(2026, 6, 10), BERLIN, standing) == 0


# -- looking back, and the theme


def test_looking_back_comes_every_four_weeks() -> None:
    standing = replace(BUSY, has_lines=True)
    first = FIRST_DAY + LOOK_BACK_DAYS * DAY
    assert weeks(standing, days=90) == [
        (first + n * LOOK_BACK_DAYS * DAY, K.LOOK_BACK) for n in range(3)
    ]
    assert weeks(BUSY, days=90) == []


def test_looking_back_stays_on_home_for_a_week() -> None:
    first = FIRST_DAY + LOOK_BACK_DAYS * DAY
    on = first + 2 * DAY
    standing = replace(BUSY, has_lines=True, shown=(asked(K.LOOK_BACK, on),))
    for days in range(7):
        assert open_on(on + days * DAY, BERLIN, standing) == (K.LOOK_BACK,)
        assert unasked_on(on + days * DAY, BERLIN, standing) == ()
    assert open_on(on + WEEK, BERLIN, standing) == ()
    assert unasked_on(on + LOOK_BACK_DAYS * DAY, BERLIN, standing) == (K.LOOK_BACK,)


def test_a_theme_is_new_in_its_week_only() -> None:
    standing = replace(BUSY, theme_since=date(2026, 6, 15))
    week = [date(2026, 6, 15) + n * DAY for n in range(7)]
    for day in week:
        assert open_on(day, BERLIN, standing) == (K.THEME,)
    assert open_on(week[0] - DAY, BERLIN, standing) == ()
    assert open_on(week[-1] + DAY, BERLIN, standing) == ()


@pytest.mark.parametrize("since", [FIRST_DAY, FIRST_DAY + 3 * DAY, FIRST_DAY + 6 * DAY])
def test_the_first_theme_needs_no_word(since: date) -> None:
    standing = replace(BUSY, since=since, theme_since=FIRST_DAY)
    assert open_on(since, BERLIN, standing) == ()


def test_a_theme_whose_week_was_full_of_promises_is_let_go() -> None:
    monday = date(2026, 6, 15)
    moments = [datetime.combine(monday + n * DAY, time(18), tzinfo=BERLIN) for n in range(7)]
    every = [m + k * timedelta(minutes=25) for m in moments for k in range(5)]
    promises = tuple(Promise(K.RITUAL, at) for at in every)
    standing = replace(BUSY, theme_since=monday, promises=promises)
    found = weeks(standing, days=14, begins=monday)
    assert len(found) == len(every)
    assert K.THEME not in kinds(found)
