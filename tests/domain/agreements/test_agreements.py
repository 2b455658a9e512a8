"""What an agreement says: every line there and clean, a trial of a week to a month."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.agreements.agreement import (
    Side,
    Topic,
    TrialRefused,
    Words,
    review_day,
    reworded,
    words_of,
)
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX, TRIAL_BOUNDS, TRIAL_DAYS
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused
from tests.domain.agreements.agreeing import NOW, TEA


def test_each_has_a_side():
    assert TEA.side(Seat.LEFT).will == "leave my telephone in the hall"
    assert TEA.side(Seat.RIGHT).honours == "it ends at nine"
    assert TEA.lines == (
        "after supper on Tuesdays",
        "the kitchen table",
        "leave my telephone in the hall",
        "half an hour that is ours",
        "put the kettle on",
        "it ends at nine",
    )


@pytest.mark.parametrize("wrong", ["", " two  spaces ", "a\nbreak", "x" * (LINE_MAX + 1)])
def test_every_line_is_there_and_clean(wrong):
    for build in (
        lambda: replace(TEA, when=wrong),
        lambda: Side(wrong, "it ends at nine"),
        lambda: Side("put the kettle on", wrong),
        lambda: replace(TEA, topic=Topic.OWN, own_topic=wrong),
    ):
        with pytest.raises(LineRefused):
            build()
    if wrong:
        with pytest.raises(LineRefused):
            replace(TEA, where=wrong)


def test_where_may_be_left_open():
    assert "" not in replace(TEA, where="").lines


def test_only_a_topic_of_their_own_has_own_words():
    assert replace(TEA, topic=Topic.OWN, own_topic="the dog").lines[0] == "the dog"
    with pytest.raises(LineRefused):
        replace(TEA, own_topic="the dog")


def test_it_is_made_in_utc():
    with pytest.raises(ValueError, match="UTC"):
        replace(TEA, made_at=NOW.astimezone(timezone(timedelta(hours=1))))


zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(timezones=st.just(UTC), max_value=datetime(9999, 1, 1)), zones, st.integers())  # noqa: DTZ001
def test_a_trial_of_a_week_to_a_month_and_no_other(made_at, zone, days):
    low, high = TRIAL_BOUNDS
    if low <= days <= high:
        on = review_day(made_at, zone, days)
        assert (on - made_at.astimezone(zone).date()).days == days
        assert replace(TEA, made_at=made_at, review_on=on).review_on == on
    else:
        with pytest.raises(TrialRefused):
            review_day(made_at, zone, days)


def test_two_weeks_if_nothing_else_is_chosen():
    assert review_day(NOW, UTC) == NOW.date() + timedelta(days=TRIAL_DAYS)


@pytest.mark.parametrize("days", [-1, 0, 5, 32, 365])
def test_another_length_cannot_be_built(days):
    with pytest.raises(TrialRefused):
        replace(TEA, review_on=NOW.date() + timedelta(days=days))


@pytest.mark.parametrize("topic", Topic)
def test_a_no_stands_with_closeness_and_touch(topic):
    named = replace(TEA, topic=topic, own_topic="the dog" if topic is Topic.OWN else "")
    assert named.about_touch == (topic in {Topic.CLOSENESS, Topic.TOUCH})


@pytest.mark.parametrize(
    "words",
    [
        "ask before I touch you",
        "Sex is not expected",
        "a hug at the door",
        "no kisses in front of the children",
        "we make love or we do not",
        "sleep together on Sundays",
        "hold hands on the way",
        "cuddling without more",
    ],
)
def test_and_wherever_its_words_name_it(words):
    side = Side(words, "it ends at nine")
    assert replace(TEA, when=words).about_touch
    assert replace(TEA, where=words).about_touch
    assert replace(TEA, left=side).about_touch
    assert replace(TEA, right=Side("put the kettle on", words)).about_touch
    assert replace(TEA, topic=Topic.OWN, own_topic=words).about_touch


@pytest.mark.parametrize("words", ["Essex Road", "the Hughes family", "make lovely soup"])
def test_but_not_where_they_do_not(words):
    assert not replace(TEA, when=words).about_touch


LATER = NOW + timedelta(days=14)
WORDS = Words("  on\nSundays ", "", "sit down first", "listen", "a quiet start", "it is short")
OPTIONAL = {"what", "where"}


def test_other_words_for_the_same_agreement():
    new = reworded(TEA, WORDS, LATER, review_day(LATER, UTC))
    assert words_of(new) == replace(WORDS, when="on Sundays")
    assert (new.id, new.topic, new.session_id) == (TEA.id, TEA.topic, TEA.session_id)
    assert (new.made_at, new.review_on) == (LATER, LATER.date() + timedelta(days=TRIAL_DAYS))
    assert reworded(TEA, words_of(TEA), TEA.made_at, TEA.review_on) == TEA


@pytest.mark.parametrize("name", [f.name for f in fields(Words) if f.name not in OPTIONAL])
def test_a_line_that_is_missing_or_too_long_is_said(name):
    for typed, fault in ((" ", TextFault.EMPTY), ("x" * 121, TextFault.TOO_LONG)):
        with pytest.raises(LineRefused) as refused:
            reworded(TEA, replace(WORDS, **{name: typed}), LATER, review_day(LATER, UTC))
        assert refused.value.fault is fault


@pytest.mark.parametrize("name", sorted(OPTIONAL))
def test_a_line_that_is_not_needed_may_be_empty_but_not_too_long(name):
    assert (
        getattr(reworded(TEA, replace(WORDS, **{name: " "}), LATER, review_day(LATER, UTC)), name)
        == ""
    )
    with pytest.raises(LineRefused) as refused:
        reworded(TEA, replace(WORDS, **{name: "x" * 121}), LATER, review_day(LATER, UTC))
    assert refused.value.fault is TextFault.TOO_LONG
