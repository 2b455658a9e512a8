"""Any event a session can hold."""

from datetime import UTC, datetime
from typing import get_type_hints

from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import ROUND_ASKS, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartKind, PartSpec, Role
from coupleapp.domain.guided_session import Event, Moment, Plan, PromptCard

utc = st.datetimes(timezones=st.just(UTC))
clocks = st.floats(min_value=0, max_value=1e9)

_WORDED = {StepKind.CARD, StepKind.WRITE}
_TIMED = {StepKind.TURNS, StepKind.BREATHE, StepKind.LAST_BREATH}
_PLAIN = sorted(set(StepKind) - _TIMED - _WORDED - {StepKind.INTRODUCE, StepKind.CLOSING_ROUND})
_TALK = st.builds(
    PartSpec,
    st.just(PartKind.TALK),
    st.just(Role.SPEAKER),
    seconds=st.just(0) | st.integers(15, 1800),
    grace_s=st.integers(5, 60),
    title=st.text(),
    cue=st.text(),
)
_OTHERS = st.sampled_from([PartKind.WISH, PartKind.FEELING, PartKind.COMPOSE, PartKind.CONFIRM])

steps = st.one_of(
    st.builds(StepSpec, st.sampled_from(_PLAIN), light=st.booleans()),
    st.builds(StepSpec, st.just(StepKind.CLOSING_ROUND), asks=st.just(ROUND_ASKS)),
    st.builds(StepSpec, st.just(StepKind.BREATHE), st.integers(20, 300), light=st.booleans()),
    st.builds(StepSpec, st.just(StepKind.LAST_BREATH), st.integers(5, 60), light=st.booleans()),
    st.builds(
        StepSpec,
        st.just(StepKind.TURNS),
        chunks=st.integers(1, 5),
        parts=st.tuples(_TALK, st.builds(PartSpec, _OTHERS)),
        closing=st.just(()) | st.tuples(_TALK),
        light=st.booleans(),
    ),
)

_BY_TYPE: dict[object, st.SearchStrategy[object]] = {
    datetime: utc,
    datetime | None: st.none() | utc,
    Moment: st.builds(Moment, utc, clocks),
    Plan: st.builds(
        Plan,
        st.text(),
        st.text(),
        st.lists(steps, min_size=1, max_size=5).map(tuple),
        st.sampled_from(Seat),
        st.sampled_from(Seat),
        st.none() | st.from_type(PromptCard),
        loose=st.booleans(),
        suits_light=st.booleans(),
        depth=st.none() | st.integers(1, 5),
        question_s=st.integers(10, 60),
        typed=st.sampled_from([(), (Seat.LEFT,), tuple(Seat)]),
    ),
}


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    fields = {
        name: _BY_TYPE.get(hint, st.from_type(hint)) for name, hint in get_type_hints(kind).items()
    }
    return st.builds(kind, **fields)
