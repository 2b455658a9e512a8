"""From a wish to sit down to a session; what waits from another evening; what Home reads."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LOOSE_AFTER, UNRESUMED_NOTED
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.setback import SETBACK, Setback
from coupleapp.domain.notebook import EntryKind
from coupleapp.shell.use_cases import build_use_cases
from tests.application.hands import at_once, play_through, press_on, write_protected
from tests.application.test_planning import PROGRAMME


@pytest.fixture
def use(store, clock):
    """Everything that Maya and Tomas can do, composed as in the app."""
    use = build_use_cases(store, PROGRAMME, clock, at_once, rehearsal=True)
    use.couples.begin("Maya", "Tomas", time(21, 30))
    return use


def until(leader, step):
    for _ in range(60):
        if isinstance(leader.state.step, step):
            return leader
        press_on(leader)
    raise AssertionError(step)


def put_off(use, clock, hours=22):
    """A talk on its theme that goes on another day, with a line begun in it."""
    leader = until(use.sitting_down.begin(), s.Talking)
    leader.handle(pc.AskPause(Seat.LEFT))
    leader.handle(pc.BookReturn(PauseKind.FLOODED, clock.now() + timedelta(hours=hours)))
    return leader


class TestSittingDown:
    def test_home_begins_this_weeks_theme_talk(self, use):
        plan = use.sitting_down.begin().state.plan
        assert (plan.format_id, plan.theme_id) == ("theme_talk", use.themes.theme().id)

    def test_without_that_format_home_begins_the_first_there_is(self, store, clock):
        others = tuple(kind for kind in PROGRAMME.formats if kind.id != "theme_talk")
        use = build_use_cases(store, replace(PROGRAMME, formats=others), clock, at_once)
        assert use.sitting_down.usual is others[0]

    def test_another_kind_is_opened_by_whom_it_asks_for(self, use):
        kind = use.sitting_down.kind("careful_opening")
        plan = use.sitting_down.begin(kind, Seat.RIGHT).state.plan
        assert (plan.format_id, plan.first_speaker) == ("careful_opening", Seat.RIGHT)
        assert use.sitting_down.kind("no_such_kind") is None

    def test_what_cannot_be_kept_has_not_begun(self, use, store):
        with write_protected(store), pytest.raises(StoreError):
            use.sitting_down.begin()
        assert store.sessions.history() == ()


class TestWhatWaits:
    def test_nothing_does(self, use):
        down = use.sitting_down
        assert (down.come_back(), down.take_up(), down.waits_until()) == (None, None, None)
        down.let_rest()

    def test_a_talk_put_off_goes_on_where_it_stood(self, use, clock):
        before = put_off(use, clock)
        assert use.sitting_down.waits_until() == clock.now() + timedelta(hours=22)
        assert use.sitting_down.take_up() is None, "it was not cut off"
        clock.pass_time(22 * 3600)
        again = use.sitting_down.come_back()
        assert again.id == before.id
        assert isinstance(again.state.step, s.Talking)

    def test_a_session_cut_off_is_held_until_both_carry_on(self, use):
        before = until(use.sitting_down.begin(), s.Talking)
        again = use.sitting_down.take_up()
        assert (again.id, again.held) == (before.id, True)

    def test_let_rest_it_waits_no_more_and_what_was_begun_is_in_the_notebook(self, use, clock):
        leader = until(use.sitting_down.begin(), s.ClosingRound)
        use.drafts.keep_now(
            f"session:{leader.id}:closing_round:mattered:left", "The quiet mornings."
        )
        leader.handle(pc.AskPause(Seat.LEFT))
        leader.handle(pc.BookReturn(PauseKind.FLOODED, clock.now() + timedelta(hours=5)))
        use.sitting_down.let_rest()
        assert use.sitting_down.waits_until() is None
        assert use.drafts.recall("notebook:new") == "The quiet mornings."


def test_every_third_check_in_looks_back_over_three_months(use, clock):
    held = []
    for _ in range(3):
        held.append(use.sitting_down.check_in())
        play_through(use.sitting_down.begin(use.sitting_down.kind(held[-1])), clock)
        clock.pass_time(31 * 86_400)
    assert held == ["monthly_check_in", "monthly_check_in", "three_month_review"]


def test_what_the_last_talks_were_like_is_asked_in_one_place(use, clock):
    down = use.sitting_down
    assert (down.pauses_carry_on(), down.may_be_looser()) == (False, False)
    for _ in range(UNRESUMED_NOTED):
        leader = until(down.begin(), s.Talking)
        leader.handle(pc.AskPause(Seat.LEFT))
        leader.handle(pc.StartPause(PauseKind.THINK, 10))
        leader.handle(c.Stop())
        leader.handle(c.LeaveStopped())
    assert down.pauses_carry_on()
    for _ in range(LOOSE_AFTER):
        play_through(down.begin(), clock)
    assert (down.pauses_carry_on(), down.may_be_looser()) == (False, True)


def test_before_there_is_a_couple_the_first_check_in_is_the_months(store, clock):
    use = build_use_cases(store, PROGRAMME, clock, at_once)
    assert use.sitting_down.check_in() == "monthly_check_in"


class TestAnotherQuestion:
    def test_it_is_of_the_same_theme_and_was_not_on_the_table(self, use):
        leader = until(use.sitting_down.begin(), s.Introducing)
        first = leader.state.prompt.id
        other = use.prompts.another(leader)
        assert other.id not in {None, first}
        leader.handle(c.ChangePrompt(other))
        assert use.prompts.another(leader).id not in {first, other.id}

    def test_none_leaves_the_theme(self, use):
        leader = until(use.sitting_down.begin(), s.Introducing)
        free = use.prompts.freely(leader)
        assert free.id is None
        assert free.text.startswith("Talk as you like about")

    def test_before_any_is_read_every_one_may_come(self, use):
        leader = until(use.sitting_down.begin(), s.Readiness)
        assert leader.state.prompt is None or use.prompts.another(leader).id is not None

    def test_where_its_theme_is_gone_they_talk_as_they_like(self, use, store, clock):
        leader = until(use.sitting_down.begin(), s.Introducing)
        others = tuple(t for t in PROGRAMME.themes if t.id != leader.state.plan.theme_id)
        later = build_use_cases(store, replace(PROGRAMME, themes=others), clock, at_once)
        assert later.prompts.another(leader) == later.prompts.freely(leader)
        assert later.prompts.freely(leader).text == "Talk as you like."

    def test_the_lines_for_the_listener_are_the_librarys(self, use):
        assert use.prompts.cues() == PROGRAMME.cues


def test_home_reads_how_things_stand(use, clock):
    couple = use.couples.couple
    new = use.home.look(couple)
    assert (new.newest, new.waits_until, new.has_kept_an_evening) == (None, None, False)
    use.notebook.write("Walked to the lake.", None)
    tonight = use.evenings.today()
    use.evenings.give(tonight, Seat.LEFT, "You waited.")
    use.evenings.reveal(use.evenings.give(tonight, Seat.RIGHT, None))
    put_off(use, clock)
    now = use.home.look(couple)
    assert now.waits_until == clock.now() + timedelta(hours=22)
    assert now.has_kept_an_evening
    assert now.evening.revealed
    assert now.theme is use.themes.theme()
    assert now.minutes == use.sitting_down.usual.minutes
    assert now.newest is not None


DAY = 86_400


@pytest.fixture
def a_day_after(use, clock):
    """They had enough yesterday, in the middle of a talk; the id of it."""
    leader = until(use.sitting_down.begin(), s.Talking)
    leader.handle(c.Stop())
    leader.handle(c.LeaveStopped())
    assert use.home.look(use.couples.couple).setback is None
    clock.pass_time(DAY)
    return leader.id


def setback(use):
    return use.home.look(use.couples.couple).setback


def test_a_day_after_a_talk_that_ended_early_each_may_look_at_it(use, a_day_after):
    assert setback(use) == Setback(a_day_after, tuple(Seat))
    kind = use.sitting_down.kind(SETBACK)
    leader = until(use.sitting_down.begin(kind, Seat.RIGHT), s.Writing)
    leader.finish_writing("my pride", keep=True)
    assert setback(use) == Setback(a_day_after, (Seat.LEFT,))
    (kept,) = use.notebook.private_of(Seat.RIGHT)
    assert kept.kind is EntryKind.SETBACK


def test_not_now_is_kept_and_asks_for_nothing_where_nothing_is_asked(
    use, store, clock, a_day_after
):
    use.home.let_setback_go()
    assert setback(use) is None
    use.home.let_setback_go()
    assert use.couples.settings.setback_let_go == a_day_after
    again = build_use_cases(store, PROGRAMME, clock, at_once, rehearsal=True)
    assert setback(again) is None


def test_not_now_that_could_not_be_kept_is_none(use, store, a_day_after):
    with write_protected(store), pytest.raises(StoreError):
        use.home.let_setback_go()
    assert setback(use) == Setback(a_day_after, tuple(Seat))
