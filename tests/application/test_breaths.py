"""The breaths of a sitting: how long they are, and the caution before the first one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.application.breaths import with_breaths, with_caution
from coupleapp.application.planning import plan_session
from coupleapp.domain.calm.breath_choices import BreathChoices
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import BREATHS, Format, StepKind, StepSpec
from coupleapp.domain.guided_session import Plan
from coupleapp.domain.settings import Settings
from tests.application.test_planning import PROGRAMME
from tests.domain.guided_session.sessions import a_matter

L, R = Seat.LEFT, Seat.RIGHT
KINDS = {kind.id: kind for kind in PROGRAMME.formats}
EVERY = pytest.mark.parametrize("kind", PROGRAMME.formats, ids=lambda kind: kind.id)


def settings(opening: int = 1, *, timers: bool = True, **breath) -> Settings:
    return Settings(timers=timers, breath=BreathChoices(opening_minutes=opening, **breath))


def plan(kind: Format, chosen: Settings, who: Seat | None = None) -> Plan:
    return plan_session(kind, PROGRAMME.themes[0], [], chosen, who)


def openings(planned: Plan, kind: Format) -> list[int]:
    """The seconds of each breath before anybody talks; a quiet evening has no opening."""
    talks = next(n for n, step in enumerate(planned.steps) if step.parts or _writes(step))
    return [s.seconds for s in planned.steps[:talks] if s.kind is StepKind.BREATHE]


def _writes(step: StepSpec) -> bool:
    return step.kind in {StepKind.WRITE, StepKind.TOPIC}


TALKS = [kind for kind in PROGRAMME.formats if kind.id != "quiet_together"]


@pytest.mark.parametrize("kind", TALKS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("minutes", range(6))
def test_every_talk_opens_with_a_minute_or_with_as_many_as_they_like(kind, minutes):
    expected = [60 * minutes] if minutes else []
    assert openings(plan(kind, settings(minutes)), kind) == expected


@pytest.mark.parametrize("minutes", range(6))
def test_breathing_that_is_the_evening_itself_keeps_its_length(minutes):
    kind = KINDS["quiet_together"]
    assert kind.opening is None
    assert plan(kind, settings(minutes)).steps == kind.steps


@EVERY
@pytest.mark.parametrize("minutes", range(6))
def test_nothing_else_is_changed_by_it(kind, minutes):
    others = [s for s in plan(kind, settings()).steps if s.kind is not StepKind.BREATHE]
    chosen = plan(kind, settings(minutes)).steps
    assert [s for s in chosen if s.kind is not StepKind.BREATHE] == others


AGREE = (StepSpec(StepKind.AGREE), StepSpec(StepKind.READINESS))


def of_a_pack(*more: StepSpec, light: bool = True) -> Format:
    breath = StepSpec(StepKind.BREATHE, seconds=120, light=light)
    return Format("p:a", "A", "To talk.", 20, (*AGREE, breath, a_matter("Thanks"), *more))


def test_a_pack_times_its_own_opening_until_they_choose():
    kind = of_a_pack()
    assert openings(plan(kind, settings()), kind) == [120]
    assert openings(plan(kind, settings(3)), kind) == [180]


def test_a_lighter_evening_has_something_to_turn_to():
    """What alone is light stays, whatever they have chosen."""
    alone = of_a_pack()
    assert openings(plan(alone, settings(0)), alone) == [120]
    more = of_a_pack(StepSpec(StepKind.APPRECIATE, light=True))
    assert openings(plan(more, settings(0)), more) == []


@EVERY
@given(minutes=st.integers(0, 5))
def test_without_timers_a_breath_waits_for_them(kind, minutes):
    planned = plan(kind, settings(minutes, timers=False))
    assert all(step.seconds == 0 for step in planned.steps if step.kind in BREATHS)
    timed = plan(kind, settings(minutes))
    assert [step.kind for step in planned.steps] == [step.kind for step in timed.steps]
    kinds = [step.kind for step in with_breaths(kind, kind.steps, settings(timers=False))]
    assert kinds == [step.kind for step in kind.steps]


@EVERY
@pytest.mark.parametrize("read_by", [(), (L,), (R,), (L, R)])
def test_the_caution_stands_right_before_the_first_breath_until_each_has_read_it(kind, read_by):
    chosen = settings(read_by=read_by)
    before = plan(kind, chosen, R)
    after = with_caution(before, chosen.breath)
    if set(before.present) <= set(read_by):
        assert after == before
        return
    kinds = [step.kind for step in after.steps]
    at = kinds.index(StepKind.CAUTION)
    assert kinds.index(StepKind.BREATHE) == at + 1
    assert after.steps[at].light == after.steps[at + 1].light
    assert replace(after, steps=(*after.steps[:at], *after.steps[at + 1 :])) == before


def test_without_an_opening_it_stands_before_the_last_breath():
    chosen = settings(0)
    planned = plan(KINDS["theme_talk"], chosen)
    kinds = [step.kind for step in with_caution(planned, chosen.breath).steps]
    assert StepKind.BREATHE not in kinds
    assert kinds.index(StepKind.LAST_BREATH) == kinds.index(StepKind.CAUTION) + 1


def test_where_nobody_breathes_there_is_no_caution():
    chosen = settings(0)
    planned = plan(KINDS["theme_talk"], chosen)
    bare = replace(planned, steps=tuple(s for s in planned.steps if s.kind not in BREATHS))
    assert with_caution(bare, chosen.breath) == bare


def test_a_caution_is_no_step_of_a_format():
    with pytest.raises(ValueError, match="by itself"):
        of_a_pack(StepSpec(StepKind.CAUTION))


@pytest.mark.parametrize("kind", sorted(BREATHS))
def test_a_format_says_how_long_a_breath_is(kind):
    with pytest.raises(ValueError, match="seconds is 0"):
        of_a_pack(StepSpec(kind))
