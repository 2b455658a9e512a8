"""Which theme is on the table, and what comes next."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.days import monday_of
from coupleapp.domain.programme.theme_choices import (
    BeDone,
    BeginAgain,
    KeepGoing,
    MoveDown,
    MoveUp,
    NotChosen,
    OnceIsEnough,
    OnceMore,
    PutLast,
    TakeNext,
    WhyNot,
)
from coupleapp.domain.programme.theme_queue import Choice, ChoiceKind, theme_queue
from tests.domain.programme.programmes import DAY, MONDAY, WEEK, Couple, a_session, on


def before_there_were_choices(library, history, today):
    """How the theme was found until now: one further for each week with a talk."""
    monday = monday_of(today)
    talked = {monday_of(s.began_at.date()) for s in history if s.talked and s.theme_id}
    over = [week for week in talked if week < monday]
    since = max(over) + WEEK if over else None
    return library[len(over) % len(library)], since


talk_days = st.lists(st.integers(0, 20), max_size=30)


@given(st.integers(1, 9), talk_days, st.integers(0, 40))
def test_without_a_choice_it_is_as_it_was(themes, gaps, later):
    couple = Couple(*"abcdefghi"[:themes])
    for gap in gaps:
        couple.wait(gap)
        queue = couple.queue
        expected = before_there_were_choices(couple.library, couple.history, couple.today)
        assert (queue.on_table, queue.since) == expected
        couple.talk()
    couple.wait(later)
    queue = couple.queue
    assert (queue.on_table, queue.since) == before_there_were_choices(
        couple.library, couple.history, couple.today
    )


def test_a_theme_waits_however_long():
    couple = Couple("a", "b", "c")
    for weeks in (0, 1, 5, 60):
        couple.wait(7 * weeks)
        assert (couple.order, couple.queue.since) == ("abc", None)


@pytest.mark.parametrize("weekday", range(7))
def test_a_talk_moves_it_on_the_monday_after(weekday):
    couple = Couple("a", "b", "c")
    couple.wait(weekday)
    couple.talk()
    couple.wait(6 - weekday)
    assert couple.order == "abc"
    couple.wait(1)
    assert (couple.order, couple.queue.since) == ("bca", MONDAY + WEEK)
    couple.wait(300)
    assert couple.order == "bca"


def test_it_is_known_whether_it_moves_on_with_the_week():
    couple = Couple(*"ab")
    assert not couple.queue.has_talked
    couple.talk()
    assert couple.queue.has_talked
    couple.wait()
    assert not couple.queue.has_talked


def test_two_talks_in_a_week_use_up_one_theme():
    couple = Couple("a", "b", "c")
    for _ in range(3):
        couple.talk()
        couple.wait(2)
    couple.wait(1)
    assert couple.order == "bca"


def test_a_session_without_a_talk_or_without_a_theme_moves_nothing():
    couple = Couple("a", "b")
    couple.talk(talked=False)
    couple.history.append(a_session(MONDAY, ""))
    couple.wait()
    assert (couple.order, couple.queue.talked) == ("ab", ())


def test_the_week_is_that_of_the_couple_and_not_of_utc():
    """Monday 0:30 in Auckland is Sunday in Greenwich."""
    auckland = ZoneInfo("Pacific/Auckland")
    moment = datetime(2026, 11, 30, 0, 30, tzinfo=auckland).astimezone(UTC)
    history = [replace(a_session(MONDAY), began_at=moment)]
    that_week = date(2026, 12, 6)
    assert theme_queue("ab", history, [], that_week, auckland).on_table == "a"
    assert theme_queue("ab", history, [], that_week, UTC).on_table == "b"


# -- choices


def test_take_next_up_down_and_last():
    couple = Couple(*"abcdef")
    assert couple.choose(TakeNext("e")) is None
    assert couple.order == "aebcdf"
    assert couple.choose(MoveUp("c")) is None
    assert couple.order == "aecbdf"
    assert couple.choose(MoveDown("e")) is None
    assert couple.order == "acebdf"
    assert couple.choose(PutLast("c")) is None
    assert couple.order == "aebdfc"
    assert couple.queue.coming == tuple("ebdfc")
    kinds = [choice.kind for choice in couple.choices]
    assert kinds == [ChoiceKind.NEXT, ChoiceKind.UP, ChoiceKind.DOWN, ChoiceKind.LAST]


def test_another_theme_this_week_comes_from_the_list():
    couple = Couple(*"abc")
    couple.talk()
    couple.choose(TakeNext("c"))
    couple.choose(PutLast("a"))
    assert couple.order == "cba"
    assert couple.queue.since is None
    couple.talk()
    couple.wait()
    assert couple.order == "bac"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (TakeNext("x"), WhyNot.NOT_THERE),
        (MoveUp("x"), WhyNot.NOT_THERE),
        (MoveDown("x"), WhyNot.NOT_THERE),
        (PutLast("x"), WhyNot.NOT_THERE),
        (TakeNext("a"), WhyNot.ON_THE_TABLE),
        (MoveUp("a"), WhyNot.ON_THE_TABLE),
        (MoveDown("a"), WhyNot.ON_THE_TABLE),
        (TakeNext("b"), WhyNot.IS_THERE),
        (MoveUp("b"), WhyNot.IS_THERE),
        (MoveDown("c"), WhyNot.IS_THERE),
        (PutLast("c"), WhyNot.IS_THERE),
        (OnceIsEnough(), WhyNot.IS_SO),
        (KeepGoing(), WhyNot.IS_SO),
        (BeginAgain(), WhyNot.IS_SO),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(command, why):
    couple = Couple(*"abc")
    assert couple.choose(command) == NotChosen(why)
    assert (couple.choices, couple.order) == ([], "abc")


def test_the_only_theme_stays():
    couple = Couple("a")
    assert couple.choose(PutLast("a")) == NotChosen(WhyNot.IS_THERE)
    couple.talk()
    couple.wait()
    assert couple.order == "a"


def test_once_more_keeps_it_until_it_was_talked_about_again():
    couple = Couple(*"abc")
    couple.talk()
    assert couple.choose(OnceMore()) is None
    assert couple.choose(OnceMore()) == NotChosen(WhyNot.IS_SO)
    couple.wait()
    assert (couple.order, couple.queue.once_more) == ("abc", "")
    couple.wait(70)
    assert couple.order == "abc"
    couple.talk()
    couple.wait()
    assert couple.order == "bca"


def test_once_more_said_before_the_talk_holds_for_after_it_and_can_be_taken_back():
    couple = Couple(*"abc")
    couple.choose(OnceMore())
    couple.wait(21)
    assert couple.queue.once_more == "a"
    couple.talk()
    couple.wait()
    assert couple.order == "abc"
    couple.talk()
    couple.choose(OnceMore())
    assert couple.choose(OnceIsEnough()) is None
    couple.wait()
    assert couple.order == "bca"


def test_a_theme_that_leaves_the_table_takes_once_more_with_it():
    couple = Couple(*"abc")
    couple.choose(OnceMore())
    couple.choose(PutLast("a"))
    assert couple.queue.once_more == ""


def test_what_they_chose_after_a_talk_is_not_undone_by_the_week():
    couple = Couple(*"abcd")
    couple.talk()
    couple.choose(PutLast("a"))
    couple.choose(TakeNext("a"))
    assert couple.order == "bacd"
    couple.wait()
    assert couple.order == "bacd"


# -- themes that come and go


def test_a_theme_that_is_switched_off_is_passed_over_and_keeps_its_place():
    couple = Couple(*"abcdx")
    couple.choose(TakeNext("x"))
    assert couple.order == "axbcd"
    couple.library.remove("x")
    assert couple.order == "abcd"
    couple.choose(MoveUp("c"))
    couple.talk()
    couple.wait()
    assert couple.order == "cbda"
    couple.library.append("x")
    assert couple.order == "xcbda"


def test_on_the_table_when_it_is_switched_off_it_is_back_there_later():
    couple = Couple(*"abc")
    couple.choose(TakeNext("c"))
    couple.choose(PutLast("a"))
    couple.library.remove("c")
    assert couple.order == "ba"
    couple.library.append("c")
    assert couple.order == "cba"


def test_what_is_new_comes_before_what_was_talked_about_and_leaves_the_table_alone():
    couple = Couple(*"abc")
    for _ in range(2):
        couple.talk()
        couple.wait()
    assert couple.order == "cab"
    couple.choose(MoveUp("b"))
    couple.library += ["x", "y"]
    assert couple.order == "cxyba"
    for _ in range(3):
        couple.talk()
        couple.wait()
    assert couple.order == "bacxy"
    couple.choose(MoveUp("c"))
    couple.library += ["z"]
    assert couple.order == "bzcaxy"


def test_a_year_of_themes_that_comes_with_an_update_follows_the_first_ones():
    """After all twelve were talked about, and not after they were all talked about again."""
    couple = Couple(*"abc")
    for _ in range(3):
        couple.talk()
        couple.wait()
    couple.library += list("defg")
    assert couple.order == "defgabc"


moves = st.sampled_from([TakeNext, MoveUp, MoveDown, PutLast])
commands = st.one_of(
    st.tuples(moves, st.sampled_from("abcxyz")).map(lambda made: made[0](made[1])),
    st.sampled_from([OnceMore(), OnceIsEnough(), KeepGoing(), BeDone(), BeginAgain()]),
)
happenings = st.lists(
    st.one_of(
        commands,
        st.just("talk"),
        st.integers(1, 20),
        st.sampled_from("abcxyz").map(lambda name: f"toggle {name}"),
    ),
    max_size=60,
)


@given(happenings)
def test_it_is_always_a_permutation_of_the_library(happened):
    couple = Couple(*"abcdef")
    for what in happened:
        before = couple.queue
        match what:
            case int():
                couple.wait(what)
            case "talk":
                couple.talk()
            case str():
                name = what.split()[1]
                if name in couple.library and len(couple.library) > 1:
                    couple.library.remove(name)
                elif name not in couple.library:
                    couple.library.append(name)
            case command:
                if couple.choose(command) is not None:
                    assert couple.queue == before
        queue = couple.queue
        assert sorted(queue.present) == sorted(couple.library)
        assert len(set(queue.order)) == len(queue.order)
        assert (queue.on_table, *queue.coming) == queue.present
        # What is not touched keeps its order.
        if isinstance(what, str) and what.startswith("toggle"):
            stayed = [one for one in before.present if one in couple.library]
            assert [one for one in queue.present if one in before.present] == stayed


@given(st.lists(st.sampled_from("bcdef"), min_size=1, max_size=8, unique=True), happenings)
def test_switched_off_and_on_again_nothing_has_changed(pack, happened):
    couple = Couple(*"abcdef")
    for what in happened:
        if what == "talk":
            couple.talk()
        elif isinstance(what, int):
            couple.wait(what)
        elif not isinstance(what, str):
            couple.choose(what)
    before = couple.queue
    whole = list(couple.library)
    couple.library = [one for one in whole if one not in pack]
    assert couple.queue.present == tuple(one for one in before.present if one not in pack)
    couple.library = whole
    assert couple.queue == before


# -- a good ending


def talk_about(couple, count):
    for _ in range(count):
        couple.talk()
        couple.wait()


@pytest.mark.parametrize("count", range(16))
def test_after_four_eight_and_twelve_themes_there_is_an_exit(count):
    couple = Couple(*"abcdefghijklmnop")
    talk_about(couple, count)
    assert couple.queue.exit == (count if count in (4, 8, 12) else 0)
    assert len(couple.queue.talked) == count


def test_whoever_goes_on_is_asked_again_four_themes_later():
    couple = Couple(*"abcdefghij")
    talk_about(couple, 4)
    assert couple.choose(KeepGoing()) is None
    for _ in range(3):
        assert couple.queue.exit == 0
        talk_about(couple, 1)
    talk_about(couple, 1)
    assert couple.queue.exit == 8


def test_the_same_theme_twice_is_one():
    couple = Couple(*"abcdefg")
    for _ in range(3):
        couple.talk("a")
        couple.wait(1)
    assert couple.queue.talked == ("a",)


def test_done_for_now_and_begun_again():
    couple = Couple(*"abcdefgh")
    talk_about(couple, 4)
    assert couple.choose(BeDone()) is None
    assert (couple.queue.done, couple.queue.exit) == (True, 0)
    assert couple.choose(BeDone()) == NotChosen(WhyNot.IS_SO)
    couple.wait(100)
    assert couple.queue.done
    assert couple.queue.on_table == "e"
    assert couple.choose(BeginAgain()) is None
    assert not couple.queue.done


@pytest.mark.parametrize("talked", [True, False])
def test_whoever_sits_down_to_a_theme_has_begun_again(talked):
    couple = Couple("a", "b")
    couple.choose(BeDone())
    couple.history.append(replace(a_session(couple.today + DAY, ""), theme_id=""))
    couple.wait(2)
    assert couple.queue.done
    couple.talk(talked=talked)
    assert not couple.queue.done
    couple.wait(1)
    assert couple.choose(BeDone()) is None
    assert couple.queue.done


# -- what is kept


def test_a_choice_is_whole():
    with pytest.raises(ValueError, match="UTC"):
        Choice(ChoiceKind.DONE, datetime(2026, 11, 23))  # noqa: DTZ001
    with pytest.raises(ValueError, match="order"):
        Choice(ChoiceKind.UP, on(MONDAY), "a")
    with pytest.raises(ValueError, match="order"):
        Choice(ChoiceKind.DONE, on(MONDAY), "a", ("a",))
    with pytest.raises(ValueError, match="twice"):
        Choice(ChoiceKind.UP, on(MONDAY), "a", ("a", "a"))


def test_a_choice_from_a_clock_that_was_ahead_holds_and_stops_nothing():
    couple = Couple(*"abc")
    couple.wait(700)
    couple.choose(TakeNext("c"))
    couple.today = MONDAY
    assert couple.order == "acb"
    couple.talk()
    couple.wait()
    assert couple.order == "cba"


def test_of_two_choices_the_one_that_was_made_last_holds_whatever_the_clock_said():
    couple = Couple(*"abcd")
    couple.wait(1)
    couple.choose(TakeNext("c"))
    couple.wait(-1)
    couple.choose(TakeNext("d"))
    couple.wait(7)
    assert couple.order == "adcb"


def test_a_session_that_is_still_to_come_moves_nothing():
    couple = Couple(*"abc")
    couple.talk()
    couple.history.append(a_session(MONDAY + 9 * WEEK, "b"))
    assert couple.order == "abc"
    couple.wait()
    assert couple.order == "bca"
