"""Any command, in any state, at any time: what must hold whatever two people do."""

from datetime import timedelta

from hypothesis import settings, target
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import StepKind
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
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session.state import HeardCheck, Mirroring, Over, Sharing, Speaking
from coupleapp.domain.guided_session.timing import step_timing
from tests.domain.sessions import START, commands, plans


def the_next_step(state: GuidedSession) -> c.Command:
    """A command that moves the session on, so that the machine also sees its far end."""
    from coupleapp.domain.guided_session import state as s

    match state.pause:
        case s.PauseChoice():
            return c.StartPause(e.PauseKind.THINK, 10)
        case s.Pausing(ready=ready):
            return c.SayReady(Seat.LEFT if Seat.RIGHT in ready else Seat.RIGHT)
        case s.Returning(answered=done):
            return c.AnswerReturn(Seat.LEFT if Seat.RIGHT in done else Seat.RIGHT, ready=True)
        case s.Recap(seat=seat):
            return c.FinishRecap(seat)
        case s.OneBreath():
            return c.Tick()
        case None:
            pass
    match state.step:
        case s.Agreeing():
            return c.Agree()
        case s.Readiness(answered=done):
            return c.AnswerReadiness(Seat.LEFT if Seat.RIGHT in done else Seat.RIGHT, 3, True)
        case s.LighterDoor():
            return c.Lighten()
        case s.Breathing():
            return c.EndBreathing()
        case s.Introducing():
            return c.BeginTurns()
        case s.Speaking(turn=turn):
            return c.FinishChunk(turn.speaker)
        case s.Mirroring(turn=turn):
            return c.FinishMirror(turn.speaker.other)
        case s.HeardCheck(turn=turn):
            return c.CheckHeard(turn.speaker, e.Heard.THATS_IT)
        case s.Sharing(kind=StepKind.RATE, seat=seat):
            return c.Rate(seat, 7, 3)
        case s.Sharing(seat=seat):
            return c.Share(seat)
        case s.NextDate():
            return c.PlanNext(None)
        case _:
            return c.Tick()


class AnEvening(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now = Moment(START, 0.0)
        self.state: GuidedSession | None = None
        self.log: list[Event] = []
        self.spoken = {Seat.LEFT: 0.0, Seat.RIGHT: 0.0}
        self.chunks = {Seat.LEFT: 0, Seat.RIGHT: 0}
        self.gave_floor = False
        self.gave_away = False

    def do(self, command: c.Command) -> None:
        before = self.state
        decision = decide(self.state, command, self.now)
        if isinstance(decision, Refusal):
            return
        for event in decision:
            if isinstance(event, e.ChunkFinished):
                self._count(event)
            self.state = evolve(self.state, event)
            self.log.append(event)
        if isinstance(command, c.Stop) and before is not None:
            assert isinstance(self.state.step, Over)

    def _count(self, event: e.ChunkFinished) -> None:
        assert isinstance(self.state.step, Speaking)
        speaker = self.state.step.turn.speaker
        self.spoken[speaker] += self.state.step.watch.elapsed(self.now.clock)
        self.chunks[speaker] += 1
        self.gave_floor |= event.last
        early = step_timing(self.state, self.now.clock)
        self.gave_away |= event.last or not early.in_grace

    @initialize(plan=plans)
    def sit_down(self, plan) -> None:
        self.do(c.Begin(plan))

    @rule(command=commands)
    def anything(self, command) -> None:
        self.do(command)

    @precondition(lambda self: self.state and not isinstance(self.state.step, Over))
    @rule(steps=st.integers(1, 12))
    def on_we_go(self, steps) -> None:
        for _ in range(steps):
            self.do(the_next_step(self.state))

    @rule(seconds=st.one_of(st.floats(0, 200), st.sampled_from([0.25, 1.0, 90.0, 105.0])))
    def time_passes(self, seconds) -> None:
        self.now = Moment(self.now.at + timedelta(seconds=seconds), self.now.clock + seconds)
        before = self.state
        self.do(c.Tick())
        if before is not None and isinstance(before.step, Over):
            assert self.state == before

    @rule(hours=st.integers(-3, 3))
    def the_clock_is_set(self, hours) -> None:
        self.now = Moment(self.now.at + timedelta(hours=hours), self.now.clock)

    @precondition(lambda self: self.state and self.state.pause is None)
    @rule(seat=st.sampled_from(Seat), idle=st.floats(0, 4000))
    def a_pause_costs_no_time(self, seat, idle) -> None:
        """However long, whichever way it ends: the step gets back exactly what it had."""
        if isinstance(self.state.step, Over):
            return
        before = step_timing(self.state, self.now.clock)
        step, floor = type(self.state.step), self.state.floor
        self.do(c.AskPause(seat))
        self.do(c.StartPause(e.PauseKind.THINK, 10))
        self.now = Moment(self.now.at + timedelta(seconds=idle), self.now.clock + idle)
        self.do(c.SayReady(seat))
        self.do(c.SayReady(seat.other))
        while self.state.pause is not None:
            self.do(the_next_step(self.state))
        after = step_timing(self.state, self.now.clock)
        assert (type(self.state.step), self.state.floor) == (step, floor)
        assert (before is None) == (after is None)
        if before and after:
            assert abs(before.left - after.left) < 1e-6

    @invariant()
    def one_floor_at_most(self) -> None:
        if self.state is None:
            return
        talking = isinstance(self.state.step, Speaking | Mirroring | HeardCheck)
        assert (self.state.floor is not None) == talking

    @invariant()
    def the_log_tells_it_all(self) -> None:
        assert fold(self.log) == self.state

    @invariant()
    def never_more_chunks_or_repairs_than_agreed(self) -> None:
        match self.state and self.state.step:
            case Speaking(turn=turn) | Mirroring(turn=turn) | HeardCheck(turn=turn):
                assert 0 <= turn.chunk < self.state.spec.chunks
            case Sharing() as step:
                assert len(step.done) < 2
        match self.state and self.state.step:
            case Mirroring(round=count) | HeardCheck(round=count):
                assert 0 <= count <= self.state.spec.repair_rounds

    @invariant()
    def turns_are_equal_within_a_chunk(self) -> None:
        """Nobody gets a chunk more than the other, nor less time in one, unless they gave it."""
        if self.state is None:
            return
        spec, first = self.state.plan.turns, self.state.plan.first_speaker
        assert max(self.chunks.values()) <= spec.chunks
        if not self.gave_floor:
            assert self.chunks[first.other] == 0 or self.chunks[first] == spec.chunks
        past_turns = self.state.index > 4 and not self.state.light and self.state.talked
        if past_turns and not self.gave_floor:
            assert self.chunks[first] == self.chunks[first.other] == spec.chunks
        if past_turns and not self.gave_away and spec.speak_s:
            target(abs(self.spoken[Seat.LEFT] - self.spoken[Seat.RIGHT]))
            for spoken in self.spoken.values():
                assert spoken >= spec.speak_s * spec.chunks


AnEvening.TestCase.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)
TestAnEvening = AnEvening.TestCase
