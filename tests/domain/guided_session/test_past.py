"""What was before says what is offered now."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.past import (
    PastSession,
    next_first_speaker,
    outside_view_is_offered,
)

BERLIN = ZoneInfo("Europe/Berlin")
BEGAN = datetime(2026, 11, 23, 22, tzinfo=UTC)
# Half past midnight on the 24th by their clocks.
ENDED = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
HARD = PastSession(
    "1",
    "theme_talk",
    "home",
    (),
    Seat.LEFT,
    Seat.RIGHT,
    introduced=True,
    talked=True,
    began_at=BEGAN,
    ended_at=ENDED,
    was_hard=True,
)


@pytest.mark.parametrize(("day", "offered"), [(24, False), (25, True), (26, True), (27, False)])
def test_the_outside_view_is_offered_a_day_or_two_after_a_hard_talk(day, offered):
    assert outside_view_is_offered([HARD], date(2026, 11, day), BERLIN) is offered


@pytest.mark.parametrize(
    "history",
    [
        [],
        [replace(HARD, was_hard=False)],
        [HARD, replace(HARD, was_hard=False)],
        [replace(HARD, ended_at=None)],
    ],
    ids=["nothing was", "it was not hard", "the next was not", "it is not over"],
)
def test_else_it_is_not(history):
    assert not outside_view_is_offered(history, date(2026, 11, 25), BERLIN)


EVEN = replace(HARD, first_speaker=Seat.RIGHT, spoken_left_s=90, spoken_right_s=90)
LONG = replace(EVEN, spoken_right_s=900)
QUIET = replace(EVEN, talked=False, spoken_left_s=0, spoken_right_s=0)


@pytest.mark.parametrize("long", [LONG, replace(LONG, spoken_left_s=900, spoken_right_s=90)])
def test_a_long_evening_is_made_up_for_within_eight_talks_and_then_forgotten(long):
    less = Seat.LEFT if long.spoken_left_s < long.spoken_right_s else Seat.RIGHT
    # By turns it would be the other.
    since = [replace(EVEN, first_speaker=less)] * 7
    assert next_first_speaker([long, *since]) is less
    assert next_first_speaker([long, EVEN, *since]) is less.other


def test_an_evening_without_a_talk_is_none_of_the_eight():
    since = [replace(EVEN, first_speaker=Seat.LEFT)] * 7
    assert next_first_speaker([LONG, *since, QUIET, QUIET]) is Seat.LEFT
