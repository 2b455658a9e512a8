"""A day after a talk that ended early it is asked, once, what that was trying to protect."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.past import (
    PastSession,
    outside_view_is_offered,
    pauses_carry_on,
)
from coupleapp.domain.guided_session.setback import SETBACK, Setback, setback_asked

BERLIN = ZoneInfo("Europe/Berlin")
BEGAN = datetime(2026, 11, 23, 22, tzinfo=UTC)
# Half past midnight on the 24th by their clocks.
ENDED = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
STOPPED = PastSession(
    "stopped",
    "theme_talk",
    "home",
    (),
    Seat.LEFT,
    Seat.RIGHT,
    introduced=True,
    talked=True,
    began_at=BEGAN,
    ended_at=ENDED,
    ending=Ending.STOPPED,
    depth=2,
)
LEFT_IN_PAUSE = replace(STOPPED, ending=Ending.ANOTHER_TIME, left_in_pause=True)
BOTH = Setback("stopped", (Seat.LEFT, Seat.RIGHT))
DAY = timedelta(days=1)


def looked(seat: Seat, ending: Ending | None = Ending.FINISHED, after: timedelta = DAY):
    """One of them looked at it, alone."""
    began = ENDED + after
    over = began + timedelta(minutes=5) if ending else None
    return replace(
        STOPPED,
        id=f"looked-{seat}",
        format_id=SETBACK,
        first_speaker=seat,
        introduced=False,
        talked=False,
        began_at=began,
        ended_at=over,
        ending=ending,
        depth=None,
    )


def asked(history, day=25, let_go=""):
    return setback_asked(history, date(2026, 11, day), BERLIN, let_go)


@pytest.mark.parametrize("talk", [STOPPED, LEFT_IN_PAUSE, replace(STOPPED, was_hard=True)])
@pytest.mark.parametrize(
    ("day", "is_asked"), [(23, False), (24, False), (25, True), (26, True), (27, True), (28, False)]
)
def test_it_is_asked_for_three_days_and_not_on_the_same_one(talk, day, is_asked):
    assert asked([talk], day) == (BOTH if is_asked else None)


NEXT = replace(STOPPED, id="next", began_at=ENDED + DAY / 2, ended_at=ENDED + DAY / 2)


@pytest.mark.parametrize(
    "history",
    [
        [],
        [replace(STOPPED, ending=Ending.FINISHED)],
        [replace(STOPPED, ending=Ending.ANOTHER_TIME)],
        [replace(STOPPED, talked=False)],
        [replace(LEFT_IN_PAUSE, talked=False)],
        [replace(STOPPED, ended_at=None, ending=None)],
        [STOPPED, replace(NEXT, ending=Ending.FINISHED)],
        [STOPPED, replace(NEXT, ended_at=None, ending=None)],
        [replace(STOPPED, ended_at=None, ending=None, waits_until=ENDED + DAY), NEXT],
    ],
    ids=[
        "nothing was",
        "it went to its end",
        "another day was better",
        "nobody had talked",
        "nobody had talked before the pause",
        "it is not over",
        "the next went to its end",
        "the next is on its way",
        "one still waits",
    ],
)
def test_else_it_is_not(history):
    assert asked(history) is None


def test_only_the_last_one_that_ended_early_is_asked_about():
    again = replace(NEXT, ending=Ending.STOPPED)
    assert asked([STOPPED, again]) == replace(BOTH, talk_id="next")
    assert asked([STOPPED, again], let_go="stopped") == replace(BOTH, talk_id="next")


def test_what_is_for_one_alone_comes_in_between_without_a_difference():
    outside = replace(looked(Seat.LEFT), id="outside", format_id="outside_view")
    assert asked([STOPPED, outside]) == BOTH


@pytest.mark.parametrize("seat", Seat)
def test_after_one_has_looked_the_other_still_may(seat):
    assert asked([STOPPED, looked(seat)], 26) == Setback("stopped", (seat.other,))
    assert asked([STOPPED, looked(seat), looked(seat.other)], 26) is None


@pytest.mark.parametrize("ending", [None, Ending.STOPPED, Ending.ANOTHER_TIME])
def test_who_has_not_come_to_its_end_may_look_again(ending):
    assert asked([STOPPED, looked(Seat.LEFT, ending)], 26) == BOTH


def test_to_have_looked_at_another_one_is_not_to_have_looked_at_this():
    assert asked([looked(Seat.LEFT, after=-7 * DAY), STOPPED]) == BOTH


def test_not_now_is_for_good():
    for day in (25, 26, 27):
        assert asked([STOPPED], day, let_go="stopped") is None


def test_where_this_is_asked_the_outside_view_is_not_offered():
    hard, today = replace(STOPPED, was_hard=True), date(2026, 11, 25)
    assert asked([hard]) is not None
    assert not outside_view_is_offered([hard], today, BERLIN)
    assert not outside_view_is_offered([replace(hard, left_in_pause=True)], today, BERLIN)
    assert outside_view_is_offered([replace(hard, ending=Ending.FINISHED)], today, BERLIN)


def test_who_looks_alone_in_between_changes_nothing_of_what_both_are_told_of_their_pauses():
    left = [replace(LEFT_IN_PAUSE, id=str(n), began_at=BEGAN + n * DAY) for n in range(3)]
    assert pauses_carry_on(left)
    assert pauses_carry_on([*left[:2], looked(Seat.LEFT), left[2], looked(Seat.RIGHT)])
    assert not pauses_carry_on([*left[:2], replace(left[2], left_in_pause=False)])


sessions = st.lists(
    st.builds(
        replace,
        st.sampled_from([STOPPED, LEFT_IN_PAUSE, looked(Seat.LEFT), looked(Seat.RIGHT)]),
        ending=st.none() | st.sampled_from(Ending),
        left_in_pause=st.booleans(),
        talked=st.booleans(),
        began_at=st.integers(0, 96).map(lambda hours: BEGAN + timedelta(hours=hours)),
        ended_at=st.none() | st.integers(0, 96).map(lambda hours: ENDED + timedelta(hours=hours)),
    ),
    max_size=6,
)


@given(sessions, st.integers(20, 30))
def test_whatever_was_it_is_asked_of_a_talk_that_ended_early_a_few_days_ago(history, day):
    history = [replace(one, id=str(n)) for n, one in enumerate(history)]
    found = asked(history, day)
    if found is not None:
        (talk,) = [one for one in history if one.id == found.talk_id]
        assert talk.ended_early
        assert 1 <= day - talk.ended_at.astimezone(BERLIN).day <= 3
        assert found.open_to
        assert asked(history, day, let_go=found.talk_id) is None
