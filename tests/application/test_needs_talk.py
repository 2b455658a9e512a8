"""A talk about needs over a real file: on disk before it is seen, sealed, and gone when it ends."""

from datetime import timedelta

import pytest

from coupleapp.application.kept_lists import KeptLists
from coupleapp.application.needs_talk import NeedsTalk
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.guided_session import Refusal, Why, fold
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.needs.guarded import Area, BelongsToEachAlone
from coupleapp.domain.needs.needs import Bends, Ring
from coupleapp.domain.words.lines import LineRefused
from coupleapp.store import open_store
from tests.application.hands import new_id, press_on, sessions_of, write_protected
from tests.domain.guided_session.sessions import a_plan, plan_of, several
from tests.domain.guided_session.talks_about_needs import NEEDS, PLAN

LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
TALK = plan_of(several(*NEEDS))
PRESSES = 22


def talk_of(store, clock):
    return NeedsTalk(store.needs, clock, new_id)


@pytest.fixture
def kept_lists(store):
    return KeptLists(store.needs, store.sessions)


@pytest.fixture
def talk(store, clock):
    return talk_of(store, clock)


@pytest.fixture
def leader(store, clock):
    return sessions_of(store, clock).begin(TALK)


def until(leader, step):
    for _ in range(PRESSES):
        if isinstance(leader.state.step, step):
            return leader
        press_on(leader)
    raise AssertionError(leader.state.step)


def lists(talk, leader):
    """Both lists, by the use cases; both are open then."""
    talk.choose(leader, Topic.OWN, "  the dog ")
    for seat in (RIGHT, LEFT):
        assert talk.add_core(leader, f"walks, {seat}", "it rests me") is None
        assert talk.add_flexible(leader, f"which hour, {seat}") is None
        assert leader.handle(nc.FinishList(seat)) is None


def plan_agreed(talk, leader):
    lists(talk, leader)
    leader.handle(c.GoOn())
    until(leader, n.WritingTrial)
    assert talk.propose(leader, PLAN) is None


def test_every_press_is_on_disk_before_it_is_seen(store, leader):
    presses = 0
    while not leader.over:
        press_on(leader)
        assert fold(store.sessions.log(leader.id)) == leader.state
        presses += 1
    assert presses == PRESSES
    (log,) = store.agreements.logs()
    assert log.events[0].agreement.id == leader.state.needs.agreement_id


def test_what_cannot_be_kept_has_not_happened(store, leader):
    while not leader.over:
        before, log = leader.state, store.sessions.log(leader.id)
        needs, lines = store.needs.needs(leader.id, list(Seat)), store.needs.lines(leader.id)
        with write_protected(store), pytest.raises(StoreReadOnly):
            press_on(leader)
        assert leader.state is before
        assert store.sessions.log(leader.id) == log
        assert store.needs.needs(leader.id, list(Seat)) == needs
        assert store.needs.lines(leader.id) == lines
        press_on(leader)
    assert len(store.agreements.logs()) == 1


@pytest.mark.parametrize("presses", range(PRESSES))
def test_a_crash_costs_no_word_and_opens_nothing(store, clock, folder, presses):
    leader = sessions_of(store, clock).begin(TALK)
    for _ in range(presses):
        press_on(leader)
    before = {alone: talk_of(store, clock).read(leader, alone) for alone in (None, *Seat)}
    state = leader.state
    store.close()
    again = open_store(folder, [])
    sessions, talk = sessions_of(again, clock), talk_of(again, clock)
    taken_up = sessions.take_up(sessions.unfinished())
    assert taken_up.state == state
    for alone, table in before.items():
        assert talk.read(taken_up, alone) == table
    if not state.needs.revealed:
        assert talk.read(taken_up).needs == ()
        for alone in Seat:
            assert {need.seat for need in talk.read(taken_up, alone).needs} <= {alone}
    taken_up.carry_on()
    while not taken_up.over:
        press_on(taken_up)
    assert len(again.agreements.logs()) == 1
    again.close()


def test_the_words_are_clean_and_come_back_in_their_order(talk, leader):
    lists(talk, leader)
    table = talk.read(leader)
    assert (table.topic, table.own_topic) == (Topic.OWN, "the dog")
    assert [need.text for need in table.needs] == [
        "walks, right",
        "which hour, right",
        "walks, left",
        "which hour, left",
    ]
    assert table.of(LEFT, Ring.CORE)[0].why == "it rests me"


def test_a_wish_is_for_the_other(talk, leader):
    talk.choose(leader, Topic.CHORES)
    assert talk.add_flexible(leader, "shorter showers", Area.HOME) is None
    (need,) = talk.read(leader, RIGHT).needs
    assert (need.bends, need.area) == (Bends.THEIRS, Area.HOME)


@pytest.mark.parametrize(
    ("text", "area"), [("a little less", Area.MONEY), ("You stop seeing friends", Area.PLANS)]
)
def test_what_belongs_to_each_alone_changes_nothing(store, talk, leader, text, area):
    talk.choose(leader, Topic.TIME)
    before = leader.state
    with pytest.raises(BelongsToEachAlone):
        talk.add_flexible(leader, text, area)
    assert leader.state is before
    assert store.needs.needs(leader.id, list(Seat)) == ()


@pytest.mark.parametrize("text", ["", "  ", "x" * (LINE_MAX + 1)])
def test_nothing_and_too_much_are_refused(store, talk, leader, text):
    with pytest.raises(LineRefused):
        talk.choose(leader, Topic.OWN, text)
    talk.choose(leader, Topic.TIME)
    with pytest.raises(LineRefused):
        talk.add_core(leader, text)
    assert store.needs.needs(leader.id, list(Seat)) == ()


def test_a_line_is_taken_back_by_its_writer_only(talk, leader):
    talk.choose(leader, Topic.TIME)
    talk.add_core(leader, "walks", "it rests me")
    (need,) = talk.read(leader, RIGHT).needs
    kept = []
    assert talk.take_back(leader, need.id, kept.append) is None
    assert kept == [need]
    assert talk.read(leader, RIGHT).needs == ()
    assert talk.take_back(leader, need.id, kept.append) == Refusal(Why.NOT_THERE)
    talk.add_core(leader, "walks")
    (need,) = talk.read(leader, RIGHT).needs
    leader.handle(nc.FinishList(RIGHT))
    assert talk.take_back(leader, need.id, kept.append) == Refusal(Why.NOT_THERE)
    leader.handle(nc.FinishList(LEFT))
    assert talk.take_back(leader, need.id, kept.append) == Refusal(Why.OTHER_STEP)
    assert talk.read(leader).needs == (need,)
    assert len(kept) == 1


def test_the_words_are_safe_before_the_line_goes(store, talk, leader):
    talk.choose(leader, Topic.TIME)
    talk.add_core(leader, "walks", "it rests me")
    (need,) = talk.read(leader, RIGHT).needs
    seen = []
    talk.take_back(
        leader, need.id, lambda one: seen.append((one, store.needs.needs(leader.id, [RIGHT])))
    )
    assert seen == [(need, (need,))], "it was on the list still"

    def fails(_):
        raise StoreReadOnly

    talk.add_core(leader, "walks")
    (need,) = talk.read(leader, RIGHT).needs
    with pytest.raises(StoreReadOnly):
        talk.take_back(leader, need.id, fails)
    assert talk.read(leader, RIGHT).needs == (need,)


def test_lines_of_both(talk, leader):
    lists(talk, leader)
    leader.handle(c.GoOn())
    until(leader, n.FindingCommon)
    talk.add_line(leader, "to sleep enough")
    with pytest.raises(BelongsToEachAlone):
        talk.add_line(leader, "Noa stops seeing friends", ["Noa", "Ben"])
    assert [line.text for line in talk.read(leader).grounds] == ["to sleep enough"]
    leader.handle(c.GoOn())
    talk.add_line(leader, "a walk")
    (line,) = talk.read(leader).options
    leader.handle(nc.TakeLine(line.id))
    assert talk.read(leader).options == ()
    assert talk.add_line(leader, "a walk") is None


def test_two_yeses_make_an_agreement_in_their_words(store, clock, talk, leader):
    plan_agreed(talk, leader)
    assert talk.read(leader).trial == PLAN
    assert talk.confirm(leader, RIGHT) is None
    assert store.agreements.logs() == ()
    assert talk.confirm(leader, RIGHT) == Refusal(Why.ALREADY_ANSWERED)
    assert talk.confirm(leader, LEFT) is None
    (log,) = store.agreements.logs()
    made = log.events[0].agreement
    assert (made.session_id, made.topic, made.own_topic) == (leader.id, Topic.OWN, "the dog")
    assert (made.when, made.where, made.left, made.right) == (
        PLAN.when,
        PLAN.where,
        PLAN.left,
        PLAN.right,
    )
    assert made.made_at == clock.now()
    assert made.review_on == (clock.now() + timedelta(days=PLAN.days)).date()
    assert talk.read(leader).trial is None
    assert talk.confirm(leader, LEFT) == Refusal(Why.OTHER_STEP)


def test_the_second_yes_and_the_agreement_are_one(store, talk, leader):
    plan_agreed(talk, leader)
    talk.confirm(leader, RIGHT)
    log = store.sessions.log(leader.id)
    with write_protected(store), pytest.raises(StoreReadOnly):
        talk.confirm(leader, LEFT)
    assert store.agreements.logs() == ()
    assert store.sessions.log(leader.id) == log
    assert isinstance(leader.state.step, n.ConfirmingTrial)


def test_a_plan_that_is_written_anew_leaves_nothing_of_the_old_one(store, talk, leader):
    plan_agreed(talk, leader)
    talk.confirm(leader, RIGHT)
    leader.handle(nc.ReopenTrial())
    assert talk.read(leader).trial is None
    assert not any(line.id.startswith("trial") for line in store.needs.lines(leader.id))


@pytest.mark.parametrize("end", [c.Stop(), c.Lighten()], ids=["stopped", "lighter"])
def test_what_was_not_opened_is_gone_with_the_end(store, kept_lists, talk, leader, end):
    talk.choose(leader, Topic.OWN, "the dog")
    talk.add_core(leader, "walks")
    leader.handle(end)
    while not leader.over:
        press_on(leader)
    assert store.needs.needs(leader.id, list(Seat)) == ()
    assert store.needs.lines(leader.id) == ()
    assert kept_lists.all() == ()


def test_a_talk_that_is_let_rest_takes_its_sealed_words_along(store, clock, talk, leader):
    talk.choose(leader, Topic.TIME)
    talk.add_core(leader, "walks")
    leader.handle(pc.AskPause(LEFT))
    leader.handle(pc.BookReturn(PauseKind.THINK, clock.now() + timedelta(hours=20)))
    sessions = sessions_of(store, clock)
    assert len(store.needs.needs(leader.id, [RIGHT])) == 1
    sessions.let_rest(sessions.waiting())
    assert store.needs.needs(leader.id, [RIGHT]) == ()


def test_what_was_opened_is_kept_with_what_they_share(store, kept_lists, talk, leader):
    lists(talk, leader)
    leader.handle(c.GoOn())
    until(leader, n.FindingCommon)
    shared = talk.read(leader).needs[0]
    leader.handle(nc.MarkCommon(shared.id, both=True))
    talk.add_line(leader, "to sleep enough")
    leader.handle(nc.ParkTalk())
    table = talk.read(leader)
    assert kept_lists.all() == (), "while it runs it is on the table, not in the drawer"
    until(leader, s.Over)
    (kept,) = kept_lists.all()
    assert (kept.session_id, kept.parked, kept.table) == (leader.id, True, table)
    assert kept.table.common == (shared.id,)
    kept_lists.forget(leader.id)
    assert kept_lists.all() == ()
    assert store.needs.lines(leader.id) == ()


def test_a_plan_outlives_the_lists(store, kept_lists, talk, leader):
    plan_agreed(talk, leader)
    for seat in Seat:
        talk.confirm(leader, seat)
    until(leader, s.Over)
    (kept,) = kept_lists.all()
    assert not kept.parked
    kept_lists.forget(leader.id)
    assert len(store.agreements.logs()) == 1


def test_other_talks_bring_and_take_no_words(store, clock):
    leader = sessions_of(store, clock).begin(a_plan())
    leader.handle(c.Stop())
    leader.handle(c.LeaveStopped())
    talk = talk_of(store, clock)
    assert talk.read(leader).topic is None
    assert talk.add_core(leader, "walks") == Refusal(Why.OTHER_STEP)
    assert leader.handle(nc.CheckCore(LEFT, Heard.THATS_IT)) == Refusal(Why.OVER)


@pytest.mark.parametrize("topic", [Topic.TIME, Topic.TOUCH])
def test_a_no_stands_with_whatever_is_about_touch(talk, leader, topic):
    """The topic alone is enough, and so is one line, wherever it stands."""
    talk.choose(leader, topic)
    assert talk.read(leader).about_touch == (topic is Topic.TOUCH)
    talk.add_core(leader, "a long kiss")
    assert talk.read(leader, RIGHT).about_touch
    assert talk.read(leader, LEFT).about_touch == (topic is Topic.TOUCH)


def test_a_no_stands_with_common_ground_and_with_an_option(talk, leader):
    lists(talk, leader)
    leader.handle(c.GoOn())
    until(leader, n.FindingCommon)
    assert not talk.read(leader).about_touch
    talk.add_line(leader, "a longer kiss")
    assert talk.read(leader).about_touch
    leader.handle(nc.TakeLine(talk.read(leader).grounds[0].id))
    leader.handle(c.GoOn())
    assert not talk.read(leader).about_touch
    talk.add_line(leader, "a kiss at the door")
    assert talk.read(leader).about_touch


def test_what_matters_most_is_no_demand_on_the_other(talk, leader):
    talk.choose(leader, Topic.TIME)
    with pytest.raises(BelongsToEachAlone):
        talk.add_core(leader, "that Noa stops seeing friends", names=["Noa", "Ben"])
    assert talk.read(leader, RIGHT).needs == ()


def test_a_plan_whose_words_are_gone_is_no_plan(store, talk, leader):
    plan_agreed(talk, leader)
    assert talk.read(leader).trial == PLAN
    store.needs.forget(leader.id)
    assert talk.read(leader).trial is None
