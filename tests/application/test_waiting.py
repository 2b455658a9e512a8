"""A talk that waits for another day, lines in the inventory, and what one wrote alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import StoreFull, StoreReadOnly
from coupleapp.application.session_drafts import sweep
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import fold
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.commands import LeaveStopped, Stop
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.notebook import TEXT_MAX, EntryKind, TextRefused
from coupleapp.store import open_store
from tests.application.hands import (
    at_once,
    full_disk,
    play_through,
    press_on,
    seconds_left,
    sessions_of,
    write_protected,
)
from tests.domain.guided_session.sessions import a_plan, plan_of, shipped_formats

FORMATS = {kind.id: kind for kind in shipped_formats()}


def at(store, clock, plan, kind):
    leader = sessions_of(store, clock).begin(plan)
    for _ in range(60):
        if isinstance(leader.state.step, kind):
            return leader
        press_on(leader)
    raise AssertionError(kind)


@pytest.fixture
def waiting(store, clock):
    """The speaker has spoken for twenty seconds; they go on tomorrow."""
    leader = at(store, clock, a_plan(), s.Talking)
    for _ in range(20):
        clock.pass_time(1)
        leader.tick()
    leader.handle(pc.AskPause(Seat.LEFT))
    leader.handle(pc.BookReturn(PauseKind.FLOODED, clock.now() + timedelta(hours=22)))
    return leader


def test_a_talk_that_waits_is_not_one_that_was_cut_off(store, clock, waiting):
    sessions = sessions_of(store, clock)
    assert sessions.unfinished() is None
    assert sessions.waiting().id == waiting.id
    (past,) = store.sessions.history()
    assert past.waits_until == clock.now() + timedelta(hours=22)


def test_it_is_taken_up_with_exactly_the_time_that_was_left(store, clock, folder, waiting):
    left = 90 - 20
    store.close()
    clock.pass_time(30 * 3600)
    again = open_store(folder, [])
    sessions = sessions_of(again, clock)
    leader = sessions.come_back(sessions.waiting())
    leader.handle(pc.ComeBack())
    assert isinstance(leader.state.pause, p.Returning)
    for seat in Seat:
        leader.handle(pc.AnswerReturn(seat, ready=True))
    leader.handle(pc.FinishRecap(Seat.LEFT))
    leader.handle(pc.FinishRecap(Seat.RIGHT))
    assert leader.state.floor is Seat.RIGHT
    assert seconds_left(leader) == pytest.approx(left, abs=0.5)
    assert sessions.waiting() is None
    play_through(leader, clock)
    assert again.sessions.history()[-1].ending is Ending.FINISHED
    again.close()


def test_it_waits_on_until_both_go_on_with_it(store, clock, waiting):
    sessions = sessions_of(store, clock)
    leader = sessions.come_back(sessions.waiting())
    assert isinstance(leader.state.pause, p.Waiting)
    assert sessions.waiting().id == waiting.id


def test_whoever_is_not_ready_yet_finds_another_time(store, clock, waiting):
    sessions = sessions_of(store, clock)
    leader = sessions.come_back(sessions.waiting())
    leader.handle(pc.ComeBack())
    leader.handle(pc.AnswerReturn(Seat.LEFT, ready=True))
    leader.handle(pc.AnswerReturn(Seat.RIGHT, ready=False))
    assert isinstance(leader.state.pause, p.Booking)
    leader.handle(pc.BookReturn(PauseKind.FLOODED, clock.now() + timedelta(hours=20)))
    assert sessions.waiting().id == leader.id


def test_another_talk_can_be_held_meanwhile_and_the_first_still_waits(store, clock, waiting):
    sessions = sessions_of(store, clock)
    clock.pass_time(3600)
    news = sessions.begin(plan_of(FORMATS["quiet_together"]))
    assert sessions.unfinished().id == news.id
    play_through(news, clock)
    assert sessions.waiting().id == waiting.id


def test_it_may_be_let_rest(store, clock, waiting):
    sessions = sessions_of(store, clock)
    sessions.let_rest(sessions.waiting())
    assert sessions.waiting() is None
    (past,) = store.sessions.history()
    assert (past.ending, past.left_in_pause, past.was_hard) == (Ending.ANOTHER_TIME, True, True)


def test_what_cannot_be_kept_leaves_it_waiting(store, clock, waiting):
    sessions = sessions_of(store, clock)
    leader = sessions.come_back(sessions.waiting())
    with write_protected(store), pytest.raises(StoreReadOnly):
        leader.handle(pc.ComeBack())
    assert sessions.waiting().id == waiting.id


class TestTheInventory:
    def test_a_moment_is_kept_for_both_under_who_named_it(self, store, clock):
        leader = at(store, clock, plan_of(FORMATS["unseen_moments"]), s.KeepingLine)
        assert leader.keep_line("At the door, on Tuesday.") is None
        (entry,) = store.notebook.page(None, 9, EntryKind.UNSEEN)
        assert (entry.text, entry.author) == ("At the door, on Tuesday.", Seat.RIGHT)
        assert store.sessions.log(leader.id)[-1].entry_id == entry.id

    def test_nothing_written_leaves_it_at_that(self, store, clock):
        leader = at(store, clock, plan_of(FORMATS["unseen_moments"]), s.KeepingLine)
        assert leader.keep_line("  ") is None
        assert store.notebook.page(None, 9, EntryKind.UNSEEN) == ()
        assert isinstance(leader.state.step, s.Talking)

    def test_what_does_not_fit_moves_nothing_on(self, store, clock):
        leader = at(store, clock, plan_of(FORMATS["unseen_moments"]), s.KeepingLine)
        with full_disk(store), pytest.raises(StoreFull):
            leader.keep_line("ж" * TEXT_MAX)
        assert isinstance(leader.state.step, s.KeepingLine)


class TestWrittenAlone:
    @pytest.fixture
    def leader(self, store, clock):
        return at(store, clock, plan_of(FORMATS["outside_view"]), s.Writing)

    def test_let_go_leaves_nothing(self, store, leader):
        assert leader.finish_writing("It was late.", keep=False) is None
        assert leader.over
        assert store.notebook.page(None, 9) == store.notebook.private_of(Seat.RIGHT) == ()

    def test_kept_for_oneself_is_read_by_nobody_else(self, store, leader):
        leader.finish_writing("It was late.", keep=True)
        assert store.notebook.page(None, 9) == ()
        assert store.notebook.private_of(Seat.LEFT) == ()
        (entry,) = store.notebook.private_of(Seat.RIGHT)
        assert (entry.text, entry.private) == ("It was late.", True)

    def test_put_into_the_notebook_is_for_both(self, store, leader):
        leader.finish_writing("It was late.", keep=True, private=False)
        assert [entry.text for entry in store.notebook.page(None, 9)] == ["It was late."]
        assert store.notebook.private_of(Seat.RIGHT) == ()

    def test_there_has_to_be_something_to_keep(self, leader):
        with pytest.raises(TextRefused):
            leader.finish_writing(" ", keep=True)
        assert isinstance(leader.state.step, s.Writing)

    @pytest.mark.slow
    def test_the_time_takes_nothing_out_of_the_hand(self, leader, clock):
        for _ in range(5000):
            clock.pass_time(1)
            leader.tick()
        assert isinstance(leader.state.step, s.Writing)

    def test_it_moves_no_turn_and_no_theme(self, store, leader):
        leader.finish_writing("", keep=False)
        (past,) = store.sessions.history()
        assert (past.talked, past.introduced, past.theme_id) == (False, False, "")


@pytest.mark.slow
def test_no_event_holds_a_word_of_the_two(store, clock):
    """Feelings are ids of the list; words lie in the notebook alone, where they can be deleted."""
    for kind in FORMATS.values():
        leader = sessions_of(store, clock).begin(plan_of(kind))
        while not leader.over:
            step = leader.state.step
            if isinstance(step, s.KeepingLine):
                leader.keep_line("A word of ours.")
            elif isinstance(step, s.Writing):
                leader.finish_writing("A word of ours.", keep=True)
            elif isinstance(step, s.Sharing) and step.kind != "rate":
                leader.share(step.seat, "A word of ours.")
            else:
                press_on(leader)
        assert "A word of ours" not in repr(store.sessions.log(leader.id))
        assert fold(store.sessions.log(leader.id)) == leader.state


def test_of_two_that_wait_the_next_one_due_comes_first(store, clock, waiting):
    leader = at(store, clock, a_plan(), s.Talking)
    leader.handle(pc.AskPause(Seat.LEFT))
    leader.handle(pc.BookReturn(PauseKind.THINK, clock.now() + timedelta(hours=2)))
    sessions = sessions_of(store, clock)
    assert sessions.waiting().id == leader.id
    assert store.sessions.waits_until() == clock.now() + timedelta(hours=2)
    sessions.let_rest(sessions.waiting())
    assert sessions.waiting().id == waiting.id


@pytest.mark.slow
def test_whoever_types_speaks_first_as_often(store, clock):
    """Three times the time is not three times the airtime."""
    leader = sessions_of(store, clock).begin(replace(a_plan(), typed=(Seat.RIGHT,)))
    while not leader.over:
        seconds = 90 if isinstance(leader.state.step, s.Talking) else 1
        if leader.state.floor is Seat.RIGHT and isinstance(leader.state.step, s.Talking):
            seconds *= 3
        for _ in range(seconds):
            clock.pass_time(1)
            leader.tick()
        if not leader.over:
            press_on(leader)
    (past,) = store.sessions.history()
    assert past.spoken_left_s == pytest.approx(past.spoken_right_s, abs=5)


def test_what_a_session_that_was_over_left_behind_is_put_away_at_the_next_start(store, clock):
    leader = sessions_of(store, clock).begin(a_plan())
    leader.handle(Stop())
    leader.handle(LeaveStopped())
    for key, text in [("mattered:left", "You laug"), ("compose:i_felt:left:0", "small")]:
        store.drafts.remember_draft(f"session:{leader.id}:{key}", text)
    living = sessions_of(store, clock).begin(a_plan())
    store.drafts.remember_draft(f"session:{living.id}:mattered:left", "still here")
    sweep(Drafts(store.drafts, at_once), store.sessions)
    assert store.drafts.draft("notebook:new") == "You laug"
    left = store.drafts.drafts_under("session:")
    assert left == {f"session:{living.id}:mattered:left": "still here"}
