"""Any command, in any state, at any time: what must hold whatever two people do."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import settings, target
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import BOOK_WITHIN
from coupleapp.domain.formats.format import Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartKind, Role
from coupleapp.domain.guided_session import (
    Event,
    GuidedSession,
    Moment,
    Refusal,
    decide,
    evolve,
    fold,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_events as ne
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_events as te
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.timing import pace, step_timing, timing
from coupleapp.domain.needs.needs import RING_MAX
from tests.domain.guided_session.sessions import START, a_way_on, commands, plans
from tests.domain.guided_session.talks_about_needs import core, flexible, numbers, seats


class AnEvening(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now = Moment(START, 0.0)
        self.state: GuidedSession | None = None
        self.log: list[Event] = []
        # By the step, whether it was played on the lighter way, and who spoke.
        self.spoken: Counter[tuple[int, bool, Seat]] = Counter()
        self.talks: Counter[tuple[int, bool, Seat]] = Counter()
        self.gave_away = False

    def do(self, command: c.Command) -> None:
        before = self.state
        decision = decide(self.state, command, self.now)
        if isinstance(decision, Refusal):
            return
        for event in decision:
            if isinstance(event, te.TalkFinished):
                self._count(event)
            self.state = evolve(self.state, event)
            self.log.append(event)
        if isinstance(command, c.Stop) and before is not None:
            assert self.state.stopped

    def _count(self, event: te.TalkFinished) -> None:
        state = self.state
        if not isinstance(state.step, s.Talking) or state.part.by is not Role.SPEAKER:
            return
        speaker = state.step.turn.speaker
        assert state.step.seat is speaker
        place = (state.index, state.light, speaker)
        self.spoken[place] += state.step.watch.elapsed(self.now.clock) / pace(state, speaker)
        self.talks[place] += 1
        early = step_timing(state, self.now.clock)
        self.gave_away |= event.gives_floor or not early.in_grace

    @initialize(plan=plans)
    def sit_down(self, plan) -> None:
        self.do(c.Begin(plan))

    @rule(command=commands)
    def anything(self, command) -> None:
        self.do(command)

    @precondition(lambda self: self.state and not isinstance(self.state.step, s.Over))
    @rule(steps=st.integers(1, 12))
    def on_we_go(self, steps) -> None:
        for _ in range(steps):
            self.do(a_way_on(self.state))

    @precondition(lambda self: self.state and isinstance(self.state.step, n.Listing))
    @rule(seat=seats, numbers=st.sets(numbers), make=st.sampled_from([core, flexible]))
    def one_writes_on(self, seat, numbers, make) -> None:
        """Also more than fit, and on the list of the other."""
        for number in sorted(numbers):
            self.do(nc.ListNeed(make(seat, number, self.state.needs.topic)))

    @rule(seconds=st.one_of(st.floats(0, 200), st.sampled_from([0.25, 1.0, 90.0, 105.0])))
    def time_passes(self, seconds) -> None:
        self.now = Moment(self.now.at + timedelta(seconds=seconds), self.now.clock + seconds)
        before = self.state
        self.do(c.Tick())
        if before is not None and isinstance(before.step, s.Over):
            assert self.state == before

    @rule(hours=st.integers(-3, 3))
    def the_clock_is_set(self, hours) -> None:
        self.now = Moment(self.now.at + timedelta(hours=hours), self.now.clock)

    @precondition(lambda self: self.state and self.state.pause is None)
    @rule(seat=st.sampled_from(Seat), idle=st.floats(0, 4000))
    def a_pause_costs_no_time(self, seat, idle) -> None:
        """However long, whichever way it ends: the step gets back exactly what it had."""
        if isinstance(self.state.step, s.Over) or seat not in self.state.plan.present:
            return
        before = step_timing(self.state, self.now.clock)
        step, floor = type(self.state.step), self.state.floor
        self.do(pc.AskPause(seat))
        self.do(pc.StartPause(PauseKind.THINK, 10))
        self.now = Moment(self.now.at + timedelta(seconds=idle), self.now.clock + idle)
        self.do(pc.SayReady(seat))
        self.do(pc.SayReady(seat.other))
        while self.state.pause is not None:
            self.do(a_way_on(self.state))
        after = step_timing(self.state, self.now.clock)
        assert (type(self.state.step), self.state.floor) == (step, floor)
        assert (before is None) == (after is None)
        if before and after:
            assert abs(before.left - after.left) < 1e-6

    @precondition(lambda self: self.state and not (self.state.over or self.state.stopped))
    @rule(slip=st.sampled_from([c.Stop(), c.Lighten(), c.ComeAnotherTime()]), idle=st.floats(0, 50))
    def a_slip_is_taken_back(self, slip, idle) -> None:
        """With the time that was left, whatever lay over it; a pause ends as much later."""
        before, left = self.state, timing(self.state, self.now)
        self.do(slip)
        if self.state is before:
            return
        self.now = Moment(self.now.at + timedelta(seconds=idle), self.now.clock + idle)
        self.do(c.TakeBack())
        after = timing(self.state, self.now)
        assert (type(self.state.step), type(self.state.pause)) == (
            type(before.step),
            type(before.pause),
        )
        assert (left is None) == (after is None)
        if left is not None:
            assert abs(after.left - left.left) < 1e-6
        assert (self.state.floor, self.state.undo) == (before.floor, before.undo)

    @invariant()
    def what_can_be_taken_back_does_not_count(self) -> None:
        if self.state is not None and self.state.undo is not None:
            assert not self.state.over
            assert not self.state.settled.stopped

    @invariant()
    def one_floor_at_most(self) -> None:
        if self.state is None:
            return
        talking = isinstance(
            self.state.step, s.InTurn | s.SpareTime | n.SayingCore | n.CheckingCore
        )
        assert (self.state.floor is not None) == talking

    @invariant()
    def the_log_tells_it_all(self) -> None:
        assert fold(self.log) == self.state

    @invariant()
    def every_part_is_one_of_the_plan(self) -> None:
        """Never more chunks or repairs than agreed, and the advice gate only opens when asked."""
        if self.state is None or self.state.turn is None:
            return
        step, turn, part = self.state.step, self.state.turn, self.state.part
        assert 0 <= turn.chunk < self.state.spec.chunks
        assert turn.thoughts or not part.if_asked
        kinds = {
            s.Talking: PartKind.TALK,
            s.SayingBack: PartKind.SAY_BACK,
            s.HeardCheck: PartKind.HEARD,
            s.AskingMore: PartKind.MORE,
            s.Wishing: PartKind.WISH,
            s.Guessing: PartKind.FEELING,
            s.GuessCheck: PartKind.FEELING,
            s.Composing: PartKind.COMPOSE,
            s.Confirming: PartKind.CONFIRM,
            s.KeepingLine: PartKind.KEEP,
        }
        assert part.kind is kinds[type(step)]
        if isinstance(step, s.HeardCheck):
            assert 0 <= step.round <= part.rounds

    @invariant()
    def each_question_is_read_once_and_no_other_is_on_the_table(self) -> None:
        if self.state is None or not self.state.plan.cards:
            return
        assert len(set(self.state.read)) == len(self.state.read)
        assert len(self.state.read) <= len(self.state.plan.cards)
        if isinstance(self.state.step, s.Introducing) and not self.state.seen:
            card = self.state.plan.cards[self.state.plan.card_at(self.state.index)]
            assert self.state.prompt.id in {card.id, None}

    @invariant()
    def who_opens_is_the_only_speaker(self) -> None:
        if self.state is not None and self.state.plan.sitting is Sitting.OPENER:
            opener = self.state.plan.first_speaker
            assert all(speaker is opener for _, _, speaker in self.talks)
            assert self.state.floor in {None, opener}

    @invariant()
    def nobody_waits_unless_a_time_was_agreed_on(self) -> None:
        if self.state is not None and self.state.waits_until is not None:
            booked = self.log[-1].at.at
            assert booked < self.state.waits_until <= booked + BOOK_WITHIN

    @invariant()
    def neither_list_is_longer_than_agreed(self) -> None:
        if self.state is not None:
            for seat in Seat:
                for ring, most in RING_MAX.items():
                    assert len(self.state.needs.ring(seat, ring)) <= most

    @invariant()
    def a_list_is_sealed_until_both_are_done(self) -> None:
        """And while it is sealed, only its own writer may read it."""
        if self.state is None:
            return
        finished = {one.seat for one in self.log if isinstance(one, ne.ListFinished)}
        assert not self.state.needs.revealed or finished == set(Seat)
        if self.state.needs.topic is not None and not self.state.needs.revealed:
            for seat in Seat:
                assert self.state.needs.may_be_read(seat, seat)
                assert not self.state.needs.may_be_read(seat, seat.other)
                assert not self.state.needs.may_be_read(seat, None)

    @invariant()
    def a_plan_is_one_when_both_have_said_yes(self) -> None:
        if self.state is not None and self.state.needs.agreement_id is not None:
            proposed = max(i for i, one in enumerate(self.log) if isinstance(one, ne.TrialProposed))
            since = [o for o in self.log[proposed:] if isinstance(o, ne.TrialConfirmed)]
            assert {one.seat for one in since} == set(Seat)
            assert not self.state.needs.parked

    def teardown(self) -> None:
        if self.state is not None:
            target(abs(self.state.spoken.left - self.state.spoken.right))

    @invariant()
    def turns_are_equal(self) -> None:
        """In no step has one less time than the other, unless they gave it away."""
        if self.state is None:
            return
        for seat in Seat:
            spoken = sum(time for (_, _, who), time in self.spoken.items() if who is seat)
            assert self.state.spoken.of(seat) >= spoken - 1e-6
        for index, spec in enumerate(self.state.plan.steps):
            if spec.kind is StepKind.TURNS:
                self._both_had_their_turn(index, spec)

    def _both_had_their_turn(self, index: int, spec: StepSpec) -> None:
        state, light = self.state, self.state.light
        talks = [part for part in spec.parts if _is_speech(part)]
        closing = [part for part in spec.closing if _is_speech(part)]
        most = len(talks) * spec.chunks + len(closing)
        assert all(self.talks[index, each, seat] <= most for each in (True, False) for seat in Seat)
        past = state.index > index and (spec.light or not light)
        timed = all(part.seconds for part in talks)
        if not (past and timed) or self.gave_away or state.left_in_pause:
            return
        if any(part.kind is PartKind.MORE for part in spec.parts):
            return
        least = sum(part.seconds for part in talks) * spec.chunks
        least += sum(part.seconds for part in closing)
        speakers = [state.plan.first_speaker]
        if state.plan.sitting is Sitting.BOTH:
            speakers.append(speakers[0].other)
        for speaker in speakers:
            assert self.talks[index, light, speaker] == most
            assert self.spoken[index, light, speaker] >= least - 1e-6


def _is_speech(part) -> bool:
    return part.kind is PartKind.TALK and part.by is Role.SPEAKER


AnEvening.TestCase.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)
TestAnEvening = pytest.mark.slow(AnEvening.TestCase)
