"""What comes next is read from everything they have agreed on."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.coming import ComingKind, WhatComes
from coupleapp.application.plans import Plans
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.couple import Seat
from coupleapp.domain.together.activities import Brought
from coupleapp.store.agreements import add_agreement
from tests.application.hands import new_id
from tests.application.test_activities import OURS
from tests.domain.agreements.agreeing import GOOD, TEA, TENSE

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
K = ComingKind


@pytest.fixture
def plans(store, clock):
    return Plans(store.appointments, store.rituals, clock, new_id)


@pytest.fixture
def activities(store, clock):
    return Activities(store.activities, clock, new_id, OURS)


@pytest.fixture
def agreements(store, clock):
    return Agreements(store.agreements, clock)


@pytest.fixture
def comes(plans, activities, agreements, clock):
    return WhatComes(plans, activities, agreements, clock)


def kinds(comes):
    return [one.kind for one in comes.all()]


def agree(store, agreement=TEA):
    with store.database.transaction() as work:
        add_agreement(work, agreement)


def ritual(plans, clock, hours: float):
    at = (clock.now() + hours * HOUR).astimezone(clock.zone())
    days = frozenset({at.weekday()})
    proposed = plans.propose("Tea", "It helps.", days, time(at.hour, at.minute))
    for seat in Seat:
        proposed = plans.confirm(proposed, seat)
    return proposed


def test_nothing_is_agreed_on(comes):
    assert comes.all() == ()


def test_the_soonest_first_whichever_page_keeps_it(comes, plans, activities, store, clock):
    agree(store)
    activities.plan(activities.pick(OURS[0]), clock.now() + 2 * HOUR)
    ritual(plans, clock, 1)
    plans.make(clock.now() + 3 * HOUR, "the kitchen")
    assert kinds(comes) == [K.RITUAL, K.TOGETHER, K.TALK, K.REVIEW]
    first, second, third, last = comes.all()
    assert (first.words, second.words, third.place) == ("Tea", OURS[0].text, "the kitchen")
    assert (last.at, last.on, last.words) == (None, TEA.review_on, TEA.headline)


def test_a_ritual_that_waits_for_a_yes_is_none_yet(comes, plans):
    plans.confirm(plans.propose("Tea", "It helps.", frozenset({1}), time(20)), Seat.LEFT)
    assert kinds(comes) == []


def test_a_talk_that_began_is_not_ahead(comes, plans, clock):
    plans.make(clock.now() + HOUR)
    clock.pass_time(3601)
    assert plans.next_appointment() is not None
    assert kinds(comes) == []


def test_something_together_without_a_time_has_its_week(comes, activities):
    pick = activities.pick(OURS[0])
    (one,) = comes.all()
    assert (one.kind, one.at, one.on) == (K.TOGETHER, None, pick.week + 6 * DAY)


def test_what_was_done_together_does_not_come(comes, activities):
    activities.say(activities.pick(OURS[0]), Brought.YES)
    assert kinds(comes) == []


def test_a_review_that_waits_is_today(comes, agreements, store, clock):
    agree(store)
    clock.pass_time(60 * 86_400)
    assert [one.on for one in comes.all()] == [agreements.today()]


def test_a_plan_that_rests_is_not_looked_at(comes, agreements, store, clock):
    agree(store)
    clock.pass_time(14 * 86_400)
    for seat, answer in ((Seat.RIGHT, TENSE), (Seat.LEFT, GOOD)):
        agreements.do(TEA.id, r.Answer(seat, answer))
    agreements.do(TEA.id, r.Park(frozenset(Seat)))
    assert kinds(comes) == []


def test_on_one_day_what_has_a_time_comes_first(comes, plans, store, clock):
    agree(store, replace(TEA, review_on=TEA.review_on))
    clock.pass_time(20 * 86_400)
    plans.make(clock.now() + HOUR)
    assert kinds(comes) == [K.TALK, K.REVIEW]


def test_what_they_try_is_named_by_what_or_by_when():
    assert replace(TEA, what="Tea in bed").headline == "Tea in bed"
    assert replace(TEA, what="").headline == TEA.when
