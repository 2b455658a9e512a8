"""The depth ladder: up by small steps when both wish it, back at once when it is too much."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, timedelta
from itertools import product
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.defaults import BY_CHANCE, LIGHT_EVERY
from coupleapp.domain.depth import (
    Ceilings,
    Chance,
    Reading,
    chance_of,
    depth_on,
    depth_so_far,
    is_gentle,
    read,
    was_lighter_on,
)
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.private_ratings import NOTHING_SAID, PrivateRatings
from tests.domain.programme.programmes import CALM, DAY, MONDAY, WELL, a_session, on

WIDE = Ceilings(5, 5)
QUIET = Chance()
UNSAID = {"said": NOTHING_SAID, "lighter": True}


def sat(*sessions, depth=1, **said):
    """Sessions on days in a row at this depth; each is said about by a dict."""
    return [
        a_session(MONDAY + n * DAY, **({"depth": depth} | said | one))
        for n, one in enumerate(sessions)
    ]


def next_depth(history, ceilings=WIDE, chance=QUIET, *, gentle=False):
    return read(history, ceilings, chance, gentle=gentle).depth


def both(heard=8, before=2, after=2):
    return {"said": Both(CALM, PrivateRatings(before, heard, after))}


# -- up


def test_it_begins_with_the_lightest():
    assert read([], WIDE, QUIET, gentle=False) == Reading(1, light=False)
    assert depth_so_far([]) == 1


@pytest.mark.parametrize(("sessions", "depth"), [(1, 2), (2, 2), (3, 3), (4, 3), (9, 3)])
def test_three_that_went_well_for_both_lead_one_step_deeper(sessions, depth):
    assert next_depth(sat(*[{}] * sessions, depth=2)) == depth


@pytest.mark.parametrize(
    ("last", "depth"),
    [
        (both(heard=7), 3),
        (both(heard=6), 2),
        (both(heard=5), 2),
        (both(after=3), 3),
        (both(after=4), 2),
        (both(before=6, after=1), 3),
        ({"said": Both(CALM, PrivateRatings(2))}, 2),
        ({"said": Both(CALM, PrivateRatings(2)), "ending": None, "ended_at": None}, 2),
        (UNSAID, 2),
    ],
)
def test_only_when_both_felt_heard_and_at_ease(last, depth):
    assert next_depth(sat({}, {}, last, depth=2)) == depth


@pytest.mark.parametrize(
    "said",
    [
        PrivateRatings(2, None, 2),
        PrivateRatings(2, 8, None),
        PrivateRatings(None, 8, 2),
        PrivateRatings(2),
        PrivateRatings(),
    ],
)
@pytest.mark.parametrize("seat", Seat)
def test_what_one_would_rather_not_say_neither_counts_nor_breaks_the_row(seat, said):
    left_open = {"said": Both(CALM, CALM).having(seat, said)}
    assert next_depth(sat({}, {}, left_open, depth=2)) == 2
    assert next_depth(sat({}, left_open, {}, left_open, {}, depth=2)) == 3
    assert next_depth(sat({}, left_open, both(heard=2), depth=2)) == 1


@pytest.mark.parametrize("said", [PrivateRatings(None, 6), PrivateRatings(2, None, 4)])
def test_a_number_that_was_chosen_counts_whatever_else_was_not(said):
    assert next_depth(sat({}, {}, {"said": Both(CALM, said)}, {}, depth=2)) == 2


def test_one_that_was_not_rated_neither_counts_nor_breaks_the_row():
    assert next_depth(sat({}, UNSAID, {}, UNSAID, depth=2)) == 2
    assert next_depth(sat({}, UNSAID, {}, UNSAID, {}, depth=2)) == 3


def test_one_that_went_so_so_begins_the_row_anew():
    assert next_depth(sat({}, {}, both(heard=5), {}, {}, depth=2)) == 2
    assert next_depth(sat({}, {}, both(heard=5), {}, {}, {}, depth=2)) == 3


def test_the_row_is_one_of_the_same_depth():
    history = [*sat({}, {}, {}, depth=2), *sat({}, {}, depth=3)]
    history = [replace(past, began_at=on(MONDAY + n * DAY)) for n, past in enumerate(history)]
    assert next_depth(history) == 3
    third = replace(history[-1], began_at=on(MONDAY + 9 * DAY), ended_at=on(MONDAY + 10 * DAY))
    assert next_depth([*history, third]) == 4


def test_the_lower_ceiling_counts():
    for ceilings in (Ceilings(2, 5), Ceilings(5, 2), Ceilings()):
        assert next_depth(sat({}, {}, {}, depth=2), ceilings) == 2
    assert next_depth(sat({}, {}, {}, depth=2), Ceilings(3, 4)) == 3
    assert next_depth(sat({}, depth=5), Ceilings(5, 1)) == 1


def test_a_wish_for_more_waits_for_the_next_session_and_comes_by_one_step():
    history = sat(*[{}] * 9, depth=2)
    assert next_depth(history, Ceilings(2, 2)) == 2
    assert next_depth(history, WIDE) == 3
    assert depth_so_far(history) == 2


def test_nobody_goes_beyond_the_deepest():
    assert next_depth(sat({}, {}, {}, depth=5)) == 5


# -- back


@pytest.mark.parametrize("seat", Seat)
@pytest.mark.parametrize(
    ("said", "depth"),
    [
        (PrivateRatings(2, 4, 2), 2),
        (PrivateRatings(2, 0, 2), 2),
        (PrivateRatings(2, 9, 5), 2),
        (PrivateRatings(2, 9, 4), 3),
        (PrivateRatings(None, 4, 9), 2),
        (PrivateRatings(None, 9, 9), 3),
    ],
)
def test_too_much_for_either_leads_a_step_back(seat, said, depth):
    pair = {seat: said, seat.other: CALM}
    last = {"said": Both(pair[Seat.LEFT], pair[Seat.RIGHT])}
    assert next_depth(sat({}, {}, last, depth=3)) == depth


def test_one_look_back_is_enough_when_it_was_too_much():
    last = {
        "said": Both(PrivateRatings(2, 3, 2), PrivateRatings(2)),
        "ended_at": None,
        "ending": None,
    }
    over = last | {"ended_at": on(MONDAY + 2 * DAY), "ending": Ending.FINISHED}
    assert next_depth(sat({}, over, depth=3)) == 2


ASKED_BEFORE = Both(PrivateRatings(2), PrivateRatings(3))


@pytest.mark.parametrize("left_in_pause", [False, True])
@pytest.mark.parametrize("lighter", [False, True])
@pytest.mark.parametrize("talked", [False, True])
@pytest.mark.parametrize("said", [NOTHING_SAID, ASKED_BEFORE])
def test_enough_for_today_leaves_the_ladder_where_it_stands(said, talked, lighter, left_in_pause):
    stopped = {
        "said": said,
        "ending": Ending.STOPPED,
        "talked": talked,
        "lighter": lighter,
        "left_in_pause": left_in_pause,
    }
    assert next_depth(sat({}, stopped, depth=3)) == 3
    assert next_depth(sat({}, {}, stopped, depth=3)) == 3
    assert next_depth(sat({}, stopped, {}, stopped, {}, depth=3)) == 4


@pytest.mark.parametrize("ending", Ending)
def test_what_somebody_says_counts_the_same_however_it_ended(ending):
    for said, depth in ((WELL, 4), (Both(CALM, PrivateRatings(2, 1, 2)), 2)):
        assert next_depth(sat({}, {}, {"said": said, "ending": ending}, depth=3)) == depth


@pytest.mark.parametrize("said", [NOTHING_SAID, ASKED_BEFORE, WELL])
@pytest.mark.parametrize("ending", Ending)
def test_what_both_could_see_was_too_much_leads_a_step_back(ending, said):
    hard = {"was_hard": True, "ending": ending, "said": said}
    assert next_depth(sat({}, {}, hard, depth=3)) == 2


def test_on_the_same_day_it_goes_no_deeper_than_it_did():
    history = sat({}, {}, {}, depth=2)
    today = [*history, replace(history[-1], began_at=on(MONDAY + 9 * DAY))]
    assert depth_on(MONDAY + 9 * DAY, today, UTC) == 2
    assert depth_on(MONDAY + 9 * DAY, [*today, replace(today[-1], depth=1)], UTC) == 1
    assert depth_on(MONDAY + 9 * DAY, [replace(today[-1], depth=None)], UTC) is None
    assert depth_on(MONDAY + 10 * DAY, today, UTC) is None
    assert read(today, WIDE, QUIET, gentle=False).depth == 3
    assert read(today, WIDE, QUIET, gentle=False, depth_today=2).depth == 2
    assert read(today, Ceilings(1, 5), QUIET, gentle=False, depth_today=2).depth == 1
    assert read(today, WIDE, Chance(back=1), gentle=False, depth_today=2).depth == 1


def test_what_was_too_much_counts_once():
    history = sat({}, both(heard=2), depth=3)
    assert next_depth(history) == 2
    after = replace(a_session(MONDAY + 9 * DAY), depth=2)
    assert next_depth([*history, after]) == 2
    for_one_alone = replace(after, depth=None, said=NOTHING_SAID)
    assert next_depth([*history, for_one_alone]) == 2
    assert (
        next_depth([*history, for_one_alone, replace(after, began_at=on(MONDAY + 10 * DAY))]) == 2
    )


def test_a_talk_that_waited_is_looked_back_on_when_it_is_over():
    waited = a_session(MONDAY, depth=3, **both(heard=2), ended_at=on(MONDAY + 5 * DAY))
    between = a_session(MONDAY + 2 * DAY, depth=3)
    assert next_depth([waited, between]) == 2
    later = a_session(MONDAY + 6 * DAY, depth=2)
    assert next_depth([waited, between, later]) == 2


def test_of_sessions_from_before_there_was_a_ladder_the_row_counts():
    assert next_depth(sat({}, {}, {}, depth=None)) == 2
    assert next_depth(sat({}, {}, both(heard=1), depth=None)) == 1


# -- the gentle track


@pytest.mark.parametrize(("days", "gentle"), [(0, True), (20, True), (21, False), (400, False)])
def test_the_first_three_weeks_are_gentle(days, gentle):
    assert is_gentle(MONDAY, MONDAY + timedelta(days=days)) is gentle


@given(st.lists(st.integers(0, 10), max_size=30), st.integers(1, 5))
def test_on_the_gentle_track_it_stays_easy(heard, depth):
    history = sat(*[both(heard=one) for one in heard], depth=depth)
    assert next_depth(history, gentle=True) <= 2


# -- lighter ones


def lights(history, chance=QUIET, **more):
    return read(history, WIDE, chance, gentle=False, **more).light


def test_every_fourth_is_light():
    for count in range(LIGHT_EVERY - 1):
        assert not lights(sat(*[{}] * count))
    assert lights(sat({}, {}, {}))
    assert lights(sat({}, {}, {}, {}))
    assert not lights(sat({}, {}, {}, {"lighter": True}))
    assert lights(sat({}, {"lighter": True}, {}, {}, {}))


def test_only_talks_count_whatever_was_said_or_left_unsaid_in_them():
    for said in (WELL, NOTHING_SAID, Both(CALM, PrivateRatings())):
        assert lights(sat({}, {"said": said, "ending": Ending.STOPPED}, {}))
        assert not lights(sat({}, {"said": said, "talked": False}, {}))


def test_chance_makes_one_light_by_itself():
    assert lights([], Chance(light=True))


def test_who_sits_down_again_on_the_same_day_stays_with_something_lighter():
    history = sat({"lighter": True})
    assert was_lighter_on(MONDAY, history, UTC)
    assert not was_lighter_on(MONDAY + DAY, history, UTC)
    assert was_lighter_on(MONDAY + DAY, history, ZoneInfo("Pacific/Auckland"))
    assert not was_lighter_on(MONDAY, sat({}), UTC)
    assert lights(history, lighter_today=True)


# -- chance


def drawn(count=20_000):
    return [chance_of(UUID(int=n).hex) for n in range(count)]


def test_chance_is_the_same_each_time_and_one_in_six():
    some = drawn()
    assert some == drawn()
    share = 1 / BY_CHANCE
    assert abs(sum(one.light for one in some) / len(some) - share) < 0.01
    assert abs(sum(one.back is not None for one in some) / len(some) - share) < 0.01
    steps = Counter(one.back for one in some if one.back is not None)
    assert set(steps) == {0, 1, 2, 3, 4}
    assert steps[0] + steps[1] > 0.8 * sum(steps.values())
    together = sum(one.light and one.back is not None for one in some) / len(some)
    assert abs(together - share**2) < 0.01


@pytest.mark.parametrize(
    ("back", "sessions", "depth"),
    [(0, 3, 3), (1, 3, 2), (1, 1, 2), (2, 1, 1), (4, 3, 1), (0, 1, 3), (None, 3, 4)],
)
def test_chance_holds_back(back, sessions, depth):
    assert next_depth(sat(*[{}] * sessions, depth=3), chance=Chance(back=back)) == depth


def test_chance_and_answers_are_not_added_up():
    history = sat({}, both(heard=2), depth=4)
    for back in (None, 0, 1):
        assert next_depth(history, chance=Chance(back=back)) == 3
    assert next_depth(history, chance=Chance(back=2)) == 2


def test_after_a_rise_that_chance_held_back_the_next_one_brings_it():
    history = sat({}, {}, {}, depth=2)
    assert next_depth(history, chance=Chance(back=0)) == 2
    assert next_depth(sat({}, {}, {}, {}, depth=2)) == 3


# -- whatever happens

answers = st.none() | st.integers(0, 10)
said = st.builds(Both, *[st.builds(PrivateRatings, answers, answers, answers)] * 2)
evenings = st.lists(
    st.fixed_dictionaries(
        {
            "said": said,
            "ending": st.sampled_from([Ending.FINISHED, Ending.STOPPED, Ending.ANOTHER_TIME]),
            "lighter": st.booleans(),
            "was_hard": st.booleans(),
        }
    ),
    max_size=40,
)
ceilings = st.builds(Ceilings, st.integers(1, 5), st.integers(1, 5))
chances = st.builds(Chance, st.booleans(), st.sampled_from([None, None, None, 0, 1, 2, 4]))


@given(evenings, st.data())
def test_whatever_two_people_say(said_of_each, data):
    """Never above the lower ceiling; up by one step, after three that went well; back at once."""
    history, well, light = [], 0, 0
    for n, evening in enumerate(said_of_each):
        wished, chance = data.draw(ceilings), data.draw(chances)
        gentle = n < 4
        before = depth_so_far(history)
        reading = read(history, wished, chance, gentle=gentle)
        assert 1 <= reading.depth <= min(wished.lower, 2 if gentle else 5)
        assert reading.depth <= before + 1
        if reading.depth > before:
            assert well >= 3
            assert chance.back is None
        if history and _was_too_much(history[-1]):
            assert reading.depth <= max(1, before - 1)
        if chance == QUIET and not (history and _was_too_much(history[-1])):
            allowed = min(wished.lower, 2 if gentle else 5)
            expected = min(allowed, before + (well >= 3))
            assert reading.depth == max(1, min(expected, 5))
        light = 0 if history and history[-1].lighter else light
        assert reading.light == (chance.light or light >= LIGHT_EVERY - 1)
        past = a_session(MONDAY + n * DAY, depth=reading.depth, **evening)
        history.append(past)
        well = well if reading.depth == before else 0
        well = _row(well, past)
        light += 1
    assert depth_so_far(history) == (history[-1].depth if history else 1)


def _was_too_much(past):
    pair = (past.said.left, past.said.right)
    unheard = any(one.heard is not None and one.heard <= 4 for one in pair)
    return past.was_hard or unheard or any(rise >= 3 for rise in _rises(pair))


def _row(well, past):
    pair = (past.said.left, past.said.right)
    heard = [one.heard for one in pair if one.heard is not None]
    if _was_too_much(past) or any(one < 7 for one in heard) or any(r > 1 for r in _rises(pair)):
        return 0
    return well + 1 if len(heard) == len(_rises(pair)) == 2 else well


def _rises(pair):
    numbers = [(one.tension, one.tension_after) for one in pair]
    return [after - before for before, after in numbers if None not in (before, after)]


def _after(history, evening):
    """How deep the next one would be, wherever it stood before."""
    last = a_session(MONDAY + 90 * DAY, depth=depth_so_far(history), **evening)
    return next_depth([*history, last])


def _unset(said):
    """The same, with one of the six numbers left unset."""
    for seat, name in product(Seat, ("tension", "heard", "tension_after")):
        yield seat, name, said.having(seat, replace(said.of(seat), **{name: None}))


@given(evenings, said)
def test_an_unset_rating_counts_neither_for_nor_against(before, numbers):
    """It is never better than the best number they could have chosen, nor worse than the worst."""
    history = sat(*before, depth=2)
    for seat, name, left_open in _unset(numbers):
        could_be = [
            _after(
                history, {"said": left_open.having(seat, replace(left_open.of(seat), **{name: n}))}
            )
            for n in range(11)
        ]
        assert min(could_be) <= _after(history, {"said": left_open}) <= max(could_be)


@given(evenings, st.sampled_from(Ending), st.booleans())
def test_to_stop_or_to_leave_all_unset_is_as_if_nothing_had_been_asked(before, ending, in_pause):
    history = sat(*before, depth=2)
    nothing = {"said": NOTHING_SAID, "ending": ending, "left_in_pause": in_pause}
    assert _after(history, nothing) == _planned_again(history)


def _planned_again(history):
    """How deep it would be after one more that has only begun."""
    return _after(history, {"ended_at": None, "ending": None, "said": NOTHING_SAID})


@pytest.mark.parametrize("wrong", [0, 6, -1])
def test_a_ceiling_is_one_to_five(wrong):
    with pytest.raises(ValueError, match="1 to 5"):
        Ceilings(2, wrong)
    with pytest.raises(ValueError, match="1 to 5"):
        Ceilings().having(Seat.LEFT, wrong)
    assert Ceilings().having(Seat.RIGHT, 5) == Ceilings(2, 5)
    assert Ceilings(1, 5).of(Seat.RIGHT) == 5


def test_the_day_it_is_read_on_does_not_matter_afterwards():
    history = sat({}, {}, depth=2)
    assert {next_depth(history) for _ in range(3)} == {2}
    assert date(2026, 11, 23) == MONDAY
