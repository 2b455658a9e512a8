"""A year of two people: what comes, how often, and that nobody has to look all the time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import APART, SNOOZES
from coupleapp.domain.reminders.due import upcoming
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
    FIRST_DAY,
    HALF_PAST_NINE,
    MINUTE,
    NEW,
    NIGHTLY,
    SILENT,
    Couple,
    berlin,
    zones,
)

K = ReminderKind
TICK = 5
"""Minutes between two looks of the couple that looks all the time; every time here fits it."""

START = datetime(2026, 6, 1, tzinfo=UTC)
of_the_day = st.integers(0, 24 * 60 // TICK - 1).map(lambda n: (START + n * TICK * MINUTE).time())


def minutes(low: int, high: int) -> st.SearchStrategy[timedelta]:
    return st.integers(low, high).map(lambda n: n * TICK * MINUTE)


ticks = minutes(0, 3 * 24 * 60 // TICK)


class Year(Couple):
    """A couple whose life goes on, and who writes down what was so when something came."""

    def __init__(self, zone: tzinfo, put_off: dict[int, int]) -> None:
        super().__init__(zone, Settings(), NEW)
        self.answers = put_off
        self.put_offs: Counter[tuple[ReminderKind, date]] = Counter()
        self.chosen: list[Settings] = []

    def saw(self, now: datetime, reminder: Reminder) -> None:
        self.chosen.append(self.settings)
        minutes = self.answers.get(len(self.seen) - 1)
        if minutes is not None:
            self.book.put_off(reminder, now + minutes * MINUTE)
            self.put_offs[reminder.kind, reminder.evening] += 1


Happening = Callable[[Year, datetime], None]


def it_is(**known: object) -> Happening:
    def happens(year: Year, now: datetime) -> None:
        year.standing = replace(year.standing, **known)

    return happens


def they_choose(**choices: object) -> Happening:
    def happens(year: Year, now: datetime) -> None:
        year.settings = replace(year.settings, **choices)

    return happens


def they_sit_down(year: Year, now: datetime) -> None:
    year.standing = replace(year.standing, last_together=now, last_session=now)


def they_write(year: Year, now: datetime) -> None:
    year.standing = replace(year.standing, last_together=now, has_lines=True)


def a_promise(kind: ReminderKind, ahead: timedelta) -> Happening:
    def happens(year: Year, now: datetime) -> None:
        promise = Promise(kind, now + ahead)
        year.standing = replace(year.standing, promises=(*year.standing.promises, promise))

    return happens


def they_move_all(ahead: timedelta) -> Happening:
    def happens(year: Year, now: datetime) -> None:
        moved = tuple(replace(one, at=one.at + ahead) for one in year.standing.promises)
        year.standing = replace(year.standing, promises=moved)

    return happens


def a_rest(days: int) -> Happening:
    def happens(year: Year, now: datetime) -> None:
        until = now.astimezone(year.zone).date() + days * DAY
        year.settings = replace(year.settings, rest_until=until)

    return happens


def a_new_theme(year: Year, now: datetime) -> None:
    year.standing = replace(year.standing, theme_since=monday_of(now.astimezone(year.zone).date()))


def a_review(year: Year, now: datetime) -> None:
    on = now.astimezone(year.zone).date() + 3 * DAY
    year.standing = replace(year.standing, reviews=(*year.standing.reviews, on))


def a_check_in(year: Year, now: datetime) -> None:
    year.standing = replace(year.standing, check_in_on=now.astimezone(year.zone).date() + 2 * DAY)


happenings = st.one_of(
    st.sampled_from([they_sit_down, they_write, a_new_theme, a_review, a_check_in]),
    st.builds(a_promise, st.sampled_from(sorted(PROMISES)), ticks),
    st.builds(they_move_all, ticks),
    st.builds(a_rest, st.integers(0, 20)),
    st.builds(lambda pick: it_is(needs_pick=pick), st.booleans()),
    st.builds(lambda at: they_choose(evening=at), st.none() | of_the_day),
    st.builds(lambda at: they_choose(invite_at=at), st.none() | of_the_day),
    st.builds(lambda invites: they_choose(invites=invites), st.integers(0, 2)),
)


@dataclass(frozen=True)
class Stretch:
    """So long asleep (less than nothing: the clock is set back), then this, then so long awake."""

    asleep: timedelta
    happens: Happening
    awake: timedelta


def stretches(*, clock_set_back: bool) -> st.SearchStrategy[list[Stretch]]:
    a_day = 26 * 60 // TICK
    nights = minutes(-a_day if clock_set_back else 0, a_day // 2)
    away = minutes(0, 25 * a_day)
    one = st.builds(Stretch, nights | nights | away, happenings, minutes(1, a_day))
    return st.lists(one, min_size=6, max_size=30)


put_offs = st.dictionaries(st.integers(0, 40), st.sampled_from(SNOOZES), max_size=8)


def live(year: Year, plan: list[Stretch], look: Callable[[Year, datetime, datetime], None]) -> Year:
    now = START
    for stretch in plan:
        now += stretch.asleep
        stretch.happens(year, now)
        look(year, now, now + stretch.awake)
        now += stretch.awake
    return year


def all_the_time(year: Year, begins: datetime, ends: datetime) -> None:
    year.look_every_minute(begins, ends, TICK)


# -- what must hold in any year


@pytest.mark.slow
@given(zones, stretches(clock_set_back=False), put_offs)
def test_in_no_year_too_much_and_nothing_is_skipped(
    zone: tzinfo, plan: list[Stretch], put_off: dict[int, int]
) -> None:
    told = live(Year(zone, put_off), plan, Year.look_when_told)
    assert told.seen == live(Year(zone, put_off), plan, all_the_time).seen
    assert_once(told)
    assert_few_invitations(told)
    for (now, reminder), chosen in zip(told.seen, told.chosen, strict=True):
        if chosen.rest_until is not None:
            assert reminder.evening >= chosen.rest_until
            assert now.astimezone(zone).date() >= chosen.rest_until


@given(zones, stretches(clock_set_back=True), put_offs)
def test_a_clock_that_is_set_back_brings_nothing_again(
    zone: tzinfo, plan: list[Stretch], put_off: dict[int, int]
) -> None:
    year = live(Year(zone, put_off), plan, Year.look_when_told)
    assert_once(year)
    assert_few_invitations(year)


def assert_once(year: Year) -> None:
    """Of one kind and evening: one, and one for each "later" and each other moment promised."""
    found = Counter((reminder.kind, reminder.evening) for _, reminder in year.seen)
    moments = {(r.kind, r.evening, r.since) for _, r in year.seen if r.kind in PROMISES and r.since}
    promised = Counter((kind, evening) for kind, evening, _ in moments)
    for at, times in found.items():
        assert times <= max(1, promised[at]) + year.put_offs[at]


def assert_few_invitations(year: Year) -> None:
    """Each week and evening, and apart from what came before as a new one."""
    new: set[tuple[ReminderKind, date]] = set()
    came: list[datetime] = []
    for (now, reminder), chosen in zip(year.seen, year.chosen, strict=True):
        at = reminder.kind, reminder.evening
        if at in new and reminder.since is None:
            continue  # put off, and wanted again
        new.add(at)
        if reminder.kind in INVITATIONS:
            evenings = [evening for kind, evening in new if kind in INVITATIONS]
            monday = monday_of(reminder.evening)
            assert sum(monday_of(evening) == monday for evening in evenings) <= chosen.invites
            assert len(evenings) == len(set(evenings))
            assert all(abs(now - moment) >= APART for moment in came)
        came.append(now)


# -- the next ones


@pytest.mark.slow
@settings(max_examples=60)
@given(zones, stretches(clock_set_back=False), put_offs)
def test_the_next_ones_are_those_that_will_come(
    zone: tzinfo, plan: list[Stretch], put_off: dict[int, int]
) -> None:
    """After any year: what looking all the time finds in the eight days that follow."""
    year = live(Year(zone, put_off), plan, Year.look_when_told)
    now = START + sum((one.asleep + one.awake for one in plan), timedelta())
    until = now + 8 * DAY
    foretold = upcoming(now, zone, year.settings, year.at(now), 3)
    year.answers, so_far = {}, len(year.seen)
    all_the_time(year, now, until)
    assert [one for one in foretold if one[0] < until] == year.seen[so_far:][:3]


def test_the_next_three_evenings() -> None:
    now = berlin(10, 22)
    found = upcoming(now, BERLIN, NIGHTLY, NEW, 3)
    assert [moment for moment, _ in found] == [now, berlin(11, 21, 30), berlin(12, 21, 30)]
    assert [reminder.evening.day for _, reminder in found] == [10, 11, 12]


@pytest.mark.parametrize("most", [1, 2, 3, 10])
def test_no_more_than_asked_for(most: int) -> None:
    assert len(upcoming(berlin(10, 22), BERLIN, NIGHTLY, NEW, most)) == most


def test_the_next_ones_after_a_rest() -> None:
    resting = replace(NIGHTLY, rest_until=date(2026, 8, 1))
    found = upcoming(berlin(10, 22), BERLIN, resting, NEW, 2)
    assert [moment for moment, _ in found] == [
        berlin(1, 21, 30, month=8),
        berlin(2, 21, 30, month=8),
    ]


def test_when_nothing_will_ever_come() -> None:
    assert upcoming(berlin(10, 22), BERLIN, SILENT, NEW, 3) == ()
    weekly = replace(SILENT, invite_at=time(18, 30))
    busy = replace(NEW, last_together=berlin(31, 12, month=12))
    assert upcoming(berlin(10, 22), BERLIN, weekly, busy, 3) == ()


def test_all_that_is_due_now_comes_before_what_comes_later() -> None:
    now = berlin(10, 21, 40)
    promised = Promise(K.RITUAL, berlin(10, 21, 0))
    put_off = ShownReminder(K.APPRECIATION, FIRST_DAY + 8 * DAY, berlin(9, 21, 30), now)
    standing = Standing(FIRST_DAY, promises=(promised,), shown=(put_off,))
    found = upcoming(now, BERLIN, replace(NIGHTLY, evening=HALF_PAST_NINE), standing, 4)
    assert [(moment, r.kind, r.evening.day) for moment, r in found] == [
        (now, K.RITUAL, 10),
        (now, K.APPRECIATION, 10),
        (now, K.APPRECIATION, 9),
        (berlin(11, 21, 30), K.APPRECIATION, 11),
    ]


def test_the_next_one_is_no_further_from_what_was_put_off_than_it_will_be() -> None:
    now = berlin(10, 18, 5)
    put_off = ShownReminder(K.APPRECIATION, date(2026, 6, 10), berlin(10, 18), berlin(10, 18, 15))
    standing = replace(NEW, needs_pick=True, shown=(put_off,))
    choices = replace(SILENT, evening=time(18), invite_at=time(18, 30))
    couple = Couple(BERLIN, choices, standing)
    couple.look_when_told(now, now + DAY / 2)
    assert upcoming(now, BERLIN, choices, standing, 2) == tuple(couple.seen)
    assert [moment for moment, _ in couple.seen] == [berlin(10, 18, 15), berlin(10, 18, 30)]
